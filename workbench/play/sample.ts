/** Plays the sample team's three months through the add-on's own functions, ending in the current month. */
import type { Edit } from '../../src/contract/calls';
import type { MeetingScreen } from '../../src/contract/state';
import type { CellValue, Field } from '../../src/core/shared/fields';
import { addMonths, type MonthKey } from '../../src/core/shared/month';
import type { Engine } from '../engine/engine';
import type { AddonPlayer } from './addon';
import {
  SAMPLE_GOALS,
  SAMPLE_MANAGER,
  SAMPLE_TEAM,
  SAMPLE_WEIGHTS,
  type SampleDeal,
  type SampleMonth,
  type SampleRep,
} from './sample-team';
import { startForAll } from './start-month';

const DAY_MS = 86_400_000;

/** Months that the sample has. */
export const SAMPLE_MONTHS = 3;

/** The sample's salespeople. */
export function samplePeople(): { name: string; email: string }[] {
  return SAMPLE_TEAM.map(({ name, email }) => ({ name, email }));
}

/**
 * Makes the sample on an empty workbook.
 * @param player plays as the sample's manager
 * @param engine the workbook itself, for what a person types by hand
 * @param today epoch ms; the last of the three months is the month it lies in
 * @param progress told after each rep and month
 */
export async function playSample(
  player: AddonPlayer,
  engine: Engine,
  today: number,
  progress?: (done: number, all: number) => void,
): Promise<void> {
  const date = new Date(today);
  const last = date.getUTCFullYear() * 100 + date.getUTCMonth() + 1;
  const months = Array.from({ length: SAMPLE_MONTHS }, (_, n) => addMonths(last, n - SAMPLE_MONTHS + 1));
  const first = months[0]!;
  const people = SAMPLE_TEAM.map((rep) => `${rep.name}, ${rep.email}`).join('\n');
  const opening = player.as({ nowMs: timeOf(first, 1) });
  const request = { people, month: first, managerName: SAMPLE_MANAGER.name };
  const { screen } = await opening.inPortions('setUpTeam', () => request);
  if (!screen || screen.kind === 'setUp') throw new Error('the sample team was not set up');
  await typeGoals(engine);
  const sheetIds = new Map(screen.people.map((person) => [person.name, person.sheetId!]));
  let done = 0;
  for (const [index, month] of months.entries()) {
    if (index > 0) await startForAll(player.as({ nowMs: Math.min(timeOf(month, 1), today) }), month);
    for (const rep of SAMPLE_TEAM) {
      const script = rep.months[index];
      if (script) await playMonth(player, rep, script, sheetIds.get(rep.name)!, month, today);
      progress?.(++done, months.length * SAMPLE_TEAM.length);
    }
  }
}

async function playMonth(
  player: AddonPlayer,
  rep: SampleRep,
  script: SampleMonth,
  sheetId: number,
  month: MonthKey,
  today: number,
): Promise<void> {
  const held = script.held ? Math.min(timeOf(month, script.held.day), today) : Math.min(timeOf(month, 2), today);
  const screen = await player.as({ nowMs: held }).call('loadScreen', { sheetId, month });
  if (screen.kind !== 'meeting') throw new Error(`${rep.name}: no block for ${month}`);
  const pin = { sheetId, repId: screen.rep.repId, month };
  const edits = editsOf(screen, script, rep, month);
  if (edits.length > 0) {
    const saved = await player.as({ nowMs: held }).call('saveEdits', { ...pin, edits });
    const failed = saved.outcomes.find((outcome) => outcome.outcome !== 'saved');
    if (failed) throw new Error(`${rep.name}, ${month}: ${failed.key} ${failed.field} ${failed.outcome}`);
  }
  if (!script.held) return;
  let clock = held - script.held.minutes.reduce((sum, n) => sum + n, 0) * 60_000;
  for (const [n, section] of screen.block.sections.entries()) {
    const action =
      n === 0 ? ({ act: 'start', section: section.id } as const) : ({ act: 'goTo', section: section.id } as const);
    await player.as({ nowMs: clock }).call('setClock', { ...pin, action, actionId: `sample-${n}` });
    clock += (script.held.minutes[n] ?? 0) * 60_000;
  }
  await player.as({ nowMs: clock }).call('finishMeeting', { ...pin, actionId: 'sample-finish' });
}

