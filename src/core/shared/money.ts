import { currencyOf, sameCurrency } from './currencies';
import type { CellValue } from './fields';
import { fold } from './fold';
import { type DecimalMark, readNumber, tidy } from './marks';

export type { DecimalMark } from './marks';

/** How amounts are written where a text alone does not tell. */
export interface MoneyStyle {
  decimal: DecimalMark;
  /** Language of the text ("es-MX"), for a word that means something else elsewhere: "mil". */
  language?: string;
}

/** Why a text is no amount. */
export type MoneyFault =
  /** "12k–15k": which of the two? */
  | 'range'
  /** "about 40k", "tbc". */
  | 'words'
  /** "1,23,4": marks where none belong. */
  | 'marks'
  /** "1.2E+06": a spreadsheet program has rounded it. */
  | 'powers'
  /** "=A1". */
  | 'formula'
  /** Beyond what a sheet counts exactly. */
  | 'tooBig';

/** What else a text says beside the number. */
interface MoneyWords {
  /** "EUR"; "$", "kr" where several countries write so; '' where none is written. */
  currency: string;
  /** It ends with "%"; the value is the share, 0.27 for 27 %. */
  percent: boolean;
}

/**
 * An amount as it was read. `ambiguous`: two readings are possible; `value` follows the style, `other` is the other one,
 * and `as` says how the doubtful part was taken, so that whoever shows it can say so.
 */
export type MoneyReading =
  | { is: 'blank' }
  | ({ is: 'value'; value: number } & MoneyWords)
  | ({ is: 'ambiguous'; value: number; other: number; as: 'thousands' | 'decimals' | 'word' } & MoneyWords)
  | { is: 'unreadable'; why: MoneyFault };

/** Largest amount that a sheet counts to the cent. */
const MOST = 1e15;

