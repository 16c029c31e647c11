/** Where a thought is parked. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { pin } from '../page/view';
import { keepThought, keptThought } from '../save/keep';
import { park, topicsSection } from '../save/rows';
import { parking } from './state';
import { meetingWords } from './words';

/** One line for a thought that would lead away; it goes under the topics, the section stays. */
export function ParkStrip() {
  const input = useRef<HTMLInputElement>(null);
  const name = topicsSection()?.name ?? '';
  useLayoutEffect(() => {
    const before = document.activeElement;
    input.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <form
      class="strip-note park-strip"
      onSubmit={(event) => {
        event.preventDefault();
        park(input.current?.value ?? '');
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        parking.value = false;
      }}
    >
      <label class="label" for="park-text">
        {meetingWords.parkLabel(name)}
      </label>
      <div class="park-line">
        <input
          id="park-text"
          type="text"
          dir="auto"
          autocomplete="off"
          ref={input}
          defaultValue={keptThought(pin.peek())}
          onInput={(event) => keepThought(pin.peek(), event.currentTarget.value)}
        />
        <button type="submit" class="button small">
          {meetingWords.parkIt}
        </button>
      </div>
    </form>
  );
}
