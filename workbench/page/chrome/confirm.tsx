/** A question of the page itself, before something that cannot be undone with Ctrl+Z. */
import { useEffect, useRef } from 'preact/hooks';
import { CloseButton } from './dialogs';

export interface ConfirmProps {
  title: string;
  words: string;
  action: string;
  confirm(): void;
  close(): void;
}

export function Confirm({ title, words, action, confirm, close }: ConfirmProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => element.current?.showModal(), []);
  return (
    <dialog ref={element} class="box question" aria-labelledby="confirm-title" onClose={close}>
      <header>
        <h2 id="confirm-title">{title}</h2>
        <CloseButton label="Close" onClick={close} />
      </header>
      <p class="question-words">{words}</p>
      <footer>
        <button
          type="button"
          class="button action"
          onClick={() => {
            confirm();
            close();
          }}
        >
          {action}
        </button>
        <button type="button" class="button" onClick={close}>
          Cancel
        </button>
      </footer>
    </dialog>
  );
}
