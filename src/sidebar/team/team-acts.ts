/** What is done for the whole team: protection, and the Team tab. */
import { announce, notify } from '../page/notices';
import { applyScreen } from '../page/screens';
import { screen, view } from '../page/view';
import { inPortions } from '../page/work';
import { words } from '../words';
import { teamWords } from './words';

/** Lets each person edit the own tab only. */
export async function protectTabs(): Promise<void> {
  const s = screen.peek();
  const result = await inPortions('protectTabs', () => ({}), {
    sub: words.menu.protect,
    steps: { tab: teamWords.protectingTabs, managers: teamWords.protectingTabs },
    writes: true,
    expected: s && s.kind !== 'setUp' ? s.people.length : 0,
    again: () => void protectTabs(),
  });
  if (!result) return;
  const open = result.rest.length === 0 ? [] : [teamWords.notProtectedYet(result.rest.length)];
  // Each portion says who cannot be told apart.
  const left = [...new Set([...result.left, ...open])];
  view.value = { at: 'protect', result: { ...result, left } };
  announce(teamWords.protectedSaid(result.done.length, left.length));
}

/** Makes the Team tab, or brings it up to date. */
export async function buildTeam(): Promise<void> {
  const result = await inPortions('buildTeam', () => ({}), {
    sub: words.menu.team,
    steps: { team: words.updatingTeam },
    writes: true,
    again: () => void buildTeam(),
  });
  if (!result?.screen) return;
  applyScreen(result.screen);
  notify(teamWords.teamBuilt);
}
