import { useState } from 'preact/hooks';
import type { NoMonthScreen } from '../../contract/state';
import { monthTitle } from '../../core/shared/month';
import { loadScreen } from '../page/open-tab';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { SetupProblems } from '../parts/SetupProblems';
import { ThirtyMinutes } from '../prepare/ThirtyMinutes';
import { words } from '../words';
import { AgendaChoice } from './AgendaChoice';
import { previewMonth } from './start-month';

/** A person's tab without the month that is due. */
export function NoMonth({ screen }: { screen: NoMonthScreen }) {
  const { rep, dueMonth, newestMonth, newestFinished } = screen;
  const [agenda, setAgenda] = useState(screen.agenda);
  const openNewest = () => newestMonth !== null && void loadScreen({ sheetId: rep.sheetId, month: newestMonth });
  return (
    <>
      <Header title={rep.name} sub={monthTitle(dueMonth)} />
      <main class="body">
        <div>
          <h2 class="lead">{words.noMonth(dueMonth)}</h2>
          <p class="hint">{words.noMonthMore(rep.shortName, newestMonth)}</p>
        </div>
        <SetupProblems />
        {newestMonth !== null && !newestFinished && (
          <div class="note">
            <Icon name="info" />
            <div>
              <b>{words.stillOpen(newestMonth)}</b> {words.stillOpenMore}
              <div class="acts">
                <button type="button" class="button small" onClick={openNewest}>
                  {words.openMonth(newestMonth)}
                </button>
              </div>
            </div>
          </div>
        )}
        <AgendaChoice agendas={screen.agendas} chosen={agenda} onChoice={setAgenda} />
        {newestMonth === null && agenda === 'full' && <ThirtyMinutes />}
      </main>
      <PlainDock
        primary={{
          text: words.startMonth(dueMonth),
          run: () => void previewMonth(rep.sheetId, dueMonth, agenda === screen.agenda ? undefined : agenda),
        }}
        secondary={
          newestMonth !== null && newestFinished
            ? { text: words.lookAtMonth(newestMonth), run: () => openNewest() }
            : undefined
        }
      />
    </>
  );
}
