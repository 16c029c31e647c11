/**
 * The workbench's spreadsheet engine, as the services and the server see it.
 *
 * Everything above this file speaks 1-based rows and columns (as Google does); everything below it is Univer.
 * An engine holds one workbook. Reads settle pending calculation first; a write is applied whole and then calculated.
 */

/** A rectangle of cells on one sheet. Rows and columns are 1-based. */
export interface Rect {
  row: number;
  col: number;
  rows: number;
  cols: number;
}

/** A stored value. Dates are serial day numbers (days since 1899-12-30) in cells with a date number format. */
export type Scalar = string | number | boolean | null;

/** An image in a cell, by where it comes from; the texts are for those who do not see it. */
export interface CellImageState {
  url: string;
  title: string;
  description: string;
}

/** What is put into one cell. `undefined` members stay as they are. */
export interface CellInput {
  /** A literal; null clears. Setting a literal removes a formula. */
  v?: Scalar;
  /** A formula in en-US spelling with a leading `=` and `,` between arguments (see formula-text.ts for the other spellings). */
  f?: string;
  /** The text of a formula that does not parse in the file's locale: the cell keeps it and shows #ERROR!. */
  unparsable?: string;
  image?: CellImageState;
}

/** What one cell holds. */
export interface CellContent {
  /** The literal, or the formula's result; null when blank. A formula error is its text ('#REF!'). */
  v: Scalar;
  /** The formula in en-US spelling, '' when there is none. */
  f: string;
  /** Set when `f` is a text that did not parse in the file's locale: show it as it is. */
  unparsable?: true;
  /** `v` is null then. */
  image?: CellImageState;
}

export type BorderStyle = 'SOLID' | 'SOLID_MEDIUM' | 'SOLID_THICK' | 'DOTTED' | 'DASHED' | 'DOUBLE';
export interface BorderEdge {
  style: BorderStyle;
  color: string;
}

/** The look of a cell. In a write, absent = leave, null = back to the default. */
export interface CellStyle {
  background?: string | null;
  fontColor?: string | null;
  fontFamily?: string | null;
  fontSize?: number | null;
  fontWeight?: 'bold' | 'normal' | null;
  fontStyle?: 'italic' | 'normal' | null;
  fontLine?: 'underline' | 'line-through' | 'none' | null;
  /** `general-left` is said and looks as if nothing were said: texts to the left, numbers to the right. */
  horizontalAlignment?: 'left' | 'center' | 'right' | 'general-left' | null;
  verticalAlignment?: 'top' | 'middle' | 'bottom' | null;
  wrap?: 'OVERFLOW' | 'WRAP' | 'CLIP' | null;
  /** Degrees counterclockwise, -90 to 90; vertical: letters below each other, each upright. */
  rotation?: { degrees: number; vertical: boolean } | null;
  /** Said; absent, the text itself tells. */
  direction?: 'LEFT_TO_RIGHT' | 'RIGHT_TO_LEFT' | null;
  /** Google's / the Sheets API's number pattern, e.g. `#,##0`, `d mmm yyyy`, `@`. */
  numberFormat?: string | null;
  border?: { top?: BorderEdge | null; bottom?: BorderEdge | null; left?: BorderEdge | null; right?: BorderEdge | null };
}

/** A run of text inside a rich-text cell: [start, end) offsets in UTF-16 units. */
export interface TextRun {
  start: number;
  end: number;
  style: RunStyle;
}

/** The look of a run, and where it leads. */
export type RunStyle = Pick<
  CellStyle,
  'fontColor' | 'fontFamily' | 'fontSize' | 'fontWeight' | 'fontStyle' | 'fontLine'
> & { link?: string | null };

export interface ValidationRule {
  /** Google's DataValidationCriteria name, e.g. VALUE_IN_LIST, VALUE_IN_RANGE, CHECKBOX, DATE_IS_VALID_DATE, NUMBER_BETWEEN, CUSTOM_FORMULA. */
  criteria: string;
  args: Scalar[];
  /** For VALUE_IN_RANGE. */
  range?: { sheetId: number; rect: Rect };
  allowInvalid: boolean;
  showDropdown: boolean;
  helpText: string | null;
}

