import { rowRuns, runsOf, runsOfTrue } from '../../src/core/shared/runs';

test('a list falls into pieces where an element does not follow the one before', () => {
  expect(runsOf([1, 2, 4, 5, 6, 9], (a, b) => a + 1 === b)).toEqual([[1, 2], [4, 5, 6], [9]]);
  expect(runsOf([], () => true)).toEqual([]);
  expect(runsOf([1, 9, 11], (a, b) => b - a < 9)).toEqual([[1, 9, 11]]);
});

test('runs of true have their places, rows below one another stand together', () => {
  expect(runsOfTrue([true, true, false, true])).toEqual([
    [0, 2],
    [3, 1],
  ]);
  expect(runsOfTrue([false])).toEqual([]);
  expect(rowRuns([{ row: 7 }, { row: 8 }, { row: 8 }, { row: 9 }])).toEqual([
    [{ row: 7 }, { row: 8 }],
    [{ row: 8 }, { row: 9 }],
  ]);
});
