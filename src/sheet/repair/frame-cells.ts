import { fieldUses, GROWTH, knownSection, type Section } from '../../core/shared/agenda';
import type { Field } from '../../core/shared/fields';
import type { MonthKey } from '../../core/shared/month';
import type { RawCell } from '../grid/cells';
import { COL, FIELD_COL, KEY } from '../grid/grid';
import {
  bandMonth,
  END_LABEL,
  isOwnText,
  isStandardQuestion,
  labelColumn,
  SECTION_LABEL,
  SINCE,
} from '../month/own-words';
import { hasSince, type PlannedRow } from '../month/plan';
import { functionsOf, isOwnFormula } from './formulas';
import { isFilled, type Line } from './tab-lines';

/** A row of a month beside what the month's plan has for it. */
export interface SeenRow {
  line: Line;
  planned: PlannedRow;
  month: MonthKey;
  /** The newest month has the labels of this version and of Setup; older ones may have earlier ones. */
  isNewest: boolean;
  /** Has another month the same text in the row of this key? Then Setup has changed the label since. */
  isOwnElsewhere: (key: string, col: number, text: string) => boolean;
  /** The year begins in another month now: what is left of it is worked out anew. */
  isYearNew?: boolean;
}

/**
 * What a cell is for: the add-on's words, a formula of its, something typed, nothing at all; `free` may hold whatever it
 * holds.
 */
export type Use = 'label' | 'computed' | 'typed' | 'blank' | 'free';

const FIELD_AT = new Map(Object.entries(FIELD_COL).map(([field, col]) => [col, field as Field]));

/** What a visible cell of a planned row is for. */
export function purposeOf(planned: PlannedRow, key: string, col: number): Use {
  if (planned.kind === 'item' || planned.kind === 'spare') return itemPurpose(planned, key, col);
  if (key === KEY.band && (col === COL.when || col === COL.next)) return 'typed';
  if (col === COL.when && (key === KEY.focus || key.startsWith('text:'))) return 'typed';
  if (key === KEY.end && col === COL.when) return 'label';
  if ((key === KEY.band && col === COL.why) || (planned.kind === 'sum' && col !== COL.who)) return 'computed';
  const value = planned.values[col - 1];
  return value === '' || value === undefined || value === null ? 'blank' : 'label';
}

function itemPurpose({ sectionKind, types, values }: PlannedRow, key: string, col: number): Use {
  if (sectionKind === 'kpis') {
    // Of a KPI that Setup no longer has, nothing is known.
    if (!key.startsWith('kpis:') || (values[COL.who - 1] ?? '') === '' || col === COL.since) return 'free';
    if (col === COL.who) return 'label';
    return col === COL.status || col === COL.moved ? 'computed' : 'typed';
  }
  if (col === COL.since) return hasSince(sectionKind) ? 'free' : 'blank';
  const field = FIELD_AT.get(col);
  return field && types[field] !== undefined ? 'typed' : 'blank';
}

