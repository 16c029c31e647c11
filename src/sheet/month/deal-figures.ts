import type { Status } from '../../core/deal/carry';
import { a1, COL } from '../grid/grid';
import { HIDDEN, TODAY_CELL } from '../grid/hidden';

/** Rows of a section that are summed over: first and last, its header and the gap after it, so that rows added at either end count. */
export type Span = readonly [top: number, bottom: number];

/** Spans of the sections that hold opportunities. */
export interface DealSpans {
  fresh: readonly Span[];
  existing: readonly Span[];
}

/** Formula texts (without "=") on the opportunities in some spans of one tab. */
export interface DealFormulas {
  /** Sum of the amounts that are still open. */
  amount: string;
  /** How many are open: rows with a name whose status does not close them. */
  open: string;
  /** How many amounts are texts or errors, which no sum counts. */
  uncounted: string;
  /** How many of them are stuck; '' when Setup has no such status. */
  stuck: string;
  /** Sum of the amounts with this status. */
  amountOf: (word: string) => string;
  /** Of the open ones, sum and number of those whose date meets all of these criteria (formula texts). */
  amountIn: (criteria: readonly string[]) => string;
  countIn: (criteria: readonly string[]) => string;
  /** Sum and number of the won ones, or of those closed otherwise. */
  closed: (won: boolean) => { amount: string; count: string };
  /** How many of the open ones in these spans have a later date than when the month began. */
  pushed: (spans: readonly Span[]) => string;
}

/** Larger than any amount: only numbers are smaller, so a text or an error among amounts spoils no sum. */
const ANY_NUMBER = '"<1000000000000000"';

export function dealFormulas(spans: readonly Span[], statuses: readonly Status[]): DealFormulas {
  const closing = statuses.filter((status) => status.closes).map((status) => status.word);
  const each = (make: (range: (col: number) => string) => string) =>
    spans.map((span) => make((col) => rangeOf(span, col))).join('+');
  // A status in a row without a name counts nothing.
  const count = (word: string) =>
    each((range) => `COUNTIFS(${range(COL.who)};"<>";${range(COL.status)};${quoted(word)})`);
  const sum = (range: (col: number) => string) => `SUMIFS(${range(COL.amount)};${range(COL.amount)};${ANY_NUMBER}`;
  const amountOf = (word: string) => each((range) => `${sum(range)};${range(COL.status)};${quoted(word)})`);
  /** All rows that meet the criteria, by their day or by the end of their period, less those with a closing status that do. */
  const openIn = (criteria: readonly string[], call: (range: (col: number) => string) => string) =>
    each((range) => {
      const meets = (col: number) => criteria.map((criterion) => `;${range(col)};${criterion}`).join('');
      const dated = [meets(COL.when), `;${range(COL.when)};"*"${meets(HIDDEN.periodEnd)}`];
      const less = closing.map((word) => `;${range(COL.status)};${quoted(word)}`);
      const part = (criterion: string) => dated.map((when) => `${call(range)}${when}${criterion})`);
      return `${part('').join('+')}${less.map((word) => `-${part(word).join('-')}`).join('')}`;
    });
  const sumOf = (words: readonly string[], make: (word: string) => string) => words.map(make).join('+') || '0';
  return {
    amount: each((range) => {
      const less = closing.map((word) => `-${sum(range)};${range(COL.status)};${quoted(word)})`);
      return `${sum(range)})${less.join('')}`;
    }),
    open: `${each((range) => `COUNTA(${range(COL.who)})-1`)}${closing.map((word) => `-(${count(word)})`).join('')}`,
    uncounted: each((range) => `COUNTA(${range(COL.amount)})-COUNT(${range(COL.amount)})-1`),
    stuck: statuses.some((status) => status.word === 'stuck') ? count('stuck') : '',
    amountOf,
    amountIn: (criteria) => openIn(criteria, sum),
    countIn: (criteria) => openIn(criteria, (range) => `COUNTIFS(${range(COL.who)};"<>"`),
    closed: (won) => {
      const words = statuses.filter((status) => status.closes && status.won === won).map((status) => status.word);
      return { amount: sumOf(words, amountOf), count: sumOf(words, count) };
    },
    pushed: (within) => within.map((span) => pushedIn(span, closing)).join('+'),
  };
}

/** A row's date against the one it had when the month began, by whole days: a time of day moves nothing. */
function pushedIn(span: Span, closing: readonly string[]): string {
  const [when, start, status] = [COL.when, HIDDEN.startWhen, COL.status].map((col) => rangeOf(span, col));
  const open = closing.map((word) => `*(${status}<>"${word.replace(/"/g, '""')}")`).join('');
  return `SUMPRODUCT(ISNUMBER(${when})*ISNUMBER(${start})*(${when}>=${start}+1)${open})`;
}

/** Formula texts on the commitments in a span: how many are open, how many of them are late. */
export function commitmentFormulas(span: Span): { open: string; late: string } {
  const state = rangeOf(span, COL.status);
  return {
    // Less the header, and the first text below: it stands in the span so that rows added above it count.
    open: `COUNTA(${rangeOf(span, COL.who)})-2-COUNTIF(${state};"done")-COUNTIF(${state};"dropped")`,
    late: `COUNTIFS(${state};"open";${rangeOf(span, COL.when)};"<"&${TODAY_CELL})`,
  };
}

/** " · 4 amounts not counted", as a formula text; '' where all are. */
export function uncountedWords(uncounted: string): string {
  return `IF((${uncounted})<=0;"";" · "&(${uncounted})&IF((${uncounted})=1;" amount";" amounts")&" not counted")`;
}

/** "9 open · 2 stuck", from two cells or formula texts. */
export function dealWords(open: string, stuck: string): string {
  return `(${open})&" open"${stuck === '' ? '' : `&IF((${stuck})=0;"";" · "&(${stuck})&" stuck")`}`;
}

/** An amount within words: "950", "40k", "1.2M". No TEXT, whose patterns read differently by locale; nor does a number have a point. */
export function amountWords(amount: string): string {
  const tenths = `ROUND(${amount}/100000;0)`;
  return `IF(${amount}>=1000000;INT(${tenths}/10)&"."&MOD(${tenths};10)&"M";IF(${amount}>=10000;ROUND(${amount}/1000;0)&"k";ROUND(${amount};0)&""))`;
}

function rangeOf([top, bottom]: Span, col: number): string {
  return `${a1(top, col)}:${a1(bottom, col)}`;
}

/** A word as a criterion: in quotes, quotes doubled; wildcards escaped. */
function quoted(word: string): string {
  return `"${word.replace(/[~*?]/g, '~$&').replace(/"/g, '""')}"`;
}
