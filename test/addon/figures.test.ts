/** Every figure of the sample's tabs and of its Team tab against figures counted apart, here and in a German workbook. */
import path from 'node:path';
import { COL } from '../../src/sheet/grid/grid';
import type { WorkbookFile } from '../../workbench/engine/engine';
import { emptyWorkbook } from '../../workbench/engine/open';
import {
  expectedBlock,
  expectedHead,
  expectedTeam,
  expectedToClose,
  type FigureBlock,
  type FigurePerson,
  type FigureTeam,
} from '../../workbench/play/expected-figures';
import { Keyboard } from '../../workbench/play/keyboard';
import { compareFigures, type Difference, ShownTab, shownTeam, shownToClose } from '../../workbench/play/shown-figures';
import { loadProject } from '../../workbench/runtime';
import { makeSample } from '../../workbench/server/sample';
import { closeAll, closeStage, MANAGER, openStage, type Stage, startMonth } from '../support/addon';
import { HAS_OFFICE, recalculated } from '../support/office';
import { sampleBook } from '../support/sample-book';
import { SAMPLE_GOALS_BY_ID, SAMPLE_KPIS, sampleTeam, shift } from '../support/sample-figures';

afterAll(closeAll);

const DAY_MS = 86_400_000;
const serial = (ms: number) => (ms - Date.UTC(1899, 11, 30)) / DAY_MS;
const monthStart = (month: number) => Date.UTC(Math.floor(month / 100), (month % 100) - 1, 1);
const isoToday = () => new Date().toISOString().slice(0, 10);

const thisMonth = () => Number(isoToday().slice(0, 7).replace('-', ''));

/** As the first start makes it, and in a German workbook one whose figures lie in two years. */
const SAMPLES: [locale: string, last: number, begins: number, make: () => Promise<WorkbookFile>][] = [
  ['en_US', thisMonth(), 1, sampleBook],
  ['de_DE', 202602, 4, () => makeGerman(202602)],
];

async function makeGerman(last: number): Promise<WorkbookFile> {
  const project = await loadProject(path.join(__dirname, '../../dist'), 'Monthly 1:1');
  const base = emptyWorkbook({ owner: MANAGER, timeZone: 'Etc/UTC', locale: 'de_DE' });
  return makeSample(project, base, monthStart(last) + 20 * DAY_MS);
}

