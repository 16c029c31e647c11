/** A month started and taken back by the add-on's own code on a tab in memory, cut off at each write and done again. */
import { type CarryDecision, STANDARD_STATUSES } from '../../src/core/deal/carry';
import type { Rep } from '../../src/core/roster';
import { RESULTS_AGENDA, STANDARD_AGENDA } from '../../src/core/shared/agenda';
import { applyTab, planTab } from '../../src/sheet/acts/start-month';
import { undoMonth } from '../../src/sheet/acts/undo-month';
import { COL, FIRST_BLOCK_ROW } from '../../src/sheet/grid/grid';
import { HEAD_CELL, HIDDEN } from '../../src/sheet/grid/hidden';
import { readBlock, readTabIndex, type TabIndex } from '../../src/sheet/month/read';
import { readMonth } from '../../src/sheet/month/read-open';
import type { Tracker } from '../../src/sheet/setup/tracker';
import type { HandBook } from '../support/hands/book';
import { livedTab } from '../support/hands/life';
import { nextMonthProblems } from '../support/hands/oracle';
import { stopAfter } from '../support/plain-sheet';
import { CONTEXT, KPIS } from '../support/rich-tab';

const REP = { id: CONTEXT.rep.id, name: CONTEXT.rep.name, agenda: 'standard', sheetId: 1 } as unknown as Rep;
const DECEMBER = 202612;
const NOTHING = { name: '', outcome: '', act: () => undefined };

/** What the acts ask Setup and the file for. */
function trackerOf(book: HandBook): Tracker {
  const sheet = book.sheet();
  return {
    zone: CONTEXT.zone,
    setup: () => ({
      tab: 'Setup',
      places: {},
      agendas: { standard: STANDARD_AGENDA, results: RESULTS_AGENDA },
      kpis: KPIS,
      goals: CONTEXT.goals,
      statuses: STANDARD_STATUSES,
      settings: { yearBegins: 1 },
    }),
    figures: () => null,
    pattern: () => null,
    sheetById: () => sheet,
    block: (index: TabIndex, month: number) =>
      readMonth(index, index.blocks.find((block) => block.month === month)!, CONTEXT.zone),
  } as unknown as Tracker;
}

function start(book: HandBook, month = DECEMBER, decisions: CarryDecision[] = []) {
  const tracker = trackerOf(book);
  const plan = planTab(tracker, REP, month, '2026-12-01', null, decisions);
  return { plan, started: applyTab(tracker, plan, month, 'opened by Jon Vale, 1 Dec 2026') };
}

function takeBack(book: HandBook): void {
  const index = readTabIndex(book.sheet());
  undoMonth(trackerOf(book), index, readBlock(index.tab, index.blocks[0]!, CONTEXT.zone));
}

/** All cells, formulas as such; ids that are made anew each time by their order. */
function cellsOf(book: HandBook): string[][] {
  const { values, formulas } = book.grid.cells();
  const ids = new Map<string, string>();
  return values.map((line, r) =>
    line.map((cell, c) => {
      const text = formulas[r]![c] || String(cell ?? '');
      const [, prefix, id] = (c + 1 === HIDDEN.key && /^(\w+):(\w{8})$/.exec(text)) || [];
      if (!id) return text;
      ids.set(id, ids.get(id) ?? `id${ids.size}`);
      return `${prefix}:${ids.get(id)}`;
    }),
  );
}

const keyed = (book: HandBook, key: string, nth = 0) => book.rowOf(key, nth);

test('everything comes along, once; the head points at it; older months stay as they were; a second start does nothing', () => {
  const { book, known } = livedTab();
  const november = keyed(book, 'band');
  const older = book.grid
    .cells()
    .values.slice(november - 1)
    .map((line) => line.slice(0, 7));
  expect(start(book).started).not.toBeNull();
  expect(nextMonthProblems(book, known, NOTHING)).toEqual([]);
  const below = keyed(book, 'band', 1);
  expect(
    book.grid
      .cells()
      .values.slice(below - 1)
      .map((line) => line.slice(0, 7)),
  ).toEqual(older);
  expect(keyed(book, 'band')).toBe(FIRST_BLOCK_ROW);
  const head = (name: 'newest' | 'previous') => book.grid.value(HEAD_CELL[name].row, HEAD_CELL[name].col);
  expect([head('newest'), head('previous')]).toEqual([DECEMBER, 202611]);
  expect(book.check().findings).toEqual([]);
  const once = cellsOf(book);
  expect(start(book)).toMatchObject({ plan: { state: 'already', there: 5 }, started: null });
  expect(cellsOf(book)).toEqual(once);
});

