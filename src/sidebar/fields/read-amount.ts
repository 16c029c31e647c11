import type { CellValue } from '../../core/fields';

/**
 * Reads an amount as people write it: 7500, 7,500, 7.500,00, € 1 240 000, 27 %. What is not plainly a number stays the
 * text that was typed ("12k–15k?"). A single mark before three digits (7.500) is read the way the browser's language
 * writes numbers.
 */
export function readAmount(typed: string, language: string): CellValue {
  const text = typed.trim();
  if (text === '') return '';
  const percent = /%$/.test(text);
  const bare = text
    .replace(/^[€$£¥]\s*|\s*[€$£¥]$|\s*%$/g, '')
    .replace(/[\s\u00a0\u202f'’](?=\d{3}(\D|$))/g, '')
    .trim();
  const value = readNumber(bare, decimalMark(language));
  if (value === null) return typed;
  return percent ? Number((value / 100).toPrecision(12)) : value;
}

function readNumber(text: string, decimal: string): number | null {
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

/** "." or ",": how a language writes 1.5. */
export function decimalMark(language: string): string {
  try {
    return new Intl.NumberFormat(language).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
  } catch {
    return '.';
  }
}

/** An amount for reading: numbers with grouping, text as it stands. */
export function showAmount(value: CellValue | undefined, language: string): string {
  if (typeof value !== 'number') return String(value ?? '');
  try {
    return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
  } catch {
    return String(value);
  }
}

/** An amount for editing: what `readAmount` reads back as the same number. */
export function editAmount(value: CellValue | undefined, language: string): string {
  if (typeof value !== 'number') return String(value ?? '');
  const shown = showAmount(value, language);
  return readAmount(shown, language) === value ? shown : String(value).replace('.', decimalMark(language));
}