describe.each(SAMPLES)(
  'the sample team in %s, its last month %s, its year from month %s',
  (locale, last, begins, make) => {
    let stage: Stage;
    let team: FigureTeam;
    const months = [shift(last, -2), shift(last, -1), last];

    beforeAll(async () => {
      const file = await make();
      stage = await openStage({ file, nowMs: monthStart(last) + 20 * DAY_MS });
      expect(stage.engine.file().locale).toBe(locale);
      team = { ...sampleTeam(last), begins };
      // Somebody types it into Setup: the trigger lays every total anew.
      if (begins !== 1) await typeYear();
    });
    afterAll(() => closeStage(stage));

    const idOf = (name: string) => stage.engine.sheets().find((sheet) => sheet.name === name)!.id;

    async function typeYear(): Promise<void> {
      const project = await loadProject(path.join(__dirname, '../../dist'), 'Monthly 1:1');
      const keys = new Keyboard(stage.engine, project, { user: MANAGER, nowMs: monthStart(last) + 20 * DAY_MS });
      const { run } = await keys.type(idOf('Setup'), `D${await stage.rowOf(idOf('Setup'), 'settings:year')}`, 'April');
      expect(run?.effects).toContainEqual(expect.objectContaining({ kind: 'toast' }));
    }

    /** All figures of all tabs and of Team in each month. */
    async function check(): Promise<{ compared: number; differences: Difference[] }> {
      const all = { compared: 0, differences: [] as Difference[] };
      const add = (...[where, expected, shown]: Parameters<typeof compareFigures>) => {
        const { compared, differences } = compareFigures(where, expected, shown);
        all.compared += compared;
        all.differences.push(...differences);
      };
      for (const person of team.people) {
        const tab = await ShownTab.read(stage.engine, idOf(person.name));
        expect(tab.months()).toEqual(person.blocks.map((block) => block.month).reverse());
        add(`${person.name}, head`, expectedHead(team, person, isoToday()), tab.head());
        for (const { month } of person.blocks)
          add(
            `${person.name}, ${month}`,
            expectedBlock(team, person, month, isoToday()),
            tab.block(month, SAMPLE_KPIS),
          );
      }
      for (const month of months) {
        await stage.type(idOf('Team'), 1, 9, serial(monthStart(month)));
        add(`Team, ${month}`, expectedTeam(team, month, isoToday()), await shownTeam(stage.engine, SAMPLE_KPIS));
        add(`Team, ${month}`, { top: expectedToClose(team, month) }, { top: await shownToClose(stage.engine) });
      }
      return all;
    }

    const person = (name: string) => team.people.find((each) => each.name === name)!;
    const newest = (name: string): FigureBlock => person(name).blocks.find((block) => block.month === last)!;

    test('every block, every head and Team in each month', async () => {
      const { compared, differences } = await check();
      expect(differences).toEqual([]);
      // Four people with three blocks of seven figures and eight a KPI, four heads of six, and Team.
      expect(compared).toBeGreaterThan(4 * 3 * (7 + 4 * 8) + 4 * 6);
    });

    test('what is typed into the bare tabs is in every total before the add-on has run', async () => {
      const name = 'Tamsin Verrow';
      const sheetId = idOf(name);
      const row = (key: string) => stage.rowOf(sheetId, key, last);
      // A deal in a row of its own, inserted below the last one of the list; one in the spare row.
      const gap = (await row('section:working')) - 1;
      await stage.write({ op: 'insertRows', sheetId, before: gap, count: 1, inherit: 'before' });
      await stage.type(sheetId, gap, COL.who, 'Typed at the end of the list');
      await stage.type(sheetId, gap, COL.amount, 4321.5);
      await stage.type(sheetId, gap, COL.status, 'stuck');
      const first = (await row('header:new')) + 1;
      await stage.write({ op: 'insertRows', sheetId, before: first, count: 1, inherit: 'after' });
      await stage.type(sheetId, first, COL.who, 'Typed at the top of the list');
      await stage.type(sheetId, first, COL.amount, 1000);
      await stage.type(sheetId, await row('existing:harbour1'), COL.status, 'won');
      await stage.type(sheetId, await row('existing:pellmark'), COL.amount, 30_000);
      // What counts in no sum: a text, and an error.
      for (const [n, amount] of ['12k–15k?', '=1/0'].entries()) {
        const below = (await row('header:new')) + 1;
        await stage.write({ op: 'insertRows', sheetId, before: below + 1, count: 1, inherit: 'before' });
        await stage.type(sheetId, below + 1, COL.who, `Not counted ${n}`);
        await stage.type(sheetId, below + 1, COL.amount, amount);
      }
      const spare = (await row('todo:intro001')) + 1;
      await stage.type(sheetId, spare, COL.who, 'Typed below the commitments');
      await stage.type(sheetId, spare, COL.when, serial(monthStart(209901)));
      await stage.type(sheetId, spare, COL.status, 'open');
      await stage.type(sheetId, await row('todo:pricing1'), COL.status, 'done');
      await stage.type(sheetId, await row('kpis:calls'), COL.amount, 133);
      // Two share a place, and somebody's figure is a formula of their own.
      const rival = idOf('Bastian Orlo');
      await stage.type(rival, await stage.rowOf(rival, 'kpis:revenue', last), COL.amount, '=52000+800');
      await stage.type(rival, await stage.rowOf(rival, 'kpis:calls', last), COL.amount, 90);

      const block = newest(name);
      block.deals.push({ amount: 4321.5, status: 'stuck' }, { amount: 1000, status: '' });
      for (const amount of ['12k–15k?', '#DIV/0!']) block.deals.push({ amount, status: '' });
      Object.assign(block.deals.find((deal) => deal.amount === 128_000)!, { status: 'won' });
      Object.assign(block.deals.find((deal) => deal.amount === 31_200)!, { amount: 30_000 });
      block.promises[0]!.status = 'done';
      block.promises.push({ due: '2099-01-01', status: 'open' });
      block.actuals.calls = 133;
      Object.assign(newest('Bastian Orlo').actuals, { revenue: 52_800, calls: 90 });
      expect((await check()).differences).toEqual([]);
    });

    test('somebody joins in the last month, somebody left in the one before', async () => {
      const joiner: FigurePerson = {
        name: 'Dana Quill',
        from: last,
        until: 999912,
        blocks: [
          {
            month: last,
            deals: [{ amount: 900, status: 'closing' }],
            promises: [],
            goals: SAMPLE_GOALS_BY_ID,
            actuals: { revenue: 61_000, calls: 80 },
          },
        ],
      };
      await stage.player.inPortions('addPeople', () => ({ people: joiner.name, month: last }));
      const sheetId = idOf(joiner.name);
      const first = (await stage.rowOf(sheetId, 'header:new')) + 1;
      await stage.type(sheetId, first, COL.who, 'Somebody’s first deal');
      await stage.type(sheetId, first, COL.amount, 900);
      await stage.type(sheetId, first, COL.status, 'closing');
      for (const [id, actual] of Object.entries(joiner.blocks[0]!.actuals))
        await stage.type(sheetId, await stage.rowOf(sheetId, `kpis:${id}`), COL.amount, actual);
      const setup = idOf('Setup');
      const leaver = 'Leonie Maarst';
      const line = (await stage.values(setup)).findIndex((cells) => cells[0] === leaver) + 1;
      await stage.type(setup, line, 6, serial(monthStart(months[1]!) + 9 * DAY_MS));
      team.people.push(joiner);
      person(leaver).until = months[1]!;
      const { compared, differences } = await check();
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(4 * 3 * (7 + 4 * 8) + 5 * 6);
    });

    test('one month is opened early on one tab: open deals and promises stand in both, no goal counts twice', async () => {
      const early = person('Tamsin Verrow');
      const next = shift(last, 1);
      const sheetId = idOf(early.name);
      const { started } = await startMonth(stage, sheetId, next);
      expect(started).toEqual([early.name]);
      const block = newest(early.name);
      early.blocks.push({
        month: next,
        deals: block.deals.filter(({ status }) => status !== 'won' && status !== 'lost').map((deal) => ({ ...deal })),
        promises: block.promises.filter(({ status }) => status === 'open').map((promise) => ({ ...promise })),
        goals: SAMPLE_GOALS_BY_ID,
        actuals: {},
      });
      const { differences } = await check();
      // The month before is no longer among the two newest of everybody: it is compared for nobody, and says no rank.
      const unranked = differences.filter(
        ({ what, shown }) => shown === '' && what.endsWith(' rank') && what.includes(`, ${months[1]}: `),
      );
      expect(differences).toEqual(unranked);
      expect(differences.some(({ what }) => what.startsWith(early.name))).toBe(false);
    });

    // The book in which all that is odd has come together; English ones are calculated anew where a pipeline is replayed.
    (HAS_OFFICE && begins !== 1 ? test : test.skip)(
      'LibreOffice, where it is installed, comes to the same in every formula',
      async () => {
        const said = (await recalculated(stage.engine)).trim().split('\n');
        expect(said.pop()).toMatch(/^\d{4,} formulas compared, \d differ$/);
        // Who joined has no e-mail: an empty cell that a formula hands on is nothing to Google, and 0 to LibreOffice.
        expect(said.filter((line) => !/^Dana Quill!N3: "" became 0 /.test(line))).toEqual([]);
      },
    );
  },
);
