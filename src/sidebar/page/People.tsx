/** The page for another person's tab. */
import { monthTitle } from '../../core/shared/month';
import { SidePage } from '../parts/SidePage';
import { OwedTabs } from '../start/OwedTabs';
import { words } from '../words';
import { goBack } from './go-back';
import { PersonList } from './PersonList';
import { screen } from './view';
import { pageWords } from './words';

/** Switches to another person's tab. */
export function People() {
  const s = screen.value;
  if (!s || s.kind === 'setUp') return null;
  const here = s.kind === 'wrongTab' ? undefined : s.rep.repId;
  return (
    <SidePage
      sub={monthTitle(s.dueMonth)}
      lead={pageWords.switchPerson}
      primary={null}
      secondary={{ text: words.back, run: goBack }}
    >
      <OwedTabs />
      {s.people.length > 0 ? <PersonList people={s.people} here={here} /> : <p class="hint">{pageWords.nobodyYet}</p>}
    </SidePage>
  );
}