export interface ConditionalRule {
  ranges: Rect[];
  /** Google's BooleanCriteria name, e.g. TEXT_EQUAL_TO, CUSTOM_FORMULA, CELL_EMPTY, NUMBER_LESS_THAN; or GRADIENT. */
  criteria: string;
  args: Scalar[];
  style: Pick<CellStyle, 'background' | 'fontColor' | 'fontWeight' | 'fontStyle' | 'fontLine'>;
  /** For GRADIENT: [type, value, color] for min, mid, max. */
  gradient?: ([string, string, string] | null)[];
}

export interface SheetInfo {
  /** Google's gid: a non-negative integer, stable through renames. */
  id: number;
  name: string;
  hidden: boolean;
  maxRows: number;
  maxCols: number;
  frozenRows: number;
  frozenCols: number;
  gridlinesHidden: boolean;
  tabColor: string | null;
  rowGroupControl: 'BEFORE' | 'AFTER';
  /** Last row and column with any content (value or formula), 0 when empty. */
  lastRow: number;
  lastCol: number;
}

/** One group of rows at a depth (1 = outermost). Inclusive, 1-based. */
export interface RowGroup {
  start: number;
  end: number;
  depth: number;
  collapsed: boolean;
}

/** What a filter asks of one column. Dates are serial day numbers. */
export interface FilterCriterion {
  /** Google's BooleanCriteria name; null when only values are hidden. */
  criteria: string | null;
  args: Scalar[];
  /** Shown texts whose rows are hidden. */
  hiddenValues: string[];
}

/** The filter of a sheet. Which rows it hides is settled when it is applied and then follows the rows. */
export interface FilterState {
  /** The header row included. */
  rect: Rect;
  /** By column of the sheet, from 1. */
  criteria: Record<number, FilterCriterion>;
  hiddenRows: number[];
}

export interface ProtectionState {
  id: string;
  kind: 'SHEET' | 'RANGE';
  sheetId: number;
  /** null = the whole sheet. */
  rect: Rect | null;
  description: string;
  warningOnly: boolean;
  /** E-mails that may edit. null = everybody who may edit the file (the state right after protect()). */
  editors: string[] | null;
  domainEdit: boolean;
  /** Only for kind SHEET. */
  unprotected: Rect[];
  rangeName: string | null;
}

export interface MetadataState {
  id: number;
  key: string;
  value: string | null;
  visibility: 'DOCUMENT' | 'PROJECT';
  location:
    | { type: 'SPREADSHEET' }
    | { type: 'SHEET'; sheetId: number }
    | { type: 'ROW'; sheetId: number; index: number }
    | { type: 'COLUMN'; sheetId: number; index: number };
}

export interface NamedRangeState {
  name: string;
  sheetId: number;
  rect: Rect;
}

/** Facts of the file beside the cells. */
export interface FileInfo {
  id: string;
  name: string;
  /** Google's locale name: en_US, de_DE, … */
  locale: string;
  /** IANA zone. */
  timeZone: string;
  owner: string;
  /** E-mails that may edit, the owner included. */
  editors: string[];
  viewers: string[];
}

/** Which property store: 'document', 'script', or 'user:<email>'. */
export type StoreName = string;

/**
 * One change. A list of ops is applied in order, then calculated; the list is one unit for the journal and for pages.
 * The engine throws EngineError (message in Google's English wording where reference material gives one) before it
 * changes anything by a malformed op.
 */
