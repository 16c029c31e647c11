import type { RowGroup } from '../../../workbench/engine/engine';
import { layOutGutter, type RowPlace } from '../../../workbench/page/sheet/gutter-layout';

const group = (start: number, end: number, depth: number, collapsed: boolean): RowGroup => ({
  start,
  end,
  depth,
  collapsed,
});
/** Rows of 20 px without gaps, some of them hidden. */
const place =
  (hidden: readonly number[] = []): RowPlace =>
  (row) =>
    hidden.includes(row) ? null : { top: (row - 1) * 20, height: 20 };

test('the sign stands at the row before the group, a line runs along its rows', () => {
  const [mark] = layOutGutter([group(3, 5, 1, false)], 'BEFORE', place());
  expect(mark).toMatchObject({ signY: 30, line: { top: 40, bottom: 100 } });
});

test('control AFTER puts the sign below; a folded group has no line', () => {
  const [mark] = layOutGutter([group(3, 5, 1, true)], 'AFTER', place([3, 4, 5]));
  expect(mark).toMatchObject({ signY: 110, line: null });
});

test('a group inside a folded one is not seen', () => {
  const groups = [group(3, 9, 1, true), group(5, 7, 2, false)];
  expect(layOutGutter(groups, 'BEFORE', place([3, 4, 5, 6, 7, 8, 9]))).toHaveLength(1);
});

test('where the sign’s row is scrolled away the line alone remains', () => {
  const [mark] = layOutGutter([group(3, 5, 1, false)], 'BEFORE', place([1, 2, 3]));
  expect(mark?.signY).toBeNaN();
  expect(mark?.line).toEqual({ top: 60, bottom: 100 });
});
