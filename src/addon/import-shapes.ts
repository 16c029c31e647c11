/** What requests about an import look like. */
import * as v from 'valibot';
import { MEMORY_KINDS } from '../core/import/memory-lines';
import { cell, date, field, key, month, repId } from './shapes';

const label = v.pipe(v.string(), v.maxLength(500));
const sourceId = v.pipe(v.string(), v.maxLength(200));
const digests = v.record(field, label);
const MOST = 20_000;

/** Id keys of as many deals as the sidebar reads from one table. */
export const ids = v.pipe(v.array(sourceId), v.maxLength(MOST));
export const importId = v.pipe(v.string(), v.regex(/^[a-z0-9]{6,20}$/));
export const fileName = label;

const memoryLine = v.object({ what: v.picklist(MEMORY_KINDS), said: label, means: label });
export const remember = v.exactOptional(v.pipe(v.array(memoryLine), v.maxLength(1000)));

const life = v.object({
  firstMonth: month,
  monthsUnchanged: v.number(),
  timesPushed: v.number(),
  startWhen: v.union([v.literal(''), date]),
  startDigest: label,
  startAmount: v.nullable(label),
  story: label,
});
const rowEdit = v.object({
  key,
  cells: v.pipe(v.array(v.object({ field, was: cell, now: cell })), v.maxLength(10)),
  sourceId: v.exactOptional(v.object({ was: sourceId, now: sourceId })),
  said: v.exactOptional(digests),
});
const rowAdded = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{0,60}$/)),
  section: v.picklist(['new', 'existing']),
  cells: v.record(field, cell),
  sourceId,
  said: digests,
  life: v.nullable(life),
});
const tabEdits = v.object({
  repId,
  month,
  rows: v.pipe(v.array(rowEdit), v.maxLength(MOST)),
  added: v.pipe(v.array(rowAdded), v.maxLength(MOST)),
});
/** What the page has planned. */
export const edits = v.pipe(v.array(tabEdits), v.maxLength(2000));
export const repIds = v.pipe(v.array(repId), v.maxLength(2000));
