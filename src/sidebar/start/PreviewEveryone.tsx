/** The preview of a month for everyone. */
import { useState } from 'preact/hooks';
import type { CarryView } from '../../contract/calls';
import { addMonths, monthTitle } from '../../core/shared/month';
import { goBack } from '../page/go-back';
import { screen } from '../page/view';
import { Fact } from '../parts/Block';
import { Chips } from '../parts/Chips';
import { SetupProblems } from '../parts/SetupProblems';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { startForEveryone } from './start-everyone';
import { previewMonth } from './start-month';
import type { MonthPreview } from './views';
import { startWords } from './words';

const STATE_ICONS = { new: 'forward', already: 'check', problem: 'warn' } as const;

/** What a month would begin with, a line for each person; who is not to have it yet is left out by a click. */
export function PreviewEveryone({ at: { month, preview, note } }: { at: MonthPreview }) {
  const { people, withoutTab } = preview;
  const due = screen.value?.kind === 'setUp' ? month : (screen.value?.dueMonth ?? month);
  // Ahead of its time, a month waits for the 1:1 before it.
  const isAhead = (person: CarryView) => person.isOpen === true && (person.fromMonth ?? 0) >= due;
  const [later, setLater] = useState<ReadonlySet<string>>(
    () => new Set(people.filter(isAhead).map(({ repId }) => repId)),
  );
  const chosen = people.filter((p) => !later.has(p.repId));
  const fresh = withoutTab.length + chosen.filter((p) => p.state === 'new').length;
  const start = () => void startForEveryone(month, { ...preview, people: chosen });
  const choose = (repId: string, isChosen: boolean) =>
    setLater(new Set(isChosen ? [...later].filter((id) => id !== repId) : [...later, repId]));
  return (
    <SidePage
      sub={startWords.previewOf(month)}
      note={note}
      lead={startWords.everyone(month)}
      scrolls
      primary={fresh > 0 ? { text: startWords.startForMany(fresh), run: start } : null}
      secondary={{ text: fresh > 0 ? words.notNow : words.back, run: goBack }}
    >
      <SetupProblems />
      <Chips
        name="which-month"
        legend={startWords.whichMonth}
        quiet
        choices={[due, addMonths(due, 1)].map((one) => ({ value: String(one), text: monthTitle(one) }))}
        chosen={String(month)}
        onChoice={(one) => void previewMonth(null, Number(one))}
      />
      <ul class="facts box">
        {people.map((person) => (
          <Fact
            key={person.repId}
            icon={STATE_ICONS[person.state]}
            hint={<span class={person.state === 'problem' ? 'ink-warn' : ''}>{startWords.personLine(person)}</span>}
          >
            {person.state === 'new' ? (
              <label class="check">
                <input
                  type="checkbox"
                  checked={!later.has(person.repId)}
                  onChange={(event) => choose(person.repId, event.currentTarget.checked)}
                />
                <b dir="auto">{person.name}</b>
              </label>
            ) : (
              <b dir="auto">{person.name}</b>
            )}
          </Fact>
        ))}
        {withoutTab.map((name) => (
          <Fact key={name} icon="sheet" hint={startWords.getsTab}>
            <b>{name}</b>
          </Fact>
        ))}
      </ul>
    </SidePage>
  );
}
