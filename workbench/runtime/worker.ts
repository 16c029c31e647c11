/**
 * The worker thread: runs one job after another, each in a fresh bare context that has only ECMAScript and the services.
 * Calls of the services block here until the host has answered (facts §1.1: no event loop for scripts).
 */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { type MessagePort, parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { bareContext } from './bare-context';
import { topLevelFunctions } from './function-names';
import type { BridgeReply, Job, JobReport, ScriptError } from './protocol';

/** What comes with a job: the port for blocking calls, the flag to wait on, and shared counters for member calls. */
export interface JobMessage {
  job: Job;
  port: MessagePort;
  flag: SharedArrayBuffer;
  counters: SharedArrayBuffer;
}

/** What the services bundle leaves behind for the worker, and what it is given. */
interface Installed {
  finish(): void;
  describe(error: unknown): ScriptError;
  pack(value: unknown, mode: 'json' | 'client'): { json: string; type: string };
  selection(): string;
  waitMs(): number;
  /** The trigger's event object, from its JSON. */
  event(json: string): unknown;
}
interface HostFace {
  call(name: string, json: string): string;
  tick(member: string): string;
  log(json: string): void;
  compile(source: string): unknown;
}

const services = new vm.Script(readFileSync(path.join(__dirname, 'services.js'), 'utf8'), { filename: 'services.js' });
const wait = new Int32Array(new SharedArrayBuffer(4));

function hostFace({ job, port, flag, counters }: JobMessage, context: vm.Context): HostFace {
  const signal = new Int32Array(flag);
  const counts = new Int32Array(counters);
  const places = new Map<string, number>();
  let total = 0;
  const ask = (name: string, json: string): string => {
    const local = localAnswer(name, json);
    if (local !== null) return local;
    Atomics.store(signal, 0, 0);
    port.postMessage({ name, json });
    for (;;) {
      const answer = receiveMessageOnPort(port);
      if (answer) return answer.message as string;
      Atomics.wait(signal, 0, 0);
      Atomics.store(signal, 0, 0);
    }
  };
  return {
    call: ask,
    compile: (source) => vm.runInContext(source, context, { filename: 'template' }) as unknown,
    log: (json) => parentPort?.postMessage({ type: 'log', json }),
    tick(member) {
      let place = places.get(member);
      if (place === undefined) {
        place = places.size;
        places.set(member, place);
        parentPort?.postMessage({ type: 'member', place, member });
      }
      const own = Atomics.add(counts, place, 1) + 1;
      total++;
      if (job.latencyMs > 0) Atomics.wait(wait, 0, 0, job.latencyMs);
      const due = job.faults.findIndex((fault) =>
        fault.member === undefined ? fault.at === total : fault.member === member && fault.at === own,
      );
      return due < 0 ? '' : ask('fault', JSON.stringify({ due, member }));
    },
  };
}

/** What needs no workbook is answered here. */
function localAnswer(name: string, json: string): string | null {
  if (name === 'uuid') return ok(randomUUID());
  if (name !== 'digest') return null;
  const { algorithm, bytes, key } = JSON.parse(json) as { algorithm: string; bytes: number[]; key: number[] | null };
  const sum = key ? createHmac(algorithm, Buffer.from(key)) : createHash(algorithm);
  return ok([...sum.update(Buffer.from(bytes)).digest()]);
}

function ok(value: unknown): string {
  return JSON.stringify({ ok: value } satisfies BridgeReply);
}

function runJob(message: JobMessage): JobReport {
  const { job } = message;
  const context = bareContext();
  services.runInContext(context);
  const install = takeGlobal(context, '__install') as (host: HostFace, config: string) => Installed;
  const installed = install(hostFace(message, context), JSON.stringify(job.config));
  const report = (outcome: JobReport['outcome']): JobReport => ({
    outcome,
    waitMs: installed.waitMs(),
    selection: JSON.parse(installed.selection()) as JobReport['selection'],
  });
  let outcome: JobReport['outcome'];
  try {
    for (const script of job.scripts) vm.runInContext(script.source, context, { filename: script.name });
    outcome = { ok: true, ...call(context, job, installed) };
  } catch (error) {
    outcome = { ok: false, error: describe(error, installed) };
  }
  // Google writes what waits at the end of a run, also after an error; the first error is the one that is told.
  try {
    inContext(context, () => installed.finish());
  } catch (error) {
    if (outcome.ok) outcome = { ok: false, error: describe(error, installed) };
  }
  return report(outcome);
}

function describe(error: unknown, installed: Installed): ScriptError {
  // A text that does not parse throws here, outside of the script's context.
  if (error instanceof SyntaxError) return { name: 'SyntaxError', message: error.message, stack: error.stack ?? '' };
  return installed.describe(error);
}

/** Calls the function and lets promises settle; what is still pending then never will (facts §1.1). */
function call(context: vm.Context, job: Job, installed: Installed): { json: string; type: string } {
  const name = job.functionName ?? lastFunction(context, job);
  if (name === '') return { json: 'null', type: 'undefined' };
  const target = lookUp(context, name);
  if (typeof target !== 'function') {
    throw scriptError(context, `Script function not found: ${name}`);
  }
  const settle = vm.runInContext(
    `(f, json, event) => {
      'use strict';
      const box = { state: 'value', value: event === null ? f(...JSON.parse(json)) : f(event) };
      if (box.value instanceof Promise) {
        const promise = box.value;
        box.state = 'pending';
        box.value = undefined;
        promise.then((value) => { box.state = 'value'; box.value = value; }, (error) => { box.state = 'error'; box.value = error; });
      }
      return box;
    }`,
    context,
    { filename: 'services.js' },
  ) as (f: unknown, json: string, event: unknown) => { state: 'value' | 'pending' | 'error'; value: unknown };
  const event = job.event ? installed.event(JSON.stringify(job.event)) : null;
  const box = inContext(context, () => settle(target, job.argsJson, event)) as ReturnType<typeof settle>;
  if (box.state === 'error') throw box.value;
  return installed.pack(box.value, job.resultMode);
}

/** Runs a step as an evaluation, because only then the context's own promises go on afterwards. */
function inContext(context: vm.Context, step: () => unknown): unknown {
  const name = `__step_${randomUUID()}`;
  Object.defineProperty(context, name, { value: step, configurable: true, enumerable: false });
  return vm.runInContext(
    `(() => { const step = globalThis[${JSON.stringify(name)}]; delete globalThis[${JSON.stringify(name)}]; return step(); })()`,
    context,
    { filename: 'services.js' },
  );
}

function takeGlobal(context: vm.Context, name: string): unknown {
  const value = vm.runInContext(`globalThis.${name}`, context) as unknown;
  vm.runInContext(`delete globalThis.${name}`, context);
  return value;
}

function lookUp(context: vm.Context, name: string): unknown {
  if (!/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(name)) return undefined;
  return vm.runInContext(
    `typeof ${name.split('.')[0]} === 'undefined' ? undefined : ${name.replaceAll('.', '?.')}`,
    context,
  );
}

/** The last public top-level function of the project, '' when there is none. */
function lastFunction(context: vm.Context, job: Job): string {
  const names = job.scripts.flatMap((script) => topLevelFunctions(script.source));
  const callable = names.filter((name) => !name.endsWith('_') && typeof lookUp(context, name) === 'function');
  return callable.at(-1) ?? '';
}

function scriptError(context: vm.Context, message: string): unknown {
  return (vm.runInContext('(message) => new Error(message)', context) as (text: string) => unknown)(message);
}

parentPort?.on('message', (message: JobMessage) => {
  const report = runJob(message);
  message.port.close();
  parentPort?.postMessage({ type: 'done', report });
});
