/**
 * Simple triggers: onOpen and onEdit, as Google documents them.
 * Sources: https://developers.google.com/apps-script/guides/triggers (rights, 30 s, two waiting events),
 * https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle (AuthMode.NONE), facts §4.2, §5.12.
 */
import type { ExecutionOptions } from './execution';
import { topLevelFunctions } from './function-names';
import type { PersonEdit } from './person-edit';
import type { Project } from './project';
import { scriptsOf } from './project';

/** How triggers run where Google leaves it open, or where it depends on the file. */
export interface TriggerSettings {
  /**
   * Is the script bound to this file, or the add-on enabled in it? Otherwise triggers run in AuthMode.NONE, as those of an
   * add-on that somebody has installed and nobody has used here.
   */
  enabled: boolean;
  /** Does undo (and redo) run onEdit? Google does not say. */
  undoFires: boolean;
  /** Does undo take back what a script wrote for the same person? Google does not say either. */
  scriptWritesUndoable: boolean;
}

/** The readings that make it harder for an add-on. */
export const HARDER_READING: TriggerSettings = { enabled: true, undoFires: true, scriptWritesUndoable: true };

export type SimpleTrigger = 'onOpen' | 'onEdit';

/** A simple trigger's time, in ms. */
export const TRIGGER_LIMIT_MS = 30_000;

/** Under what a simple trigger runs. */
export function triggerRights({ enabled }: TriggerSettings): Pick<ExecutionOptions, 'authMode' | 'timeLimitMs'> {
  return { authMode: enabled ? 'LIMITED' : 'NONE', timeLimitMs: TRIGGER_LIMIT_MS };
}

/** Whether the project has this trigger: a top-level function of that name in one of its own files. */
export function hasTrigger(project: Project, name: SimpleTrigger): boolean {
  return scriptsOf(project).some(({ source }) => source.includes(name) && namesIn(source).includes(name));
}

let latest: { source: string; names: string[] } | null = null;

/** Finding the functions of a large file takes a while, and each edit asks for them. */
function namesIn(source: string): string[] {
  if (latest?.source !== source) latest = { source, names: topLevelFunctions(source) };
  return latest.names;
}

/** Whether an edit runs onEdit at all. */
export function firesOnEdit({ kind }: PersonEdit, { undoFires }: TriggerSettings): boolean {
  return undoFires || (kind !== 'undone' && kind !== 'redone');
}

/** So many events wait while a trigger runs; what comes then is lost. */
const MOST_WAITING = 2;

/** One person's events on one file: one trigger after the other. */
export class TriggerLine {
  private isRunning = false;
  private readonly waiting: (() => Promise<void>)[] = [];

  /** Runs the task, now or when its turn comes. False when too many wait already: then it never runs. */
  offer(task: () => Promise<void>): boolean {
    if (this.isRunning && this.waiting.length >= MOST_WAITING) return false;
    this.waiting.push(task);
    if (!this.isRunning) void this.work();
    return true;
  }

  private async work(): Promise<void> {
    this.isRunning = true;
    for (let task = this.waiting.shift(); task; task = this.waiting.shift()) await task();
    this.isRunning = false;
  }
}
