import type { IsoDate } from './dates';
import type { Cells, CellValue, Field } from './fields';
import type { MonthKey } from './month';

/** One row of a month, as read from the sheet. */
export interface Item {
  /** Id part of the row key; an opportunity keeps it for life. */
  id: string;
  cells: Cells;
  /** Fields that hold a formula. */
  formulas: Field[];
  /** Sheet row, 1-based. */
  row: number;
  life: Life | null;
  /** The last day of a stretch of time that stands in "when", like Q1; left out where none does. */
  periodEnd?: IsoDate;
  /** The day that was kept beside its next step, see next-step.ts. */
  nextDay?: IsoDate;
  /** What stands hidden beside its day and its amount: the text that was typed, or a doubt (see doubts.ts). */
  typed?: Partial<Record<'when' | 'amount', string>>;
  /** Only for opportunities: the id that a CRM knows it by; '' for those that came from nowhere else. */
  sourceId?: string;
  /** Only for opportunities: what imports have left there, see imprint.ts. */
  imported?: string;
  /** Only of an opportunity that was left behind: what its hidden cell says of the status that it had before. */
  leftStatus?: string;
  /** Only of a coaching plan: what it is about, as its hidden cell says (see coaching/lines.ts). */
  coaching?: string;
}

/** What is known of an opportunity (or a commitment) that came from an earlier month. Lies in the row's hidden cells. */
export interface Life {
  firstMonth: MonthKey;
  monthsUnchanged: number;
  timesPushed: number;
  /** The close date when the month began: "yyyy-mm-dd", or '' when it was none. */
  startWhen: IsoDate | '';
  /** Digest of when, amount, status and next step when the month began. */
  startDigest: string;
  /** The amount when the month began, as text; null where the sheet does not say. */
  startAmount: string | null;
  /** A letter pair for each 1:1 since it came up (see story.ts); '' where the sheet does not say. */
  story: string;
}

/** A month as carry-forward sees it. */
export interface MonthRecord {
  month: MonthKey;
  number: number;
  sections: { id: string; items: Item[] }[];
  commitments: Item[];
  /** Lines of development and coaching. */
  growth: Item[];
  observed: CellValue;
  focus: CellValue;
  takeaway: CellValue;
  nextDate: CellValue;
  /** The plan for the figures. */
  plan: CellValue;
  /** What the salesperson wanted help with. */
  help: CellValue;
}

/** An opportunity's title for lists: the first line of who / what, or a stand-in. */
export function titleOf(cells: Cells): string {
  const text = String(cells.who ?? '').trim();
  return text === '' ? '(no name yet)' : text.replace(/\s*\n\s*/g, ', ');
}

/** True when nobody has written anything into the row. */
export function isBlank(cells: Cells): boolean {
  return Object.values(cells).every((value) => String(value ?? '').trim() === '');
}
