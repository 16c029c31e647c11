/**
 * A repair in memory that is cut off after one of its steps, or of its writes, and pressed again: the same in the end. In soak
 * after each of them, in `npm test` after some: the first, the last, and others that are drawn.
 */
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { applyActions } from '../../src/sheet/repair/repair-actions';
import { talk, team } from '../golden/quarter';
import { EDITS } from '../support/hands/edits';
import { livedTab } from '../support/hands/life';
import { dumpTab } from '../support/plain-google/book';
import { rowOf, Story } from '../support/plain-google/story';
import type { PlainTab } from '../support/plain-google/tab';
import { SOAK, sample } from '../support/soak';

/** Edits of which a repair makes rows and brings some back. */
const TRIED = [
  'a text typed over a section’s heading',
  'a row of column labels deleted',
  'the row Takeaway deleted',
  'the rows above the months deleted',
  'a block of 5 × 4 pasted over the next heading',
  'a block 12 columns wide pasted into the white rows',
  'heading and labels of Existing opportunities deleted',
];

/** Rows as they stand; ids that are made anew each time left out. */
const rows = (book: ReturnType<typeof livedTab>['book']) =>
  book.grid.cells().values.map((line) => line.map((cell, n) => (n === 8 ? String(cell).replace(/:.*/, '') : cell)));

test.each(TRIED)('%s', (name) => {
  const edit = EDITS.find((one) => one.name === name)!;
  const damaged = () => {
    const { book } = livedTab();
    edit.act(book, book.grid, () => undefined);
    return book;
  };
  const whole = damaged();
  whole.repair();
  const steps = damaged().check().actions.length;
  expect(steps).toBeGreaterThan(0);
  const inside = Array.from({ length: steps }, (_, n) => n).slice(1, -1);
  for (const n of new Set([0, ...sample(inside, 2, name), steps - 1])) {
    const book = damaged();
    const { actions, columns } = book.check();
    applyActions(book.grid.target(columns), actions.slice(0, n));
    book.repair();
    expect({ n, rows: rows(book) }).toEqual({ n, rows: rows(whole) });
  }
});

const DAMAGE: Record<string, (tab: PlainTab) => void> = {
  'a block of 5 × 4 pasted over a heading': (tab) => {
    const row = rowOf(tab, 'section:working') - 1;
    for (let r = 0; r < 5; r++) for (let c = 1; c <= 4; c++) tab.cells.put(row + r, c, `pasted ${r} ${c} said so`);
  },
  'heading and labels deleted': (tab) => tab.deleteRows(rowOf(tab, 'section:new'), 2),
  'the rows above the months deleted': (tab) => tab.deleteRows(1, 3),
  'texts over a label and in a hidden cell': (tab) => {
    tab.cells.put(rowOf(tab, 'header:new'), COL.why, 'over a label said so');
    tab.cells.put(rowOf(tab, 'header:new') + 8, HIDDEN.story, 'hidden said so');
  },
  'a row of text and the last line deleted': (tab) => {
    tab.deleteRows(rowOf(tab, 'text:focus'), 1);
    tab.deleteRows(rowOf(tab, 'end'), 1);
  },
};

/** How many writes lie between two that a repair is cut off at. */
const EVERY = SOAK ? 1 : 9;
const MOST_WRITES = 200;

/**
 * A tab's cells and looks, line by line. Left out: the place that a rescued row names, which is where the repeated run has
 * found its text, with the mark that is made of it; ids that are drawn anew each time; and the look of the empty row 4, which a repeat may have put there anew.
 */
function lines(tab: PlainTab): string[] {
  return dumpTab(tab).map((line, n) =>
    n === 4 && line.endsWith('| ')
      ? 'row 4'
      : line
          .replace(/(stood in [^|]*, )[A-Z]+\d+/, '$1there')
          .replace(/\| K t.*$/, '')
          .replace(/(\| I \w+):[a-z][0-9a-z]{7} /, '$1:id '),
  );
}

test.each(Object.entries(DAMAGE))('%s, cut off at a write: the same cells and looks', (name, act) => {
  const story = new Story();
  const pins = team(story);
  talk(story, pins);
  const { sheetId } = pins.mira;
  const tab = story.book.tab('Mira Oakes');
  story.hand('damaged', () => act(tab));
  const damaged = tab.remember();
  const press = () => {
    const { digest } = story.call('checkTab', { sheetId });
    story.call('repairTab', { sheetId, digest });
  };
  press();
  const whole = lines(tab);
  // Not at the same writes in each of them.
  const first = Object.keys(DAMAGE).indexOf(name) % EVERY;
  for (let writes = first; writes < MOST_WRITES; writes += EVERY) {
    story.hand('as it was damaged', damaged);
    story.book.stopAfter(writes);
    let isCut = false;
    try {
      press();
    } catch (error) {
      isCut = String(error).includes('cut off');
      if (!isCut) throw error;
    } finally {
      story.book.stopAfter(Number.POSITIVE_INFINITY);
    }
    if (!isCut) {
      expect(writes).toBeGreaterThan(0);
      return;
    }
    press();
    expect({ writes, lines: lines(tab) }).toEqual({ writes, lines: whole });
  }
  throw new Error('a repair of so many writes');
});
