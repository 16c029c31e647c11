/** A person's tab without the month that is due. */
import { useState } from 'preact/hooks';
import type { NoMonthScreen } from '../../contract/state';
import { monthTitle } from '../../core/shared/month';
import { DamageNote } from '../check/DamageNote';
import { loadScreen } from '../page/open-tab';
import { Button } from '../parts/Button';
import { Note } from '../parts/Note';
import { SetupProblems } from '../parts/SetupProblems';
import { SidePage } from '../parts/SidePage';
import { ThirtyMinutes } from '../prepare/ThirtyMinutes';
import { words } from '../words';
import { AgendaChoice } from './AgendaChoice';
import { previewMonth } from './start-month';
import { startWords } from './words';

/** Offers to start the month; the newest one that is there can be opened. */
export function NoMonth({ screen }: { screen: NoMonthScreen }) {
  const { rep, dueMonth, newestMonth, newestFinished } = screen;
  const [agenda, setAgenda] = useState(screen.agenda);
  const openNewest = () => newestMonth !== null && void loadScreen({ sheetId: rep.sheetId, month: newestMonth });
  return (
    <SidePage
      title={rep.name}
      sub={monthTitle(dueMonth)}
      lead={startWords.noMonth(dueMonth)}
      hint={startWords.noMonthMore(rep.shortName, newestMonth)}
      primary={{
        text: words.startMonth(dueMonth),
        run: () => void previewMonth(rep.sheetId, dueMonth, agenda === screen.agenda ? undefined : agenda),
      }}
      secondary={
        newestMonth !== null && newestFinished
          ? { text: startWords.lookAtMonth(newestMonth), run: () => openNewest() }
          : undefined
      }
    >
      <SetupProblems />
      {screen.damage && <DamageNote message={screen.damage.message} />}
      {newestMonth !== null && !newestFinished && (
        <Note icon="info">
          <b>{startWords.stillOpen(newestMonth)}</b> {startWords.stillOpenMore}
          <div class="acts">
            <Button small run={openNewest}>
              {words.openMonth(newestMonth)}
            </Button>
          </div>
        </Note>
      )}
      <AgendaChoice agendas={screen.agendas} chosen={agenda} onChoice={setAgenda} />
      {newestMonth === null && agenda === 'full' && <ThirtyMinutes />}
    </SidePage>
  );
}
