import type { Status } from '../deal/carry';
import type { CellValue } from '../shared/fields';
import { nameKey } from './deal';

/** A stage of the CRM, as it is written there, and how many deals of the table are in it. */
export interface ImportStage {
  key: string;
  text: string;
  count: number;
}

/** The stages of a column, in the order in which they come up; case and spaces do not matter. */
export function stagesOf(cells: readonly CellValue[]): ImportStage[] {
  const stages = new Map<string, ImportStage>();
  for (const cell of cells) {
    const key = nameKey(String(cell));
    const stage = stages.get(key) ?? { key, text: String(cell).trim(), count: 0 };
    stage.count++;
    stages.set(key, stage);
  }
  return [...stages.values()];
}

/** The status that a stage stands for: a status of the same name, won, lost, else moving (''). */
export function guessStatus(stage: string, statuses: readonly Status[]): string {
  const key = nameKey(stage);
  const same = statuses.find(({ word }) => nameKey(word) === key);
  if (same) return same.word;
  const closing = (won: boolean) => statuses.find((status) => status.closes && status.won === won)?.word ?? '';
  if (/\bwon\b|gewonnen/.test(key)) return closing(true);
  return /\blost\b|verloren/.test(key) ? closing(false) : '';
}
