import type {
  ActualsPreview,
  Answer,
  CallName,
  CarryView,
  CheckResult,
  Edit,
  EditOutcome,
  RequestOf,
  ResultOf,
  SaveResult,
  StartPreview,
  StartResult,
} from '../../src/contract/calls';
import type { ExportPart } from '../../src/contract/export';
import type { ImportPreview, ImportSources } from '../../src/contract/import';
import type { LifeHistory } from '../../src/contract/life';
import type { MeetingScreen, ProblemView, RowView, Screen, TextView } from '../../src/contract/state';
import { actOnClock } from '../../src/core/shared/clock';
import type { CellValue, Field } from '../../src/core/shared/fields';
import { addMonths } from '../../src/core/shared/month';
import { recapText } from '../../src/core/shared/recap';
import { sortDeals } from '../../src/sidebar/start/sort-deals';
import { exportParts } from './export-fixture';
import { actuals, carry, findings, importPreview, importSources, noMonth, previewEveryone } from './fixtures';

/** What may go wrong on the way of the next call of a name. */
export type Fault = 'lostBefore' | 'lostAfter' | 'empty' | 'silent' | 'stumbles' | 'fine' | GoogleError;

/** What the failure handler gets, and nothing has been done. */
export interface GoogleError {
  name: string;
  message: string;
}

const HTTP_0: GoogleError = { name: 'NetworkError', message: 'Connection failure due to HTTP 0' };

function failed({ name, message }: GoogleError): Error {
  return Object.assign(new Error(message), { name });
}

const STUMBLE = { code: 'unexpected', message: 'Something unexpected happened while saving.' };

export interface Logged {
  name: CallName;
  request: unknown;
}

/**
 * A server with one meeting in memory, as the contract describes it. Tests change its cells behind the sidebar's back,
 * lose its answers, and count what it was asked.
 */
export class FakeServer {
  screen: Screen;
  /** How many fit into one startMonth call. */
  startsAtOnce = 12;
  activeSheetId = 11;
  log: Logged[] = [];
  faults: Partial<Record<CallName, Fault[]>> = {};
  problems: Partial<Record<CallName, ProblemView>> = {};
  delayMs = 5;
  changedPreview: StartPreview | null = null;
  /** What a month would begin with, when it is not the usual. */
  carried: CarryView | null = null;
  /** What checkTab finds; a repair leaves those without a repair of their own. */
  check: CheckResult = findings();
  actuals: ActualsPreview = actuals();
  imports: ImportPreview = importPreview();
  sources: ImportSources = importSources();
  /** How many tabs fit into one applyImport call. */
  importsAtOnce = 1;
  /** Portions of an export, one for each call. */
  exports: ExportPart[] = exportParts();
  /** What loadLife answers, by the row's key. */
  lives: Record<string, LifeHistory['life']> = {};
  private held: Partial<Record<CallName, Promise<void>>> = {};
  private revision = 0;
  private started = new Set<string>();

  constructor(screen: Screen) {
    this.screen = screen;
  }

  get meeting(): MeetingScreen {
    if (this.screen.kind !== 'meeting') throw new Error(`the fake is at ${this.screen.kind}`);
    return this.screen;
  }

  /** Handles one call as google.script.run would: JSON in, JSON out; null for an answer without content; throws when lost. */
  async handle(name: CallName, json: string): Promise<string | null> {
    const request: unknown = JSON.parse(json);
    this.log.push({ name, request });
    await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    await this.held[name];
    const fault = this.faults[name]?.shift();
    if (fault === 'lostBefore') throw failed(HTTP_0);
    if (typeof fault === 'object') throw failed(fault);
    if (fault === 'silent') return new Promise(() => undefined);
    const problem = fault === 'stumbles' ? STUMBLE : this.problems[name];
    if (problem) return JSON.stringify({ ok: false, problem });
    const value = this.answer(name, request);
    if (fault === 'lostAfter') throw failed(HTTP_0);
    if (fault === 'empty') return null;
    const answer: Answer<unknown> = { ok: true, value };
    return JSON.stringify(answer);
  }

  /** Lets calls of a name wait until the function that this gives is called. */
  hold(name: CallName): () => void {
    let letGo = () => {};
    this.held[name] = new Promise((resolve) => {
      letGo = resolve;
    });
    return () => {
      delete this.held[name];
      letGo();
    };
  }

  calls(name: CallName): unknown[] {
    return this.log.filter((l) => l.name === name).map((l) => l.request);
  }

  /** The value of a cell, as the sheet has it. */
  cell(key: string, field: Field): CellValue {
    const text = this.text(key);
    return text ? text.value : (this.row(key)?.cells[field] ?? '');
  }

  /** Somebody else types into the sheet. */
  setCell(key: string, field: Field, value: CellValue): void {
    const text = this.text(key);
    if (text) text.value = value;
    else this.rowOrNew(key).cells[field] = value;
    this.changed();
  }

