/**
 * Which formulas a change concerns. Univer prepares every formula of the workbook for each calculation; told exactly
 * which formulas to calculate it only prepares those, which is what makes thousands of formulas bearable.
 *
 * Places are from 0, as Univer's. A formula whose references cannot be read from its text (INDIRECT, OFFSET) is taken to
 * depend on everything. Named ranges are put in as addresses here: Univer's own way keeps outdated ones in a cache.
 */
import type { Host } from '../host';
import { type FormulaPiece, formulaPieces, type Reference, sameName } from '../references';
import type { IRange } from '../univer';
import { definedNames, resolveFormula, resolveNames } from './resolved-formula';

/** A formula's place and text. */
export interface FormulaCell {
  key: string;
  row: number;
  col: number;
  formula: string;
}

/** A rectangle on a sheet. */
export interface Area {
  key: string;
  range: IRange;
}

/** A formula as it takes part in calculation. */
export interface Entry extends FormulaCell {
  /** The formula as it is calculated: with addresses for names, and #REF! for sheets that are not there. */
  resolved: string;
}

interface Watched {
  range: IRange;
  entry: Entry;
}

/** What the formulas of one sheet watch on one sheet: stretches of few rows by row block, long ones in a list. */
interface Watch {
  blocks: Map<number, Watched[]>;
  long: Watched[];
  /** The highest block there is. */
  lastBlock: number;
}

/** What the text of a formula says by itself, wherever the formula stands. */
interface Reading {
  resolved: string;
  watches: readonly { sheet: string | undefined; range: IRange }[];
  isNamed: boolean;
  isOpaque: boolean;
  looksElsewhere: boolean;
  clock: 'restless' | 'daily' | null;
}

interface SheetPart {
  source: object;
  entries: Entry[];
  watches: Map<string, Watch>;
  byPlace: Map<string, Entry>;
  opaque: Entry[];
  named: Entry[];
  /** Formulas whose result is another one each time, and each day. */
  restless: Entry[];
  daily: Entry[];
  /** How many formulas look at other sheets. */
  looking: number;
}

