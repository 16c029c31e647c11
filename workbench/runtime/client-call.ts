/** A call that a page makes by google.script.run: one execution with the clicker's rights, its answer as Google sends it. */
import { type ExecutionOptions, type ExecutionResult, runExecution } from './execution';
import { isPublicName } from './function-names';
import type { Project } from './project';
import { clientFunctionNames } from './project';
import { LOST_CONNECTION } from './script-run';

export interface ClientCall extends Omit<ExecutionOptions, 'functionName' | 'args' | 'resultMode' | 'project'> {
  project: Project;
  functionName: string;
  /** JSON text as packArguments made it. */
  argsJson: string;
  /** Injected: the answer never arrives; 'before' = the server did nothing, 'after' = it had done everything. */
  loseAnswer?: 'before' | 'after';
}

export type ClientAnswer = ({ ok: true; value: unknown } | { ok: false; error: { name: string; message: string } }) & {
  result: ExecutionResult | null;
};

/** Runs the function and says what the page's handlers get: a value for the success handler, or an error's name and message. */
export async function runClientCall(call: ClientCall): Promise<ClientAnswer> {
  const lost: ClientAnswer = { ok: false, error: { name: 'Error', message: LOST_CONNECTION }, result: null };
  if (call.loseAnswer === 'before') return lost;
  const { argsJson, loseAnswer, ...options } = call;
  if (!isPublicName(call.functionName) || !clientFunctionNames(call.project).includes(call.functionName)) {
    return {
      ok: false,
      error: { name: 'Error', message: `Script function not found: ${call.functionName}` },
      result: null,
    };
  }
  const result = await runExecution({ ...options, args: JSON.parse(argsJson) as unknown[], resultMode: 'client' });
  if (loseAnswer === 'after') return { ...lost, result };
  const { outcome } = result;
  if (!outcome.ok) return { ok: false, error: { name: outcome.error.name, message: outcome.error.message }, result };
  return { ok: true, value: outcome.value, result };
}
