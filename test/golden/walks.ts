/**
 * Walks: hands and acts drawn by a seed, one after the other, on a team's file in memory. The stories go where somebody thought
 * of; these go where nobody did. What each step answers and leaves is compared, and no act may lose a word on the way.
 */
import { onEdit } from '../../src/addon/on-edit';
import type { Edit } from '../../src/contract/calls';
import type { BlockView, RowView } from '../../src/contract/state';
import { FIELDS, type Field } from '../../src/core/shared/fields';
import { addMonths } from '../../src/core/shared/month';
import { COL } from '../../src/sheet/grid/grid';
import { COLUMNS, HEAD_CELL, HIDDEN } from '../../src/sheet/grid/hidden';
import { plainRange } from '../support/plain-google/range';
import type { Pin, Story } from '../support/plain-google/story';
import type { PlainTab } from '../support/plain-google/tab';
import { type Random, seeded } from '../support/seeded';
import { edit, talk, team } from './quarter';

/** What a walk goes on with. */
export interface Walk {
  story: Story;
  random: Random;
  /** A text of a person's that nobody has said before. */
  text(): string;
  mira: Pin;
  ben: Pin;
  tab: PlainTab;
  /** Where months were seen last, as a sidebar knows it. */
  seen: Map<number, BlockView['place']>;
}

type Step = (walk: Walk) => void;

const VISIBLE = 8;
const DAYS = ['2026-11-30', '2026-12-04', '2027-01-15', '2027-03-31', 'end of May', 'Q2', '46360'];
const AMOUNTS = [0, 1, 1250.5, 40000, '12k', '3.5m', 'a lot said so', -7];
const STATUSES = ['', 'won', 'lost', 'stuck', 'Won ', 'open', 'done', 'dropped', 'paused', 'never heard of'];
const ODD = ['#REF!', true, false, '=1+1', "'quoted", ' ', 'x'.repeat(300), '12/24', '$1,200', 46400];

/** A row of the frame as often as any other. */
function anyRow({ tab: { cells }, random }: Walk): number {
  const keyed = cells.rows.flatMap((line, n) => (line[HIDDEN.key - 1]?.value ? [n + 1] : []));
  return random.chance(0.7) && keyed.length > 0 ? random.pick(keyed) : random.int(1, cells.lastRow + 3);
}

function anyColumn({ tab, random }: Walk): number {
  return Math.min(random.chance(0.8) ? random.int(1, VISIBLE) : random.int(VISIBLE + 1, COLUMNS), tab.cells.width);
}

function anyValue(walk: Walk): string | number | boolean {
  const { random } = walk;
  if (random.chance(0.6)) return walk.text();
  return random.pick<string | number | boolean>([...DAYS, ...AMOUNTS, ...STATUSES, ...ODD]);
}

function swap({ cells }: PlainTab, a: number, b: number, width: number): void {
  for (let col = 1; col <= width; col++) {
    const [x, y] = [{ ...cells.at(a, col) }, { ...cells.at(b, col) }];
    Object.assign(cells.at(a, col), y);
    Object.assign(cells.at(b, col), x);
  }
}

