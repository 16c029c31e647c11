/** What the team of the sidebar's tests has said by November 2026. Invented people and deals. */
import type { Cells } from '../../../src/core/shared/fields';
import type { MonthKey } from '../../../src/core/shared/month';
import { COL } from '../../../src/sheet/grid/grid';
import { HIDDEN } from '../../../src/sheet/grid/hidden';

export const FIRST = 202604;
export const MONTH = 202611;

/** A deal as it stands in November, and how it came there: two letters for each 1:1 before, see core/deal/story.ts. */
export interface Deal {
  id: string;
  story: string;
  cells: Cells;
}

export const DEALS: readonly Deal[] = [
  {
    id: 'e1',
    story: 'mnmmmacm',
    cells: {
      who: 'Brackwater Clinics\nNight scheduling',
      when: '2026-11-20',
      amount: 24000,
      status: 'closing',
      next: 'Contract is with their buyer',
      why: 'Old system ends in January',
    },
  },
  {
    id: 'e2',
    story: 'mnmmmmsms.s.',
    cells: {
      who: 'Halden Mills, maintenance',
      when: '2026-12-15',
      amount: 38500,
      status: 'stuck',
      next: 'Waiting for legal since August',
    },
  },
  {
    id: 'e3',
    story: 'mnmpmmmp',
    cells: { who: 'Portan Logistics, pilot', when: '2026-12-15', amount: 11000, next: 'Board decides in December' },
  },
  {
    id: 'e4',
    story: 'mnmmmpmag.',
    cells: { who: 'Kilbrae Schools', amount: 15000, status: 'going cold', next: 'One last letter' },
  },
  {
    id: 'e5',
    story: 'mnm.',
    cells: { who: 'Ostwind Glas', amount: '12k–15k?', when: 'after the fair', next: 'Demo on site' },
  },
  { id: 'e6', story: 'mnm.', cells: { who: 'Tidewell Retail', amount: 16500, when: '2026-12-10' } },
  {
    id: 'e7',
    story: 'mnmmmm',
    cells: {
      who: 'Pellmark Dairy',
      amount: 31200,
      when: '2026-11-30',
      moved: 'Pilot done: 11 % fewer kilometres',
      next: 'Show the board the numbers on the 17th',
    },
  },
  {
    id: 'e8',
    story: 'mnmmmm',
    cells: {
      who: 'Ostrava Gears',
      amount: 42000,
      status: 'won',
      moved: 'Signed this morning',
      next: 'Thank the referrer',
    },
  },
  {
    id: 'e9',
    story: 'mnmpmpmmmmmmmm',
    cells: { who: 'Birch Timber', amount: 25000, status: 'lost', moved: 'Stayed with their supplier' },
  },
  { id: 'e10', story: 'mn', cells: { who: 'Lumen Tools', amount: 9400, when: '2026-11-26', next: 'Send the sample' } },
];

export const STATUS_WORDS = { moving: '', closing: 'closing', stuck: 'stuck', cold: 'going cold', other: '' } as const;

/** What stands in November's other rows, and since when. */
export const ROWS: readonly { key: string; from?: MonthKey; cells: Cells }[] = [
  {
    key: 'new:n1',
    cells: {
      who: 'Harbour & Sons\nSpare parts',
      when: '2026-11-17',
      amount: 18000,
      why: 'Second line runs from spring',
      next: 'Intro call with the plant manager',
    },
  },
  { key: 'new:n2', cells: { who: 'Referral from Tessel', next: 'Tomas asks for the name' } },
  {
    key: 'working:w1',
    cells: {
      who: 'Opening with the plant’s own downtime figure',
      why: 'They correct the number and are in the talk',
      next: 'Show the team on Friday',
    },
  },
  { key: 'other:o1', cells: { who: 'Moving towards key accounts next year' } },
  { key: 'other:o2', cells: { who: 'Help with the Brackwater signing call', why: 'Wants you in the second half' } },
  {
    key: 'grow:g1',
    from: 202609,
    cells: {
      who: 'Leading a first call in German',
      when: '2027-02-28',
      why: 'two calls so far, both with a colleague beside',
      status: 'open',
      next: 'the next one alone',
    },
  },
  {
    key: 'todo:c1',
    from: 202609,
    cells: { who: 'introduce Tomas to Halden’s counsel', next: 'Ida', status: 'open' },
  },
  {
    key: 'todo:c2',
    from: 202610,
    cells: { who: 'price list for Portan', next: 'Tomas', status: 'open', when: '2026-10-28' },
  },
  {
    key: 'todo:c3',
    from: 202610,
    cells: { who: 'record one first call', next: 'Tomas', status: 'open', when: '2026-11-03' },
  },
  {
    key: 'todo:c4',
    cells: {
      who: 'join the Brackwater call',
      next: 'Ida',
      status: 'open',
      when: '2026-11-18',
      why: 'the buyer asks about support',
    },
  },
];

