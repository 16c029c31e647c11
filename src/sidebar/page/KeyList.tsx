/** The list of all keys. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { Signs } from '../review/Signs';
import { reviewWords } from '../review/words';
import { words } from '../words';
import { keysShown } from './shown';
import { meeting } from './view';
import { pageWords } from './words';

/** All keys, over the page; Esc closes it. */
export function KeyList() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog class="key-list" ref={dialog} aria-labelledby="keys-title" onClose={() => (keysShown.value = false)}>
      <div class="key-head">
        <h2 id="keys-title">{pageWords.keysTitle}</h2>
        <button type="button" class="icon-button" aria-label={words.close} onClick={() => dialog.current?.close()}>
          <Icon name="cross" />
        </button>
      </div>
      <dl>
        {keysShownHere().map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <h3>{pageWords.signsTitle}</h3>
      <Signs />
    </dialog>
  );
}

/** The keys of every page, and those of the review with the statuses of Setup. */
function keysShownHere(): (readonly [string, string])[] {
  const statuses = meeting.peek()?.statuses ?? [];
  return [...pageWords.keys, ...reviewWords.keys([words.moving.toLowerCase(), ...statuses.map((s) => s.word)])];
}
