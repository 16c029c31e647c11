/**
 * What comes over the line is checked before anybody acts on it: a program that is no page of ours can open one, too.
 * What does not have the shape of the protocol is told in one sentence.
 */
import * as v from 'valibot';
import { PlainError } from './plain-error';
import type { ToServer } from './protocol';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = v.pipe(v.number(), v.integer(), v.minValue(1));
const name = v.pipe(v.string(), v.maxLength(500));
const rect = v.object({ row: place, col: place, rows: place, cols: place });

/** Only what changes the workbook: Univer has commands under other names, which belong to a screen. */
const mutation = v.object({
  id: v.pipe(v.string(), v.regex(/^(sheets?|data-validation)\.mutation\.[\w-]+$/)),
  params: v.looseObject({ unitId: v.string() }),
});

const argsJson = v.pipe(
  v.string(),
  v.check((text) => {
    try {
      return Array.isArray(JSON.parse(text));
    } catch {
      return false;
    }
  }, 'is no list as JSON'),
);

const SHAPES = {
  edit: v.object({ t: v.literal('edit'), n: count, base: count, mutations: v.array(mutation) }),
  select: v.object({
    t: v.literal('select'),
    selection: v.object({
      sheetKey: name,
      ranges: v.pipe(v.array(rect), v.minLength(1)),
      current: v.object({ row: place, col: place }),
    }),
  }),
  menu: v.object({ t: v.literal('menu'), fn: name }),
  call: v.object({ t: v.literal('call'), frame: name, call: count, fn: name, args: argsJson }),
  frameClosed: v.object({ t: v.literal('frameClosed'), frame: name }),
  frameKept: v.object({ t: v.literal('frameKept'), frame: name }),
  answer: v.object({
    t: v.literal('answer'),
    question: count,
    button: v.picklist(['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']),
    text: v.string(),
  }),
  fold: v.object({
    t: v.literal('fold'),
    sheetKey: name,
    start: place,
    end: place,
    depth: place,
    collapsed: v.boolean(),
  }),
  again: v.object({ t: v.literal('again') }),
  addPerson: v.object({ t: v.literal('addPerson'), email: name }),
  startEmpty: v.object({ t: v.literal('startEmpty') }),
  loadSample: v.object({ t: v.literal('loadSample') }),
  setTriggers: v.object({
    t: v.literal('setTriggers'),
    settings: v.object({ enabled: v.boolean(), undoFires: v.boolean(), scriptWritesUndoable: v.boolean() }),
  }),
} satisfies { [T in ToServer['t']]: v.GenericSchema<unknown, Extract<ToServer, { t: T }>> };

/** One message of a page. Throws PlainError, saying where it is wrong, when it is none. */
export function readMessage(data: { toString(): string }, isBinary: boolean): ToServer {
  if (isBinary) throw new PlainError('A message came as bytes, not as text. It was left aside.');
  let message: unknown;
  try {
    message = JSON.parse(String(data));
  } catch {
    throw new PlainError('A message came that is not JSON. It was left aside.');
  }
  const kind = (message as { t?: unknown } | null)?.t;
  if (typeof kind !== 'string' || !Object.hasOwn(SHAPES, kind))
    throw new PlainError('A message came whose kind (“t”) is not known here. It was left aside.');
  const read = v.safeParse(SHAPES[kind as ToServer['t']], message);
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw new PlainError(
    `A message “${kind}” came that is wrong at ${v.getDotPath(issue) ?? 'its top'}. It was left aside.`,
  );
}
