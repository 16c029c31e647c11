import type { Rep } from '../roster';
import type { IsoDate } from '../shared/dates';
import { type ImportDeal, nameKey } from './deal';

/** Deals of one owner that nobody on the roster stands for, by the name that the CRM has. */
export interface StrangeOwner {
  owner: string;
  count: number;
}

/** Whose deals are whose: by the owner's e-mail or name, case and spaces apart. Owners not on the roster are named. */
export function dealsByRep(
  deals: readonly ImportDeal[],
  roster: readonly Rep[],
): { byRep: Map<string, ImportDeal[]>; strangers: StrangeOwner[] } {
  const byRep = new Map<string, ImportDeal[]>();
  const strangers = new Map<string, StrangeOwner>();
  const known = new Map<string, Rep | null>();
  for (const deal of deals) {
    const key = nameKey(deal.owner);
    if (!known.has(key)) known.set(key, repOf(deal.owner, roster));
    const rep = known.get(key);
    if (rep) {
      const own = byRep.get(rep.id) ?? [];
      own.push(deal);
      byRep.set(rep.id, own);
    } else {
      const stranger = strangers.get(key) ?? { owner: deal.owner, count: 0 };
      stranger.count++;
      strangers.set(key, stranger);
    }
  }
  return { byRep, strangers: [...strangers.values()] };
}

/** The person that a CRM's owner is: "Mira Oakes", "Oakes, Mira", "mira@example.com", "Mira Oakes (mira@example.com)". */
function repOf(owner: string, roster: readonly Rep[]): Rep | null {
  const email = /[^\s,;<>()"]+@[^\s,;<>()"]+/.exec(owner)?.[0].toLowerCase();
  const byEmail = email ? roster.find((rep) => rep.email === email) : undefined;
  if (byEmail) return byEmail;
  const name = nameKey(email ? owner.replace(/[(<]?[^\s,;<>()"]+@[^\s,;<>()"]+[)>]?/, '') : owner);
  const turned = nameKey(name.replace(/^([^,]+),(.+)$/, '$2 $1'));
  return roster.find((rep) => nameKey(rep.name) === name || nameKey(rep.name) === turned) ?? null;
}

/** Has this person left by that day? */
export function hasLeft(rep: Rep, today: IsoDate): boolean {
  return rep.end !== '' && rep.end < today;
}
