import type { Status } from '../deal/carry';
import type { Said } from '../deal/imprint';
import type { Cells, Field } from '../shared/fields';
import type { MonthKey } from '../shared/month';
import type { Life } from '../shared/record';
import type { ImportChange } from './changes';
import type { ImportDeal } from './deal';
import type { KnownRow, KnownTab, TabObstacle } from './known';

/**
 * What becomes of a deal of the table, each exactly one of these. `kept`: it differs, and what a person typed stays.
 * `closedBefore`: it was closed before it ever stood on a tab; `closedHere`: it stood there, and is closed. `proposed`:
 * it belongs to somebody else by now, which only a manager's import can carry out. `doubtful`: it may be one of several
 * rows. `pending`: its owner's tab has not been looked at yet.
 */
export type FateKind =
  | 'pending'
  | 'new'
  | 'changed'
  | 'kept'
  | 'same'
  | 'reopened'
  | 'handedOver'
  | 'proposed'
  | 'closedBefore'
  | 'closedHere'
  | 'leftBehind'
  | 'doubtful'
  | 'leftOut';

/** Why a deal goes nowhere: nobody's, nobody's on the roster, somebody else's than the salesperson who imports, or the tab. */
export type LeftOutWhy = { why: 'noOwner' | 'stranger' | 'notYours' } | TabObstacle;

/** Where a deal stands, or stood, that is not where it goes. */
export interface OtherPlace {
  repId: string;
  name: string;
  month: MonthKey;
  /** The word in its status cell. */
  status: string;
}

export interface DealFate {
  deal: ImportDeal;
  fate: FateKind;
  /** Whose tab it stands on or goes to; '' for nobody's. */
  repId: string;
  /** Its row on that tab. */
  row: KnownRow | null;
  changes: ImportChange[];
  /** Cells in which a person's word stays against the CRM's. `isTaken`: the CRM's was chosen, and it is among the changes. */
  conflicts: (ImportChange & { isTaken: boolean })[];
  formulas: Field[];
  /** The row gets the CRM's id. */
  isLinked: boolean;
  other: OtherPlace | null;
  /** Rows typed by hand that may be this deal, the likeliest first; `twin` is the one it is taken for. */
  twins: KnownRow[];
  twin: KnownRow | null;
  left: LeftOutWhy | null;
  /** A person has left this line out: its fate is what it would have been. */
  isOut: boolean;
}

/** An open row whose deal is not in the table any more. */
export interface MissingRow {
  row: KnownRow;
  isDropped: boolean;
}

/** The rows of a person whose deals are not in the table any more. */
export interface MissingGroup {
  repId: string;
  name: string;
  rows: MissingRow[];
  /** So many of the tab's deals are missing that the table seems to hold only a part of them: nothing is asked. */
  looksFiltered: boolean;
  /** How many open deals of the tab have a CRM's id. */
  known: number;
}

/** What a person has said in the preview. */
export interface ImportDecisions {
  /** Lines left out. */
  out: readonly number[];
  /** "line:field" of conflicts in which the CRM counts. */
  crm: readonly string[];
  /** By line, the key of the row that it is; '' for none. */
  twins: Readonly<Record<number, string>>;
  /** What becomes of rows whose deals are missing: of all, and by "repId row-key" of single ones. */
  missing: 'keep' | 'drop';
  missingRows: Readonly<Record<string, 'keep' | 'drop'>>;
}

/** Nothing said: lines come in, people's words stay, rows are kept. */
export const NO_DECISIONS: ImportDecisions = { out: [], crm: [], twins: {}, missing: 'keep', missingRows: {} };

/** A row that is there, with what is written into it. Written only while each cell still holds what was seen. */
export interface RowEdit {
  key: string;
  cells: ImportChange[];
  /** The CRM's id that the row gets. */
  sourceId?: { was: string; now: string };
  /** What it keeps as said by the CRM; without it, what it had. */
  said?: Said;
}

/** A row that comes in. */
export interface RowAdded {
  /** The id of the row that it goes on from, '' for one that begins. */
  id: string;
  section: 'new' | 'existing';
  cells: Cells;
  sourceId: string;
  said: Said;
  life: Life | null;
}

/** All that is written on one tab, into its newest month. */
export interface TabEdits {
  repId: string;
  month: MonthKey;
  rows: RowEdit[];
  added: RowAdded[];
}

export interface ImportInput {
  deals: readonly ImportDeal[];
  /** Id keys of all lines of the table, also of those that are left out. */
  inTable: ReadonlySet<string>;
  tabs: readonly KnownTab[];
  /** Roster ids by the owner's key; '' is nobody. */
  owners: Readonly<Record<string, string>>;
  /** The person that all deals go to, a roster id; '' each to its owner. */
  all: string;
  /** The only person whose tab may be written, a roster id; '' everybody's. */
  only: string;
  statuses: readonly Status[];
  decisions: ImportDecisions;
  /** Roster ids of those whose tabs have not been looked at yet; nothing may be written while there are some. */
  pending?: ReadonlySet<string>;
}

export interface ImportPlan {
  /** One for each deal, in the table's order. */
  fates: DealFate[];
  missing: MissingGroup[];
  edits: TabEdits[];
}
