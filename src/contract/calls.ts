import type { CarryDecision } from '../core/deal/carry';
import type { HomeLine } from '../core/home';
import type { AgendaId, Section } from '../core/shared/agenda';
import type { ClockAction, MeetingClock } from '../core/shared/clock';
import type { IsoDate } from '../core/shared/dates';
import type { CellValue, Field } from '../core/shared/fields';
import type { Goal, LineChange } from '../core/shared/goal-lines';
import type { MonthKey } from '../core/shared/month';
import type { ExportPart } from './export';
import type {
  ImportApply,
  ImportResult,
  ImportSources,
  ImportTabTable,
  KnownDeals,
  LookUpDeals,
  TakeBack,
  TakenBack,
} from './import';
import type { LifeHistory, LineTrace } from './life';
import type { NoteSaved, NoteToSave, PrivateNotes } from './notes';
import type { GoesOn, Portion, Previewed } from './portions';
import type { BlockView, ProblemView, Screen } from './state';

/**
 * Every function the sidebar can call, its argument and its result.
 * Both cross as JSON text: `google.script.run.NAME(JSON.stringify(request))` → JSON of Answer<result>.
 * Every call may be repeated after a lost answer: a repeat changes nothing.
 */
export interface Calls {
  /** The screen for a tab; without sheetId, for the active tab. */
  loadScreen: Call<{ sheetId?: number; month?: MonthKey }, Screen>;
  /** How everybody on the team stands, who needs a 1:1 first on top. Managers only. */
  loadHome: Call<Record<string, never>, HomeLine[] | null>;
  /** Shows a person's tab in the sheet and answers its screen. */
  openTab: Call<{ sheetId: number | null }, Screen>;
  /** Makes the Setup tab, a tab for each name and the first month. One line a person: "Name" or "Name, e-mail". */
  setUpTeam: Call<GoesOn & { people: string; month: MonthKey; managerName: string }, NewTabs>;
  /** Adds people to the roster, with tabs and, if given, the month. */
  addPeople: Call<GoesOn & { people: string; month: MonthKey | null }, NewTabs & { alreadyThere: string[] }>;
  /** Gives everybody on the roster who has none yet a tab and, if given, the month on it. */
  makeTabs: Call<GoesOn & { month: MonthKey | null }, NewTabs>;
  /** What starting a month would write; writes nothing. sheetId null: for everyone; decisions are for one tab only. */
  planMonth: Call<
    GoesOn & { sheetId: number | null; month: MonthKey; agenda?: AgendaId; decisions?: CarryDecision[] },
    StartPreview
  >;
  /**
   * Applies a preview to each tab that is still the same. With bringAlong, a month that is there gets the open deals of
   * the month before that it lacks.
   */
  startMonth: Call<
    GoesOn & {
      sheetId: number | null;
      month: MonthKey;
      people: Previewed[];
      agenda?: AgendaId;
      decisions?: CarryDecision[];
      bringAlong?: boolean;
    },
    StartResult
  >;
  /** Takes a started month back, if nobody has typed into it. */
  undoStart: Call<{ sheetId: number; month: MonthKey }, Screen>;
  /** Writes cells; each edit is answered on its own. */
  saveEdits: Call<MonthPin & { edits: Edit[] }, SaveResult>;
  /**
   * start, pause, resume, +1, go to a section. `actionId` is chosen by the client. With `show`, the sheet of who asks
   * scrolls to the section that is gone to.
   */
  setClock: Call<
    MonthPin & { action: ClockAction; actionId: string; show?: boolean },
    { clock: MeetingClock | null; serverNow: number; screen?: Screen }
  >;
  /** Scrolls the sheet of who asks to a row; `shown` is false where it no longer stands where it was seen. */
  showRow: Call<MonthPin & { key: string }, { shown: boolean }>;
  /** Has anything changed since this revision? Cheap; asked seldom and only while visible. */
  lookForChanges: Call<MonthPin & { revision: string }, LookResult>;
  /** Ends the meeting: held on, minutes, who finished. Never refuses because something is empty. */
  finishMeeting: Call<MonthPin & { actionId: string } & HeldAs, FinishResult>;
  /** Plans the meeting for a day, or moves it to another one. */
  planMeeting: Call<MonthPin & { date: IsoDate }, Screen>;
  /** Opens a finished meeting again; finishing it once more keeps its day and minutes. */
  reopenMeeting: Call<MonthPin, Screen>;
  /** What is damaged on a tab and what a repair would do; writes nothing. */
  checkTab: Call<{ sheetId: number }, CheckResult>;
  /** Repairs as previewed, if the tab is still the same; else `changed` holds the new preview and nothing was written. */
  repairTab: Call<{ sheetId: number; digest: string }, RepairResult>;
  /** What pasted actuals (a table of rep × KPI) would write; writes nothing. `month` is the block's month. */
  planActuals: Call<GoesOn & PastedActuals, ActualsPreview>;
  applyActuals: Call<GoesOn & PastedActuals & { people: Previewed[] }, ActualsResult>;
  /** What Setup's agenda would change in open months; writes nothing. Managers only. */
  planAgenda: Call<GoesOn, AgendaPreview>;
  /** Changes their sections as previewed; with `back`, to these ones instead. A section with text stays. */
  applyAgenda: Call<GoesOn & { people: Previewed[]; back?: Record<string, Section[]> }, AgendaResult>;
  /** The goals in Setup, and those of a pasted table of person × KPI. Managers only. */
  loadGoals: Call<{ pasted?: string }, GoalTable & PastedGoals>;
  /** Writes lines of goals, all of them or none: `written` says which. A repeat changes nothing. */
  saveGoals: Call<{ changes: LineChange[] }, GoalTable & { written: boolean }>;
  /** The whole life of one opportunity, by its row's key. Reads the rows of that opportunity only. */
  loadLife: Call<{ sheetId: number; repId: string; key: string }, LifeHistory>;
  /** Lines of development and coaching over all months: one of them by its row's key, or all of the tab. */
  loadLines: Call<{ sheetId: number; repId: string; key?: string }, LineTrace[]>;
  /** A record as rows, of one tab or of all (sheetId null). */
  exportRecord: Call<GoesOn & { sheetId: number | null }, ExportPart>;
  /** Lets each rep edit the own tab only, as far as Google lets the one who asks. */
  protectTabs: Call<GoesOn, ProtectResult>;
  /** Makes the Team tab, or brings it up to date with roster and KPIs of Setup. */
  buildTeam: Call<GoesOn, Portion & { screen: Screen | null }>;
  /** Tabs that deals can be imported from, and the statuses that a CRM's stages are mapped to. */
  importSources: Call<Record<string, never>, ImportSources>;
  /** A tab as a source of deals. */
  /** `from`: the row to begin with, 1 for the first part. */
  readImport: Call<{ sheetId: number; from: number }, ImportTabTable>;
  /** What the tabs know of some deals; the page plans the import from it. Writes nothing. */
  lookUpDeals: Call<GoesOn & LookUpDeals, KnownDeals>;
  /** Writes what was planned. A rep's import writes on the own tab only. */
  applyImport: Call<GoesOn & ImportApply, ImportResult>;
  takeBackImport: Call<GoesOn & TakeBack, TakenBack>;
  /** What the one who asks keeps for oneself: of that account only, never in the sheet. */
  loadNotes: Call<Record<string, never>, PrivateNotes>;
  saveNote: Call<NoteToSave, NoteSaved>;
  deleteNotes: Call<Record<string, never>, PrivateNotes>;
}

