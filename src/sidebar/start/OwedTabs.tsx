/** People of Setup who have no tab yet. */
import { screen } from '../page/view';
import { Button } from '../parts/Button';
import { Note } from '../parts/Note';
import { makeTabs } from './new-tabs';
import { startWords } from './words';

/** People whom somebody typed into Setup, or whom a set-up that was stopped has left: they can have their tabs from here. */
export function OwedTabs() {
  const s = screen.value;
  if (!s || s.kind === 'setUp' || s.me.role === 'rep') return null;
  const n = s.people.filter((person) => person.owed).length;
  if (n === 0) return null;
  return (
    <Note icon="info">
      {startWords.tabsOwed(n)}
      <div class="acts">
        <Button small run={() => void makeTabs(s.dueMonth, n)}>
          {startWords.makeTheirTabs(n)}
        </Button>
      </div>
    </Note>
  );
}
