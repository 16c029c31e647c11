import fc from 'fast-check';
import { type MarkedRow, matchKeys } from '../../src/core/deal/match-keys';
import { isMark, rowMark } from '../../src/core/deal/row-mark';
import type { Cells } from '../../src/core/shared/fields';

const NOV = 202611;
const OCT = 202610;

const deal = (who: string, amount: number | '' = '', why = ''): Cells => ({ who, amount, why });
const A = deal('Harbour', 100, 'Support ends');
const B = deal('Lumen', 250, 'New plant');
const C = deal('Acme', 40, 'Audit');

/** A row whose key was given to `was` and that shows `now`. */
function row(n: number, was: Cells | null, now: Cells | null, more: Partial<MarkedRow> = {}): MarkedRow {
  return {
    row: n,
    month: NOV,
    id: `k${n}`,
    mark: was ? rowMark(was) : '',
    text: now ? rowMark(now) : '',
    ...more,
  };
}

function told(rows: MarkedRow[]): { keys: [number, number | null][]; unsure: number[][] } {
  const { keys, unsure } = matchKeys(rows, NOV);
  return { keys: [...keys].sort((a, b) => a[0] - b[0]), unsure };
}

describe('a mark', () => {
  test('is told from what people type, differs by name and by each cell that tells rows apart, and is empty for an empty row', () => {
    expect(isMark(rowMark(A))).toBe(true);
    for (const text of ['', 'Re: offer', 'text', 'tomorrow we call them again, then'])
      expect([text, isMark(text)]).toEqual([text, false]);
    const others: Cells[] = [
      { ...A, who: 'Harbor' },
      { ...A, amount: 101 },
      { ...A, why: '' },
      { ...A, when: '2026-11-20' },
      { ...A, status: 'stuck' },
      { ...A, next: 'Call' },
    ];
    expect(new Set([A, ...others].map(rowMark)).size).toBe(7);
    expect(rowMark({ ...A, moved: 'They called', who: ' Harbour ' })).toBe(rowMark(A));
    expect([rowMark({}), rowMark({ who: '  ' })]).toEqual(['', '']);
  });
});

test.each<[string, MarkedRow[], [number, number | null][], number[][]]>([
  ['nothing has moved', [row(1, A, A), row(2, B, B)], [], []],
  [
    'a text edited in place keeps its key',
    [row(1, A, { ...A, who: 'Harbour GmbH' }), row(2, B, { ...B, amount: 9 })],
    [],
    [],
  ],
  [
    'sorted',
    [row(1, A, C), row(2, B, A), row(3, C, B)],
    [
      [1, 3],
      [2, 1],
      [3, 2],
    ],
    [],
  ],
  [
    'sorted, one of them edited since',
    [row(1, A, B), row(2, B, { ...A, amount: 7 })],
    [
      [1, 2],
      [2, 1],
    ],
    [],
  ],
  [
    'cut and pasted into a white row',
    [row(1, A, null), row(2, B, B), row(3, null, A)],
    [
      [1, 3],
      [3, 1],
    ],
    [],
  ],
  [
    'cut and pasted into a row without a key',
    [row(1, A, null), row(2, null, A, { id: '' })],
    [
      [1, null],
      [2, 1],
    ],
    [],
  ],
  [
    'cut and pasted over another one',
    [row(1, A, null), row(2, B, A)],
    [
      [1, 2],
      [2, 1],
    ],
    [],
  ],
  [
    'cut, and another one typed in its place',
    [row(1, A, C), row(2, null, A)],
    [
      [1, 2],
      [2, 1],
    ],
    [],
  ],
  ['a copy beside it gets a key of its own', [row(1, A, A), row(2, null, A)], [], []],
  ['a copy of the whole row', [row(1, A, A), row(2, A, { ...A, amount: 1 }, { id: 'k1' })], [[2, null]], []],
  ['a copy above, edited: the key stays with its text', [row(1, A, C, { id: 'k2' }), row(2, A, A)], [[1, null]], []],
  [
    'names swapped while other cells stayed',
    [row(1, A, { ...A, who: 'Lumen' }), row(2, B, { ...B, who: 'Harbour' })],
    [],
    [[1, 2]],
  ],
  ['two white rows have the text', [row(1, A, null), row(2, null, A), row(3, null, A)], [], [[1, 2, 3]]],
  ['two keys fit the text', [row(1, A, null), row(2, A, null), row(3, null, A)], [], [[1, 2, 3]]],
  [
    'two of one name, sorted: told apart by the other cells',
    [row(1, A, { ...A, amount: 9 }), row(2, { ...A, amount: 9 }, A)],
    [
      [1, 2],
      [2, 1],
    ],
    [],
  ],
  [
    'moved here from a month where its row is empty now',
    [row(1, A, null, { month: OCT }), row(2, null, A)],
    [[2, 1]],
    [],
  ],
  ['still there in the other month', [row(1, A, A, { month: OCT }), row(2, null, A)], [], []],
  [
    'of another month, and its id is taken in this one',
    [row(1, A, null, { month: OCT, id: 'k9' }), row(2, null, A), row(9, B, B)],
    [],
    [],
  ],
  [
    'one overwritten by another, its place taken by a third',
    [row(1, A, { who: 'Stranger' }), row(2, B, A)],
    [],
    [[1, 2]],
  ],
])('%s', (_, rows, keys, unsure) => {
  expect(told(rows)).toEqual({ keys, unsure });
});

