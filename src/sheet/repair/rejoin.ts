import { matchKeys } from '../../core/deal/match-keys';
import { nameIn, rowMark } from '../../core/deal/row-mark';
import { GROWTH, knownSection } from '../../core/shared/agenda';
import type { Field } from '../../core/shared/fields';
import { type MonthKey, monthName } from '../../core/shared/month';
import { cellValue } from '../grid/cells';
import { COL, FIELD_COL, itemKey, KEY } from '../grid/grid';
import { HIDDEN, HIDDEN_COLUMNS, type HiddenName, hiddenCell, readHidden } from '../grid/hidden';
import { bandMonth, labelColumn } from '../month/own-words';
import { headerLabels } from '../month/plan';
import { bestFits } from './best-fit';
import { isHeadRow } from './check-head';
import { frameKeyOf, type KnownNames } from './check-months';
import type { Note } from './notes';
import { isBlankLine, isItemKey, kindOf, type Line, said, VISIBLE } from './tab-lines';

/**
 * Puts rows together again whose visible cells have been sorted, cut or dragged while their hidden ones stayed. Rows of the
 * frame are known by their words; each takes the hidden cells of the row that has lost such words, the topmost first. Rows
 * that people type into are known by the marks beside their keys. What is left over of the hidden cells goes to the rows that
 * are left over, as their cells fit. Only hidden cells are written, which are the machine's own.
 */
export function rejoin(lines: Line[], known: KnownNames, zone: string, note: Note): void {
  const words = lines.map((line) => (isHeadRow(line) ? '' : wordsOf(line, known)));
  const wanted = lines.map(wantedOf);
  const from = new Map<number, number>();
  const taken = new Set<number>();
  for (const sign of new Set(words.filter((word) => word !== ''))) {
    const parted = lines.flatMap((_, n) => (words[n] === sign && wanted[n] !== sign ? [n] : []));
    // A focus may have come to stand where another month has its own.
    const isFocus = parted.length > 0 && (sign === KEY.focus || sign === KEY.text('focus'));
    const widows = lines.flatMap((_, n) => (wanted[n] === sign && (isFocus || words[n] !== sign) ? [n] : []));
    const orphans = isFocus ? lines.flatMap((_, n) => (words[n] === sign ? [n] : [])) : parted;
    const isDoubtful = /^(text|kpis):/.test(sign) && new Set(parted.map((at) => typedIn(lines[at] as Line))).size > 1;
    (isFocus ? byFocus(lines, sign, widows, orphans) : orphans).forEach((at, n) => {
      const widow = widows[n];
      if (at === undefined || widow === undefined) return;
      from.set(at, widow);
      taken.add(widow);
      if (isDoubtful && at !== widow) note('fitted', lines[at] as Line, COL.who);
    });
  }
  if (from.size === 0) {
    rejoinItems(lines, zone, note);
    return;
  }
  pairByMarks(lines, words, from, taken, zone);
  const torn = new Set([...from].flatMap(([at, n]) => (at === n ? [] : [lines[at]?.month, lines[n]?.month])));
  // Rows whose hidden cells have gone elsewhere or were given to no text, and hidden cells whose row has got others.
  const isLoose = ({ key, month }: Line) =>
    torn.has(month) && (key === KEY.gap || isItemKey(key)) && !key.startsWith('kpis:');
  const bare = lines.flatMap((line, n) =>
    !from.has(n) && (taken.has(n) || (words[n] === '' && isLoose(line))) ? [n] : [],
  );
  const spare = lines.flatMap((line, n) => (!taken.has(n) && (from.has(n) || isLoose(line)) ? [n] : []));
  for (const [at, source] of bestFits(lines, bare, spare, known.columns)) {
    if (at !== source && !isBlankLine(lines[at] as Line)) note('fitted', lines[at] as Line, COL.who);
    from.set(at, source);
  }
  const before = lines.map((line) => ({ ...line }));
  for (const [at, source] of [...from].sort(([a], [b]) => a - b)) {
    if (at === source) continue;
    note('apart', lines[at] as Line, COL.who);
    takeHidden(lines[at] as Line, before[source] as Line, zone);
  }
}

/** What people type into a row of the frame. */
function typedIn({ texts, formulas }: Line): string {
  return [COL.when, COL.why, COL.amount].map((col) => (formulas[col - 1] === '' ? texts[col - 1] : '')).join('|');
}

/**
 * The row of the focus for each of some hidden cells: what a month wanted until next time stands once more in the next one,
 * beside that month's name. What tells nothing goes to the topmost that is left.
 */
function byFocus(
  lines: readonly Line[],
  sign: string,
  widows: readonly number[],
  orphans: readonly number[],
): (number | undefined)[] {
  const months = lines.flatMap(({ key, month }) => (key === KEY.band && month !== null ? [month] : []));
  const label = (month = 0) => `Focus from ${month && monthName(month)}`;
  const left = [...orphans];
  const take = (fits: (row: number) => boolean): number | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const found = widows.map((n) => {
    const month = (lines[n] as Line).month as MonthKey;
    const [col, text] =
      sign === KEY.focus
        ? [COL.who, label(months.filter((other) => other < month).sort((a, b) => b - a)[0])]
        : [COL.when, lines.find(({ texts }) => texts[COL.who - 1] === label(month))?.texts[COL.when - 1]];
    const fits = (row: number) => lines[row]?.texts[col - 1] === text;
    return take((row) => row === n && fits(row)) ?? take(fits);
  });
  // Where nothing tells it, a row that has not been moved stays.
  const kept = found.map((at, n) => at ?? take((row) => row === widows[n]));
  return kept.map((at) => at ?? left.shift());
}

