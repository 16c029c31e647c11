/** The records of a text whose cells a mark parts, as RFC 4180 has them; a quote within a cell without quotes is a letter. */
export interface TextRecord {
  cells: string[];
  /** Where the next record begins. */
  to: number;
  /** A quote that never closes, or has something other than a mark behind it: then the cells are worth nothing. */
  fault?: 'openQuote' | 'strayQuote';
}

/** Reads the record that begins at a place of a text. Lines end with "\n"; within quotes they are part of the cell. */
export function readRecord(text: string, start: number, separator: string): TextRecord {
  const cells: string[] = [];
  for (let at = start; ; at++) {
    if (text[at] === '"') {
      const quoted = readQuoted(text, at + 1);
      cells.push(quoted.cell);
      at = quoted.to;
      if (at < 0) return { cells, to: text.length, fault: 'openQuote' };
      while (text[at] === ' ') at++;
      if (at < text.length && text[at] !== separator && text[at] !== '\n')
        return { cells, to: at, fault: 'strayQuote' };
    } else {
      const from = at;
      while (at < text.length && text[at] !== separator && text[at] !== '\n') at++;
      cells.push(text.slice(from, at));
    }
    if (text[at] !== separator || at >= text.length) return { cells, to: Math.min(at + 1, text.length) };
  }
}

/** A cell up to its closing quote; two quotes are one. `to` is behind it, -1 where it never closes. */
function readQuoted(text: string, start: number): { cell: string; to: number } {
  let cell = '';
  for (let from = start; ; ) {
    const end = text.indexOf('"', from);
    if (end < 0) return { cell, to: -1 };
    cell += text.slice(from, end);
    if (text[end + 1] !== '"') return { cell, to: end + 1 };
    cell += '"';
    from = end + 2;
  }
}

/** The first records of a text that hold anything. What cannot be read ends them. */
export function firstRecords(text: string, separator: string, most: number): string[][] {
  const records: string[][] = [];
  for (let from = 0; from < text.length && records.length < most; ) {
    const { cells, to, fault } = readRecord(text, from, separator);
    if (cells.some((cell) => cell.trim() !== '')) records.push(cells);
    if (fault) {
      const end = text.indexOf('\n', from);
      from = end < 0 ? text.length : end + 1;
    } else from = to;
  }
  return records;
}
