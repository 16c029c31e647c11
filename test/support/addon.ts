/** The built add-on on a workbook, for tests: what clasp would push, called as the sidebar calls it. */
import path from 'node:path';
import type { ResultOf, SaveResult } from '../../src/contract/calls';
import type { MeetingScreen } from '../../src/contract/state';
import { COLUMNS, HIDDEN } from '../../src/sheet/grid/hidden';
import type { Engine, EngineInternals, WorkbookFile, WriteOp } from '../../workbench/engine/engine';
import { openEngine } from '../../workbench/engine/open';
import { AddonPlayer, type PlayOptions } from '../../workbench/play/addon';
import { asShown } from '../../workbench/play/start-month';
import { closeWorkers, loadProject } from '../../workbench/runtime';
import { kept } from './kept';

export { asShown, startForAll } from '../../workbench/play/start-month';

export const MANAGER = 'manager@example.com';

export interface Stage {
  engine: Engine & EngineInternals;
  player: AddonPlayer;
  /**
   * Types into a cell as a person does, without the add-on. Text, number, or a formula in the file's own spelling. Like
   * `write` it leaves the results to whoever looks next.
   */
  type(sheetId: number, row: number, col: number, value: string | number): Promise<void>;
  write(...ops: WriteOp[]): Promise<void>;
  /** Values of a tab's columns, the hidden ones with them, row by row from row 1. */
  values(sheetId: number): Promise<(string | number | boolean | null)[][]>;
  /** What is typed in a tab's columns, row by row from row 1; null where a formula stands. Calculates nothing. */
  typed(sheetId: number): (string | number | boolean | null)[][];
  /** The row (1-based) that has this key among its cells; -1 when none has. The topmost, or that of `month`. */
  rowOf(sheetId: number, key: string, month?: number): Promise<number>;
  /** The text shown in a cell, found by row key. */
  text(sheetId: number, key: string, col: number, month?: number): Promise<string>;
}

/** What clasp would push, or another build of it: a soak lets the same tests meet builds that are broken on purpose. */
export const DIST = process.env.ADDON_DIST ?? path.join(__dirname, '../../dist');

/** Opens an empty workbook, or a saved one, with the built add-on. */
export async function openStage(
  options: { locale?: string; timeZone?: string; file?: WorkbookFile } & Partial<PlayOptions> = {},
): Promise<Stage> {
  const { locale = 'en_US', timeZone = 'Etc/UTC', file, ...play } = options;
  const project = await loadProject(DIST, 'Monthly 1:1');
  const engine = await openEngine(file, { locale, timeZone, owner: MANAGER, name: 'Test' });
  const player = new AddonPlayer(engine, project, { user: MANAGER, ...play });
  const origin = { kind: 'page', user: MANAGER } as const;
  const grid = (sheetId: number) => engine.sheets().find((sheet) => sheet.id === sheetId)!;
  const filled = (sheetId: number) => {
    const { lastRow, maxCols } = grid(sheetId);
    return { row: 1, col: 1, rows: Math.max(1, lastRow), cols: Math.min(COLUMNS, maxCols) };
  };
  const values = async (sheetId: number) => {
    const cells = await engine.read(sheetId, filled(sheetId));
    return cells.map((line) => line.map((cell) => cell.v));
  };
  const typed = (sheetId: number) => engine.typed(sheetId, filled(sheetId));
  const rowOf = async (sheetId: number, key: string, month?: number) => {
    const index = typed(sheetId).findIndex(
      (line) => line.includes(key) && (month === undefined || line[HIDDEN.month - 1] === month),
    );
    return index < 0 ? -1 : index + 1;
  };
  return {
    engine,
    player,
    values,
    typed,
    rowOf,
    write: (...ops) => engine.apply(ops, origin),
    type: (sheetId, row, col, value) =>
      engine.apply(
        [
          {
            op: 'cells',
            sheetId,
            row,
            col,
            cells: [[typeof value === 'string' && value.startsWith('=') ? { f: value } : { v: value }]],
          },
        ],
        origin,
      ),
    async text(sheetId, key, col, month) {
      const row = await rowOf(sheetId, key, month);
      if (row < 0) throw new Error(`no row ${key}${month ? ` in ${month}` : ''}`);
      const [[shown]] = (await engine.displayValues(sheetId, { row, col, rows: 1, cols: 1 })) as [[string]];
      return shown;
    },
  };
}

/** Ends a stage's workbook; call closeAll() after the last one. */
export function closeStage(stage: Stage): void {
  stage.engine.dispose();
}

export const closeAll = closeWorkers;

/** A team set up in November 2026, at noon of the 2nd unless told otherwise. */
export const NOVEMBER = Date.UTC(2026, 10, 2, 12);

export type Team = Stage & { sheet: Record<string, number> };

/** Opens a team as it was set up: once for a build, since setting up takes most of a short test's time. */
export async function openTeam(people: string, options: Parameters<typeof openStage>[0] = {}): Promise<Team> {
  const { onLog, onRun, faults, ...plain } = options;
  // Who listens to the runs, or breaks one, wants to see the set-up too.
  if (onLog || onRun || faults || plain.translate || plain.file) return setUpTeam(people, options);
  const { file, sheet } = await kept(DIST, JSON.stringify([people, plain]), async () => {
    const made = await setUpTeam(people, options);
    const book = { file: made.engine.save(), sheet: made.sheet };
    closeStage(made);
    return book;
  });
  return { ...(await openStage({ nowMs: NOVEMBER, ...options, file })), sheet };
}

async function setUpTeam(people: string, options: Parameters<typeof openStage>[0]): Promise<Team> {
  const stage = await openStage({ nowMs: NOVEMBER, ...options });
  const editors = [MANAGER, ...(people.match(/[^\s,]+@[^\s,]+/g) ?? [])];
  await stage.write({ op: 'file', patch: { editors } });
  const request = { people, month: 202611, managerName: 'Jon Vale' };
  const { screen } = await stage.player.inPortions('setUpTeam', () => request);
  if (!screen || screen.kind === 'setUp') throw new Error('not set up');
  const sheet = Object.fromEntries(screen.people.map((person) => [person.name, person.sheetId as number]));
  return { ...stage, sheet };
}

/** Previews and starts a month on one tab. */
export async function startMonth(stage: Stage, sheetId: number, month: number): Promise<ResultOf<'startMonth'>> {
  const preview = await stage.player.call('planMonth', { sheetId, month });
  return stage.player.call('startMonth', { sheetId, month, people: asShown(preview) });
}

/** The meeting screen of a tab. */
export async function meeting(stage: Stage, sheetId: number, month: number): Promise<MeetingScreen> {
  const screen = await stage.player.call('loadScreen', { sheetId, month });
  if (screen.kind !== 'meeting') throw new Error(`no meeting but ${screen.kind}`);
  return screen;
}

/** What a sidebar shows after a save. */
export function screenAfter(before: MeetingScreen, { saved, screen }: SaveResult): MeetingScreen {
  if (saved) return { ...before, block: saved.block };
  if (screen?.kind !== 'meeting') throw new Error(`the screen is ${screen?.kind}`);
  return screen;
}

/** Setup's first goal: 100 calls a month, for everybody. */
export async function goalForCalls(stage: Stage): Promise<void> {
  const sheetId = stage.engine.sheets().find((sheet) => sheet.name === 'Setup')!.id;
  const row = (await stage.rowOf(sheetId, 'header:goals')) + 1;
  await stage.write({ op: 'cells', sheetId, row, col: 4, cells: [[{ v: 'Calls' }, { v: 100 }, { v: 'month' }]] });
}
