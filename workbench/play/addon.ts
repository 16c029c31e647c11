/** Plays the add-on's own functions on a workbook, as its sidebar would call them. For the sample, the replay and tests. */
import type { Answer, CallName, PortionCall, RequestOf, ResultOf } from '../../src/contract/calls';
import type { ProblemView } from '../../src/contract/state';
import { joined } from '../../src/core/shared/joined';
import type { Engine } from '../engine/engine';
import {
  type ExecutionResult,
  type Fault,
  type LogEntry,
  type Project,
  runExecution,
  type SelectionState,
  type UiHost,
} from '../runtime';

/** A problem that the add-on answered with, as an error. */
export class AddonProblem extends Error {
  constructor(readonly problem: ProblemView) {
    super(problem.message);
    this.name = 'AddonProblem';
  }
}

export interface PlayOptions {
  /** E-mail of who is at the keyboard. */
  user: string;
  /** What the clock says, epoch ms; the machine's clock when absent. */
  nowMs?: number;
  eager?: boolean;
  faults?: Fault[];
  /** What Session.getActiveUser() tells of the e-mail; '' when policy hides it. */
  visibleEmail?: string;
  /** The scopes that the person has consented to; all when absent. */
  granted?: string[];
  /** Where the script's Dates live; the project's zone when absent. */
  scriptTimeZone?: string;
  /** Service error texts in another language. */
  translate?: (message: string) => string;
  /** Told every console line of the add-on. */
  onLog?: (entry: LogEntry) => void;
  /** Told the result of every run: its calls, cells and modelled wait. */
  onRun?: (result: ExecutionResult) => void;
  modelsWaits?: boolean | number;
  /** How long a run may take by the machine's own clock, in ms; Google's six minutes when absent. */
  timeLimitMs?: number;
  /** The screen and what is selected on it; without one there is no user interface. */
  ui?: UiHost;
  selection?: SelectionState;
}

/** One person at one keyboard. */
export class AddonPlayer {
  constructor(
    private readonly engine: Engine,
    private readonly project: Project,
    private readonly options: PlayOptions,
    /** Service calls of everything played so far, by member; also of those who play on with as(). */
    readonly serviceCalls: Record<string, number> = {},
  ) {}

  /** The same workbook, with another person or at another time. */
  as(options: Partial<PlayOptions>): AddonPlayer {
    return new AddonPlayer(this.engine, this.project, { ...this.options, ...options }, this.serviceCalls);
  }

  /** Calls a function as google.script.run would; throws AddonProblem for a problem, Error for a run that failed. */
  async call<N extends CallName>(name: N, request: RequestOf<N>): Promise<ResultOf<N>> {
    const answer = JSON.parse(String(await this.run(name, [JSON.stringify(request)]))) as Answer<ResultOf<N>>;
    if (!answer.ok) throw new AddonProblem(answer.problem);
    return answer.value;
  }

  /** Calls again and again until nothing is left to do, as the sidebar does; gives the answers as one. */
  async inPortions<N extends PortionCall>(
    name: N,
    asked: (soFar: ResultOf<N> | null) => Omit<RequestOf<N>, 'rest'>,
  ): Promise<ResultOf<N>> {
    let soFar: ResultOf<N> | null = null;
    do {
      const request = { ...asked(soFar), ...(soFar ? { rest: soFar.rest } : {}) } as RequestOf<N>;
      const part: ResultOf<N> = await this.call(name, request);
      soFar = soFar ? joined(soFar, part) : part;
    } while (soFar.rest.length > 0);
    return soFar;
  }

  /** Runs any function of the project and gives its result; throws with the script's own message when it throws. */
  async run(functionName: string, args: unknown[] = []): Promise<unknown> {
    const result = await runExecution({
      engine: this.engine,
      project: this.project,
      functionName,
      args,
      ...this.options,
    });
    this.options.onRun?.(result);
    for (const [member, count] of Object.entries(result.serviceCalls))
      this.serviceCalls[member] = (this.serviceCalls[member] ?? 0) + count;
    if (result.outcome.ok) return result.outcome.value;
    const { error } = result.outcome;
    throw new Error(`${functionName}: ${error.name}: ${error.message}\n${error.stack}`);
  }
}
