/** The page on a tab that is no salesperson's. */
import type { WrongTabScreen } from '../../contract/state';
import { monthTitle } from '../../core/shared/month';
import { DamageNote } from '../check/DamageNote';
import type { Primary } from '../parts/Dock';
import { SetupProblems } from '../parts/SetupProblems';
import { SidePage } from '../parts/SidePage';
import { OwedTabs } from '../start/OwedTabs';
import { words } from '../words';
import { loadScreen, openTab } from './open-tab';
import { PersonList } from './PersonList';
import { view } from './view';
import { pageWords } from './words';

/** Says where one is, and leads to people and their tabs. */
export function WrongTab({ screen }: { screen: WrongTabScreen }) {
  const { dueMonth, tab, people, damage } = screen;
  return (
    <SidePage
      sub={monthTitle(dueMonth)}
      lead={pageWords.wrongTab(tab)}
      hint={people.length > 0 ? pageWords.wrongTabMore : pageWords.nobodyYet}
      primary={wrongTabPrimary(screen)}
      secondary={{ text: pageWords.lookAgain, run: () => void loadScreen() }}
    >
      {damage && <DamageNote message={damage.message} />}
      <SetupProblems />
      <OwedTabs />
      {people.length > 0 && <PersonList people={people} />}
    </SidePage>
  );
}

/** The only tab that there is, or the way to the first one. */
function wrongTabPrimary({ people }: WrongTabScreen): Primary | null {
  const open = people.filter((person) => person.sheetId !== null);
  const [first] = open;
  if (!first) return { text: words.menu.addPeople, run: () => (view.value = { at: 'addPeople' }) };
  return open.length === 1
    ? { text: pageWords.openTabOf(first.name), run: () => void openTab(first.sheetId ?? 0) }
    : null;
}
