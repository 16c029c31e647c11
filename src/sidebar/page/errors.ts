/** What stands in the way, in words. */
import type { ProblemView } from '../../contract/state';
import { type Failure, isLasting } from '../rpc/failure';
import { failureWords, rpcWords } from '../rpc/words';

/** What stands in the way of something that the person asked for. */
export interface PageError {
  title?: string;
  text: string;
  again: (() => void) | null;
  /** What Google said, word for word; '' while it is not worth showing. */
  raw?: string;
  /** Waiting does not help: the panel is to be closed. */
  isToClose?: boolean;
  /** The browser does not reach Google. */
  isOffline?: boolean;
}

/** Rows that are not in the sheet yet. */
export interface Unsaved {
  rows: number;
  /** Does the browser's storage hold them? */
  isKept: boolean;
}

/** From this try on it is not just a blink: there is more to say, and what Google says is one click away. */
export const TRIES_BEFORE_HELP = 3;

/** A call without an answer, in words: what it means, what is done about it, and what becomes of words that are not saved. */
export function errorOfFailure(failure: Failure, times: number, left: Unsaved, again: (() => void) | null): PageError {
  const { title, text } = failureText(failure, times);
  return {
    title,
    text: left.rows > 0 ? `${text} ${rowsText(failure, left)}` : text,
    again,
    raw: times < TRIES_BEFORE_HELP ? '' : failure.raw,
    isToClose: failure.kind === 'permission' || failure.kind === 'gone',
    isOffline: failure.kind === 'connection',
  };
}

/** A problem that the server has told, with what Google said to it. */
export function errorOfProblem({ message, detail = '' }: ProblemView, again: (() => void) | null): PageError {
  return { text: message, again, raw: detail };
}

/** Title and sentence of a failure, by how often it has happened in a row. */
export function failureText({ kind }: Failure, times: number): { title: string; text: string } {
  const { title, text, later = text } = failureWords[kind];
  return { title, text: times < TRIES_BEFORE_HELP ? text : later };
}

/** What becomes of rows that are not in the sheet: that they are kept is said only where the browser keeps them. */
function rowsText(failure: Failure, { rows, isKept }: Unsaved): string {
  return isLasting(failure) ? rpcWords.rowsLeft(rows, isKept) : rpcWords.rowsWait(rows, isKept);
}
