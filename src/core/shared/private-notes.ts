/** Notes that a manager keeps for oneself: how much a store of Google’s takes. Limits: Apps Script quotas, "Properties". */

/** Google takes 9 kB a value; a little is left for whose note it is, and since when. */
export const NOTE_MOST_BYTES = 8500;

/** Google takes 500 kB a store, keys counted. */
export const STORE_MOST_BYTES = 490_000;

/** Length of a text as Google counts it: in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
