/**
 * Kinds of loss that came about once, each tried on a whole book in memory by the acts as a page calls them. What hands do to
 * the rows of a month stands in test/support/hands/edits; here is what lies around them.
 */
import { onEdit } from '../../src/addon/on-edit';
import { COL } from '../../src/sheet/grid/grid';
import { SETUP_COL } from '../../src/sheet/setup/tables';
import { edit, PEOPLE, talk, team } from '../golden/quarter';
import { plainRange } from '../support/plain-google/range';
import { type Pin, rowOf, rowWith, Story } from '../support/plain-google/story';
import type { PlainTab } from '../support/plain-google/tab';

interface Begun {
  story: Story;
  mira: Pin;
  ben: Pin;
  tab: PlainTab;
}

/** A team in November, Mira's month with something in each section. */
function begun(): Begun {
  const story = new Story({ editors: ['mira@example.com', 'ben@example.com'] });
  const pins = team(story);
  talk(story, pins);
  return { story, ...pins, tab: story.book.tab('Mira Oakes') };
}

function screenOf(story: Story, pin: Pin) {
  const screen = story.call('loadScreen', { sheetId: pin.sheetId, month: pin.month });
  if (screen.kind !== 'meeting') throw new Error(`no meeting but ${screen.kind}`);
  return screen;
}

/** Where a text or a formula stands, in the visible columns. */
function placesOf(tab: PlainTab, text: string): number[] {
  return tab.cells.rows.flatMap((line, n) =>
    line.slice(0, COL.next).some((cell) => cell?.value === text || cell?.formula === text) ? [n + 1] : [],
  );
}

/** What somebody does at a row of the sheet, told to the add-on as Google does. */
function typeAt({ story, tab }: Begun, row: number, col: number, value: string | number): void {
  story.hand(`${value} typed`, () => {
    tab.cells.put(row, col, value);
    onEdit({ range: plainRange(tab, row, col), source: story.book.spreadsheet, value: String(value) } as never);
  });
}

describe('columns that are not where the head says', () => {
  test('nothing is saved, by the short way neither', () => {
    const { story, mira, tab } = begun();
    const { place } = screenOf(story, mira).block;
    const pin = { ...mira, seen: place };
    expect(story.refused('saveEdits', { ...pin, edits: [edit('new:b', 'next', 'step said so')] })).toBe('');
    story.hand('what moved deleted', () => tab.deleteColumns(COL.moved, 1));
    const before = story.state();
    expect(story.refused('saveEdits', { ...pin, edits: [edit('new:b', 'why', 'x', 'why b said so')] })).toBe(
      'columnGone',
    );
    expect(story.state()).toBe(before);
  });
});

describe('an amount in a row that was inserted below labels, in their format', () => {
  const inserted = () => {
    const all = begun();
    const row = rowOf(all.tab, 'header:new') + 1;
    all.story.hand('a row inserted', () => all.tab.insertRows(row, 1));
    all.story.hand('its cells are plain text, as the labels are', () => {
      for (let col = 1; col <= COL.next; col++) all.tab.cells.at(row, col).looks = { NumberFormat: '@' };
    });
    return { ...all, row };
  };

  test('typed, it counts', () => {
    const all = inserted();
    typeAt(all, all.row, COL.who, 'typed said so');
    typeAt(all, all.row, COL.amount, '4444');
    expect(all.tab.cells.value(all.row, COL.amount)).toBe(4444);
    expect(all.tab.cells.at(all.row, COL.amount).looks.NumberFormat).not.toBe('@');
  });

  test('saved, it counts', () => {
    const { story, mira, tab, row } = inserted();
    story.hand('a name typed, the add-on does not look', () => tab.cells.put(row, COL.who, 'typed said so'));
    const fresh = screenOf(story, mira).block.sections.find(({ id }) => id === 'new')!.rows;
    const { key } = fresh.find(({ cells }) => cells.who === 'typed said so')!;
    story.call('saveEdits', { ...mira, edits: [edit(key, 'amount', 5555)] });
    expect(tab.cells.value(rowWith(tab, 'typed said so'), COL.amount)).toBe(5555);
  });

  test('typed while the add-on does not look, the preview of the next month names it', () => {
    const { story, mira, tab, row } = inserted();
    story.hand('typed', () => {
      tab.cells.put(row, COL.who, 'typed said so');
      tab.cells.put(row, COL.amount, '4444');
    });
    const [preview] = story.call('planMonth', { sheetId: mira.sheetId, month: 202612 }).people;
    expect(preview!.unreadable).toContainEqual({
      title: 'typed said so',
      text: '4444',
      what: 'amount',
      cell: `D${row}`,
    });
  });
});

