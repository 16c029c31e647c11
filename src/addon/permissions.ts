/** What the manifest asks for, in words, and the asking for what somebody has unticked. */
import { permissionAsked } from '../core/words';

/** What the manifest asks for, in words; a test holds the two together. */
export const PERMISSIONS: Readonly<Record<string, string>> = {
  'https://www.googleapis.com/auth/spreadsheets.currentonly': 'to read and write this spreadsheet',
  'https://www.googleapis.com/auth/script.container.ui': 'to show its own panel and boxes',
  'https://www.googleapis.com/auth/userinfo.email': 'to see your e-mail address, which tells who is who on the roster',
};

/** The permissions that a text of Google's names by their addresses, in words; an address is never translated. */
export function permissionsIn(text: string): string[] {
  const named = text.match(/https:\/\/www\.googleapis\.com\/auth\/[\w.]+/g) ?? [];
  return named.map((scope) => PERMISSIONS[scope] ?? scope).filter((words, n, all) => all.indexOf(words) === n);
}

/**
 * Asks again for permissions that somebody has unticked. To be called first in a menu act and outside of any try: where
 * one is missing Google ends the run here, shows its own dialog, and the item has to be chosen again.
 * @param tell shows a sentence and waits until it has been read
 */
export function askForPermissions(tell: (sentence: string) => void): void {
  const missing = missingPermissions();
  if (missing) sayFirst(tell, permissionAsked(missing));
  if (typeof ScriptApp.requireAllScopes === 'function') ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
}

/** Those that are missing, in words, as far as Google names them; null when none is. */
function missingPermissions(): string[] | null {
  const info: Consent = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  if (String(info.getAuthorizationStatus()) !== 'REQUIRED') return null;
  const granted = info.getAuthorizedScopes?.() ?? [];
  return granted.length === 0 ? [] : Object.keys(PERMISSIONS).flatMap((scope) => wordsUnless(granted, scope));
}

/** getAuthorizedScopes is newer than the types. */
type Consent = GoogleAppsScript.Script.AuthorizationInfo & { getAuthorizedScopes?: () => string[] | null };

function wordsUnless(granted: readonly string[], scope: string): string[] {
  return granted.includes(scope) ? [] : [PERMISSIONS[scope] as string];
}

/** The permission that is missing may be the one for boxes: then Google's own dialog has to do. */
function sayFirst(tell: (sentence: string) => void, sentence: string): void {
  try {
    tell(sentence);
  } catch (error) {
    console.warn(`asking for permissions: ${error}`);
  }
}
