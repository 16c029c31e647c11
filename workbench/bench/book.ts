/**
 * Workbooks of a given size to measure on. One person's newest months are played through the add-on's own functions; older
 * ones, and the tabs of the others, are copies made in the engine.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Edit } from '../../src/contract/calls';
import type { MeetingScreen } from '../../src/contract/state';
import type { Field } from '../../src/core/shared/fields';
import { addMonths, type MonthKey } from '../../src/core/shared/month';
import { COLUMNS, HIDDEN } from '../../src/sheet/grid/hidden';
import type { Engine, WorkbookFile } from '../engine/engine';
import { openEngine } from '../engine/open';
import { AddonPlayer } from '../play/addon';
import { startForOne } from '../play/start-month';
import type { Project } from '../runtime';

/** How large a workbook is: months on a tab, opportunities a month, salespeople. */
export interface Size {
  history: number;
  existing: number;
  team: number;
}

export const MANAGER = 'manager@example.com';
const MANAGER_NAME = 'Jon Vale';
/** The newest month of every book. */
export const NEWEST: MonthKey = 202611;
const ROSTER = { name: 1, key: 2, sheetId: 3, email: 4, start: 5 } as const;

/** Ten in the morning of a day of a month, UTC, in ms. */
export function timeOf(month: MonthKey, day: number): number {
  return Date.UTC(Math.floor(month / 100), (month % 100) - 1, day, 10);
}

/** A book of this size, from build/ when the same bundle has made it before. */
export async function bookOf(size: Size, project: Project, cache: string | null): Promise<WorkbookFile> {
  const sources = project.files.map((file) => file.source).join('\n');
  const stamp = createHash('sha256').update(sources).update(BOOK_VERSION).digest('hex').slice(0, 16);
  const file = cache && path.join(cache, `${stamp}-${size.history}-${size.existing}-${size.team}.json`);
  if (file && existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as WorkbookFile;
  const book =
    size.team === 1
      ? await playOne(size, project)
      : await withTeam(await bookOf({ ...size, team: 1 }, project, cache), size, project);
  if (file) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(book));
  }
  return book;
}

/** Changes when this file makes other books than before. */
const BOOK_VERSION = '4';

async function playOne(size: Size, project: Project): Promise<WorkbookFile> {
  const { existing } = size;
  const history = Math.min(size.history, PLAYED_MONTHS);
  const engine = await openEngine(undefined, { owner: MANAGER, name: 'Bench', timeZone: 'Etc/UTC' });
  const first = addMonths(NEWEST, 1 - history);
  const at = (month: MonthKey) => new AddonPlayer(engine, project, { user: MANAGER, nowMs: timeOf(month, 2) });
  const person = personOf(0);
  const request = { people: `${person.name}, ${person.email}`, month: first, managerName: MANAGER_NAME };
  const { screen: made } = await at(first).inPortions('setUpTeam', () => request);
  if (made?.kind !== 'meeting') throw new Error(`the bench was not set up: ${made?.kind}`);
  const { sheetId, repId } = made.rep;
  for (let month = first; month <= NEWEST; month = addMonths(month, 1)) {
    const player = at(month);
    if (month !== first) await startForOne(player, sheetId, month);
    const screen = await player.call('loadScreen', { sheetId, month });
    if (screen.kind !== 'meeting') throw new Error(`no meeting in ${month}`);
    const edits = typedIn(screen, month === first ? existing : 0, month === NEWEST);
    const { outcomes } = await player.call('saveEdits', { sheetId, repId, month, edits });
    const failed = outcomes.find((outcome) => outcome.outcome !== 'saved');
    if (failed) throw new Error(`${month}: ${failed.key} ${failed.field} ${failed.outcome}`);
    if (month !== NEWEST) await player.call('finishMeeting', { sheetId, repId, month, actionId: `bench-${month}` });
  }
  if (size.history > history) {
    await growOlder(engine, sheetId, size.history - history);
    // Where the copies meet the rest, formulas and names do not fit each other.
    const { digest } = await at(NEWEST).call('checkTab', { sheetId });
    const { left } = await at(NEWEST).call('repairTab', { sheetId, digest });
    if (left[0]) throw new Error(`the grown tab is not sound: ${left[0].words}`);
  }
  return closed(engine);
}

/** Months that are played. What lies below them is none of a month's own: it is grown by copying one of them. */
const PLAYED_MONTHS = 14;

