import type { Problem } from '../../core/problems';
import { isMonthKey, type MonthKey } from '../../core/shared/month';
import { cellText, type RawCell } from '../grid/cells';
import { COL, FIRST_BLOCK_ROW, itemKey, KEY, VISIBLE } from '../grid/grid';
import type { Block, FrameDamage, Stranded } from './block';
import { firstText } from './frame-check';
import { bandMonth, labelColumn } from './own-words';
import { type BlockPlace, parseBlock, type TabIndex } from './read';

const FRAME = /^(focus|end|(section|header|text|sum):.+)$/;

/** Rows of a month that stand outside of it, or rows without any month: its band, or all of its keys, are gone. */
export interface Astray {
  /** Null where not even that can be told. */
  month: MonthKey | null;
  row: number;
}

/**
 * Rows that have been torn from their months, by key and month alone: one for each month, the topmost. Rows of a month that
 * a cut-off start has left half made are among them.
 */
export function astrayRows({ blocks, keys }: Pick<TabIndex, 'blocks' | 'keys'>): Astray[] {
  const found = new Map<MonthKey | null, number>();
  const note = (month: MonthKey | null, row: number) => found.has(month) || found.set(month, row);
  let current = -1;
  for (let n = FIRST_BLOCK_ROW - 1; n < keys.length; n++) {
    const [cell, month] = keys[n] as RawCell[];
    const key = String(cell ?? '');
    if (blocks[current + 1]?.row === n + 1) current++;
    if (key === KEY.band && !isMonthKey(month)) note(null, n + 1);
    if (!isMonthKey(month)) continue;
    const here = blocks[current]?.month ?? null;
    if (FRAME.test(key) ? here !== month : here === null && itemKey(key) !== null) note(month, n + 1);
  }
  return [...found].map(([month, row]) => ({ month, row }));
}

/**
 * The first damage on a tab that reaches beyond a single month and keeps one of `from` or later from being found. Reads the
 * rows above the newest month, where there are any: one call.
 */
export function lostMonth(
  index: TabIndex,
  from: MonthKey,
  zone: string,
  before = Number.POSITIVE_INFINITY,
): Astray | null {
  const astray = astrayRows(index).find(({ month }) => month === null || (month >= from && month < before));
  if (astray) return astray;
  const above = rowsAbove(index);
  if (above === 0) return null;
  const lines = index.tab.values(FIRST_BLOCK_ROW, above);
  const at = lines.findIndex((line, n) => !isMonthKey(index.keys[FIRST_BLOCK_ROW - 1 + n]?.[1]) && isFrame(line, zone));
  return at < 0 ? null : { month: bandMonth(cellText(lines[at]?.[COL.who - 1], zone)), row: FIRST_BLOCK_ROW + at };
}

/** How many rows stand between the tab's head and its first month; all of them where there is none. */
function rowsAbove({ tab, blocks }: TabIndex): number {
  const last = blocks[0] ? blocks[0].row - 1 : tab.sheet.getLastRow();
  return Math.max(0, last - FIRST_BLOCK_ROW + 1);
}

/** A row that shows a month's band or a section's labels. */
function isFrame(line: readonly RawCell[], zone: string): boolean {
  const texts = line.slice(0, VISIBLE).map((cell) => cellText(cell, zone));
  const labels = texts.filter((text, n) => text !== '' && labelColumn(text) === n + 1).length;
  return labels > 2 || bandMonth(texts[COL.who - 1] as string) !== null;
}

/** Why a tab without the month that is looked for is damaged, as a problem; null where it simply has none. */
export function lostProblem(index: TabIndex, astray: Astray | null): Problem | null {
  if (!astray) return null;
  const place = { tab: index.tab.name, cell: index.tab.columns.a1(astray.row, COL.who) };
  return astray.month === null
    ? { code: 'monthLost', place }
    : { code: 'monthLost', place, about: { month: astray.month } };
}

/** What is wrong with the frame of a month, as a problem. */
export function frameProblem(block: Block, damage: FrameDamage, tab: string): Problem {
  const rows = block.stranded.filter(({ where }) => where === 'row');
  const texts = rows.slice(0, MOST_NAMED).map(({ text }) => `“${short(text)}”`);
  return {
    code: 'frameDamaged',
    place: { tab, cell: block.columns.a1(damage.row, COL.who) },
    about: { month: block.month, what: damage.what, rows: rows.length, texts: texts.join(', ') },
  };
}

/** What of a month is not read, or not certain: as problems, each with its place. */
export function blockProblems(block: Block, tab: string): Problem[] {
  const problems: Problem[] = [];
  if (block.frame) problems.push(frameProblem(block, block.frame, tab));
  else for (const stranded of block.stranded) problems.push(strandedProblem(stranded, block, tab));
  for (const rows of block.unsure) {
    const cell = block.columns.a1(rows[0] as number, COL.who);
    problems.push({ code: 'keysUnsure', place: { tab, cell }, about: { rows: rows.join(', ') } });
  }
  return problems;
}

function strandedProblem({ row, col, text }: Stranded, { columns }: Block, tab: string): Problem {
  return { code: 'textStranded', place: { tab, cell: columns.a1(row, col) }, about: { text: short(text) } };
}

const MOST_NAMED = 3;
const MOST_LETTERS = 40;

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS)}…` : line;
}

/**
 * All texts on a tab that stand where nothing is read, each with its place: in the machine's own columns, in rows of the
 * frame, above the first month, below the last one, between sections. Pure; for those that bring them back.
 * @param values all rows of the tab in the columns of the grid, from row 1 on
 */
export function strandedTexts(
  values: RawCell[][],
  formulas: string[][],
  blocks: readonly Pick<BlockPlace, 'month' | 'row' | 'rows'>[],
  zone: string,
): Stranded[] {
  const found: Stranded[] = [];
  const outside = (from: number, to: number) => {
    for (let row = from; row < to; row++) {
      const text = firstText(values[row - 1] ?? [], zone);
      if (text) found.push({ row, ...text, where: 'row' });
    }
  };
  outside(FIRST_BLOCK_ROW, blocks[0]?.row ?? values.length + 1);
  for (const place of blocks) {
    const part = <T>(lines: T[][]) => lines.slice(place.row - 1, place.row - 1 + place.rows);
    found.push(...parseBlock(part(values), part(formulas), place, zone).stranded);
  }
  const last = blocks[blocks.length - 1];
  if (last) outside(last.row + last.rows, values.length + 1);
  return found;
}
