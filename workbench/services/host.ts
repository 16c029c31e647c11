/** The services' one way out of the script's context. User code never gets hold of it. */
import type { BridgeReply, ContextConfig, LogEntry } from '../runtime/protocol';
import { WaitModel } from '../runtime/service-costs';
import { Exception, NotImplemented } from './exception';

/** What the worker hands in. */
export interface HostFace {
  /** Blocks until the host has answered; JSON in, JSON out. */
  call(name: string, json: string): string;
  /** Counts a member's call; a text that is not empty is the reply of an injected fault. */
  tick(member: string): string;
  log(json: string): void;
  /** Evaluates an expression in the context's global scope, which has no eval of its own. */
  compile(source: string): unknown;
}

let face: HostFace;
/** How this execution was started. */
export let config: ContextConfig;
/** How long this execution's calls would take at Google. */
export const waits = new WaitModel();

/** Called once for each context, before any user code. */
export function connect(host: HostFace, started: ContextConfig): void {
  face = host;
  config = started;
}

/** Asks the host; an error there becomes an Exception here. */
export function ask<T>(name: string, data: unknown): T {
  const reply = JSON.parse(face.call(name, JSON.stringify(data))) as BridgeReply;
  if ('ok' in reply) return reply.ok as T;
  if (reply.error.name === 'NotImplemented') throw new NotImplemented(reply.error.message);
  if (reply.error.name === 'Exception') throw new Exception(reply.error.message);
  throw new Error(`${reply.error.name}: ${reply.error.message}`);
}

/** Counts a member's call; throws what a test has injected there. */
export function tick(member: string): void {
  pass(waits.take(member));
  const reply = face.tick(member);
  if (reply === '') return;
  const { ok } = JSON.parse(reply) as { ok: string };
  if (ok !== '') throw new Exception(ok);
}

/** Cells of waiting changes are sent: that takes its time, too. */
export function countSent(cells: number): void {
  pass(waits.sent(cells));
}

/** Where waits are modelled, the script's clock goes on by them and by nothing else. */
export function pass(ms: number): void {
  config.clockShiftMs += ms * config.modelsWaits;
}

export function log(entry: LogEntry): void {
  face.log(JSON.stringify(entry));
}

export function compile(source: string): unknown {
  return face.compile(source);
}