/** A list as a person sees it: the visible texts in their rows, and which deal each of them is. */
interface Seen {
  deal: number;
  cells: Cells;
}

const op = fc.record({
  what: fc.constantFrom('sort', 'rest', 'cut', 'type', 'clear', 'copy'),
  a: fc.nat(99),
  b: fc.nat(99),
});

test('over random hands at the visible cells no key ever goes to another deal’s text, and no deal loses its key unless it is told', () => {
  let moved = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 7 }),
      fc.integer({ min: 1, max: 3 }),
      fc.array(op, { maxLength: 5 }),
      (deals, names, ops) => {
        const cells = (n: number): Cells => ({
          who: `Name ${n % Math.max(1, deals - names + 1)}`,
          amount: n * 10 + 1,
          why: `why ${n}`,
          next: `next ${n}`,
        });
        const marks = [...Array.from({ length: deals }, (_, n) => rowMark(cells(n))), '', '', ''];
        let seen: (Seen | null)[] = marks.map((mark, n) => (mark === '' ? null : { deal: n, cells: cells(n) }));
        const copied = new Set<number>();
        let fresh = deals;
        for (const { what, a, b } of ops) {
          const [from, to] = [a % seen.length, b % seen.length];
          const at = seen[from] ?? null;
          // Of some of one name an edited or copied one may be any of them.
          if (names > 1 && (what === 'rest' || what === 'copy')) continue;
          if (what === 'sort') seen = [...seen.slice(from), ...seen.slice(0, from)];
          else if (what === 'rest' && at) {
            seen[from] = { ...at, cells: { ...at.cells, [b % 2 ? 'amount' : 'status']: b } };
          } else if (what === 'cut' && at && from !== to) {
            if (seen[to]) copied.add(seen[to].deal);
            // Over one of the same name: nobody can tell it from that one, edited in place.
            if (to < deals && cells(to).who === at.cells.who) copied.add(at.deal);
            seen[to] = at;
            seen[from] = null;
          } else if (what === 'type' && !at) seen[from] = { deal: fresh++, cells: { who: `Typed ${b}` } };
          else if (what === 'clear' && at) {
            copied.add(at.deal);
            seen[from] = null;
          } else if (what === 'copy' && at && !seen[to]) {
            copied.add(at.deal);
            seen[to] = at;
          }
        }
        const rows = seen.map((text, n) => ({
          row: n,
          month: NOV,
          id: `k${n}`,
          mark: marks[n]!,
          text: text ? rowMark(text.cells) : '',
        }));
        const { keys, unsure } = matchKeys(rows, NOV);
        const told = new Set(unsure.flat());
        const given = rows.map(({ row: n }) => (keys.has(n) ? keys.get(n)! : n));
        const used = given.filter((key) => key !== null);
        expect(new Set(used).size).toBe(used.length);
        seen.forEach((text, n) => {
          if (!text || told.has(n) || copied.has(text.deal)) return;
          const key = given[n]!;
          // A new text may sit on a free key, or on that of a deal that is nowhere any more.
          if (text.deal < deals) {
            if (key !== n) moved++;
            expect({ deal: text.deal, key }).toEqual({ deal: text.deal, key: text.deal });
          } else if (key !== null && key < deals) expect(seen.some((other) => other?.deal === key)).toBe(false);
        });
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 2000), seed: Number(process.env.SEED ?? 1) },
  );
  expect(moved).toBeGreaterThan(500);
});
