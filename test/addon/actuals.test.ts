import type { Previewed } from '../../src/contract/portions';
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { SETUP_COL } from '../../src/sheet/setup/tables';
import { closeAll, closeStage, openTeam, startMonth } from '../support/addon';

afterAll(closeAll);

const NAMES = ['Mira Oakes', 'Ben Sorrel', 'Zoë Quist', 'Lou Brandt', 'Ida Falk'];
const KPIS = ['revenue', 'meetings', 'calls'];
const PEOPLE = NAMES.map((name, n) => `${name}, rep${n}@example.com`).join('\n');
/** Five people × three KPIs, as copied from another spreadsheet. */
const TABLE = [
  '\tBooked revenue\tFirst meetings\tCalls',
  'Mira Oakes\t12,000\t8\t40',
  'Ben Sorrel\t9,500.50\t5\t35',
  'Zoë Quist\t€ 20,000\t11\t61',
  'Lou Brandt\t0\t2\t12',
  'Ida Falk\t7 250\t6\t44',
].join('\n');

type Team = Awaited<ReturnType<typeof openTeam>>;

async function withTeam(
  act: (team: Team) => Promise<void>,
  options: Parameters<typeof openTeam>[1] = {},
): Promise<void> {
  const team = await openTeam(PEOPLE, options);
  try {
    await act(team);
  } finally {
    closeStage(team);
  }
}

const preview = (team: Team, text: string, month = 202611) =>
  team.player.inPortions('planActuals', () => ({ month, text }));

/** Writes a table as it was previewed. */
const apply = (team: Team, text: string, { people }: { people: Previewed[] }, month = 202611) =>
  team.player.inPortions('applyActuals', () => ({ month, text, people }));

async function paste(team: Team, text: string, month = 202611) {
  return apply(team, text, await preview(team, text, month), month);
}

/** Actuals of everybody, in the order of NAMES and KPIS. */
const actuals = (team: Team) =>
  Promise.all(
    NAMES.map(async (name) => {
      const sheetId = team.sheet[name]!;
      const lines = await team.values(sheetId);
      return KPIS.map((kpi) => lines.find((line) => line[HIDDEN.key - 1] === `kpis:${kpi}`)?.[COL.amount - 1]);
    }),
  );

const everything = async (team: Team) =>
  JSON.stringify(await Promise.all(team.engine.sheets().map((sheet) => team.values(sheet.id))));

describe.each([{ eager: false }, { eager: true }])('pasted actuals, eager: $eager', (mode) => {
  test('five people and three KPIs go in at once, previewed; a repeat writes nothing', () =>
    withTeam(async (team) => {
      const before = await everything(team);
      const shown = await preview(team, TABLE);
      expect(await everything(team)).toBe(before);
      expect([shown.changes.length, shown.same, shown.leftOut]).toEqual([15, 0, []]);
      const row = await team.rowOf(team.sheet['Ben Sorrel']!, 'kpis:revenue');
      expect(shown.changes[3]).toEqual({
        name: 'Ben Sorrel',
        kpi: 'Booked revenue',
        was: '',
        now: 9500.5,
        cell: `D${row}`,
      });
      const first = await apply(team, TABLE, shown);
      expect([first.written, first.changed]).toEqual([15, []]);
      expect(await actuals(team)).toEqual([
        [12000, 8, 40],
        [9500.5, 5, 35],
        [20000, 11, 61],
        [0, 2, 12],
        [7250, 6, 44],
      ]);
      const after = await everything(team);
      const repeat = await apply(team, TABLE, shown);
      expect([repeat.written, repeat.changed]).toEqual([0, []]);
      expect(await everything(team)).toBe(after);
      expect(await preview(team, TABLE)).toMatchObject({ changes: [], same: 15 });
    }, mode));
});

test('only figures that differ are written; the figures of earlier months stay', () =>
  withTeam(async (team) => {
    await paste(team, TABLE);
    const mira = team.sheet['Mira Oakes']!;
    await startMonth(team, mira, 202612);
    const shown = await preview(team, 'KPI\tMira Oakes\tBen Sorrel\nCalls\t50\t35\nBooked revenue\t12000\t1', 202612);
    expect(shown.changes.map(({ name, kpi, was, now }) => [name, kpi, was, now])).toEqual([
      ['Mira Oakes', 'Calls', '', 50],
      ['Mira Oakes', 'Booked revenue', '', 12000],
    ]);
    expect(shown.leftOut).toEqual(['Ben Sorrel has no December 2026 yet. Start it first.']);
    await paste(team, 'KPI\tMira Oakes\tBen Sorrel\nCalls\t50\t35\nBooked revenue\t12000\t1', 202612);
    const rowOf = (month: number) => team.rowOf(mira, 'kpis:calls', month);
    const lines = await team.values(mira);
    expect(lines[(await rowOf(202612)) - 1]?.[COL.amount - 1]).toBe(50);
    expect(lines[(await rowOf(202611)) - 1]?.[COL.amount - 1]).toBe(40);

    const again = await preview(team, '\tCalls\tBooked revenue\nMira Oakes\t51\t12000', 202612);
    expect([again.changes.map((c) => [c.was, c.now]), again.same]).toEqual([[[50, 51]], 1]);
  }));

