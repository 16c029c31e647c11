import type { CellValue } from './fields';

/** How somebody writes 1.5: "." or ",". */
export type DecimalMark = '.' | ',';

const CURRENCY = '(?:\\p{Sc}|EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CZK)';
const BEFORE = new RegExp(`^([-+]?)\\s*${CURRENCY}\\s*`, 'u');
const AFTER = new RegExp(`\\s*(?:${CURRENCY}|%)$`, 'u');

/**
 * Reads an amount as people write it: 7500, 7,500, 7.500,00, € 1 240 000, 27 % (as 0.27). What is not plainly a number
 * stays the text that was typed ("12k–15k?"). A single mark before three digits (7.500) is read by `decimal`.
 */
export function readAmountBy(typed: string, decimal: DecimalMark): CellValue {
  const text = typed.trim();
  if (text === '') return '';
  const value = readNumber(bareNumber(text), decimal);
  if (value === null) return typed;
  return text.endsWith('%') ? Number((value / 100).toPrecision(12)) : value;
}

/** Which decimal mark a written number shows beyond doubt: "," for 1.234,5, null for 7.500 and for whole numbers. */
export function decimalShown(typed: string): DecimalMark | null {
  const bare = bareNumber(typed.trim());
  if (!/^-?\d[\d.,]*$/.test(bare)) return null;
  const marks: string[] = bare.match(/[.,]/g) ?? [];
  const last = marks[marks.length - 1] as DecimalMark | undefined;
  if (!last) return null;
  const other = last === '.' ? ',' : '.';
  if (marks.includes(other)) return last;
  if (marks.length > 1) return other;
  return /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(bare) ? null : last;
}

/** Without currency, percent sign and spaces between groups. */
function bareNumber(text: string): string {
  return text
    .replace(/\u2212/g, '-')
    .replace(BEFORE, '$1')
    .replace(AFTER, '')
    .replace(/^\+(?=\d)/, '')
    .replace(/[\s\u00a0\u202f'’](?=\d{3}(\D|$))/g, '')
    .trim();
}

function readNumber(text: string, decimal: DecimalMark): number | null {
  const grouping = decimal === ',' ? '.' : ',';
  const shapes: [RegExp, string, string][] = [
    [/^-?\d+$/, '', ''],
    [/^-?\d{1,3}(,\d{3}){2,}(\.\d+)?$|^-?\d{1,3}(,\d{3})+\.\d+$/, ',', '.'],
    [/^-?\d{1,3}(\.\d{3}){2,}(,\d+)?$|^-?\d{1,3}(\.\d{3})+,\d+$/, '.', ','],
    [decimal === ',' ? /^-?[1-9]\d{0,2}\.\d{3}$/ : /^-?[1-9]\d{0,2},\d{3}$/, grouping, decimal],
    [decimal === ',' ? /^-?\d+,\d+$/ : /^-?\d+\.\d+$/, '', decimal],
    // The other language's decimal mark, where it cannot be a grouping.
    [decimal === ',' ? /^-?\d+\.(\d{1,2}|\d{4,})$/ : /^-?\d+,(\d{1,2}|\d{4,})$/, '', grouping],
  ];
  for (const [shape, group, mark] of shapes) {
    if (!shape.test(text)) continue;
    const plain = (group ? text.split(group).join('') : text).replace(mark || '.', '.');
    const value = Number(plain);
    return Number.isFinite(value) && Math.abs(value) < 1e15 ? value : null;
  }
  return null;
}

/** How a language ("de-DE") writes 1.5; "." for one that is not known. */
export function decimalMark(language: string): DecimalMark {
  try {
    const parts = new Intl.NumberFormat(language).formatToParts(1.5);
    return parts.find((part) => part.type === 'decimal')?.value === ',' ? ',' : '.';
  } catch {
    return '.';
  }
}
