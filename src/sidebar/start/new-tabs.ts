/** Making tabs: for a whole team, for those who are new, for those whom Setup has without one. */
import type { Screen } from '../../contract/state';
import type { MonthKey } from '../../core/shared/month';
import { announce, notify } from '../page/notices';
import { arrive, loadScreen } from '../page/open-tab';
import { applyBelow } from '../page/previewed';
import { inPortions } from '../page/work';
import { joined } from '../wording';
import { words } from '../words';
import { namesIn } from './names';
import { startWords } from './words';

/** Makes the tracker: Setup, a tab for each name, the first month. */
export async function setUpTeam(people: string, month: MonthKey, managerName: string): Promise<void> {
  const made = await inPortions('setUpTeam', () => ({ people, month, managerName }), {
    ...makingTabs(startWords.setUpTitleShort, () => void setUpTeam(people, month, managerName)),
    expected: namesIn(people).length,
  });
  if (made) await arriveOrReread(made.screen);
}

/** Adds people; says who is new and who was there already. */
export async function addPeople(people: string, month: MonthKey | null): Promise<string | null> {
  const made = await inPortions('addPeople', () => ({ people, month }), {
    ...makingTabs(words.menu.addPeople, () => void addPeople(people, month)),
    expected: namesIn(people).length,
  });
  if (!made) return null;
  applyBelow(made.screen);
  const left = made.rest.filter((unit) => unit.startsWith('tab:')).length;
  const text = joined([
    startWords.peopleAdded(made.added, made.alreadyThere),
    left === 0 ? '' : startWords.tabsOwed(left),
  ]);
  announce(text);
  return text;
}

/** Gives those who stand in Setup without a tab theirs, with a month. */
export async function makeTabs(month: MonthKey, expected: number): Promise<void> {
  const made = await inPortions('makeTabs', () => ({ month }), {
    ...makingTabs(words.menu.makeTabs, () => void makeTabs(month, expected)),
    expected,
  });
  if (!made) return;
  await arriveOrReread(made.screen);
  notify(startWords.peopleAdded(made.added, []));
}

/** How the making of tabs is shown. */
export function makingTabs(sub: string, again: () => void) {
  return { sub, again, writes: true, steps: { tab: startWords.makingTabs, team: words.updatingTeam } };
}

/** After work that was left in the middle, the screen is read anew. */
export async function arriveOrReread(fresh: Screen | null): Promise<void> {
  if (fresh) arrive(fresh);
  else await loadScreen();
}
