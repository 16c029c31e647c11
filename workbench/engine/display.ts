/** What a cell shows: values by number pattern and the file's locale. Pure. */
import { addLocale, format, getLocale } from 'numfmt';
import type { CellContent, Scalar } from './engine';

/** Patterns that mean "as Google sees fit": `0.###############` is what getNumberFormat() says of a cell without one. */
const automatic = /^(general|automatic|0\.#{15})?$/i;

interface LocaleFormat {
  tag: string;
  decimal: string;
}

const known = new Map<string, LocaleFormat>();

/** The locale as numfmt needs it, with the separators that Intl knows (numfmt has them by language only). */
function localeFormat(locale: string): LocaleFormat {
  const found = known.get(locale);
  if (found) return found;
  const tag = locale.replace(/_/g, '-');
  const parts = new Intl.NumberFormat(`${tag}-u-nu-latn`).formatToParts(1234567.5);
  const sign = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise;
  const decimal = sign('decimal', '.');
  const base = getLocale(tag) ?? getLocale(tag.slice(0, 2)) ?? getLocale('en');
  addLocale({ ...base, decimal, group: sign('group', ',') }, tag);
  const made = { tag, decimal };
  known.set(locale, made);
  return made;
}

/** A number without a format: ten significant digits; only very large or small ones with an exponent. */
function plainNumber(value: number, decimal: string): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return String(value === 0 ? 0 : value);
  if (size !== 0 && (size >= 1e15 || size < 1e-5)) {
    return value
      .toExponential(5)
      .replace(/\.?0*e([+-])(\d)$/, 'e$10$2')
      .replace(/\.?0*e/, 'E')
      .replace('.', decimal);
  }
  return String(Number(value.toPrecision(10))).replace('.', decimal);
}

/** One value as its cell shows it. A pattern that cannot be read shows the plain value, as in a damaged file. */
export function displayValue(value: Scalar, pattern: string | undefined, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const formats = localeFormat(locale);
  if (typeof value === 'string') {
    if (!pattern || automatic.test(pattern) || !/@|;.*;.*;/.test(pattern)) return value;
    return format(pattern, value, { locale: formats.tag, throws: false }) || value;
  }
  if (!pattern || pattern === '@' || automatic.test(pattern)) return plainNumber(value, formats.decimal);
  return format(pattern, value, { locale: formats.tag, leap1900: false, throws: false });
}

/** The texts of a block of cells. */
export function displayBlock(
  contents: CellContent[][],
  patterns: (string | undefined)[][],
  locale: string,
): string[][] {
  return contents.map((line, r) => line.map(({ v }, c) => displayValue(v, patterns[r]?.[c], locale)));
}
