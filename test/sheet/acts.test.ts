/** What the add-on's acts write, on a tab in memory: every text where it belongs, nothing else touched, and the same when repeated. */
import { type CarryDecision, planCarry, STANDARD_STATUSES } from '../../src/core/deal/carry';
import { bringAlong, countLate, findLate, markDropped, markLeftBehind } from '../../src/sheet/acts/carry-decisions';
import { giveBack } from '../../src/sheet/acts/left-status';
import { type CellEdit, planSave } from '../../src/sheet/acts/save';
import { applySave } from '../../src/sheet/acts/save-apply';
import { COL } from '../../src/sheet/grid/grid';
import { COLUMNS, HIDDEN } from '../../src/sheet/grid/hidden';
import { allParts, type Block } from '../../src/sheet/month/block';
import { writeFinished, writePlanned, writeReopened, writeStarted } from '../../src/sheet/month/meeting';
import { readBlock, readTabIndex, recordOf } from '../../src/sheet/month/read';
import type { HandBook } from '../support/hands/book';
import { livedTab } from '../support/hands/life';
import { CONTEXT } from '../support/rich-tab';

const ZONE = CONTEXT.zone;

/** The newest month, or the n-th one below it, as the add-on reads it. */
function read(book: HandBook, nth = 0) {
  const { tab, blocks } = readTabIndex(book.sheet());
  return { tab, block: readBlock(tab, blocks[nth]!, ZONE) };
}

const cells = (book: HandBook) => {
  const { values, formulas } = book.grid.cells();
  return values.map((line, r) => line.map((cell, c) => formulas[r]![c] || cell));
};

/** Rows in which somebody has said something, those of formulas left out. */
const saidIn = (all: ReturnType<typeof cells>) =>
  all
    .map((line) => line.slice(0, 8).join('|'))
    .filter((text) => /said so/.test(text) && !text.includes('='))
    .sort();

/** Cells that differ, as "row,col: now". */
function changes(before: ReturnType<typeof cells>, after: ReturnType<typeof cells>): string[] {
  return after.flatMap((line, r) =>
    line.flatMap((cell, c) => (before[r]?.[c] === cell ? [] : [`${r + 1},${c + 1}: ${cell}`])),
  );
}

const item = (block: Block, who: string) =>
  allParts(block)
    .flatMap((part) => part.items)
    .find(({ cells: of }) => of.who === who)!;

describe('left behind, and given back', () => {
  const leave = (book: HandBook) => {
    const { tab, block } = read(book);
    const dropped = [
      { item: item(block, 'u1 said so'), reason: 'no budget' },
      { item: item(block, 'u2 said so'), reason: '' },
      { item: item(block, 'u4 said so'), reason: 'closed before' },
      { item: item(block, 'u5 said so'), reason: 'a formula' },
    ];
    markLeftBehind(tab, dropped as never, STANDARD_STATUSES);
    return dropped.map(({ item: { row } }) => row) as [number, number, number, number];
  };

  function prepared() {
    const { book } = livedTab();
    book.look();
    book.grid.put(book.rowWith('u2 said so'), COL.status, 'stuck', true);
    book.grid.put(book.rowWith('u4 said so'), COL.status, 'won', true);
    book.grid.put(book.rowWith('u5 said so'), COL.status, '="stuck"');
    return book;
  }

  test('the reason goes below what has moved, the status becomes lost, what was before stays hidden; twice is once', () => {
    const book = prepared();
    const before = cells(book);
    const [a, b, c, d] = leave(book);
    const wanted = [
      [a, COL.status, 'lost'],
      [a, COL.moved, 'u14 said so\nLeft behind: no budget'],
      [a, HIDDEN.leftStatus, 'was:'],
      [b, COL.status, 'lost'],
      [b, COL.moved, 'Left behind'],
      [b, HIDDEN.leftStatus, 'was:stuck'],
      [c, COL.moved, 'Left behind: closed before'],
      [c, HIDDEN.leftStatus, 'was:won'],
      [d, COL.moved, 'Left behind: a formula'],
      [d, HIDDEN.leftStatus, 'was:'],
    ] as const;
    const told = wanted.map(([row, col, text]) => `${row},${col}: ${text}`);
    expect(changes(before, cells(book)).sort()).toEqual(told.sort());
    const once = cells(book);
    leave(book);
    expect(cells(book)).toEqual(once);
  });

  test('given back, all is as it was; what somebody has changed since stays', () => {
    const book = prepared();
    const before = cells(book);
    const [a] = leave(book);
    const { tab, block } = read(book);
    giveBack(tab, block, STANDARD_STATUSES);
    expect(changes(before, cells(book))).toEqual([]);

    leave(book);
    book.grid.put(a, COL.status, 'closing', true);
    book.grid.put(a, COL.moved, 'They called after all', true);
    const now = read(book);
    giveBack(now.tab, now.block, STANDARD_STATUSES);
    expect(changes(before, cells(book))).toEqual([
      `${a},${COL.status}: closing`,
      `${a},${COL.moved}: They called after all`,
    ]);
  });

  test('a line of development that is dropped says so, and nothing else changes', () => {
    const { book } = livedTab();
    book.look();
    const before = cells(book);
    const { tab, block } = read(book);
    markDropped(tab, [item(block, 'u12 said so')] as never);
    expect(changes(before, cells(book))).toEqual([`${item(block, 'u12 said so').row},${COL.status}: dropped`]);
  });
});

