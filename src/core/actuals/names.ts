import { closeness, nameWords, oneApart } from '../import/closeness';
import { nameKey } from '../import/deal';
import { fold, foldedWords } from '../shared/fold';
import type { LeftOut, NameQuestion, NamesSaid, TextPlace } from './figures';

/** Somebody or something that a table may name. */
export interface Named {
  id: string;
  name: string;
  /** Of a person; '' or missing where none is known. */
  email?: string;
  /** Of a KPI: its figures are shares, which a sheet holds as 0.45. */
  isShare?: boolean;
}

/** A name at the edge of a table: who or what it surely is, or those it may be, the likeliest first. */
export type NameMatch = { is: 'same'; id: string } | { is: 'perhaps'; ids: string[] } | { is: 'unknown' };

/** The person that a name stands for: by name or e-mail; a login, initials, a second name, one letter apart are perhaps. */
export function matchPerson(text: string, people: readonly Named[]): NameMatch {
  const turned = text.replace(/^([^,]+),(.+)$/, '$2 $1');
  const email = text.trim().toLowerCase();
  const keys = [nameWords(text).join(' '), nameWords(turned).join(' ')];
  const same = people.filter(
    (one) => keys.includes(nameWords(one.name).join(' ')) || (one.email && one.email === email),
  );
  if (same.length === 1 && same[0]) return { is: 'same', id: same[0].id };
  return perhaps(people, (one) => closeness(text, '', { name: one.name, email: one.email ?? '' }));
}

/** The KPI that a title stands for: the same words; words more or less, or one letter apart, are perhaps. */
export function matchKpi(text: string, kpis: readonly Named[]): NameMatch {
  const words = foldedWords(text);
  if (words.length === 0) return { is: 'unknown' };
  const same = kpis.filter((one) => foldedWords(one.name).join(' ') === words.join(' '));
  if (same.length === 1 && same[0]) return { is: 'same', id: same[0].id };
  return perhaps(kpis, (one) => {
    const own = foldedWords(one.name);
    const [few, many] = own.length < words.length ? [own, words] : [words, own];
    if (few.length > 0 && few.every((word) => many.includes(word))) return few.length / many.length;
    return text.length > 4 && oneApart(fold(text), fold(one.name)) ? 0.6 : 0;
  });
}

function perhaps(known: readonly Named[], likely: (one: Named) => number): NameMatch {
  const found = known
    .map((one) => ({ id: one.id, likely: likely(one) }))
    .filter((one) => one.likely > 0)
    .sort((a, b) => b.likely - a.likely);
  return found.length > 0 ? { is: 'perhaps', ids: found.map(({ id }) => id) } : { is: 'unknown' };
}

/** Under which key an answer about a name is kept. */
export function nameQuestionKey(what: 'person' | 'kpi', name: string): string {
  return `${what}:${nameKey(name)}`;
}

export type What = NameQuestion['what'];

/** Who and what the names of a table are, what a person has said of them, and what is still to be asked. */
export class Names {
  readonly leftOut: LeftOut[] = [];
  readonly questions: NameQuestion[] = [];

  constructor(
    private readonly people: readonly Named[],
    private readonly kpis: readonly Named[],
    private readonly said: NamesSaid,
  ) {}

  match(what: What, name: string): NameMatch | { is: 'leftOut' } {
    const known = what === 'person' ? this.people : this.kpis;
    const said = this.said[nameQuestionKey(what, name)];
    if (said === '') return { is: 'leftOut' };
    if (said !== undefined && known.some(({ id }) => id === said)) return { is: 'same', id: said };
    return what === 'person' ? matchPerson(name, known) : matchKpi(name, known);
  }

  /** How many of some cells name such a one; a perhaps counts half. */
  count(what: What, cells: readonly string[]): number {
    const worth = { same: 1, perhaps: 0.5, leftOut: 1, unknown: 0 };
    return cells.reduce((sum, cell) => sum + (cell === '' ? 0 : worth[this.match(what, cell).is]), 0);
  }

  /** The id that a name stands for; null where it is left out or asked about, which is noted. */
  idOf(what: What, name: string, at: TextPlace): string | null {
    const match = this.match(what, name);
    if (match.is === 'same') return match.id;
    const isAsked = this.questions.some((one) => one.what === what && nameKey(one.name) === nameKey(name));
    if (match.is === 'perhaps' && !isAsked) this.questions.push({ what, name, ids: match.ids });
    if (match.is === 'unknown') this.leftOut.push({ why: 'unknown', what, name, at });
    return null;
  }

  nameOf(what: What, id: string): string {
    return (what === 'person' ? this.people : this.kpis).find((one) => one.id === id)?.name ?? '';
  }
}