/** Where rows have been torn apart altogether, a key goes to the text that it was given to, wherever that stands by now. */
function pairByMarks(
  lines: readonly Line[],
  words: readonly string[],
  from: Map<number, number>,
  taken: Set<number>,
  zone: string,
): void {
  const texts = lines.map((line, n) => (words[n] === '' ? textOf(line, zone) : ''));
  const markOf = (line: Line) => (isItemKey(line.key) ? (line.texts[HIDDEN.text - 1] as string) : '');
  const give = (at: number, source: number) => {
    from.set(at, source);
    taken.add(source);
  };
  for (const told of [(mark: string) => mark, nameIn]) {
    const free = new Map<string, number[]>();
    lines.forEach((line, n) => {
      const mark = markOf(line);
      if (mark === '' || taken.has(n)) return;
      // What stands beside its own key stays there, whatever other months have.
      if (!from.has(n) && texts[n] !== '' && told(texts[n] as string) === told(mark)) give(n, n);
      else free.set(told(mark), [...(free.get(told(mark)) ?? []), n]);
    });
    texts.forEach((text, n) => {
      const fitting = text === '' || from.has(n) ? [] : (free.get(told(text)) ?? []);
      const near = fitting.findIndex((source) => lines[source]?.month === lines[n]?.month);
      const [source] = fitting.splice(Math.max(near, 0), 1);
      if (source !== undefined) give(n, source);
    });
  }
}

/** Rows of a month whose visible cells were sorted or swapped within it: see match-keys. */
function rejoinItems(lines: readonly Line[], zone: string, note: Note): void {
  const items = lines.filter(({ key, month }) => month !== null && isItemKey(key) && !key.startsWith('kpis:'));
  const byRow = new Map(items.map((line) => [line.origin, { ...line }]));
  for (const month of new Set(items.map((line) => line.month as MonthKey))) {
    const marked = items.map((line) => ({
      row: line.origin,
      month: line.month as MonthKey,
      id: itemKey(line.key)?.id ?? '',
      mark: line.texts[HIDDEN.text - 1] as string,
      text: textOf(line, zone),
    }));
    const { keys, unsure } = matchKeys(
      marked.filter((row) => row.month === month),
      month,
    );
    for (const line of items) {
      const source = byRow.get(keys.get(line.origin) ?? -1);
      if (!source || line.month !== month) continue;
      note('apart', line, COL.who);
      takeHidden(line, source, zone);
    }
    for (const row of unsure.flat()) note('unsure', { origin: row }, COL.who);
  }
}

const FIELDS = Object.entries(FIELD_COL) as [Field, number][];

/** The mark of what stands in a row now. */
function textOf(line: Line, zone: string): string {
  return isBlankLine(line)
    ? ''
    : rowMark(Object.fromEntries(FIELDS.map(([field, col]) => [field, cellValue(line.values[col - 1], zone)])));
}

function takeHidden(line: Line, source: Line, zone: string): void {
  const values = [...line.values];
  for (let n = 0; n < HIDDEN_COLUMNS.count; n++) {
    const col = HIDDEN_COLUMNS.from + n;
    values[col - 1] = source.values[col - 1];
    // Formulas follow when the row is compared with its plan.
    line.formulas[col - 1] = '';
    const name = (Object.keys(HIDDEN) as HiddenName[])[n] as HiddenName;
    const cell = source.formulas[col - 1] === '' ? hiddenCell(name, readHidden(source.values, name, zone)) : '';
    line.writes.set(col, { value: cell, plain: false });
  }
  Object.assign(line, said(values, zone));
}

/** What row of the frame a row looks like, whichever month's; '' for others. */
function wordsOf(line: Line, known: KnownNames): string {
  if (kindOf(line.key) === 'copy') return '';
  const month = bandMonth(line.texts[COL.who - 1] as string);
  if (month !== null) return `band ${month}`;
  const labels = labelsOf(line);
  if (labels !== '') return labels;
  const key = frameKeyOf(line, known, 'kpis');
  return key.startsWith('header:') ? '' : key;
}

/** The labels of a row of labels; '' where there are hardly any, or something else besides. */
function labelsOf(line: Line): string {
  const filled = VISIBLE.filter((col) => line.texts[col - 1] !== '');
  const fits = filled.every((col) => labelColumn(line.texts[col - 1] as string) === col);
  return fits && filled.length >= 3 ? filled.map((col) => line.texts[col - 1]).join('|') : '';
}

/** What a row's hidden cells say that it is; in the same words as wordsOf. */
function wantedOf({ key, month }: Line): string {
  if (key === KEY.band) return `band ${month}`;
  if (!key.startsWith('header:')) return kindOf(key) === 'frame' || key.startsWith('kpis:') ? key : '';
  const id = key.slice(7);
  const labels = headerLabels(id === GROWTH.id ? GROWTH : (knownSection(id) ?? { id, kind: 'notes' }));
  return VISIBLE.flatMap((col) => labels[col] ?? []).join('|');
}
