import { type IsoDate, isIsoDate, shortDate } from './dates';
import type { DayStyle } from './days';
import type { Cells, CellValue } from './fields';
import { monthTitle } from './month';
import { namedDay, stepDay, weekdayDate } from './next-step';
import { type Item, isBlank, type MonthRecord, titleOf } from './record';

/** What a summary tells of a row. What hangs on a deal's story is no part of it: RecapFacts have it. */
type ToldRow = Pick<Item, 'cells' | 'nextDay'>;

/** A month as a summary tells it. */
export type ToldMonth = Pick<MonthRecord, 'month' | 'observed' | 'focus' | 'takeaway' | 'nextDate'> & {
  sections: readonly { id: string; items: readonly ToldRow[] }[];
  commitments: readonly ToldRow[];
  growth: readonly ToldRow[];
};

/** What a summary is made of. */
export interface RecapFacts {
  rep: string;
  record: ToldMonth;
  heldOn: IsoDate | '';
  minutes: number | null;
  /** Does the status of a deal close it, and how? */
  outcomeOf: (cells: Cells) => 'won' | 'lost' | null;
  showAmount: (value: CellValue | undefined) => string;
  /** How days in next steps are read. */
  style: DayStyle;
  /** Address of the sheet; '' leaves it out. */
  link: string;
}

/** More next steps than these are left to the sheet. */
const MOST_STEPS = 8;

const text = (value: CellValue | undefined) => String(value ?? '').trim();

/**
 * A summary of a meeting as plain text: what was decided anywhere in it. Conclusions first, then won and lost, next steps
 * that have a day, corrections, every commitment, the next date, and where it all stands. What is empty is left out.
 */
export function recapText(facts: RecapFacts): string {
  const { rep, record, heldOn, minutes, link } = facts;
  const year = Math.floor(record.month / 100);
  const held = heldOn === '' ? '' : `, held ${shortDate(heldOn, year)}`;
  const lines = [
    `1:1 with ${rep}, ${monthTitle(record.month)}${held}${minutes === null ? '' : ` (${minutes} min)`}`,
    ...labelled('What I saw', record.observed),
    ...labelled('Focus until next time', record.focus),
    ...labelled('Takeaway', record.takeaway),
    ...closedLines(facts),
    ...listed('Next steps:', stepLines(facts)),
    ...listed('Corrections:', correctionLines(record)),
    ...listed(
      'Who does what by when:',
      promises(record).map((cells) => promiseLine(cells, year)),
    ),
    ...labelled('Next 1:1', isIsoDate(record.nextDate) ? shortDate(record.nextDate, year) : record.nextDate),
    ...labelled('The sheet', link),
  ];
  return lines.join('\n');
}

function labelled(label: string, value: CellValue): string[] {
  return text(value) === '' ? [] : [`${label}: ${text(value)}`];
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `– ${line}`)];
}

const itemsOf = (record: ToldMonth, ids: readonly string[]) =>
  record.sections.filter(({ id }) => ids.includes(id)).flatMap(({ items }) => items);

/** "Won: Ostrava Gears (42,000)", "Lost: Birch Timber: Price". */
function closedLines({ record, outcomeOf, showAmount }: RecapFacts): string[] {
  const deals = itemsOf(record, ['new', 'existing']).filter(({ cells }) => text(cells.who) !== '');
  const told = ({ cells }: ToldRow, more: string) => (more === '' ? titleOf(cells) : `${titleOf(cells)} (${more})`);
  const of = (outcome: 'won' | 'lost') => deals.filter(({ cells }) => outcomeOf(cells) === outcome);
  const firstLine = ({ cells }: ToldRow) => text(cells.moved).split('\n')[0] ?? '';
  return [
    ...labelled(
      'Won',
      of('won')
        .map((item) => told(item, showAmount(item.cells.amount)))
        .join(', '),
    ),
    ...labelled(
      'Lost',
      of('lost')
        .map((item) => told(item, firstLine(item)))
        .join(', '),
    ),
  ];
}

/** "Fri 4 Dec, Halden Mills: call counsel", the nearest day first. What has become a commitment is told there. */
function stepLines({ record, outcomeOf, style }: RecapFacts): string[] {
  const told = new Set(record.commitments.map(({ cells }) => text(cells.who)));
  // Development and coaching go along only where somebody has ticked it, see coachingText.
  const steps = record.sections
    .filter(({ id }) => id !== 'kpis')
    .flatMap(({ items }) => items)
    .filter(({ cells }) => outcomeOf(cells) === null && text(cells.who) !== '')
    .flatMap(({ cells, nextDay = '' }) => {
      const step = text(cells.next);
      const day = stepDay(step, nextDay, style);
      const what = `${titleOf(cells)}: ${namedDay(step, style)?.rest || step}`;
      return day === '' || told.has(what) ? [] : [{ day, line: `${weekdayDate(day, style.today)}, ${what}` }];
    })
    .sort((a, b) => a.day.localeCompare(b.day));
  const left = steps.length - MOST_STEPS;
  return [
    ...steps.slice(0, MOST_STEPS).map(({ line }) => line),
    ...(left > 0 ? [`and ${left} more in the sheet`] : []),
  ];
}

function correctionLines(record: ToldMonth): string[] {
  return itemsOf(record, ['kpis']).flatMap(({ cells }) =>
    text(cells.next) === '' ? [] : [`${titleOf(cells)}: ${text(cells.next)}`],
  );
}

function promises(record: ToldMonth): Cells[] {
  return record.commitments.map(({ cells }) => cells).filter((cells) => !isBlank({ ...cells, status: '' }));
}

/** "Jon Vale: Price list, for Portan, by 12 Nov, done". */
function promiseLine({ who, when, why, status, moved, next }: Cells, year: number): string {
  const due = isIsoDate(when) ? shortDate(when, year) : text(when);
  const state = text(status) === 'open' ? '' : text(status);
  const parts = [text(who), text(why), due === '' ? '' : `by ${due}`, state, text(moved)];
  const owner = text(next);
  return `${owner === '' ? '' : `${owner}: `}${parts.filter((part) => part !== '').join(', ')}`;
}

/** What of development and coaching goes along where somebody has ticked it: '' where there is nothing. */
export function coachingText({ growth, month }: Pick<ToldMonth, 'growth' | 'month'>): string {
  const year = Math.floor(month / 100);
  const said = growth.flatMap(({ cells }) => {
    if (isBlank({ ...cells, status: '' })) return [];
    const day = isIsoDate(cells.when) ? shortDate(cells.when, year) : String(cells.when ?? '').trim();
    const status = String(cells.status ?? '').trim();
    const parts = [cells.who, cells.why, status === 'open' ? '' : status, cells.moved, day && `look again on ${day}`];
    const texts = parts.map((part) =>
      String(part ?? '')
        .trim()
        .replace(/\s*\n\s*/g, ', '),
    );
    return [`– ${texts.filter((part) => part !== '').join(', ')}`];
  });
  return said.length === 0 ? '' : ['Development and coaching:', ...said].join('\n');
}

/** Names of what the Conclusion leaves empty, in the words of the sheet. */
export function leftEmpty(record: ToldMonth): string[] {
  const empty: string[] = [];
  if (String(record.observed).trim() === '') empty.push('What I saw');
  if (String(record.focus).trim() === '') empty.push('Focus until next time');
  if (String(record.takeaway).trim() === '') empty.push('Takeaway');
  if (String(record.nextDate).trim() === '') empty.push('Next 1:1');
  return empty;
}
