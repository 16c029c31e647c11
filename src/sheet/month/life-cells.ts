import type { Life } from '../../core/shared/record';
import type { RawCell } from '../grid/cells';
import { hiddenCells, readHidden } from '../grid/hidden';

/** The hidden cells of an opportunity that came from an earlier month, by column. */
export function lifeCells(life: Life): Partial<Record<number, RawCell>> {
  return hiddenCells({
    firstMonth: life.firstMonth,
    unchanged: life.monthsUnchanged,
    pushed: life.timesPushed,
    startWhen: life.startWhen,
    startDigest: life.startDigest,
    startAmount: life.startAmount ?? '',
    story: life.story,
  });
}

/** What a row's hidden cells tell of its life; null for rows that came up in their own month. */
export function readLife(line: readonly RawCell[], zone: string): Life | null {
  const firstMonth = readHidden(line, 'firstMonth', zone);
  if (firstMonth === null) return null;
  const startDigest = readHidden(line, 'startDigest', zone);
  return {
    firstMonth,
    monthsUnchanged: readHidden(line, 'unchanged', zone) ?? 0,
    timesPushed: readHidden(line, 'pushed', zone) ?? 0,
    startWhen: readHidden(line, 'startWhen', zone),
    startDigest,
    // Without a digest the sheet does not say how it stood; with one, a blank amount was blank.
    startAmount: startDigest === '' ? null : readHidden(line, 'startAmount', zone),
    story: readHidden(line, 'story', zone),
  };
}
