/** A rep's tab with some months in it, on a plain grid. */

import { NOTHING_CARRIED, STANDARD_STATUSES } from '../../src/core/deal/carry';
import type { Kpi } from '../../src/core/kpi';
import { RESULTS_AGENDA, STANDARD_AGENDA } from '../../src/core/shared/agenda';
import { addMonths } from '../../src/core/shared/month';
import { USUAL } from '../../src/sheet/grid/columns';
import { COL, FIRST_BLOCK_ROW, GRID_VERSION, itemKey } from '../../src/sheet/grid/grid';
import { COLUMNS, HEAD_CELL, HIDDEN } from '../../src/sheet/grid/hidden';
import { planBlock } from '../../src/sheet/month/plan';
import type { TabContext } from '../../src/sheet/repair/plans';
import { headFigures, headSourceOf } from '../../src/sheet/tab/head';
import { PlainGrid } from './plain-grid';
import type { Random } from './seeded';

export const KPIS: Kpi[] = [
  { id: 'revenue', name: 'Booked revenue', unit: '', kind: 'result', better: 'higher', over: 'sum', ratioOf: '' },
  {
    id: 'meetings',
    name: 'First meetings',
    unit: 'number',
    kind: 'activity',
    better: 'higher',
    over: 'sum',
    ratioOf: '',
  },
  {
    id: 'rate',
    name: 'Hit rate',
    unit: '%',
    kind: 'activity',
    better: 'higher',
    over: 'ratio',
    ratioOf: 'First meetings / Booked revenue',
  },
];

export const CONTEXT: TabContext = {
  rep: { id: 'rmira', name: 'Mira Oakes' },
  copyOf: null,
  zone: 'Europe/Berlin',
  sections: STANDARD_AGENDA,
  kpis: KPIS,
  goals: [{ rep: '', kpi: 'Booked revenue', value: 80000, per: 'month', from: null }],
  statuses: STANDARD_STATUSES,
};

/** Makes texts of people that are told from the add-on's own by their first letters. */
export function texts(): () => string {
  let count = 0;
  return () => `u${++count} said so`;
}

/** A tab of `months` months; the newest is November 2026. Some rows are filled in, with texts from `text`. */
export function richTab(random: Random, months: number, text: () => string): PlainGrid {
  const grid = new PlainGrid(COLUMNS);
  grid.put(1, COL.who, CONTEXT.rep.name);
  grid.put(1, HEAD_CELL.tab.col, `tab:${CONTEXT.rep.id}`);
  grid.put(1, HEAD_CELL.grid.col, GRID_VERSION);
  grid.put(1, HEAD_CELL.columns.col, USUAL.formula(HEAD_CELL.columns.col));
  grid.put(1, COL.when, 'Type in the white rows');
  grid.insertRows(2, 3);
  const kpiRows: Record<string, { month: number; row: number }[]> = {};
  for (let index = months - 1; index >= 0; index--) {
    const month = addMonths(202611, -index);
    let ids = 0;
    const input = {
      rep: CONTEXT.rep.name,
      month,
      number: months - index,
      agenda: random.chance(0.8) ? STANDARD_AGENDA : RESULTS_AGENDA,
      carry: { ...NOTHING_CARRIED, fromMonth: index === months - 1 ? null : addMonths(month, -1) },
      kpis: KPIS,
      goals: CONTEXT.goals,
      statuses: CONTEXT.statuses,
      firstRow: FIRST_BLOCK_ROW,
      earlierKpiRows: {} as typeof kpiRows,
      opened: 'opened by Jon Vale, 2 Nov 2026',
      newId: () => `m${month}x${ids++}`,
    };
    const height = planBlock(input).rows.length;
    for (const [id, rows] of Object.entries(kpiRows)) {
      for (const row of rows) row.row += height;
      input.earlierKpiRows[id] = rows;
    }
    const plan = planBlock(input);
    grid.insertRows(FIRST_BLOCK_ROW, height);
    plan.rows.forEach((row, n) => {
      row.values.forEach((value, c) => {
        grid.put(FIRST_BLOCK_ROW + n, c + 1, value);
      });
      fill(grid, FIRST_BLOCK_ROW + n, String(row.values[HIDDEN.key - 1]), random, text);
    });
    plan.rows.forEach((row, n) => {
      const key = itemKey(String(row.values[HIDDEN.key - 1]));
      if (key?.section === 'kpis') kpiRows[key.id] = [{ month, row: FIRST_BLOCK_ROW + n }, ...(kpiRows[key.id] ?? [])];
    });
    headFigures(headSourceOf(plan, index === months - 1 ? null : addMonths(month, -1)), CONTEXT.statuses, KPIS).forEach(
      (line, n) => {
        line.forEach((value, c) => {
          grid.put(2 + n, c + 1, value);
        });
      },
    );
  }
  return grid;
}

function fill(grid: PlainGrid, row: number, key: string, random: Random, text: () => string): void {
  if (key.startsWith('text:') && random.chance(0.6)) grid.put(row, COL.when, text());
  const item = itemKey(key);
  if (!item) return;
  if (item.section === 'kpis') {
    if (random.chance(0.7) && item.id !== 'rate') grid.put(row, COL.amount, random.int(1, 99));
    if (random.chance(0.4)) grid.put(row, COL.why, text());
    return;
  }
  if (random.chance(0.4)) return;
  grid.put(row, COL.who, text());
  if (random.chance(0.5)) grid.put(row, COL.why, random.chance(0.1) ? `=${text()}` : text(), true);
  if (random.chance(0.4)) grid.put(row, COL.next, text());
  if (item.section === 'new' || item.section === 'existing') {
    if (random.chance(0.5)) grid.put(row, COL.amount, random.int(1, 90) * 1000);
    if (random.chance(0.3)) grid.put(row, COL.status, random.pick(['stuck', 'closing', 'won']));
  }
}
