import { GROWTH } from '../../core/shared/agenda';
import type { MonthKey } from '../../core/shared/month';
import { monthTitle } from '../../core/shared/month';
import { COL, KEY, VISIBLE } from '../grid/grid';
import { COPY } from '../grid/own-cells';
import { bandMonth, END_LINE, isOwnText, labelColumn, SECTION_LABEL, textKeyOf } from '../month/own-words';
import type { RowColumns } from './best-fit';
import { type Note, quoted } from './notes';
import { kindOf, type Line, setKey } from './tab-lines';

/** The rows of one month, wherever on the tab they stand. */
export interface MonthLines {
  month: MonthKey;
  /** Rows that stand in the month's own stretch, top to bottom, the band first where there is one. */
  lines: Line[];
  /** Rows of this month that stand in another month's stretch. */
  strays: Line[];
  /** Rows below the end of the month that are no part of it: copies. */
  after: Line[];
}

/** Ids of sections and KPIs by their names in Setup. */
export interface KnownNames {
  sections: ReadonlyMap<string, string>;
  kpis: ReadonlyMap<string, string>;
  /** What rows of each section have columns for. */
  columns: RowColumns;
}

/**
 * Sorts the rows below the head by month, newest first. A row belongs to the month in its hidden cell where it is part
 * of the frame, else to the month that it stands in. A month that stands on the tab twice stays once; the other one
 * becomes a plain copy. `loose` are rows with text before the first month.
 */
export function splitMonths(lines: readonly Line[], note: Note): { months: MonthLines[]; loose: Line[] } {
  const stretches = cutStretches(lines);
  const months = new Map<MonthKey, MonthLines>();
  const loose: Line[] = [];
  let host: MonthLines | null = null;
  for (const stretch of stretches) {
    const known = stretch.month === null ? undefined : months.get(stretch.month);
    if (stretch.month === null) loose.push(...stretch.lines);
    else if (!known) {
      host = { month: stretch.month, lines: stretch.lines, strays: [], after: stretch.after };
      months.set(stretch.month, host);
    } else if (isCopy(stretch.lines, known.lines)) {
      // What stands only here has got among the copy by hand.
      const keys = new Set(known.lines.map(({ key }) => key));
      const isOwn = ({ key }: Line) => keys.has(key) || kindOf(key) === 'none' || kindOf(key) === 'gap';
      const copy = stretch.lines.filter(isOwn);
      known.strays.push(...stretch.lines.filter((line) => !isOwn(line)));
      tellOwnTexts(copy, known.lines, note);
      makeCopy(copy, stretch.month, note);
      (host ?? known).after.push(...copy, ...stretch.after);
    } else {
      known.strays.push(...stretch.lines);
      (host ?? known).after.push(...stretch.after);
    }
  }
  for (const stretch of stretches)
    for (const stray of stretch.strays) {
      const month = stray.month as MonthKey;
      let own = months.get(month);
      if (!own) {
        own = { month, lines: [], strays: [], after: [] };
        months.set(month, own);
      }
      if (own.lines.length === 0 || own.lines[0]?.key !== KEY.band) own.lines.push(stray);
      else own.strays.push(stray);
    }
  return { months: [...months.values()].sort((a, b) => b.month - a.month), loose };
}

interface Stretch {
  month: MonthKey | null;
  lines: Line[];
  strays: Line[];
  after: Line[];
}

/** Walks down: a band begins a month; rows of the frame that belong to another month are strays, and what follows them too. */
function cutStretches(lines: readonly Line[]): Stretch[] {
  const scrambled = scrambledMonths(lines);
  forgetNoMonths(lines);
  const stretches: Stretch[] = [{ month: null, lines: [], strays: [], after: [] }];
  let stretch = stretches[0] as Stretch;
  let stray: MonthKey | null = null;
  let ended = false;
  for (const line of lines) {
    const kind = kindOf(line.key);
    if (kind === 'band' && line.month !== null) {
      stretch = { month: line.month, lines: [line], strays: [], after: [] };
      stretches.push(stretch);
      stray = null;
      ended = false;
      continue;
    }
    if (kind === 'copy') {
      stretch.after.push(line);
      continue;
    }
    const own = stretch.month !== null && (line.month === stretch.month || (kind === 'frame' && line.month === null));
    if (own) stray = null;
    else if (kind === 'frame' && line.month !== null) stray = line.month;
    else if (kind === 'item' && line.month !== null && (ended || stretch.month === null)) stray = line.month;
    const home = (kind === 'item' || kind === 'gap') && line.month !== null && !own && scrambled.has(line.month);
    if (home) stretch.strays.push(line);
    else if (stray !== null && !own) {
      line.month = line.month ?? stray;
      stretch.strays.push(line);
    } else stretch.lines.push(line);
    if (line.key === KEY.end && own) ended = true;
  }
  return stretches.filter((s) => s.lines.length + s.strays.length + s.after.length > 0);
}

/** A month of which hardly a row is there is none: somebody has typed beside a row. */
function forgetNoMonths(lines: readonly Line[]): void {
  const rows = new Map<MonthKey, number>();
  for (const line of lines) {
    const weight = line.key === KEY.band ? 3 : kindOf(line.key) === 'frame' ? 1 : 0;
    if (line.month !== null) rows.set(line.month, (rows.get(line.month) ?? 0) + weight);
  }
  for (const line of lines) if (line.month !== null && (rows.get(line.month) ?? 0) < 3) line.month = null;
}

