import { isIsoDate } from '../shared/dates';
import type { Cells, CellValue } from '../shared/fields';
import type { Life } from '../shared/record';

/** How an open opportunity stood at the end of a 1:1; `other` is a status of Setup's own. */
export type StoryStatus = 'moving' | 'closing' | 'stuck' | 'cold' | 'other';

/** The weightiest thing that a 1:1 changed about it: came up, close date later or earlier, amount, anything else, nothing. */
export type StoryChange = 'new' | 'pushed' | 'earlier' | 'amount' | 'moved' | 'none';

/** What one 1:1 has added to the story of an opportunity. */
export interface StoryStep {
  status: StoryStatus;
  change: StoryChange;
}

const STATUS_LETTER: Record<StoryStatus, string> = { moving: 'm', closing: 'c', stuck: 's', cold: 'g', other: 'o' };
const CHANGE_LETTER: Record<StoryChange, string> = {
  new: 'n',
  pushed: 'p',
  earlier: 'e',
  amount: 'a',
  moved: 'm',
  none: '.',
};
const MOST_STEPS = 60;

/** "mn.s." … in a hidden cell ↔ steps, the oldest first. Letters that nobody knows are left out. */
export function readStory(text: string): StoryStep[] {
  const steps: StoryStep[] = [];
  for (let at = 0; at + 1 < text.length; at += 2) {
    const status = keyOf(STATUS_LETTER, text[at]);
    const change = keyOf(CHANGE_LETTER, text[at + 1]);
    if (status && change) steps.push({ status, change });
  }
  return steps;
}

/** The story with one more step; of a very long one the latest sixty 1:1s are kept. */
export function addStep(text: string, { status, change }: StoryStep): string {
  return (text + STATUS_LETTER[status] + CHANGE_LETTER[change]).slice(-2 * MOST_STEPS);
}

/** For how many of the latest 1:1s in a row it was stuck. */
export function monthsStuck(steps: readonly StoryStep[]): number {
  let count = 0;
  while (count < steps.length && steps[steps.length - 1 - count]?.status === 'stuck') count++;
  return count;
}

/** The status of an open opportunity, from its cell. */
export function storyStatus(cell: CellValue | undefined): StoryStatus {
  const word = String(cell ?? '')
    .trim()
    .toLowerCase();
  if (word === '' || word === 'moving') return 'moving';
  if (word === 'closing' || word === 'stuck') return word;
  return word === 'going cold' ? 'cold' : 'other';
}

/** What has become of an opportunity since the month began. */
export function changeOf(life: Life, cells: Cells, digestNow: string): StoryChange {
  const { when } = cells;
  if (isIsoDate(when) && life.startWhen !== '' && when !== life.startWhen)
    return when > life.startWhen ? 'pushed' : 'earlier';
  if (life.startAmount !== null && life.startAmount !== amountText(cells.amount)) return 'amount';
  const moved = life.startDigest !== digestNow || String(cells.moved ?? '').trim() !== '';
  return moved ? 'moved' : 'none';
}

/** An amount as it is compared: its digits, or the text typed instead, without bars. */
export function amountText(amount: CellValue | undefined): string {
  return String(amount ?? '')
    .trim()
    .replace(/\|/g, '/');
}

function keyOf<K extends string>(letters: Record<K, string>, letter: string | undefined): K | undefined {
  return (Object.keys(letters) as K[]).find((key) => letters[key] === letter);
}
