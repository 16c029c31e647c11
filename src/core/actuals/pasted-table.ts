/** A line of a pasted table; blank ones are left out. */
export interface TableLine {
  /** 1-based line of the text, the line that it begins on. */
  line: number;
  cells: string[];
}

/**
 * Splits a pasted table into cells: between tabs, as a spreadsheet copies them, else between semicolons or commas,
 * whichever the first line has. Quotes around a cell keep marks and line ends in it. Empty cells at the end are dropped.
 */
export function readTable(text: string): TableLine[] {
  const mark = separatorOf(text);
  const lines: TableLine[] = [];
  let current: TableLine = { line: 1, cells: [''] };
  let lineNumber = 1;
  let quoted = false;
  const endLine = () => {
    const cells = current.cells.map((cell) => cell.trim());
    while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
    if (cells.length > 0) lines.push({ line: current.line, cells });
    current = { line: lineNumber, cells: [''] };
  };
  const source = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    const last = current.cells.length - 1;
    const cell = current.cells[last] as string;
    if (char === '\n') lineNumber++;
    if (quoted && char === '"' && source.charAt(at + 1) === '"') {
      current.cells[last] = `${cell}"`;
      at++;
    } else if (char === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (!quoted && char === mark) current.cells.push('');
    else if (!quoted && char === '\n') endLine();
    else current.cells[last] = cell + char;
  }
  endLine();
  return lines;
}

function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const first = text.split(/[\r\n]+/).find((line) => line.trim() !== '') ?? '';
  return first.includes(';') ? ';' : ',';
}
