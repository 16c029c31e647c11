import type { StoryStep } from '../core/deal/story';
import type { HomeLine } from '../core/home';
import type { AgendaId } from '../core/shared/agenda';
import type { MeetingClock } from '../core/shared/clock';
import type { IsoDate } from '../core/shared/dates';
import type { Cells, CellValue, Field, FieldType, SectionKind } from '../core/shared/fields';
import type { MonthKey } from '../core/shared/month';
import type { Question } from '../core/shared/questions';
import type { Better } from '../core/shared/standing';

/** What the sidebar shows: everything it needs, from one call or from the page itself. Days are days of the sheet's zone. */
export type Screen = SetUpScreen | WrongTabScreen | NoMonthScreen | MeetingScreen;

export interface Common {
  /** Epoch ms of the server when this was made: the sidebar corrects its own clock by it. */
  serverNow: number;
  today: IsoDate;
  /** The month that is due today. */
  dueMonth: MonthKey;
  /** Id of the spreadsheet: what the browser keeps belongs to it and to no copy. */
  file: string;
  /** How the spreadsheet writes numbers and days, "de-DE": what can be read in two ways follows it. */
  language?: string;
  /** Who is at the keyboard. */
  me: { email: string; role: 'manager' | 'rep' | 'unknown'; name: string };
  /** Lines of Setup that cannot be read, with their cells; empty when all is well. */
  setupProblems: ProblemView[];
}

/** A sheet without a tracker. */
export interface SetUpScreen extends Common {
  kind: 'setUp';
  /** Names of tabs that are there already and stay as they are. */
  otherTabs: string[];
}

/** The sidebar was opened on a tab that is no salesperson's. */
export interface WrongTabScreen extends Common {
  kind: 'wrongTab';
  tab: string;
  sheetId: number;
  /** Why a tab that has been a salesperson's is none now: its head is lost, or it is a copy. Check and repair helps. */
  damage: ProblemView | null;
  people: PersonView[];
  /** For a manager: how everybody stands, who needs a 1:1 first on top; null where the tracker has no figures yet. */
  home: HomeLine[] | null;
}

export interface PersonView {
  repId: string;
  name: string;
  /** Sheet id of the person's tab; null when there is none. */
  sheetId: number | null;
  /** There is none because it has never been made. */
  owed?: boolean;
}

export interface RepView {
  repId: string;
  name: string;
  /** First name, for sentences. */
  shortName: string;
  email: string;
  sheetId: number;
  tab: string;
}

/** A salesperson's tab without a block for the month that is due. */
export interface NoMonthScreen extends Common {
  kind: 'noMonth';
  rep: RepView;
  people: PersonView[];
  /** The newest block that is there, null on a fresh tab. */
  newestMonth: MonthKey | null;
  /** Is that block's meeting finished? */
  newestFinished: boolean;
  /** Every month of the tab, newest first. */
  months?: MonthKey[];
  agendas: AgendaView[];
  /** The agenda that Setup has for this person. */
  agenda: AgendaId;
  /** Why a month is not found that may be there: its band or its keys are gone. Check and repair helps. */
  damage: ProblemView | null;
}

/** A salesperson's tab with a month block. */
export interface MeetingScreen extends Common {
  kind: 'meeting';
  rep: RepView;
  people: PersonView[];
  block: BlockView;
  /** The newest month on the tab; later than the block's where somebody has started another one. */
  newestMonth: MonthKey;
  /** Every month of the tab, newest first; left out where the tab was not looked through. */
  months?: MonthKey[];
  clock: MeetingClock | null;
  /** Statuses in the order of the list; blank means moving. */
  statuses: StatusView[];
  /** Who can own a commitment: first the rep, then managers. */
  owners: string[];
  /** May this month still be taken back? Only while nobody has typed into it. */
  canUndoStart: boolean;
  /** What the year of this month’s goals is called: "2026", or "2026/27" for one that begins later than in January. */
  year: string;
  /** Setup has another agenda by now, which open months may take over; for managers. */
  isAgendaNew?: true;
  /** What cannot be read on this tab, with its cells; Check and repair mends it. Empty when all is well. */
  tabProblems: ProblemView[];
  /** The agendas that a month can be started with. */
  agendas: AgendaView[];
  /** Further questions, as Setup has them: the page chooses those that fit. */
  questions: readonly Question[];
  /** The steps of the team's own way to sell, as Setup names them; [] for none. */
  method: readonly string[];
}

export interface AgendaView {
  id: AgendaId;
  name: string;
  minutes: number;
}

export interface StatusView {
  word: string;
  closes: boolean;
  /** Of those that close a deal: was it won? */
  won: boolean;
}

