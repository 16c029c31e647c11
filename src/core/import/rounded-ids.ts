import type { ImportLine } from './deal';

/** A spreadsheet program keeps fifteen digits of a number. */
const KEPT_DIGITS = 15;

/**
 * An id of a column whose ids a spreadsheet program has rounded, as it is written; '' where they are whole. "1.88E+10" is
 * one of many; of long numbers all end in noughts behind the fifteenth digit.
 */
export function roundedId(lines: readonly ImportLine[], index: number | undefined): string {
  if (index === undefined) return '';
  let [long, cut] = [0, 0];
  let example = '';
  for (const { cells } of lines) {
    const cell = cells[index] ?? '';
    const text =
      typeof cell === 'number' && Math.abs(cell) >= 1e15
        ? cell.toLocaleString('en-US', { useGrouping: false })
        : String(cell).trim();
    // "####" is what a column too narrow for its numbers shows.
    if (/^-?\d+(?:[.,]\d+)?E\+\d+$|^\d[.,]\d+E\d+$|^#{3,}$/i.test(text)) return text;
    if (!/^\d{16,}$/.test(text)) continue;
    long++;
    if (!/^0+$/.test(text.slice(KEPT_DIGITS))) continue;
    cut++;
    example ||= text;
  }
  return long > 0 && cut === long && (cut > 1 || example.length > KEPT_DIGITS + 1) ? example : '';
}
