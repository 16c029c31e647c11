/** What a script asks (alert, prompt) and its HTML dialogs. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenFrame, Question } from '../state';
import { type FrameActions, FrameBox } from './frame';

const WORDS: Record<string, string> = { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No' };

/** A question that the script waits for. Escape and × close it, which the script hears too. */
export function QuestionBox({ question, answer }: { question: Question; answer(button: string, text: string): void }) {
  const element = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  useEffect(() => element.current?.showModal(), []);
  const { title, prompt, kind, buttons } = question;
  const heading = title || prompt;
  return (
    <dialog
      ref={element}
      class="box question"
      aria-labelledby="question-title"
      onCancel={(event) => {
        event.preventDefault();
        answer('CLOSE', text);
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          answer(buttons[0] ?? 'OK', text);
        }}
      >
        <header>
          <h2 id="question-title">{heading}</h2>
          <CloseButton label="Close" onClick={() => answer('CLOSE', text)} />
        </header>
        {title && prompt && <p class="question-words">{prompt}</p>}
        {kind === 'prompt' && (
          <input
            autofocus
            aria-labelledby="question-title"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
        <footer>
          {buttons.map((button, index) => (
            <button
              key={button}
              type={index === 0 ? 'submit' : 'button'}
              class={index === 0 ? 'button action' : 'button'}
              autofocus={index === 0 && kind === 'alert'}
              onClick={index === 0 ? undefined : () => answer(button, text)}
            >
              {WORDS[button] ?? button}
            </button>
          ))}
        </footer>
      </form>
    </dialog>
  );
}

/** An HTML dialog of the add-on. Modal ones keep the sheet from the mouse. */
export function HtmlDialog({ frame, actions }: { frame: OpenFrame; actions: FrameActions }) {
  const element = useRef<HTMLDialogElement>(null);
  const isModal = frame.where === 'modal';
  useEffect(() => {
    if (isModal) element.current?.showModal();
    else element.current?.show();
  }, [isModal]);
  return (
    <dialog
      ref={element}
      class={isModal ? 'box html-dialog' : 'box html-dialog is-modeless'}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        actions.close(frame.id);
      }}
    >
      <header>
        <h2 id="dialog-title">{frame.title}</h2>
        <CloseButton label="Close the dialog" onClick={() => actions.close(frame.id)} />
      </header>
      <div class="html-dialog-body" style={{ width: frame.width, height: frame.height }}>
        <FrameBox frame={frame} actions={actions} />
      </div>
    </dialog>
  );
}

export function CloseButton({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <button type="button" class="close" aria-label={label} title={label} onClick={onClick}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d="M6 6l12 12M18 6L6 18" stroke="currentColor" stroke-width="2" fill="none" />
      </svg>
    </button>
  );
}
