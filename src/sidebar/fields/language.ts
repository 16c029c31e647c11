/** The language of the browser. */
let canonical: string | null = null;

/** Takes the spreadsheet's language, so that a text means here what it means in a cell. Undefined leaves the browser's. */
export function readAsIn(file: string | undefined): void {
  canonical = null;
  if (file !== undefined) language(file);
}

/**
 * The language that decides how 7.500 and 3/11 are read: the spreadsheet's, the browser's as long as nobody has told. English
 * where that is none that is known.
 */
export function language(told?: string): string {
  if (canonical !== null) return canonical;
  // Some systems put more behind the name, as in en-US@posix.
  const [name = ''] = (told ?? navigator.language ?? '').split(/[@.]/);
  try {
    canonical = Intl.getCanonicalLocales(name)[0] ?? 'en';
  } catch {
    canonical = 'en';
  }
  return canonical;
}
