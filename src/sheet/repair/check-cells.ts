import { knownSection } from '../../core/shared/agenda';
import type { MonthKey } from '../../core/shared/month';
import type { RawCell } from '../grid/cells';
import { a1, COL, KEY } from '../grid/grid';
import { bandMonth, END_LABEL, isOwnText, isStandardQuestion, labelColumn, SECTION_LABEL } from '../month/own-words';
import type { PlannedRow } from '../month/plan';
import type { Note } from './check-months';
import { isFilled, type Line, VISIBLE } from './tab-lines';

/** A person's text that stood where the add-on's own words belong, and where that was. */
export interface Displaced {
  text: string;
  /** "stood in the heading of New opportunities, H14". */
  stood: string;
  /** Section that it stood in; '' for none. */
  unit: string;
}

interface FrameRow {
  line: Line;
  planned: PlannedRow;
  month: MonthKey;
  /** The newest month has the labels of this version; older ones may have earlier ones. */
  isNewest: boolean;
  /** "The heading of New opportunities". */
  place: string;
  note: Note;
  /** Rewrite what is wrong; else only tell which texts are a person's. */
  fix: boolean;
}

/** Cells that hold formulas, or nothing where Setup gives them nothing to calculate. */
const COMPUTED_CELLS: Record<string, readonly number[]> = {
  [KEY.pipeline]: [COL.why, COL.amount, COL.status, COL.moved, COL.next],
  [KEY.closing]: [COL.when, COL.moved],
};

/** What a cell of the frame is for. */
type Use = 'label' | 'typed' | 'computed' | 'blank';

/**
 * Looks at the visible cells of a row of the frame: labels that are gone or overwritten are planned to be written
 * again; a person's texts among them are handed back, to get rows of their own.
 */
export function checkFrameCells(row: FrameRow): Displaced[] {
  const displaced: Displaced[] = [];
  for (const col of VISIBLE) {
    const use = purposeOf(row, col);
    const text = row.line.texts[col - 1] as string;
    if (use === 'typed' && row.fix) continue;
    const fits = fitsUse(row, col, use, text);
    const typed = isTyped(row, col, use, text);
    if (fits && row.fix) continue;
    if (typed)
      displaced.push({
        text: typedText(row.line, col),
        stood: stoodAt(row.place, row.line, col),
        unit: row.planned.section,
      });
    if (!row.fix) continue;
    const value = use === 'label' || use === 'computed' ? (row.planned.values[col - 1] ?? '') : '';
    if (use !== 'computed') row.line.writes.set(col, { value, plain: false });
    else if (typed) row.line.writes.set(col, { value: '', plain: false });
    tell(row, col, typed, text, use);
  }
  return displaced;
}

/** Where a text stood, for the cell beside it. */
export function stoodAt(place: string, line: Line, col: number): string {
  return `stood in ${place.charAt(0).toLowerCase()}${place.slice(1)}${line.origin > 0 ? `, ${a1(line.origin, col)}` : ''}`;
}

/** What somebody typed, exactly; a formula as its text. */
export function typedText(line: Line, col: number): string {
  const value = line.values[col - 1] as RawCell;
  return line.ownFormulas[col - 1] || (typeof value === 'string' ? value : (line.texts[col - 1] as string));
}

function tell(row: FrameRow, col: number, typed: boolean, text: string, use: Use): void {
  const { note, line, place } = row;
  if (typed)
    note(
      line,
      col,
      `${place} has been typed over: “${short(text || typedText(line, col))}”.`,
      'The text gets a row of its own, the add-on’s words come back.',
    );
  else if (use === 'label') note(line, col, `${place} lacks its label.`, 'The label comes back.');
  else note(line, col, `${place} has something in a cell that is to be empty.`, 'The cell is emptied.');
}

/** A text for a message: at most forty characters. */
export function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function purposeOf({ planned, line }: FrameRow, col: number): Use {
  const key = line.key;
  const value = planned.values[col - 1];
  if (key === KEY.band && (col === COL.when || col === COL.next)) return 'typed';
  if (key === KEY.focus && col === COL.when) return 'typed';
  if (key.startsWith('text:') && col === COL.when) return 'typed';
  if (key === KEY.band && col === COL.why) return 'computed';
  if (typeof value === 'string' && value.startsWith('=')) return 'computed';
  if (COMPUTED_CELLS[key]?.includes(col)) return 'computed';
  return value === '' || value === undefined || value === null ? 'blank' : 'label';
}

