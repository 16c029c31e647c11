import type { Problem } from './problems';
import type { AgendaId } from './shared/agenda';
import type { IsoDate } from './shared/dates';

/** A salesperson, as the roster of Setup knows one. */
export interface Rep {
  /** "rk3f9a2": made once, in hidden cells; the name may change, the id does not. */
  id: string;
  name: string;
  email: string;
  start: IsoDate | '';
  end: IsoDate | '';
  manager: string;
  agenda: AgendaId;
  /** Google's sheet id of the tab; null before the tab is made. */
  sheetId: number | null;
  /** Row in the Setup tab, 1-based. */
  row: number;
}

/** Has this person left by that day? */
export function hasLeft(rep: Pick<Rep, 'end'>, today: IsoDate): boolean {
  return rep.end !== '' && rep.end < today;
}

export interface Manager {
  name: string;
  email: string;
}

export interface NewPerson {
  name: string;
  email: string;
}

/** Longest name that is taken; a tab's name is made shorter on its own. */
export const MAX_NAME = 200;
/** Google's limit for a tab's name is 100 characters; some room is left for " (2)". */
const MAX_TAB_NAME = 90;

/**
 * Reads pasted people: one per line, "Name", "Name, e-mail", "Name <e-mail>" or two columns of a sheet (tab between).
 * Blank lines and repeated lines are left out; a name that appears with two different e-mails is a problem.
 */
export function parsePeople(text: string): { people: NewPerson[]; problems: Problem[] } {
  const people: NewPerson[] = [];
  const problems: Problem[] = [];
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = tidyName(raw);
    if (line === '') continue;
    const person = parsePerson(raw.trim());
    const odd = person.email === '' ? /[^\s,;<>]+@\S*/.exec(line)?.[0] : undefined;
    if (odd !== undefined) {
      problems.push({ code: 'oddAddress', about: { text: odd.slice(0, 60) } });
      continue;
    }
    if (!isName(person.name)) {
      problems.push({ code: 'nameTooOdd', about: { name: person.name.slice(0, 60), max: MAX_NAME } });
      continue;
    }
    const twin = people.find((p) => sameName(p.name, person.name));
    if (!twin) people.push(person);
    else if (twin.email !== '' && person.email !== '' && twin.email !== person.email)
      problems.push({ code: 'duplicatePerson', about: { name: person.name } });
    else if (twin.email === '') twin.email = person.email;
  }
  if (people.length === 0 && problems.length === 0) problems.push({ code: 'noPeople' });
  return { people, problems };
}

const ADDRESS = /[^\s,;<>@"]+@[^\s,;<>@"]+\.[^\s,;<>@"]+/;

/** Can a text be one e-mail address? Only Google knows whether anybody has it. */
export function isAddress(text: string): boolean {
  return ADDRESS.exec(text)?.[0] === text;
}

function parsePerson(line: string): NewPerson {
  const email = ADDRESS.exec(line)?.[0] ?? '';
  const rest = email ? line.replace(email, '').replace(/[<>]/g, '') : line;
  return { name: tidyName(rest.replace(/[\s,;]+$/, '').replace(/^[\s,;]+/, '')), email: email.toLowerCase() };
}

/** One line, single spaces, no invisible characters that make two equal names differ. */
export function tidyName(name: string): string {
  return name
    .replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function isName(name: string): boolean {
  return name.length <= MAX_NAME && /[\p{L}\p{N}]/u.test(name);
}

/** Names are the same when they differ only in case, accents' encoding or spaces. */
export function sameName(a: string, b: string): boolean {
  const key = (s: string) => tidyName(s).normalize('NFKC').toLowerCase();
  return key(a) === key(b);
}

/**
 * A tab name for a person: the name without what Google refuses or formulas trip over, at most 90 characters,
 * and different (whatever the case) from every name in `taken`.
 */
export function tabNameFor(name: string, taken: readonly string[]): string {
  const cleaned = tidyName(name.replace(/[[\]*?:/\\!]/g, ' ').replace(/^'+|'+$/g, ''));
  const base = Array.from(cleaned || 'Person')
    .slice(0, MAX_TAB_NAME)
    .join('')
    .trim();
  const used = new Set(taken.map((t) => t.toLowerCase()));
  let candidate = base;
  for (let n = 2; used.has(candidate.toLowerCase()); n++) candidate = `${base} (${n})`;
  return candidate;
}

/** First name for sentences: "Mira" of "Mira Oakes". */
export function shortName(name: string): string {
  return tidyName(name).split(' ')[0] ?? name;
}