/** What hands do to cells, rows and columns. */
const HANDS: Record<string, Step> = {
  'a cell typed over': (walk) => walk.tab.cells.put(anyRow(walk), anyColumn(walk), anyValue(walk)),
  'cells cleared': (walk) => {
    const [row, col] = [anyRow(walk), anyColumn(walk)];
    for (let r = 0; r < walk.random.int(1, 4); r++)
      for (let c = 0; c < walk.random.int(1, 9) && col + c <= walk.tab.cells.width; c++)
        walk.tab.cells.put(row + r, col + c, '');
  },
  'rows deleted': (walk) => walk.tab.deleteRows(anyRow(walk), walk.random.int(1, 3)),
  'rows inserted': (walk) => {
    const { tab, random } = walk;
    const at = anyRow(walk);
    tab.insertRows(at, random.int(1, 3));
    if (random.chance(0.7)) tab.cells.put(at, COL.who, walk.text());
    if (random.chance(0.4)) tab.cells.put(at, random.int(1, VISIBLE), anyValue(walk));
  },
  'rows moved': (walk) => {
    const [from, count, before] = [anyRow(walk), walk.random.int(1, 4), anyRow(walk)];
    if (before < from || before > from + count) walk.tab.cells.moveRows(from, count, before);
  },
  'a row copied': (walk) => {
    const { tab } = walk;
    const [from, to] = [anyRow(walk), anyRow(walk)];
    const line = Array.from({ length: tab.cells.width }, (_, n) => ({ ...tab.cells.at(from, n + 1) }));
    if (walk.random.chance(0.6)) tab.insertRows(to, 1);
    line.forEach((cell, n) => {
      Object.assign(tab.cells.at(to, n + 1), cell);
    });
  },
  'two rows swapped': (walk) =>
    swap(walk.tab, anyRow(walk), anyRow(walk), walk.random.chance(0.5) ? VISIBLE : walk.tab.cells.width),
  'visible cells sorted': (walk) => {
    const { tab, random } = walk;
    const [from, count] = [anyRow(walk), random.int(2, 12)];
    const text = (row: number) => String(tab.cells.at(row, COL.who).value);
    for (let a = from; a < from + count; a++)
      for (let b = a + 1; b < from + count; b++) if (text(b) < text(a)) swap(tab, a, b, VISIBLE);
  },
  'a block pasted': (walk) => {
    const { tab, random } = walk;
    const [row, col, rows, cols] = [anyRow(walk), random.int(1, 4), random.int(1, 6), random.int(2, 12)];
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < cols; c++) {
        tab.cells.at(row + r, col + c).looks = { Background: '#ffe599', NumberFormat: '0.00%' };
        tab.cells.put(row + r, col + c, anyValue(walk));
      }
  },
  'cells merged': (walk) =>
    walk.tab.merge({ row: anyRow(walk), col: walk.random.int(1, 4), rows: walk.random.int(1, 3), cols: 3 }),
  'looks cleared': (walk) => {
    const range = plainRange(walk.tab, anyRow(walk), 1, 3, VISIBLE) as Record<string, () => unknown>;
    range[walk.random.pick(['clearFormat', 'clearDataValidations', 'breakApart'])]!();
  },
  'another height': (walk) => {
    walk.tab.cells.rowLines[anyRow(walk) - 1] = { height: walk.random.int(2, 90) };
  },
  'a key cleared or copied': (walk) => {
    const { cells } = walk.tab;
    cells.put(anyRow(walk), HIDDEN.key, walk.random.chance(0.5) ? '' : cells.value(anyRow(walk), HIDDEN.key));
  },
  'a cell of the head': (walk) => {
    const { row, col } = walk.random.pick(Object.values(HEAD_CELL));
    walk.tab.cells.put(row, col, walk.random.chance(0.7) ? '' : anyValue(walk));
  },
  'a column inserted': (walk) => {
    const at = walk.random.int(1, COLUMNS);
    walk.tab.insertColumns(at, 1);
    if (walk.random.chance(0.7)) walk.tab.cells.put(anyRow(walk), at, walk.text());
  },
  'a column deleted': (walk) => walk.tab.deleteColumns(anyColumn(walk), 1),
};

/** So many hands, each told by name. */
function hands(walk: Walk, count: number): void {
  const done: string[] = [];
  walk.story.hand('hands', () => {
    for (let n = 0; n < count; n++) {
      const what = walk.random.pick(Object.keys(HANDS));
      done.push(what);
      try {
        HANDS[what]!(walk);
      } catch (error) {
        // There are no rows so far down, or no columns so far to the right.
        if (!/outside of|no cell|no rows|no columns|no range/.test(String(error))) throw error;
      }
    }
  });
  walk.story.told.push(`    ${done.join(', ')}`);
}

function monthsOf({ tab }: Walk): number[] {
  return tab.cells.rows.flatMap((line) =>
    line[HIDDEN.key - 1]?.value === 'band' ? [Number(line[HIDDEN.month - 1]?.value)] : [],
  );
}

function pinOf(walk: Walk): Pin {
  const months = [...monthsOf(walk), 202611];
  const month = walk.random.chance(0.7) ? Math.max(...months) : walk.random.pick(months);
  const seen = walk.seen.get(month);
  return { ...walk.mira, month, ...(seen && walk.random.chance(0.8) ? { seen } : {}) };
}

/** Lines of a month with all that can be typed into them. */
function rowsIn(block: BlockView): RowView[] {
  return [...block.sections.flatMap(({ rows }) => rows), ...block.growth.rows, ...block.commitments];
}