/** Does a cell hold something that a person has put where nobody reads it? */
export function isAstray(row: SeenRow, col: number): boolean {
  const { line, planned } = row;
  const use = purposeOf(planned, line.key, col);
  if (use === 'typed' || use === 'free' || !isFilled(line, col)) return false;
  const formula = line.formulas[col - 1] ?? '';
  const text = line.texts[col - 1] as string;
  if (use === 'computed') {
    // A formula of somebody's own in a KPI's row is that person's business.
    if (formula !== '')
      return (
        planned.kind === 'sum' && !isLeft(line, col) && !isOwnFormula(formula, String(planned.values[col - 1] ?? ''))
      );
    return typeof line.values[col - 1] === 'string' && !isOwnText(text) && !isComputedText(line, col, text);
  }
  if (use === 'label' && formula === '' && labelFits(row, col)) return false;
  // The add-on's own words, copied to where they do not belong, are nobody's text; a person may say "planned" in a row.
  if (formula === '' && (/^#[A-Z]/.test(text) || (col === COL.since && SINCE.test(text)))) return false;
  return formula !== '' || !isOwnText(text) || (planned.kind === 'item' && use === 'blank');
}

/** Is this what is left of the year's goal, by whatever year? It is of very different length from month to month. */
function isLeft({ key, formulas }: Line, col: number): boolean {
  const used = key === KEY.pipeline && col === COL.next ? functionsOf(formulas[col - 1] ?? '') : [];
  return used.length > 0 && used.every((name) => ['IF', 'N', 'ISNUMBER'].includes(name));
}

/** Does a cell of the frame hold the words that belong there, or those of an earlier Setup or version? */
export function labelFits({ line, planned, month, isNewest, isOwnElsewhere }: SeenRow, col: number): boolean {
  const { key } = line;
  const text = line.texts[col - 1] as string;
  if ((line.formulas[col - 1] ?? '') !== '') return false;
  if (text === labelOf(planned.values[col - 1])) return true;
  if (text !== '' && key !== KEY.band && isOwnElsewhere(key, col, text)) return true;
  if (key === KEY.band) return bandMonth(text) === month;
  if (key === KEY.focus) return text !== '' && isOwnText(text);
  if (key === KEY.end) return END_LABEL.test(text);
  if (key.startsWith('kpis:')) return !isNewest && text !== '';
  if (key.startsWith('header:')) return !isNewest && (labelColumn(text) === col || (col === COL.since && text === ''));
  if (!key.startsWith('section:')) return false;
  if (col === COL.who) return SECTION_LABEL.test(text);
  if (col === COL.next) return text === '' || isOwnText(text);
  return col === COL.when && (text === '' || isQuestion(key.slice(8), labelOf(planned.values[col - 1]), text));
}

/** A planned label as it reads in its cell. */
export function labelOf(value: RawCell): string {
  return String(value ?? '')
    .replace(/^'/, '')
    .trim();
}

/**
 * Questions are Setup's and may be changed there at any time: a month shows those that it began with. So only where
 * Setup has the standard question, another text can be told to be somebody's own.
 */
function isQuestion(id: string, now: string, text: string): boolean {
  return !knownSection(id) || !isStandardQuestion(now) || isStandardQuestion(text);
}

const CLOSING_WORDS =
  /^(nothing open$|[A-Z][a-z]+: (no change yet$|\+?[\d.,]+[kM]? (new|won|lost|pushed))|(this month|next month|later|date passed|no date) [\d.,]+[kM]? \()/;

/** A value that once was the formula's: pasted as values. */
function isComputedText({ key }: Line, col: number, text: string): boolean {
  if (key === KEY.band && col === COL.why)
    return /^(type what is new straight into|in progress; the takeaway|takeaway missing)/.test(text);
  if (key === KEY.closing && CLOSING_WORDS.test(text)) return true;
  return /^\d+ open( · \d+ stuck)?$/.test(text) || /^#[A-Z]/.test(text);
}

/** The columns in which people type into rows of a section. */
export function typedColumns(section: Pick<Section, 'id' | 'kind'>): Set<number> {
  return new Set(fieldUses(section).map((use) => FIELD_COL[use.field]));
}

/** What a row of the frame is called in messages. */
export function frameName(planned: PlannedRow, key: string, sections: readonly Section[]): string {
  const name = [...sections, GROWTH].find(({ id }) => id === planned.section)?.name ?? '';
  if (key === KEY.band) return 'the month’s heading';
  if (key === KEY.end) return 'the month’s last line';
  if (key === KEY.focus) return 'the row of the last focus';
  if (key === KEY.pipeline || key === KEY.closing) return `the row “${labelOf(planned.values[COL.who - 1])}”`;
  if (key.startsWith('section:')) return `the heading of ${name}`;
  if (key.startsWith('header:')) return `the row of column labels of ${name}`;
  if (key.startsWith('kpis:')) return `the row of the KPI “${labelOf(planned.values[COL.who - 1])}”`;
  return planned.kind === 'item' ? `a row of ${name}` : `the row “${labelOf(planned.values[COL.who - 1])}”`;
}
