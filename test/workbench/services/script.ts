/** Runs a piece of script on a workbook, as any of Google's functions would run, and gives back what it returned. */
import type { Engine } from '../../../workbench/engine/engine';
import { openEngine } from '../../../workbench/engine/open';
import { closeWorkers, type ExecutionOptions, type ExecutionResult, runExecution } from '../../../workbench/runtime';

export const OWNER = 'owner@example.com';
export const REP = 'rep@example.com';

type Options = Partial<Omit<ExecutionOptions, 'functionName'>>;

const opened: Engine[] = [];
afterAll(async () => {
  for (const engine of opened.splice(0)) engine.dispose();
  await closeWorkers();
});

/** A fresh workbook: Sheet1, 1000 × 26; the rep may edit it. */
export async function workbook(options: Parameters<typeof openEngine>[1] = {}): Promise<Engine> {
  const engine = await openEngine(undefined, { owner: OWNER, ...options });
  await engine.write([{ op: 'file', patch: { editors: [OWNER, REP] } }], { kind: 'system', user: OWNER });
  opened.push(engine);
  return engine;
}

/** The whole result of a run of `body`, the inside of a function; `ss` and `sheet` are at hand. */
export async function execute(body: string, options: Options = {}): Promise<ExecutionResult> {
  const engine = options.engine ?? (await workbook());
  const head = 'const ss = SpreadsheetApp.getActiveSpreadsheet(); const sheet = ss.getActiveSheet();';
  const project = options.project ?? `function run() { ${body.includes('/* bare */') ? '' : head}\n${body}\n}`;
  return runExecution({ user: OWNER, ...options, engine, project, functionName: 'run' });
}

/** What the body returned, after JSON. Fails when it threw. */
export async function script(body: string, options: Options = {}): Promise<unknown> {
  const { outcome } = await execute(body, options);
  if (!outcome.ok) throw new Error(`${outcome.error.name}: ${outcome.error.message}\n${outcome.error.stack}`);
  return outcome.value;
}

/** The error that the body ended with, as `name: message`. */
export async function failure(body: string, options: Options = {}): Promise<string> {
  const { outcome } = await execute(body, options);
  if (outcome.ok) throw new Error(`It returned ${JSON.stringify(outcome.value)} instead of throwing`);
  return `${outcome.error.name}: ${outcome.error.message}`;
}

/** The errors of several pieces, each caught in the same run: source text → `name: message` or 'no error'. */
export async function failures(pieces: string[], options: Options = {}): Promise<string[]> {
  const tries = pieces.map(
    (piece) =>
      `(() => { try { ${piece}; ${piece.includes('/* bare */') ? '' : 'SpreadsheetApp.flush();'} return 'no error' } catch (e) { return String(e) } })()`,
  );
  return (await script(`return [${tries.join(',\n')}]`, options)) as string[];
}
