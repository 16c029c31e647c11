/** What is asked before a meeting ends, where its clock cannot say it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MINUTE_MS } from '../../core/shared/clock';
import { isIsoDate } from '../../core/shared/dates';
import { monthTitle } from '../../core/shared/month';
import { meeting } from '../page/view';
import { LabelledField } from '../parts/LabelledField';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { goToConclusion } from './clock-acts';
import { finish } from './finish';
import { meetingWords } from './words';

const MOST_MINUTES = 1440;

/** A clock that never ran: on which day was it? One that ran for hours: how long was it? Nothing is claimed by itself. */
export function FinishQuestionPage({ ranMs }: { ranMs: number | null }) {
  const m = meeting.value;
  const planned = m?.block.heldOn ?? '';
  const today = m?.today ?? '';
  const [said, setSaid] = useState(ranMs !== null ? '' : planned !== '' && planned <= today ? planned : today);
  const [error, setError] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  if (!m) return null;
  const run = () => {
    const wrong = ranMs === null ? wrongDay(said, today) : wrongMinutes(said);
    setError(wrong);
    if (wrong !== '') input.current?.focus();
    else if (ranMs === null) void finish({ heldOn: said });
    else void finish({ minutes: said.trim() === '' ? null : Number(said) });
  };
  const label = ranMs === null ? meetingWords.dayOfMeeting : meetingWords.minutesOfMeeting;
  return (
    <SidePage
      title={m.rep.name}
      sub={monthTitle(m.block.month)}
      lead={ranMs === null ? meetingWords.whenHeld : meetingWords.howLong}
      hint={ranMs === null ? meetingWords.noClock : meetingWords.clockRan(Math.round(ranMs / MINUTE_MS))}
      primary={{ text: meetingWords.finish, icon: 'check', run }}
      secondary={{ text: words.back, run: goToConclusion }}
    >
      <LabelledField id="held-as" label={label}>
        <input
          id="held-as"
          type={ranMs === null ? 'date' : 'text'}
          inputMode={ranMs === null ? undefined : 'numeric'}
          autocomplete="off"
          ref={input}
          value={said}
          aria-invalid={error !== ''}
          aria-describedby="held-as-hint"
          onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && run()}
          onInput={(event) => {
            setSaid(event.currentTarget.value);
            setError('');
          }}
        />
        <p class={error === '' ? 'hint' : 'message'} id="held-as-hint">
          {error || (ranMs === null ? '' : meetingWords.minutesOrNone)}
        </p>
      </LabelledField>
    </SidePage>
  );
}

function wrongDay(day: string, today: string): string {
  if (!isIsoDate(day)) return meetingWords.dayFirst;
  return day > today ? meetingWords.dayToCome : '';
}

function wrongMinutes(text: string): string {
  const isWhole = /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= MOST_MINUTES;
  return text.trim() === '' || isWhole ? '' : meetingWords.minutesOdd;
}