/** Months whose frame stands in pieces between that of others, as after sorting over them. */
function scrambledMonths(lines: readonly Line[]): Set<MonthKey> {
  const pieces = new Map<MonthKey, number>();
  let before: MonthKey | null = null;
  for (const line of lines) {
    const kind = kindOf(line.key);
    if ((kind !== 'frame' && kind !== 'band') || line.month === null) continue;
    if (line.month !== before) pieces.set(line.month, (pieces.get(line.month) ?? 0) + 1);
    before = line.month;
  }
  return new Set([...pieces].filter(([, count]) => count > 2).map(([month]) => month));
}

/** A second stretch of a month is a copy when most of its keys stand in the first one too. */
function isCopy(lines: readonly Line[], original: readonly Line[]): boolean {
  const keyed = (line: Line) => kindOf(line.key) === 'item' || kindOf(line.key) === 'frame';
  const keys = new Set(original.filter(keyed).map((line) => line.key));
  const own = lines.filter(keyed);
  return own.length > 2 && own.filter((line) => keys.has(line.key)).length * 2 > own.length;
}

/** What was typed into the copy alone: it stays there, and nobody would look for it. */
function tellOwnTexts(copy: readonly Line[], original: readonly Line[], note: Note): void {
  const there = new Set(original.flatMap(({ texts }) => texts));
  for (const line of copy) {
    const at = line.texts.findIndex(
      (text, n) => n < VISIBLE && text !== '' && line.formulas[n] === '' && !there.has(text) && !isOwnText(text),
    );
    if (at >= 0) note('inCopy', line, at + 1, quoted(line.texts[at] as string));
  }
}

function makeCopy(lines: readonly Line[], month: MonthKey, note: Note): void {
  const [band] = lines;
  if (!band) return;
  note('copy', band, COL.who, copyWords(month, lines));
  for (const line of lines) markCopy(line);
  if (isOwnText(band.texts[COL.who - 1] as string))
    band.writes.set(COL.who, { value: `Copy of ${monthTitle(month)}`, plain: true });
}

function copyWords(month: MonthKey, lines: readonly Line[]): string {
  return `${monthTitle(month)} in rows ${lines[0]?.origin} to ${lines[lines.length - 1]?.origin}`;
}

function markCopy(line: Line): void {
  setKey(line, COPY, null);
}

/**
 * Rows of the frame that have lost their hidden cells are known by their words, unless the month has such a row already;
 * a band that has lost its month, or says another one than the rows below it, by its own words and theirs.
 */
export function findLostKeys(lines: readonly Line[], known: KnownNames, note: Note): void {
  settleBands(lines);
  const there = new Set(lines.map((line) => `${line.month}|${line.key}`));
  const bands = new Set(lines.filter((line) => line.key === KEY.band).map((line) => line.month));
  let month: MonthKey | null = null;
  let section = '';
  let copy: Line[] | null = null;
  const give = (line: Line, key: string, of: MonthKey) => {
    note('lostKey', line, COL.who);
    setKey(line, key, of);
    there.add(`${of}|${key}`);
  };
  for (const line of lines) {
    const words = line.texts[COL.who - 1] as string;
    if (kindOf(line.key) !== 'none') {
      if (line.key === KEY.band) month = line.month;
      if (line.key.startsWith('section:')) section = line.key.slice(8);
      copy = null;
      continue;
    }
    const of = bandMonth(words);
    if (of !== null) {
      copy = bands.has(of) ? [line] : null;
      if (copy) note('copy', line, COL.who, `${monthTitle(of)} in row ${line.origin} and those below it`);
      else {
        bands.add(of);
        give(line, KEY.band, of);
        month = of;
        section = '';
      }
    }
    if (copy) markCopy(line);
    if (copy || of !== null || month === null) continue;
    const key = frameKeyOf(line, known, section);
    if (key.startsWith('section:')) section = key.slice(8);
    if (key !== '' && !there.has(`${month}|${key}`)) give(line, key, month);
  }
}

function settleBands(lines: readonly Line[]): void {
  const taken = new Set(lines.filter((line) => line.key === KEY.band).map((line) => line.month));
  lines.forEach((line, at) => {
    if (line.key !== KEY.band) return;
    const of = bandMonth(line.texts[COL.who - 1] as string);
    if (of === null || of === line.month) {
      // A band that says no month at all is none.
      if (line.month === null) line.key = '';
      return;
    }
    const below = lines.slice(at + 1).find((other) => kindOf(other.key) === 'frame' && other.month !== null);
    if (line.month !== null && below?.month !== of) return;
    if (taken.has(of)) {
      if (line.month === null) line.key = '';
      return;
    }
    taken.add(of);
    setKey(line, KEY.band, of);
  });
}

/** What row of the frame a row without a key looks like; '' for others. */
export function frameKeyOf(line: Line, { sections, kpis }: KnownNames, section: string): string {
  const words = line.texts[COL.who - 1] as string;
  const named = SECTION_LABEL.exec(words);
  const id = named && sections.get(named[1] as string);
  if (id) return KEY.section(id);
  const kpi = section === 'kpis' && line.formulas[COL.status - 1] !== '' && kpis.get(words);
  if (kpi) return KEY.item('kpis', kpi);
  const text = textKeyOf(words);
  if (text !== '') return text;
  if (/^(Focus from [A-Z][a-z]+|First 1:1 on this tab)$/.test(words)) return KEY.focus;
  if (words === 'Pipeline') return KEY.pipeline;
  if (words === 'Closing' && section === 'kpis') return KEY.closing;
  const labels = line.texts.filter((cell, index) => cell !== '' && labelColumn(cell) === index + 1).length;
  // Two are enough where the first cell is one of them: something may have been pasted over the others.
  if (labels >= (labelColumn(words) === COL.who ? 2 : 3))
    return words === GROWTH.name ? KEY.header(GROWTH.id) : section && KEY.header(section);
  return words === '' && END_LINE.test(line.texts[COL.when - 1] as string) ? KEY.end : '';
}
