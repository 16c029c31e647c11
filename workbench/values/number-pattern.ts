/**
 * What a number pattern makes of a number: a date, a currency, plain text, or just a number.
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

/** What sort of number a pattern shows; `general` when the pattern is no format of its own, or is plain text. */
export type PatternKind = 'general' | 'number' | 'percent' | 'currency' | 'date' | 'time' | 'moment';

const kinds = new Map<string, PatternKind>();

/** The sort of number that a pattern shows; a duration such as [h]:mm counts as a time. */
export function patternKind(pattern: string | null | undefined): PatternKind {
  if (!pattern) return 'general';
  let kind = kinds.get(pattern);
  if (!kind) {
    kind = readKind(pattern);
    kinds.set(pattern, kind);
  }
  return kind;
}

/** Signs of money, bare, in quotes or in brackets with a `$`; `[$-409]` only names a locale. */
const MONEY = /[$€£¥₹₩₽₺₴₪]|"\s*(?:CHF|kr|zł|Kč|Ft|R)\s*"/;

function readKind(pattern: string): PatternKind {
  if (isGeneral(pattern) || isTextPattern(pattern)) return 'general';
  if (isDatePattern(pattern)) {
    const bare = pattern.replace(/"[^"]*"|\\./g, '');
    const hasDay = /[yd]/i.test(bare);
    const hasClock = /[hs]/i.test(bare);
    return hasDay && hasClock ? 'moment' : hasClock ? 'time' : 'date';
  }
  const first = pattern.replace(/\[\$-[^\]]*\]/g, '').split(';')[0]!;
  if (MONEY.test(first)) return 'currency';
  return first.replace(/"[^"]*"|\\./g, '').includes('%') ? 'percent' : 'number';
}
