/** The page: chrome around a live sheet. */
import { render } from 'preact';
import type { FileInfo } from '../engine/engine';
import type { ToPage, ToServer } from '../server/protocol';
import { createActions } from './actions';
import { Head, Over, Side } from './chrome/app';
import { Gutter } from './chrome/gutter';
import { followByKey } from './chrome/link-chip';
import { Connection } from './connection';
import { calmFrames } from './frames';
import { takeMessage } from './incoming';
import { focusSheet } from './sheet/focus';
import { LiveSheet } from './sheet/live-sheet';
import { readGridView } from './sheet/row-places';
import { readCellBox, readSelection, showSelection } from './sheet/selection';
import * as state from './state';
import { offerTestApi } from './test-api';
import './page.css';

const element = (id: string) => document.getElementById(id) as HTMLElement;

/** Calls the listeners at most once a frame. */
function oncePerFrame() {
  const listeners = new Set<() => void>();
  let isDue = false;
  return {
    note() {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        for (const listener of listeners) listener();
      });
    },
    listen(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function greet(hello: Extract<ToPage, { t: 'hello' }>): void {
  state.isOnline.value = true;
  state.user.value = hello.user;
  state.role.value = hello.role;
  state.people.value = hello.people;
  state.fileName.value = hello.file.name;
  state.project.value = hello.project;
  state.frameOrigin.value = hello.frameOrigin;
  state.runs.value = [];
  document.title = `${hello.file.name} (${hello.user})`;
}

function start(): void {
  const { searchParams } = new URL(location.href);
  // ?fps=20: for a machine that draws slowly.
  const fps = Number(searchParams.get('fps') ?? 0);
  const wake = calmFrames(window, fps > 0 ? 1000 / fps : 0);
  let file: FileInfo = { id: '', name: '', locale: 'en_US', timeZone: 'Etc/UTC', owner: '', editors: [], viewers: [] };
  let sentSelection = '';
  const moved = oncePerFrame();
  const send = (message: ToServer) => connection.send(message);

  const sheet = new LiveSheet(element('sheet'), {
    send,
    refused: (words) => state.addTrouble('That edit was not made', words, 10),
    unsaved: (count) => {
      state.unsavedEdits.value = count;
    },
    opened: () => {
      sentSelection = '';
      moved.note();
    },
    changed: () => {
      wake();
      moved.note();
    },
    user: () => state.user.value,
    file: () => file,
    groups: () => state.groups.value,
  });

  const sendSelection = () => {
    const selection = readSelection(sheet.machine);
    const text = JSON.stringify(selection);
    if (!selection || text === sentSelection) return;
    state.link.value = null;
    if (send({ t: 'select', selection })) sentSelection = text;
  };
  moved.listen(sendSelection);

  const connection = new Connection(searchParams.get('user'), {
    message: (message) => {
      wake();
      if (message.t === 'people' || message.t === 'hello') file = message.file;
      takeMessage(message, {
        sheet,
        moved: moved.note,
        activate: (selection) => showSelection(sheet.machine, selection),
        hello: (hello) => {
          greet(hello);
          for (const frame of [state.sidebar.value, state.dialog.value])
            if (frame) send({ t: 'frameKept', frame: frame.id });
        },
      });
    },
    lost: () => {
      state.isOnline.value = false;
      // Questions belonged to a run that nobody can answer now. A frame stays, as at Google; its calls fail.
      state.questions.value = [];
      actions.loseCalls();
      if (!sheet.lost()) return;
      const words = 'Your last edit may not have been saved. Look at it when the sheet is back.';
      state.addTrouble('The connection broke', words);
    },
  });

  const actions = createActions({
    send,
    sendSelection,
    focusSheet: () => focusSheet(sheet.machine),
    showTab: (sheetKey) => {
      const cell = { row: 1, col: 1, rows: 1, cols: 1 };
      showSelection(sheet.machine, { sheetKey, ranges: [cell], current: cell });
    },
  });
  const view = () => readGridView(sheet.machine);
  render(<Head actions={actions} />, element('head'));
  render(<Side actions={actions} />, element('side'));
  render(<Over actions={actions} cell={() => readCellBox(sheet.machine)} />, element('over'));
  followByKey(actions.follow);
  render(<Gutter view={view} onMoved={moved.listen} fold={actions.fold} />, element('gutter'));
  window.addEventListener('resize', moved.note);
  new ResizeObserver(moved.note).observe(element('sheet'));
  offerTestApi(sheet.machine);
}

// Univer measures text from the beginning: the page's fonts have to be there, that of the signs too.
const faces = ['400 10pt Arial', '700 10pt Arial', 'italic 400 10pt Arial'];
void Promise.all(faces.map((face) => document.fonts.load(face, 'a▲✓'))).finally(start);
