/** A text as a table: which mark parts its cells, and which lines cannot be split. */
import Papa from 'papaparse';
import { knownHeadings, tableOf } from '../../core/import/columns';
import type { ImportLine } from '../../core/import/deal';
import type { ImportComplaint } from '../../core/import/rows';

/** A text as a table: its records, and those that could not be read. */
export interface ReadText {
  lines: ImportLine[];
  complaints: ImportComplaint[];
  /** What stands between the cells. */
  separator: string;
}

const SEPARATORS = ['\t', ',', ';', '|'];

/**
 * Splits a table into records. Each knows the line of the text that it begins on. A line with a quote that never closes,
 * or stands where none belongs, is named and left out; reading goes on with the line after it.
 */
export function readText(raw: string): ReadText {
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const read: ReadText = { lines: [], complaints: [], separator: separatorOf(text) };
  for (let from = 0, line = 1; from < text.length; ) ({ from, line } = readFrom(text, from, line, read));
  if (text.includes('\\"')) mendBackslashes(text, read);
  return read;
}

/**
 * Some programs write a quote within quotes as \" where "" is meant. Only lines that do not fit the heading as they stand
 * and do fit it that way are read so: elsewhere a backslash is a backslash.
 */
function mendBackslashes(text: string, read: ReadText): void {
  const width = tableOf(read.lines)?.heading.length ?? 0;
  const texts = text.split('\n');
  const mended = (line: number): string[] | null => {
    const raw = texts[line - 1] ?? '';
    if (!raw.includes('\\"')) return null;
    const { data, errors } = Papa.parse<string[]>(raw.replace(/\\"/g, '""'), { delimiter: read.separator });
    const cells = (data[0] ?? []).map((cell) => cell.trim());
    return errors.length === 0 && data.length === 1 && cells.length <= width && cells.length > 1 ? cells : null;
  };
  for (const line of read.lines) if (line.cells.length > width) line.cells = mended(line.line) ?? line.cells;
  const quotes = read.complaints.filter((one) => 'faults' in one && one.faults.some(({ what }) => /Quote$/.test(what)));
  for (const complaint of quotes) {
    const cells = mended(complaint.line);
    if (!cells) continue;
    read.complaints.splice(read.complaints.indexOf(complaint), 1);
    read.lines.push({ line: complaint.line, cells });
  }
  read.lines.sort((a, b) => a.line - b.line);
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
    const known = Math.max(0, ...rows.map(knownHeadings));
    return { delimiter, known: known < 2 ? 0 : known, cells: rows[0]?.length ?? 0 };
  });
  const best = scores.reduce((a, b) => ((b.known - a.known || b.cells - a.cells) > 0 ? b : a));
  return best.delimiter;
}
