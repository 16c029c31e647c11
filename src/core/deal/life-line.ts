import { isIsoDate } from '../shared/dates';
import type { CellValue } from '../shared/fields';
import { addMonths, type MonthKey } from '../shared/month';
import type { Item, Life } from '../shared/record';
import { titleOf } from '../shared/record';
import { nextLife, type Status, startOf, statusOf } from './carry';
import { amountText, changeOf, monthsStuck, readStory, type StoryChange } from './story';

/** A month of a rep's tab, as life lines see it. */
export interface LifeMonth {
  month: MonthKey;
  /** False while its 1:1 is still to come or going on: then "unchanged" says nothing yet. */
  over: boolean;
  fresh: readonly Item[];
  existing: readonly Item[];
}

/** What became of an opportunity. `left`: later months no longer list it, and nobody said won or lost. */
export type Outcome = 'open' | 'won' | 'lost' | 'left';

/** An opportunity over its whole life, as far as the tab tells. */
export interface LifeLine {
  id: string;
  /** The id that a CRM knows it by, or ''. */
  sourceId: string;
  /** As it was last called. */
  title: string;
  firstMonth: MonthKey;
  /** One for each 1:1 at which it was on the list, the oldest first; never empty. */
  steps: LifeStep[];
  /** For how many of the latest 1:1s in a row nothing about it has changed. */
  monthsUnchanged: number;
  /** How often its date was moved to a later day. */
  timesPushed: number;
  /** For how many of the latest 1:1s in a row it was stuck. */
  monthsStuck: number;
  /** At how many 1:1s it was on the list, the closing one included. */
  monthsOpen: number;
  outcome: Outcome;
  /** The month of a won or lost one's closing 1:1, or the last month that lists one that left; null while open. */
  outcomeMonth: MonthKey | null;
  gaps: LifeGap[];
}

/** An opportunity at one 1:1. */
export interface LifeStep {
  month: MonthKey;
  list: 'new' | 'existing';
  /** The word in the cell; '' is moving. */
  status: string;
  amount: CellValue;
  when: CellValue;
  moved: string;
  next: string;
  /** The weightiest thing that this 1:1 changed, as the story in the sheet has it. */
  change: StoryChange;
  changes: LifeChange[];
  /** Up to and including this 1:1. */
  monthsUnchanged: number;
  timesPushed: number;
}

/** A change of one cell at a 1:1. */
export interface LifeChange {
  what: 'status' | 'amount' | 'when';
  from: CellValue;
  to: CellValue;
}

/** A calendar month between two of its 1:1s that has none: nobody met, or the list of that month lacks it. */
export interface LifeGap {
  month: MonthKey;
  why: 'noMeeting' | 'notListed';
}

interface Told {
  line: LifeLine;
  /** How it stands after its latest 1:1, as carry-forward writes it into the next month. */
  after: Life;
  last: Item;
}

/**
 * The life line of each opportunity, in the order in which they came up. What the hidden cells of a row say goes before
 * what earlier months say by now: those may have been corrected, or be gone. `months` in any order.
 */
export function lifeLines(months: readonly LifeMonth[], statuses: readonly Status[]): LifeLine[] {
  const inOrder = [...months].sort((a, b) => a.month - b.month);
  const told = new Map<string, Told>();
  for (const month of inOrder) {
    for (const item of month.existing) addTo(told, item, month, 'existing');
    for (const item of month.fresh) addTo(told, item, month, 'new');
  }
  const newest = inOrder[inOrder.length - 1]?.month ?? 0;
  const held = new Set(inOrder.map(({ month }) => month));
  return [...told.values()].map(({ line, last }) => ({
    ...line,
    title: titleOf(last.cells),
    ...outcomeOf(line, last, newest, statuses),
    gaps: gapsOf(line.steps, held),
  }));
}