function anyEdits(walk: Walk, block: BlockView): Edit[] {
  const { random } = walk;
  const fresh = [
    'new',
    'existing',
    'working',
    'notWorking',
    'other',
    'grow',
    'todo',
    ...block.sections.map(({ id }) => id),
  ];
  const texts = [...Object.values(block.prepare), ...Object.values(block.conclusion), block.plan, block.seen];
  return Array.from({ length: random.int(1, 5) }, (_, n): Edit => {
    const field: Field = random.pick(FIELDS);
    const now = field === 'when' ? random.pick(DAYS) : field === 'status' ? random.pick(STATUSES) : walk.text();
    const value = field === 'amount' ? random.pick(AMOUNTS) : now;
    if (random.chance(0.3)) return edit(`${random.pick(fresh)}:w${n}${random.int(0, 99)}`, field, value);
    if (random.chance(0.3)) {
      const of = random.pick(texts);
      return edit(
        of?.key ?? 'text:focus',
        'when',
        random.chance(0.2) ? random.pick(DAYS) : walk.text(),
        of?.value ?? '',
      );
    }
    const all = rowsIn(block);
    const row = all.length > 0 ? random.pick(all) : null;
    const was = random.chance(0.9) ? (row?.cells[field] ?? '') : 'what nobody saw';
    return edit(row?.key ?? 'new:none', field, value, was);
  });
}

function loadedBlock(walk: Walk, pin: Pin): BlockView | null {
  const screen = walk.story.attempt('loadScreen', pin);
  if (screen?.kind !== 'meeting') return null;
  walk.seen.set(screen.block.month, screen.block.place);
  return screen.block;
}

function save(walk: Walk): void {
  const pin = pinOf(walk);
  const block = loadedBlock(walk, pin);
  if (!block) return;
  walk.story.attempt('saveEdits', { ...pin, edits: anyEdits(walk, block) });
}

function start(walk: Walk): void {
  const { story, random } = walk;
  const sheetId = random.chance(0.8) ? walk.mira.sheetId : null;
  const newest = Math.max(...monthsOf(walk), 202611);
  const month = random.chance(0.5) ? newest : addMonths(newest, random.pick([1, 1, 1, 2]));
  const agenda = random.chance(0.3) ? { agenda: 'results' as const } : {};
  const request = { sheetId, month, ...agenda };
  const people = story.attempt('planMonth', request)?.people ?? [];
  const deals = people[0] ? [...people[0].kept, ...people[0].won] : [];
  const chosen = deals.length > 0 && sheetId !== null ? [random.pick(deals).id] : [];
  const what = random.pick(['keep', 'drop'] as const);
  const decisions = chosen.map((id) => ({ id, what, reason: random.chance(0.5) ? walk.text() : '' }));
  story.attempt('startMonth', {
    ...request,
    ...(random.chance(0.4) ? { decisions } : {}),
    bringAlong: random.chance(0.7),
    people: people.map(({ repId, digest }) => ({ repId, digest })),
  });
}

function repair({ story, mira: { sheetId } }: Walk): void {
  const check = story.attempt('checkTab', { sheetId });
  if (!check) return;
  story.told.push(...check.findings.map(({ cell, words, repair }) => `    found ${cell}: ${words} ${repair}`));
  story.attempt('repairTab', { sheetId, digest: check.digest });
}

