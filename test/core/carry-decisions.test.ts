import { type CarryDecision, leftBehindLine, planCarry, STANDARD_STATUSES } from '../../src/core/deal/carry';
import { readStory } from '../../src/core/deal/story';
import type { Cells } from '../../src/core/shared/fields';
import type { Item } from '../../src/core/shared/record';
import { monthRecord } from '../support/month-record';

function deal(id: string, cells: Cells = {}): Item {
  const life = {
    firstMonth: 202609,
    monthsUnchanged: 1,
    timesPushed: 0,
    startWhen: '',
    startDigest: '?',
    startAmount: null,
  };
  return { id, cells: { who: id, ...cells }, formulas: [], row: 10, life: { ...life, story: 'mn' } };
}

function carry(items: Item[], ...decisions: CarryDecision[]) {
  const from = monthRecord({ month: 202610, number: 2, sections: [{ id: 'existing', items }] });
  const planned = planCarry(from, { existing: ['existing'], fresh: [] }, STANDARD_STATUSES, decisions);
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  return {
    ...planned,
    ids: [ids(planned.kept), ids(planned.won), ids(planned.lost), ids(planned.dropped.map((d) => d.item))],
  };
}

const drop = (id: string, reason = ''): CarryDecision => ({ id, what: 'drop', reason });
const keep = (id: string): CarryDecision => ({ id, what: 'keep', reason: '' });
const DEALS = [deal('a'), deal('b', { status: 'stuck' }), deal('c', { status: 'won' }), deal('d', { status: 'Lost' })];

test('without decisions nothing is left behind', () => {
  expect(carry(DEALS).ids).toEqual([['a', 'b'], ['c'], ['d'], []]);
});

test('an open one is left behind with its reason in one line; the others keep their order', () => {
  const planned = carry(DEALS, drop('a', '  no budget\n now '));
  expect(planned.ids).toEqual([['b'], ['c'], ['d'], ['a']]);
  expect(planned.dropped[0]?.reason).toBe('no budget now');
  expect(leftBehindLine('  no budget\n now ')).toBe('Left behind: no budget now');
  expect(leftBehindLine(' ')).toBe('Left behind');
});

test('a won or lost one that is kept after all comes along as moving, in its place, with its story', () => {
  const planned = carry(DEALS, keep('d'), keep('c'));
  expect(planned.ids).toEqual([['a', 'b', 'c', 'd'], [], [], []]);
  expect(planned.kept.map(({ cells, reopened }) => [cells.status ?? '', reopened])).toEqual([
    ['', undefined],
    ['stuck', undefined],
    ['', 'won'],
    ['', 'lost'],
  ]);
  expect(planned.kept[2]?.life.firstMonth).toBe(202609);
  expect(readStory(planned.kept[2]?.life.story ?? '')).toHaveLength(2);
  expect(readStory(planned.kept[2]?.life.story ?? '')[1]?.status).toBe('moving');
});

test('a decision that no longer fits counts for nothing: closed meanwhile, kept though open, gone', () => {
  expect(carry(DEALS, drop('c', 'price'), drop('d', 'price'), keep('a'), keep('nobody')).ids).toEqual(carry(DEALS).ids);
});

test('one that says so already is still the one left behind: a repeat comes to the same', () => {
  const after = deal('a', { status: 'lost', moved: 'They called\nLeft behind: price' });
  expect(carry([after], drop('a', 'price')).ids).toEqual([[], [], [], ['a']]);
  expect(carry([after], drop('a', 'budget')).ids).toEqual([[], [], ['a'], []]);
  expect(carry([{ ...after, cells: { ...after.cells, status: 'won' } }], drop('a', 'price')).ids[1]).toEqual(['a']);
});
