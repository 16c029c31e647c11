/** The page for another person's tab: for a manager, how the team stands. */
import { monthTitle } from '../../core/shared/month';
import { SidePage } from '../parts/SidePage';
import { OwedTabs } from '../start/OwedTabs';
import { words } from '../words';
import { goBack } from './go-back';
import { PersonList } from './PersonList';
import { TeamList } from './TeamList';
import { team } from './team';
import { screen } from './view';
import { pageWords } from './words';

/** Switches to another person's tab. */
export function People() {
  const s = screen.value;
  if (!s || s.kind === 'setUp') return null;
  const here = s.kind === 'wrongTab' ? undefined : s.rep.repId;
  const lines = team.value;
  return (
    <SidePage
      sub={monthTitle(s.dueMonth)}
      lead={lines ? pageWords.homeLead : pageWords.switchPerson}
      primary={null}
      secondary={{ text: words.back, run: goBack }}
    >
      <OwedTabs />
      {lines ? (
        <TeamList lines={lines} here={here} />
      ) : s.people.length > 0 ? (
        <PersonList people={s.people} here={here} />
      ) : (
        <p class="hint">{pageWords.nobodyYet}</p>
      )}
    </SidePage>
  );
}
