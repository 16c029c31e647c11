import { cellText, type RawCell } from '../grid/cells';
import { COL, itemKey, KEY, VISIBLE } from '../grid/grid';
import { allParts, type Block, type FrameDamage, type Stranded } from './block';
import { isOwnText, labelColumn, SECTION_LABEL, textKeyOf } from './own-words';
import { CONCLUSION_TEXTS, isLaterText, PREPARE_TEXTS, type TextName, textLabel } from './plan';

/** A row of labels, all of them in their columns: so many tell it from a person's words. */
const LABELS = 3;

/**
 * Is the frame of a month whole, so that all that stands in it is read where it belongs? The first damage that keeps
 * something from being read or from coming along; null when all is well. What has merely been worded anew is no damage.
 * @param keys the key of each line, '' where there is none
 */
export function frameDamage(
  block: Block,
  lines: readonly RawCell[][],
  keys: readonly string[],
  zone: string,
): FrameDamage | null {
  return sortedRow(block, lines, keys, zone) ?? outOfOrder(block, keys) ?? missingRow(block, lines.length);
}

/** Labels of the frame in rows that are none of it: the visible cells have been sorted, or headings have been pasted over. */
function sortedRow(
  { row }: Block,
  lines: readonly RawCell[][],
  keys: readonly string[],
  zone: string,
): FrameDamage | null {
  const texts = lines.map((line) => line.slice(0, VISIBLE).map((cell) => cellText(cell, zone)));
  const isHome = (key: string) => textKeyOf(texts[keys.indexOf(key)]?.[COL.who - 1] ?? '') === key;
  const at = texts.findIndex((line, n) => {
    const key = keys[n] as string;
    const label = textKeyOf(line[COL.who - 1] as string);
    const isAway = label !== '' && label !== key && !isHome(label);
    if (key.startsWith('text:')) return isAway;
    const isLabels = line.filter((cell, col) => cell !== '' && labelColumn(cell) === col + 1).length >= LABELS;
    if (key !== '' && key !== KEY.gap && itemKey(key) === null) return isLabels && !key.startsWith('header:');
    if (key.startsWith('kpis:')) return false;
    return isAway || isLabels || isHeading(line);
  });
  return at < 0
    ? null
    : { code: 'sorted', row: row + at, what: 'The rows have been sorted, or headings have been pasted over' };
}

/** "2  Existing opportunities … 5 min". */
function isHeading(line: readonly string[]): boolean {
  return SECTION_LABEL.test(line[COL.who - 1] as string) && /^(\d+ min|the rest)$/.test(line[COL.next - 1] as string);
}

/** Whole rows have been sorted or moved: a row of labels no longer stands below its heading, or what ends the month not at its end. */
function outOfOrder({ row }: Block, keys: readonly string[]): FrameDamage | null {
  const at = (n: number): FrameDamage => ({
    code: 'sorted',
    row: row + n,
    what: 'The rows of the month have been sorted or moved',
  });
  let section = '';
  let hasLabels = true;
  let isBelowEnd = false;
  for (const [n, key] of keys.entries()) {
    if (key === KEY.end) isBelowEnd = true;
    else if (key.startsWith('section:')) {
      section = key.slice(8);
      hasLabels = !keys.includes(KEY.header(section));
    }
    const isTop = key === KEY.focus || PREPARE_TEXTS.some((name) => key === KEY.text(name));
    const isBottom = CONCLUSION_TEXTS.some((name) => key === KEY.text(name));
    const isFrame = isTop || isBottom || /^(section|header):/.test(key);
    if (isTop && section !== '') return at(n);
    if (isFrame && isBelowEnd) return at(n);
    if (isBottom && section !== 'conclusion' && keys.includes(KEY.section('conclusion'))) return at(n);
    // Rows above their labels would not be read.
    if (!hasLabels && sectionOfKey(key) === section) return at(n);
    const header = /^header:(.+)/.exec(key)?.[1];
    if (header === section) hasLabels = true;
    else if (
      header === 'grow' ? !hasLabels || isOutOfPlace(keys, n, section) : header && keys.includes(KEY.section(header))
    )
      return at(n);
  }
  return null;
}

