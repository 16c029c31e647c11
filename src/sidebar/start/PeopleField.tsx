/** The field for names. */
import { useEffect, useRef } from 'preact/hooks';
import { grow } from '../fields/grow';
import { announce } from '../page/notices';
import { LabelledField } from '../parts/LabelledField';
import { namesIn } from './names';
import { startWords } from './words';

const TABS_SAID_AFTER_MS = 1200;

/** Names, one a line. How many tabs that makes is said after a pause in typing. */
export function PeopleField({ text, onText, error }: { text: string; onText: (text: string) => void; error: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  useEffect(() => {
    const n = namesIn(text).length;
    if (n === 0) return;
    const timer = setTimeout(() => announce(startWords.tabsSaid(n)), TABS_SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <LabelledField id="people" label={startWords.onePerLine}>
      <textarea
        id="people"
        rows={4}
        dir="auto"
        ref={area}
        value={text}
        aria-describedby="people-hint"
        aria-invalid={error !== ''}
        onInput={(event) => {
          grow(event.currentTarget);
          onText(event.currentTarget.value);
        }}
      />
      <p class={error ? 'message' : 'hint'} id="people-hint">
        {error || startWords.onePerLineHint}
      </p>
    </LabelledField>
  );
}