/** Words and letters behind a number, by what they multiply it with. */
const FACTORS = new Map<string, number>(
  (
    [
      [1e3, 'k grand tsd tds tausend thousand thousands mille mila duizend тыс тысяч тысячи тысяча tys tis'],
      [1e5, 'lakh lakhs lac lacs l'],
      [
        1e6,
        'm mm mn mio mill mln million millions millionen millon millones milhao milhoes mi milione milioni miljoen',
      ],
      [1e6, 'млн миллион миллиона миллионов'],
      [1e7, 'cr crore crores'],
      [
        1e9,
        'b bn bln bil billion billions mrd mia milliarde milliarden milliard milliards md mds mld miliardo miliardi',
      ],
      [1e9, 'miljard bi bilhao bilhoes millardo millardos млрд миллиард миллиарда миллиардов'],
      [1e12, 'tn trn trillion trillions billionen'],
    ] as [number, string][]
  ).flatMap(([factor, words]) => words.split(' ').map((word): [string, number] => [word, factor])),
);
/** "30 mil": thousand in Spanish and Portuguese, a million elsewhere. */
const MIL = 'mil';
const MIL_IS_THOUSAND = /^(es|pt|ca|gl)\b/i;
/** Whose country says "mil" for a thousand. */
const IBERIAN = /^(BRL|MXN|COP|ARS|CLP|PEN)$/;
/** "1,200.00 CR": in accounts a credit, which takes away. In India crore: "2.5 Cr", "₹ 1,200.00 CR", "1,25,000.00 CR". */
const CREDIT = /^cr\.?$/i;
const IS_INDIAN = /^(en-IN|hi)\b/i;
/** "1 million d'euros", "2 millones de pesos". */
const FILLER = /(?:^|\s)(?:de|di|d'|of)$/i;

/**
 * Reads an amount as people and programs write it: 7500, 7,500, 7.500,00, € 1 240 000, CHF 12'500.-, 1.5m, 30 Tsd. €,
 * 12,50,000, (500), [500], 1,200.00-, 1,200.00 CR, 27 % (as 0.27). A single mark before three digits (7.500) is read by the style, and the
 * result says so. A number is an amount as it stands.
 */
export function readMoney(value: CellValue, style: MoneyStyle): MoneyReading {
  if (typeof value === 'number') return { is: 'value', value, currency: '', percent: false };
  const text = tidy(value);
  if (text === '') return { is: 'blank' };
  const peeled = peel(text, style);
  const core = readNumber(peeled.text, peeled.shown ?? style.decimal);
  if (!core) return { is: 'unreadable', why: faultOf(text, peeled.text) };
  const sign = peeled.inBrackets || peeled.hasMinus ? -1 : 1;
  const scale = (one: number) => exact((one * peeled.factor) / (peeled.percent ? 100 : 1)) * sign || 0;
  const said = { currency: peeled.currency, percent: peeled.percent };
  const read = scale(core.value);
  if (Math.abs(read) >= MOST) return { is: 'unreadable', why: 'tooBig' };
  if (core.other !== undefined && peeled.shown === null)
    return { is: 'ambiguous', value: read, other: scale(core.other), as: core.as ?? 'thousands', ...said };
  if (peeled.otherFactor === null) return { is: 'value', value: read, ...said };
  const other = exact((read / peeled.factor) * peeled.otherFactor);
  return { is: 'ambiguous', value: read, other, as: 'word', ...said };
}

/** The number that is meant; null where the text is none or blank. */
export function amountOf(reading: MoneyReading): number | null {
  return reading.is === 'value' || reading.is === 'ambiguous' ? reading.value : null;
}

/** Which decimal mark a written amount shows beyond doubt: "," for 1.234,5, null for 7.500 and for whole numbers. */
export function decimalShown(text: string): DecimalMark | null {
  const core = peel(tidy(text), { decimal: '.' }).text;
  const [byPoint, byComma] = [readNumber(core, '.'), readNumber(core, ',')];
  if (!byPoint || !byComma || byPoint.other !== undefined) return null;
  const marks: string[] = core.match(/[.,]/g) ?? [];
  const last = marks[marks.length - 1] as DecimalMark | undefined;
  if (!last) return null;
  if (marks.length === 1) return last;
  if (marks.includes(last === '.' ? ',' : '.')) return last;
  return last === '.' ? ',' : '.';
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

/** Does a text name thousands or millions: "12k", "1,5 Mio. €"? */
export function namesFactor(text: string): boolean {
  return (fold(text).match(/\p{L}+/gu) ?? []).some((word) => word === MIL || FACTORS.has(word));
}

/** Is "30 mil" 30,000 in this language? */
export function milIsThousand(language: string): boolean {
  return MIL_IS_THOUSAND.test(language);
}

/** Fifteen digits are what a sheet keeps; 1.1 × 1,000,000 is 1,100,000. */
export function exact(value: number): number {
  return Number(value.toPrecision(15));
}

interface Peeled extends MoneyWords {
  /** What is left: figures and their marks, if it is an amount. */
  text: string;
  /** Less than nothing, by brackets and by a minus: "(-500)" says it twice. */
  inBrackets: boolean;
  hasMinus: boolean;
  factor: number;
  /** What a word may also stand for; null where there is no doubt. */
  otherFactor: number | null;
  /** The decimal mark, where what was taken off shows it. */
  shown: DecimalMark | null;
}

/** Takes sign, brackets, currency, words for thousands and the percent sign off, from the outside in. */
function peel(text: string, style: MoneyStyle): Peeled {
  const found: Peeled = {
    text,
    inBrackets: false,
    hasMinus: false,
    factor: 1,
    otherFactor: null,
    shown: null,
    currency: '',
    percent: false,
  };
  for (let before = ''; before !== found.text; ) {
    before = found.text;
    peelSign(found);
    peelFront(found);
    peelEnd(found, style);
  }
  return found;
}

function peelSign(found: Peeled): void {
  const brackets = /^\((.+)\)$|^<(.+)>$|^\[(.+)\]$/.exec(found.text);
  if (brackets && !found.inBrackets) {
    found.text = String(brackets[1] ?? brackets[2] ?? brackets[3]).trim();
    found.inBrackets = true;
  }
  // 12'500.- and 12.500,-- have no cents, and show the decimal mark; 1,200.00- is less than nothing.
  const whole = /^(.*\d)([.,:])\s?-{1,2}$/.exec(found.text);
  if (whole) {
    found.text = String(whole[1]);
    if (whole[2] !== ':') found.shown = whole[2] as DecimalMark;
  }
  const minus = /^([-+])\s?(?=\S)(.*)$/.exec(found.text) ?? /^()(.*[\d\p{Sc}\p{L}])\s?-$/u.exec(found.text);
  if (!minus) return;
  if (minus[1] === '+') found.text = String(minus[2]);
  else if (!found.hasMinus) {
    found.text = String(minus[2]).trim();
    found.hasMinus = true;
  }
}

function peelFront(found: Peeled): void {
  const word = /^[\p{L}\p{Sc}]+\.?(?=[\s\d(+.,-])/u.exec(found.text)?.[0];
  if (!word) return;
  // T€ 30, M$ 1.5: a letter for thousands before the sign.
  const short = /^([TKM])(\p{Sc}|EUR|USD|CHF|GBP)$/iu.exec(word);
  const whole = currencyOf(word);
  const currency = whole ?? (short ? currencyOf(String(short[2])) : null);
  if (!currency || !takeCurrency(currency, found)) return;
  if (!whole) found.factor *= /^m/i.test(word) ? 1e6 : 1e3;
  found.text = found.text.slice(word.length).trim();
}

function peelEnd(found: Peeled, style: MoneyStyle): void {
  if (found.text.endsWith('%') && !found.percent) {
    found.percent = true;
    found.text = found.text.slice(0, -1).trim();
    return;
  }
  const end = /^(.*?)\s?([\p{L}\p{Sc}]+\.?)$/u.exec(found.text);
  if (!end) return;
  const [, rest = '', word = ''] = end;
  const taken = CREDIT.test(word) && !isIndian(rest, found, style) ? takeCredit(word, rest, found) : null;
  if (taken === false || (taken === null && !wordAtEnd(word, found, style))) return;
  found.text = rest.replace(FILLER, '').trim();
}

function isIndian(figures: string, { currency }: Peeled, { language = '' }: MoneyStyle): boolean {
  return currency === 'INR' || currency === 'rs' || IS_INDIAN.test(language) || /\d,\d\d,\d/.test(figures);
}

/** Booked to the cent, a thousand or more: a credit. "2.5 Cr" is crore (null); of "950.00 CR" nobody can tell (false). */
function takeCredit(word: string, figures: string, found: Peeled): boolean | null {
  if (!/\d[.,]\d\d$/.test(figures)) return null;
  if (!/\d\D?\d{3}[.,]\d\d$/.test(figures)) return word.startsWith('CR') ? false : null;
  found.hasMinus = true;
  return true;
}

/** A currency, a word for thousands, or both in one: "k€", "TEUR". */
function wordAtEnd(word: string, found: Peeled, style: MoneyStyle): boolean {
  const currency = currencyOf(word);
  if (currency && takeCurrency(currency, found)) return true;
  if (takeFactor(fold(word), found, style)) return true;
  const both = /^([\p{L}]{1,4}\.?)(\p{Sc}|EUR|USD|GBP|CHF|kr)\.?$/u.exec(word);
  if (!both || found.currency !== '') return false;
  const factor = /^t$/i.test(String(both[1])) ? 1e3 : FACTORS.get(fold(String(both[1])).replace(/\.$/, ''));
  const second = currencyOf(String(both[2]));
  if (!factor || !second) return false;
  found.factor *= factor;
  found.currency = second;
  return true;
}

/** "$ 1,200 USD" names one currency twice: the surer name counts. Two different ones are no amount. */
function takeCurrency(currency: string, found: Peeled): boolean {
  if (found.currency !== '' && !sameCurrency(found.currency, currency)) return false;
  found.currency = /^[A-Z]{3}$/.test(found.currency) ? found.currency : currency;
  return true;
}

function takeFactor(written: string, found: Peeled, style: MoneyStyle): boolean {
  const word = written.replace(/\.$/, '');
  if (word === MIL) {
    // "2 mil millones", "R$ 30 mil" and, shortened by a dot, "2,5 mil. Kč" are plain; "30 mil" is not.
    const plain = found.factor > 1 || IBERIAN.test(found.currency) ? 1e3 : written !== word ? 1e6 : null;
    const thousand = plain === 1e3 || (plain === null && milIsThousand(style.language ?? ''));
    if (plain === null) found.otherFactor = thousand ? 1e6 : 1e3;
    found.factor *= thousand ? 1e3 : 1e6;
    return true;
  }
  const factor = FACTORS.get(word);
  if (!factor || (found.factor > 1 && factor > 1e3)) return false;
  found.factor *= factor;
  return true;
}

function faultOf(text: string, core: string): MoneyFault {
  if (text.startsWith('=')) return 'formula';
  if (/^[-+]?\d+(?:[.,]\d+)?e[-+]?\d+$/i.test(text)) return 'powers';
  if (/\d\s?\p{L}{0,4}\.?\s?(?:-|\.\.|to|bis|à|–|—)\s?[\p{Sc}]?\s?\d/u.test(text)) return 'range';
  return /^[\d.,'\s]+$/.test(core) ? 'marks' : 'words';
}
