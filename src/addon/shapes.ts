/** What the parts of requests look like: checks of what crosses from the page, since nobody outside of it keeps to our types. */
import * as v from 'valibot';
import { ABOUT_TEXT } from '../core/coaching/lines';
import { isIsoDate } from '../core/shared/dates';
import { FIELDS } from '../core/shared/fields';

/** No name that every object has of itself: ids are looked up and counted by. */
const isOwn = (name: string) => !name.split(':').some((part) => part in Object.prototype);

export const sheetId = v.pipe(v.number(), v.integer(), v.minValue(0));
export const month = v.number();
export const repId = v.pipe(v.string(), v.maxLength(60));
export const cell = v.union([v.string(), v.pipe(v.number(), v.finite())]);
export const field = v.picklist(FIELDS);
/** The id of a section. */
export const section = v.pipe(v.string(), v.maxLength(60), v.check(isOwn));
/** A row's key: its section and its id. */
export const key = v.pipe(v.string(), v.regex(/^[A-Za-z]\w{0,60}:[\w-]{1,60}$/), v.check(isOwn));
/** What a new coaching plan is about. */
export const coaching = v.exactOptional(v.pipe(v.string(), v.regex(ABOUT_TEXT)));
export const agenda = v.exactOptional(v.picklist(['full', 'results']));
const decision = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  what: v.picklist(['drop', 'keep']),
  reason: v.pipe(v.string(), v.maxLength(300)),
});
export const decisions = v.exactOptional(v.pipe(v.array(decision), v.maxLength(2000)));
/** A day that there is: 2026-02-30 has the form of one. */
export const date = v.pipe(
  v.string(),
  v.check((text) => isIsoDate(text)),
);
export const actionId = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
/** What the last call left to do. */
export const rest = v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(10_000)));
/** Whose tabs were previewed, and what with. */
export const people = v.pipe(v.array(v.object({ repId, digest: v.string() })), v.maxLength(2000));
/** A person's month on a tab. */
export const pin = { sheetId, repId, month, seen: v.exactOptional(v.object({ row: sheetId, rows: sheetId })) };
/** Something that somebody has said or pasted, up to a cell or two. */
export const said = v.pipe(v.string(), v.maxLength(5000));
