/**
 * One run of a script on a workbook: a worker with a fresh context, its calls answered here, its end in any case.
 */
import { MessageChannel } from 'node:worker_threads';
import type { Engine } from '../engine/engine';
import { type BridgeCall, bridgeHandler, type HandlerState } from './bridge-handler';
import type { Fault } from './faults';
import { hubOf } from './hub';
import type { LockManager } from './locks';
import { returnWorker, takeWorker } from './pool';
import { type Project, projectOfFiles, scriptsOf } from './project';
import type {
  AuthModeName,
  ContextConfig,
  EventInput,
  InstallationSourceName,
  Job,
  JobReport,
  LogEntry,
  ScriptError,
  SelectionState,
} from './protocol';
import { noTraffic, type Traffic } from './traffic';
import type { UiEffect, UiHost } from './ui-host';

/** Google's limit (facts §1.4). */
export const TIME_LIMIT_MS = 360_000;
const MAX_MEMBERS = 4096;

export interface ExecutionOptions {
  engine: Engine;
  /** The project, or the text of a single file. */
  project: Project | string;
  /** null: the last public top-level function; '' loads the project and calls nothing. */
  functionName: string | null;
  args?: unknown[];
  /** For a trigger's function (onOpen, onEdit …): it gets an event object instead of `args`. */
  event?: EventInput;
  /** The e-mail of who runs it. */
  user: string;
  /** What Session.getActiveUser().getEmail() tells: '' when policy hides it. Default: `user`. */
  visibleEmail?: string;
  authMode?: AuthModeName;
  /** Overrides the project's scopes; null = everything is granted. */
  scopes?: string[] | null;
  /** Those of them that the user has consented to: single ones can be unticked. null or absent: all. */
  granted?: string[] | null;
  /** Default: NONE, a script bound to the file. */
  installedAs?: InstallationSourceName;
  selection?: SelectionState | null;
  /** The machine's clock when absent; else "now" at the start, in ms since 1970. */
  nowMs?: number;
  userLocale?: string;
  /** Where the script's Dates live; default: the project's. */
  scriptTimeZone?: string;
  scriptId?: string;
  /** Lazy (default): writes wait for a read, a flush or the end. Eager: each goes at once. */
  eager?: boolean;
  /** null or absent: no user interface (SpreadsheetApp.getUi() throws). */
  ui?: UiHost | null;
  faults?: Fault[];
  /** Added to every service call. */
  latencyMs?: number;
  /**
   * The script's clock goes on by what its calls would take at Google (service-costs.ts), and by nothing else; with a
   * number, by so many times that.
   */
  modelsWaits?: boolean | number;
  /** Service error texts in another language. */
  translate?: (message: string) => string;
  timeLimitMs?: number;
  resultMode?: 'json' | 'client';
  onLog?: (entry: LogEntry) => void;
  lockManager?: LockManager;
  /** Ends the run as the user's "Cancel" does. */
  signal?: AbortSignal;
}

export interface ExecutionResult {
  outcome:
    | { ok: true; value: unknown /** 'undefined', 'none' (no value may cross) or a typeof. */; type: string }
    | { ok: false; error: ScriptError };
  logs: LogEntry[];
  /** Calls of service members by the script, e.g. { 'Range.getValues': 2 }. */
  serviceCalls: Record<string, number>;
  /** Cells and bytes between script and workbook. */
  traffic: Traffic;
  /** How long the calls would have taken at Google, in ms: a model, see service-costs.ts. */
  waitMs: number;
  effects: UiEffect[];
  /** The user's selection afterwards; null when the script never had one. */
  selection: SelectionState | null;
  killed: boolean;
  elapsedMs: number;
}

