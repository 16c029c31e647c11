/** The team for its manager: a line for each person, who needs a 1:1 first on top, with the reason in words. */
import { useState } from 'preact/hooks';
import type { HomeLine } from '../../core/home';
import { shortDate } from '../../core/shared/dates';
import { LabelledField } from '../parts/LabelledField';
import { openTab } from './open-tab';
import { PersonCard } from './PersonCard';
import { screen } from './view';
import { pageWords } from './words';

/** From so many people on, a name can be looked for. */
const MANY = 12;
/** Reasons that ask for something to be done. */
const PRESSING: readonly string[] = ['overdue', 'notMet', 'late', 'offGoal'];

/** The lines as cards; from twelve people on a name can be looked for, and Enter opens the first. */
export function TeamList({ lines, here }: { lines: readonly HomeLine[]; here?: string | undefined }) {
  const [sought, setSought] = useState('');
  const fits = (line: HomeLine) => line.name.toLowerCase().includes(sought.trim().toLowerCase());
  const shown = lines.filter(fits);
  return (
    <>
      {lines.length >= MANY && (
        <LabelledField id="find-person" label={pageWords.findPerson}>
          <input
            id="find-person"
            type="text"
            value={sought}
            onInput={(event) => setSought(event.currentTarget.value)}
            onKeyDown={(event) => {
              const first = shown.find((line) => line.sheetId !== null);
              if (event.key === 'Enter' && first) void openTab(first.sheetId ?? 0);
            }}
          />
        </LabelledField>
      )}
      {shown.length === 0 && <p class="hint">{pageWords.nobodyNamed(sought)}</p>}
      <ul class="rows joined" aria-label={pageWords.people}>
        {shown.map((line) => (
          <PersonCard key={line.repId} sheetId={line.sheetId} isHere={line.repId === here}>
            <PersonLine line={line} here={here} />
          </PersonCard>
        ))}
      </ul>
    </>
  );
}

function PersonLine({ line, here }: { line: HomeLine; here: string | undefined }) {
  const year = Number((screen.value?.today ?? '').slice(0, 4));
  const day = (one: string) => shortDate(one, year);
  const also = pageWords.homeAlso(line, day);
  return (
    <>
      <span class="line-one">
        <b class="title" dir="auto">
          {line.name}
        </b>
        <span class="amount">{line.repId === here ? pageWords.here : line.result}</span>
      </span>
      <span class={PRESSING.includes(line.reason.kind) ? 'meta pressing' : 'meta'}>
        {pageWords.homeReason(line, day)}
      </span>
      {also !== '' && <span class="meta">{also}</span>}
    </>
  );
}
