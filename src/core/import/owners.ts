import { foldedWords, isBlankMark } from '../shared/fold';
import { closeness, nameWords, withoutUmlauts } from './closeness';
import { nameKey } from './deal';
import { INACTIVE, NO_OWNER } from './words';

/** Somebody whose tab deals can go to. */
export interface Person {
  id: string;
  name: string;
  email: string;
}

/** Who an owner of the CRM is. */
export type OwnerMatch =
  /** The same name or e-mail. */
  | { is: 'person'; id: string }
  /** Somebody it may be, the likeliest first: a person has to say so. */
  | { is: 'perhaps'; ids: string[] }
  /** A key of the CRM's own ("0058d000001AbCd"): a person has to say whose. */
  | { is: 'userId' }
  | { is: 'stranger' }
  /** Nobody: blank, "Unassigned". */
  | { is: 'none' };

/** An owner of the table: as written, how many deals, and who it is. */
export interface ImportOwner {
  key: string;
  text: string;
  count: number;
  match: OwnerMatch;
}

/** The owners of a column, those with most deals first. Blank ones are in it once, with the key ''. */
export function ownersOf(cells: readonly string[], people: readonly Person[]): ImportOwner[] {
  const owners = new Map<string, ImportOwner>();
  for (const cell of cells) {
    const text = ownerText(cell);
    const key = nameKey(text);
    const owner = owners.get(key) ?? { key, text, count: 0, match: matchOwner(text, people) };
    owner.count++;
    owners.set(key, owner);
  }
  return [...owners.values()].sort((a, b) => b.count - a.count);
}

/** An owner's cell without what stands for nobody: '' for "Unassigned". */
export function ownerText(cell: string): string {
  const text = cell.replace(/\s+/g, ' ').trim();
  return isBlankMark(text) || NO_OWNER.has(foldedWords(text).join(' ')) ? '' : text;
}

const EMAIL = /[^\s,;:<>()"]+@[^\s,;<>()"]+/;

/**
 * The person that a CRM's owner is. The same: e-mail or name, whatever the case, accents, apostrophes, order around a
 * comma, and a mark behind it for people who have left. Perhaps: a login, initials, a second name, one letter apart.
 */
export function matchOwner(owner: string, people: readonly Person[]): OwnerMatch {
  if (ownerText(owner) === '') return { is: 'none' };
  const email = EMAIL.exec(owner)?.[0].toLowerCase() ?? '';
  const byEmail = email === '' ? [] : people.filter((one) => one.email.toLowerCase() === email);
  if (byEmail[0]) return { is: 'person', id: byEmail[0].id };
  // "EXAMPLE\moakes", "mailto:": what stands before a login.
  const plain = (email === '' ? owner : owner.replace(EMAIL, '')).replace(/^\S+\\(?=\S+$)/, '');
  const name = withoutMarks(plain);
  const spellings = [nameWords(name), nameWords(name.replace(/^([^,]+),(.+)$/, '$2 $1'))].map((words) =>
    words.join(' '),
  );
  const same = people.filter((one) => spellings.includes(nameWords(one.name).join(' ')));
  if (same.length === 1 && same[0]) return { is: 'person', id: same[0].id };
  const plainly = spellings.map((one) => withoutUmlauts([one]));
  const umlauts = people.filter(
    (one) => /[äöü]/i.test(one.name.normalize()) && plainly.includes(withoutUmlauts(nameWords(one.name))),
  );
  if (same.length === 0 && umlauts.length === 1 && umlauts[0]) return { is: 'person', id: umlauts[0].id };
  if (isUserId(owner)) return { is: 'userId' };
  const likely = people
    .map((one) => ({ id: one.id, closeness: closeness(name, email, one) }))
    .filter((one) => one.closeness > 0)
    .sort((a, b) => b.closeness - a.closeness);
  if (likely.length > 0) return { is: 'perhaps', ids: likely.map(({ id }) => id) };
  return { is: 'stranger' };
}

/** Finds out quickly whether a cell surely names somebody: for columns of which nobody knows what they hold. */
export function surelyNames(people: readonly Person[]): (cell: string) => boolean {
  const names = new Set(people.map((one) => nameWords(one.name).join(' ')));
  const emails = new Set(people.map((one) => one.email.toLowerCase()).filter((email) => email !== ''));
  return (cell) => {
    const email = EMAIL.exec(cell)?.[0].toLowerCase();
    if (email !== undefined && emails.has(email)) return true;
    const words = nameWords(cell);
    return names.has(words.join(' ')) || (cell.includes(',') && names.has([...words.slice(1), words[0]].join(' ')));
  };
}

/** Keys of users: Salesforce's 005…, bare numbers, "user 17", and those with bars. */
function isUserId(owner: string): boolean {
  return /^(005[0-9a-zA-Z]{12,15}|\d+|\{?[0-9a-f]{8}-[0-9a-f-]{27}\}?|[0-9a-f]{24}|(user|usr|benutzer|utilisateur|usuario|utente|gebruiker|пользователь)[ _:#-]*\w*\d\w*)$/i.test(
    owner.trim(),
  );
}

/** "Mira Oakes (deactivated)" without what is behind the name. */
function withoutMarks(owner: string): string {
  return owner
    .replace(/^[([{<]?\s*([^()[\]{}<>-]*?)\s*(?:[)\]}>]|\s-)\s*(?=\S)/u, (whole, mark: string) =>
      INACTIVE.has(foldedWords(mark).join(' ')) ? '' : whole,
    )
    .replace(/[([{<-]\s*([^()[\]{}<>]*?)\s*[)\]}>]?\s*$/u, (whole, mark: string) =>
      INACTIVE.has(foldedWords(mark).join(' ')) || mark.trim() === '' ? '' : whole,
    )
    .replace(/[()<>]/g, ' ')
    .trim();
}