export interface Call<Request, Result> {
  request: Request;
  result: Result;
}

export type CallName = keyof Calls;
export type RequestOf<N extends CallName> = Calls[N]['request'];
export type ResultOf<N extends CallName> = Calls[N]['result'];

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: ProblemView };

/** Calls that work in portions. */
export type PortionCall = { [N in CallName]: ResultOf<N> extends Portion ? N : never }[CallName];

/** A person's month on a tab. */
export interface MonthPin {
  sheetId: number;
  repId: string;
  month: MonthKey;
  /** Where the sidebar saw it last (BlockView.place): a hint that spares the server the search. */
  seen?: { row: number; rows: number };
}

/** One cell to change. `was` is what the sidebar showed: a cell that holds something else by now is not overwritten. */
export interface Edit {
  /** "existing:k3f9". A key that is not in the block yet makes a new row in that section ("new:x1" → section new; "todo:x1" → a commitment). */
  key: string;
  field: Field;
  was: CellValue;
  now: CellValue;
  /** Only of a new coaching plan ("grow:x1"): what it is about, see core/coaching/lines.ts. */
  coaching?: string;
  /** Of a next step: the day that it names as it is written, '' for none (core/shared/next-step.ts). */
  day?: IsoDate | '';
}

export interface EditOutcome {
  key: string;
  field: Field;
  /**
   * saved: the cell holds `now`. conflict: somebody else changed it; `theirs` is what is there. formula: a formula
   * stands there and stays. gone: the row is no longer in the block; nothing was written. refused: see problem.
   */
  outcome: 'saved' | 'conflict' | 'formula' | 'gone' | 'refused';
  theirs?: CellValue;
  cell?: string;
  problem?: ProblemView;
}

