/** How an act ends: problems in words for the sidebar, and the lock that writing acts hold. */
import type { ProblemView } from '../contract/state';
import { type Problem, ProblemError, stop } from '../core/problems';
import { problemText } from '../core/words';
import { permissionsIn } from './permissions';

/** A problem as the sidebar gets it: in words, with its place. The one place that does this. */
export function problemView(problem: Problem): ProblemView {
  const { code, place, about } = problem;
  return {
    code,
    message: problemText(problem),
    ...(about?.detail !== undefined ? { detail: String(about.detail) } : {}),
    ...(place ? { tab: place.tab } : {}),
    ...(place?.cell ? { cell: place.cell } : {}),
  };
}

/** Any failure as a problem; what nobody foresaw is logged for the maintainer and told in plain words. */
export function problemOf(error: unknown, doing: string): Problem {
  if (error instanceof ProblemError) return error.problem;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.error(`${doing}: ${detail}\n${error instanceof Error ? error.stack : ''}`);
  const known = googleTrouble(detail);
  return { code: known?.code ?? 'unexpected', about: { doing, ...known?.about, detail } };
}

/**
 * Known troubles of Google's, by what it never translates: its words come in the language of whoever runs this. Scopes go
 * by their addresses, and what the spreadsheet itself could not do in time by the file's id.
 */
function googleTrouble(detail: string): Pick<Problem, 'code' | 'about'> | null {
  const permissions = permissionsIn(detail);
  if (permissions.length > 0) return { code: 'permissionMissing', about: { what: permissions.join('; ') } };
  return detail.includes(fileId()) ? { code: 'sheetsSlow' } : null;
}

/** The id of this file, from 25 letters on; a text that stands nowhere when Google does not even tell that. */
function fileId(): string {
  const nowhere = '\u0000';
  try {
    const id = SpreadsheetApp.getActiveSpreadsheet().getId();
    return id.length > 24 ? id : nowhere;
  } catch (error) {
    console.warn(`asking for the file's id: ${error}`);
    return nowhere;
  }
}

/** How long an act waits for another one to finish before it says so, in ms. */
const LOCK_WAIT_MS = 20_000;

/** Runs an act that writes: one at a time in a document, everything in the sheet before the next one begins. */
export function underLock<T>(act: () => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_WAIT_MS)) stop('busy');
  try {
    const result = act();
    SpreadsheetApp.flush();
    return result;
  } finally {
    lock.releaseLock();
  }
}