function addTo(told: Map<string, Told>, item: Item, { month, over }: LifeMonth, list: LifeStep['list']): void {
  const before = told.get(item.id);
  // An id stands once in a month; a second row of it is none of this opportunity.
  if (before && lastStep(before.line).month === month) return;
  const begun = begunWith(item.life, before?.after ?? null);
  const after = nextLife({ ...item, life: begun }, month);
  const step = stepOf(item, month, list, begun, after, before ? lastStep(before.line) : null);
  // A month that goes on counts as soon as something has changed in it.
  const counted = begun && !over && step.change === 'none' ? begun : after;
  const known = before?.line;
  const line: LifeLine = {
    id: item.id,
    sourceId: item.sourceId || (known?.sourceId ?? ''),
    title: '',
    firstMonth: after.firstMonth,
    steps: [...(known?.steps ?? []), step],
    monthsUnchanged: counted.monthsUnchanged,
    timesPushed: counted.timesPushed,
    monthsStuck: monthsStuck(readStory(counted.story)),
    monthsOpen: (known?.monthsOpen ?? readStory(begun?.story ?? '').length) + 1,
    outcome: 'open',
    outcomeMonth: null,
    gaps: [],
  };
  told.set(item.id, { line, after, last: item });
}

/** How it stood when the month began: the row's own hidden cells, completed by the months before. */
function begunWith(own: Life | null, before: Life | null): Life | null {
  if (!own || !before) return own ?? before;
  return {
    ...own,
    firstMonth: Math.min(own.firstMonth, before.firstMonth),
    startAmount: own.startAmount ?? before.startAmount,
    story: own.story || before.story,
  };
}

function stepOf(
  item: Item,
  month: MonthKey,
  list: LifeStep['list'],
  begun: Life | null,
  after: Life,
  previous: LifeStep | null,
): LifeStep {
  const { cells } = item;
  return {
    month,
    list,
    status: text(cells.status),
    amount: cells.amount ?? '',
    when: cells.when ?? '',
    moved: text(cells.moved),
    next: text(cells.next),
    change: begun ? changeOf(begun, cells, startOf(cells).startDigest) : 'new',
    changes: begun ? changesOf(item, begun, previous) : [],
    monthsUnchanged: after.monthsUnchanged,
    timesPushed: after.timesPushed,
  };
}

function changesOf({ cells }: Item, begun: Life, previous: LifeStep | null): LifeChange[] {
  const changes: LifeChange[] = [];
  if (previous && statusWord(previous.status) !== statusWord(cells.status))
    changes.push({ what: 'status', from: previous.status, to: text(cells.status) });
  const amount = startAmount(begun, previous);
  if (amount !== null && amountText(amount) !== amountText(cells.amount))
    changes.push({ what: 'amount', from: amount, to: cells.amount ?? '' });
  const when = startWhen(begun, previous);
  if (text(when) !== text(cells.when)) changes.push({ what: 'when', from: when, to: cells.when ?? '' });
  return changes;
}

/** The amount when the month began; null where nothing tells. */
function startAmount(begun: Life, previous: LifeStep | null): CellValue | null {
  if (begun.startAmount === null) return previous?.amount ?? null;
  if (previous && amountText(previous.amount) === begun.startAmount) return previous.amount;
  const number = Number(begun.startAmount);
  return begun.startAmount !== '' && Number.isFinite(number) ? number : begun.startAmount;
}

/** The date when the month began, or the text that stood there instead. */
function startWhen(begun: Life, previous: LifeStep | null): CellValue {
  if (begun.startWhen !== '') return begun.startWhen;
  return previous && !isIsoDate(previous.when) ? previous.when : '';
}

function outcomeOf(
  line: LifeLine,
  last: Item,
  newest: MonthKey,
  statuses: readonly Status[],
): Pick<LifeLine, 'outcome' | 'outcomeMonth'> {
  const { month } = lastStep(line);
  const status = statusOf(last.cells.status, statuses);
  if (status && status !== 'unknown' && status.closes)
    return { outcome: status.won ? 'won' : 'lost', outcomeMonth: month };
  return month < newest ? { outcome: 'left', outcomeMonth: month } : { outcome: 'open', outcomeMonth: null };
}

function gapsOf(steps: readonly LifeStep[], held: ReadonlySet<MonthKey>): LifeGap[] {
  return steps.slice(1).flatMap((step, index) => {
    const gaps: LifeGap[] = [];
    for (let month = addMonths((steps[index] as LifeStep).month, 1); month < step.month; month = addMonths(month, 1))
      gaps.push({ month, why: held.has(month) ? 'notListed' : 'noMeeting' });
    return gaps;
  });
}

function lastStep(line: LifeLine): LifeStep {
  return line.steps[line.steps.length - 1] as LifeStep;
}

function statusWord(cell: CellValue | undefined): string {
  const word = text(cell).toLowerCase();
  return word === 'moving' ? '' : word;
}

function text(cell: CellValue | undefined): string {
  return String(cell ?? '').trim();
}
