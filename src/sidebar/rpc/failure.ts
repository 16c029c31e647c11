/** Why a call has failed. */
import type { CallName } from '../../contract/calls';
import type { ProblemView } from '../../contract/state';

/**
 * Why a call has brought no answer.
 * connection: the browser could not reach Google, or lost it on the way. slow: no answer in time. accounts: Google took
 * another account of this browser. permission: the script may not act for the person (any more). gone: the script has
 * been changed since the page was served. tooMany: too many runs at once. empty: an answer without its content. busy:
 * somebody else holds the lock. sheets: the spreadsheet itself was too slow. refused: turned down, and nothing that
 * would not be translated says why.
 */
export type FailureKind =
  | 'connection'
  | 'slow'
  | 'accounts'
  | 'permission'
  | 'gone'
  | 'tooMany'
  | 'empty'
  | 'busy'
  | 'sheets'
  | 'refused';

/** What is known of a call that failed. `raw` is what Google said, name and message; '' when it said nothing. */
export interface Failure {
  kind: FailureKind;
  raw: string;
}

/** Kinds that do not pass by waiting: the person has to do something first. */
const LASTING: readonly FailureKind[] = ['accounts', 'permission', 'gone'];

export function isLasting({ kind }: Failure): boolean {
  return LASTING.includes(kind);
}

/**
 * By name, codes and addresses only: Google's sentences come in the language of whoever is at the keyboard, and these do
 * not. The order matters: "HTTP 403" is a connection error by its name.
 */
const TOKENS: readonly [FailureKind, RegExp][] = [
  ['accounts', /\bPERMISSION_DENIED\b|\bHTTP 403\b/],
  ['permission', /\bUNAUTHENTICATED\b|\bHTTP 401\b|googleapis\.com\/auth/],
  ['tooMany', /\bRESOURCE_EXHAUSTED\b|\bHTTP 429\b/],
  ['slow', /\bDEADLINE_EXCEEDED\b|\bHTTP (408|504)\b/],
  ['gone', /\bNOT_FOUND\b|\bHTTP 404\b/],
  ['connection', /^(NetworkError|TransportError)\b|\bHTTP \d+\b|\bUNAVAILABLE\b/],
];

/** What the failure handler was given, or what the runner threw at the call. */
export function failureOf(error: unknown, name: CallName): Failure {
  const raw = rawText(error);
  const known = TOKENS.find(([, token]) => token.test(raw));
  if (known) return { kind: known[0], raw };
  // Google names the function that it does not find.
  return { kind: raw.includes(name) ? 'gone' : 'refused', raw };
}

/** A problem of the server's that passes by itself; null for any other. */
export function passing({ code, detail = '' }: ProblemView): Failure | null {
  if (code === 'busy') return { kind: 'busy', raw: detail };
  return code === 'sheetsSlow' ? { kind: 'sheets', raw: detail } : null;
}

function rawText(error: unknown): string {
  if (!(error instanceof Error)) return String(error ?? '');
  return error.message.startsWith(`${error.name}: `) ? error.message : `${error.name}: ${error.message}`;
}
