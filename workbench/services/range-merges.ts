/** Range: merged cells. Source: https://developers.google.com/apps-script/reference/spreadsheet/range#merge() */
import type { Rect } from '../engine/engine';
import { contains, intersection } from '../values/addresses';
import { read, write } from './book';
import { Exception } from './exception';
import { newRange, own } from './objects';
import type { Range } from './range';
import { whole } from './range-values';

const PARTIAL_MERGE = 'You must select all cells in a merged range to merge or unmerge them.';

/** The methods that the range's class gets from here. */
export const mergeMethods = {
  merge(this: Range): Range {
    return mergeAs(this, 'ALL');
  },
  mergeAcross(this: Range): Range {
    return mergeAs(this, 'HORIZONTALLY');
  },
  mergeVertically(this: Range): Range {
    return mergeAs(this, 'VERTICALLY');
  },
  breakApart(this: Range): Range {
    if (wholeMerges(this).length > 0) write({ op: 'unmerge', ...whole(this) });
    return this;
  },
  isPartOfMerge(this: Range): boolean {
    const { rect } = whole(this);
    return mergesOf(this).some((merge) => contains(merge, rect));
  },
  getMergedRanges(this: Range): Range[] {
    const { sheetId, rect } = whole(this);
    return mergesOf(this)
      .filter((merge) => intersection(merge, rect))
      .map((merge) => newRange({ sheetId, ...merge }));
  },
};

function mergeAs(range: Range, kind: 'ALL' | 'HORIZONTALLY' | 'VERTICALLY'): Range {
  const { sheetId, rect } = whole(range);
  const inside = wholeMerges(range);
  if (inside.length > 0) write({ op: 'unmerge', sheetId, rect });
  write({ op: 'merge', sheetId, rect, kind });
  return range;
}

function mergesOf(range: Range): Rect[] {
  return read<[Rect[]]>({ get: 'merges', sheetId: range[own].sheetId })[0];
}

/** The merges inside the range; throws when one is only in part inside. */
function wholeMerges(range: Range): Rect[] {
  const { rect } = whole(range);
  const touched = mergesOf(range).filter((merge) => intersection(merge, rect));
  if (touched.some((merge) => !contains(rect, merge))) throw new Exception(PARTIAL_MERGE);
  return touched;
}

/** Signatures of the members above. */
export const mergeMembers = {
  merge: '',
  mergeAcross: '',
  mergeVertically: '',
  breakApart: '',
  isPartOfMerge: '',
  getMergedRanges: '',
} satisfies Record<keyof typeof mergeMethods, string>;