describe('Setup', () => {
  const lineOf = (story: Story, text: string) => {
    const { cells } = story.book.tab('Setup');
    const row = cells.rows.findIndex((line) => line.some((cell) => cell?.value === text)) + 1;
    if (row === 0) throw new Error(`Setup has no ${text}`);
    return row;
  };
  const copied = (story: Story, text: string, name?: string) => {
    const { cells } = story.book.tab('Setup');
    const from = lineOf(story, text);
    story.hand(`${text} copied`, () => {
      story.book.tab('Setup').insertRows(from + 1, 1);
      for (let col = 1; col <= cells.width; col++) Object.assign(cells.at(from + 1, col), { ...cells.at(from, col) });
      if (name) cells.put(from + 1, 1, name);
    });
    return from;
  };

  test('a roster line that was copied and renamed takes over nobody’s tab', () => {
    const { story, mira } = begun();
    const from = copied(story, 'Mira Oakes', 'Copied Cora');
    story.book.tab('Setup').cells.put(from + 1, 4, 'cora@example.com');
    const before = story.state();
    story.book.user = 'cora@example.com';
    expect(story.refused('saveEdits', { ...mira, edits: [edit('new:q', 'who', 'x')] })).not.toBe('');
    expect(story.state()).toBe(before);
    story.book.user = story.book.owner;
    story.refused('makeTabs', { month: null });
    const screen = story.call('loadScreen', { sheetId: mira.sheetId, month: 202611 });
    expect(screen).toMatchObject({ kind: 'meeting', rep: { repId: mira.repId, name: 'Mira Oakes' } });
  });

  test.each([['kpis:calls'], ['agenda:working']])(
    'a line of %s that stands twice is named, and nothing is built on it',
    (key) => {
      const { story, mira } = begun();
      const before = screenOf(story, mira).block.sections.map(({ name }) => name);
      const from = copied(story, key);
      expect(screenOf(story, mira).block.sections.map(({ name }) => name)).toEqual(before);
      for (const act of ['planMonth', 'makeTabs'] as const) {
        const request = act === 'planMonth' ? { sheetId: mira.sheetId, month: 202612 } : { month: null };
        expect(story.refused(act, request)).toBe('setupLineTwice');
        expect(story.told.at(-1)).toContain(`Setup!A${from + 1}`);
      }
    },
  );

  test('all hidden keys cleared: it is told, and the tabs stay whose they are', () => {
    const { story, mira } = begun();
    const { cells } = story.book.tab('Setup');
    story.hand('keys cleared', () => {
      for (let row = 1; row <= cells.lastRow; row++)
        for (let col = SETUP_COL.key; col <= cells.width; col++) cells.put(row, col, '');
    });
    const tabs = story.book.tabs.map(({ name }) => name);
    expect(story.refused('loadScreen', mira)).toBe('');
    story.whole('setUpTeam', { people: PEOPLE, month: 202611, managerName: 'Jon Vale' });
    const own = story.book.tabs.map(({ name }) => name).filter((name) => /Mira|Ben/.test(name));
    expect([own.sort(), tabs.includes('Setup')]).toEqual([['Ben Sorrel', 'Mira Oakes'], true]);
    expect(screenOf(story, mira).rep.repId).toBe(mira.repId);
    expect(JSON.stringify(screenOf(story, mira))).toContain('why a said so');
  });
});