export type WriteOp =
  | { op: 'cells'; sheetId: number; row: number; col: number; cells: (CellInput | null)[][] }
  | { op: 'style'; sheetId: number; row: number; col: number; rows: number; cols: number; style: CellStyle }
  | { op: 'styles'; sheetId: number; row: number; col: number; styles: (CellStyle | null)[][] }
  | { op: 'richText'; sheetId: number; row: number; col: number; text: string; runs: TextRun[] }
  | {
      op: 'clear';
      sheetId: number;
      rect: Rect;
      contents: boolean;
      formats: boolean;
      validations: boolean;
      notes: boolean;
    }
  | { op: 'notes'; sheetId: number; row: number; col: number; notes: (string | null)[][] }
  | { op: 'validations'; sheetId: number; row: number; col: number; rules: (ValidationRule | null)[][] }
  | { op: 'conditionalRules'; sheetId: number; rules: ConditionalRule[] }
  | { op: 'merge'; sheetId: number; rect: Rect; kind: 'ALL' | 'HORIZONTALLY' | 'VERTICALLY' }
  | { op: 'unmerge'; sheetId: number; rect: Rect }
  | {
      op: 'insertRows';
      sheetId: number;
      before: number;
      count: number /** Which neighbour's look new rows take. */;
      inherit: 'before' | 'after' | 'none';
    }
  | { op: 'deleteRows'; sheetId: number; row: number; count: number }
  | { op: 'insertCols'; sheetId: number; before: number; count: number; inherit: 'before' | 'after' | 'none' }
  | { op: 'deleteCols'; sheetId: number; col: number; count: number }
  | { op: 'moveRows'; sheetId: number; row: number; count: number /** pre-move index */; before: number }
  | { op: 'moveCols'; sheetId: number; col: number; count: number; before: number }
  | { op: 'rowHeights'; sheetId: number; row: number; count: number; height: number; forced: boolean }
  | { op: 'colWidths'; sheetId: number; col: number; count: number; width: number }
  | { op: 'rowsHidden'; sheetId: number; row: number; count: number; hidden: boolean }
  | { op: 'colsHidden'; sheetId: number; col: number; count: number; hidden: boolean }
  | { op: 'freeze'; sheetId: number; rows?: number; cols?: number }
  | { op: 'gridlines'; sheetId: number; hidden: boolean }
  | { op: 'tabColor'; sheetId: number; color: string | null }
  | { op: 'rowGroups'; sheetId: number; groups: RowGroup[]; control: 'BEFORE' | 'AFTER' }
  | {
      op: 'insertSheet';
      sheetId: number;
      name: string;
      index: number;
      rows: number;
      cols: number /** copy of this sheet */;
      template?: number;
    }
  | { op: 'deleteSheet'; sheetId: number }
  | { op: 'renameSheet'; sheetId: number; name: string }
  | { op: 'moveSheet'; sheetId: number; index: number }
  | { op: 'sheetHidden'; sheetId: number; hidden: boolean }
  /** Copies within the workbook; relative references shift; a larger `to` is tiled with whole copies. */
  | {
      op: 'copy';
      sheetId: number;
      from: Rect;
      toSheetId: number;
      to: Rect;
      what: 'ALL' | 'VALUES' | 'FORMULA' | 'FORMAT' | 'VALIDATION' | 'NO_BORDERS';
      transposed: boolean;
    }
  /** Cut and paste: references elsewhere follow. */
  | { op: 'move'; sheetId: number; from: Rect; toSheetId: number; row: number; col: number }
  /** null takes the filter away, and its rows show again. */
  | { op: 'filter'; sheetId: number; filter: FilterState | null }
  | { op: 'protections'; all: ProtectionState[] }
  | { op: 'metadata'; all: MetadataState[] }
  | { op: 'namedRanges'; all: NamedRangeState[] }
  | { op: 'file'; patch: Partial<FileInfo> }
  /** null deletes the key. */
  | { op: 'properties'; store: StoreName; entries: Record<string, string | null> };

export interface RowDimension {
  height: number;
  hidden: boolean;
  /** Set to exactly this height: it does not grow with its text. */
  forced: boolean;
}

/** Who causes a write: goes to the journal and to pages, so that a page can tell its own edits. */
export interface WriteOrigin {
  kind: 'script' | 'page' | 'system';
  user: string;
  pageId?: string;
}

export interface Engine {
  file(): FileInfo;
  sheets(): SheetInfo[];
  /** Values and formulas; settles calculation first. The rect must lie within the grid. */
  read(sheetId: number, rect: Rect): Promise<CellContent[][]>;
  /** Formatted text in the file's locale; settles calculation first. */
  displayValues(sheetId: number, rect: Rect): Promise<string[][]>;
  /** The patterns that numbers are shown with, those that formulas bring along included; settles calculation first. */
  numberFormats(sheetId: number, rect: Rect): Promise<(string | undefined)[][]>;
  styles(sheetId: number, rect: Rect): CellStyle[][];
  richText(sheetId: number, row: number, col: number): { text: string; runs: TextRun[] } | null;
  notes(sheetId: number, rect: Rect): string[][];
  validations(sheetId: number, rect: Rect): (ValidationRule | null)[][];
  conditionalRules(sheetId: number): ConditionalRule[];
  merges(sheetId: number): Rect[];
  rowDimensions(sheetId: number, row: number, count: number): RowDimension[];
  colDimensions(sheetId: number, col: number, count: number): { width: number; hidden: boolean }[];
  rowGroups(sheetId: number): RowGroup[];
  filter(sheetId: number): FilterState | null;
  protections(): ProtectionState[];
  metadata(): MetadataState[];
  namedRanges(): NamedRangeState[];
  properties(store: StoreName): Record<string, string>;

