/** The page on a tab that is no salesperson's: for a manager, home. */
import type { WrongTabScreen } from '../../contract/state';
import { addMonths, monthTitle } from '../../core/shared/month';
import { DamageNote } from '../check/DamageNote';
import { Button } from '../parts/Button';
import type { Primary } from '../parts/Dock';
import { SetupProblems } from '../parts/SetupProblems';
import { SidePage } from '../parts/SidePage';
import { OwedTabs } from '../start/OwedTabs';
import { previewMonth } from '../start/start-month';
import { openGoals } from '../team/goal-grid';
import { words } from '../words';
import { loadScreen, openTab } from './open-tab';
import { PersonList } from './PersonList';
import { TeamList } from './TeamList';
import { view } from './view';
import { pageWords } from './words';

/** Says where one is, and leads to people and their tabs. */
export function WrongTab({ screen }: { screen: WrongTabScreen }) {
  const { dueMonth, tab, people, damage } = screen;
  const home = screen.home && screen.home.length > 0 ? screen.home : null;
  const hint = people.length > 0 ? '' : pageWords.nobodyYet;
  // The month that somebody lacks: where all have the one that is due, the next.
  const hasDue = home?.every(({ sheetId, month }) => sheetId === null || (month ?? 0) >= dueMonth);
  const toStart = hasDue ? addMonths(dueMonth, 1) : dueMonth;
  return (
    <SidePage
      sub={monthTitle(dueMonth)}
      lead={home ? pageWords.homeLead : pageWords.wrongTab(tab)}
      hint={home ? pageWords.homeMore : hint}
      primary={wrongTabPrimary(screen)}
      secondary={{ text: pageWords.lookAgain, run: () => void loadScreen() }}
    >
      {damage && <DamageNote message={damage.message} />}
      <SetupProblems />
      <OwedTabs />
      {home ? <TeamList lines={home} /> : people.length > 0 && <PersonList people={people} />}
      {home && (
        <div class="acts">
          <Button small run={() => void previewMonth(null, toStart)}>
            {words.menu.startEveryone(toStart)}
          </Button>
          <Button small run={() => (view.value = { at: 'actuals' })}>
            {words.menu.actuals}
          </Button>
          <Button small run={openGoals}>
            {words.menu.goals}
          </Button>
        </div>
      )}
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
