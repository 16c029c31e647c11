/** What a person knows of the tab that hand edits are tried on: who said what, and how the deals have fared. */
import { HandBook } from './book';

/** A deal as it stands in the newest month: its name, and what its hidden cells must say of its life. */
export interface KnownDeal {
  name: string;
  list: 'new' | 'existing';
  amount: number;
  first: number | null;
  story: string;
  isOpen: boolean;
}

export interface Known {
  deals: KnownDeal[];
  commitments: string[];
  growth: string[];
  help: string;
  focus: string;
}

export const MONTHS = [202609, 202610, 202611] as const;

let lived: { book: HandBook; known: Known } | null = null;

/** Three months: deals that came in September, October and November, one won, promises, a focus, a line of development. */
export function livedTab(): { book: HandBook; known: Known } {
  lived ??= live();
  return { book: lived.book.copy(), known: lived.known };
}

function live(): { book: HandBook; known: Known } {
  const book = new HandBook();
  const { grid } = book;
  const put = (key: string, nth: number, cells: Record<number, string | number>) => {
    const row = book.rowOf(`header:${key}`) + 1 + nth;
    for (const [col, value] of Object.entries(cells)) grid.put(row, Number(col), value, typeof value === 'string');
  };
  const deal = (n: number, name: string, amount: number, when: number) =>
    put('new', n, { 1: name, 2: when, 3: `why ${name}`, 4: amount, 8: `next ${name}` });
  const text = (name: string, value: string) => grid.put(book.rowOf(`text:${name}`), 2, value, true);
  book.start(MONTHS[0]);
  deal(0, 'u1 said so', 1000, 46310);
  deal(1, 'u2 said so', 2000, 46320);
  deal(2, 'u3 said so', 4000, 46330);
  put('conclusion', 0, { 1: 'u10 said so', 2: 46290, 5: 'open' });
  text('focus', 'u20 said so');
  text('takeaway', 'u21 said so');
  book.start();
  deal(0, 'u4 said so', 8000, 46340);
  const second = book.rowWith('u2 said so');
  grid.put(second, 2, 46350);
  grid.put(book.rowWith('u3 said so'), 5, 'won', true);
  put('conclusion', 1, { 1: 'u11 said so', 2: 46300, 5: 'open' });
  put('grow', 0, { 1: 'u12 said so', 3: 'u13 said so' });
  text('focus', 'u22 said so');
  text('takeaway', 'u23 said so');
  book.start();
  deal(0, 'u5 said so', 16000, 46360);
  deal(1, 'u6 said so', 32000, 46370);
  grid.put(book.rowWith('u1 said so'), 6, 'u14 said so', true);
  put('working', 0, { 1: 'u15 said so', 3: 'u16 said so' });
  put('other', 0, { 1: 'u17 said so', 8: 'u18 said so' });
  put('conclusion', 2, { 1: 'u19 said so', 5: 'open' });
  grid.put(book.rowOf('kpis:revenue'), 4, 70000);
  grid.put(book.rowOf('kpis:revenue'), 3, 'u26 said so', true);
  put('grow', 1, { 1: 'u28 said so', 2: 46345, 3: 'u29 said so', 5: 'open', 6: 'u30 said so' });
  text('review', 'u24 said so');
  text('seen', 'u31 said so');
  text('help', 'u32 said so');
  text('brings', 'u33 said so');
  text('plan', 'u27 said so');
  text('focus', 'u25 said so');
  return {
    book,
    known: {
      deals: [
        { name: 'u1 said so', list: 'existing', amount: 1000, first: 202609, story: 'mnm.', isOpen: true },
        { name: 'u2 said so', list: 'existing', amount: 2000, first: 202609, story: 'mnmp', isOpen: true },
        { name: 'u4 said so', list: 'existing', amount: 8000, first: 202610, story: 'mn', isOpen: true },
        { name: 'u5 said so', list: 'new', amount: 16000, first: null, story: '', isOpen: true },
        { name: 'u6 said so', list: 'new', amount: 32000, first: null, story: '', isOpen: true },
      ],
      commitments: ['u10 said so', 'u11 said so', 'u19 said so'],
      growth: ['u12 said so', 'u28 said so'],
      help: 'u32 said so',
      focus: 'u25 said so',
    },
  };
}