function editsOf(screen: MeetingScreen, script: SampleMonth, rep: SampleRep, month: MonthKey): Edit[] {
  const { sections, commitments, conclusion, prepare, plan, growth } = screen.block;
  const edits: Edit[] = [];
  const set = (key: string, values: Partial<Record<Field, CellValue>>, was: Partial<Record<Field, CellValue>> = {}) => {
    for (const [field, now] of Object.entries(values) as [Field, CellValue][])
      if (now !== '') edits.push({ key, field, was: was[field] ?? '', now });
  };
  const spare = (section: string) => {
    const keys = [...(sections.find((s) => s.id === section)?.spareKeys ?? [])];
    return (n: number) => keys[n] ?? `${section === 'conclusion' ? 'todo' : section}:s${month}${n}`;
  };
  for (const deal of script.fresh) set(`new:${deal.id}`, dealCells(deal, month));
  for (const row of sections.find((s) => s.id === 'existing')?.rows ?? []) {
    const move = script.moves[row.key.split(':')[1]!];
    if (!move) continue;
    const { when, ...rest } = move;
    set(row.key, { ...rest, ...(when ? { when: dayOf(month, when) } : {}) }, row.cells);
  }
  for (const [section, notes] of [
    ['working', script.working],
    ['notWorking', script.notWorking],
    ['other', script.topics],
  ] as const) {
    const key = spare(section);
    for (const [n, [who, why, next]] of notes.entries()) set(key(n), { who, why, next });
  }
  for (const row of sections.find((s) => s.kind === 'kpis')?.rows ?? []) {
    const figure = script.kpis[row.key.split(':')[1]!];
    if (figure) set(row.key, { amount: figure[0], why: figure[1] }, row.cells);
  }
  for (const [id, what, due, why, owner] of script.promises)
    set(`todo:${id}`, {
      who: what,
      when: dayOf(month, due),
      why,
      status: 'open',
      next: owner === 'rep' ? rep.name : SAMPLE_MANAGER.name,
    });
  for (const row of commitments) {
    const settled = script.settled[row.key.split(':')[1]!];
    if (settled) set(row.key, { status: settled[0], moved: settled[1] }, row.cells);
  }
  if (script.prepared) {
    const [review, help] = script.prepared;
    set(prepare.review.key, { when: review });
    set(prepare.help.key, { when: help });
    set(prepare.ready.key, { when: '✓' });
  }
  if (plan && script.plan) set(plan.key, { when: script.plan }, { when: plan.value });
  for (const [n, [id, aim, by, how, next]] of (script.growth ?? []).entries())
    set(growth.spareKeys[n] ?? `grow:${id}`, { who: aim, when: dayOf(month, by), why: how, next });
  for (const [id, who, day, weTry, coaching] of script.plans ?? [])
    for (const [field, now] of [
      ['who', who],
      ['when', dayOf(month, day)],
      ['why', weTry],
      ['status', 'open'],
    ] as const)
      edits.push({ key: `grow:${id}`, field, was: '', now, coaching });
  for (const row of growth.rows) {
    const { when, ...said } = script.reviewed?.[row.key.split(':')[1]!] ?? {};
    set(row.key, { ...said, ...(when ? { when: dayOf(month, when) } : {}) }, row.cells);
  }
  set(conclusion.observed.key, { when: script.observed });
  set(conclusion.focus.key, { when: script.focus });
  set(conclusion.takeaway.key, { when: script.takeaway });
  if (script.next !== '') set(conclusion.nextDate.key, { when: dayOf(month, script.next) });
  return edits;
}

function dealCells(deal: SampleDeal, month: MonthKey): Partial<Record<Field, CellValue>> {
  const { who, why, amount, next, when } = deal;
  return { who, why, amount, next, when: when === '' ? '' : dayOf(month, when) };
}

/** [months ahead, day] as an ISO day; a day beyond the month's end is its last. */
function dayOf(month: MonthKey, [ahead, day]: [number, number]): string {
  const target = addMonths(month, ahead);
  const [year, m] = [Math.floor(target / 100), target % 100];
  const last = new Date(Date.UTC(year, m, 0)).getUTCDate();
  return `${year}-${String(m).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

/** Ten in the morning, UTC, of a day. */
function timeOf(month: MonthKey, day: number): number {
  return Date.UTC(Math.floor(month / 100), (month % 100) - 1, 1, 10) + (day - 1) * DAY_MS;
}

/** Goals and weights are typed into the Setup tab, as a manager would. */
async function typeGoals(engine: Engine): Promise<void> {
  const setup = engine.sheets().find((sheet) => sheet.name === 'Setup');
  if (!setup) throw new Error('the sample has no Setup tab');
  const keys = await engine.read(setup.id, { row: 1, col: 2, rows: setup.lastRow, cols: 1 });
  const rowOf = (key: string) => keys.findIndex(([cell]) => cell?.v === key) + 1;
  const cells = SAMPLE_GOALS.map(([kpi, goal]) => [{ v: kpi }, { v: goal }, { v: 'month' }]);
  const origin = { kind: 'page', user: engine.file().owner } as const;
  const at = { op: 'cells', sheetId: setup.id } as const;
  await engine.write([{ ...at, row: rowOf('header:goals') + 1, col: 4, cells }], origin);
  for (const [status, weight] of Object.entries(SAMPLE_WEIGHTS))
    await engine.write([{ ...at, row: rowOf(`statuses:${status}`), col: 7, cells: [[{ v: weight }]] }], origin);
}
