import type { ProtectionState, Rect } from '../../../workbench/engine/engine';
import type { PageMutation } from '../../../workbench/server/protocol';
import { isStructural, type PageAccess, refusalOf } from '../../../workbench/server/rights';

const owner = 'boss@example.com';
const rep = 'rep@example.com';

function protection(rect: Rect | null, more: Partial<ProtectionState> = {}): ProtectionState {
  const kind = rect ? 'RANGE' : 'SHEET';
  const none = { description: '', warningOnly: false, domainEdit: false, unprotected: [], rangeName: null };
  return { id: 'p', kind, sheetId: 7, rect, editors: [owner], ...none, ...more };
}

function access(user: string, ...protections: ProtectionState[]): PageAccess {
  const file = { owner, editors: [owner, rep] };
  return { user, file, protections, sheets: [], sheetIdOf: (key) => (key === 'tab' ? 7 : undefined) };
}

const mutation = (name: string, params: object): PageMutation => ({
  id: `sheet.mutation.${name}`,
  params: { unitId: 'u', subUnitId: 'tab', ...params },
});
const put = (row: number, col: number, cell: object = { v: 1 }) =>
  mutation('set-range-values', { cellValue: { [row - 1]: { [col - 1]: cell } } });
const rows = (from: number, to: number) => ({ startRow: from - 1, endRow: to - 1, startColumn: 0, endColumn: 25 });
const top = { row: 1, col: 1, rows: 3, cols: 26 };

test('cells of a protected range are refused, the rest is free, and the owner may do everything', () => {
  expect(refusalOf([put(3, 5)], access(rep, protection(top)))).toMatch(/protected cell/);
  expect(refusalOf([put(4, 5)], access(rep, protection(top)))).toBeNull();
  expect(refusalOf([put(3, 5)], access(owner, protection(top)))).toBeNull();
  expect(refusalOf([put(3, 5)], access(rep, protection(top, { editors: [owner, rep] })))).toBeNull();
  expect(refusalOf([put(3, 5)], access(rep, protection(top, { warningOnly: true })))).toBeNull();
});

test('a protected tab is free where it says so', () => {
  const tab = protection(null, { unprotected: [{ row: 10, col: 1, rows: 5, cols: 9 }] });
  expect(refusalOf([put(12, 3)], access(rep, tab))).toBeNull();
  expect(refusalOf([put(9, 3)], access(rep, tab))).not.toBeNull();
  expect(refusalOf([mutation('insert-row', { range: rows(12, 12) })], access(rep, tab))).not.toBeNull();
  expect(refusalOf([mutation('set-worksheet-name', { name: 'x' })], access(rep, tab))).not.toBeNull();
  expect(
    refusalOf([mutation('set-worksheet-row-auto-height', { rowsAutoHeightInfo: [] })], access(rep, tab)),
  ).toBeNull();
});

test.each([
  ['a row inserted inside', mutation('insert-row', { range: rows(2, 2) }), true],
  ['a row inserted above', mutation('insert-row', { range: rows(1, 1) }), false],
  ['a row deleted', mutation('remove-rows', { range: rows(3, 4) }), true],
  ['a row deleted below', mutation('remove-rows', { range: rows(4, 4) }), false],
  ['rows moved out', mutation('move-rows', { sourceRange: rows(2, 2), targetRange: rows(9, 9) }), true],
  ['a merge', mutation('add-worksheet-merge', { ranges: [rows(1, 2)] }), true],
  ['a note', mutation('update-note', { row: 0, col: 2 }), true],
  ['a note elsewhere', mutation('update-note', { row: 5, col: 2 }), false],
  ['its tab deleted', mutation('remove-sheet', {}), true],
  ['something unheard of', mutation('do-what-you-like', {}), true],
  ['a format elsewhere', mutation('set-worksheet-row-height', { ranges: [rows(8, 9)] }), false],
])('a protected range and %s', (_what, change, isRefused) => {
  expect(refusalOf([change], access(rep, protection(top))) !== null).toBe(isRefused);
});

test('cells dragged from or onto a protected range are refused', () => {
  const move = (fromRow: number, toRow: number) =>
    mutation('move-range', {
      fromRange: rows(fromRow, fromRow),
      toRange: rows(toRow, toRow),
      from: { subUnitId: 'tab' },
      to: { subUnitId: 'tab' },
    });
  expect(refusalOf([move(2, 9)], access(rep, protection(top)))).not.toBeNull();
  expect(refusalOf([move(9, 2)], access(rep, protection(top)))).not.toBeNull();
  expect(refusalOf([move(9, 12)], access(rep, protection(top)))).toBeNull();
});

test('formulas that only follow moved rows pass, a formula typed into a protected cell does not', () => {
  const insert = mutation('insert-row', { range: rows(9, 9) });
  const follow = put(1, 1, { f: '=A10', v: null });
  expect(refusalOf([insert, follow], access(rep, protection(top)))).toBeNull();
  expect(refusalOf([follow], access(rep, protection(top)))).not.toBeNull();
});

test('somebody who may only view is told so', () => {
  expect(refusalOf([put(9, 9)], access('vic@example.com'))).toMatch(/only view/);
});

test('what moves cells is known by name', () => {
  const ids = [
    'insert-row',
    'remove-rows',
    'move-columns',
    'move-range',
    'insert-sheet',
    'remove-sheet',
    'reorder-range',
  ];
  expect(ids.filter((id) => !isStructural(`sheet.mutation.${id}`))).toEqual([]);
  expect(isStructural('sheet.mutation.set-range-values')).toBe(false);
});