test('a formula of a person’s own stays and is named; text that stood there is shown before it goes', () =>
  withTeam(async (team) => {
    const sheetId = team.sheet['Mira Oakes']!;
    const [meetings, calls] = [await team.rowOf(sheetId, 'kpis:meetings'), await team.rowOf(sheetId, 'kpis:calls')];
    await team.type(sheetId, meetings, COL.amount, '=3+5');
    await team.type(sheetId, calls, COL.amount, 'about 40');
    const shown = await preview(team, TABLE);
    expect(shown.leftOut).toEqual([`First meetings of Mira Oakes is a formula (D${meetings}) and stays.`]);
    expect(shown.changes.find((c) => c.name === 'Mira Oakes' && c.kpi === 'Calls')?.was).toBe('about 40');
    expect((await paste(team, TABLE)).written).toBe(14);
    const [[cell]] = (await team.engine.read(sheetId, { row: meetings, col: COL.amount, rows: 1, cols: 1 })) as [
      [{ v: unknown; f: string }],
    ];
    expect(cell).toEqual({ v: 8, f: '=3+5' });
    expect((await actuals(team))[0]).toEqual([12000, 8, 40]);
  }));

test('a KPI that is worked out from two others is not pasted over', () =>
  withTeam(async (team) => {
    await paste(team, TABLE);
    const row = await team.rowOf(team.sheet['Mira Oakes']!, 'kpis:hitrate');
    const shown = await preview(team, '\tMeetings from calls\nMira Oakes\t1');
    expect([shown.changes, shown.leftOut]).toEqual([
      [],
      [`Meetings from calls of Mira Oakes is a formula (D${row}) and stays.`],
    ]);
  }));

test('unknown names, a KPI that the month does not have, a tab that is gone: named, the rest goes in', () =>
  withTeam(async (team) => {
    const setup = team.engine.sheets().find((sheet) => sheet.name === 'Setup')!.id;
    const lines = await team.values(setup);
    const header = await team.rowOf(setup, 'header:kpis');
    const free = lines.findIndex((line, n) => n >= header && line[SETUP_COL.first - 1] === null) + 1;
    await team.type(setup, free, SETUP_COL.first, 'Demos');
    await team.write({ op: 'deleteSheet', sheetId: team.sheet['Ida Falk']! });
    const text = 'who;Calls;Demos;Golf\nMira Oakes;4;2;1\nStranger;1;1;1\nIda Falk;5;;\nBen Sorrel;lots;;';
    const shown = await preview(team, text);
    expect(shown.leftOut).toEqual([
      '“Golf” (line 1, column 4) is not a KPI of Setup.',
      '“Stranger” (line 3, column 1) is not on the roster.',
      '“lots” (line 5, column 2) is not a number.',
      'Demos is not among the KPIs in November 2026 of Mira Oakes.',
      'Ida Falk has no tab in this spreadsheet.',
    ]);
    expect(shown.changes.map(({ name, kpi, now }) => [name, kpi, now])).toEqual([['Mira Oakes', 'Calls', 4]]);
    expect((await paste(team, text)).written).toBe(1);
  }));

test('a tab that changed after the preview stays as it is and is named; the others are written', () =>
  withTeam(async (team) => {
    const shown = await preview(team, TABLE);
    const sheetId = team.sheet['Zoë Quist']!;
    await team.type(sheetId, await team.rowOf(sheetId, 'kpis:calls'), COL.amount, 60);
    const result = await apply(team, TABLE, shown);
    expect((await actuals(team))[2]).toEqual([null, null, 60]);
    expect([result.written, result.changed]).toEqual([12, ['Zoë Quist']]);
    const anew = await preview(team, TABLE);
    expect(anew.changes.map(({ name, was, now }) => [name, was, now])).toEqual([
      ['Zoë Quist', '', 20000],
      ['Zoë Quist', '', 11],
      ['Zoë Quist', 60, 61],
    ]);

    // Rows that merely moved are no reason to ask again.
    await team.write({ op: 'insertRows', sheetId, before: 8, count: 2, inherit: 'before' });
    expect((await apply(team, TABLE, anew)).written).toBe(3);
    expect((await actuals(team))[2]).toEqual([20000, 11, 61]);
  }));

test('one mark before three digits is read as the spreadsheet’s country writes it', () =>
  withTeam(
    async (team) => {
      await paste(team, '\tBooked revenue\nMira Oakes\t12.500');
      expect((await actuals(team))[0]?.[0]).toBe(12500);
    },
    { locale: 'de_DE' },
  ));

test('managers only, real months only, and a tab that the manager may not edit is left out', () =>
  withTeam(async (team) => {
    const before = await everything(team);
    const asMira = team.player.as({ user: 'rep0@example.com' });
    for (const call of ['planActuals', 'applyActuals'] as const) {
      const request = { month: 202611, text: TABLE, people: [] };
      await expect(asMira.call(call, request)).rejects.toThrow(/Only a manager/);
      await expect(team.player.call(call, { ...request, month: 202613 })).rejects.toThrow(/not a month/);
    }
    expect(await everything(team)).toBe(before);

    await team.write({ op: 'file', patch: { owner: 'head@example.com' } });
    await team.write({
      op: 'protections',
      all: [
        {
          id: 'p',
          kind: 'SHEET',
          sheetId: team.sheet['Mira Oakes']!,
          rect: null,
          description: '',
          warningOnly: false,
          editors: ['rep0@example.com'],
          domainEdit: false,
          unprotected: [],
          rangeName: null,
        },
      ],
    });
    const shown = await preview(team, TABLE);
    expect(shown.leftOut).toEqual(['You may read the tab of Mira Oakes but not edit it.']);
    expect((await paste(team, TABLE)).written).toBe(12);
  }));
