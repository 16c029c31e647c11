/** Who is at the keyboard, and what they may do. */
import type { Common } from '../contract/state';
import { stop } from '../core/problems';
import type { Rep } from '../core/roster';
import type { Setup } from '../sheet/setup/read';

export type Me = Common['me'];

/**
 * The e-mail of who is at the keyboard, '' where Google hides it. In runs from the menu and the sidebar the effective user
 * is the same person as the active one, whose address may be blank for reasons of policy.
 */
function myEmail(): string {
  return (Session.getActiveUser().getEmail() || Session.getEffectiveUser().getEmail()).toLowerCase();
}

/** Who is at the keyboard, by e-mail against Setup. Without an e-mail the role is unknown. */
export function whoIs(setup: Setup | null): Me {
  const email = myEmail();
  const manager = setup?.managers.find((m) => m.email !== '' && m.email === email);
  if (manager) return { email, role: 'manager', name: manager.name };
  const rep = setup?.roster.find((r) => r.email !== '' && r.email === email);
  if (rep) return { email, role: 'rep', name: rep.name };
  return { email, role: 'unknown', name: '' };
}

/** How the end line of a block names somebody: by name, else by e-mail. */
export function signature(me: Me): string {
  return me.name || me.email;
}

/** A rep may act on the own tab only. Somebody unknown is not held back here: protection of the sheet does that. */
export function mayActOn(me: Me, rep: Rep, tab: string): void {
  if (me.role === 'rep' && rep.email !== me.email) stop('notYourTab', { tab });
}

/** Acts for the whole team are the managers'. */
export function mayActForAll(me: Me): void {
  if (me.role === 'rep') stop('managersOnly');
}
