/** The day of the meeting. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MeetingScreen } from '../../contract/state';
import { firstWorkday, isIsoDate } from '../../core/shared/dates';
import { Icon } from '../parts/Icon';
import { planMeeting } from './prepare-acts';
import { prepareWords } from './words';

/** The day of the meeting, in words, and the way to plan or move it. A day that has passed is no alarm. */
export function PlanLine({ m }: { m: MeetingScreen }) {
  const { heldOn, overdue, state, month } = m.block;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (state !== 'planned' && state !== 'moved') return null;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <section class="plan" aria-label={prepareWords.planDay}>
      <div class="plan-line">
        <Icon name="calendar" />
        <p class="grow">{prepareWords.plannedFor(heldOn, state === 'moved', overdue)}</p>
        <button type="button" class="button small" ref={button} aria-expanded={open} onClick={() => setOpen(!open)}>
          {heldOn === '' ? prepareWords.planIt : prepareWords.moveIt}
        </button>
      </div>
      {open && <DayForm start={heldOn || firstWorkday(month)} today={m.today} onDone={close} />}
    </section>
  );
}

function DayForm({ start, today, onDone }: { start: string; today: string; onDone: () => void }) {
  const [day, setDay] = useState(start < today ? today : start);
  const [error, setError] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const save = async () => {
    if (!isIsoDate(day)) {
      setError(true);
      input.current?.focus();
    } else if (await planMeeting(day)) onDone();
  };
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <label class="label" for="plan-day">
        {prepareWords.newDay}
      </label>
      <div class="park-line">
        <input
          id="plan-day"
          type="date"
          ref={input}
          value={day}
          aria-invalid={error}
          aria-describedby={error ? 'plan-day-message' : undefined}
          onInput={(event) => {
            setDay(event.currentTarget.value);
            setError(false);
          }}
        />
        <button type="submit" class="button small">
          {prepareWords.keepDay}
        </button>
      </div>
      {error && (
        <p class="message" id="plan-day-message">
          {prepareWords.dayFirst}
        </p>
      )}
    </form>
  );
}
