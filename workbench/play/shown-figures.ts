/** The figures that a tracker's tabs show, under the names that expected-figures.ts gives them; and how the two compare. */
import { COL } from '../../src/sheet/grid/grid';
import { COLUMNS, HIDDEN } from '../../src/sheet/grid/hidden';
import type { Engine, Scalar } from '../engine/engine';
import type { Figure, FigureKpi, Figures } from './expected-figures';

/** Columns A to J of Team. */
const TEAM_COLUMNS = 10;
/** Sheet columns of the KPIs that stand side by side on Team. */
const KPI_COLUMNS = [2, 4, 6, 8];

/** One tab as it stands, read once. */
export class ShownTab {
  private constructor(private readonly values: Figure[][]) {}

  static async read(engine: Engine, sheetId: number): Promise<ShownTab> {
    const { lastRow } = engine.sheets().find((sheet) => sheet.id === sheetId)!;
    const rect = { row: 1, col: 1, rows: lastRow, cols: COLUMNS };
    const cells = await engine.read(sheetId, rect);
    return new ShownTab(cells.map((line) => line.map((cell) => figure(cell.v))));
  }

  /** Sheet row of a key in a month; throws when it is not there. */
  row(month: number, key: string): number {
    const index = this.values.findIndex((line) => line[HIDDEN.month - 1] === month && line[HIDDEN.key - 1] === key);
    if (index < 0) throw new Error(`no row ${key} in ${month}`);
    return index + 1;
  }

  /** Months of the blocks, the newest first. */
  months(): number[] {
    return this.values.filter((line) => line[HIDDEN.key - 1] === 'band').map((line) => Number(line[HIDDEN.month - 1]));
  }

  block(month: number, kpis: readonly FigureKpi[]): Figures {
    const at = (row: number) => (col: number) => this.values[row - 1]?.[col - 1] ?? '';
    const pipeline = at(this.row(month, 'sum:pipeline'));
    const figures: Figures = {
      'open amount': pipeline(COL.amount),
      'deals open': pipeline(HIDDEN.openDeals),
      'deals stuck': pipeline(HIDDEN.stuckDeals),
      deals: pipeline(COL.moved),
      coverage: pipeline(COL.status),
      'commitments open': pipeline(HIDDEN.openCommitments),
      'commitments late': pipeline(HIDDEN.lateCommitments),
    };
    for (const { id } of kpis) {
      const cell = at(this.row(month, `kpis:${id}`));
      const share = (actual: number, goal: number) =>
        Number(cell(goal)) === 0 ? '' : Number(cell(actual)) / Number(cell(goal));
      // The words of quarter and year, and below them (or alone, while there is no goal) how the months went.
      const [, words, trend] = /^(quarter .*)?([\s\S]*)$/.exec(String(cell(COL.moved)))!;
      Object.assign(figures, {
        [`${id} goal`]: cell(COL.when),
        [`${id} actual`]: cell(COL.amount),
        [`${id} % of goal`]: cell(COL.status),
        [`${id} quarter`]: share(HIDDEN.quarterActual, HIDDEN.quarterGoal),
        [`${id} year`]: share(HIDDEN.yearActual, HIDDEN.yearGoal),
        [`${id} in words`]: words ?? '',
        [`${id} trend`]: trend ?? '',
        [`${id} rank`]: cell(COL.since),
      });
    }
    return figures;
  }

  head(): Figures {
    const cell = (col: number) => this.values[2]?.[col - 1] ?? '';
    return {
      result: cell(COL.when),
      goal: cell(COL.why),
      pipeline: cell(COL.amount),
      coverage: cell(COL.status),
      deals: cell(COL.moved),
      commitments: cell(COL.next),
    };
  }
}

/** The Team tab's lines as expectedTeam() names them, for the month that the tab shows. */
export async function shownTeam(engine: Engine, kpis: readonly FigureKpi[]): Promise<Figures> {
  const sheet = engine.sheets().find((each) => each.name === 'Team');
  if (!sheet) throw new Error('there is no Team tab');
  const cells = await engine.read(sheet.id, { row: 1, col: 1, rows: sheet.maxRows, cols: TEAM_COLUMNS });
  const lines = cells.map((line) => line.map((cell) => figure(cell.v)));
  const figures: Figures = {};
  const who: Figure[] = [];
  for (const line of tableBelow(lines, 'Standing', 1)) {
    const [name = '', , , , main = '', rank = '', pipeline = '', stuck = '', commitments = ''] = line;
    const isTotal = name === 'Team';
    if (!isTotal) who.push(name);
    const own = isTotal ? { main, pipeline, stuck, commitments } : { name, main, rank, pipeline, stuck, commitments };
    for (const [what, value] of Object.entries(own)) figures[`${isTotal ? 'total' : who.length} ${what}`] = value;
  }
  for (let first = 0; first < kpis.length; first += KPI_COLUMNS.length)
    for (const line of tableBelow(lines, first === 0 ? 'KPIs' : 'More KPIs', 1)) {
      const place = line[0] === 'Team' ? 'total' : who.indexOf(line[0] ?? '') + 1;
      for (const [n, kpi] of kpis.slice(first, first + KPI_COLUMNS.length).entries())
        figures[`${place} ${kpi.id}`] = line[KPI_COLUMNS[n]! - 1] ?? '';
    }
  return figures;
}

/** What the top of Team says of the deals that were to close in the month it shows. */
export async function shownToClose(engine: Engine): Promise<string> {
  const sheet = engine.sheets().find((each) => each.name === 'Team')!;
  const [line] = await engine.read(sheet.id, { row: 2, col: 1, rows: 1, cols: 1 });
  return String(figure(line![0]!.v));
}

/** The lines of a table on Team, without those that show nobody. */
function tableBelow(lines: readonly Figure[][], band: string, headers: number): Figure[][] {
  const top = lines.findIndex((line) => line[0] === band) + 1 + headers;
  if (top === headers) throw new Error(`Team has no table ${band}`);
  const bands = ['Standing', 'Side by side', 'KPIs', 'More KPIs'];
  const end = lines.findIndex((line, n) => n >= top && bands.includes(String(line[0])));
  return lines.slice(top, end < 0 ? lines.length : end).filter((line) => line[0] !== '');
}

function figure(value: Scalar): Figure {
  return typeof value === 'number' ? value : value === null ? '' : String(value);
}

export interface Difference {
  /** "Mira Oakes, 202611: calls rank". */
  what: string;
  expected: Figure | 'nothing';
  shown: Figure | 'nothing';
}

/** What of two sets differs, and how many figures were compared. Numbers may differ by 1e-9 of their size. */
export function compareFigures(
  where: string,
  expected: Figures,
  shown: Figures,
): { compared: number; differences: Difference[] } {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(shown)])];
  const differences = names
    .map((name) => ({
      what: `${where}: ${name}`,
      expected: expected[name] ?? 'nothing',
      shown: shown[name] ?? 'nothing',
    }))
    .filter((pair) => !isSame(pair.expected, pair.shown));
  return { compared: names.length, differences };
}

function isSame(a: Figure, b: Figure): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