export interface SaveResult {
  outcomes: EditOutcome[];
  /** The month after the save; null when `screen` tells it. */
  saved: SavedBlock | null;
  screen: Screen | null;
}

/** What has become of a month since a revision. */
export interface LookResult {
  clock: MeetingClock | null;
  serverNow: number;
  /** Null when the month is as it was. */
  screen: Screen | null;
  /** The newest month on the tab; null where the screen is of no month. */
  newestMonth: MonthKey | null;
  activeSheetId: number;
}

/**
 * A month as it was read, with the save laid over it. What formulas compute may be older than the save: look for changes
 * soon. Of KPIs it does not say what Setup says: unit, kind and direction are as on the last screen.
 */
export interface SavedBlock {
  block: BlockView;
  /** Has nobody typed into it? */
  untouched: boolean;
  serverNow: number;
}

/** Tabs that a call has made. */
export interface NewTabs extends Portion {
  /** Whose. */
  added: string[];
  /** Null while some are left to do. */
  screen: Screen | null;
}

/** What a month would begin with, for one tab. */
export interface CarryView {
  repId: string;
  /** Stands for what was previewed. */
  digest: string;
  name: string;
  sheetId: number;
  /** already: the month is there; nothing would change but for what is `late`. */
  state: 'new' | 'already' | 'problem';
  problem?: ProblemView;
  /** The block that things come from; null for a first month. */
  fromMonth: MonthKey | null;
  /** Is that month's 1:1 still to be held or finished? Left out where it is over. */
  isOpen?: true;
  kept: CarriedView[];
  won: CarriedView[];
  lost: CarriedView[];
  /** Left behind by decision, each with its reason or ''. */
  dropped: (CarriedView & { reason: string })[];
  /** Only for a month that is there: open deals of the month before that it has, and those that it lacks. */
  there: number;
  late: CarriedView[];
  /** What else it lacks of the month before; left out where that is nothing. */
  lateMore?: LateMore;
  /** Cells that come along as they stand but cannot be read (an amount "12k–15k?"). */
  unreadable: { title: string; text: string; cell: string; what: 'amount' | 'when' | 'status' }[];
  commitments: number;
  /** The agenda that the month begins with. */
  agenda: AgendaId;
  /** Plans whose reviews were missed too often, and those that are dropped by decision. */
  plans: StalePlan[];
  /** What the month asks about the help that was wanted in the one before; '' for nothing. */
  help: string;
  lastFocus: string;
}

/** A coaching plan that nobody has looked at for a while. */
export interface StalePlan {
  id: string;
  title: string;
  /** Reviews in a row that were missed. */
  missed: number;
  isDropped: boolean;
}

export interface CarriedView {
  id: string;
  title: string;
  amount: CellValue;
  monthsUnchanged: number;
  timesPushed: number;
  firstMonth: MonthKey;
  /** Kept by decision, though it was closed. */
  reopened?: 'won' | 'lost';
}

export interface StartPreview extends Portion {
  people: CarryView[];
  /** Names of people on the roster who have no tab yet. */
  withoutTab: string[];
}

