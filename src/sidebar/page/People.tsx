import { monthTitle } from '../../core/shared/month';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { OwedTabs } from '../start/OwedTabs';
import { words } from '../words';
import { PersonList } from './PersonList';
import { firstView } from './screens';
import { screen, view } from './view';

/** Switches to another person's tab. */
export function People() {
  const s = screen.value;
  if (!s || s.kind === 'setUp') return null;
  const here = s.kind === 'wrongTab' ? undefined : s.rep.repId;
  return (
    <>
      <Header title={words.product} sub={monthTitle(s.dueMonth)} />
      <main class="body">
        <h2 class="lead">{words.switchPerson}</h2>
        <OwedTabs />
        {s.people.length > 0 ? <PersonList people={s.people} here={here} /> : <p class="hint">{words.nobodyYet}</p>}
      </main>
      <PlainDock primary={null} secondary={{ text: words.back, run: () => (view.value = firstView(s)) }} />
    </>
  );
}
