/** Reads a part of a tab as a source of deals. */
import * as v from 'valibot';
import { readImportTab } from '../../sheet/acts/import-source';
import { act } from '../act';
import { sheetId } from '../shapes';
import { openTracker } from '../tracker';

export const readImport = act('readImport', {
  doing: 'reading the tab',
  request: v.object({ sheetId, from: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  run: ({ sheetId, from }) => readImportTab(openTracker(), sheetId, from),
});
