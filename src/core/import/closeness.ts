import { fold, foldedWords } from '../shared/fold';
import { memo } from '../shared/memo';

/** The words of a name; an apostrophe or a hyphen parts none of them. */
export const nameWords: (name: string) => string[] = memo((name) =>
  foldedWords(fold(name).replace(/['’ʼ\x60´.-]/g, (mark) => (mark === '-' || mark === '.' ? ' ' : ''))),
);

/** A name as it is written where there are no umlauts: "Joerg Mueller" is Jörg Müller. Two such names are compared, none is shown. */
export function withoutUmlauts(words: readonly string[]): string {
  return words.join(' ').replace(/(?<=[aou])e/g, '');
}

/** How likely somebody is meant: 0 for not at all. */
export function closeness(name: string, email: string, person: { name: string; email: string }): number {
  const words = nameWords(name);
  const own = nameWords(person.name);
  const [first = '', last = ''] = [own[0], own[own.length - 1]];
  const logins = [email.split('@')[0] ?? '', words.length === 1 ? (words[0] ?? '') : ''].filter((one) => one !== '');
  const ownLogin = person.email.split('@')[0]?.toLowerCase() ?? '';
  if (logins.some((login) => login === ownLogin && ownLogin !== '')) return 0.9;
  if (logins.some((login) => loginsOf(own).has(fold(login).replace(/[^\p{L}\p{N}]/gu, '')))) return 0.8;
  // "MO", "M. O."
  const initials = own.map((word) => word[0]).join('');
  if (own.length > 1 && words.length > 0 && words.join('') === initials) return 0.4;
  if (words.length < 2) return words[0] === first && first.length > 2 ? 0.5 : 0;
  const same = words.length === own.length && [...words].sort().join(' ') === [...own].sort().join(' ');
  if (same) return 0.95;
  const ends = [words[0] as string, words[words.length - 1] as string];
  if (own.length > 1 && ends[0] === first && ends[1] === last) return 0.85;
  const initial = (a: string, b: string) => a.length === 1 && b.startsWith(a);
  if (ends[1] === last && (initial(ends[0]!, first) || initial(first, ends[0]!))) return 0.7;
  if (ends[0] === first && (initial(ends[1]!, last) || initial(last, ends[1]!))) return 0.7;
  // "Tamm R.", "tamm.rhea" the other way round.
  if (ends[0] === last && initial(ends[1]!, first)) return 0.65;
  if (words.join('') === own.join('')) return 0.8;
  // "Dr. Mira Oakes (Sales)", "José Núñez" for one with more names.
  const holds = (all: readonly string[], some: readonly string[]) => some.every((word) => all.includes(word));
  if (own.length > 1 && (holds(words, own) || (holds(own, words) && words.some((word) => word.length > 2)))) return 0.6;
  const [a, b] = [words.join(' '), own.join(' ')];
  return a.length > 5 && oneApart(a, b) ? 0.6 : 0;
}

/** What logins are made of a name: mira.oakes, moakes, miraoakes, oakesm, oakes. */
function loginsOf(own: readonly string[]): Set<string> {
  const [first = '', last = ''] = [own[0], own[own.length - 1]];
  if (own.length < 2) return new Set([first]);
  return new Set([
    `${first}${last}`,
    `${first[0]}${last}`,
    `${last}${first[0]}`,
    `${last}${first}`,
    `${first}${last[0]}`,
    last,
  ]);
}

/** Do two texts differ in one letter, or in two that have changed places? */
export function oneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (a.length === b.length)
    return (
      restA.slice(1) === restB.slice(1) ||
      (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
    );
  return a.length > b.length ? restA.slice(1) === restB : restA === restB.slice(1);
}
