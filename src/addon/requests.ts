import * as v from 'valibot';
import type { CallName, RequestOf } from '../contract/calls';
import { MEMORY_KINDS } from '../core/import/memory-lines';
import { isIsoDate } from '../core/shared/dates';

/** Checks of what crosses from the page: nobody outside of the sidebar keeps to our types. */
const sheetId = v.pipe(v.number(), v.integer(), v.minValue(0));
const month = v.number();
/** No name that every object has of itself: ids are looked up and counted by. */
const isOwn = (name: string) => !name.split(':').some((part) => part in Object.prototype);
const repId = v.pipe(v.string(), v.maxLength(60));
const cell = v.union([v.string(), v.pipe(v.number(), v.finite())]);
const field = v.picklist(['who', 'when', 'why', 'amount', 'status', 'moved', 'next']);
const section = v.pipe(v.string(), v.maxLength(60), v.check(isOwn));
const agenda = v.exactOptional(v.picklist(['full', 'results']));
const decision = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  what: v.picklist(['drop', 'keep']),
  reason: v.pipe(v.string(), v.maxLength(300)),
});
const decisions = v.exactOptional(v.pipe(v.array(decision), v.maxLength(2000)));
/** A day that there is: 2026-02-30 has the form of one. */
const date = v.pipe(
  v.string(),
  v.check((text) => isIsoDate(text)),
);
const actionId = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
const pasted = v.pipe(v.string(), v.maxLength(200_000));
const seen = v.exactOptional(v.object({ row: sheetId, rows: sheetId }));
const rest = v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(10_000)));
const people = v.pipe(v.array(v.object({ repId, digest: v.string() })), v.maxLength(2000));
const pin = { sheetId, repId, month, seen };
const key = v.pipe(v.string(), v.regex(/^[A-Za-z]\w{0,60}:[\w-]{1,60}$/), v.check(isOwn));

const said = v.pipe(v.string(), v.maxLength(5000));
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

const pastedActuals = { month, text: pasted, names: v.exactOptional(v.record(said, repId)) };

const action = v.variant('act', [
  v.object({ act: v.literal('start'), section }),
  v.object({ act: v.literal('pause') }),
  v.object({ act: v.literal('resume') }),
  v.object({ act: v.literal('addMinute'), section }),
  v.object({ act: v.literal('goTo'), section }),
]);

const SCHEMAS = {
  loadScreen: v.object({ sheetId: v.exactOptional(sheetId), month: v.exactOptional(month) }),
  openTab: v.object({ sheetId }),
  setUpTeam: v.object({ people: v.string(), month, managerName: v.string(), rest }),
  addPeople: v.object({ people: v.string(), month: v.nullable(month), rest }),
  makeTabs: v.object({ month: v.nullable(month), rest }),
  planMonth: v.object({ sheetId: v.nullable(sheetId), month, agenda, decisions, rest }),
  startMonth: v.object({
    sheetId: v.nullable(sheetId),
    month,
    people,
    agenda,
    decisions,
    bringAlong: v.exactOptional(v.boolean()),
    rest,
  }),
  undoStart: v.object({ sheetId, month }),
  saveEdits: v.object({
    ...pin,
    edits: v.pipe(v.array(v.object({ key, field, was: cell, now: cell })), v.maxLength(2000)),
  }),
  setClock: v.object({ ...pin, action, actionId }),
  lookForChanges: v.object({ ...pin, revision: v.string() }),
  finishMeeting: v.object({ ...pin, actionId }),
  planMeeting: v.object({ ...pin, date }),
  reopenMeeting: v.object({ ...pin }),
  checkTab: v.object({ sheetId }),
  repairTab: v.object({ sheetId, digest: v.string() }),
  planActuals: v.object({ ...pastedActuals, rest }),
  applyActuals: v.object({ ...pastedActuals, people, rest }),
  exportRecord: v.object({ sheetId: v.nullable(sheetId), rest }),
  loadLife: v.object({ sheetId, repId, key }),
  protectTabs: v.object({ rest }),
  buildTeam: v.object({ rest }),
  importSources: v.object({}),
  readImport: v.object({ sheetId, from: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  planImport: v.object(whichDeals),
  applyImport: v.object({ ...whichDeals, remember, people }),
} satisfies { [N in CallName]: v.GenericSchema<unknown, RequestOf<N>> };

/** Reads a request; null with the path of the first thing that is wrong. */
export function readRequest<N extends CallName>(name: N, json: unknown): { request: RequestOf<N> } | { wrong: string } {
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
