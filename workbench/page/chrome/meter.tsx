/** The meter of service calls: what each run asked of the workbook. Folded to one line until somebody wants more. */
import { useState } from 'preact/hooks';
import type { RunReport } from '../../server/protocol';
import type { Actions } from '../actions';
import { runs } from '../state';
import { TriggerSwitches } from './trigger-settings';

export function Meter({ actions }: { actions: Pick<Actions, 'setTriggers'> }) {
  const [isOpen, setOpen] = useState(false);
  // A trigger runs at each edit: it is told when it is over, not each time that it begins.
  const latest = runs.value.find((run) => run.from !== 'edit' || run.state !== 'running');
  return (
    <section class={isOpen ? 'meter is-open' : 'meter'} aria-label="Service calls">
      <button type="button" class="meter-bar" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span class="meter-arrow" aria-hidden="true">
          {isOpen ? '▾' : '▸'}
        </span>
        <span>Service calls</span>
        {latest && <span class="meter-latest">{summaryOf(latest)}</span>}
      </button>
      {isOpen && (
        <div class="meter-list">
          <TriggerSwitches actions={actions} />
          {runs.value.length === 0 && (
            <p>Nothing has run yet. Each run of the add-on shows here what it asked of the sheet.</p>
          )}
          {runs.value.map((run) => (
            <RunRow key={run.run} run={run} />
          ))}
        </div>
      )}
    </section>
  );
}

function RunRow({ run }: { run: RunReport }) {
  const calls = Object.entries(run.calls).sort((a, b) => b[1] - a[1]);
  return (
    <details class={`run is-${run.state}`}>
      <summary>
        <code>{run.fn}</code>
        <span>{run.user}</span>
        <span>{run.state === 'running' ? 'running' : `${run.durationMs} ms`}</span>
        <span>{count(totalOf(run), 'call')}</span>
        <span class="run-where">{run.where ?? ''}</span>
        <span>{ENDS[run.state]}</span>
      </summary>
      {run.error && <p class="run-error">{run.error}</p>}
      {calls.length > 0 && (
        <ul class="run-calls">
          {calls.map(([member, times]) => (
            <li key={member}>
              <span>{times}</span> {member}
            </li>
          ))}
        </ul>
      )}
      {run.logs.length > 0 && <pre>{run.logs.join('\n')}</pre>}
    </details>
  );
}

/** What is said of a run beside its figures. */
const ENDS: Record<RunReport['state'], string> = { running: '', done: '', failed: 'failed', lost: 'did not run' };

function summaryOf(run: RunReport): string {
  if (run.state === 'running') return `${run.fn} is running`;
  const end = ENDS[run.state] && `, ${ENDS[run.state]}`;
  return `${run.fn}: ${count(totalOf(run), 'call')}, ${run.durationMs} ms${end}`;
}

function totalOf(run: RunReport): number {
  return Object.values(run.calls).reduce((sum, times) => sum + times, 0);
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