  /** Applies the ops in order and calculates; resolves when results are there. Throws EngineError. */
  write(ops: WriteOp[], origin: WriteOrigin): Promise<void>;
  /** Applies the ops in order, and leaves results to the next read or `calculate()`. Throws EngineError. */
  apply(ops: WriteOp[], origin: WriteOrigin): Promise<void>;
  /** Resolves when the results that `apply` left are there, except those of overviews. */
  calculate(): Promise<void>;
  /** Resolves when every result is there. */
  settle(): Promise<void>;

  /** The whole workbook as JSON-able data (Univer snapshot + our extras). */
  save(): WorkbookFile;
  dispose(): void;
}

/** One mutation of Univer's as pages and the journal need it. */
export interface EngineMutation {
  /** Counts up by one from 1 for each mutation or change of extras of this engine. */
  seq: number;
  id: string;
  params: unknown;
  /** Options for the page's syncExecuteCommand. `onlyLocal` marks a calculated result: for pages, not for the journal. */
  opts: { onlyLocal?: true };
  origin: WriteOrigin;
}

/** One line of a journal: what `onMutation` (without results) and `onExtras` reported, in their order. */
export type JournalEntry = { kind: 'mutation'; id: string; params: unknown } | { kind: 'extras'; ops: WriteOp[] };

/** What the server needs of an engine beside reads and writes. */
export interface EngineInternals {
  /** The id of Univer's workbook, as in the snapshot and in each mutation's params. */
  readonly unitId: string;
  /** The number of the latest mutation or change of extras. */
  readonly seq: number;
  /** Univer's name of a sheet: the `subUnitId` in mutations. */
  sheetKey(sheetId: number): string;
  /** The gid that stands for Univer's name of a sheet, undefined when there is no such sheet. */
  sheetIdOf(subUnitId: string): number | undefined;
  /** What people and scripts typed into cells, as it stands: null for a formula's cell. Calculates nothing. */
  typed(sheetId: number, rect: Rect): CellContent['v'][][];
  /** Where a cell's text or formula leads; null where it leads nowhere. */
  linkOf(sheetId: number, row: number, col: number): Promise<string | null>;
  /** Hears each mutation while it happens: params must be serialised before the listener returns. */
  onMutation(listener: (mutation: EngineMutation) => void): () => void;
  /** Hears each change of our own state (row groups, filters, protections, metadata, file, properties), already shifted. */
  onExtras(listener: (ops: WriteOp[], origin: WriteOrigin, seq: number) => void): () => void;
  /** Mutations that a page runs after it loaded `save().univer`: what array formulas spilled is not part of it. */
  afterLoad(): { id: string; params: unknown }[];
  /** Applies a page's mutation and calculates. Whether the user may do it is for the caller to decide before. */
  applyPageMutation(id: string, params: unknown, origin: WriteOrigin): Promise<void>;
  /** Applies a journal's lines without telling listeners; calculates once at the end. */
  replay(entries: Iterable<JournalEntry>): Promise<void>;
}

/** A workbook as it lies on disk. */
export interface WorkbookFile {
  format: 'scorecard-workbench';
  version: 1;
  univer: unknown;
  extras: {
    file: FileInfo;
    rowGroups: Record<string, { groups: RowGroup[]; control: 'BEFORE' | 'AFTER' }>;
    /** By sheet id; absent in files from before there were filters. */
    filters?: Record<string, FilterState>;
    protections: ProtectionState[];
    metadata: MetadataState[];
    namedRanges: NamedRangeState[];
    conditionalRules?: Record<string, ConditionalRule[]>;
    /** Cells (row and column from 0) whose formula fills others, by Univer's name of the sheet: calculated when opened. */
    spills?: Record<string, [row: number, col: number][]>;
    /** Keys of sheets whose results were not up to date when the file was saved. */
    asleep?: string[];
    properties: Record<StoreName, Record<string, string>>;
  };
}

/** An error of the engine, in Google's wording; services turn it into an `Exception`. */
export class EngineError extends Error {
  override name = 'EngineError';
}

/** Something the engine knows of and does not do: named, never silently skipped. */
export class NotImplemented extends Error {
  override name = 'NotImplemented';
  constructor(what: string) {
    super(`NotImplemented: ${what}`);
  }
}
