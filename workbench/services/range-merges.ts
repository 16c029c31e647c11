/** Range: merged cells. Source: https://developers.google.com/apps-script/reference/spreadsheet/range#merge() */
import type { Rect } from '../engine/engine';
import { contains, intersection } from '../values/addresses';
import { read, write } from './book';
import { Exception } from './exception';
import { newRange, own } from './objects';
import type { Range } from './range';
import { RangeEdits } from './range-edits';
import { whole } from './range-values';

const PARTIAL_MERGE = 'You must select all cells in a merged range to merge or unmerge them.';

export class RangeMerges extends RangeEdits {
  merge(): Range {
    return this.#mergeAs('ALL');
  }
  mergeAcross(): Range {
    return this.#mergeAs('HORIZONTALLY');
  }
  mergeVertically(): Range {
    return this.#mergeAs('VERTICALLY');
  }
  #mergeAs(kind: 'ALL' | 'HORIZONTALLY' | 'VERTICALLY'): Range {
    const { sheetId, rect } = whole(this);
    const inside = wholeMerges(this);
    if (inside.length > 0) write({ op: 'unmerge', sheetId, rect });
    write({ op: 'merge', sheetId, rect, kind });
    return this as unknown as Range;
  }
  breakApart(): Range {
    if (wholeMerges(this).length > 0) write({ op: 'unmerge', ...whole(this) });
    return this as unknown as Range;
  }
  isPartOfMerge(): boolean {
    const { rect } = whole(this);
    return mergesOf(this).some((merge) => contains(merge, rect));
  }
  getMergedRanges(): Range[] {
    const { sheetId, rect } = whole(this);
    return mergesOf(this)
      .filter((merge) => intersection(merge, rect))
      .map((merge) => newRange({ sheetId, ...merge }));
  }
}

function mergesOf(range: RangeMerges): Rect[] {
  return read<[Rect[]]>({ get: 'merges', sheetId: range[own].sheetId })[0];
}

/** The merges inside the range; throws when one is only in part inside. */
function wholeMerges(range: RangeMerges): Rect[] {
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
};
