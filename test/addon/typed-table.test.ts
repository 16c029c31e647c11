/**
 * The table of what people type into "when" and "how much" (test/core/reading-table.ts) on the bare sheet, with onEdit: what
 * Google makes a number of stays, and where the table means something else the sheet asks; what it leaves as text becomes what
 * the table says. The other doors: test/core/doors.test.ts.
 */
import { serialToDate } from '../../src/core/shared/dates';
import { doubtIn } from '../../src/core/shared/doubts';
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { Keyboard } from '../../workbench/play/keyboard';
import { loadProject, type Project } from '../../workbench/runtime';
import { parseUserEntered } from '../../workbench/values/user-entered';
import { AMOUNTS, type AmountCase, DAYS, type DayCase, WRITTEN_ON } from '../core/reading-table';
import { closeAll, closeStage, DIST, MANAGER, openTeam, startMonth } from '../support/addon';

const NOON = Date.parse(`${WRITTEN_ON}T12:00:00Z`);
const LANGUAGES = [...new Set([...AMOUNTS, ...DAYS].map((one) => one.in))];

let team: Awaited<ReturnType<typeof openTeam>>;
let project: Project;
let tab: number;
let top: number;

beforeAll(async () => {
  project = await loadProject(DIST, 'Monthly 1:1');
  team = await openTeam('Mira Oakes', { nowMs: NOON, timeZone: 'Europe/Berlin' });
  tab = team.sheet['Mira Oakes']!;
  await startMonth(team, tab, 202611);
  top = (await team.rowOf(tab, 'header:new')) + 1;
  await team.write({ op: 'insertRows', sheetId: tab, before: top + 1, count: 100, inherit: 'before' });
});
afterAll(() => {
  closeStage(team);
  return closeAll();
});

/** What Google makes of a typed text, as setValue does: a number, or the text. */
function made(typed: string, language: string, pattern: string): number | string {
  const entered = parseUserEntered(typed, { locale: language.replace('-', '_'), pattern, year: 2026 });
  return entered.kind === 'number' ? entered.value : entered.kind === 'text' ? entered.value : '';
}

interface Shown {
  when: unknown;
  amount: unknown;
  typedWhen: string;
  typedAmount: string;
  periodEnd: unknown;
}

/** Pastes lines of the table over white rows; gives what stands there when the trigger has run. */
async function pasted(language: string, lines: { when: string; amount: string }[]): Promise<Shown[]> {
  await team.write({ op: 'file', patch: { locale: language.replace('-', '_') } });
  const keys = new Keyboard(team.engine, project, { user: MANAGER, nowMs: NOON });
  const rows = lines.map(({ when, amount }, n) => [`case ${n}`, when, '', amount]);
  const { run, refused } = await keys.paste(tab, `A${top}`, rows);
  expect([refused, run?.outcome.ok]).toEqual([null, true]);
  const values = (await team.values(tab)).slice(top - 1, top - 1 + lines.length);
  const cell = (line: (typeof values)[number], col: number) => line[col - 1] ?? '';
  const shown = values.map((line) => ({
    when: cell(line, COL.when),
    amount: cell(line, COL.amount),
    typedWhen: String(cell(line, HIDDEN.typedWhen)),
    typedAmount: String(cell(line, HIDDEN.typedAmount)),
    periodEnd: cell(line, HIDDEN.periodEnd),
  }));
  for (const [col, cols] of [
    [1, 8],
    [HIDDEN.typedWhen, 2],
    [HIDDEN.periodEnd, 1],
  ] as const)
    await team.write({
      op: 'cells',
      sheetId: tab,
      row: top,
      col,
      cells: lines.map(() => Array.from({ length: cols }, () => ({ v: null }))),
    });
  return shown;
}

/** The answers of the table: what is meant, and what else it may be. */
function answers(is: AmountCase['is'] | DayCase['is']): unknown[] {
  return Array.isArray(is) ? [...is] : [is];
}

test.each(LANGUAGES)('%s', async (language) => {
  const amounts = AMOUNTS.filter((one) => one.in === language && !one.typed.startsWith('='));
  const days = DAYS.filter(
    (one): one is DayCase & { typed: string } =>
      // A time stamp's bare number is no day that a cell can show: files have those, nobody types one.
      one.in === language && typeof one.typed === 'string' && !/^\d{8,}$/.test(one.typed),
  );
  const lines = Array.from({ length: Math.max(amounts.length, days.length) }, (_, n) => ({
    when: days[n]?.typed ?? '',
    amount: amounts[n]?.typed ?? '',
  }));
  const shown = await pasted(language, lines);
  const wrong: unknown[] = [];
  amounts.forEach(({ typed, is }, n) => {
    const { amount, typedAmount } = shown[n]!;
    const google = made(typed, language, '#,##0');
    const meant = answers(is)[0];
    const expected = typeof google === 'number' ? google : typeof meant === 'number' ? meant : google;
    const isAsked = answers(is).includes(doubtIn(typedAmount)) || amount === meant || typeof meant !== 'number';
    const isKept = typeof google === 'number' || typeof meant !== 'number' || typedAmount === google;
    if (amount !== expected || !isAsked || !isKept) wrong.push({ typed, is, google, amount, typedAmount });
  });
  days.forEach(({ typed, is }, n) => {
    const { when, typedWhen, periodEnd } = shown[n]!;
    const google = made(typed, language, 'd mmm');
    const meant = String(answers(is)[0]);
    const isDay = /^\d/.test(meant);
    const day = typeof when === 'number' ? dayOf(when) : when;
    const expected = typeof google === 'number' ? dayOf(google) : isDay ? meant : google;
    const isAsked = doubtIn(typedWhen) === meant || day === meant || !isDay;
    const isKept = typeof google === 'number' || !isDay || typedWhen === google;
    const ends = /^from .* to (.*)$/.exec(meant)?.[1];
    const isPeriod = ends === undefined || typeof google === 'number' || dayOf(Number(periodEnd)) === ends;
    if (day !== expected || !isAsked || !isKept || !isPeriod)
      wrong.push({ typed, is, google, day, typedWhen, periodEnd });
  });
  expect(wrong).toEqual([]);
});

/** The day of a number as a cell shows it; a number that is none as it is. */
function dayOf(serial: number): string | number {
  return serial > 0 && serial < 200_000 ? serialToDate(Math.floor(serial)) : serial;
}
