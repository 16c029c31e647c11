/** Whose tabs an import may write. */
import { stop } from '../core/problems';
import type { Rep } from '../core/roster';
import type { Setup } from '../sheet/setup/read';
import type { Tracker } from '../sheet/setup/tracker';
import type { Me } from './who';

/** A salesperson may write on the own tab only: its person's id; '' where all may be written. */
export function onlyFor(setup: Setup, me: Me): string {
  if (me.role !== 'rep') return '';
  return setup.roster.find((rep) => rep.email !== '' && rep.email === me.email)?.id || stop('noTab');
}

/** The person with this id; null for nobody. */
export function repOf(tracker: Tracker, repId: string): Rep | null {
  return tracker.setup().roster.find((rep) => rep.id === repId && repId !== '') ?? null;
}
