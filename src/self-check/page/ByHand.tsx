import { BY_HAND } from '../hand';
import { Button } from './Button';
import { byHand, edits, editWords, listening, listenOrFetch, noteByHand } from './check';

/** What no script can try, each with a place for what happened. */
export function ByHand() {
  return (
    <>
      <p>Try them in a copy of your file. What you write here stays in this browser and goes into the text.</p>
      <ol class="hand">
        {BY_HAND.map(({ id, todo, assume }) => (
          <li key={id}>
            <p id={`${id}-todo`}>{todo}</p>
            <p class="hint">We assume: {assume}</p>
            {id === 'hand-edits' && <Edits />}
            <textarea
              rows={2}
              aria-labelledby={`${id}-todo`}
              placeholder="What happened"
              value={byHand.value[id] ?? ''}
              onInput={(event) => noteByHand(id, event.currentTarget.value)}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function Edits() {
  return (
    <div class="ask">
      <Button text="Listen" run={() => void listenOrFetch('listen')} />
      {listening.value && <Button text="What was told" run={() => void listenOrFetch('read')} />}
      {edits.value.map((edit) => (
        <p key={edit.at + edit.cells} class="told">
          {editWords(edit)}
        </p>
      ))}
    </div>
  );
}
