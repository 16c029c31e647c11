/**
 * Row groups as a nested list: how shifting, folding and removing change it. Pure.
 * Source: https://developers.google.com/apps-script/reference/spreadsheet/range#shiftRowGroupDepth(Integer) (depth 0–8,
 * shifts beyond are ignored).
 */
import type { RowGroup } from '../engine/engine';
import type { GroupKey } from './protocol';

const MAX_DEPTH = 8;

/** The groups after every row of [row, row+count) has moved by `delta` levels. */
export function shiftGroups(groups: readonly RowGroup[], row: number, count: number, delta: number): RowGroup[] {
  const last = Math.max(row + count - 1, ...groups.map((group) => group.end));
  const depths = new Array<number>(last + 2).fill(0);
  for (const group of groups)
    for (let at = group.start; at <= group.end; at++) depths[at] = Math.max(depths[at]!, group.depth);
  for (let at = row; at < row + count; at++) depths[at] = Math.min(MAX_DEPTH, Math.max(0, depths[at]! + delta));
  return fromDepths(depths, groups);
}

/** Runs of rows at least d deep are the groups of depth d; one that overlaps a folded group of that depth stays folded. */
function fromDepths(depths: readonly number[], former: readonly RowGroup[]): RowGroup[] {
  const groups: RowGroup[] = [];
  for (let depth = 1; depth <= MAX_DEPTH; depth++) {
    let start = 0;
    for (let at = 1; at < depths.length; at++) {
      const inside = depths[at]! >= depth;
      if (inside && start === 0) start = at;
      if (inside || start === 0) continue;
      const end = at - 1;
      const from = start;
      const collapsed = former.some(
        (group) => group.collapsed && group.depth === depth && group.start <= end && group.end >= from,
      );
      groups.push({ start: from, end, depth, collapsed });
      start = 0;
    }
  }
  return groups;
}

/** The groups with some of them folded or unfolded. */
export function foldGroups(
  groups: readonly RowGroup[],
  which: GroupKey[] | 'ALL' | { upToDepth: number },
  collapsed: boolean,
): RowGroup[] {
  return groups.map((group) => {
    if (which === 'ALL') return { ...group, collapsed };
    if ('upToDepth' in which) return { ...group, collapsed: group.depth > which.upToDepth };
    return which.some((key) => sameGroup(key, group)) ? { ...group, collapsed } : group;
  });
}

/** The groups without one; deeper ones inside it come up a level. */
export function removeGroup(groups: readonly RowGroup[], key: GroupKey): RowGroup[] {
  return groups
    .filter((group) => !sameGroup(key, group))
    .map((group) =>
      group.depth > key.depth && group.start >= key.start && group.end <= key.end
        ? { ...group, depth: group.depth - 1 }
        : group,
    );
}

function sameGroup(key: GroupKey, group: RowGroup): boolean {
  return key.start === group.start && key.end === group.end && key.depth === group.depth;
}
