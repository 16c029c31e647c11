/** Runs of the project's functions: from the menu, from a frame, at opening, and from the server itself. */
import {
  clientFunctionNames,
  type ExecutionOptions,
  type ExecutionResult,
  type Project,
  runClientCall,
  runExecution,
  topLevelFunctions,
} from '../runtime';
import type { LiveBook } from './live-book';
import type { PageSession } from './page-session';
import { roleOf } from './people';
import type { ProjectSource } from './project';
import type { RunReport } from './protocol';

type Outcome = { ok: true; value: unknown } | { ok: false; error: { name: string; message: string } };
interface Run {
  outcome: Outcome;
  result: ExecutionResult | null;
}

/** How many reports a page that opens later still gets. */
const KEPT_REPORTS = 50;

export class Runs {
  /** The latest first. */
  readonly reports: RunReport[] = [];
  private count = 0;

  constructor(
    private readonly book: LiveBook,
    private readonly project: ProjectSource,
    private readonly tell: (report: RunReport) => void,
  ) {}

  get isBusy(): boolean {
    return this.reports.some((report) => report.state === 'running');
  }

  /** onOpen, as at Google: it may add menus and nothing more, and it does not run for somebody who may only view. */
  async open(page: PageSession): Promise<void> {
    page.clearMenus();
    const project = await this.project.load();
    const isViewer = roleOf(this.book.engine.file(), page.user) === 'viewer';
    if (isViewer || !functionsOf(project).includes('onOpen')) {
      page.sendMenus(null);
      return;
    }
    const { outcome } = await this.execute(project, 'onOpen', page.user, 'open', {
      event: {},
      authMode: 'LIMITED',
      selection: page.selectionState,
      ui: page.screen(project.name, []),
    });
    page.sendMenus(outcome.ok ? null : errorText(outcome));
  }

  /** A click on a menu entry. A failure is told on the page, as Google does. */
  async menu(page: PageSession, fn: string): Promise<void> {
    const project = await this.project.load();
    const { outcome } = await this.execute(project, fn, page.user, 'menu', {
      selection: page.selectionState,
      ui: page.screen(project.name, clientFunctionNames(project)),
    });
    page.showWanted();
    if (!outcome.ok) page.send({ t: 'trouble', title: `“${fn}” stopped with an error`, words: errorText(outcome) });
  }

  /** A call by google.script.run; the answer leaves when its effects are on disk. */
  async call(page: PageSession, frame: string, call: number, fn: string, argsJson: string): Promise<void> {
    const project = await this.project.load();
    const { outcome } = await this.report(fn, page.user, 'frame', async () => {
      const { result, ...answer } = await runClientCall({
        engine: this.book.engine,
        project,
        functionName: fn,
        argsJson,
        user: page.user,
        selection: page.selectionState,
        ui: page.screen(project.name, clientFunctionNames(project)),
      });
      return { outcome: answer, result };
    });
    page.showWanted();
    if (outcome.ok) page.send({ t: 'result', frame, call, ok: true, value: JSON.stringify(outcome.value ?? null) });
    else page.send({ t: 'result', frame, call, ok: false, error: outcome.error });
  }

  /** Runs a function as somebody, without a window. Gives its result once its effects are on disk; throws what it throws. */
  async runAs(user: string, fn: string, args: unknown[]): Promise<unknown> {
    const { outcome } = await this.execute(await this.project.load(), fn, user, 'server', { args, ui: {} });
    if (outcome.ok) return outcome.value;
    throw Object.assign(new Error(outcome.error.message), { name: outcome.error.name });
  }

  private execute(
    project: Project,
    fn: string,
    user: string,
    from: RunReport['from'],
    options: Pick<ExecutionOptions, 'args' | 'event' | 'authMode' | 'selection' | 'ui'>,
  ): Promise<Run> {
    return this.report(fn, user, from, async () => {
      const result = await runExecution({ engine: this.book.engine, project, functionName: fn, user, ...options });
      return { outcome: result.outcome, result };
    });
  }

  /** Tells the meter of the run's beginning and end. The run is over when what it wrote is on disk. */
  private async report(fn: string, user: string, from: RunReport['from'], run: () => Promise<Run>): Promise<Run> {
    const report: RunReport = {
      run: ++this.count,
      fn,
      user,
      from,
      state: 'running',
      startedAt: Date.now(),
      durationMs: 0,
      calls: {},
      logs: [],
    };
    this.reports.unshift(report);
    this.reports.length = Math.min(this.reports.length, KEPT_REPORTS);
    this.tell(report);
    try {
      const done = await run();
      await this.book.saved();
      report.state = done.outcome.ok ? 'done' : 'failed';
      if (!done.outcome.ok) report.error = errorText(done.outcome);
      report.calls = done.result?.serviceCalls ?? {};
      report.logs = done.result?.logs.map((entry) => entry.message) ?? [];
      return done;
    } catch (error) {
      Object.assign(report, { state: 'failed', error: (error as Error).message });
      throw error;
    } finally {
      report.durationMs = Date.now() - report.startedAt;
      this.tell(report);
    }
  }
}

function functionsOf(project: Project): string[] {
  return project.files.filter((file) => file.type === 'server_js').flatMap((file) => topLevelFunctions(file.source));
}

/** An error as Google shows it: its name in front. */
function errorText(outcome: Outcome): string {
  return outcome.ok ? '' : `${outcome.error.name}: ${outcome.error.message}`;
}
