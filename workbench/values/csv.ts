/** CSV as `Utilities.parseCsv` reads it: quoted fields, doubled quotes, line breaks within quotes (RFC 4180). */

/** Rows of fields; a text that ends in a line break has no extra empty row. Throws a SyntaxError on an unfinished quote. */
export function parseCsv(text: string, delimiter = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  let started = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[at + 1] === '"') {
        field += '"';
        at++;
      } else quoted = false;
      continue;
    }
    if (char === '"' && field === '') {
      quoted = true;
      started = true;
    } else if (char === delimiter) {
      row.push(field);
      field = '';
      started = true;
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[at + 1] === '\n') at++;
      rows.push([...row, field]);
      row = [];
      field = '';
      started = false;
    } else field += char;
  }
  if (quoted) throw new SyntaxError('Could not parse text.');
  if (started || field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}
