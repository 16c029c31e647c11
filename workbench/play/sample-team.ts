/** The sample team: invented people and three months of what they might have said. Days are days of their month. */
export interface SampleDeal {
  id: string;
  who: string;
  /** "m-d" relative to the month it is written in: [months ahead, day]. */
  when: [number, number] | '';
  why: string;
  amount: number | string;
  next: string;
}

export interface SampleMonth {
  /** Day of the month the 1:1 was held on, and minutes each section took (seven numbers). */
  held: { day: number; minutes: number[] } | null;
  fresh: SampleDeal[];
  /** Changes to rows that are there: id → fields. */
  moves: Record<
    string,
    Partial<{ when: [number, number]; amount: number; status: string; moved: string; next: string }>
  >;
  working: [what: string, why: string, action: string][];
  notWorking: [what: string, why: string, action: string][];
  topics: [topic: string, note: string, next: string][];
  /** Actual figures by KPI id, with a comment. */
  kpis: Record<string, [actual: number, comment: string]>;
  promises: [id: string, what: string, due: [number, number], why: string, owner: 'rep' | 'manager'][];
  /** Promises that are settled in this month: id → state. */
  settled: Record<string, [state: 'done' | 'dropped', becameOf: string]>;
  observed: string;
  focus: string;
  takeaway: string;
  next: [number, number] | '';
  /** What the salesperson prepared: [to review together, help wanted with]; null when nothing is prepared yet. */
  prepared?: [review: string, help: string];
  plan?: string;
  growth?: [id: string, aim: string, by: [number, number], how: string, next: string][];
  /** Coaching plans; `about` as the hidden cell has it. */
  plans?: [id: string, who: string, lookAgain: [number, number], weTry: string, about: string][];
  /** What came of plans and lines of development: id → what was said, and the next day to look again. */
  reviewed?: Record<string, { status?: string; moved: string; when?: [number, number] }>;
}

export interface SampleRep {
  name: string;
  email: string;
  /** Oldest month first; as many as the team has months, or fewer for a newcomer. */
  months: SampleMonth[];
}

const empty: Omit<SampleMonth, 'held'> = {
  fresh: [],
  moves: {},
  working: [],
  notWorking: [],
  topics: [],
  kpis: {},
  promises: [],
  settled: {},
  observed: '',
  focus: '',
  takeaway: '',
  next: '',
};

export const SAMPLE_MANAGER = { name: 'Idris Calpell' };

/** Goals for everyone, per month. */
export const SAMPLE_GOALS: [kpi: string, goal: number][] = [
  ['Booked revenue', 60_000],
  ['First meetings', 16],
  ['Calls', 120],
  ['Meetings from calls', 0.14],
];

