/** What a person can do around the sheet; the page's parts call these and know nothing of the line. */
import type { TriggerSettings } from '../runtime/simple-triggers';
import type { ToServer } from '../server/protocol';
import { noteStarted } from './chrome/first-step';
import { answerFrame, type FrameActions, noteCall, openCalls } from './chrome/frame';
import { dialog, link, questions, sidebar } from './state';

/** What a frame's call comes to without a connection; whether the function ran, nobody knows. */
const LOST = { name: 'NetworkError', message: 'NetworkError: Connection failure due to HTTP 0' };

export interface Actions extends FrameActions {
  /** The line broke: calls without an answer fail. */
  loseCalls(): void;
  runMenu(fn: string): void;
  answer(question: number, button: string, text: string): void;
  addPerson(email: string): void;
  startEmpty(): void;
  loadSample(): void;
  setTriggers(settings: TriggerSettings): void;
  /** Goes where the selected cell leads. */
  follow(): void;
  fold(sheetKey: string, group: { start: number; end: number; depth: number }, collapsed: boolean): void;
}

export interface ActionParts {
  send(message: ToServer): boolean;
  /** The server should know the cursor before a script asks for it. */
  sendSelection(): void;
  focusSheet(): void;
  showTab(sheetKey: string): void;
}

export function createActions({ send, sendSelection, focusSheet, showTab }: ActionParts): Actions {
  const closeFrame = (frame: string) => {
    if (sidebar.value?.id === frame) sidebar.value = null;
    if (dialog.value?.id === frame) dialog.value = null;
    send({ t: 'frameClosed', frame });
    focusSheet();
  };
  return {
    runMenu(fn) {
      noteStarted();
      sendSelection();
      send({ t: 'menu', fn });
    },
    call(frame, call, fn, args) {
      sendSelection();
      if (send({ t: 'call', frame, call, fn, args })) noteCall(frame, call);
      else answerFrame({ workbenchFrame: frame, call, ok: false, error: LOST });
    },
    loseCalls() {
      for (const { frame, call } of openCalls()) answerFrame({ workbenchFrame: frame, call, ok: false, error: LOST });
    },
    close: closeFrame,
    focusSheet,
    resize(frame, size) {
      if (dialog.value?.id === frame) dialog.value = { ...dialog.value, ...size };
    },
    answer(question, button, text) {
      questions.value = questions.value.filter((one) => one.id !== question);
      send({ t: 'answer', question, button, text });
    },
    addPerson: (email) => void send({ t: 'addPerson', email }),
    startEmpty: () => void send({ t: 'startEmpty' }),
    loadSample: () => void send({ t: 'loadSample' }),
    setTriggers: (settings) => void send({ t: 'setTriggers', settings }),
    follow() {
      const to = link.value;
      link.value = null;
      if (!to) return;
      if (to.tab === null) window.open(to.url, '_blank', 'noopener');
      else showTab(to.tab);
      focusSheet();
    },
    fold: (sheetKey, { start, end, depth }, collapsed) =>
      void send({ t: 'fold', sheetKey, start, end, depth, collapsed }),
  };
}
