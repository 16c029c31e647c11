/** Answers the blocking calls of one execution. */
import type { WriteOrigin } from '../engine/engine';
import { answerRead } from './answer-reads';
import { OpApplier } from './apply-ops';
import type { CacheStore } from './cache';
import type { ExecutionOptions } from './execution';
import type { LockManager, LockOwner } from './locks';
import type { BridgeReply, LogEntry, SyncReply, SyncRequest } from './protocol';
import type { EngineQueue } from './queue';
import { fileReadAnew, type PageReading, type ServedPage, servedPage } from './served-page';
import { addTraffic, type Traffic } from './traffic';
import type { Dialog, UiEffect } from './ui-host';

export interface BridgeCall {
  name: string;
  json: string;
}

/** What the handler keeps for one execution, and what the execution lets it do. */
export interface HandlerState {
  owner: LockOwner;
  logs: LogEntry[];
  effects: UiEffect[];
  traffic: Traffic;
  /** Set when the worker is gone: no answer is wanted any more. */
  over: boolean;
  nowMs(): number;
  /** Stops the time limit; the result starts it again. */
  pauseClock(): (() => void) | undefined;
  kill(): void;
  /** Ends the run because the user has to be asked for scopes first. */
  stopForConsent(): void;
}

interface Shared {
  queue: EngineQueue;
  locks: LockManager;
  cache: CacheStore;
}

/** One function that turns a call into its reply, as JSON text. */
export function bridgeHandler(
  options: ExecutionOptions,
  shared: Shared,
  state: HandlerState,
): (call: BridgeCall) => Promise<string> {
  const handlers: Record<string, (data: never) => unknown> = {
    sync: (request: SyncRequest) => sync(options, shared.queue, state, request),
    sleep: ({ ms }: { ms: number }) => new Promise((resolve) => setTimeout(resolve, ms).unref()),
    lock: ({ key, waitMs }: { key: string; waitMs: number }) => shared.locks.acquire(key, state.owner, waitMs),
    unlock: ({ key }: { key: string }) => shared.locks.release(key, state.owner),
    holds: ({ key }: { key: string }) => shared.locks.holds(key, state.owner),
    cacheGet: ({ store, keys }: { store: string; keys: string[] }) =>
      keys.map((key) => shared.cache.get(store, key, state.nowMs())),
    cachePut: ({ store, entries, seconds }: { store: string; entries: Record<string, string>; seconds: number }) => {
      for (const [key, value] of Object.entries(entries)) {
        shared.cache.put(store, key, value, state.nowMs() + seconds * 1000);
      }
    },
    cacheRemove: ({ store, keys }: { store: string; keys: string[] }) => {
      for (const key of keys) shared.cache.remove(store, key);
    },
    show: (effect: UiEffect) => {
      const shown = asServed(effect, options, state);
      state.effects.push(shown);
      options.ui?.show?.(shown);
    },
    authorise: ({ scopes }: { scopes: string[] }) => {
      const asked: UiEffect = { kind: 'authorise', scopes };
      state.effects.push(asked);
      options.ui?.show?.(asked);
      state.stopForConsent();
    },
    htmlFromFile: ({ text }: { text: string }) => warned(fileReadAnew(text, readingOf(options)), options, state),
    alert: (dialog: Dialog) =>
      ask(state, shared, { kind: 'alert', dialog }, () => options.ui?.askAlert?.(dialog) ?? 'CLOSE'),
    prompt: (dialog: Dialog) =>
      ask(
        state,
        shared,
        { kind: 'prompt', dialog },
        () => options.ui?.askPrompt?.(dialog) ?? { button: 'CLOSE', text: '' },
      ),
    translate: ({ message }: { message: string }) => options.translate?.(message) ?? message,
    fault: ({ due }: { due: number }) => strike(options, state, due),
  };
  return async ({ name, json }) => {
    const handler = handlers[name];
    let reply: BridgeReply;
    try {
      if (!handler) throw new Error(`The bridge has no "${name}"`);
      reply = { ok: (await handler(JSON.parse(json) as never)) ?? null };
    } catch (error) {
      const { name: kind, message } = error as Error;
      // The services' own names for what may go wrong; anything else is a fault of the workbench and says so.
      const expected = ['EngineError', 'ValidationRefusal', 'Error'].includes(kind);
      if (kind === 'NotImplemented')
        reply = { error: { name: kind, message: message.replace(/^NotImplemented: /, '') } };
      else
        reply = {
          error: {
            name: expected ? 'Exception' : 'WorkbenchError',
            message: expected ? message : `${kind}: ${message}`,
          },
        };
    }
    return JSON.stringify(reply);
  };
}

function sync(
  options: ExecutionOptions,
  queue: EngineQueue,
  state: HandlerState,
  request: SyncRequest,
): Promise<SyncReply> {
  const { engine, user } = options;
  const origin: WriteOrigin = { kind: 'script', user };
  return queue.run(async () => {
    // A run that was killed while it stood in the queue writes nothing more.
    if (state.over) return { results: [], sheets: [] };
    if (request.ops.length > 0) await new OpApplier(engine, origin, state.nowMs()).apply(request.ops);
    const results: unknown[] = [];
    for (const read of request.reads) results.push(await answerRead(engine, read));
    if (request.bounds) await engine.calculate();
    addTraffic(state.traffic, request, results);
    return { results, sheets: engine.sheets() };
  });
}

/** A page goes out as Google's HtmlService would send it. */
function asServed(effect: UiEffect, options: ExecutionOptions, state: HandlerState): UiEffect {
  if (effect.kind !== 'sidebar' && effect.kind !== 'modal' && effect.kind !== 'modeless') return effect;
  const html = warned(servedPage(effect.page.html, readingOf(options)), options, state);
  return { ...effect, page: { ...effect.page, html } };
}

/** Tells the log what was cut, or may be at Google: once for each run. */
function warned({ html, warnings }: ServedPage, options: ExecutionOptions, state: HandlerState): string {
  for (const message of warnings.filter((message) => !state.logs.some((entry) => entry.message === message))) {
    const entry: LogEntry = { level: 'WARNING', source: 'workbench', message };
    state.logs.push(entry);
    options.onLog?.(entry);
  }
  return html;
}

const readingOf = ({ project }: ExecutionOptions): PageReading =>
  typeof project === 'string' ? 'reported' : project.pages;

/** Dialogs give up the locks and hold the clock (facts §3.1, §5.13). */
async function ask<T>(state: HandlerState, shared: Shared, effect: UiEffect, answer: () => T | Promise<T>): Promise<T> {
  state.effects.push(effect);
  shared.locks.releaseAll(state.owner);
  const goOn = state.pauseClock();
  try {
    return await answer();
  } finally {
    if (!state.over) goOn?.();
  }
}

async function strike(options: ExecutionOptions, state: HandlerState, due: number): Promise<string> {
  const fault = options.faults?.[due];
  if (fault?.kind === 'fail') return fault.message;
  if (fault?.kind === 'kill') state.kill();
  if (fault?.kind === 'hook') await fault.run();
  return '';
}
