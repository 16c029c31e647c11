/**
 * The browser's storage, which Google's sandbox may refuse. Reading gives null and writing gives false then: what is
 * kept here is a safety net, never the only copy that matters to the sheet.
 */
export function keepText(kind: 'session' | 'local', key: string, text: string | null): boolean {
  try {
    const store = kind === 'session' ? sessionStorage : localStorage;
    if (text === null) store.removeItem(key);
    else store.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** The text kept under a key; null when there is none or storage is refused. */
export function keptText(kind: 'session' | 'local', key: string): string | null {
  try {
    return (kind === 'session' ? sessionStorage : localStorage).getItem(key);
  } catch {
    return null;
  }
}

/** The keys in local storage that begin so; none when storage is refused. */
export function keptKeys(beginning: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(beginning));
  } catch {
    return [];
  }
}
