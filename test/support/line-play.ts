/**
 * Lines of development and coaching plans on a tab, and what a person knows of them: what the next month must begin with is
 * worked out here a second time, without any of the add-on's code. A line is known by its tag, a word in "what we try".
 */
import { addMonths } from '../../src/core/shared/month';
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { DealTab, serialOf } from './deal-tab';

/** What lies in the hidden cells of a line that came along. */
export interface LineTold {
  first: number;
  missed: number;
  day: string;
}

export interface LineRow {
  tag: string;
  who: string;
  /** "yyyy-mm-dd", another text, or ''. */
  when: string;
  status: string;
  moved: string;
  next: string;
  /** What it is about, as a card writes it or a review by hand shows it; '' for a line of development. */
  about: string;
  told: LineTold | null;
}

const STATES = ['', 'open', 'Open ', 'worked', 'Partly', 'did not', 'done', 'dropped', 'half way'];
const ABOUTS = ['', '', 'plan', 'plan kpi calls', 'plan deal d1'];
const NAMES = ['Speaking slower', 'Speaking slower', 'Lead a key account'];

/** What hands and cards do to the lines of a month. */
export const LINE_OPS = [
  'come',
  'come',
  'come',
  'status',
  'status',
  'when',
  'moved',
  'next',
  'review',
  'review',
  'delete',
  'swap',
  'drop',
] as const;

export interface LineAct {
  op: (typeof LINE_OPS)[number];
  a: number;
  b: number;
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
const monthOf = (day: string) => Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));

/** "open" where nothing is said, or a word that nobody knows. */
function stateOf(status: string): string {
  const word = status.trim().toLowerCase();
  return ['worked', 'partly', 'did not', 'done', 'dropped'].includes(word) ? word : 'open';
}

/** Does it come along? */
export function comesAlong({ status, when, told }: LineRow, month: number): boolean {
  const state = stateOf(status);
  if (state === 'open') return true;
  if (state !== 'partly' && state !== 'did not') return false;
  if (!isDay(when)) return false;
  return told ? when > told.day : monthOf(when) > month;
}

/** How often in a row nobody has said how it went, by the end of the month. */
export function missed({ status, when, moved, told }: LineRow, month: number): number {
  if (!told) return 0;
  const day = isDay(when) ? when : '';
  if (stateOf(status) !== 'open' || moved !== '' || day !== told.day) return 0;
  return day !== '' && monthOf(day) > month ? told.missed : told.missed + 1;
}

/** What a line is about: a review shows that it is a plan. */
const aboutOf = ({ about, status }: LineRow) =>
  about === '' && ['worked', 'partly', 'did not'].includes(stateOf(status)) ? 'plan' : about;

/** A tab with such lines, and the account of each: its states, month by month. */
export class LinePlay {
  readonly tab = new DealTab();
  lines: LineRow[] = [];
  /** Tag → what each month said. */
  readonly accounts = new Map<string, { month: number; state: string; cameOf: string }[]>();
  /** Tags of lines that the next start is to drop. */
  readonly dropped = new Set<string>();
  private tags = 0;

  constructor(public month: number) {
    this.tab.start(month, false);
  }

  act({ op, a, b }: LineAct): void {
    const line = this.lines[a % Math.max(1, this.lines.length)];
    const pick = (from: readonly string[]) => from[b % from.length] as string;
    if (op === 'come') this.come(a, b);
    else if (!line) return;
    else if (op === 'drop') this.dropped.add(line.tag);
    else if (op === 'delete') {
      this.tab.grid.deleteRows(this.tab.rowOf(line.tag), 1);
      this.lines = this.lines.filter((other) => other !== line);
    } else if (op === 'swap') this.toTop(line);
    else {
      if (op === 'status') line.status = pick(STATES);
      if (op === 'when') line.when = this.day(b);
      if (op === 'moved') line.moved = pick(['', 'two of three']);
      if (op === 'review')
        Object.assign(line, { status: pick(['partly', 'did not']), moved: 'a bit', when: this.day(b | 2) });
      if (op === 'next') line.next = pick(['', 'once more']);
      this.type(this.tab.rowOf(line.tag), line);
    }
  }

  /** Ends the month and starts another, `gap` months on. */
  next(gap: number, results: boolean): void {
    this.account();
    const ids = new Map(this.tab.newest().growth.items.map((item) => [String(item.cells.why), item.id]));
    const decisions = [...this.dropped].flatMap((tag) => {
      const id = ids.get(tag);
      return id ? [{ id, what: 'drop' as const, reason: '' }] : [];
    });
    const { month } = this;
    const kept = this.lines.filter((line) => comesAlong(line, month) && !this.dropped.has(line.tag));
    this.month = addMonths(month, gap);
    this.tab.start(this.month, results, decisions);
    this.lines = kept.map((line) => ({
      ...line,
      about: aboutOf(line),
      status: 'open',
      moved: '',
      told: {
        first: line.told?.first ?? month,
        missed: missed(line, month),
        day: isDay(line.when) ? line.when : '',
      },
    }));
    this.dropped.clear();
  }

  account(): void {
    for (const { tag, status, moved } of this.lines) {
      const said = { month: this.month, state: stateOf(status), cameOf: moved };
      this.accounts.set(tag, [...(this.accounts.get(tag) ?? []), said]);
    }
  }

  private come(a: number, b: number): void {
    this.tags++;
    const line: LineRow = {
      tag: `tag${this.tags}`,
      who: NAMES[a % NAMES.length] as string,
      when: this.day(a),
      status: b % 3 === 0 ? (STATES[a % STATES.length] as string) : '',
      moved: '',
      next: '',
      about: ABOUTS[(a + b) % ABOUTS.length] as string,
      told: null,
    };
    // A row of its own below the others, as a card and a person who inserts one make it.
    const last = this.lines.at(-1);
    const at = last ? this.tab.rowOf(last.tag) + 1 : this.tab.topOf('lines');
    this.tab.grid.insertRows(at, 1);
    this.type(at, line);
    if (line.about !== '') this.tab.grid.put(at, HIDDEN.coaching, line.about, true);
    this.lines.push(line);
  }

  private type(row: number, { who, when, tag, status, moved, next }: LineRow): void {
    const cells = [
      [COL.who, who],
      [COL.when, isDay(when) ? serialOf(when) : when],
      [COL.why, tag],
      [COL.status, status],
      [COL.moved, moved],
      [COL.next, next],
    ] as const;
    for (const [col, value] of cells) this.tab.grid.put(row, col, value, true);
  }

  private toTop(line: LineRow): void {
    const [first] = this.lines;
    if (!first || first === line) return;
    this.tab.grid.moveRows(this.tab.rowOf(line.tag), 1, this.tab.rowOf(first.tag));
    this.lines = [line, ...this.lines.filter((other) => other !== line)];
  }

  /** None, a text, or a day of a month around this one. */
  private day(n: number): string {
    const month = addMonths(this.month, (n % 4) - 1);
    return (
      ['', 'after the fair'][n % 7] ?? `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}-1${n % 5}`
    );
  }
}
