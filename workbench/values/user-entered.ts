/**
 * What Google Sheets makes of a text that is typed into a cell; `setValue` and `setValues` do the same with strings.
 * Sources: facts §5.2 (strings are parsed as if typed by a user), Sheets API `ValueInputOption.USER_ENTERED`
 * (https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption).
 */
import { type LocaleFacts, localeFacts } from './locale-facts';
import { isTextPattern } from './number-pattern';
import { parseDateTime } from './typed-date';

/** What the cell then holds; `format` is the number pattern Sheets gives an unformatted cell along with it. */
export type Entered =
  | { kind: 'blank' }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'number'; value: number; format?: string }
  /** As typed, in the file's locale, with its `=`. */
  | { kind: 'formula'; value: string };

export interface EntryPlace {
  /** Google's locale name of the file. */
  locale: string;
  /** The cell's number pattern; `@` keeps everything as text. */
  pattern?: string | null;
  /** The current year in the file's zone, for dates typed without one. */
  year: number;
}

/** Reads one typed text. */
export function parseUserEntered(text: string, place: EntryPlace): Entered {
  if (text === '') return { kind: 'blank' };
  if (isTextPattern(place.pattern)) return { kind: 'text', value: text };
  if (text.startsWith("'")) return { kind: 'text', value: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { kind: 'formula', value: text };
  const trimmed = text.trim();
  const facts = localeFacts(place.locale);
  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE' || upper === facts.trueWord) return { kind: 'boolean', value: true };
  if (upper === 'FALSE' || upper === facts.falseWord) return { kind: 'boolean', value: false };
  return (
    parseNumber(trimmed, facts) ??
    parseDateTime(trimmed, facts, place.locale, place.year) ?? { kind: 'text', value: text }
  );
}

const SYMBOLS = ['CHF', 'R$', 'Kč', 'zł', 'kr', 'Ft', '$', '€', '£', '¥', '₹', '₩', '₽', '₺', '₴', '₪'];

/** Reads a number with sign, separators, percent, currency or exponent; null when it is none. */
export function parseNumber(text: string, facts: LocaleFacts): Extract<Entered, { kind: 'number' }> | null {
  let rest = text;
  let sign = 1;
  if (/^\(.*\)$/.test(rest)) {
    rest = rest.slice(1, -1).trim();
    sign = -1;
  }
  const signed = /^([+-])\s*(.*)$/.exec(rest);
  if (signed) {
    if (sign < 0) return null;
    sign = signed[1] === '-' ? -1 : 1;
    rest = signed[2]!;
  }
  const symbol = [facts.currency, ...SYMBOLS].find((mark) => rest.startsWith(mark) || rest.endsWith(mark));
  let prefix = false;
  if (symbol) {
    prefix = rest.startsWith(symbol);
    rest = (prefix ? rest.slice(symbol.length) : rest.slice(0, -symbol.length)).trim();
    const inner = prefix && sign === 1 ? /^-\s*(.*)$/.exec(rest) : null;
    if (inner) {
      sign = -1;
      rest = inner[1]!;
    }
  }
  const percent = !symbol && /^%|%$/.test(rest);
  if (percent) rest = rest.replace(/^%|%$/, '').trim();
  const plain = readDigits(rest, facts);
  if (!plain) return null;
  const value = (sign * plain.value) / (percent ? 100 : 1);
  if (!Number.isFinite(value)) return null;
  const format = patternOf(plain, { symbol: symbol ?? null, prefix, percent, facts });
  return format === null ? { kind: 'number', value } : { kind: 'number', value, format };
}

interface Digits {
  value: number;
  grouped: boolean;
  fraction: boolean;
  exponent: boolean;
}

function readDigits(text: string, facts: LocaleFacts): Digits | null {
  const decimal = literal(facts.decimal);
  const spaces = /\s/.test(facts.group) ? '[\\s\\u00a0\\u202f]' : facts.group === '’' ? "[’']" : literal(facts.group);
  const shape = new RegExp(
    `^(\\d+|\\d{1,3}(?:${spaces}\\d{2,3})*${spaces}\\d{3})?(${decimal}\\d*)?(?:[eE]([+-]?\\d+))?$`,
  );
  const match = shape.exec(text);
  if (!match || (match[1] === undefined && !/\d/.test(match[2] ?? ''))) return null;
  if (match[3] !== undefined && match[1] === undefined && match[2] === undefined) return null;
  const whole = match[1] ?? '';
  const fraction = (match[2] ?? '').slice(facts.decimal.length);
  return {
    value: Number(`${whole.replace(/\D/g, '') || '0'}.${fraction || '0'}e${match[3] ?? '0'}`),
    grouped: /\D/.test(whole),
    fraction: fraction !== '',
    exponent: match[3] !== undefined,
  };
}

function patternOf(
  digits: Digits,
  around: { symbol: string | null; prefix: boolean; percent: boolean; facts: LocaleFacts },
): string | null {
  if (around.percent) return digits.fraction ? '0.00%' : '0%';
  if (around.symbol) {
    const amount = digits.fraction ? '#,##0.00' : '#,##0';
    const mark = around.symbol === around.facts.currency ? `"${around.symbol}"` : `[$${around.symbol}]`;
    if (around.symbol === '$' && around.facts.currency === '$') return `"$"${amount}`;
    return around.prefix ? mark + amount : `${amount} ${mark}`;
  }
  if (digits.exponent) return '0.00E+00';
  if (digits.grouped) return digits.fraction ? '#,##0.00' : '#,##0';
  return null;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
