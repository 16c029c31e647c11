import {
  draftRow,
  listedRows,
  newRowKey,
  randomId,
  serverValue,
  sharedWith,
  withEdits,
} from '../../src/sidebar/save/merge';
import { meeting } from './fixtures';

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('a fresh screen', () => {
  test('what has not changed stays the same object', () => {
    const before = meeting();
    const fresh = copy(before);
    fresh.block.sections[1]!.rows[2]!.cells.next = 'changed by somebody else';
    const merged = sharedWith(before, fresh);
    expect(merged.block.sections[0]).toBe(before.block.sections[0]);
    expect(merged.block.sections[1]!.rows[0]).toBe(before.block.sections[1]!.rows[0]);
    expect(merged.block.sections[1]!.rows[2]!.cells.next).toBe('changed by somebody else');
    expect(merged.block.commitments).toBe(before.block.commitments);
  });

  test('rows keep their identity when they are sorted', () => {
    const before = meeting();
    const fresh = copy(before);
    fresh.block.sections[1]!.rows.reverse();
    const merged = sharedWith(before, fresh);
    expect(merged.block.sections[1]!.rows.at(-1)).toBe(before.block.sections[1]!.rows[0]);
  });

  test('spare keys are taken over even when no row has changed', () => {
    const before = meeting();
    const fresh = copy(before);
    fresh.block.sections[0]!.spareKeys = ['new:new9'];
    expect(sharedWith(before, fresh).block.sections[0]!.spareKeys).toEqual(['new:new9']);
  });
});

describe('rows with edits', () => {
  test('edits lie over the row; the same edits give the same object', () => {
    const [row] = meeting().block.sections[1]!.rows;
    const laid = withEdits(row!, { next: 'x' });
    expect(laid.cells).toEqual({ ...row!.cells, next: 'x' });
    expect(withEdits(row!, { next: 'x' })).toBe(laid);
    expect(withEdits(row!, undefined)).toBe(row);
  });

  test('rows begun here come after those of the sheet, once', () => {
    const { rows } = meeting().block.sections[0]!;
    const edits = new Map([
      ['new:new1', { who: 'typed' }],
      ['existing:e1', { next: 'x' }],
    ]);
    const list = listedRows(rows, ['new:new1', 'new:n1'], edits, (key) => key.startsWith('new:'));
    expect(list.map((r) => r.key)).toEqual(['new:n1', 'new:n2', 'new:new1']);
    expect(list[2]?.cells).toEqual({ who: 'typed' });
    expect(draftRow('new:new1')).toBe(draftRow('new:new1'));
  });

  test('the Conclusion’s texts are found by their key', () => {
    const m = meeting();
    m.block.conclusion.focus.value = 'calls';
    expect(serverValue(m, 'text:focus', 'when')).toBe('calls');
    expect(serverValue(m, 'existing:e1', 'status')).toBe('closing');
    expect(serverValue(m, 'existing:nobody', 'status')).toBe('');
  });
});

describe('keys of new rows', () => {
  const section = meeting().block.sections[0]!;
  const conclusion = meeting().block.sections[6]!;

  test('the first spare key that is free', () => {
    expect(newRowKey(section, new Set(), Math.random)).toBe('new:new1');
    expect(newRowKey(section, new Set(['new:new1']), Math.random)).toBe('new:new2');
    expect(newRowKey(conclusion, new Set(), Math.random)).toBe('todo:todo1');
  });

  test('else one of its own: eight letters and digits', () => {
    const taken = new Set(['new:new1', 'new:new2', 'todo:todo1', 'todo:todo2']);
    expect(newRowKey(section, taken, Math.random)).toMatch(/^new:[a-z][a-z0-9]{7}$/);
    expect(newRowKey(conclusion, taken, Math.random)).toMatch(/^todo:[a-z][a-z0-9]{7}$/);
    expect(randomId(() => 0)).toBe('a0000000');
    expect(randomId(() => 0.999999)).toBe('zzzzzzzz');
  });
});
