/** Plays the team of the sidebar's tests, with the add-on itself on a book in memory: eleven months up to November 2026. */
import type { Edit } from '../../../src/contract/calls';
import type { MeetingScreen } from '../../../src/contract/state';
import { readStory } from '../../../src/core/deal/story';
import type { Cells, CellValue, Field } from '../../../src/core/shared/fields';
import { addMonths, type MonthKey } from '../../../src/core/shared/month';
import type { RawCell } from '../../../src/sheet/grid/cells';
import { COL } from '../../../src/sheet/grid/grid';
import { HIDDEN } from '../../../src/sheet/grid/hidden';
import { SETUP_COL, setupCol } from '../../../src/sheet/setup/tables';
import { type Pin, rowOf, Story } from '../../support/plain-google/story';
import type { PlainTab } from '../../support/plain-google/tab';
import {
  DEALS,
  type Deal,
  FIRST,
  KPIS,
  LAST_FOCUS,
  MONTH,
  PIPELINE,
  ROWS,
  STATUS_WORDS,
  TEAM_GOALS,
  WEIGHTED,
} from './team';

const PEOPLE = 'Tomas Okafor, tomas@example.com\nLena Vogt\nRuth Amsel\nCem Darwell';

/** The first day of a month, or another one. */
const dayOf = (month: MonthKey, day = 5) =>
  `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export class Play {
  readonly story = new Story(
    { locale: 'en_GB', owner: 'ida.brandt@example.com', editors: ['tomas@example.com'] },
    null,
  );
  pin: Pin;
  /** What has been typed into each row, by the row's id. */
  private readonly typed = new Map<string, Cells>();
  private unsaved: Edit[] = [];

  constructor() {
    const { story } = this;
    story.later(24 * 60);
    story.whole('setUpTeam', { people: PEOPLE, month: FIRST, managerName: 'Ida Brandt' });
    const sheetId = story.book.tab('Tomas Okafor').id;
    const { rep } = this.load({ sheetId, repId: '', month: FIRST });
    this.pin = { sheetId, repId: rep.repId, month: FIRST };
    story.call('undoStart', { sheetId, month: FIRST });
    story.hand('Setup filled in', () => this.fillSetup());
    story.hand('a tab deleted', () => story.book.spreadsheet.deleteSheet(story.book.tab('Cem Darwell').sheet));
  }

  get tab(): PlainTab {
    return this.story.book.tab('Tomas Okafor');
  }

  load(pin: Pin = this.pin): MeetingScreen {
    const screen = this.story.call('loadScreen', { sheetId: pin.sheetId, month: pin.month });
    if (screen.kind !== 'meeting') throw new Error(`no meeting but ${screen.kind}`);
    return screen;
  }

  private fillSetup(): void {
    const setup = this.story.book.tab('Setup');
    fillSetup(setup, 'settings:year', [['Year begins in', 'April']]);
    fillSetup(setup, 'settings:method', [['Our method', 'Research > First call > Offer']]);
    fillSetup(setup, 'statuses:moving', WEIGHTED);
    fillSetup(setup, 'header:goals', TEAM_GOALS, 1);
    const first = fillSetup(
      setup,
      'kpis:revenue',
      KPIS.map((kpi) => [...kpi.setup, '']),
    );
    for (const [n, { id }] of KPIS.entries()) setup.cells.put(first + n, SETUP_COL.key, `kpis:${id}`);
  }

  /** All months before November, each of them held but the last. */
  untilOctober(): void {
    for (let month = FIRST; month < MONTH; month = addMonths(month, 1)) {
      if (month > FIRST) this.finish();
      this.begin(month);
    }
  }

  finish(): void {
    const { month } = this.pin;
    this.story.call('finishMeeting', { ...this.pin, actionId: `f${month}`, heldOn: dayOf(month) });
  }

  /** Starts a month, and types what is said in it. */
  begin(month: MonthKey): void {
    this.pin = { ...this.pin, month };
    this.story.start(this.pin.sheetId, month);
    this.typed.delete('focus');
    for (const deal of DEALS) this.talkAbout(deal, month);
    for (const { key, from = MONTH, cells } of ROWS) if (from === month) this.type(key, cells);
    if (month === addMonths(MONTH, -1)) this.type('text:focus', { when: LAST_FOCUS });
    if (month === MONTH)
      for (const { id, actual, why } of KPIS) this.type(`kpis:${id}`, { amount: actual, why: why ?? '' });
    this.save();
    if (month === MONTH) this.figures();
  }

  private talkAbout({ id, story, cells }: Deal, month: MonthKey): void {
    const steps = readStory(story);
    const at = steps.length - (month > MONTH ? 0 : monthsUntil(month));
    if (at < 0) return;
    const step = steps[at];
    const key = at === 0 ? `new:${id}` : `existing:${id}`;
    if (!step) {
      this.type(key, { when: '', status: '', ...cells });
      return;
    }
    const pushes = steps.filter(({ change }) => change === 'pushed').length;
    const now = this.typed.get(id) ?? {};
    const end = String(cells.when ?? (pushes > 0 ? dayOf(MONTH, 15) : ''));
    const status = STATUS_WORDS[step.status];
    if (step.change === 'new') {
      const isChanged = steps.some(({ change }) => change === 'amount');
      const amount = isChanged ? Number(cells.amount) - 2000 : (cells.amount ?? '');
      this.type(key, { who: cells.who ?? '', when: pushedBack(end, pushes), amount, status });
      return;
    }
    const changes: Cells = { status };
    if (step.change === 'moved') changes.moved = `Talked with them on the ${month % 100}th`;
    if (step.change === 'amount') changes.amount = cells.amount ?? '';
    if (step.change === 'pushed') changes.when = pushedBack(String(now.when), -1);
    this.type(key, changes);
  }

  /** What is another text now waits for being saved. */
  type(key: string, cells: Cells): void {
    const id = key.split(':')[1] as string;
    const was = this.typed.get(id) ?? {};
    for (const [field, now] of Object.entries(cells) as [Field, CellValue][]) {
      const before = field === 'moved' ? '' : (was[field] ?? '');
      if (before !== now) this.unsaved.push({ key, field, was: before, now });
    }
    this.typed.set(id, { ...was, ...cells });
  }

  /** Saves it, in one call. */
  save(): void {
    const { outcomes } = this.story.call('saveEdits', { ...this.pin, edits: this.unsaved });
    const bad = outcomes.filter(({ outcome }) => outcome !== 'saved');
    if (bad.length > 0) throw new Error(JSON.stringify([this.pin.month, bad]));
    this.unsaved = [];
  }

  /** What the formulas of November come to, and the figures typed beside them. */
  private figures(): void {
    const { cells } = this.tab;
    for (const kpi of KPIS) {
      const row = rowOf(this.tab, `kpis:${kpi.id}`);
      const share = kpi.actual === '' ? null : kpi.actual / kpi.goal;
      const sign = share === null ? '' : share >= 1 ? '▲' : share >= 0.9 ? '●' : '▼';
      const percent = (of: number | null) => `${Math.round((of ?? 0) * 100)}%`;
      const totals = kpi.quarter === null ? '' : `quarter ${percent(kpi.quarter)} · year ${percent(kpi.year)}\n`;
      const words = `${totals}${kpi.past}${share === null ? '' : ` ${percent(share)}`}`;
      const results: [number, RawCell][] = [
        [COL.when, kpi.goal],
        [COL.status, share === null ? '' : `${sign} ${percent(share)}`],
        [COL.moved, words],
        [COL.since, kpi.rank ?? ''],
        [HIDDEN.quarterActual, kpi.quarter ?? 0],
        [HIDDEN.quarterGoal, kpi.quarter === null ? 0 : 1],
        [HIDDEN.yearActual, kpi.year ?? 0],
        [HIDDEN.yearGoal, kpi.year === null ? 0 : 1],
      ];
      for (const [col, result] of results) cells.at(row, col).result = result;
      // Somebody takes it from the CRM by a formula of their own.
      if (kpi.formula) Object.assign(cells.at(row, COL.amount), { formula: kpi.formula, result: kpi.actual });
    }
    for (const [key, results] of Object.entries(PIPELINE))
      for (const [col, result] of Object.entries(results)) cells.at(rowOf(this.tab, key), Number(col)).result = result;
  }
}

/** Types lines into Setup, from the one with a key on, or so many below it. */
export function fillSetup(
  { cells }: PlainTab,
  key: string,
  lines: readonly (readonly (string | number)[])[],
  below = 0,
): number {
  const first = cells.rows.findIndex((line) => line[SETUP_COL.key - 1]?.value === key) + 1 + below;
  for (const [r, values] of lines.entries())
    for (const [n, value] of values.entries()) cells.put(first + r, setupCol(n), value);
  return first;
}

function monthsUntil(month: MonthKey): number {
  let count = 0;
  for (let at = month; at < MONTH; at = addMonths(at, 1)) count++;
  return count;
}

/** A day so many months earlier; a text as it is. */
function pushedBack(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return day;
  return dayOf(addMonths(year * 100 + month, -months), date);
}
