/**
 * What a number pattern makes of a number: a date, plain text, or just a number.
 * Source of the tokens: https://developers.google.com/workspace/sheets/api/guides/formats
 */

/** How Google reports a cell without a number format (facts §5.5). */
export const GENERAL_PATTERN = '0.###############';

/** Whether the pattern is no format of its own. */
export function isGeneral(pattern: string | null | undefined): boolean {
  return !pattern || pattern === GENERAL_PATTERN || /^general$/i.test(pattern);
}

/** Whether the cell keeps what is typed as text. */
export function isTextPattern(pattern: string | null | undefined): boolean {
  return pattern === '@';
}

/** Whether numbers shown with this pattern are dates or times of day (elapsed time such as [h]:mm counts too). */
export function isDatePattern(pattern: string | null | undefined): boolean {
  if (!pattern || isGeneral(pattern)) return false;
  const bare = pattern
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(?!(h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/E[+-]/g, '');
  const first = bare.split(';')[0]!;
  if (/general/i.test(first) || /[0#?]/.test(first.replace(/\.0+/g, ''))) return false;
  return /[ymdhsYMDHS]/.test(first);
}
