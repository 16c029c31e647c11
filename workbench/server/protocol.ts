/**
 * What crosses between the server and a page over the WebSocket, one JSON object a message. Types only.
 *
 * Order is the contract: the server numbers everything that changes the workbook, and a page applies it in that order.
 */
import type { FileInfo, ProtectionState, Rect, RowGroup } from '../engine/engine';
import type { TriggerSettings } from '../runtime/simple-triggers';

/** A mutation of Univer's, as the page made it. */
export interface PageMutation {
  id: string;
  params: unknown;
}

/** A numbered mutation for pages. */
export interface NumberedMutation extends PageMutation {
  seq: number;
  /** A calculated result: applied, never sent back. */
  result?: true;
}

/** The rows, from 1, that filters hide, keyed by Univer's name of the tab. */
export type FilteredBySheet = Record<string, number[]>;

/** The row groups of one tab, keyed by Univer's name of the tab. */
export type GroupsBySheet = Record<string, { groups: RowGroup[]; control: 'BEFORE' | 'AFTER' }>;

/** What is protected, and the gids of the tabs that it names. */
export interface Guarded {
  protections: ProtectionState[];
  sheetIds: Record<string, number>;
}

export type Role = 'owner' | 'editor' | 'viewer';

/** Somebody who may look at the workbook. */
export interface Person {
  email: string;
  role: Role;
}

/** An entry of the add-on's menu. */
export type MenuEntry =
  | { kind: 'item'; caption: string; fn: string }
  | { kind: 'separator' }
  | { kind: 'menu'; caption: string; entries: MenuEntry[] };

/** A menu as a script added it: under Extensions, or in the bar. */
export interface AddedMenu {
  where: 'extensions' | 'bar';
  caption: string;
  entries: MenuEntry[];
}

export interface ProjectInfo {
  name: string;
  /** Whether "Load the sample team" can do something. */
  hasSample: boolean;
}

/** What one run asked of the services, for the meter. */
export interface RunReport {
  run: number;
  fn: string;
  user: string;
  from: 'menu' | 'open' | 'edit' | 'frame' | 'server';
  /** 'lost': the event came while too many others waited, so the trigger never ran. */
  state: 'running' | 'done' | 'failed' | 'lost';
  /** For a trigger: the edited range, e.g. `Setup!B2:C4`. */
  where?: string;
  startedAt: number;
  durationMs: number;
  /** Calls by member, e.g. 'Range.setValues'. */
  calls: Record<string, number>;
  /** Log lines of the script. */
  logs: string[];
  error?: string;
}

/** The selection on a page; rows and columns are 1-based. */
export interface PageSelection {
  sheetKey: string;
  ranges: Rect[];
  current: { row: number; col: number };
}

/** Where a cell leads: to a tab of this file (`tab` is Univer's name of it), or to a page. Rows and columns are 1-based. */
export interface CellLink {
  sheetKey: string;
  row: number;
  col: number;
  /** The tab's name, or the address. */
  label: string;
  url: string;
  tab: string | null;
}

export type ToServer =
  /** `base` is the last number that the page has applied; `n` counts the page's edits. */
  | { t: 'edit'; n: number; base: number; mutations: PageMutation[] }
  | { t: 'select'; selection: PageSelection }
  | { t: 'menu'; fn: string }
  | { t: 'call'; frame: string; call: number; fn: string; args: string }
  | { t: 'frameClosed'; frame: string }
  /** A frame that stayed open in the page while the line was broken; its calls are this page's again. */
  | { t: 'frameKept'; frame: string }
  | { t: 'answer'; question: number; button: string; text: string }
  | { t: 'fold'; sheetKey: string; start: number; end: number; depth: number; collapsed: boolean }
  /** Asks for the whole workbook again, after a refusal. */
  | { t: 'again' }
  | { t: 'addPerson'; email: string }
  | { t: 'startEmpty' }
  | { t: 'loadSample' }
  | { t: 'setTriggers'; settings: TriggerSettings };

export type RefusalReason = 'stale' | 'protected' | 'viewer' | 'failed';

export type ToPage =
  | {
      t: 'hello';
      user: string;
      role: Role;
      people: Person[];
      file: FileInfo;
      project: ProjectInfo;
      /** Origin from which frames are served: another one than the page's, as at Google. */
      frameOrigin: string;
    }
  | {
      t: 'book';
      seq: number;
      unitId: string;
      univer: unknown;
      groups: GroupsBySheet;
      filtered: FilteredBySheet;
      guarded: Guarded;
      /** The tab that the page looked at before. */
      sheetKey: string | null;
      /** What the person should be told about it. */
      why: string | null;
    }
  /** `undoable`: a script wrote them for the person at this page, whose undo may take them back. */
  | { t: 'changes'; changes: NumberedMutation[]; undoable?: true }
  /** The page's own edit has its place in the order. `seq` is the number of its last mutation. */
  | { t: 'took'; n: number; seq: number }
  /** The edit is on disk. */
  | { t: 'kept'; n: number }
  | { t: 'refused'; n: number; reason: RefusalReason; words: string }
  | { t: 'guarded'; guarded: Guarded }
  | { t: 'groups'; groups: GroupsBySheet }
  | { t: 'filtered'; filtered: FilteredBySheet }
  | { t: 'people'; file: FileInfo; people: Person[]; role: Role }
  | { t: 'menus'; menus: AddedMenu[]; trouble: string | null }
  | { t: 'triggers'; settings: TriggerSettings }
  | { t: 'disk'; state: 'saving' | 'saved' | 'trouble'; words: string }
  | { t: 'ask'; question: number; kind: 'alert' | 'prompt'; title: string; prompt: string; buttons: string[] }
  | { t: 'frame'; frame: string; where: 'sidebar' | 'modal' | 'modeless'; title: string; width: number; height: number }
  | { t: 'toast'; title: string; message: string; seconds: number }
  | { t: 'result'; frame: string; call: number; ok: true; value: string }
  | { t: 'result'; frame: string; call: number; ok: false; error: { name: string; message: string } }
  | { t: 'run'; report: RunReport }
  | { t: 'activate'; selection: PageSelection }
  /** The selected cell leads somewhere. */
  | { t: 'link'; link: CellLink }
  /** Something that a person should read: a script that failed, a file that is full. */
  | { t: 'trouble'; title: string; words: string };