test('what a month lacks of the one before is found, brought along once, each with its life, and nothing else changes', () => {
  const { book } = livedTab();
  book.start();
  const put = (key: string, nth: number, line: Record<number, string | number>) => {
    const row = book.rowOf(`header:${key}`, 1) + 1 + nth;
    for (const [col, value] of Object.entries(line)) book.grid.put(row, Number(col), value, typeof value === 'string');
  };
  put('new', 2, { 1: 'u40 said so', 3: 'u41 said so', 4: 77 });
  put('conclusion', 3, { 1: 'u42 said so', 5: 'open' });
  put('grow', 2, { 1: 'u43 said so' });
  const december = book.rowOf('focus');
  book.grid.put(december, COL.when, '');
  const carryOf = (...decisions: CarryDecision[]) =>
    planCarry(recordOf(read(book, 1).block), { existing: ['existing'], fresh: ['new'] }, STANDARD_STATUSES, decisions);
  const lacking = () => findLate(carryOf(), read(book, 1).block, read(book).block);
  const { there, late } = lacking();
  expect([there, countLate(late)]).toEqual([5, 4]);
  expect([late.deals, late.commitments, late.growth].map((list) => list.map((one) => one.cells.who))).toEqual([
    ['u40 said so'],
    ['u42 said so'],
    ['u43 said so'],
  ]);
  expect([late.focus, late.plan]).toEqual(['u25 said so', '']);

  const typedBelow = () => {
    const { values } = book.grid.cells();
    return values.slice(book.rowOf('band', 1) - 1).map((line) => line.slice(0, 8));
  };
  const november = typedBelow();
  const { tab, block } = read(book);
  expect(bringAlong(tab, block, late, ZONE)).toBe(4);
  expect(typedBelow()).toEqual(november);
  const after = read(book).block;
  const brought = item(after, 'u40 said so');
  expect([brought.cells.why, brought.cells.amount, brought.life?.firstMonth]).toEqual(['u41 said so', 77, 202611]);
  expect([item(after, 'u42 said so').cells.status, item(after, 'u43 said so').life?.firstMonth]).toEqual([
    'open',
    202611,
  ]);
  expect(after.lastFocus).toBe('u25 said so');
  expect(countLate(lacking().late)).toBe(0);
  // Each section still has an empty row to type into.
  for (const part of allParts(after))
    if (['existing', 'conclusion', 'growth'].includes(part.section.kind)) expect(part.spares.length).toBeGreaterThan(0);
});

describe('a save', () => {
  const edit = (key: string, field: CellEdit['field'], now: string | number, was: string | number = ''): CellEdit => ({
    key,
    field,
    was,
    now,
  });
  const save = (book: HandBook, edits: CellEdit[]) => {
    const { tab, block } = read(book);
    const plan = planSave(block, edits, 'Mira Oakes');
    return { outcomes: plan.outcomes.map(({ outcome }) => outcome), grew: applySave(tab, block, plan) };
  };
  const names = (book: HandBook, id: string) =>
    allParts(read(book).block)
      .find(({ section }) => section.id === id)!
      .items.map(({ cells: of }) => of.who);

  test('new rows take the empty ones of their section, further ones are added below, each section keeps one to type into', () => {
    const { book } = livedTab();
    book.look();
    const many = Array.from({ length: 6 }, (_, n) => [
      edit(`new:fresh${n}`, 'who', `n${n}`),
      edit(`new:fresh${n}`, 'next', `next n${n}`),
    ]).flat();
    const others = [
      edit('working:w1', 'who', '=1+1 is two'),
      edit('todo:t1', 'who', 'promise'),
      edit('grow:g1', 'who', 'skill'),
      edit('text:takeaway', 'when', 'one\ntwo'),
    ];
    const before = cells(book);
    expect(save(book, [...many, ...others])).toEqual({
      outcomes: Array.from({ length: 16 }, () => 'saved'),
      grew: true,
    });
    expect(names(book, 'new')).toEqual(['u5 said so', 'u6 said so', 'n0', 'n1', 'n2', 'n3', 'n4', 'n5']);
    expect(names(book, 'working')).toContain('=1+1 is two');
    expect(names(book, 'grow')).toContain('skill');
    const { block } = read(book);
    expect(item(block, 'n5')).toMatchObject({ key: 'new:fresh5', cells: { next: 'next n5' } });
    expect(item(block, 'promise').key).toBe('todo:t1');
    expect(block.texts.takeaway?.value).toBe('one\ntwo');
    for (const part of allParts(block))
      if (part.section.kind !== 'kpis')
        expect([part.section.id, part.spares.length > 0]).toEqual([part.section.id, true]);
    // Nothing that was there has gone.
    expect(saidIn(cells(book))).toEqual(saidIn(before));
    const again = cells(book);
    expect(save(book, [...many, ...others]).outcomes.every((outcome) => outcome === 'saved')).toBe(true);
    expect(changes(again, cells(book))).toEqual([]);
  });

  test('rows that have no key, or none given to their text, get it along with a save', () => {
    const { book } = livedTab();
    const row = book.rowOf('header:existing') + 1;
    book.grid.insertRows(row, 1);
    book.grid.put(row, COL.who, 'u50 said so', true);
    const typed = book.rowWith('u5 said so');
    expect([book.grid.value(row, HIDDEN.key), book.grid.value(typed, HIDDEN.text)]).toEqual(['', '']);
    save(book, [edit('text:takeaway', 'when', 'one')]);
    expect(String(book.grid.value(row, HIDDEN.key))).toMatch(/^existing:\w+$/);
    expect([book.grid.value(row, HIDDEN.month), book.grid.value(typed, HIDDEN.text)]).toEqual([
      202611,
      expect.stringMatching(/^t/),
    ]);
  });

  test('single cells are written where they are, and only they; what somebody else has written is not', () => {
    const { book } = livedTab();
    book.look();
    const { block } = read(book);
    const [a, b] = [item(block, 'u1 said so'), item(block, 'u5 said so')];
    const before = cells(book);
    const { outcomes } = save(book, [
      edit(a.key, 'amount', 1234, 1000),
      edit(a.key, 'next', 'call', 'next u1 said so'),
      edit(b.key, 'why', 'mine', 'what I saw'),
      edit('existing:nobody', 'who', 'gone', 'was there'),
      edit('text:nextDate', 'when', '2026-12-03'),
    ]);
    expect(outcomes).toEqual(['saved', 'saved', 'conflict', 'gone', 'saved']);
    const dated = block.texts.nextDate!.row;
    const seen = changes(before, cells(book));
    expect(seen.filter((one) => !one.startsWith(`${a.row},${HIDDEN.text}:`))).toEqual([
      `${a.row},${COL.amount}: 1234`,
      `${a.row},${COL.next}: call`,
      `${dated},${COL.when}: 46359`,
    ]);
  });
});

