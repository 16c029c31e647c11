/** How texts are put together: numbers with their words, lists of names, parts of a line. Another language changes these. */

/** "1,250". */
export function digits(n: number): string {
  return n.toLocaleString('en-US');
}

/** "1 deal", "1,250 deals". */
export function many(n: number, one: string, more: string): string {
  return `${digits(n)} ${n === 1 ? one : more}`;
}

/** "once", "twice", "3 times". */
export function times(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`;
}

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** Small numbers in words. */
export function inWords(n: number): string {
  return COUNTS[n] ?? String(n);
}

/** "three months". */
export function monthsInWords(n: number): string {
  return `${inWords(n)} ${n === 1 ? 'month' : 'months'}`;
}

/** "third", as far as anything is counted in words. */
export function ordinalInWords(n: number): string {
  return ORDINALS[n] ?? ordinal(n);
}

/** "1st", "12th". */
export function ordinal(n: number): string {
  const last = n % 100 > 10 && n % 100 < 14 ? 0 : n % 10;
  return `${n}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}

/** "Halden, Portan and Vire". */
export function list(names: readonly string[]): string {
  return names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** A few of many names: "Halden, Portan and 3 more". */
export function some(names: readonly string[], most = 3): string {
  return names.length <= most + 1 ? list(names) : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}

/** With a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Parts of one line, those that say something: "1 stuck · weighted 12k". */
export function joined(parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false && part !== '').join(' · ');
}
