/**
 * How a spreadsheet's locale writes numbers and dates, taken from the platform's own locale data.
 * Google's locale names: https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet#setspreadsheetlocalelocale
 */

/** What parsing needs to know of a locale. */
export interface LocaleFacts {
  decimal: string;
  group: string;
  /** The order of a numeric date. */
  order: 'DMY' | 'MDY' | 'YMD';
  dateSeparator: string;
  /** Google's default date pattern for the locale, e.g. `M/d/yyyy`. */
  datePattern: string;
  /** Its default pattern for a time of day, e.g. `h:mm:ss am/pm`. */
  timePattern: string;
  currency: string;
  /** Its default pattern for money, e.g. `"$"#,##0.00`. */
  currencyPattern: string;
  /** Lower-case month names and abbreviations → 1..12. */
  months: ReadonlyMap<string, number>;
  trueWord: string;
  falseWord: string;
}

const CURRENCIES: Record<string, string> = {
  US: '$',
  GB: '£',
  JP: '¥',
  CN: '¥',
  IN: '₹',
  KR: '₩',
  RU: '₽',
  TR: '₺',
  UA: '₴',
  BR: 'R$',
  MX: '$',
  CA: '$',
  AU: '$',
  NZ: '$',
  CH: 'CHF',
  SE: 'kr',
  NO: 'kr',
  DK: 'kr',
  PL: 'zł',
  CZ: 'Kč',
  HU: 'Ft',
  IL: '₪',
  ZA: 'R',
  AR: '$',
  CL: '$',
  CO: '$',
};

const BOOLEANS: Record<string, [string, string]> = {
  de: ['WAHR', 'FALSCH'],
  fr: ['VRAI', 'FAUX'],
  es: ['VERDADERO', 'FALSO'],
  it: ['VERO', 'FALSO'],
  pt: ['VERDADEIRO', 'FALSO'],
  nl: ['WAAR', 'ONWAAR'],
  pl: ['PRAWDA', 'FAŁSZ'],
  sv: ['SANT', 'FALSKT'],
};

const cache = new Map<string, LocaleFacts>();

/** The facts of a locale such as `en_US` or `de_DE`; an unknown one counts as en_US. */
export function localeFacts(locale: string): LocaleFacts {
  let facts = cache.get(locale);
  if (!facts) {
    facts = derive(locale);
    cache.set(locale, facts);
  }
  return facts;
}

function derive(locale: string): LocaleFacts {
  const [language = 'en', region = ''] = locale.split(/[_-]/);
  const wanted = locale.replace('_', '-');
  const tag = isKnown(wanted) ? wanted : 'en-US';
  const number = new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).formatToParts(1234567.5);
  const short = new Intl.DateTimeFormat(tag, {
    dateStyle: 'short',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).formatToParts(Date.UTC(2024, 0, 2));
  const order = short
    .map((part) => ({ day: 'D', month: 'M', year: 'Y' })[part.type as 'day'] ?? '')
    .join('') as LocaleFacts['order'];
  const [trueWord, falseWord] = BOOLEANS[language] ?? ['TRUE', 'FALSE'];
  const currency = CURRENCIES[region] ?? (language === 'en' && !region ? '$' : '€');
  return {
    decimal: number.find((part) => part.type === 'decimal')?.value ?? '.',
    group: number.find((part) => part.type === 'group')?.value ?? ',',
    order: ['DMY', 'MDY', 'YMD'].includes(order) ? order : 'DMY',
    dateSeparator: short.find((part) => part.type === 'literal')?.value.trim() ?? '/',
    datePattern: short.map(datePiece).join(''),
    timePattern: isTwelveHours(tag) ? 'h:mm:ss am/pm' : 'HH:mm:ss',
    currency,
    currencyPattern: isCurrencyFirst(tag) ? `"${currency}"#,##0.00` : `#,##0.00 "${currency}"`,
    months: monthNames(tag),
    trueWord,
    falseWord,
  };
}

function isTwelveHours(tag: string): boolean {
  return new Intl.DateTimeFormat(tag, { timeStyle: 'medium', timeZone: 'UTC' }).resolvedOptions().hour12 === true;
}

function isCurrencyFirst(tag: string): boolean {
  const parts = new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' }).formatToParts(1);
  const place = (type: string) => parts.findIndex((part) => part.type === type);
  return place('currency') < place('integer');
}

function isKnown(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

function datePiece(part: Intl.DateTimeFormatPart): string {
  if (part.type === 'year') return 'yyyy';
  if (part.type === 'month') return part.value.length > 1 ? 'MM' : 'M';
  if (part.type === 'day') return part.value.length > 1 ? 'dd' : 'd';
  return part.value;
}

function monthNames(tag: string): Map<string, number> {
  const names = new Map<string, number>();
  for (let month = 0; month < 12; month++) {
    for (const style of ['long', 'short'] as const) {
      const name = new Intl.DateTimeFormat(tag, { month: style, day: 'numeric', timeZone: 'UTC' })
        .formatToParts(Date.UTC(2024, month, 2))
        .find((part) => part.type === 'month')?.value;
      if (!name || /\d/.test(name)) continue;
      names.set(name.toLowerCase().replace(/\.$/, ''), month + 1);
    }
  }
  return names;
}
