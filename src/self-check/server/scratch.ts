/** Scratch tabs: made for a run, deleted at its end. */
import { tabNameFor } from '../../core/roster';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** What every scratch tab is called, so that a person who meets one that was left over knows what to do with it. */
export const SCRATCH_NAME = 'Self-check, may be deleted';
/** Where the sheet ids of scratch tabs are noted until they are deleted. */
export const SCRATCH_IDS = 'selfCheck.tabs';

/** A rectangle that no other probe of the run touches. */
export interface Area {
  range: Range;
  /** Sheet row of its first row. */
  row: number;
  sheet: Sheet;
}

/** The scratch tabs of one run: made when they are asked for, all of them deleted at its end. */
export class Scratch {
  readonly zone: string;
  /** How long each insertion of a tab took, in ms. */
  readonly insertMs: number[] = [];
  private readonly made: Sheet[] = [];
  private shared: { sheet: Sheet; nextRow: number } | null = null;

  constructor(readonly book: Spreadsheet) {
    this.zone = book.getSpreadsheetTimeZone();
  }

  /** A scratch tab of its own. The person goes on looking at the tab that is open. */
  tab(): Sheet {
    const active = this.book.getActiveSheet();
    const names = this.book.getSheets().map((sheet) => sheet.getName());
    const from = Date.now();
    const sheet = this.book.insertSheet(tabNameFor(SCRATCH_NAME, names), names.length);
    this.insertMs.push(Date.now() - from);
    this.made.push(sheet);
    noteIds([...notedIds(), sheet.getSheetId()]);
    this.book.setActiveSheet(active);
    return sheet;
  }

  /** Rows that are still as Google makes them, on the tab that the probes of a run share. */
  area(rows: number, columns: number): Area {
    this.shared ??= { sheet: this.tab(), nextRow: 1 };
    const { sheet, nextRow: row } = this.shared;
    // A row between, so that what is taken from neighbours is not another probe's.
    this.shared.nextRow += rows + 1;
    return { sheet, row, range: sheet.getRange(row, 1, rows, columns) };
  }

  /** Deletes every tab that was made. */
  remove(): void {
    for (const sheet of this.made.splice(0)) this.book.deleteSheet(sheet);
    noteIds([]);
  }
}

/**
 * Deletes the scratch tabs of a run that was cut off: those that were noted and still bear the name. What a person has
 * renamed is the person's by now.
 */
export function removeLeftovers(book: Spreadsheet): void {
  const ids = notedIds();
  if (ids.length === 0) return;
  const left = book.getSheets().filter((sheet) => ids.includes(sheet.getSheetId()));
  for (const sheet of left) if (sheet.getName().startsWith(SCRATCH_NAME)) book.deleteSheet(sheet);
  noteIds([]);
}

function notedIds(): number[] {
  const text = PropertiesService.getDocumentProperties().getProperty(SCRATCH_IDS);
  return text ? (JSON.parse(text) as number[]) : [];
}

function noteIds(ids: readonly number[]): void {
  const properties = PropertiesService.getDocumentProperties();
  if (ids.length === 0) properties.deleteProperty(SCRATCH_IDS);
  else properties.setProperty(SCRATCH_IDS, JSON.stringify(ids));
}
