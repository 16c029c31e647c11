/** Where the signs and lines of row groups stand beside the grid. Pure. */
import type { RowGroup } from '../../engine/engine';

/** Where a row stands on the screen, in pixels from the grid's top; null when it is hidden or scrolled away. */
export type RowPlace = (row: number) => { top: number; height: number } | null;

export interface GutterMark {
  group: RowGroup;
  /** Middle of the sign. */
  signY: number;
  /** The line along the rows of an open group; null when nothing of it is seen. */
  line: { top: number; bottom: number } | null;
}

/**
 * The marks that are seen. The sign stands at the row before the group (control BEFORE) or after it; where that row is
 * hidden, inside another folded group, there is none.
 */
export function layOutGutter(groups: readonly RowGroup[], control: 'BEFORE' | 'AFTER', place: RowPlace): GutterMark[] {
  const marks: GutterMark[] = [];
  for (const group of groups) {
    // A group that begins with the first row has no row before it: Google puts the sign above, we at the row itself.
    const controlRow = control === 'BEFORE' ? Math.max(1, group.start - 1) : group.end + 1;
    const isInsideFolded = groups.some(
      (outer) =>
        outer !== group &&
        outer.collapsed &&
        outer.depth < group.depth &&
        outer.start <= group.start &&
        group.end <= outer.end,
    );
    if (isInsideFolded) continue;
    const at = place(controlRow);
    const line = group.collapsed ? null : lineOf(group, place);
    if (!at && !line) continue;
    marks.push({ group, signY: at ? at.top + at.height / 2 : Number.NaN, line });
  }
  return marks;
}

function lineOf(group: RowGroup, place: RowPlace): { top: number; bottom: number } | null {
  let top = Number.NaN;
  let bottom = Number.NaN;
  for (let row = group.start; row <= group.end; row++) {
    const at = place(row);
    if (!at) continue;
    if (Number.isNaN(top)) top = at.top;
    bottom = at.top + at.height;
  }
  return Number.isNaN(top) ? null : { top, bottom };
}
