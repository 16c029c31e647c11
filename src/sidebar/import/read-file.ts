import Papa from 'papaparse';
import { guessColumns } from '../../core/import/columns';
import type { ImportLine } from '../../core/import/deal';
import type { ImportComplaint } from '../../core/import/rows';

/** A text as a table: its records, and those that could not be read. */
export interface ReadText {
  lines: ImportLine[];
  complaints: ImportComplaint[];
  /** What stands between the cells. */
  separator: string;
}

/** What Windows-1252 has from 0x80 to 0x9f. Some engines decode it as Latin-1, which has no characters there. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const SEPARATORS = ['\t', ',', ';', '|'];

/**
 * The text of a file. UTF-8 and UTF-16 are known by their mark or by fitting; anything else is taken for Windows-1252,
 * which spreadsheets in the West still write.
 */
export function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252')
      .decode(bytes)
      .replace(/[\u0080-\u009f]/g, (char) => WINDOWS.charAt(char.charCodeAt(0) - 0x80));
  }
}

/**
 * Splits a table into records. Each knows the line of the text that it begins on. A line with a quote that never closes,
 * or stands where none belongs, is named and left out; reading goes on with the line after it.
 */
export function readText(raw: string): ReadText {
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const read: ReadText = { lines: [], complaints: [], separator: separatorOf(text) };
  for (let from = 0, line = 1; from < text.length; ) ({ from, line } = readFrom(text, from, line, read));
  return read;
}

/** Reads from the beginning of a line to the end of the text, or to the line after one that cannot be read. */
function readFrom(text: string, start: number, firstLine: number, read: ReadText): { from: number; line: number } {
  let from = start;
  let line = firstLine;
  Papa.parse<string[]>(start === 0 ? text : text.slice(start), {
    delimiter: read.separator,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      const quote = errors.find((error) => error.type === 'Quotes');
      if (quote) {
        read.complaints.push({
          line,
          faults: [{ what: quote.code === 'MissingQuotes' ? 'openQuote' : 'strayQuote' }],
        });
        const end = text.indexOf('\n', from);
        from = end < 0 ? text.length : end + 1;
        line++;
        parser.abort();
        return;
      }
      const cells = data.map((cell) => cell.trim());
      while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop();
      if (cells.length > 0) read.lines.push({ line, cells });
      const to = Math.min(start + meta.cursor, text.length);
      for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) line++;
      from = to;
    },
  });
  // A text that ends without a line end leaves nothing behind.
  return { from: from === start ? text.length : from, line };
}

/** The mark that makes the most known headings; where none are known, the one that the first line has most of. */
function separatorOf(text: string): string {
  const head = text.slice(0, 50_000);
  const scores = SEPARATORS.map((delimiter) => {
    const rows = Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: 20, skipEmptyLines: 'greedy' }).data;
    const known = Math.max(0, ...rows.map((cells) => Object.keys(guessColumns(cells)).length));
    return { delimiter, known: known < 2 ? 0 : known, cells: rows[0]?.length ?? 0 };
  });
  const best = scores.reduce((a, b) => ((b.known - a.known || b.cells - a.cells) > 0 ? b : a));
  return best.delimiter;
}
