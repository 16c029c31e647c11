/**
 * Opportunities on a tab as a person would keep account of them, row by row, without any of the add-on's code: what
 * carry-forward must write is worked out here a second time. A row is known by its tag, a word in its column "why".
 */

export interface Told {
  first: number;
  unchanged: number;
  pushed: number;
  /** "mn.s": two letters for each 1:1. */
  story: string;
  /** Cells as they stood when the month began. */
  start: { when: string; amount: string; status: string; next: string };
}

export interface DealRow {
  tag: string;
  who: string;
  /** "yyyy-mm-dd", another text, or ''. */
  when: string;
  amount: string | number;
  status: string;
  moved: string;
  next: string;
  crm: string;
  /** What lies in its hidden cells; in the list of new ones that counts for nothing. */
  told: Told | null;
}

export type ListName = 'fresh' | 'existing';

export interface Lists {
  fresh: DealRow[];
  existing: DealRow[];
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
const plain = (value: string | number) => String(value).trim();
const word = (status: string) => status.trim().toLowerCase();

export const isWon = (row: DealRow) => word(row.status) === 'won';
export const isLost = (row: DealRow) => word(row.status) === 'lost';

/** What the next month begins with: existing ones first, each once, without those that were won or lost. */
export function nextMonth({ existing, fresh }: Lists, month: number): DealRow[] {
  const open = (row: DealRow) => !isWon(row) && !isLost(row);
  // Blanks around a status stay behind.
  const next = (row: DealRow, told: Told | null) => ({
    ...row,
    status: row.status.trim(),
    moved: '',
    told: tellOn(row, told, month),
  });
  return [
    ...existing.filter(open).map((row) => next(row, row.told)),
    ...fresh.filter(open).map((row) => next(row, null)),
  ];
}

function tellOn(row: DealRow, told: Told | null, month: number): Told {
  const how = { '': 'm', moving: 'm', closing: 'c', stuck: 's', 'going cold': 'g' }[word(row.status)] ?? 'o';
  const start = { when: row.when, amount: plain(row.amount), status: word(row.status), next: row.next };
  if (!told) return { first: month, unchanged: 0, pushed: 0, story: `${how}n`, start };
  const what = changeIn(row, told);
  return {
    first: told.first,
    unchanged: what === '.' ? told.unchanged + 1 : 0,
    pushed: told.pushed + (what === 'p' ? 1 : 0),
    story: told.story + how + what,
    start,
  };
}

function changeIn(row: DealRow, { start }: Told): string {
  if (isDay(row.when) && isDay(start.when) && row.when !== start.when) return row.when > start.when ? 'p' : 'e';
  if (plain(row.amount) !== start.amount) return 'a';
  const same = row.when === start.when && word(row.status) === start.status && row.next === start.next;
  return same && row.moved === '' ? '.' : 'm';
}