test('on a tab without a month the first one begins below the head', () => {
  const { book } = livedTab();
  const rows = book.grid.rowCount;
  book.grid.deleteRows(FIRST_BLOCK_ROW, rows - FIRST_BLOCK_ROW + 1);
  expect(start(book).started).not.toBeNull();
  expect(keyed(book, 'band')).toBe(FIRST_BLOCK_ROW);
  expect(book.check().findings).toEqual([]);
});

test('a row without a key has the same one in both months; statuses are tidied; who decided to leave a deal behind sees it there', () => {
  const { book } = livedTab();
  const row = book.rowWith('u6 said so') + 1;
  for (let col = 1; col <= HIDDEN.text; col++) book.grid.put(row, col, col === COL.who ? 'u60 said so' : '', true);
  book.grid.put(book.rowWith('u2 said so'), COL.status, ' Stuck', true);
  const { plan } = start(book, DECEMBER, [
    {
      id: String(book.grid.value(book.rowWith('u1 said so'), HIDDEN.key)).split(':')[1]!,
      what: 'drop',
      reason: 'lost it',
    },
  ]);
  expect(plan.carry.dropped.map(({ item }) => item.cells.who)).toEqual(['u1 said so']);
  const at = (name: string, nth: number) => {
    const { values } = book.grid.cells();
    return values.filter((line) => line[0] === name)[nth]!;
  };
  const id = (line: unknown[]) => String(line[HIDDEN.key - 1]).split(':')[1];
  expect(id(at('u60 said so', 0))).toBe(id(at('u60 said so', 1)));
  expect([at('u2 said so', 0)[COL.status - 1], at('u2 said so', 1)[COL.status - 1]]).toEqual(['Stuck', 'Stuck']);
  const left = at('u1 said so', 0);
  expect([left[COL.status - 1], left[COL.moved - 1], left[HIDDEN.month - 1]]).toEqual([
    'lost',
    'u14 said so\nLeft behind: lost it',
    202611,
  ]);
});

test('taken back, the tab is as it was; what somebody has typed meanwhile holds it back', () => {
  const { book } = livedTab();
  book.look();
  const before = cellsOf(book);
  start(book, DECEMBER, [
    { id: String(book.grid.value(book.rowWith('u1 said so'), HIDDEN.key)).split(':')[1]!, what: 'drop', reason: '' },
  ]);
  const row = keyed(book, 'header:working') + 1;
  book.grid.put(row, COL.next, 'u61 said so', true);
  const started = cellsOf(book);
  expect(() => takeBack(book)).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ code: 'monthTouched' }) }),
  );
  expect(cellsOf(book)).toEqual(started);
  book.grid.put(row, COL.next, '');
  takeBack(book);
  // What the head knows from Setup has come with the start.
  expect(cellsOf(book).slice(FIRST_BLOCK_ROW - 1)).toEqual(before.slice(FIRST_BLOCK_ROW - 1));
  expect(book.grid.value(HEAD_CELL.newest.row, HEAD_CELL.newest.col)).toBe(202611);
});

test('cut off after any write and done again, the month is the same', () => {
  const fresh = () => {
    const { book } = livedTab();
    book.grid.put(book.rowWith('u2 said so'), COL.status, 'Stuck ', true);
    return book;
  };
  const whole = fresh();
  start(whole);
  const wanted = cellsOf(whole);
  let cut = 0;
  for (let writes = 1; writes < 60; writes++) {
    const book = fresh();
    stopAfter(book.grid, writes);
    try {
      start(book);
      break;
    } catch (error) {
      expect(String(error)).toContain('cut off');
      cut++;
    } finally {
      stopAfter(book.grid, Number.POSITIVE_INFINITY);
    }
    start(book);
    expect({ writes, cells: cellsOf(book) }).toEqual({ writes, cells: wanted });
  }
  expect(cut).toBeGreaterThan(4);
});