describe('a meeting in the band', () => {
  test('planned, moved, started, finished, reopened: its cells, and the last line word by word', () => {
    const { book } = livedTab();
    const step = (act: (tab: ReturnType<typeof read>['tab'], block: Block) => unknown) => {
      const before = cells(book);
      const { tab, block } = read(book);
      act(tab, block);
      return changes(before, cells(book)).map((one) =>
        one.replace(/^(\d+),/, (_, row) => (Number(row) === block.row ? 'band,' : 'end,')),
      );
    };
    const planned = step((tab, block) => writePlanned(tab, block, '2026-11-05', 'Jon', '2026-11-02'));
    expect(planned).toEqual([`band,${COL.when}: 46331`]);
    expect(step((tab, block) => writePlanned(tab, block, '2026-11-05', 'Jon', '2026-11-02'))).toEqual([]);
    expect(step((tab, block) => writePlanned(tab, block, '2026-11-09', 'Jon', '2026-11-03'))).toEqual([
      `band,${COL.when}: 46335`,
      `band,${HIDDEN.state}: moved`,
      `end,${COL.when}: opened by Jon Vale, 2 Nov 2026 · moved from 5 Nov 2026 to 9 Nov 2026 by Jon, 3 Nov 2026`,
    ]);
    const started = step((tab, block) => writeStarted(tab, block, '2026-11-09', ''));
    expect(started).toEqual([
      `band,${COL.next}: in progress`,
      expect.stringMatching(/^end,2: opened .* · moved .* · started, 9 Nov 2026$/),
    ]);
    // Planned anew, it does not run any more: the band says so by its formula.
    const again = step((tab, block) => writePlanned(tab, block, '2026-11-10', '', '2026-11-09'));
    expect(again).toContainEqual(expect.stringMatching(new RegExp(`^band,${COL.next}: =`)));
    step((tab, block) => writeStarted(tab, block, '2026-11-09', ''));
    const finished = step((tab, block) => writeFinished(tab, block, '2026-11-10', 28, 'Jon', '2026-11-10'));
    expect(finished).toEqual([
      `band,${COL.when}: 46336`,
      `band,${COL.next}: 28`,
      `band,${HIDDEN.state}: finished`,
      expect.stringMatching(/ · finished by Jon, 10 Nov 2026$/),
    ]);
    const reopened = step((tab, block) => writeReopened(tab, block, '2026-11-11', 'Jon'));
    expect(reopened).toEqual([
      `band,${HIDDEN.state}: reopened`,
      expect.stringMatching(/ · reopened by Jon, 11 Nov 2026$/),
    ]);
    // What was held stays held on that day.
    expect(step((tab, block) => writeFinished(tab, block, '2026-11-12', null, '', '2026-11-12'))).toEqual([
      `band,${HIDDEN.state}: finished`,
      expect.stringMatching(/ · finished, 12 Nov 2026$/),
    ]);
    expect(COLUMNS).toBeGreaterThan(HIDDEN.state);
  });
});
