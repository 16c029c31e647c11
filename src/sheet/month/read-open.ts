import { nameIn } from '../../core/deal/row-mark';
import { isMonthKey } from '../../core/shared/month';
import { cellText, type RawCell } from '../grid/cells';
import { COL, FIRST_BLOCK_ROW, itemKey, ROWS_ABOVE, VISIBLE } from '../grid/grid';
import { canBeOwn } from '../grid/own-cells';
import { allParts, type Block } from './block';
import type { LeftRow } from './keyed-rows';
import { type BlockPlace, parseBlock, type TabIndex } from './read';

/** More rows than this are not looked into one by one: nobody moves so many by hand. */
const MOST = 20;

/**
 * Reads a month: two calls (values, formulas). A text that somebody has moved here from another month brings its key along:
 * only where a new text is called as a key of another month is, that key's row is read as well, one call for each.
 */
export function readMonth(index: TabIndex, place: BlockPlace, zone: string): Block {
  return readMonthAndBelow(index, place, zone, { withFormulas: true, more: 0 }).block;
}

/**
 * The same, by the same calls with the values of so many rows below the month, and of those above it where it is the first
 * one on its tab. Without formulas, one call less.
 */
export function readMonthAndBelow(
  index: TabIndex,
  place: BlockPlace,
  zone: string,
  { withFormulas, more }: { withFormulas: boolean; more: number },
): { block: Block; above: RawCell[][]; below: RawCell[][] } {
  const { tab } = index;
  const before = place.row === FIRST_BLOCK_ROW ? ROWS_ABOVE : 0;
  const all = tab.values(place.row - before, before + place.rows + more);
  const above = all.slice(0, before);
  const [values, below] = [all.slice(before, before + place.rows), all.slice(before + place.rows)];
  const formulas = withFormulas ? tab.formulas(place.row, place.rows) : [];
  const block = parseBlock(values, formulas, place, zone, tab.columns);
  const left = leftRows(index, place, block, zone);
  const whole = left.length === 0 ? block : parseBlock(values, formulas, place, zone, tab.columns, left);
  return { block: whole, above, below };
}

/** Rows of other months with keys that new texts of this one may have left behind: those that are empty now. One call for each that may be. */
export function leftRows(index: TabIndex, place: BlockPlace, block: Block, zone: string): LeftRow[] {
  if (block.frame || block.damage) return [];
  const items = allParts(block).flatMap((part) => [...part.items, ...part.spares]);
  const there = new Set(items.map((item) => item.id));
  const names = new Set(
    items.filter((item) => item.adopt && !item.moved && item.text !== '').map(({ text }) => nameIn(text)),
  );
  if (names.size === 0) return [];
  const newest = new Map<string, { row: number; month: number }>();
  index.keys.forEach(([key, month, mark], n) => {
    const row = n + 1;
    const isHere = row >= place.row && row < place.row + place.rows;
    const id = itemKey(String(key ?? ''))?.id;
    if (isHere || !id || there.has(id) || !isMonthKey(month) || typeof mark !== 'string' || !canBeOwn('text', mark))
      return;
    if (!names.has(nameIn(mark)) || (newest.get(id)?.month ?? 0) >= month) return;
    newest.set(id, { row, month });
  });
  return [...newest.values()].slice(0, MOST).flatMap(({ row, month }) => {
    const [line] = index.tab.values(row, 1) as [RawCell[]];
    // Still there: what stands here is a copy of it. Since when it was known does not matter.
    const isEmpty = line.slice(0, VISIBLE).every((cell, n) => n + 1 === COL.since || cellText(cell, zone) === '');
    return isEmpty ? [{ row, month, line }] : [];
  });
}
