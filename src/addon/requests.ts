import * as v from 'valibot';
import type { RequestOf } from '../contract/calls';
import { MEMORY_KINDS } from '../core/import/memory-lines';
import { date, people, repId, rest, said, sheetId } from './shapes';

/** What requests about an import look like. */
const label = v.pipe(v.string(), v.maxLength(500));
const day = v.union([v.literal(''), date]);
/** As many deals as the sidebar reads from one table. */
const deals = v.pipe(
  v.array(
    v.object({
      line: v.number(),
      id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
      name: said,
      account: said,
      owner: said,
      amount: v.union([v.literal(''), v.pipe(v.number(), v.finite())]),
      when: day,
      status: said,
      next: said,
      reason: said,
      created: day,
    }),
  ),
  v.maxLength(20_000),
);
const ids = v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(20_000));
const known = v.exactOptional(v.pipe(v.array(v.object({ repId, newest: ids, earlier: ids })), v.maxLength(2000)));
const whichDeals = {
  deals,
  sheetId: v.nullable(sheetId),
  owners: v.exactOptional(v.record(said, repId)),
  byName: v.boolean(),
  known,
  rest,
};
const memoryLine = v.object({ what: v.picklist(MEMORY_KINDS), said: label, means: label });
const remember = v.exactOptional(v.pipe(v.array(memoryLine), v.maxLength(1000)));

const SCHEMAS = {
  importSources: v.object({}),
  readImport: v.object({ sheetId, from: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  planImport: v.object(whichDeals),
  applyImport: v.object({ ...whichDeals, remember, people }),
} satisfies { [N in ImportCall]: v.GenericSchema<unknown, RequestOf<N>> };

export type ImportCall = 'importSources' | 'readImport' | 'planImport' | 'applyImport';

/** Reads a request; null with the path of the first thing that is wrong. */
export function readRequest<N extends ImportCall>(
  name: N,
  json: unknown,
): { request: RequestOf<N> } | { wrong: string } {
  let data: unknown;
  try {
    data = JSON.parse(String(json));
  } catch {
    return { wrong: `${name}: not JSON` };
  }
  const result = v.safeParse(SCHEMAS[name], data);
  if (result.success) return { request: result.output as RequestOf<N> };
  return { wrong: `${name}: ${v.getDotPath(result.issues[0]) ?? 'request'}` };
}