  removeRow(key: string): void {
    for (const s of this.meeting.block.sections) s.rows = s.rows.filter((r) => r.key !== key);
    this.meeting.block.commitments = this.meeting.block.commitments.filter((r) => r.key !== key);
    this.gone.add(key);
    this.changed();
  }

  private gone = new Set<string>();

  private changed(): void {
    this.revision++;
    this.meeting.block.revision = `r${this.revision}`;
  }

  private text(key: string): TextView | undefined {
    const { conclusion, prepare, plan } = this.meeting.block;
    const texts = [...Object.values(conclusion), ...Object.values(prepare), ...(plan ? [plan] : [])];
    return texts.find((t) => t.key === key);
  }

  private row(key: string): RowView | undefined {
    const { sections, commitments, growth } = this.meeting.block;
    return [...sections.flatMap((s) => s.rows), ...commitments, ...growth.rows].find((r) => r.key === key);
  }

  private rowOrNew(key: string): RowView {
    const known = this.row(key);
    if (known) return known;
    const fresh: RowView = { key, cells: {}, at: { who: 'A99', next: 'H99' }, formulas: [] };
    if (key.startsWith('todo:')) this.meeting.block.commitments.push(fresh);
    if (key.startsWith('grow:')) this.meeting.block.growth.rows.push(fresh);
    const section = this.meeting.block.sections.find((s) => key.startsWith(`${s.id}:`));
    section?.rows.push(fresh);
    for (const s of this.meeting.block.sections) s.spareKeys = s.spareKeys.filter((k) => k !== key);
    return fresh;
  }

  private snapshot(): Screen {
    return JSON.parse(JSON.stringify({ ...this.screen, serverNow: Date.now() })) as Screen;
  }

  /** As the server answers a save: the month as read, of KPIs only what the sheet says. */
  private saved(): Pick<SaveResult, 'saved' | 'screen'> {
    const { block } = JSON.parse(JSON.stringify(this.meeting)) as MeetingScreen;
    for (const row of block.sections.flatMap(({ rows }) => rows))
      if (row.kpi) Object.assign(row.kpi, { unit: '', kind: 'result', better: 'higher' });
    return { saved: { block, untouched: false, serverNow: Date.now() }, screen: null };
  }

  private saveOne(edit: Edit): EditOutcome {
    const { key, field } = edit;
    const base = { key, field };
    if (this.gone.has(key)) return { ...base, outcome: 'gone' };
    const row = this.row(key);
    if (row?.formulas.includes(field)) return { ...base, outcome: 'formula', cell: row.at[field] ?? '' };
    const there = this.cell(key, field);
    if (String(edit.now).length > 50_000)
      return {
        ...base,
        outcome: 'refused',
        problem: { code: 'tooLong', message: 'That text is too long for a cell. Shorten it and it saves itself.' },
      };
    if (there === edit.now) return { ...base, outcome: 'saved' };
    if (there !== edit.was) return { ...base, outcome: 'conflict', theirs: there, cell: row?.at[field] ?? 'H21' };
    this.setCell(key, field, edit.now);
    return { ...base, outcome: 'saved' };
  }

  private exportPart({ sheetId, after }: RequestOf<'exportRecord'>): ExportPart {
    const before = after === null ? -1 : this.exports.findIndex((part) => part.after === after);
    const part = this.exports[before + 1] as ExportPart;
    return sheetId === null ? part : { ...part, after: null, left: 0 };
  }