/** Acts of the sidebar at one tab. */
const ACTS: readonly Step[] = [
  save,
  save,
  save,
  start,
  start,
  repair,
  (walk) => void walk.story.attempt('undoStart', { sheetId: walk.mira.sheetId, month: Math.max(...monthsOf(walk)) }),
  (walk) =>
    void walk.story.attempt('planMeeting', { ...pinOf(walk), date: walk.random.pick(['2026-11-20', '2026-12-09']) }),
  (walk) => {
    const action = walk.random.pick([
      { act: 'start', section: 'new' },
      { act: 'goTo', section: 'existing' },
      { act: 'pause' },
      { act: 'resume' },
    ] as const);
    walk.story.attempt('setClock', { ...pinOf(walk), action, actionId: `c${walk.random.int(0, 999)}`, show: true });
  },
  (walk) => {
    const held = walk.random.chance(0.5) ? { heldOn: '2026-11-03', minutes: walk.random.int(5, 90) } : {};
    walk.story.attempt('finishMeeting', { ...pinOf(walk), actionId: `f${walk.random.int(0, 9)}`, ...held });
  },
  (walk) => void walk.story.attempt('reopenMeeting', pinOf(walk)),
  (walk) => void walk.story.attempt('lookForChanges', { ...pinOf(walk), revision: 'none' }),
  (walk) => void walk.story.attempt('exportRecord', { sheetId: walk.mira.sheetId }),
  (walk) => void walk.story.attempt('loadLines', { sheetId: walk.mira.sheetId, repId: walk.mira.repId }),
  (walk) => {
    const pin = pinOf(walk);
    const rows = rowsIn(loadedBlock(walk, pin) ?? ({ sections: [], growth: { rows: [] }, commitments: [] } as never));
    if (rows.length === 0) return;
    const { key } = walk.random.pick(rows);
    walk.story.attempt('showRow', { ...pin, key });
    walk.story.attempt('loadLife', { sheetId: pin.sheetId, repId: pin.repId, key });
  },
  (walk) => {
    const text = `Rep\tBooked revenue\tCalls\nMira Oakes\t${walk.random.int(1, 9)}000\t${walk.random.int(1, 99)}`;
    const month = pinOf(walk).month;
    const people = walk.story.attempt('planActuals', { month, text })?.people ?? [];
    walk.story.attempt('applyActuals', { month, text, people });
  },
];

/** Three months of Mira's with something in each. */
function begin(story: Story, seed: number): Walk {
  const random = seeded(seed);
  let said = 0;
  const pins = team(story);
  talk(story, pins);
  story.later(60 * 24 * 29);
  const tab = story.book.tab('Mira Oakes');
  return { story, random, ...pins, tab, seen: new Map(), text: () => `w${++said} said so` };
}

/** Acts alone, on sound tabs. */
function meetings(seed: number): (story: Story) => void {
  return (story) => {
    const walk = begin(story, seed);
    for (let n = 0; n < 30; n++) {
      if (walk.random.chance(0.2)) story.later(walk.random.int(1, 60 * 24 * 3));
      walk.random.pick(ACTS)(walk);
    }
  };
}

/** Damage and what is made of it: each begins on the tab as it was, or goes on where the one before has left it. */
function damaged(seed: number): (story: Story) => void {
  return (story) => {
    const walk = begin(story, seed);
    story.start(walk.mira.sheetId, 202612);
    save(walk);
    save(walk);
    const sound = walk.tab.remember();
    for (let n = 0; n < 10; n++) {
      if (walk.random.chance(0.7)) story.hand('the tab as it was', sound);
      hands(walk, walk.random.int(1, 4));
      walk.random.pick(ACTS)(walk);
      repair(walk);
      if (walk.random.chance(0.3)) start(walk);
    }
  };
}

/** What the sheet does by itself while somebody types, pastes and clears. */
function typed(seed: number): (story: Story) => void {
  return (story) => {
    const walk = begin(story, seed);
    story.start(walk.mira.sheetId, 202612);
    const { tab, random } = walk;
    const sound = tab.remember();
    for (let n = 0; n < 40; n++) {
      if (n % 12 === 0) story.hand('the tab as it was', sound);
      const [row, col] = [anyRow(walk), anyColumn(walk)];
      const [rows, cols] = random.chance(0.7)
        ? [1, 1]
        : [random.int(1, 5), Math.min(random.int(1, 8), COLUMNS - col + 1)];
      const old = String(tab.cells.value(row, col));
      story.hand(`typed at ${row}, ${col}`, () => {
        for (let r = 0; r < rows; r++)
          for (let c = 0; c < cols; c++) tab.cells.put(row + r, col + c, random.chance(0.1) ? '' : anyValue(walk));
        const value = rows * cols === 1 ? { value: String(tab.cells.value(row, col)), oldValue: old } : {};
        onEdit({ range: plainRange(tab, row, col, rows, cols), source: story.book.spreadsheet, ...value } as never);
      });
    }
    repair(walk);
  };
}

export const WALKS: Record<string, (story: Story) => void> = {
  'a walk of meetings': meetings(1),
  'a walk among damages': damaged(2),
  'a walk of typing': typed(3),
};
