/** Runs of the project's functions: from the menu, from a frame, by its simple triggers, and from the server itself. */
import {
  clientFunctionNames,
  type ExecutionOptions,
  type ExecutionResult,
  eventOf,
  firesOnEdit,
  hasTrigger,
  type PersonEdit,
  type Project,
  runClientCall,
  runExecution,
  TriggerLine,
  type TriggerSettings,
  triggerRights,
} from '../runtime';
import { a1OfRect } from '../values/addresses';
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

/** How many reports of acts, and of triggers, a page that opens later still gets. */
const KEPT_REPORTS = 50;

export class Runs {
  /** The latest first. */
  readonly reports: RunReport[] = [];
  private count = 0;
  /** Each person's events wait for one another. */
  private readonly lines = new Map<string, TriggerLine>();

  constructor(
    private readonly book: LiveBook,
    private readonly project: ProjectSource,
    private readonly triggers: TriggerSettings,
    private readonly tell: (report: RunReport) => void,
    /** Hears what went wrong with a run that nobody waits for. */
    private readonly failed: (error: unknown) => void,
  ) {}

  get isBusy(): boolean {
    return this.reports.some((report) => report.state === 'running');
  }

  /** onOpen, as at Google: it may add menus and nothing more, and it does not run for somebody who may only view. */
  async open(page: PageSession): Promise<void> {
    page.clearMenus();
    const project = await this.project.load();
    const isViewer = roleOf(this.book.engine.file(), page.user) === 'viewer';
    if (isViewer || !hasTrigger(project, 'onOpen')) {
      page.sendMenus(null);
      return;
    }
    const { outcome } = await this.execute(project, 'onOpen', page.user, 'open', {
      event: {},
      ...triggerRights(this.triggers),
      selection: page.selectionState,
      ui: page.screen(project.name, []),
    });
    page.sendMenus(outcome.ok ? null : errorText(outcome));
  }

  /**
   * onEdit, after a person's edit that is in the workbook already. Nothing of it reaches the person but what it writes: how
   * it went stands in the meter.
   */
  edited(page: PageSession, edit: PersonEdit): void {
    if (!firesOnEdit(edit, this.triggers)) return;
    const line = this.lines.get(page.user) ?? new TriggerLine();
    this.lines.set(page.user, line);
    const where = this.whereOf(edit);
    const isTaken = line.offer(async () => {
      try {
        const project = await this.project.load();
        if (!hasTrigger(project, 'onEdit')) return;
        const ui = page.screen(project.name, []);
        const rights = triggerRights(this.triggers);
        const trigger = { event: eventOf(edit), ...rights, selection: page.selectionState, ui };
        await this.execute(project, 'onEdit', page.user, 'edit', trigger, where);
      } catch (error) {
        this.failed(error);
      }
    });
    if (!isTaken) this.noteLost(page.user, where);
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
    options: Pick<ExecutionOptions, 'args' | 'event' | 'authMode' | 'timeLimitMs' | 'selection' | 'ui'>,
    where?: string,
  ): Promise<Run> {
    const run = async () => {
      const result = await runExecution({ engine: this.book.engine, project, functionName: fn, user, ...options });
      return { outcome: result.outcome, result };
    };
    return this.report(fn, user, from, run, where);
  }

  private whereOf({ sheetId, rect }: PersonEdit): string {
    const name = this.book.engine.sheets().find((sheet) => sheet.id === sheetId)?.name ?? '';
    return `${name}!${a1OfRect(rect.row, rect.col, rect.rows, rect.cols)}`;
  }

  private noteLost(user: string, where: string): void {
    const report = this.begin('onEdit', user, 'edit', where);
    Object.assign(report, {
      state: 'lost',
      error: 'Two edits were waiting for onEdit already, as many as Google keeps.',
    });
    this.tell(report);
  }

  private begin(fn: string, user: string, from: RunReport['from'], where?: string): RunReport {
    const report: RunReport = {
      run: ++this.count,
      fn,
      user,
      from,
      state: 'running',
      ...(where !== undefined && { where }),
      startedAt: Date.now(),
      durationMs: 0,
      calls: {},
      logs: [],
    };
    this.reports.unshift(report);
    forgetOld(this.reports);
    return report;
  }

  /** Tells the meter of the run's beginning and end. The run is over when what it wrote is on disk. */
  private async report(
    fn: string,
    user: string,
    from: RunReport['from'],
    run: () => Promise<Run>,
    where?: string,
  ): Promise<Run> {
    const report = this.begin(fn, user, from, where);
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

/** The latest of each sort: a person who types must not push the acts out of the meter. */
function forgetOld(reports: RunReport[]): void {
  const old = reports.filter(({ from }) => from === 'edit').slice(KEPT_REPORTS);
  const acts = reports.filter(({ from }) => from !== 'edit').slice(KEPT_REPORTS);
  for (const report of [...old, ...acts]) reports.splice(reports.indexOf(report), 1);
}

/** An error as Google shows it: its name in front. */
function errorText(outcome: Outcome): string {
  return outcome.ok ? '' : `${outcome.error.name}: ${outcome.error.message}`;
}
