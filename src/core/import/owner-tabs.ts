import type { Rep } from '../roster';
import type { IsoDate } from '../shared/dates';
import { fold } from '../shared/fold';
import { type ImportDeal, nameKey } from './deal';

/** Deals of one owner that nobody on the roster stands for, by the name that the CRM has. */
export interface StrangeOwner {
  owner: string;
  count: number;
}

/**
 * Whose deals are whose: by what a person has said (`chosen`: roster ids by the owner's key, '' leaves them out), else by
 * the same name or e-mail. Owners that nobody stands for are named.
 */
export function dealsByRep(
  deals: readonly ImportDeal[],
  roster: readonly Rep[],
  chosen: Readonly<Record<string, string>> = {},
): { byRep: Map<string, ImportDeal[]>; strangers: StrangeOwner[] } {
  const byRep = new Map<string, ImportDeal[]>();
  const strangers = new Map<string, StrangeOwner>();
  const known = new Map<string, string | null>();
  const repOf = (owner: string): string | null => {
    const said = chosen[nameKey(owner)];
    if (said !== undefined) return roster.find((rep) => rep.id === said && said !== '')?.id ?? null;
    return sameRep(owner, roster);
  };
  for (const deal of deals) {
    const key = nameKey(deal.owner);
    if (!known.has(key)) known.set(key, repOf(deal.owner));
    const id = known.get(key);
    if (id) {
      const own = byRep.get(id) ?? [];
      own.push(deal);
      byRep.set(id, own);
    } else {
      const stranger = strangers.get(key) ?? { owner: deal.owner, count: 0 };
      stranger.count++;
      strangers.set(key, stranger);
    }
  }
  return { byRep, strangers: [...strangers.values()] };
}

const EMAIL = /[(<]?([^\s,;<>()"]+@[^\s,;<>()"]+)[)>]?/;

/** The person that a CRM's owner surely is: "Mira Oakes", "Oakes, Mira", "mira@example.com", "Mira Oakes (mira@example.com)". */
function sameRep(owner: string, roster: readonly Rep[]): string | null {
  const email = EMAIL.exec(owner)?.[1]?.toLowerCase();
  const byEmail = email ? roster.find((rep) => rep.email === email) : undefined;
  if (byEmail) return byEmail.id;
  const name = owner.replace(EMAIL, '');
  const keys = [fold(name), fold(name.replace(/^([^,]+),(.+)$/, '$2 $1'))];
  const same = roster.filter((rep) => keys.includes(fold(rep.name)));
  return same.length === 1 ? (same[0]?.id ?? null) : null;
}

/** Has this person left by that day? */
export function hasLeft(rep: Pick<Rep, 'end'>, today: IsoDate): boolean {
  return rep.end !== '' && rep.end < today;
}
