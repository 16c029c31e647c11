import fc from 'fast-check';
import { shiftFormula } from '../../../workbench/engine/anchors';
import {
  dropSheetIn,
  formulaPieces,
  offsetFormula,
  renameSheetIn,
  writeReference,
} from '../../../workbench/engine/references';
import { type GridChange, shiftRect, shiftSpan } from '../../../workbench/engine/shift';

const grid = (change: GridChange, name = 'Team') => ({ name, size: 100, change });
const insert = (at: number, count: number): GridChange => ({ kind: 'insert', axis: 'row', at, count });
const remove = (at: number, count: number): GridChange => ({ kind: 'delete', axis: 'row', at, count });
const move = (at: number, count: number, before: number): GridChange => ({
  kind: 'move',
  axis: 'row',
  at,
  count,
  before,
});

describe('references in a formula', () => {
  test.each([
    '=A1+$B$2*C$3-$D4',
    "='It''s a tab'!A1:B2&\"A1\"",
    '=SUM(A:C,2:4,Team!$A:$A)',
    '=LOG10(A1)+A1B+_A1+Q1.total',
    '=IF(A1>=10,"B2:B3",Sheet2!C4)',
    '=Größe!B2+INDEX(A1:A9,2):A9',
  ])('%s is the same after taking apart', (formula) => {
    const text = formulaPieces(formula).map((piece) => (typeof piece === 'string' ? piece : writeReference(piece)));
    expect(text.join('')).toBe(formula);
  });

  test('names, functions and texts are no references', () => {
    const found = formulaPieces('=LOG10(A1)+A1B+_A1+"C5"+Q1.total+TRUE').filter((piece) => typeof piece !== 'string');
    expect(found).toHaveLength(1);
  });
});

describe('a formula when rows change', () => {
  test.each([
    ['=A5', insert(5, 2), '=A7'],
    ['=A5', insert(6, 2), '=A5'],
    ['=SUM(A3:A8)', insert(3, 1), '=SUM(A4:A9)'],
    ['=SUM(A3:A8)', insert(8, 2), '=SUM(A3:A10)'],
    ['=SUM(A3:A8)', insert(9, 2), '=SUM(A3:A8)'],
    ['=SUM(A$3:$A$8)', remove(1, 2), '=SUM(A$1:$A$6)'],
    ['=SUM(A3:A8)', remove(2, 3), '=SUM(A2:A5)'],
    ['=SUM(A3:A8)', remove(6, 10), '=SUM(A3:A5)'],
    ['=SUM(A3:A8)+1', remove(3, 6), '=SUM(#REF!)+1'],
    ['=A4', remove(4, 1), '=#REF!'],
    ['=SUM(A:A)', insert(3, 5), '=SUM(A:A)'],
    ['=SUM(3:8)', insert(4, 1), '=SUM(3:9)'],
    ['=SUM(A2:A100)', insert(101, 5), '=SUM(A2:A105)'],
    ['=Other!A5', insert(1, 1), '=Other!A5'],
    ['=team!A5', insert(1, 1), '=team!A6'],
    ['=A2', move(2, 1, 5), '=A4'],
    ['=A4', move(2, 1, 5), '=A3'],
    ['=A4', move(7, 2, 3), '=A6'],
    ['=SUM(A2:A9)', move(4, 2, 20), '=SUM(A2:A7)'],
    ['=SUM(A2:A9)', move(20, 2, 5), '=SUM(A2:A11)'],
    ['=SUM(A2:A3)', move(2, 2, 10), '=SUM(A8:A9)'],
  ])('%s after %j', (formula, change, next) =>
    expect(shiftFormula(formula, 'Team', grid(change as GridChange))).toBe(next),
  );

  test('references without a sheet mean the sheet the formula stands on', () => {
    expect(shiftFormula('=A5+Team!A5', 'Other', grid(insert(1, 1)))).toBe('=A5+Team!A6');
  });
  test('columns', () => {
    const change: GridChange = { kind: 'insert', axis: 'col', at: 2, count: 1 };
    expect(shiftFormula('=A1+B1+SUM(A:C)+SUM($B2:D$9)', 'Team', grid(change))).toBe('=A1+C1+SUM(A:D)+SUM($C2:E$9)');
  });
});

test('copying moves relative references; what leaves the sheet is #REF!', () => {
  expect(offsetFormula('=A1+$A1+A$1+$A$1+B:B', 2, 1)).toBe('=B3+$A3+B$1+$A$1+C:C');
  expect(offsetFormula('=A1+B2', -1, 0)).toBe('=#REF!+B1');
});

test('renaming and deleting a sheet', () => {
  expect(renameSheetIn("=Old!A1+'Old'!B2+Older!A1", 'Old', "It's new")).toBe("='It''s new'!A1+'It''s new'!B2+Older!A1");
  expect(dropSheetIn('=SUM(Gone!A1:B2)+A1', 'gone')).toBe('=SUM(#REF!)+A1');
});

describe('shifting', () => {
  const span = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 30 }))
    .map(([start, more]) => [start, start + more] as const);
  test('deleting what was inserted gives the old place', () => {
    fc.assert(
      fc.property(span, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 9 }), (place, at, count) => {
        const pushed = shiftSpan(place, insert(at, count))!;
        expect(shiftSpan(pushed, remove(at, count))).toEqual(place);
      }),
    );
  });
  test('moving there and back gives the old place of a single row', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 56 }),
        (row, at, count, before) => {
          const landing = before > at ? Math.max(at, before - count) : before;
          const there = shiftSpan([row, row], move(at, count, landing === at ? at : before))!;
          const back = shiftSpan(there, move(landing, count, landing < at ? at + count : at))!;
          expect(back).toEqual([row, row]);
        },
      ),
    );
  });
  test('an untouched rectangle is the same object', () => {
    const place = { row: 2, col: 2, rows: 3, cols: 3 };
    expect(shiftRect(place, insert(9, 1))).toBe(place);
  });
});
