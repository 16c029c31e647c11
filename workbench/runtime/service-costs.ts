/**
 * What a service call costs at Google: which members reach cells or stores, and a model of how long each one keeps a
 * script waiting. Every call has its cost, also one that only makes a handle. Nothing here is measured by this project;
 * docs/bench.md names the published measurements.
 */

export type CallKind =
  /** Makes, names or remembers an object; asks for a name, an id or the grid's size. */
  'light' | 'read' | 'write' | 'flush' | 'lock' | 'storeRead' | 'storeWrite' | 'cacheRead' | 'cacheWrite';

/** Classes whose members reach the sheet unless they are listed as light. */
const SHEET_CLASSES = new Set([
  'Range',
  'RangeList',
  'Sheet',
  'Spreadsheet',
  'Group',
  'Filter',
  'Protection',
  'NamedRange',
  'DeveloperMetadata',
  'DeveloperMetadataFinder',
  'TextFinder',
]);

/** Of those, what only makes a handle or says what the file's own list of sheets says. */
const LIGHT: Record<string, RegExp> = {
  Range:
    /^(getRow|getColumn|getLastRow|getLastColumn|getNumRows|getNumColumns|getHeight|getWidth|getRowIndex|getColumnIndex|getA1Notation|getSheet|getGridId|getCell|offset|activate|activateAsCurrentCell|isStart\w+|isEnd\w+|createTextFinder|createDeveloperMetadataFinder)$/,
  RangeList: /^(getRanges|activate)$/,
  Sheet:
    /^(getRange|getRangeList|getSheetId|getName|getSheetName|getIndex|getParent|getType|getMaxRows|getMaxColumns|isSheetHidden|activate|getActiveCell|getActiveRange|getActiveRangeList|getCurrentCell|getSelection|setActive\w+|setCurrentCell|createTextFinder|createDeveloperMetadataFinder)$/,
  Spreadsheet:
    /^(getSheets|getSheetByName|getSheetById|getActiveSheet|getNumSheets|getId|getName|getUrl|getSpreadsheetTimeZone|getSpreadsheetLocale|getActiveCell|getActiveRange|getActiveRangeList|getCurrentCell|getSelection|getRange|getRangeList|setActive\w+|setCurrentCell|toast|createTextFinder|createDeveloperMetadataFinder)$/,
  Group: /^(getDepth|getControlIndex)$/,
  Protection: /^(getRange|getDescription|getProtectionType)$/,
  NamedRange: /^(getName|getRange)$/,
  TextFinder: /^(match\w+|ignore\w+|use\w+|startFrom)$/,
  DeveloperMetadataFinder: /^(with\w+|onIntersecting\w+)$/,
};

/** The kind of a call, from its label ('Range.getValues'). Members of classes that are not listed are light. */
export function kindOf(label: string): CallKind {
  const dot = label.indexOf('.');
  const [owner, member] = [label.slice(0, dot), label.slice(dot + 1)];
  if (label === 'SpreadsheetApp.flush') return 'flush';
  if (owner === 'Lock') return 'lock';
  if (owner === 'Properties') return /^get/.test(member) ? 'storeRead' : 'storeWrite';
  if (owner === 'Cache') return /^get/.test(member) ? 'cacheRead' : 'cacheWrite';
  if (!SHEET_CLASSES.has(owner) || LIGHT[owner]?.test(member)) return 'light';
  return /^(get|is|can|find|has)/.test(member) ? 'read' : 'write';
}

/** Does this kind of call reach cells or a store? Locks and flushes are told apart from those. */
export function reaches(kind: CallKind): boolean {
  return kind !== 'light' && kind !== 'flush' && kind !== 'lock';
}

/** Waits in ms, as published; see docs/bench.md for each one's source. */
export const WAIT_MS = {
  /** A call that makes a handle or asks for a name: nobody has measured one, and it is not nothing. */
  light: 1,
  /** A read that goes to the server. */
  read: 160,
  /** A single cell read right after another one, without a write between: the look-ahead cache answers. */
  readAhead: 3,
  /** A write that is put into the buffer. */
  write: 7,
  /** Sending what waits: at a flush, before a read, at the end. */
  commit: 30,
  /** What sending a written cell adds. */
  cellWritten: 0.14,
  lock: 10,
  storeRead: 30,
  storeWrite: 62,
  cacheRead: 3,
  cacheWrite: 93,
} as const;

/** Members that read one cell, which Google's look-ahead cache may have. */
const ONE_CELL = /^Range\.(getValue|getDisplayValue|getFormula|getFormulaR1C1|isBlank)$/;

/** Adds up how long the calls of one run would keep it waiting, in their order. */
export class WaitModel {
  totalMs = 0;
  private waiting = false;
  private readsAhead = false;

  /** Takes the next call; returns what it adds. */
  take(label: string): number {
    const ms = this.costOf(label);
    this.totalMs += ms;
    return ms;
  }

  /** Written cells have been sent; returns what that adds. */
  sent(cells: number): number {
    const ms = cells * WAIT_MS.cellWritten;
    this.totalMs += ms;
    return ms;
  }

  /** The end of the run sends what still waits. */
  end(): number {
    return this.take('SpreadsheetApp.flush');
  }

  private costOf(label: string): number {
    const kind = kindOf(label);
    if (kind === 'write') {
      this.waiting = true;
      this.readsAhead = false;
      return WAIT_MS.write;
    }
    if (kind === 'flush') return this.commit();
    if (kind !== 'read') return WAIT_MS[kind];
    const ms = this.commit();
    if (ONE_CELL.test(label) && this.readsAhead) return ms + WAIT_MS.readAhead;
    this.readsAhead = true;
    return ms + WAIT_MS.read;
  }

  private commit(): number {
    const ms = this.waiting ? WAIT_MS.commit : 0;
    this.waiting = false;
    return ms;
  }
}
