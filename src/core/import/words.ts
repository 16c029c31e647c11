import type { ImportComplaint, ImportFault } from './rows';

/** How the places of a table are called: lines of a text, rows of a tab. */
export type ImportPlace = 'line' | 'row';

/** One plain sentence for a line that is left out, or for a deal that stands there more than once. */
export function complaintText(complaint: ImportComplaint, place: ImportPlace): string {
  const line = `${place === 'line' ? 'Line' : 'Row'} ${complaint.line}`;
  if ('faults' in complaint) return `${line}: ${complaint.faults.map(faultText).join('; ')}.`;
  const { id, lines } = complaint.doubled;
  const all = `${lines.slice(0, -1).join(', ')} and ${lines[lines.length - 1]}`;
  return `${place === 'line' ? 'Lines' : 'Rows'} ${all} are the same deal (${id}); ${line.toLowerCase()} counts.`;
}

function faultText(fault: ImportFault): string {
  switch (fault.what) {
    case 'noId':
      return 'there is no id';
    case 'noName':
      return 'there is no name';
    case 'notADay':
      return `“${shortened(fault.text)}” is not a day`;
    case 'notAnAmount':
      return `“${shortened(fault.text)}” is not an amount`;
    case 'tooLong':
      return `the text under “${fault.heading}” is too long (${fault.length} characters)`;
    case 'ragged':
      return `it has ${fault.cells} cells, the heading ${fault.expected}; a text with a comma in it needs quotes`;
    case 'openQuote':
      return 'a quote opens here and never closes';
    case 'strayQuote':
      return 'a quote stands where none belongs';
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