export interface BlockView {
  month: MonthKey;
  /** Where it stands on the tab: sheet row of its band, and number of rows. */
  place: { row: number; rows: number };
  /** 1 for a rep's first meeting. */
  number: number;
  /** moved: planned, but for another day than at first. */
  state: 'planned' | 'moved' | 'running' | 'finished';
  /** The day the meeting is planned for, or was held on; '' when there is none yet. */
  heldOn: IsoDate | '';
  /** A day that has passed without the meeting: it is not held yet. */
  overdue: boolean;
  /** Finished once, and opened again since. */
  reopened: boolean;
  /** The planned minutes of all sections together. */
  plannedMinutes: number;
  /** Minutes used; null before the end. */
  minutes: number | null;
  lastFocus: string;
  /** Month of the block that the last focus comes from. */
  lastFocusMonth: MonthKey | null;
  sections: SectionView[];
  /** What the salesperson prepares beside figures, opportunities and topics. `ready` holds "✓" or ''. */
  prepare: Record<PrepareText, TextView>;
  /** What was seen and learnt of the call that was nominated; null in months that were made before there was this row. */
  seen: TextView | null;
  /** What the manager has prepared and shares; null as above. */
  brings: TextView | null;
  /** The plan for the figures; null where this month's agenda has no KPIs. */
  plan: TextView | null;
  /** Opportunities in figures; null where the sheet has no such row. */
  pipeline: PipelineView | null;
  /** Lines of development, and coaching plans: about, look again on, what we try, status, what came of it, next step. */
  growth: { fields: FieldView[]; rows: RowView[]; spareKeys: string[] };
  /** Commitments of rep and manager, those that came along first. They stand in the Conclusion. */
  commitments: RowView[];
  /** The Conclusion's texts. `nextDate` is an IsoDate, the text typed instead, or ''. */
  conclusion: Record<ConclusionText, TextView>;
  /** A short text that changes whenever a cell of the block changes: for cheap comparison. */
  revision: string;
}

export type PrepareText = 'review' | 'help' | 'ready';

/** As the sheet's formulas have it; null where a formula gives no number. */
export interface PipelineView {
  amount: number | null;
  /** Each open amount by the weight of its status; null where Setup has no weights. */
  weighted: number | null;
  /** Open amount over what is left of the goal; null when there is no goal, or nothing left of it. */
  coverage: number | null;
  /** What is left of the year's goal of the first result KPI, 0 or less when it is reached; null where the sheet does not say. */
  left: number | null;
  /** When the open ones are to close, as the sheet words it: "this month 40k (2)". Empty in months that do not say. */
  closing: string[];
  /** What the month has done to the pipeline: "+60k new (4)", "3 pushed". Empty in months that do not say, or without a change. */
  changes: string[];
  open: number;
  stuck: number;
  /** "4 amounts not counted", as the sheet words it; '' where all are. */
  uncounted: string;
  commitmentsOpen: number;
  commitmentsLate: number;
  cell: string;
}

export type ConclusionText = 'observed' | 'focus' | 'takeaway' | 'nextDate';

/** One text of the Conclusion; edited as field `when` of the row with this key. */
export interface TextView {
  key: string;
  label: string;
  value: CellValue;
  cell: string;
  formula: boolean;
}

export interface SectionView {
  id: string;
  kind: SectionKind;
  name: string;
  question: string;
  /** Planned minutes; null for the Conclusion, which has the rest. */
  minutes: number | null;
  /** 1 to 7, for colour and number. */
  number: number;
  fields: FieldView[];
  rows: RowView[];
  /** Keys of the empty rows that wait to be typed into, top first. A new row takes the first of them. */
  spareKeys: string[];
}

export interface FieldView {
  field: Field;
  label: string;
  type: FieldType;
}

export interface RowView {
  /** "existing:k3f9": the section's id and the row's id. Stable through sorting and moving. */
  key: string;
  cells: Cells;
  /** Where each field stands, e.g. { next: "H21" }: for messages. */
  at: Partial<Record<Field, string>>;
  /** Fields that hold a person's own formula: shown, never overwritten. */
  formulas: Field[];
  /** What a day or an amount was perhaps meant as, where Google has read what was typed in an unlikely way. */
  perhaps?: Partial<Record<Field, CellValue>>;
  /** The day that was kept beside the next step when it was written. */
  nextDay?: IsoDate;
  /** Only for opportunities that came from an earlier month. */
  life?: LifeView;
  /** Only for commitments and lines of development that came from an earlier month: that month. */
  fromMonth?: MonthKey;
  /** Only for coaching plans: the key of the row they are about, '' where that is none of this month's. */
  plan?: { about: string };
  /** Only for KPIs. */
  kpi?: KpiView;
}

/** A KPI's figures as the sheet's formulas have them. Shares of the goal: 1 is on goal. */
export interface KpiView {
  unit: string;
  kind: 'result' | 'activity';
  better: Better;
  /** What the team compares itself with, in the unit of the goal; left out where Setup has none. */
  benchmark?: number;
  share: number | null;
  quarter: number | null;
  year: number | null;
  /** Shares of up to six months, the oldest first, this row's last; null is a month without figures. */
  trend: (number | null)[];
  /** "2 of 8", or ''. */
  rank: string;
}

export interface LifeView {
  firstMonth: MonthKey;
  /** How often the close date was moved to a later day, up to the month's beginning. */
  timesPushed: number;
  /** For how many 1:1s in a row nothing about it has changed. */
  monthsUnchanged: number;
  /** For how many of the latest 1:1s in a row it was stuck; this month's not counted. */
  monthsStuck: number;
  /** What each earlier 1:1 added, the oldest first; empty in months that were made before stories were kept. */
  story: StoryStep[];
}

/** A problem in words, with the place where it can be mended. */
export interface ProblemView {
  code: string;
  message: string;
  /** What Google itself said, word for word, for whoever is asked for help. */
  detail?: string;
  tab?: string;
  cell?: string;
}
