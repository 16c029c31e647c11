import type { WrongTabScreen } from '../../contract/state';
import { monthTitle } from '../../core/shared/month';
import { checkTab } from '../check/check-tab';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { SetupProblems } from '../parts/SetupProblems';
import { OwedTabs } from '../start/OwedTabs';
import { words } from '../words';
import { loadScreen, openTab } from './open-tab';
import { PersonList } from './PersonList';
import { view } from './view';

/** The sidebar was opened on a tab that is no salesperson's. */
export function WrongTab({ screen }: { screen: WrongTabScreen }) {
  const open = screen.people.filter((p) => p.sheetId !== null);
  const first = open.length === 1 ? open[0] : undefined;
  const again = { text: words.lookAgain, run: () => void loadScreen() };
  const addPeople = { text: words.menu.addPeople, run: () => (view.value = { at: 'addPeople' }) };
  return (
    <>
      <Header title={words.product} sub={monthTitle(screen.dueMonth)} />
      <main class="body">
        <div>
          <h2 class="lead" dir="auto">
            {words.wrongTab(screen.tab)}
          </h2>
          <p class="hint">{screen.people.length > 0 ? words.wrongTabMore : words.nobodyYet}</p>
        </div>
        {screen.damage && (
          <div class="note warn">
            <Icon name="warn" />
            <div dir="auto">
              {screen.damage.message}
              <button type="button" class="link" onClick={() => void checkTab()}>
                {words.menu.check}
              </button>
            </div>
          </div>
        )}
        <SetupProblems />
        <OwedTabs />
        {screen.people.length > 0 && <PersonList people={screen.people} />}
      </main>
      {first ? (
        <PlainDock
          primary={{ text: words.openTabOf(first.name), run: () => void openTab(first.sheetId ?? 0) }}
          secondary={again}
        />
      ) : open.length === 0 ? (
        <PlainDock primary={addPeople} secondary={again} />
      ) : (
        <PlainDock primary={null} secondary={again} />
      )}
    </>
  );
}
