import { goalFor } from '../../core/kpi';
import { addMonths } from '../../core/shared/month';
import { COL } from '../grid/grid';
import type { RepTab } from '../grid/rep-tab';
import type { Block } from '../month/block';
import type { Setup } from '../setup/read';

/** Empty goal cells of a month that is not over, for which Setup has a goal by now. */
export function missingGoals(block: Block, rep: string, setup: Setup): { row: number; value: number }[] {
  if (block.state === 'finished') return [];
  const found: { row: number; value: number }[] = [];
  for (const { section, items } of block.sections) {
    if (section.kind !== 'kpis') continue;
    for (const item of items) {
      const kpi = setup.kpis.find((one) => one.id === item.id);
      if (!kpi || item.cells.when !== '') continue;
      const value = goalFor(setup.goals, rep, kpi, addMonths(block.month, -1));
      if (value !== null) found.push({ row: item.row, value });
    }
  }
  return found;
}

export function fillGoals(tab: RepTab, goals: readonly { row: number; value: number }[]): void {
  for (const { row, value } of goals) tab.range(row, COL.when).setValue(value);
}