/** A KPI of Setup, and what the formulas of its row come to in November: a book in memory does not calculate. */
export interface Figures {
  id: string;
  setup: readonly string[];
  goal: number;
  actual: number | '';
  past: string;
  quarter: number | null;
  year: number | null;
  rank?: string;
  why?: string;
  formula?: string;
}

export const KPIS: readonly Figures[] = [
  {
    id: 'k1',
    setup: ['Revenue', '', '€', 'result', 'higher', 'sum'],
    goal: 50000,
    actual: 52000,
    past: '90% 102% 106% 110%',
    quarter: 1.04,
    year: 0.97,
    rank: '2 of 8',
  },
  {
    id: 'k2',
    setup: ['Calls', '', 'calls', 'activity', 'higher', 'sum'],
    goal: 80,
    actual: 48,
    past: '101% 98% 84% 70%',
    quarter: 0.6,
    year: 0.88,
    why: 'Two big offers took the mornings',
  },
  {
    id: 'k3',
    setup: ['Meetings held', '', 'number', 'activity', 'higher', 'sum'],
    goal: 12,
    actual: 11,
    past: '70% 60% 90% 75%',
    quarter: 0.92,
    year: 0.92,
    formula: '=5+6',
  },
  {
    id: 'k4',
    setup: ['New customers', '', '', 'activity', 'higher', 'sum'],
    goal: 2,
    actual: '',
    past: '50% 100% 100% 0%',
    quarter: null,
    year: null,
  },
  {
    id: 'k5',
    setup: ['Win rate', '', '%', 'activity', 'higher', 'average'],
    goal: 0.25,
    actual: 0.27,
    past: '90% 95% 90% 100%',
    quarter: 1.08,
    year: 1.08,
  },
];

/** Setup's statuses with their weights. */
export const WEIGHTED: readonly (readonly (string | number)[])[] = [
  ['moving (empty)', '', 'no', 'no', 0.5],
  ['closing', '', 'no', 'no', 0.9],
  ['stuck', '', 'no', 'no', 0.3],
  ['going cold', '', 'no', 'no', 0.1],
];

/** Setup's goals for the KPIs above. */
export const TEAM_GOALS: readonly (readonly (string | number)[])[] = [
  ...KPIS.map(({ setup, goal }) => ['', setup[0] as string, goal, 'month', '']),
  ['Benchmark', 'Win rate', 0.3, 'month', ''],
];

/** Goals for the KPIs that a tracker begins with. */
export const GOALS: readonly (readonly (string | number)[])[] = [
  ['', 'Calls', 60, 'month', ''],
  ['Lena Vogt', 'Calls', 70, 'month', 'Oct 2026'],
  ['', 'Booked revenue', 480_000, 'year', 'Jan 2026'],
  ['Benchmark', 'Meetings from calls', 0.3, 'month', ''],
];

/** What the formulas of the rows Pipeline and Closing come to, by column. */
export const PIPELINE: Record<string, Record<number, string | number>> = {
  'sum:pipeline': {
    [COL.amount]: 196600,
    [COL.why]: 118200,
    [COL.status]: 2.36,
    [COL.next]: 83300,
    [HIDDEN.openDeals]: 8,
    [HIDDEN.stuckDeals]: 1,
    [HIDDEN.openCommitments]: 4,
    [HIDDEN.lateCommitments]: 1,
  },
  'sum:closing': {
    [COL.when]: 'this month 61k (2) · next month 48k (3) · later 79k (2) · no date 8600 (1)',
    [COL.moved]: 'November: +43k new (3) · 18k won (1) · 12k lost (1) · 3 pushed',
  },
};

export const LAST_FOCUS = 'Two new conversations a week with plant managers, before any quote.';