/** Puts copies of a month between the oldest one and the others, folded like them, and counts their months down. */
async function growOlder(engine: Engine, sheetId: number, count: number): Promise<void> {
  const origin = { kind: 'page', user: MANAGER } as const;
  const { lastRow, rowGroupControl: control } = engine.sheets().find(({ id }) => id === sheetId)!;
  const keys = await engine.read(sheetId, { row: 1, col: HIDDEN.key, rows: lastRow, cols: 2 });
  const bands = keys.flatMap(([key], index) => (key?.v === 'band' ? [index + 1] : []));
  const [model, below, oldest] = bands.slice(-3) as [number, number, number];
  const rows = below - model;
  await engine.apply([{ op: 'insertRows', sheetId, before: oldest, count: count * rows, inherit: 'none' }], origin);
  const groups = engine.rowGroups(sheetId);
  const pattern = groups.find(({ start }) => start === model + 1)!;
  const copies = Array.from({ length: count }, (_, n) => {
    const shift = oldest - model + n * rows;
    return { ...pattern, start: pattern.start + shift, end: pattern.end + shift };
  });
  const newestBelow = Number(keys[below - 1]?.[1]?.v);
  const months = Array.from({ length: count * rows + lastRow - oldest + 1 }, (_, n) => [
    { v: addMonths(newestBelow, -1 - Math.min(count, Math.floor(n / rows))) },
  ]);
  const to = { row: oldest, col: 1, rows: count * rows, cols: COLUMNS };
  const from = { row: model, col: 1, rows, cols: COLUMNS };
  await engine.apply(
    [
      { op: 'copy', sheetId, from, toSheetId: sheetId, to, what: 'ALL', transposed: false },
      { op: 'cells', sheetId, row: oldest, col: HIDDEN.month, cells: months },
      { op: 'rowGroups', sheetId, groups: [...groups, ...copies], control },
    ],
    origin,
  );
}

/** What a month's talk leaves behind; the newest month has been begun only. */
function typedIn({ block }: MeetingScreen, deals: number, isNewest: boolean): Edit[] {
  const edits: Edit[] = [];
  const set = (key: string, values: Partial<Record<Field, string | number>>) => {
    for (const [field, now] of Object.entries(values)) edits.push({ key, field: field as Field, was: '', now });
  };
  const spare = (section: string) => block.sections.find(({ id }) => id === section)?.spareKeys[0] ?? `${section}:b1`;
  for (let n = 0; n < deals; n++)
    set(`new:deal${n}`, {
      who: `Customer ${n + 1}\nWhat it is about`,
      why: 'Their old one breaks down twice a week',
      amount: 1000 * (n + 1),
      next: 'Walk through with the site lead',
    });
  for (const [n, row] of (block.sections.find(({ kind }) => kind === 'kpis')?.rows ?? []).entries())
    if (row.kpi && row.cells.amount === '' && !row.formulas.includes('amount') && n < 3)
      set(row.key, { amount: 40 + n });
  if (isNewest) return edits;
  set(spare('working'), { who: 'Short first calls', why: 'They stay on topic', next: 'Keep' });
  set(spare('notWorking'), { who: 'Cold mails', why: 'Nobody answers', next: 'Stop' });
  set(spare('other'), { who: 'Holidays', why: 'Two weeks in August', next: 'Plan' });
  set(block.conclusion.focus.key, { when: 'One clear price, said early' });
  set(block.conclusion.takeaway.key, { when: 'Price first' });
  return edits;
}

/** Copies the one person's tab for the others and puts them on the roster, then brings Figures and Team up to date. */
async function withTeam(book: WorkbookFile, { team }: Size, project: Project): Promise<WorkbookFile> {
  const engine = await openEngine(book);
  const origin = { kind: 'page', user: MANAGER } as const;
  const setup = engine.sheets().find(({ name }) => name === 'Setup')!;
  const tab = engine.sheets().find(({ name }) => name === personOf(0).name)!;
  const lines = await engine.read(setup.id, { row: 1, col: 1, rows: setup.lastRow, cols: ROSTER.start });
  const first = lines.findIndex((line) => String(line[ROSTER.key - 1]?.v).startsWith('rep:')) + 1;
  const start = lines[first - 1]?.[ROSTER.start - 1]?.v ?? null;
  const ids = Math.max(...engine.sheets().map(({ id }) => id));
  const others = Array.from({ length: team - 1 }, (_, n) => ({ ...personOf(n + 1), sheetId: ids + n + 1 }));
  for (const { name, id, sheetId } of others)
    await engine.apply(
      [
        { op: 'insertSheet', sheetId, name, index: 1, rows: tab.maxRows, cols: tab.maxCols, template: tab.id },
        { op: 'cells', sheetId, row: 1, col: 1, cells: [[{ v: name }]] },
        { op: 'cells', sheetId, row: 1, col: HIDDEN.key, cells: [[{ v: `tab:${id}` }]] },
      ],
      origin,
    );
  await engine.apply(
    [
      { op: 'insertRows', sheetId: setup.id, before: first + 1, count: others.length, inherit: 'before' },
      {
        op: 'cells',
        sheetId: setup.id,
        row: first + 1,
        col: 1,
        cells: others.map(({ name, id, sheetId, email }) => [
          { v: name },
          { v: `rep:${id}` },
          { v: sheetId },
          { v: email },
          { v: start },
        ]),
      },
    ],
    origin,
  );
  const player = new AddonPlayer(engine, project, { user: MANAGER, nowMs: timeOf(NEWEST, 2) });
  await player.inPortions('buildTeam', () => ({}));
  return closed(engine);
}

function personOf(n: number): { id: string; name: string; email: string } {
  return { id: `rbench${n}`, name: `Person ${n + 1}`, email: `person${n + 1}@example.com` };
}

async function closed(engine: Engine): Promise<WorkbookFile> {
  await engine.settle();
  const book = engine.save();
  engine.dispose();
  return book;
}