test('a commitment with a word that nobody knows comes along', () => {
  const { story, mira, tab } = begun();
  story.hand('a word typed', () => tab.cells.put(rowWith(tab, 'promise said so'), COL.status, 'sort of'));
  story.start(mira.sheetId, 202612);
  expect(placesOf(tab, 'promise said so')).toHaveLength(2);
});

test('a clock that was forgotten for three weeks is no measure', () => {
  const { story, mira, tab } = begun();
  story.call('setClock', { ...mira, action: { act: 'start', section: 'new' }, actionId: 's' });
  story.later(21 * 24 * 60);
  const { minutes } = story.call('finishMeeting', { ...mira, actionId: 'f' });
  expect(minutes).toBe(0);
  expect(String(tab.cells.value(rowOf(tab, 'band'), COL.next))).not.toMatch(/30|\d{4}/);
});

test('a month is not taken back while its clock runs, also once Ctrl+Z has undone what the clock wrote', () => {
  const { story, mira, tab } = begun();
  story.start(mira.sheetId, 202612);
  const undo = () => story.refused('undoStart', { sheetId: mira.sheetId, month: 202612 });
  const before = tab.cells.rows.map((line) => line.map((cell) => cell && { ...cell }));
  story.call('setClock', { ...mira, month: 202612, action: { act: 'start', section: 'new' }, actionId: 's' });
  expect(undo()).toBe('monthTouched');
  story.hand('undone', () => {
    tab.cells.rows = before;
  });
  expect(undo()).toBe('monthTouched');
});

test('taking a month back leaves what stands below its last line', () => {
  const { story, mira, tab } = begun();
  story.start(mira.sheetId, 202612);
  const end = rowOf(tab, 'end');
  story.hand('a text below the last line', () => {
    tab.insertRows(end + 2, 1);
    tab.cells.put(end + 2, COL.why, 'below said so');
  });
  story.refused('undoStart', { sheetId: mira.sheetId, month: 202612 });
  expect(placesOf(tab, 'below said so')).toHaveLength(1);
});

/** As somebody types it into a cell that is no plain text. */
const FORMULA = '="mine"&1';
function formula(tab: PlainTab, row: number, col: number): void {
  tab.cells.at(row, col).looks = {};
  tab.cells.put(row, col, FORMULA);
}

describe('a row with nothing but a formula', () => {
  test('is no empty row to save into', () => {
    const { story, mira, tab } = begun();
    let row = rowOf(tab, 'header:working') + 1;
    while (tab.cells.value(row, COL.who) !== '') row++;
    story.hand('a formula', () => formula(tab, row, COL.next));
    story.call('saveEdits', {
      ...mira,
      edits: Array.from({ length: 4 }, (_, n) => edit(`working:f${n}`, 'who', `row ${n} said so`)),
    });
    expect(placesOf(tab, FORMULA)).toHaveLength(1);
    const [at] = placesOf(tab, FORMULA);
    expect(tab.cells.value(at!, COL.who)).toBe('');
  });

  test('outlives a repair', () => {
    const { story, mira, tab } = begun();
    const row = rowOf(tab, 'header:existing') + 1;
    story.hand('a formula in a row of its own, and the heading deleted', () => {
      tab.insertRows(row, 1);
      formula(tab, row, COL.why);
      tab.deleteRows(rowOf(tab, 'section:existing'), 1);
    });
    story.repair(mira.sheetId);
    expect(placesOf(tab, FORMULA)).toHaveLength(1);
  });
});

test('a repair writes a name that looks like a number as text', () => {
  const story = new Story();
  story.whole('setUpTeam', { people: '0042', month: 202611, managerName: 'Jon Vale' });
  const tab = story.book.tab('0042');
  story.hand('the name cleared', () => {
    tab.cells.put(1, 1, '');
    tab.cells.at(1, 1).looks = {};
  });
  story.repair(tab.id);
  expect(tab.cells.value(1, 1)).toBe('0042');
});
