import type { MonthKey } from '../../core/shared/month';
import { monthTitle } from '../../core/shared/month';
import { COL, itemKey, KEY } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import { bandMonth, END_LABEL, isOwnText, labelColumn, SECTION_LABEL, textKeyOf } from '../month/own-words';
import { COPY_KEY, kindOf, type Line } from './tab-lines';

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
}

export type Note = (line: Line, col: number, words: string, repair: string) => void;

/**
 * Sorts the rows below the head by month, newest first. A row belongs to the month in its hidden cell where it is part
 * of the frame, else to the month that it stands in. A month that stands on the tab twice stays once; the other one
 * becomes a plain copy. `loose` are rows with text before the first month.
 */
export function splitMonths(
  lines: readonly Line[],
  known: KnownNames,
  note: Note,
): { months: MonthLines[]; loose: Line[] } {
  findLostKeys(lines, known, note);
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
      makeCopy(stretch.lines, stretch.month, note);
      (host ?? known).after.push(...stretch.lines, ...stretch.after);
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
    const home = kind === 'item' && line.month !== null && !own && scrambled.has(line.month);
    if (home) stretch.strays.push(line);
    else if (stray !== null && !own) {
      line.month = line.month ?? stray;
      stretch.strays.push(line);
    } else stretch.lines.push(line);
    if (line.key === KEY.end && own) ended = true;
  }
  return stretches.filter((s) => s.lines.length + s.strays.length + s.after.length > 0);
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

function makeCopy(lines: readonly Line[], month: MonthKey, note: Note): void {
  const [band] = lines;
  if (!band) return;
  note(
    band,
    COL.who,
    `${monthTitle(month)} stands on this tab twice: rows ${band.origin} to ${lines[lines.length - 1]?.origin} are a copy.`,
    `It stays as plain rows outside of the record, called “Copy of ${monthTitle(month)}”.`,
  );
  for (const line of lines) markCopy(line);
  if (isOwnText(band.texts[COL.who - 1] as string))
    band.writes.set(COL.who, { value: `Copy of ${monthTitle(month)}`, plain: true });
}

function markCopy(line: Line): void {
  line.key = COPY_KEY;
  line.month = null;
  line.writes.set(HIDDEN.key, { value: COPY_KEY, plain: false });
  line.writes.set(HIDDEN.month, { value: '', plain: false });
}

/** Rows of the frame that have lost their hidden cells are known by their words, unless the month has such a row already. */
function findLostKeys(lines: readonly Line[], known: KnownNames, note: Note): void {
  const there = new Set(lines.map((line) => `${line.month}|${line.key}`));
  const bands = new Set(lines.filter((line) => line.key === KEY.band).map((line) => line.month));
  let month: MonthKey | null = null;
  let section = '';
  let copying = false;
  const give = (line: Line, key: string, of: MonthKey) => {
    note(line, COL.who, 'This row of the frame has lost its hidden key.', 'It gets the key back.');
    line.key = key;
    line.month = of;
    there.add(`${of}|${key}`);
  };
  for (const line of lines) {
    const words = line.texts[COL.who - 1] as string;
    if (line.key === KEY.band && line.month === null) {
      const said = bandMonth(words);
      // A band that does not say its month is no band any more.
      if (said === null || bands.has(said)) line.key = '';
      else line.month = said;
      if (said !== null) bands.add(said);
    }
    if (kindOf(line.key) !== 'none') {
      if (line.key === KEY.band) month = line.month;
      if (line.key.startsWith('section:')) section = line.key.slice(8);
      copying = false;
      continue;
    }
    const said = bandMonth(words);
    if (said !== null) {
      copying = bands.has(said);
      if (copying)
        note(
          line,
          COL.who,
          `${monthTitle(said)} stands on this tab twice; this one is a copy.`,
          'It stays as plain rows outside of the record.',
        );
      else {
        bands.add(said);
        give(line, KEY.band, said);
        month = said;
      }
    }
    if (copying) markCopy(line);
    if (copying || said !== null || month === null) continue;
    const key = frameKeyOf(line, known, section);
    if (key.startsWith('section:')) section = key.slice(8);
    if (key !== '' && !there.has(`${month}|${key}`)) give(line, key, month);
  }
}

/** What row of the frame a row without a key looks like; '' for others. */
function frameKeyOf(line: Line, { sections, kpis }: KnownNames, section: string): string {
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
  if (labels >= 3)
    return labelColumn(words) && words === 'growing in' ? KEY.header('grow') : section && KEY.header(section);
  const end = words || (line.texts[COL.when - 1] as string);
  return END_LABEL.test(end) && isOwnText(end) ? KEY.end : '';
}

/** Section id of an item's key, "todo" and "grow" for those; '' for keys that are none. */
export function prefixOf(key: string): string {
  return itemKey(key)?.section ?? '';
}