const blockRows = 16;
/** From so many formulas on that look at other sheets, a sheet is worth letting sleep. */
const manyFormulas = 50;
/** So many texts of formulas are remembered: beyond, it begins anew. */
const mostReadings = 20_000;
const opaqueWords = /\b(?:INDIRECT|OFFSET|FORMULATEXT|GETPIVOTDATA)\(/i;

/** Whether two ranges share a cell. */
export function touches(a: IRange, b: IRange): boolean {
  return (
    a.startRow <= b.endRow && b.startRow <= a.endRow && a.startColumn <= b.endColumn && b.startColumn <= a.endColumn
  );
}

function rangeOf({ start, end }: Reference): IRange {
  const last = end ?? start;
  const [top, bottom] = [start.row ?? 1, last.row ?? Number.POSITIVE_INFINITY];
  const [left, right] = [start.col ?? 1, last.col ?? Number.POSITIVE_INFINITY];
  return {
    startRow: Math.min(top, bottom) - 1,
    endRow: Math.max(top, bottom) - 1,
    startColumn: Math.min(left, right) - 1,
    endColumn: Math.max(left, right) - 1,
  };
}

export class Dependents {
  private readonly parts = new Map<string, SheetPart>();
  /** By the formula's text. Row by row the same ones are set and moved again and again. */
  private readonly readings = new Map<string, Reading>();
  private sheetNames = '';

  constructor(private readonly host: Omit<Host, 'calculation'>) {}

  /** Reads again the sheets whose formulas changed, and all when sheets or names came or went. */
  private refresh(): SheetPart[] {
    const sheets = this.host.workbook.getSheets();
    const names = definedNames(this.host);
    const now = JSON.stringify([sheets.map((sheet) => [sheet.getSheetId(), sheet.getName()]), [...names]]);
    if (now !== this.sheetNames) {
      this.parts.clear();
      this.readings.clear();
    }
    if (this.readings.size > mostReadings) this.readings.clear();
    this.sheetNames = now;
    const keys = new Map(sheets.map((sheet) => [sheet.getName().toLowerCase(), sheet.getSheetId()]));
    return sheets.map((sheet) => {
      const key = sheet.getSheetId();
      const source = this.host.formulasOf(key);
      let part = this.parts.get(key);
      if (part?.source !== source) {
        part = readPart(key, source, keys, (formula) => this.read(formula, keys, names));
        this.parts.set(key, part);
      }
      return part;
    });
  }

  private read(formula: string, keys: ReadonlyMap<string, string>, names: ReadonlyMap<string, string>): Reading {
    let reading = this.readings.get(formula);
    if (!reading) {
      reading = readFormula(formula, keys, names);
      this.readings.set(formula, reading);
    }
    return reading;
  }

  /** Every formula. */
  all(): FormulaCell[] {
    return this.refresh().flatMap((part) => part.entries);
  }

  /** Formulas that use names of ranges, or may. */
  withNames(): FormulaCell[] {
    return this.refresh().flatMap((part) => [...part.named, ...part.opaque]);
  }

  /**
   * Keys of the sheets that look at others with many formulas while no formula of another sheet looks at them: their
   * results matter to nobody but who reads them. None while some formula may look anywhere.
   */
  overviews(): Set<string> {
    const parts = this.refresh();
    if (parts.some((part) => part.opaque.length > 0)) return new Set();
    const seen = (key: string) => [...this.parts].some(([own, part]) => own !== key && part.watches.has(key));
    const found = [...this.parts].filter(([key, part]) => part.looking >= manyFormulas && !seen(key));
    return new Set(found.map(([key]) => key));
  }

  /** Formulas of one sheet, or of all, that `match` picks. */
  matching(match: RegExp, key?: string): FormulaCell[] {
    return this.refresh()
      .flatMap((part) => part.entries)
      .filter((entry) => (key === undefined || entry.key === key) && match.test(entry.formula));
  }

  /** Formulas that change by themselves: at any time, and on a new day those with the date as well. */
  ofClock(newDay: boolean): FormulaCell[] {
    return this.refresh().flatMap((part) => (newDay ? [...part.restless, ...part.daily] : part.restless));
  }

  /** Formulas that mention a sheet by this name. */
  mentioning(name: string): FormulaCell[] {
    const mentions = (piece: FormulaPiece) => typeof piece !== 'string' && sameName(piece.sheet, name);
    return this.all().filter(({ formula }) => formula.includes('!') && formulaPieces(formula).some(mentions));
  }

  /**
   * The formulas to calculate when these areas and formulas changed, each with those that depend on it directly.
   * `spreadOf` tells an area that a formula fills beside its own cell. Of `read` areas only the values changed.
   * Formulas of sheets that `sleeps` picks are left out.
   */
  affected(
    areas: readonly Area[],
    read: readonly Area[],
    formulas: readonly FormulaCell[],
    spreadOf: (cell: FormulaCell) => IRange | undefined,
    sleeps: (key: string) => boolean,
  ): Map<Entry, Entry[]> {
    const parts = this.refresh();
    const found = new Map<Entry, Entry[]>();
    const queue: Entry[] = [];
    const add = (entry: Entry) => {
      if (found.has(entry) || sleeps(entry.key)) return;
      found.set(entry, []);
      queue.push(entry);
    };
    for (const { key, row, col } of formulas) {
      const entry = this.parts.get(key)?.byPlace.get(`${row},${col}`);
      if (entry) add(entry);
    }
    if (areas.length > 0) for (const part of parts) for (const entry of part.opaque) add(entry);
    for (const area of areas) for (const entry of this.inside(area)) add(entry);
    for (const area of [...areas, ...read]) for (const entry of watchers(parts, area)) add(entry);
    for (let entry = queue.pop(); entry; entry = queue.pop()) {
      const range = spreadOf(entry) ?? {
        startRow: entry.row,
        endRow: entry.row,
        startColumn: entry.col,
        endColumn: entry.col,
      };
      const next = [...watchers(parts, { key: entry.key, range })];
      found.set(
        entry,
        next.filter(({ key }) => !sleeps(key)),
      );
      for (const dependent of next) add(dependent);
    }
    return found;
  }

  private *inside({ key, range }: Area): Iterable<Entry> {
    for (const entry of this.parts.get(key)?.entries ?? []) {
      if (
        entry.row >= range.startRow &&
        entry.row <= range.endRow &&
        entry.col >= range.startColumn &&
        entry.col <= range.endColumn
      )
        yield entry;
    }
  }
}

function* watchers(parts: readonly SheetPart[], { key, range }: Area): Iterable<Entry> {
  for (const part of parts) {
    const watch = part.watches.get(key);
    if (!watch) continue;
    for (const watched of watch.long) if (touches(watched.range, range)) yield watched.entry;
    const [first, last] = [Math.floor(range.startRow / blockRows), Math.floor(range.endRow / blockRows)];
    for (let block = first; block <= Math.min(last, watch.lastBlock); block += 1) {
      for (const watched of watch.blocks.get(block) ?? []) if (touches(watched.range, range)) yield watched.entry;
    }
  }
}

function readPart(
  key: string,
  source: ReturnType<Host['formulasOf']>,
  keys: ReadonlyMap<string, string>,
  read: (formula: string) => Reading,
): SheetPart {
  const part: SheetPart = {
    source,
    entries: [],
    byPlace: new Map(),
    watches: new Map(),
    opaque: [],
    named: [],
    restless: [],
    daily: [],
    looking: 0,
  };
  for (const [row, line] of Object.entries(source)) {
    for (const [col, cell] of Object.entries(line ?? {})) {
      const formula = (cell as { f?: string } | null)?.f;
      if (!formula) continue;
      const reading = read(formula);
      const entry: Entry = { key, row: Number(row), col: Number(col), formula, resolved: reading.resolved };
      part.entries.push(entry);
      part.byPlace.set(`${row},${col}`, entry);
      if (reading.looksElsewhere) part.looking += 1;
      if (reading.clock) part[reading.clock].push(entry);
      if (reading.isOpaque) part.opaque.push(entry);
      if (reading.isNamed) part.named.push(entry);
      for (const { sheet, range } of reading.watches) {
        const target = sheet === undefined ? key : keys.get(sheet);
        if (target !== undefined) watchRange(part, target, { range, entry });
      }
    }
  }
  return part;
}

function readFormula(formula: string, keys: ReadonlyMap<string, string>, names: ReadonlyMap<string, string>): Reading {
  const named = resolveNames(formula, names);
  const pieces = formulaPieces(named);
  const references = pieces.filter(
    (piece, index): piece is Reference => typeof piece !== 'string' && !isPlaceOnly(pieces[index - 1]),
  );
  return {
    resolved: resolveFormula(formula, names, keys),
    watches: references.map((reference) => ({
      sheet: reference.sheet?.toLowerCase(),
      range: rangeOf(reference),
    })),
    isNamed: named !== formula,
    isOpaque: opaqueWords.test(formula),
    looksElsewhere: formula.includes('!'),
    clock: /\b(?:NOW|RAND\w*)\(/i.test(formula) ? 'restless' : /\bTODAY\(/i.test(formula) ? 'daily' : null,
  };
}

/** Whether what stands before a reference only asks for its place: `=ROW(A1)` in A1 is no circle. */
function isPlaceOnly(before: string | Reference | undefined): boolean {
  return typeof before === 'string' && /\b(?:ROWS?|COLUMNS?|OFFSET|SHEET)\($/i.test(before);
}

function watchRange(part: SheetPart, target: string, watched: Watched): void {
  const watch: Watch = part.watches.get(target) ?? { blocks: new Map(), long: [], lastBlock: -1 };
  part.watches.set(target, watch);
  const first = Math.floor(watched.range.startRow / blockRows);
  const last = Math.floor(watched.range.endRow / blockRows);
  if (last - first > 8) {
    watch.long.push(watched);
    return;
  }
  watch.lastBlock = Math.max(watch.lastBlock, last);
  for (let block = first; block <= last; block += 1) {
    const list = watch.blocks.get(block);
    if (list) list.push(watched);
    else watch.blocks.set(block, [watched]);
  }
}