export const SAMPLE_TEAM: SampleRep[] = [
  {
    name: 'Tamsin Verrow',
    email: 'tamsin@example.com',
    months: [
      {
        ...empty,
        held: { day: 3, minutes: [5, 6, 4, 5, 5, 3, 3] },
        fresh: [
          {
            id: 'harbour1',
            who: 'Harbour & Hale\nFive-site rollout',
            when: [1, 20],
            why: 'Their old system loses support in January',
            amount: 110_000,
            next: 'Meet the head of operations',
          },
          {
            id: 'lumen001',
            who: 'Lumen Tools\nHandheld scanners',
            when: [1, 15],
            why: 'Paper lists cost a shift a week',
            amount: 54_000,
            next: 'Demo for the night shift',
          },
          {
            id: 'pellmark',
            who: 'Pellmark Dairy\nRoute planning',
            when: [2, 30],
            why: 'Diesel bill, and drivers are leaving',
            amount: 31_200,
            next: 'Agree on a pilot',
          },
          {
            id: 'quarry01',
            who: 'Quarrystone & Daughters\nWeighbridge link',
            when: [0, 29],
            why: 'Double entry at the gate',
            amount: 18_000,
            next: 'Offer by Friday',
          },
        ],
        working: [
          ['Asking who signs in the first call', 'Two long detours saved this month', 'Put it on the call card'],
        ],
        notWorking: [['Monday mornings on the phone', 'Nobody picks up before ten', 'Try after lunch for two weeks']],
        topics: [
          ['Trade fair in February', 'Wants to go with a customer on stage rather than a stand', 'Costs on one page'],
        ],
        kpis: { revenue: [57_600, ''], meetings: [15, ''], calls: [101, 'Two days of training'] },
        promises: [
          ['pricing1', 'Pricing answer in two days, not four', [0, 20], 'for every quote above 20,000', 'manager'],
          ['script01', 'Referral script on one page', [0, 24], 'for the Friday team round', 'rep'],
        ],
        plans: [
          [
            'planmeet',
            'First meetings',
            [1, 6],
            'Two hours of research on Monday, then the phone; a next step agreed before I leave the room',
            'plan kpi meetings',
          ],
        ],
        observed: 'Tamsin prepares every visit, and it shows: customers draw on windows.',
        focus: 'Better first meetings: two hours of research every Monday before the phone.',
        takeaway: 'A deal without a signer is a conversation, not an opportunity.',
        next: [1, 2],
      },
      {
        ...empty,
        held: { day: 6, minutes: [4, 7, 4, 3, 5, 2, 3] },
        fresh: [
          {
            id: 'ostrava1',
            who: 'Ostrava Gears\nService contract',
            when: [1, 3],
            why: 'Wanted one number to call',
            amount: 42_000,
            next: 'Contract to their counsel',
          },
          {
            id: 'tidemark',
            who: 'Tidemark Retail\nReturns desk',
            when: [2, 10],
            why: 'Returns doubled after the web shop',
            amount: 16_500,
            next: 'Walk the returns line with them',
          },
        ],
        moves: {
          harbour1: { status: 'closing', moved: 'Sent terms; legal reads them', amount: 128_000, when: [1, 20] },
          lumen001: { status: 'stuck', moved: 'Sponsor on leave' },
          quarry01: { when: [2, 29], moved: 'Contact changed jobs', status: 'going cold' },
        },
        working: [
          ['Reference visits', 'They ask each other better questions than I do', 'One a month, shared with the team'],
        ],
        notWorking: [
          ['Quotes for everyone who asks', 'Eleven sent, two answered', 'Ask what they will do with it first'],
        ],
        kpis: { revenue: [62_400, 'Ostrava came early'], meetings: [16, ''], calls: [85, ''] },
        promises: [['intro001', 'Introduce Tamsin to the buyer at Lumen', [0, 23], 'the sponsor is away', 'manager']],
        settled: { script01: ['done', 'Used by three colleagues'] },
        plan: 'Twelve conversations a day, all before noon; two hours of research on Monday.',
        plans: [
          [
            'planlume',
            'Lumen Tools',
            [0, 30],
            'Ask the night shift lead for ten minutes on the floor; he feels the paper lists, the sponsor does not',
            'plan deal lumen001',
          ],
        ],
        reviewed: {
          planmeet: {
            status: 'partly',
            moved: 'Eleven of sixteen ended with a next step; the research slips when Monday is full',
            when: [1, 30],
          },
        },
        growth: [['keyaccou', 'Lead a key account', [4, 31], 'Sits in on negotiations', 'First one on the 24th']],
        observed: 'First meetings are better, fewer of them end without a next step.',
        focus: 'Fewer first meetings, better prepared.',
        takeaway: 'Better prepared beats more often: research first, then the phone.',
        next: [1, 3],
      },
      {
        ...empty,
        held: null,
        fresh: [
          {
            id: 'brackwat',
            who: 'Brackwater Foods\nYard scheduling',
            when: [0, 27],
            why: 'New plant in March; today their trucks queue on the street',
            amount: 48_000,
            next: 'Plant tour with their ops lead',
          },
          {
            id: 'nordlund',
            who: 'Nordlund Pharma\nTemperature audit trail',
            when: [0, 30],
            why: 'Auditor found gaps, the money is there until December',
            amount: 36_500,
            next: 'Two-page outline, then call',
          },
        ],
        moves: {
          harbour1: {
            moved: 'Legal has it, two clauses left',
            next: 'Call their counsel on Wednesday, both of us',
            when: [0, 30],
          },
          ostrava1: { status: 'won', moved: 'Signed this morning' },
        },
        working: [['Referral round', 'Warm intros close twice as often', '']],
        prepared: ['The Brackwater plant tour: where did I lose them?', 'The talk with Harbour’s counsel on Wednesday'],
        topics: [['Home office on Fridays', 'Fewer interruptions for offers', 'Try it until the new year']],
        kpis: {
          revenue: [52_800, 'One signature slipped into November'],
          meetings: [17, 'Referrals'],
          calls: [72, ''],
        },
      },
    ],
  },
  {
    name: 'Bastian Orlo',
    email: 'bastian@example.com',
    months: [
      {
        ...empty,
        held: { day: 4, minutes: [5, 2, 5, 6, 6, 4, 4] },
        fresh: [
          {
            id: 'fennmoor',
            who: 'Fennmoor Mills\nGate booking',
            when: [2, 9],
            why: 'Drivers wait for two hours',
            amount: 38_000,
            next: 'Measure a week of waiting with them',
          },
          {
            id: 'ardentco',
            who: 'Ardent Cold Store\nDoor sensors',
            when: [2, 18],
            why: 'Energy bill',
            amount: 23_000,
            next: 'Site visit',
          },
          {
            id: 'kestrel1',
            who: 'Kestrel Parts\nSecond warehouse',
            when: [1, 26],
            why: 'Site one has 14% fewer returns',
            amount: 22_000,
            next: 'Walk through with the site lead',
          },
        ],
        working: [['Starting with the yard, not the product', 'They explain their pain on the way', 'Keep it']],
        notWorking: [['Long offers', 'Nobody reads page four', 'Two pages from now on']],
        kpis: { revenue: [31_000, 'First full month'], meetings: [12, ''], calls: [118, ''] },
        promises: [
          ['yardvis1', 'Take Bastian along to one renewal', [1, 15], 'to hear how price is talked about', 'manager'],
        ],
        observed: 'Curious, quick, and customers notice. Price still makes him nervous.',
        focus: 'Learn the yard before the product: five visits, no pitch.',
        takeaway: 'Say the price, then be silent.',
        next: [1, 4],
      },
      {
        ...empty,
        held: { day: 7, minutes: [5, 5, 4, 5, 5, 5, 4] },
        fresh: [
          {
            id: 'sixcusto',
            who: 'Six customers\nReferral round',
            when: [1, 30],
            why: 'Warm intros close twice as often',
            amount: '',
            next: 'Two calls every Thursday',
          },
        ],
        moves: {
          kestrel1: { status: 'stuck', moved: 'The site lead is on leave' },
          fennmoor: { moved: 'Measured: two hours ten on average', status: 'closing' },
        },
        notWorking: [['Quotes for everyone who asks', 'No answer from most', 'One question before each quote']],
        kpis: { revenue: [44_500, ''], meetings: [14, ''], calls: [126, ''] },
        promises: [['pricelst', 'Price talk on one page', [1, 6], 'to practise it aloud', 'rep']],
        observed: 'Five visits without a pitch, and three of them asked for one.',
        focus: 'One clear price, said early.',
        takeaway: 'Visits first, the pitch comes by itself.',
        next: [1, 5],
      },
      { ...empty, held: null },
    ],
  },
  {
    name: 'Leonie Maarst',
    email: 'leonie@example.com',
    months: [
      {
        ...empty,
        held: { day: 5, minutes: [3, 8, 4, 4, 6, 3, 4] },
        fresh: [
          {
            id: 'almere01',
            who: 'Almere Dairy\nCold chain',
            when: [1, 12],
            why: 'A new law in spring',
            amount: 72_000,
            next: 'Talk with the board',
          },
          {
            id: 'vantor01',
            who: 'Vantor Steel\nLine 4',
            when: [2, 28],
            why: 'Scrap costs them a truck a week',
            amount: 140_000,
            next: 'Workshop with maintenance',
          },
          {
            id: 'corrib01',
            who: 'Corrib Ferries\nTicket gates',
            when: [1, 20],
            why: 'Queues on Fridays',
            amount: 31_000,
            next: 'Demo on board',
          },
        ],
        working: [['Workshops instead of demos', 'They build the case themselves', 'Show the team how']],
        notWorking: [['Waiting for procurement', 'Three weeks without a word', 'Meet them before the offer']],
        kpis: { revenue: [71_000, 'Two renewals'], meetings: [18, ''], calls: [96, ''] },
        promises: [['worksho1', 'Show the workshop to the team', [1, 10], '', 'rep']],
        observed: 'The workshops carry her deals; the calendar is full of them.',
        focus: 'Meet procurement before the offer goes out.',
        takeaway: 'The customer builds the better case.',
        next: [1, 6],
      },
      {
        ...empty,
        held: { day: 8, minutes: [4, 6, 5, 4, 5, 4, 4] },
        fresh: [
          {
            id: 'lumenopt',
            who: 'Lumen Optik\nService desk',
            when: [2, 2],
            why: 'Their second line left',
            amount: 28_000,
            next: 'Proposal after the holiday',
          },
        ],
        moves: {
          corrib01: { status: 'lost', moved: 'Budget went to the ships' },
          almere01: { when: [2, 12], moved: 'Board meets a month later' },
          vantor01: { status: 'stuck', moved: 'Maintenance is for it, finance is silent' },
        },
        working: [['Meeting procurement first', 'Two offers back within a week', 'Keep it']],
        notWorking: [['Quotes for everyone who asks', 'Hours, and nothing comes back', 'Ask first what it is for']],
        topics: [['Four-day week in summer', 'Would like to try it in July', 'Idris asks']],
        kpis: { revenue: [66_000, ''], meetings: [15, ''], calls: [88, ''] },
        promises: [['finance1', 'Call Vantor’s finance head together', [1, 3], 'the deal has no signer', 'manager']],
        settled: { worksho1: ['done', 'Twelve colleagues came'] },
        observed: 'Calm in a hard month.',
        focus: 'A signer for Vantor.',
        takeaway: 'Silence from finance is an answer; ask anyway.',
        next: [1, 9],
      },
      {
        ...empty,
        held: { day: 9, minutes: [4, 7, 4, 4, 5, 3, 4] },
        fresh: [
          {
            id: 'halden01',
            who: 'Halden Mills\nMaintenance',
            when: [1, 15],
            why: 'One supplier wanted before the season',
            amount: 38_500,
            next: 'Two references',
          },
        ],
        moves: {
          almere01: {
            status: 'closing',
            moved: 'Board said yes in principle',
            next: 'Signature with the board on the 27th',
          },
          lumenopt: { moved: 'Proposal sent' },
        },
        working: [
          ['One question before each quote', 'Half of them answer it, and those buy', 'Into the team playbook'],
        ],
        notWorking: [['Year-end discounts', 'Customers wait for them', 'Decide as a team']],
        kpis: { revenue: [69_500, ''], meetings: [16, ''], calls: [91, ''] },
        promises: [['playbook', 'The one question goes into the playbook', [1, 1], '', 'rep']],
        settled: { finance1: ['done', 'He signs from January on'] },
        observed: 'The one question before a quote has changed her weeks.',
        focus: 'Close Almere; open the January talk with Vantor.',
        takeaway: 'One good question saves ten quotes.',
        next: [1, 7],
      },
    ],
  },
  {
    name: 'Corvin Hadlow',
    email: 'corvin@example.com',
    months: [
      { ...empty, held: null },
      {
        ...empty,
        held: { day: 15, minutes: [6, 4, 4, 6, 5, 4, 3] },
        fresh: [
          {
            id: 'tessaro1',
            who: 'Tessaro Foods\nTrial',
            when: [2, 1],
            why: 'Looking for a second source',
            amount: 6_200,
            next: 'Trial in week 48',
          },
          {
            id: 'kilbrae1',
            who: 'Kilbrae Schools\nKey cards',
            when: [1, 28],
            why: 'Lost keys cost them a day a month',
            amount: '12k–15k?',
            next: 'Offer with two sizes',
          },
        ],
        notWorking: [['Quotes for everyone who asks', 'It eats the mornings', '']],
        kpis: { revenue: [48_000, ''], meetings: [11, ''], calls: [74, 'Ill for a week'] },
        promises: [['callplan', 'Two call blocks a week in the calendar', [0, 22], '', 'rep']],
        observed: 'Knows his customers by heart; the calendar does not know him yet.',
        focus: 'Two call blocks a week, kept like a customer’s date.',
        takeaway: 'What is in the calendar happens.',
        next: [1, 10],
      },
      { ...empty, held: null },
    ],
  },
];

/** How much of an open amount counts, by the key of its status in Setup. */
export const SAMPLE_WEIGHTS = { moving: 0.5, closing: 0.8, stuck: 0.2, 'going-cold': 0.1 } as const;