/** The section whose row has this key; '' for a row of the frame. */
function sectionOfKey(key: string): string {
  const section = itemKey(key)?.section ?? '';
  return section === 'todo' ? 'conclusion' : section;
}

/** The labels of development stand in the last section before the Conclusion, wherever that stands, and above their rows. */
function isOutOfPlace(keys: readonly string[], n: number, section: string): boolean {
  const sections = keys.flatMap((key) => (key.startsWith('section:') ? [key.slice(8)] : []));
  const host = sections.filter((id) => id !== 'conclusion').pop() ?? 'conclusion';
  const above = keys.slice(0, n).filter((key) => key !== '' && key !== KEY.gap);
  return section !== host || sectionOfKey(above.pop() ?? '') === 'grow';
}

function missingRow(block: Block, rows: number): FrameDamage | null {
  const gone = (what: string, row: number): FrameDamage => ({
    code: 'missing',
    row: row || block.row,
    what: `${what} is missing`,
  });
  for (const part of allParts(block)) {
    const { name } = part.section;
    if (part.headerRow === 0) return gone(`The row of labels of “${name}”`, part.bandRow || part.lastRow);
    if (part.bandRow === 0 && part !== block.growth) return gone(`The heading of “${name}”`, part.headerRow);
  }
  const conclusion = block.sections.find(({ section }) => section.kind === 'conclusion');
  if (!conclusion) return gone('The Conclusion', 0);
  const hasKpis = block.sections.some(({ section }) => section.kind === 'kpis');
  const names: TextName[] = [
    ...PREPARE_TEXTS.filter((name) => !isLaterText(name)),
    ...(hasKpis ? ['plan' as const] : []),
    ...CONCLUSION_TEXTS,
  ];
  const lost = names.find((name) => !block.texts[name]);
  if (lost) return gone(`The row “${textLabel(lost)}”`, 0);
  if (block.focusRow === 0) return gone('The row of the last focus', 0);
  return block.endRow === 0 ? gone('The last line', block.row + rows - 1) : null;
}

/** Columns of a row of the frame that hold nothing of ours: what stands there, a person has typed. */
const OPEN: readonly { is: (key: string) => boolean; cols: readonly number[] }[] = [
  { is: (key) => key === KEY.band, cols: [COL.amount, COL.status, COL.moved, COL.since] },
  {
    is: (key) => key === KEY.focus || key.startsWith('text:'),
    cols: [COL.why, COL.amount, COL.status, COL.moved, COL.since, COL.next],
  },
  { is: (key) => key.startsWith('section:'), cols: [COL.why, COL.amount, COL.status, COL.moved, COL.since] },
  { is: (key) => key === KEY.end, cols: [COL.who, COL.why, COL.amount, COL.status, COL.moved, COL.since, COL.next] },
];

/** A person's texts in rows of the frame, where nothing is read. */
export function textsInFrame(key: string, line: readonly RawCell[], row: number, zone: string): Stranded[] {
  const open = OPEN.find(({ is }) => is(key))?.cols ?? [];
  const labels = key.startsWith('header:') ? Array.from({ length: VISIBLE }, (_, n) => n + 1) : [];
  return [...open, ...labels].flatMap((col) => {
    const text = cellText(line[col - 1], zone);
    return text === '' || isOwnText(text) ? [] : [{ row, col, text, where: 'frame' as const }];
  });
}

/** The first cell of a row that shows something; null where none does. */
export function firstText(line: readonly RawCell[], zone: string): { col: number; text: string } | null {
  const texts = line.slice(0, VISIBLE).map((cell) => cellText(cell, zone));
  const at = texts.findIndex((text) => text !== '');
  return at < 0 ? null : { col: at + 1, text: texts[at] as string };
}
