import type { Status } from '../core/deal/carry';
import type { ImportLine } from '../core/import/deal';
import type { TabEdits } from '../core/import/fates';
import type { KnownTab } from '../core/import/known';
import type { ImportMemory } from '../core/import/memory-lines';
import type { Portion } from './portions';
import type { Screen } from './state';

/** Where deals may come from beside a file, and what they are mapped to. */
export interface ImportSources {
  /** Tabs that are none of the tracker's own, with the number of rows that hold something. */
  tabs: { sheetId: number; name: string; rows: number }[];
  /** Statuses of Setup; blank, "moving", is not in the list. */
  statuses: Status[];
  /** Whose deals can be brought in. */
  people: ImportPerson[];
  /** The only person whose tab the one who asks may write, a roster id; '' everybody's. */
  only: string;
  /** IANA zone of the spreadsheet, for time stamps. */
  zone: string;
  /** What was answered at earlier imports. */
  memory: ImportMemory[];
  /** The latest import that Setup tells of and that has not been taken back; null when there is none. */
  latest: PastImport | null;
}

/** Somebody on the roster, who has a tab and has not left. */
export interface ImportPerson {
  id: string;
  name: string;
  email: string;
  sheetId: number;
}

/** An import as Setup tells it. */
export interface PastImport {
  id: string;
  /** "2026-11-30 14:05" in the spreadsheet's zone. */
  when: string;
  by: string;
  file: string;
  /** Roster ids of the people on whose tabs it wrote. */
  people: string[];
  added: number;
  changed: number;
}

/** A part of a tab as it lies there: days as "yyyy-mm-dd"; blank rows are left out. */
export interface ImportTabTable {
  name: string;
  lines: ImportLine[];
  /** The row that the next part begins with; null when this is the last one. */
  next: number | null;
  /** How many rows the tab has in all. */
  rows: number;
}

/** The deals of a table, by their id keys: those that the CRM has open, and those that are closed. */
export interface LookUpDeals {
  open: string[];
  closed: string[];
  /** Roster ids of those whose deals they are, those with most first: of others' tabs only these deals are looked for. Without it, everybody. */
  people?: string[];
}

/** What the tabs of the team know of them. */
export interface KnownDeals extends Portion {
  tabs: KnownTab[];
}

/** Writes what was planned, tab by tab. A tab on which a cell is no longer as it was seen is left alone, and named. */
export interface ImportApply {
  /** Made by the page: by it the import can be taken back. */
  importId: string;
  /** What it came from, for Setup. */
  file: string;
  tabs: TabEdits[];
  /** Answers to keep in Setup for the next import. */
  remember?: ImportMemory[];
}

export interface ImportResult extends Portion {
  /** Names of people whose tabs are no longer as they were seen: nothing was written there. */
  changed: string[];
  /** False where the answers could not be kept, since the one who imports may not edit Setup; null in a further portion. */
  remembered: boolean | null;
  /** False where Setup could not be told of the import, for the same reason. */
  isNoted: boolean;
  /** Null while some are left to do. */
  screen: Screen | null;
}

/** Takes an import back on all tabs, or on none. */
export interface TakeBack {
  importId: string;
  /** Roster ids of the people on whose tabs it wrote. */
  people: string[];
}

export interface TakenBack extends Portion {
  /** Why it cannot be taken back, a sentence each; then nothing was. */
  obstacles: string[];
  /** How many rows have been put back or taken out. */
  rows: number;
  screen: Screen | null;
}
