/** Months written straight into a rep's tab, key by key, without the add-on: for tests of formulas that look into tabs. */
import { COL, COLUMNS, FIRST_BLOCK_ROW } from '../../src/sheet/grid';
import type { CellInput } from '../../workbench/engine/engine';
import type { Stage } from './addon';

export interface FakeKpi {
  actual: number | string;
  goal: number | '';
  /** Actual and goal of the year so far. */
  year: [number, number];
  correction?: string;
  lower?: boolean;
}

export interface FakeMonth {
  /** 202611. */
  month: number;
  state: '' | 'moved' | 'finished' | 'reopened';
  /** Planned for or held on, as a serial day number; '' when there is none. */
  day: number | '';
  /** The band's right end: words, or minutes. */
  end: string | number;
  ready?: boolean;
  kpis: Record<string, FakeKpi>;
  /** null for an agenda without KPIs. */
  pipeline: { amount: number; open: number; stuck: number; promises: number; late: number } | null;
  working: string[];
  notWorking: string[];
  focus: string;
  lastFocus: string;
  nextDay: number | '';
}

type Line = Partial<Record<number, string | number>>;

/** Replaces whatever is on a tab below its head by these months, the newest first. */
export async function fakeMonths(stage: Stage, sheetId: number, months: readonly FakeMonth[]): Promise<void> {
  const lines: Line[] = [];
  const firstLine = FIRST_BLOCK_ROW;
  months.forEach((month, index) => {
    lines.push(...linesOf(month, months.length - index, firstLine + lines.length));
  });
  const rect = { row: FIRST_BLOCK_ROW, col: 1, rows: 400, cols: COLUMNS };
  await stage.write(
    { op: 'unmerge', sheetId, rect },
    { op: 'clear', sheetId, rect, contents: true, formats: true, validations: true, notes: true },
    { op: 'cells', sheetId, row: 2, col: COL.d, cells: [0, 1].map((n) => [{ v: months[n]?.month ?? null }]) },
    { op: 'cells', sheetId, row: FIRST_BLOCK_ROW, col: 1, cells: lines.map(cellsOf) },
  );
}

function cellsOf(line: Line): CellInput[] {
  return Array.from({ length: COLUMNS }, (_, index) => {
    const value = line[index + 1] ?? null;
    return typeof value === 'string' && value.startsWith('=') ? { f: value } : { v: value };
  });
}

function linesOf(month: FakeMonth, number: number, first: number): Line[] {
  const lines: Line[] = [];
  const add = (key: string, cells: Line = {}) => {
    lines.push({ ...cells, [COL.key]: key, [COL.month]: month.month });
  };
  add('band', { [COL.d]: number, [COL.e]: month.state, [COL.when]: month.day, [COL.next]: month.end });
  add('focus', { [COL.when]: month.lastFocus });
  add('text:ready', { [COL.when]: month.ready ? '✓' : '' });
  for (const section of ['working', 'notWorking'] as const) {
    add('gap');
    add(`section:${section}`, { [COL.who]: 'section' });
    add(`header:${section}`, { [COL.who]: 'what' });
    for (const [n, who] of month[section].entries()) {
      add(`${section}:${n}`, { [COL.who]: who });
      add(`${section}:spare${n}`);
    }
  }
  add('gap');
  for (const [id, kpi] of Object.entries(month.kpis)) {
    const row = first + lines.length;
    const [good, near] = kpi.lower ? ['<=1', '<=11/10'] : ['>=1', '>=9/10'];
    add(`kpis:${id}`, {
      [COL.who]: id,
      [COL.when]: kpi.goal,
      [COL.amount]: kpi.actual,
      [COL.status]: `=IF(AND(ISNUMBER(J${row});ISNUMBER(H${row}));IF(J${row}/H${row}${good};"▲ ";IF(J${row}/H${row}${near};"● ";"▼ "))&TEXT(J${row}/H${row};"0%");"")`,
      [COL.f]: kpi.year[0],
      [COL.g]: kpi.year[1],
      [COL.next]: kpi.correction ?? '',
    });
  }
  if (month.pipeline) {
    const { amount, open, stuck, promises, late } = month.pipeline;
    add('sum:pipeline', {
      [COL.amount]: amount,
      [COL.d]: open,
      [COL.e]: stuck,
      [COL.f]: promises,
      [COL.g]: late,
    });
  }
  add('gap');
  add('text:focus', { [COL.when]: month.focus });
  add('text:nextDate', { [COL.when]: month.nextDay });
  add('end');
  add('gap');
  return lines;
}
