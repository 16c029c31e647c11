import type {
  ActualsPreview,
  AgendaPreview,
  Answer,
  CallName,
  CarryView,
  CheckResult,
  Edit,
  GoalTable,
  NewTabs,
  PastedGoals,
  RequestOf,
  ResultOf,
  SaveResult,
  StartPreview,
  StartResult,
} from '../../src/contract/calls';
import type { ExportPart } from '../../src/contract/export';
import type { ImportSources, KnownDeals } from '../../src/contract/import';
import type { LifeHistory, LineTrace } from '../../src/contract/life';
import type { NoteSaved, NoteToSave, PrivateNotes } from '../../src/contract/notes';
import type { GoesOn, Portion } from '../../src/contract/portions';
import type { MeetingScreen, ProblemView, RowView, Screen, TextView } from '../../src/contract/state';
import type { HomeLine } from '../../src/core/home';
import type { KnownTab } from '../../src/core/import/known';
import { actOnClock } from '../../src/core/shared/clock';
import type { CellValue, Field } from '../../src/core/shared/fields';
import { type Goal, sameLine } from '../../src/core/shared/goal-lines';
import { addMonths } from '../../src/core/shared/month';
import { STORE_MOST_BYTES } from '../../src/core/shared/private-notes';
import { namesIn } from '../../src/sidebar/start/names';
import { sortDeals } from '../../src/sidebar/start/sort-deals';
import { exportParts } from './export-fixture';
import { addRow, saveInto } from './fake-save';
import { actuals, carry, findings, goalTable, importSources, knownTabs, noMonth, previewEveryone } from './fixtures';
import { answer } from './recorded/answers';

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
  /** How many tabs fit into one call. */
  tabsAtOnce = 12;
  activeSheetId = 11;
  log: Logged[] = [];
  faults: Partial<Record<CallName, Fault[]>> = {};
  problems: Partial<Record<CallName, ProblemView>> = {};
  delayMs = 5;
  /** Somebody is just typing: the next call that writes as previewed finds these people's tabs changed. */
  changedMeanwhile: string[] = [];
  /** What a month would begin with for everyone. */
  everyone: StartPreview = previewEveryone();
  /** What a month would begin with, when it is not the usual. */
  carried: CarryView | null = null;
  /** What checkTab finds; a repair leaves those without a repair of their own. */
  check: CheckResult = findings();
  actuals: ActualsPreview = actuals();
  /** What pasted figures would write by the time that they are written. */
  actualsMeanwhile: ActualsPreview | null = null;
  /** What Setup's agenda would change in open months. */
  agendas: Pick<AgendaPreview, 'people' | 'left'> = { people: [], left: [] };
  goals: GoalTable = goalTable();
  /** What a pasted table of goals says. */
  pastedGoals: PastedGoals = {
    pasted: [{ repId: 'p1', kpiId: 'calls', value: 55 }],
    leftOut: ['“Sum” (line 4, column 1) is not on the roster.'],
  };
  /** How the team stands; null where the tracker has no figures. */
  home: HomeLine[] | null = null;
  /** What the tabs know of an import's deals. */
  known: KnownTab[] = knownTabs();
  /** Why an import cannot be taken back. */
  obstacles: string[] = [];
  sources: ImportSources = importSources();
  /** Portions of an export, one for each call. */
  exports: ExportPart[] = exportParts();
  /** What loadLife answers, by the row's key. */
  lives: Record<string, LifeHistory['life']> = {};
  /** What the one at the keyboard keeps for oneself. */
  ownNotes: PrivateNotes = { notes: [], room: STORE_MOST_BYTES };
  private held: Partial<Record<CallName, Promise<void>>> = {};
  private gates: Partial<Record<CallName, () => Promise<void>>> = {};
  /** Told after each answer: what somebody else does then. */
  onAnswer: (name: CallName) => void = () => undefined;
  private revision = 0;

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
    await this.gates[name]?.();
    const fault = this.faults[name]?.shift();
    if (fault === 'lostBefore') throw failed(HTTP_0);
    if (typeof fault === 'object') throw failed(fault);
    if (fault === 'silent') return new Promise(() => undefined);
    const problem = fault === 'stumbles' ? STUMBLE : this.problems[name];
    if (problem) return JSON.stringify({ ok: false, problem });
    const value = this.answer(name, request);
    this.onAnswer(name);
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

  /** Lets calls of a name through one at a time, each by its own `pass`; `open` lets all through from then on. */
  gate(name: CallName): { pass(): void; open(): void } {
    const waiting: (() => void)[] = [];
    let passes = 0;
    this.gates[name] = () =>
      new Promise((resolve) => {
        if (passes > 0) resolve();
        else waiting.push(resolve);
        passes = Math.max(0, passes - 1);
      });
    const pass = () => {
      const go = waiting.shift();
      if (go) go();
      else passes++;
    };
    const open = () => {
      delete this.gates[name];
      for (const go of waiting) go();
    };
    return { pass, open };
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
    else addRow(this.meeting.block, key).cells[field] = value;
    this.changed();
  }

  removeRow(key: string): void {
    for (const s of this.meeting.block.sections) s.rows = s.rows.filter((r) => r.key !== key);
    this.meeting.block.commitments = this.meeting.block.commitments.filter((r) => r.key !== key);
    this.changed();
  }

  /** What became of lines of development and coaching. */
  lines: LineTrace[] = [];

  private changed(): void {
    this.revision++;
    this.meeting.block.revision = `r${this.revision}`;
  }

  private text(key: string): TextView | undefined {
    const { conclusion, prepare, seen, brings, plan } = this.meeting.block;
    const texts = [...Object.values(conclusion), ...Object.values(prepare), seen, brings, plan].filter(
      (t) => t !== null,
    );
    return texts.find((t) => t.key === key);
  }

  private row(key: string): RowView | undefined {
    const { sections, commitments, growth } = this.meeting.block;
    return [...sections.flatMap((s) => s.rows), ...commitments, ...growth.rows].find((r) => r.key === key);
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

  private save(edits: readonly Edit[]): SaveResult {
    const before = JSON.stringify(this.meeting.block);
    const outcomes = saveInto(this.meeting.block, edits, this.meeting.rep.tab);
    if (JSON.stringify(this.meeting.block) !== before) this.changed();
    return { outcomes, ...this.saved() };
  }

  /** As much as fits into one call. */
  private portion({ rest }: GoesOn, units: readonly string[], atOnce = this.tabsAtOnce): Portion {
    const todo = rest ?? units;
    return { did: todo.slice(0, atOnce), rest: todo.slice(atOnce) };
  }

  private newTabs(request: GoesOn, names: readonly string[]): NewTabs {
    const portion = this.portion(request, [...names.map((name) => `tab:${name}`), 'figures:', 'team:']);
    const added = portion.did.filter((unit) => unit.startsWith('tab:')).map((unit) => unit.slice('tab:'.length));
    return { ...portion, added, screen: portion.rest.length === 0 ? this.snapshot() : null };
  }

  private exportPart({ sheetId, rest }: RequestOf<'exportRecord'>): ExportPart {
    const part = this.exports.find((one) => !rest || one.did[0] === rest[0]) as ExportPart;
    return sheetId === null ? part : { ...part, rest: [] };
  }

  private answer(name: CallName, request: unknown): ResultOf<CallName> {
    const of = <N extends CallName>(_: N) => request as RequestOf<N>;
    switch (name) {
      case 'loadHome':
        return this.home;
      case 'loadScreen':
      case 'openTab':
        return this.snapshot();
      case 'setUpTeam':
        return this.newTabs(of('setUpTeam'), namesIn(of('setUpTeam').people));
      case 'addPeople':
        return { ...this.newTabs(of('addPeople'), namesIn(of('addPeople').people)), alreadyThere: [] };
      case 'makeTabs':
        return this.newTabs(of('makeTabs'), this.everyone.withoutTab);
      case 'planMonth': {
        const { sheetId, decisions, agenda } = of('planMonth');
        return sheetId === null ? this.everyone : this.previewOf(decisions, agenda);
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
      case 'loadLines':
        return this.lines;
      case 'saveEdits':
        return this.save(of('saveEdits').edits);
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
        const held = of('finishMeeting');
        const measured = held.minutes === undefined ? 28 : held.minutes;
        // One that was opened again keeps its day and minutes.
        if (!m.block.reopened) {
          m.block.minutes = m.clock ? measured : null;
          m.block.heldOn = held.heldOn ?? m.today;
        }
        m.clock = null;
        return {
          screen: this.snapshot(),
          minutes: 28,
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
        const { people } = of('applyActuals');
        const meanwhile = this.actualsMeanwhile;
        this.actuals = meanwhile ?? this.actuals;
        this.actualsMeanwhile = null;
        const isStale = (id: string) =>
          this.actuals.people.find((one) => one.repId === id)?.digest !==
          people.find((one) => one.repId === id)?.digest;
        const changed = people.filter(({ repId }) => isStale(repId)).map(({ repId }) => NAMES[repId] ?? repId);
        const written = this.actuals.changes.filter(({ name }) => !changed.includes(name)).length;
        return { written, changed, screen: this.snapshot(), did: [], rest: [] };
      }
      case 'planAgenda':
        return { ...this.agendas, did: [], rest: [] };
      case 'applyAgenda': {
        const written = of('applyAgenda').people.map(({ repId }) => NAMES[repId] ?? repId);
        if (this.screen.kind === 'meeting') delete this.screen.isAgendaNew;
        return { written, changed: [], screen: this.snapshot(), did: [], rest: [] };
      }
      case 'showRow':
        return { shown: true };
      case 'loadGoals':
        return of('loadGoals').pasted === undefined ? this.goals : { ...this.goals, ...this.pastedGoals };
      case 'saveGoals': {
        const { changes } = of('saveGoals');
        const has = (line: Goal | null) => this.goals.lines.some((one) => line !== null && sameLine(one, line));
        if (changes.some(({ was }) => was && !has(was))) return { ...this.goals, written: false };
        const gone = changes.flatMap(({ was }) => was ?? []);
        const left = this.goals.lines.filter((one) => !gone.some((line) => sameLine(one, line)));
        this.goals = { ...this.goals, lines: [...left, ...changes.flatMap(({ now }) => now ?? [])] };
        return { ...this.goals, written: true };
      }
      case 'protectTabs':
        return {
          ...this.portion(of('protectTabs'), ['tab:p1', 'tab:p2', 'tab:p3']),
          done: ['Tomas Okafor', 'Lena Vogt'],
          left: ['Ruth Amsel: no e-mail address in Setup.'],
        };
      case 'buildTeam':
        return { did: ['figures:', 'team:'], rest: [], screen: this.snapshot() };
      case 'importSources':
        return this.sources;
      case 'readImport':
        return answer('report');
      case 'lookUpDeals':
        return this.knownDeals(of('lookUpDeals'));
      case 'applyImport': {
        const { tabs, ...request } = of('applyImport');
        const units = tabs.map(({ repId }) => `tab:${repId}`);
        const portion = this.portion(request, request.rest ?? units);
        const changed = this.changedMeanwhile;
        this.changedMeanwhile = [];
        const screen = portion.rest.length === 0 ? this.snapshot() : null;
        return { ...portion, changed, remembered: true, isNoted: true, screen };
      }
      case 'takeBackImport': {
        const { people } = of('takeBackImport');
        const did = people.flatMap((id) => [`check:${id}`, `back:${id}`]);
        return {
          obstacles: this.obstacles,
          rows: this.obstacles.length > 0 ? 0 : 12,
          did,
          rest: [],
          screen: this.snapshot(),
        };
      }
      case 'loadNotes':
        return { ...this.ownNotes };
      case 'saveNote':
        return this.saveNote(of('saveNote'));
      case 'deleteNotes':
        this.ownNotes = { notes: [], room: STORE_MOST_BYTES };
        return { ...this.ownNotes };
    }
  }

  private saveNote({ repId, name, was, text }: NoteToSave): NoteSaved {
    const { notes, room } = this.ownNotes;
    const there = notes.find((one) => one.repId === repId)?.text ?? '';
    if (there !== was && there !== text) return { outcome: 'conflict', theirs: there, notes, room };
    if (text.length > room) return { outcome: 'full', notes, room };
    const others = notes.filter((one) => one.repId !== repId);
    this.ownNotes.notes = text === '' ? others : [{ repId, name, text, savedOn: '2026-11-03' }, ...others];
    return { outcome: 'saved', ...this.ownNotes };
  }

  private knownDeals(request: GoesOn): KnownDeals {
    const units = this.known.map(({ repId }) => `read:${repId}`);
    const portion = this.portion(request, units);
    return { ...portion, tabs: this.known.filter(({ repId }) => portion.did.includes(`read:${repId}`)) };
  }

  /** The preview as the server makes it once it knows the decisions. */
  private previewOf(
    decisions: RequestOf<'planMonth'>['decisions'] = [],
    agenda: CarryView['agenda'] = 'full',
  ): StartPreview {
    const person = { ...(this.carried ?? carry()), agenda };
    const digest = decisions.length === 0 ? person.digest : `${person.digest}:${JSON.stringify(decisions)}`;
    return { people: [{ ...person, digest, ...sortDeals(person, decisions) }], withoutTab: [], did: [], rest: [] };
  }

  private start(request: RequestOf<'startMonth'>): StartResult {
    const { sheetId, people, bringAlong } = request;
    const brought = bringAlong ? (this.carried?.late.length ?? 0) : 0;
    const none = { started: [], already: [], brought, problems: [] };
    const changed = this.changedMeanwhile;
    this.changedMeanwhile = [];
    if (sheetId !== null) {
      const started = changed.length > 0 ? [] : ['Tomas Okafor'];
      return { ...none, started, changed, did: [], rest: [], screen: this.snapshot() };
    }
    const ids = people.map(({ repId }) => repId);
    const portion = this.portion(request, [...ids.map((id) => `ranks:${id}`), ...ids.map((id) => `tab:${id}`)]);
    const done = this.everyone.people.filter(({ repId }) => portion.did.includes(`tab:${repId}`));
    const started = done.map(({ name }) => name).filter((name) => !changed.includes(name));
    return { ...none, ...portion, started, changed, screen: portion.rest.length === 0 ? this.snapshot() : null };
  }
}

/** Names of the people in the fixtures. */
const NAMES: Record<string, string> = { p1: 'Tomas Okafor', p2: 'Lena Vogt' };
