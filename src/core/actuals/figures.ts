import type { MonthKey } from '../shared/month';

/** One figure of a pasted table of rep × KPI. Line and column are its place in the text, 1-based. */
export interface PastedFigure {
  repId: string;
  kpiId: string;
  value: number;
  line: number;
  column: number;
}

/** Where something stands in the pasted text, 1-based. */
export interface TextPlace {
  line: number;
  column: number;
}

/** What was pasted and is not taken, and why. */
export type LeftOut =
  | { why: 'nothing' }
  | { why: 'noNames' }
  | { why: 'unknown'; what: 'person' | 'kpi'; name: string; at: TextPlace }
  | { why: 'twice'; name: string; at: TextPlace[] }
  | { why: 'ragged'; line: number; cells: number; expected: number }
  | { why: 'unreadable'; text: string; at: TextPlace }
  | { why: 'noTab'; name: string }
  | { why: 'noMonth'; name: string; month: MonthKey }
  | { why: 'notInMonth'; name: string; kpi: string; month: MonthKey }
  | { why: 'formula'; name: string; kpi: string; cell: string }
  | { why: 'mayNotEdit'; name: string };

/** A name that may be somebody or something: a person has to say so. */
export interface NameQuestion {
  what: 'person' | 'kpi';
  /** As it stands in the table. */
  name: string;
  /** Ids of those it may be, the likeliest first. */
  ids: string[];
}

/** What a person has said about names of a table: an id by `nameQuestionKey`; '' leaves them out. */
export type NamesSaid = Readonly<Record<string, string>>;