  private answer(name: CallName, request: unknown): ResultOf<CallName> {
    const of = <N extends CallName>(_: N) => request as RequestOf<N>;
    switch (name) {
      case 'loadScreen':
      case 'openTab':
        return this.snapshot();
      case 'setUpTeam':
        return this.snapshot();
      case 'addPeople':
        return { screen: this.snapshot(), added: of('addPeople').people.split('\n'), alreadyThere: [] };
      case 'planMonth': {
        const { sheetId, month, decisions } = of('planMonth');
        return sheetId === null ? previewEveryone() : this.previewOf(month, decisions);
      }
      case 'startMonth':
        return this.start(of('startMonth'));
      case 'undoStart':
        this.screen = noMonth();
        return this.snapshot();
      case 'exportRecord':
        return this.exportPart(of('exportRecord'));
      case 'loadLife':
        return { life: this.lives[of('loadLife').key] ?? null };
      case 'saveEdits':
        return { outcomes: of('saveEdits').edits.map((e) => this.saveOne(e)), ...this.saved() };
      case 'setClock': {
        const { action, actionId } = of('setClock');
        this.meeting.clock = actOnClock(this.meeting.clock, action, Date.now(), actionId);
        return { clock: this.meeting.clock, serverNow: Date.now() };
      }
      case 'lookForChanges': {
        const at = this.screen.kind === 'meeting' ? this.screen : null;
        const changed = of('lookForChanges').revision !== at?.block.revision;
        return {
          clock: at?.clock ?? null,
          serverNow: Date.now(),
          screen: changed ? this.snapshot() : null,
          newestMonth: at?.newestMonth ?? null,
          activeSheetId: this.activeSheetId,
        };
      }
      case 'finishMeeting': {
        const m = this.meeting;
        m.block.state = 'finished';
        m.block.minutes = 28;
        m.block.heldOn = m.today;
        m.clock = null;
        const c = m.block.conclusion;
        const item = (r: RowView) => ({ id: r.key, cells: r.cells, formulas: [], row: 1, life: null });
        const recap = recapText(
          m.rep.name,
          {
            month: m.block.month,
            number: 1,
            sections: [],
            commitments: m.block.commitments.map(item),
            growth: m.block.growth.rows.map(item),
            plan: m.block.plan?.value ?? '',
            observed: c.observed.value,
            focus: c.focus.value,
            takeaway: c.takeaway.value,
            nextDate: c.nextDate.value,
          },
          m.today,
          28,
        );
        return {
          screen: this.snapshot(),
          minutes: 28,
          recap,
          leftEmpty: ['What I saw', 'Takeaway'],
          nextMonth: addMonths(m.block.month, 1),
          nextDate: '',
        };
      }
      case 'planMeeting': {
        const { block } = this.meeting;
        block.state = block.heldOn === '' ? 'planned' : 'moved';
        block.heldOn = of('planMeeting').date;
        block.overdue = false;
        this.changed();
        return this.snapshot();
      }
      case 'reopenMeeting':
        this.meeting.block.state = 'running';
        this.meeting.block.reopened = true;
        this.changed();
        return this.snapshot();
      case 'checkTab':
        return this.check;
      case 'repairTab': {
        if (of('repairTab').digest !== this.check.digest)
          return { done: [], left: [], changed: this.check, screen: this.snapshot() };
        const done = this.check.findings.filter((f) => f.repair !== '').map((f) => f.repair);
        const left = this.check.findings.filter((f) => f.repair === '');
        this.check = { ...this.check, findings: left };
        return { done, left, changed: null, screen: this.snapshot() };
      }
      case 'planActuals':
        return this.actuals;
      case 'applyActuals': {
        const same = of('applyActuals').digest === this.actuals.digest;
        return {
          written: same ? this.actuals.changes.length : 0,
          changed: same ? null : this.actuals,
          screen: this.snapshot(),
        };
      }
      case 'protectTabs':
        return { done: ['Tomas Okafor', 'Lena Vogt'], left: ['Ruth Amsel: no e-mail address in Setup.'] };
      case 'buildTeam':
        return this.snapshot();
      case 'importSources':
        return this.sources;
      case 'readImport':
        return {
          name: 'CRM report',
          lines: [
            { line: 1, cells: ['Id', 'Name', 'Owner', 'Amount'] },
            { line: 3, cells: [17, 'Halden Mills', 'Tomas Okafor', 'soon'] },
            { line: 4, cells: [18, 'Portan', 'Tomas Okafor', 12000] },
          ],
          next: null,
          rows: 4,
        };
      case 'planImport':
        return this.imports;
      case 'applyImport': {
        const { tabs } = of('applyImport');
        const stale = tabs.some(
          (tab) => this.imports.tabs.find((t) => t.sheetId === tab.sheetId)?.digest !== tab.digest,
        );
        if (stale) return { done: [], left: 0, changed: this.imports, remembered: true, screen: this.snapshot() };
        const done = tabs.slice(0, this.importsAtOnce).map(({ sheetId }) => sheetId);
        return { done, left: tabs.length - done.length, changed: null, remembered: true, screen: this.snapshot() };
      }
    }
  }

  /** The preview as the server makes it once it knows the decisions. */
  private previewOf(month: number, decisions: RequestOf<'planMonth'>['decisions'] = []): StartPreview {
    const person = this.carried ?? carry();
    const digest = decisions.length === 0 ? 'd1' : `d1:${JSON.stringify(decisions)}`;
    return { month, digest, people: [{ ...person, ...sortDeals(person, decisions) }] };
  }

  private start({ sheetId, month, bringAlong }: RequestOf<'startMonth'>): StartResult {
    const brought = bringAlong ? (this.carried?.late.length ?? 0) : 0;
    const none = { started: [], already: [], brought, problems: [], left: 0, changed: null };
    if (this.changedPreview) {
      const changed = this.changedPreview;
      this.changedPreview = null;
      return { ...none, changed, screen: this.snapshot() };
    }
    if (sheetId !== null) return { ...none, started: ['Tomas Okafor'], screen: this.snapshot() };
    const todo = previewEveryone().people.filter((p) => p.state === 'new' && !this.started.has(p.name));
    const now = todo.slice(0, this.startsAtOnce).map((p) => p.name);
    for (const name of now) this.started.add(name);
    void month;
    return { ...none, started: now, already: ['Person 5'], left: todo.length - now.length, screen: this.snapshot() };
  }
}
