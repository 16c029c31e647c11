/** A row of the frame that has been moved: what stands in the month is read as before, or reading tells the damage. */
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { readBlock, readTabIndex, recordOf } from '../../src/sheet/month/read';
import { livedTab } from '../support/hands/life';
import { CONTEXT } from '../support/rich-tab';
import { sample } from '../support/soak';

const FRAME = /^(focus|end|(section|header|text|sum):.+)$/;
/** What stands elsewhere by now is no other record. */
const PLACES = ['row', 'key', 'id'];

const { book } = livedTab();
const { grid } = book;

function read() {
  const { tab, blocks } = readTabIndex(book.sheet());
  return readBlock(tab, blocks[0]!, CONTEXT.zone);
}

const recorded = (block: ReturnType<typeof read>) =>
  JSON.stringify(recordOf(block), (name, value) => (PLACES.includes(name) ? undefined : value));

test('heading, labels and texts, each above another row of the frame', () => {
  // A row that has just been typed.
  const fresh = book.rowWith('u6 said so') + 1;
  grid.put(fresh, 1, 'fresh said so', true);
  grid.put(fresh, HIDDEN.key, '');
  const sound = grid.remember();
  const keys = Array.from({ length: book.rowOf('end') }, (_, n) => String(grid.value(n + 1, HIDDEN.key)));
  const frame = keys.filter((key) => FRAME.test(key));
  expect(frame.length).toBeGreaterThan(20);
  const before = recorded(read());
  const pairs = frame.flatMap((moved) => frame.map((above) => ({ moved, above })));
  const known = [
    { moved: 'header:new', above: 'section:existing' },
    { moved: 'header:existing', above: 'header:new' },
    { moved: 'header:grow', above: 'header:other' },
    { moved: 'header:grow', above: 'section:conclusion' },
    { moved: 'header:conclusion', above: 'end' },
  ];
  for (const { moved, above } of [...known, ...sample(pairs, 80, 'rows of the frame moved')]) {
    const [from, to] = [book.rowOf(moved), book.rowOf(above)];
    if (to === from || to === from + 1) continue;
    grid.moveRows(from, 1, to);
    const block = read();
    if (!block.frame) expect({ moved, above, record: recorded(block) }).toEqual({ moved, above, record: before });
    sound();
  }
});
