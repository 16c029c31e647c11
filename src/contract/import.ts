import type { Status } from '../core/deal/carry';
import type { ImportDeal, ImportLine } from '../core/import/deal';
import type { ImportMemory } from '../core/import/memory-lines';
import type { CellValue, Field } from '../core/shared/fields';
import type { MonthKey } from '../core/shared/month';
import type { Portion, Previewed } from './portions';
import type { Screen } from './state';

/** Where deals may come from beside a file, and what they are mapped to. */
export interface ImportSources {
  /** Tabs that are none of the tracker's own, with the number of rows that hold something. */
  tabs: { sheetId: number; name: string; rows: number }[];
  /** Statuses of Setup; blank, "moving", is not in the list. */
  statuses: Status[];
  /** Whose tabs deals can go to: for a salesperson the own one only. */
  people: ImportPerson[];
  /** IANA zone of the spreadsheet, for time stamps. */
  zone: string;
  /** What was answered at earlier imports. */
  memory: ImportMemory[];
}

/** Somebody on the roster, who has a tab and has not left. */
export interface ImportPerson {
  id: string;
  name: string;
  email: string;
  sheetId: number;
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

/** Deals as read from a table, and how they are to be matched. */
export interface ImportRequest {
  deals: ImportDeal[];
  /** The tab that all of them go to; null: each to the tab of its owner. */
  sheetId: number | null;
  /** Who an owner is, as a person has said: roster id by the owner's key; '' leaves the deals out. */
  owners?: Record<string, string>;
  /** Recognise rows without a CRM's id by their name. */
  byName: boolean;
  /** What the answers so far have said that is known on the tabs. */
  known?: KnownDeals[];
}

/** Which of the deals stand on a person's tab, by their ids: in the newest month, and in older ones. */
export interface KnownDeals {
  repId: string;
  newest: string[];
  earlier: string[];
}

export interface ImportPreview extends Portion {
  tabs: ImportTabView[];
  /** Deals that go nowhere, and why; a sentence each. */
  leftOut: string[];
  known: KnownDeals[];
}

/** What an import would do on one tab. */
export interface ImportTabView {
  repId: string;
  name: string;
  sheetId: number;
  month: MonthKey;
  /** Stands for what would be written: the same digest, the same outcome. */
  digest: string;
  added: { line: number; title: string; amount: CellValue; when: string }[];
  updated: { title: string; link: boolean; changes: ImportChangeView[] }[];
  same: number;
  /** How many of the owner's deals are not taken: those of `earlier`, `neverSeen`, and what the notes say. */
  leftOut: number;
  /** Deals of earlier months of this tab that are closed since. */
  earlier: number;
  /** Closed deals that were never on this tab. */
  neverSeen: number;
  /** What is left as it is, and why; a sentence each. */
  notes: string[];
}

export interface ImportChangeView {
  field: Field;
  label: string;
  was: CellValue;
  now: CellValue;
  cell: string;
}

/** Writes as previewed, tab by tab. */
export interface ImportApply extends ImportRequest {
  /** Answers to keep in Setup for the next import. */
  remember?: ImportMemory[];
  people: Previewed[];
}

export interface ImportResult extends Portion {
  /** Names of people whose tabs are no longer as previewed: nothing was written there. */
  changed: string[];
  /** False where the answers could not be kept, since the one who imports may not edit Setup; null in a further portion. */
  remembered: boolean | null;
  /** Null while some are left to do. */
  screen: Screen | null;
}
