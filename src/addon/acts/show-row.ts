/** Scrolls the sheet of who asks to a row of the month. Writes nothing. */
import * as v from 'valibot';
import { allParts } from '../../sheet/month/block';
import { act } from '../act';
import { nearMonth } from '../at-month';
import { key, pin } from '../shapes';
import { showRows } from '../show';
import { openTracker } from '../tracker';

export const showRow = act('showRow', {
  doing: 'showing the row',
  request: v.object({ ...pin, key }),
  run({ key, ...pin }) {
    const at = nearMonth(openTracker(), pin);
    const items = at ? allParts(at.block).flatMap((part) => part.items) : [];
    const row = items.find((item) => item.key === key)?.row;
    if (at && row !== undefined) showRows(at.sheet, [row]);
    return { shown: row !== undefined };
  },
});
