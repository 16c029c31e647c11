/** The language of the browser. */
let known: string | null = null;

/** The language of the browser: decides how 7.500 and 3/11 are read. English where the browser names none that is known. */
export function language(): string {
  if (known !== null) return known;
  // Some systems put more behind the name, as in en-US@posix.
  const [name = ''] = (navigator.language || '').split(/[@.]/);
  try {
    known = Intl.getCanonicalLocales(name)[0] ?? 'en';
  } catch {
    known = 'en';
  }
  return known;
}
