import type { Status } from '../core/carry';
import { a1, COL } from './grid';

/** Rows of a section that are summed over: first and last, its header and the gap after it, so that rows added at either end count. */
export type Span = readonly [top: number, bottom: number];

/** Formula texts (without "=") on the opportunities in some spans of one tab. */
export interface DealFormulas {
  /** Sum of the amounts that are still open. */
  amount: string;
  /** How many are open: rows with a name whose status does not close them. */
  open: string;
  /** How many of them are stuck; '' when Setup has no such status. */
  stuck: string;
}

export function dealFormulas(spans: readonly Span[], statuses: readonly Status[]): DealFormulas {
  const over = (col: number) => spans.map((span) => rangeOf(span, col));
  const closing = statuses.filter((status) => status.closes).map((status) => status.word);
  const count = (word: string) =>
    over(COL.status)
      .map((range) => `COUNTIF(${range};${quoted(word)})`)
      .join('+');
  const amount = over(COL.amount).map((range, n) => {
    const status = over(COL.status)[n] as string;
    return `SUM(${range})${closing.map((word) => `-SUMIF(${status};${quoted(word)};${range})`).join('')}`;
  });
  const named = over(COL.who)
    .map((range) => `COUNTA(${range})-1`)
    .join('+');
  return {
    amount: amount.join('+'),
    open: `${named}${closing.map((word) => `-(${count(word)})`).join('')}`,
    stuck: statuses.some((status) => status.word === 'stuck') ? count('stuck') : '',
  };
}

/** Formula texts on the commitments in a span: how many are open, how many of them are late. */
export function commitmentFormulas(span: Span): { open: string; late: string } {
  const state = rangeOf(span, COL.status);
  return {
    open: `COUNTA(${rangeOf(span, COL.who)})-1-COUNTIF(${state};"done")-COUNTIF(${state};"dropped")`,
    late: `COUNTIFS(${state};"open";${rangeOf(span, COL.when)};"<"&TODAY())`,
  };
}

/** "9 open · 2 stuck", from two cells or formula texts. */
export function dealWords(open: string, stuck: string): string {
  return `(${open})&" open"${stuck === '' ? '' : `&IF((${stuck})=0;"";" · "&(${stuck})&" stuck")`}`;
}

function rangeOf([top, bottom]: Span, col: number): string {
  return `${a1(top, col)}:${a1(bottom, col)}`;
}

/** A word as a criterion: in quotes, quotes doubled; wildcards escaped. */
function quoted(word: string): string {
  return `"${word.replace(/[~*?]/g, '~$&').replace(/"/g, '""')}"`;
}