function fitsUse(row: FrameRow, col: number, use: Use, text: string): boolean {
  const formula = (row.line.formulas[col - 1] ?? '') !== '';
  if (use === 'blank') return !isFilled(row.line, col);
  // Whether a formula still says the right thing is looked at once all rows have their places.
  if (use === 'computed') return formula || text === '' || !isTyped(row, col, use, text);
  if (use === 'typed') return true;
  return !formula && labelFits(row, col, text);
}

function labelFits({ line, planned, month, isNewest }: FrameRow, col: number, text: string): boolean {
  const key = line.key;
  if (text === String(planned.values[col - 1]).replace(/^'/, '')) return true;
  if (key === KEY.band) return bandMonth(text) === month;
  if (key === KEY.focus) return text !== '' && isOwnText(text);
  if (key === KEY.end) return END_LABEL.test(text);
  if (key.startsWith('header:')) return !isNewest && (labelColumn(text) === col || (col === COL.since && text === ''));
  if (key.startsWith('section:') && col === COL.who) return SECTION_LABEL.test(text);
  if (key.startsWith('section:') && col === COL.next) return text === '' || isOwnText(text);
  if (key.startsWith('section:') && col === COL.when) return text === '' || isQuestion(key.slice(8), planned, text);
  return false;
}

/**
 * Questions are Setup's and may be changed there at any time: a month shows those that it began with. So only where
 * Setup has the standard question, another text can be told to be somebody's own.
 */
function isQuestion(id: string, planned: PlannedRow, text: string): boolean {
  const now = String(planned.values[COL.when - 1]);
  return !knownSection(id) || !isStandardQuestion(now) || isStandardQuestion(text);
}

function isTyped(row: FrameRow, col: number, use: Use, text: string): boolean {
  const { line } = row;
  const formula = line.formulas[col - 1] ?? '';
  if (use === 'typed') {
    const value = line.values[col - 1];
    // Of a second heading the day and the minutes say nothing new.
    return text !== '' && !(line.key === KEY.band && (formula !== '' || typeof value !== 'string' || isOwnText(text)));
  }
  if (formula !== '') return use === 'label' || use === 'blank';
  if (isOwnText(text)) return false;
  if (use === 'computed') return typeof line.values[col - 1] === 'string' && !isComputedText(row, col, text);
  if (use === 'label' && line.key.startsWith('section:') && col === COL.when)
    return !isQuestion(line.key.slice(8), row.planned, text);
  return true;
}

const CLOSING_WORDS =
  /^(nothing open$|[A-Z][a-z]+: (no change yet$|\+?[\d.,]+[kM]? (new|won|lost|pushed))|(this month|next month|later|date passed|no date) [\d.,]+[kM]? \()/;

/** A value that once was the formula's: pasted as values. */
function isComputedText(row: FrameRow, col: number, text: string): boolean {
  if (row.line.key === KEY.band && col === COL.why)
    return /^(type what is new straight into|in progress; the takeaway|takeaway missing)/.test(text);
  if (row.line.key === KEY.closing && CLOSING_WORDS.test(text)) return true;
  return /^\d+ open( · \d+ stuck)?$/.test(text) || /^#[A-Z]/.test(text);
}

/** Texts over the formulas of a KPI's row: handed back, so that the formula can return. */
export function checkKpiCells(line: Line, unit: string, note: Note): Displaced[] {
  const displaced: Displaced[] = [];
  for (const col of [COL.status, COL.moved]) {
    const text = line.texts[col - 1] as string;
    if (
      (line.formulas[col - 1] ?? '') !== '' ||
      isOwnText(text) ||
      typeof line.values[col - 1] !== 'string' ||
      /^#[A-Z]/.test(text)
    )
      continue;
    const place = `the row of the KPI “${line.texts[COL.who - 1]}”`;
    displaced.push({ text: typedText(line, col), stood: stoodAt(place, line, col), unit });
    line.writes.set(col, { value: '', plain: false });
    note(
      line,
      col,
      `A computed cell of the KPI “${line.texts[COL.who - 1]}” has been typed over: “${short(text)}”.`,
      'The text gets a row of its own, the formula comes back.',
    );
  }
  return displaced;
}
