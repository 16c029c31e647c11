/** The preview of a month for everyone. */
import { goBack } from '../page/go-back';
import { Fact } from '../parts/Block';
import { SetupProblems } from '../parts/SetupProblems';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { startForEveryone } from './start-everyone';
import type { MonthPreview } from './views';
import { startWords } from './words';

const STATE_ICONS = { new: 'forward', already: 'check', problem: 'warn' } as const;

/** What a month would begin with, a line for each person. */
export function PreviewEveryone({ at: { month, preview, note } }: { at: MonthPreview }) {
  const { people, withoutTab } = preview;
  const fresh = withoutTab.length + people.filter((p) => p.state === 'new').length;
  return (
    <SidePage
      sub={startWords.previewOf(month)}
      note={note}
      lead={startWords.everyone(month)}
      hint={startWords.nothingWritten}
      scrolls
      primary={
        fresh > 0 ? { text: startWords.startForMany(fresh), run: () => void startForEveryone(month, preview) } : null
      }
      secondary={{ text: fresh > 0 ? words.notNow : words.back, run: goBack }}
    >
      <SetupProblems />
      <ul class="facts box">
        {people.map((person) => (
          <Fact
            key={person.repId}
            icon={STATE_ICONS[person.state]}
            hint={<span class={person.state === 'problem' ? 'ink-warn' : ''}>{startWords.personLine(person)}</span>}
          >
            <b>{person.name}</b>
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