export interface StartResult extends Portion {
  started: string[];
  already: string[];
  /** How many deals a month that was there has been given. */
  brought: number;
  problems: ProblemView[];
  /** Names of people whose tabs are no longer as previewed: nothing was written there. */
  changed: string[];
  /** Null while some are left to do. */
  screen: Screen | null;
}

/** What a person says of a meeting whose clock cannot: it never ran, or for hours. */
export interface HeldAs {
  /** The day it was held; today, unless said, without a clock. */
  heldOn?: IsoDate;
  /** How many minutes it took; null for none that anybody knows. */
  minutes?: number | null;
}

export interface FinishResult {
  screen: Screen;
  minutes: number;
  /** Names of what was left empty. */
  leftEmpty: string[];
  nextMonth: MonthKey;
  /** The day of the next 1:1, or ''. */
  nextDate: IsoDate | '';
}

/** Something on a tab that a hand edit has damaged. */
export interface Finding {
  /** A1 address, or '' when it is about the whole tab. */
  cell: string;
  /** What is wrong, in a plain sentence. */
  words: string;
  /** What a repair would do about it; '' when only a person can. */
  repair: string;
}

export interface CheckResult {
  tab: string;
  digest: string;
  findings: Finding[];
}

export interface RepairResult {
  /** What was done, a sentence each. */
  done: string[];
  /** What is left for a person to mend. */
  left: Finding[];
  changed: CheckResult | null;
  screen: Screen;
}

/** Pasted figures, the month whose block they go into, and what a person has said of names (see NameQuestionView). */
export interface PastedActuals {
  month: MonthKey;
  text: string;
  names?: Record<string, string>;
}

/** Goals as Setup has them. */
export interface GoalTable {
  /** Who is on the team today. */
  people: { repId: string; name: string }[];
  /** `adds`: months add up to a year. */
  kpis: { id: string; name: string; unit: string; adds: boolean }[];
  lines: Goal[];
}

/** What a pasted table says, and what of it could not be used, a sentence each. */
export interface PastedGoals {
  pasted?: { repId: string; kpiId: string; value: number }[];
  leftOut?: string[];
}

/** A name of the table that may be somebody or something. */
export interface NameQuestionView {
  /** Under which an answer travels; '' as the answer leaves the name out. */
  key: string;
  what: 'person' | 'kpi';
  name: string;
  /** Those it may be, the likeliest first, and then all others. */
  choices: { id: string; name: string }[];
}

export interface ActualsPreview extends Portion {
  /** Whose figures would change. */
  people: Previewed[];
  /** One for each cell that would change. `was` is '' for an empty cell. */
  changes: { name: string; kpi: string; was: CellValue; now: number; cell: string }[];
  /** How many pasted figures are in the sheet already. */
  same: number;
  /** Lines and columns that were left out, and why, with their place in the pasted text. */
  leftOut: string[];
  questions: NameQuestionView[];
}

export interface ActualsResult extends Portion {
  written: number;
  /** Names of people whose figures are no longer as previewed: nothing was written there. */
  changed: string[];
  /** Null while some are left to do. */
  screen: Screen | null;
}

export interface AgendaPreview extends Portion {
  /** Whose open month would change: in sentences, and the sections that it has now. */
  people: (Previewed & { name: string; changes: string[]; was: Section[] })[];
  /** Which months stay as they are, and why, a sentence each. */
  left: string[];
}

export interface AgendaResult extends Portion {
  /** Names of those whose month has changed. */
  written: string[];
  /** Names of people whose months are no longer as previewed: nothing was written there. */
  changed: string[];
  /** Null while some are left to do. */
  screen: Screen | null;
}

export interface ProtectResult extends Portion {
  /** Names of tabs that only their people and the managers can edit now. */
  done: string[];
  /** Tabs left as they are, and why, a sentence each. */
  left: string[];
}

/** How many commitments and lines of development a month lacks, and whether the focus or the plan of the month before. */
export interface LateMore {
  commitments: number;
  growth: number;
  focus: boolean;
  plan: boolean;
  /** The question how help went that was wanted. */
  help: boolean;
}