/** Runs a function of a project; never rejects for what the script does. */
export async function runExecution(options: ExecutionOptions): Promise<ExecutionResult> {
  const started = performance.now();
  const project = typeof options.project === 'string' ? oneFile(options.project) : options.project;
  const hub = hubOf(options.engine);
  const locks = options.lockManager ?? hub.locks;
  const state: HandlerState = {
    owner: Symbol('execution'),
    logs: [],
    effects: [],
    traffic: noTraffic(),
    over: false,
    nowMs: () => (options.nowMs === undefined ? Date.now() : options.nowMs + performance.now() - started),
    pauseClock: () => undefined,
    kill: () => undefined,
    stopForConsent: () => undefined,
  };
  const worker = takeWorker();
  const { port1, port2 } = new MessageChannel();
  const flag = new SharedArrayBuffer(4);
  const counters = new SharedArrayBuffer(4 * MAX_MEMBERS);
  const members: string[] = [];
  const handle = bridgeHandler(options, { ...hub, locks }, state);
  port1.on('message', (call: BridgeCall) => {
    void handle(call).then((reply) => {
      if (state.over) return;
      port1.postMessage(reply);
      Atomics.store(new Int32Array(flag), 0, 1);
      Atomics.notify(new Int32Array(flag), 0);
    });
  });

  const ended = await new Promise<{ report: JobReport | null; error: ScriptError | null }>((resolve) => {
    const limit = stopwatch(options.timeLimitMs ?? TIME_LIMIT_MS, () => end(exceeded()));
    const end = (error: ScriptError) => {
      limit.stop();
      state.over = true;
      void worker.terminate().then(() => resolve({ report: null, error }));
    };
    state.pauseClock = limit.pause;
    state.kill = () => end(exceeded());
    state.stopForConsent = () => end({ name: 'Exception', message: CONSENT_MISSING, stack: '' });
    options.signal?.addEventListener('abort', () =>
      end({ name: 'Exception', message: 'Execution cancelled.', stack: '' }),
    );
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'log') takeLog(JSON.parse(message.json) as LogEntry, state, options);
      else if (message.type === 'member') members[message.place] = message.member;
      else {
        limit.stop();
        resolve({ report: message.report, error: null });
      }
    });
    worker.on('error', (error) => end(workerError(error)));
    worker.postMessage({ job: jobOf(options, project), port: port2, flag, counters }, [port2]);
  });

  state.over = true;
  port1.close();
  await hub.queue.run(() => options.engine.calculate());
  locks.releaseAll(state.owner);
  if (ended.report) returnWorker(worker);
  return {
    outcome: outcomeOf(ended),
    logs: state.logs,
    serviceCalls: countsOf(members, new Int32Array(counters)),
    traffic: state.traffic,
    waitMs: ended.report?.waitMs ?? 0,
    effects: state.effects,
    selection: ended.report?.selection ?? options.selection ?? null,
    killed: ended.report === null,
    elapsedMs: performance.now() - started,
  };
}

type WorkerMessage =
  | { type: 'log'; json: string }
  | { type: 'member'; place: number; member: string }
  | { type: 'done'; report: JobReport };

function oneFile(source: string): Project {
  return projectOfFiles([{ name: 'Code', source, type: 'server_js' }]);
}

function jobOf(options: ExecutionOptions, project: Project): Job {
  return {
    config: configOf(options, project),
    scripts: scriptsOf(project),
    functionName: options.functionName,
    argsJson: JSON.stringify(options.args ?? []),
    event: options.event ?? null,
    resultMode: options.resultMode ?? 'json',
    faults: (options.faults ?? []).map(({ at, member }) => (member === undefined ? { at } : { at, member })),
    latencyMs: options.latencyMs ?? 0,
  };
}

function configOf(options: ExecutionOptions, project: Project): ContextConfig {
  return {
    user: options.user,
    visibleEmail: options.visibleEmail ?? options.user,
    authMode: options.authMode ?? 'FULL',
    scopes: options.scopes === undefined ? project.oauthScopes : options.scopes,
    granted: options.granted ?? null,
    installedAs: options.installedAs ?? 'NONE',
    enabledNames: project.enabledNames,
    selection: options.selection ?? null,
    eager: options.eager ?? false,
    hasUi: options.ui != null,
    userLocale: options.userLocale ?? 'en',
    scriptTimeZone: options.scriptTimeZone ?? project.timeZone,
    scriptId: options.scriptId ?? 'workbench-script',
    projectName: project.name,
    modelsWaits: Number(options.modelsWaits ?? 0),
    clockShiftMs: options.nowMs === undefined ? 0 : options.nowMs - Date.now(),
    htmlFiles: Object.fromEntries(
      project.files.filter((file) => file.type === 'html').map((file) => [file.name, file.source]),
    ),
    translates: options.translate !== undefined,
  };
}

function outcomeOf(ended: { report: JobReport | null; error: ScriptError | null }): ExecutionResult['outcome'] {
  if (!ended.report) return { ok: false, error: ended.error ?? exceeded() };
  const { outcome } = ended.report;
  if (!outcome.ok) return outcome;
  return { ok: true, value: JSON.parse(outcome.json) as unknown, type: outcome.type };
}

function workerError(error: Error & { code?: string }): ScriptError {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return { name: 'Exception', message: 'Exceeded memory limit', stack: '' };
  return { name: 'Error', message: String(error.message), stack: error.stack ?? '' };
}

/** What a run says that Google has ended in order to ask for consent. */
const CONSENT_MISSING = 'Authorization is required to perform that action.';

function exceeded(): ScriptError {
  return { name: 'Exception', message: 'Exceeded maximum execution time', stack: '' };
}

function countsOf(members: readonly string[], counts: Int32Array): Record<string, number> {
  return Object.fromEntries(members.map((member, place) => [member, counts[place]!]));
}

function takeLog(entry: LogEntry, state: HandlerState, options: ExecutionOptions): void {
  state.logs.push(entry);
  options.onLog?.(entry);
}

/** A timer that can stand still while the script waits for its user. */
function stopwatch(limitMs: number, ring: () => void): { stop(): void; pause(): () => void } {
  let left = limitMs;
  let since = performance.now();
  let timer = setTimeout(ring, left);
  return {
    stop: () => clearTimeout(timer),
    pause: () => {
      clearTimeout(timer);
      left -= performance.now() - since;
      return () => {
        since = performance.now();
        timer = setTimeout(ring, Math.max(0, left));
      };
    },
  };
}
