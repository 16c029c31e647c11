/** What the server tells, and what the page makes of it. */
import type { RunReport, ToPage } from '../server/protocol';
import { answerFrame } from './chrome/frame';
import type { LiveSheet } from './sheet/live-sheet';
import * as state from './state';

export interface IncomingParts {
  sheet: LiveSheet;
  /** The grid, or what lies over it, changed. */
  moved(): void;
  activate(selection: Extract<ToPage, { t: 'activate' }>['selection']): void;
  hello(message: Extract<ToPage, { t: 'hello' }>): void;
}

export function takeMessage(message: ToPage, parts: IncomingParts): void {
  const { sheet } = parts;
  switch (message.t) {
    case 'hello':
      parts.hello(message);
      return;
    case 'book':
      state.groups.value = message.groups;
      sheet.open(message);
      if (message.why) state.addTrouble('The sheet was replaced', message.why);
      return;
    case 'changes':
      sheet.apply(message.changes, message.undoable === true);
      return;
    case 'took':
      sheet.took(message.seq);
      return;
    case 'kept':
      sheet.kept(message.n);
      return;
    case 'refused':
      sheet.refused(message.words);
      return;
    case 'groups':
      state.groups.value = message.groups;
      parts.moved();
      return;
    case 'filtered':
      sheet.setFiltered(message.filtered);
      parts.moved();
      return;
    case 'guarded':
      sheet.setGuarded(message.guarded);
      return;
    case 'people':
      state.people.value = message.people;
      state.role.value = message.role;
      state.fileName.value = message.file.name;
      return;
    case 'menus':
      state.menus.value = message.menus;
      state.menuTrouble.value = message.trouble;
      return;
    case 'disk':
      state.isDiskBusy.value = message.state !== 'saved';
      state.diskTrouble.value = message.state === 'trouble' ? message.words : '';
      if (message.state === 'trouble') state.addTrouble('The workbook cannot be saved', message.words);
      return;
    case 'result':
      answerFrame({
        workbenchFrame: message.frame,
        call: message.call,
        ...(message.ok ? { ok: true, value: message.value } : { ok: false, error: message.error }),
      });
      return;
    case 'triggers':
      state.triggers.value = message.settings;
      return;
    case 'run':
      takeRun(message.report);
      return;
    case 'link':
      state.link.value = message.link;
      return;
    case 'activate':
      parts.activate(message.selection);
      return;
    default:
      takeScreen(message);
  }
}

/** What a script puts on the screen. */
function takeScreen(message: Extract<ToPage, { t: 'ask' | 'frame' | 'toast' | 'trouble' }>): void {
  switch (message.t) {
    case 'ask': {
      const { question: id, kind, title, prompt, buttons } = message;
      state.questions.value = [...state.questions.value, { id, kind, title, prompt, buttons }];
      return;
    }
    case 'frame': {
      const { frame: id, where, title, width, height } = message;
      const place = where === 'sidebar' ? state.sidebar : state.dialog;
      place.value = { id, where, title, width, height };
      return;
    }
    case 'toast':
      state.addToast(message.title, message.message, message.seconds);
      return;
    case 'trouble':
      state.addTrouble(message.title, message.words);
  }
}

function takeRun(report: RunReport): void {
  const others = state.runs.value.filter((run) => run.run !== report.run);
  const all = [report, ...others].sort((a, b) => b.run - a.run);
  const latest = (isEdit: boolean) => all.filter((run) => (run.from === 'edit') === isEdit).slice(0, 50);
  const kept = new Set([...latest(true), ...latest(false)]);
  state.runs.value = all.filter((run) => kept.has(run));
}
