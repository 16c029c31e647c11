/** What is being typed into the grid of goals, and what it comes to. */
import { computed, signal } from '@preact/signals';
import type { GoalTable } from '../../contract/calls';
import { type Goal, goalLine, goalPer, type LineChange, planGoal } from '../../core/shared/goal-lines';
import { addMonths, type MonthKey } from '../../core/shared/month';
import { editShare, isPercent, readShare } from '../fields/figure';
import { language } from '../fields/language';
import { editAmount, readAmount } from '../fields/read-amount';
import { announce } from '../page/notices';
import { callUntilAnswered } from '../page/request';
import { screen, view } from '../page/view';
import { words } from '../words';
import { teamWords } from './words';

export type GoalKpi = GoalTable['kpis'][number];

/** Goals as Setup had them last; null before the first answer. */
export const goalTable = signal<GoalTable | null>(null);
/** From which month on what is typed counts; null from the beginning. */
export const goalsFrom = signal<MonthKey | null>(null);
/** Per what a KPI's goals are looked at, by its name. */
export const goalsPer = signal<Record<string, Goal['per']>>({});
/** What was typed, by KPI and person; '' for everyone. */
export const typedGoals = signal<Record<string, string>>({});
/** What of a pasted table could not be used. */
export const goalsLeftOut = signal<string[]>([]);

const cellKey = (kpi: GoalKpi, rep: string) => `${kpi.name}\n${rep}`;

/** A typed goal, or '' for none; a text that is no amount stays the text. */
export function readGoal(text: string, { unit }: GoalKpi) {
  return isPercent(unit) ? readShare(text) : readAmount(text, language());
}

/** A goal as it is typed. */
export function goalText(value: number, { unit }: GoalKpi): string {
  return isPercent(unit) ? editShare(value) : editAmount(value, language());
}

/** Per month, unless the lines of a KPI say a year. */
export function perOf({ name }: GoalKpi): Goal['per'] {
  const known = goalTable.value?.lines.find((line) => line.kpi === name)?.per;
  return goalsPer.value[name] ?? known ?? 'month';
}

/** The goal of somebody's own line ('' of everyone's), as a text; '' for none. */
export function knownGoal(kpi: GoalKpi, rep: string): string {
  const line = goalLine(goalTable.value?.lines ?? [], rep, kpi.name, goalsFrom.value);
  return line ? goalText(goalPer(line, perOf(kpi), kpi.adds), kpi) : '';
}

/** What stands in a cell of the grid. */
export function goalIn(kpi: GoalKpi, rep: string): string {
  return typedGoals.value[cellKey(kpi, rep)] ?? knownGoal(kpi, rep);
}

/** Types into a cell. */
export function typeGoal(kpi: GoalKpi, rep: string, text: string): void {
  const { [cellKey(kpi, rep)]: _, ...others } = typedGoals.peek();
  typedGoals.value = text.trim() === knownGoal(kpi, rep) ? others : { ...others, [cellKey(kpi, rep)]: text };
}

/** What the grid would change: lines of Setup; goals that are no figure, or stand since an earlier month, are named. */
export const goalChanges = computed<{ changes: LineChange[]; wrong: string[] }>(() => {
  const { kpis = [], lines = [] } = goalTable.value ?? {};
  const found: { changes: LineChange[]; wrong: string[] } = { changes: [], wrong: [] };
  for (const [key, text] of Object.entries(typedGoals.value)) {
    const [name = '', rep = ''] = key.split('\n');
    const kpi = kpis.find((one) => one.name === name);
    const value = kpi && readGoal(text, kpi);
    if (!kpi || value === undefined) continue;
    const who = `${rep || teamWords.everyone}, ${name}`;
    const wanted = { rep, kpi: name, per: perOf(kpi), from: goalsFrom.value };
    if (value !== '' && typeof value !== 'number') found.wrong.push(teamWords.noGoal(who, text));
    else {
      const change = planGoal(lines, { ...wanted, value: value === '' ? null : value }, kpi.adds);
      if (change === 'older') found.wrong.push(teamWords.olderGoal(who));
      else if (change) found.changes.push(change);
    }
  }
  return found;
});

/** Opens the grid with the goals of Setup; what was typed earlier is still there. */
export function openGoals(): void {
  view.value = { at: 'goals' };
  void askForGoals();
}

async function askForGoals(): Promise<void> {
  const isFirst = goalTable.peek() === null;
  const table = await callUntilAnswered(words.readingTabs, 'loadGoals', {}, openGoals);
  if (!table) return;
  goalTable.value = table;
  // Where there are goals already, another one counts from the figures that this month's 1:1 looks at.
  const due = screen.peek()?.dueMonth;
  if (isFirst && due && table.lines.length > 0) goalsFrom.value = addMonths(due, -1);
}

/** Takes up a table that was copied from a sheet: people by KPIs, in whichever form. */
export async function pasteGoals(pasted: string): Promise<void> {
  const table = await callUntilAnswered(words.readingTabs, 'loadGoals', { pasted }, () => void pasteGoals(pasted));
  if (!table) return;
  goalTable.value = table;
  for (const { repId, kpiId, value } of table.pasted ?? []) {
    const kpi = table.kpis.find(({ id }) => id === kpiId);
    const person = table.people.find((one) => one.repId === repId);
    if (kpi && person) typeGoal(kpi, person.name, goalText(value, kpi));
  }
  goalsLeftOut.value = table.leftOut ?? [];
  announce(teamWords.goalsPasted(table.pasted?.length ?? 0));
}

/** Writes changes; false where lines have changed meanwhile, and nothing was written. Null when nothing was answered. */
export async function writeGoals(changes: readonly LineChange[]): Promise<boolean | null> {
  const doing = teamWords.writingGoals;
  const answer = await callUntilAnswered(doing, 'saveGoals', { changes: [...changes] }, () => void writeGoals(changes));
  if (!answer) return null;
  goalTable.value = answer;
  if (answer.written) typedGoals.value = {};
  return answer.written;
}

/** The same changes, backwards. */
export function takenBack(changes: readonly LineChange[]): LineChange[] {
  return changes.map(({ was, now }) => ({ was: now, now: was }));
}
