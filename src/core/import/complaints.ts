import type { ImportComplaint, ImportFault, OddCell } from './rows';

/** How the places of a table are called: lines of a text, rows of a tab. */
export type ImportPlace = 'line' | 'row';

/** One plain sentence for a line that is left out, one that comes in without a cell, or a deal that stands there twice. */
export function complaintText(complaint: ImportComplaint, place: ImportPlace): string {
  const line = `${place === 'line' ? 'Line' : 'Row'} ${complaint.line}`;
  if ('faults' in complaint) return `${line}: ${complaint.faults.map(faultText).join('; ')}.`;
  if ('odd' in complaint) return `${line}: ${complaint.odd.map(oddText).join('; ')}.`;
  const { id, title, lines } = complaint.doubled;
  const all = `${lines.slice(0, -1).join(', ')} and ${lines[lines.length - 1]}`;
  const which = id === '' ? `have the same customer and name (${shortened(title)})` : `are the same deal (${id})`;
  return `${place === 'line' ? 'Lines' : 'Rows'} ${all} ${which}; ${line.toLowerCase()} counts.`;
}

function faultText(fault: ImportFault): string {
  switch (fault.what) {
    case 'noId':
      return 'there is no id';
    case 'noName':
      return 'there is no name';
    case 'tooLong':
      return `the text under “${fault.heading}” is too long (${fault.length} characters)`;
    case 'ragged':
      return `it has ${fault.cells} cells, the heading ${fault.expected}; a text with a comma in it needs quotes`;
    case 'openQuote':
      return 'a quote opens here and never closes';
    case 'strayQuote':
      return 'a quote stands where none belongs';
    case 'otherCurrency':
      return `the amount is in ${fault.currency}`;
  }
}

/** What the cell says, and that the deal comes in all the same. */
function oddText(odd: OddCell): string {
  switch (odd.what) {
    case 'notADay':
      return `“${shortened(odd.text)}” is not a day; it comes in without one`;
    case 'period':
      return `“${shortened(odd.text)}” is no single day; it comes in without one`;
    case 'notAnAmount':
      return `“${shortened(odd.text)}” is not an amount; it comes in without one`;
    case 'otherCurrency':
      return `“${shortened(odd.text)}” is in ${odd.currency}; it comes in without an amount`;
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
