/** A tab of twelve months that has been sorted whole: how many calls its repair takes, and that it is as before. */
import { addMonths } from '../../src/core/shared/month';
import { RepTab } from '../../src/sheet/grid/rep-tab';
import { SheetTarget } from '../../src/sheet/repair/repair';
import { applyActions, type RepairTarget } from '../../src/sheet/repair/repair-actions';
import type { Tracker } from '../../src/sheet/setup/tracker';
import { HandBook } from '../support/hands/book';
import { CONTEXT } from '../support/rich-tab';

/**
 * The most calls that its steps may take, of those that reach cells; row by row they were 2,650. With the looks before and
 * after, and the screen, the whole act takes 30 more (181 in the workbench, for 629 rows of twelve months).
 */
const MOST = 165;
/** What only makes or names something, or asks for the grid's size. */
const LIGHT =
  /^(getRange|getRangeList|getMaxRows|getMaxColumns|new\w+|build|setFont\w+|setForegroundColor|setBold|setItalic|requireValueInList|setAllowInvalid|SOLID)$/;

/** Something of Google's that answers every call with itself, and counts those that reach cells. */
function counting(): { thing: never; calls: () => number } {
  let calls = 0;
  let last = '';
  const thing: object = new Proxy(() => thing, {
    get(_, name) {
      // As a number it is more than any row.
      if (typeof name === 'symbol') return name === Symbol.toPrimitive ? () => 2000 : undefined;
      last = name;
      return thing;
    },
    apply() {
      if (!LIGHT.test(last)) calls++;
      return thing;
    },
  });
  return { thing: thing as never, calls: () => calls };
}

test(`twelve months sorted whole are put in order by fewer than ${MOST} calls`, () => {
  const book = new HandBook();
  book.start(202512);
  for (let n = 0; n < 11; n++) {
    book.grid.put(book.rowOf('header:new') + 1, 1, `u${n} said so`, true);
    book.grid.put(book.rowOf('text:takeaway'), 2, `u${n + 50} said so`, true);
    book.start();
  }
  expect(book.grid.value(book.rowOf('band'), 10)).toBe(addMonths(202512, 11));
  const before = book.grid.cells();
  book.grid.sort(5, book.grid.rowCount - 4, false);
  const { thing, calls } = counting();
  Object.assign(globalThis, { SpreadsheetApp: thing });
  const { actions, columns } = book.check();
  const tracker = { setup: () => ({ statuses: CONTEXT.statuses }) } as unknown as Tracker;
  const sheet: RepairTarget = new SheetTarget(new RepTab(thing, columns), tracker);
  applyActions(sheet, actions);
  expect(calls()).toBeGreaterThan(100);
  expect(calls()).toBeLessThan(MOST);
  book.repair();
  expect(book.check().findings).toEqual([]);
  // Rows of one section have got another order by the sort, nothing else.
  const after = book.grid.cells();
  const frame = ({ values }: typeof before) =>
    values
      .map((line) => String(line[8]))
      .filter((key) => /^(band|focus|gap|end|section:|header:|text:|sum:)/.test(key));
  const lines = ({ values }: typeof before) => values.map((line) => line.join('|')).sort();
  expect(frame(after)).toEqual(frame(before));
  expect(lines(after)).toEqual(lines(before));
});
