import type { ActualsPreview, CarryView, CheckResult, GoalTable, StartPreview } from '../../src/contract/calls';
import type { ImportSources } from '../../src/contract/import';
import type { LineTrace } from '../../src/contract/life';
import type {
  AgendaView,
  BlockView,
  Common,
  LifeView,
  MeetingScreen,
  NoMonthScreen,
  PersonView,
  ProblemView,
  RowView,
  SectionView,
  SetUpScreen,
  WrongTabScreen,
} from '../../src/contract/state';
import { cellDigest, imprintText } from '../../src/core/deal/imprint';
import { monthsStuck, readStory } from '../../src/core/deal/story';
import type { KnownRow, KnownTab } from '../../src/core/import/known';
import { fieldUses, STANDARD_AGENDA } from '../../src/core/shared/agenda';
import { type MeetingClock, MINUTE_MS } from '../../src/core/shared/clock';
import type { Cells, Field } from '../../src/core/shared/fields';
import { STANDARD_QUESTIONS } from '../../src/core/shared/questions';

/** Invented people and deals. */
export const TODAY = '2026-11-03';
export const MONTH = 202611;

export function common(): Common {
  return {
    serverNow: Date.now(),
    today: TODAY,
    dueMonth: MONTH,
    file: 'sheet-of-the-team',
    me: { email: 'ida.brandt@example.com', role: 'manager', name: 'Ida Brandt' },
    setupProblems: [],
  };
}

export const PEOPLE: PersonView[] = [
  { repId: 'p1', name: 'Tomas Okafor', sheetId: 11 },
  { repId: 'p2', name: 'Lena Vogt', sheetId: 12 },
  { repId: 'p3', name: 'Ruth Amsel', sheetId: 13 },
  { repId: 'p4', name: 'Cem Darwell', sheetId: null },
];

const ROW_OF: Partial<Record<Field, string>> = {
  who: 'A',
  when: 'H',
  why: 'I',
  amount: 'J',
  status: 'K',
  moved: 'L',
  next: 'N',
};

export function row(key: string, line: number, cells: Cells, life?: LifeView): RowView {
  const at = Object.fromEntries(Object.entries(ROW_OF).map(([field, col]) => [field, `${col}${line}`]));
  return { key, cells, at, formulas: [], ...(life ? { life } : {}) };
}

/** `story` as the sheet has it: "mn" came up, "mp" pushed, "s." stuck without a change … */
export const life = (firstMonth: number, timesPushed: number, monthsUnchanged: number, story = ''): LifeView => ({
  firstMonth,
  timesPushed,
  monthsUnchanged,
  monthsStuck: monthsStuck(readStory(story)),
  story: readStory(story),
});

const NEW_ROWS: RowView[] = [
  row('new:n1', 10, {
    who: 'Harbour & Sons\nSpare parts',
    when: '2026-11-17',
    amount: 18000,
    why: 'Second line runs from spring',
    next: 'Intro call with the plant manager',
  }),
  row('new:n2', 11, { who: 'Referral from Tessel', next: 'Tomas asks for the name' }),
];

const EXISTING_ROWS: RowView[] = [
  row(
    'existing:e1',
    19,
    {
      who: 'Brackwater Clinics\nNight scheduling',
      when: '2026-11-20',
      amount: 24000,
      status: 'closing',
      next: 'Contract is with their buyer',
      why: 'Old system ends in January',
    },
    life(202607, 0, 0, 'mnmmmacm'),
  ),
  row(
    'existing:e2',
    20,
    {
      who: 'Halden Mills, maintenance',
      when: '2026-12-15',
      amount: 38500,
      status: 'stuck',
      next: 'Waiting for legal since August',
    },
    life(202605, 0, 2, 'mnmmmmsms.s.'),
  ),
  row(
    'existing:e3',
    21,
    { who: 'Portan Logistics, pilot', when: '2026-12-15', amount: 11000, next: 'Board decides in December' },
    life(202607, 2, 0, 'mnmpmmmp'),
  ),
  row(
    'existing:e4',
    22,
    { who: 'Kilbrae Schools', amount: 15000, status: 'going cold', next: 'One last letter' },
    life(202606, 1, 1, 'mnmmmpmagm'),
  ),
  row(
    'existing:e5',
    23,
    { who: 'Ostwind Glas', amount: '12k–15k?', when: 'after the fair', next: 'Demo on site' },
    life(202609, 0, 1),
  ),
  row('existing:e6', 24, { who: 'Tidewell Retail', amount: 16500, when: '2026-12-10' }, life(202609, 0, 1)),
  row(
    'existing:e7',
    25,
    {
      who: 'Pellmark Dairy',
      amount: 31200,
      when: '2026-11-30',
      moved: 'Pilot done: 11 % fewer kilometres',
      next: 'Show the board the numbers on the 17th',
    },
    life(202608, 0, 0),
  ),
  row(
    'existing:e8',
    26,
    { who: 'Ostrava Gears', amount: 42000, status: 'won', moved: 'Signed this morning', next: 'Thank the referrer' },
    life(202608, 0, 0),
  ),
  row(
    'existing:e9',
    27,
    { who: 'Birch Timber', amount: 25000, status: 'lost', moved: 'Stayed with their supplier' },
    life(202604, 2, 0),
  ),
  row(
    'existing:e10',
    28,
    { who: 'Lumen Tools', amount: 9400, when: '2026-11-26', next: 'Send the sample' },
    life(202610, 0, 0),
  ),
];

interface Figures {
  unit: string;
  goal: number;
  actual: number | '';
  trend: (number | null)[];
  quarter?: number;
  year?: number;
  rank?: string;
}

/** A KPI row as the sheet's formulas would have it. */
export function kpiRow(id: string, line: number, who: string, figures: Figures, cells: Cells = {}): RowView {
  const { unit, goal, actual, trend, quarter, year, rank = '' } = figures;
  const share = actual === '' ? null : actual / goal;
  const sign = share === null ? '' : share >= 1 ? '▲' : share >= 0.9 ? '●' : '▼';
  return {
    ...row(`kpis:${id}`, line, {
      who,
      when: goal,
      amount: actual,
      status: share === null ? '' : `${sign} ${Math.round(share * 100)}%`,
      moved: '',
      ...cells,
    }),
    formulas: ['status', 'moved'],
    kpi: {
      unit,
      kind: unit === '€' ? 'result' : 'activity',
      better: 'higher',
      share,
      quarter: quarter ?? share,
      year: year ?? share,
      trend: [...trend, share],
      rank,
    },
  };
}

const KPI_ROWS: RowView[] = [
  kpiRow('k1', 40, 'Revenue', {
    unit: '€',
    goal: 50000,
    actual: 52000,
    trend: [0.8, 0.9, 1.02, 1.06, 1.1],
    year: 0.97,
    rank: '2 of 8',
  }),
  kpiRow(
    'k2',
    41,
    'Calls',
    { unit: 'calls', goal: 80, actual: 48, trend: [1, 1.01, 0.98, 0.84, 0.7], year: 0.88 },
    { why: 'Two big offers took the mornings' },
  ),
  {
    ...kpiRow('k3', 42, 'Meetings held', { unit: 'number', goal: 12, actual: 11, trend: [null, 0.7, 0.6, 0.9, 0.75] }),
    formulas: ['status', 'moved', 'amount'],
  },
  kpiRow('k4', 43, 'New customers', { unit: '', goal: 2, actual: '', trend: [1, 0.5, 1, 1, 0] }),
  kpiRow('k5', 44, 'Win rate', { unit: '%', goal: 0.25, actual: 0.27, trend: [0.8, 0.9, 0.95, 0.9, 1] }),
];

const ROWS: Record<string, RowView[]> = {
  new: NEW_ROWS,
  existing: EXISTING_ROWS,
  working: [
    row('working:w1', 30, {
      who: 'Opening with the plant’s own downtime figure',
      why: 'They correct the number and are in the talk',
      next: 'Show the team on Friday',
    }),
  ],
  notWorking: [],
  kpis: KPI_ROWS,
  other: [
    row('other:o1', 50, { who: 'Moving towards key accounts next year' }),
    row('other:o2', 51, { who: 'Help with the Brackwater signing call', why: 'Wants you in the second half' }),
  ],
};

export function sections(): SectionView[] {
  return STANDARD_AGENDA.map((section, i) => ({
    id: section.id,
    kind: section.kind,
    name: section.name,
    question: section.question,
    minutes: section.minutes,
    number: i + 1,
    fields: fieldUses(section),
    rows: (ROWS[section.id] ?? []).map((r) => ({ ...r, cells: { ...r.cells } })),
    spareKeys:
      section.kind === 'kpis'
        ? []
        : section.kind === 'conclusion'
          ? ['todo:s1', 'todo:s2']
          : [`${section.id}:s1`, `${section.id}:s2`],
  }));
}

export function block(): BlockView {
  const text = (name: string, label: string, line: number, value = '') => ({
    key: `text:${name}`,
    label,
    value,
    cell: `H${line}`,
    formula: false,
  });
  return {
    month: MONTH,
    place: { row: 5, rows: 90 },
    number: 11,
    state: 'planned',
    heldOn: '',
    overdue: false,
    reopened: false,
    plannedMinutes: 30,
    minutes: null,
    lastFocus: 'Two new conversations a week with plant managers, before any quote.',
    lastFocusMonth: 202610,
    sections: sections(),
    prepare: {
      review: text('review', 'To review together', 4),
      help: text('help', 'Help wanted with', 5),
      ready: text('ready', 'I’m ready', 6),
    },
    seen: text('seen', 'What we saw, learnt', 4),
    brings: text('brings', 'The manager brings', 6),
    plan: text('plan', 'The plan – is it working?', 46),
    pipeline: {
      amount: 196600,
      weighted: 118200,
      coverage: 2.36,
      left: 83300,
      closing: ['this month 61k (2)', 'next month 48k (3)', 'later 79k (2)', 'no date 8600 (1)'],
      changes: ['+43k new (3)', '18k won (1)', '12k lost (1)', '3 pushed'],
      open: 8,
      stuck: 1,
      commitmentsOpen: 4,
      uncounted: '',
      commitmentsLate: 1,
      cell: 'D45',
    },
    growth: {
      fields: fieldUses({ id: 'grow', kind: 'growth' }),
      rows: [
        {
          ...row('grow:g1', 55, {
            who: 'Leading a first call in German',
            when: '2027-02-28',
            why: 'two calls so far, both with a colleague beside',
            status: 'open',
            next: 'the next one alone',
          }),
          fromMonth: 202609,
        },
      ],
      spareKeys: ['grow:s1'],
    },
    commitments: [
      {
        ...row('todo:c1', 60, { who: 'introduce Tomas to Halden’s counsel', next: 'Ida', status: 'open' }),
        fromMonth: 202609,
      },
      {
        ...row('todo:c2', 61, { who: 'price list for Portan', next: 'Tomas', status: 'open', when: '2026-10-28' }),
        fromMonth: 202610,
      },
      {
        ...row('todo:c3', 62, { who: 'record one first call', next: 'Tomas', status: 'open', when: TODAY }),
        fromMonth: 202610,
      },
      row('todo:c4', 63, {
        who: 'join the Brackwater call',
        next: 'Ida',
        status: 'open',
        when: '2026-11-18',
        why: 'the buyer asks about support',
      }),
    ],
    conclusion: {
      observed: text('observed', 'What I saw', 70),
      focus: text('focus', 'Focus until next time', 71),
      takeaway: text('takeaway', 'Takeaway', 72),
      nextDate: text('nextDate', 'Next 1:1', 73),
    },
    revision: 'r0',
  };
}

export const AGENDAS: AgendaView[] = [
  { id: 'full', name: 'Full talk', minutes: 30 },
  { id: 'results', name: 'Results', minutes: 20 },
];

export function meeting(): MeetingScreen {
  return {
    kind: 'meeting',
    newestMonth: 202611,
    year: '2026/27',
    ...common(),
    rep: {
      repId: 'p1',
      name: 'Tomas Okafor',
      shortName: 'Tomas',
      email: 'tomas@example.com',
      sheetId: 11,
      tab: 'Tomas Okafor',
    },
    people: PEOPLE,
    block: block(),
    clock: null,
    statuses: [
      { word: 'closing', closes: false, won: false },
      { word: 'stuck', closes: false, won: false },
      { word: 'going cold', closes: false, won: false },
      { word: 'won', closes: true, won: true },
      { word: 'lost', closes: true, won: false },
    ],
    owners: ['Tomas Okafor', 'Ida Brandt'],
    canUndoStart: true,
    tabProblems: [],
    agendas: AGENDAS,
    questions: STANDARD_QUESTIONS,
    method: ['Research', 'First call', 'Offer'],
  };
}

/** A clock that is at a section, with minutes used by those before it. */
export function clockAt(section: string, usedMinutes: Record<string, number>, running = true): MeetingClock {
  return {
    startedAt: Date.now() - 3600_000,
    section,
    runningSince: running ? Date.now() : null,
    usedMs: Object.fromEntries(Object.entries(usedMinutes).map(([id, min]) => [id, min * MINUTE_MS])),
    extraMs: {},
    done: ['before'],
  };
}

/** A meeting that is under way in a section. */
export function running(
  section: string,
  usedMinutes: Record<string, number> = { new: 4.5, existing: 1.7 },
  isRunning = true,
): MeetingScreen {
  const m = meeting();
  return {
    ...m,
    clock: clockAt(section, usedMinutes, isRunning),
    block: { ...m.block, state: 'running' },
    canUndoStart: false,
  };
}

/** 166 opportunities. */
export function long(): MeetingScreen {
  const m = running('existing');
  const names = [
    'Almere Cold Chain',
    'Vantor Steel',
    'Corrib Ferries',
    'Lumen Optik',
    'Abel Print',
    'Adria Boats',
    'Agran Seeds',
    'Ahorn Möbel',
  ];
  const rows = Array.from({ length: 166 }, (_, i) =>
    row(
      `existing:x${i}`,
      100 + i,
      {
        who: `${names[i % names.length]} ${i + 1}`,
        amount: 1000 + i * 250,
        when: i % 4 === 0 ? '2026-12-01' : '',
        status: i < 3 ? 'closing' : i < 22 ? 'stuck' : '',
        next: i % 3 === 0 ? 'Call again' : '',
      },
      life(202606 + (i % 4), i === 30 ? 3 : 0, i < 22 ? 2 : i < 150 ? 1 : 0),
    ),
  );
  const sectionsWith = m.block.sections.map((s) => (s.id === 'existing' ? { ...s, rows } : s));
  return { ...m, block: { ...m.block, sections: sectionsWith } };
}

/** Long German words everywhere. */
export function longWords(): MeetingScreen {
  const m = running('existing', { new: 6, existing: 8.3 });
  const names: Record<string, string> = {
    existing: 'Bestehende Verkaufschancenübersicht',
    new: 'Neue Geschäftsmöglichkeiten',
    working: 'Was funktioniert',
  };
  return {
    ...m,
    method: ['Bedarfsermittlungsgesprächsvorbereitungsunterlagen', 'Angebot'],
    rep: { ...m.rep, name: 'Wilhelmine-Charlotte Oberhuber-Schwarzenbacher', shortName: 'Wilhelmine-Charlotte' },
    block: {
      ...m.block,
      sections: m.block.sections.map((s) => ({
        ...s,
        name: names[s.id] ?? s.name,
        question:
          s.id === 'existing'
            ? 'Wie haben sich die Geschäftsanbahnungsgespräche entwickelt? Was hängt fest?'
            : s.question,
        rows:
          s.id === 'existing'
            ? [
                row(
                  'existing:g1',
                  19,
                  {
                    who: 'Kraftfahrzeughaftpflichtversicherungsgesellschaft Süd, Rahmenvertrag',
                    amount: 1240000,
                    status: 'stuck',
                    next: 'Datenschutzgrundverordnungsbeauftragter prüft den Auftragsverarbeitungsvertrag',
                  },
                  life(202509, 4, 14),
                ),
                row(
                  'existing:g2',
                  20,
                  {
                    who: 'Oberflächenbeschichtungsanlagenbau',
                    amount: 'zwischen 380.500 und 412.000, je nach Ausstattungsumfang',
                    when: 'Geschwindigkeitsbegrenzungsgutachten',
                    next: 'x',
                  },
                  life(202607, 2, 0),
                ),
              ]
            : s.id === 'kpis'
              ? [
                  kpiRow('l1', 40, 'Auftragseingangswertgrenzüberschreitung', {
                    unit: 'Verkaufsgespräche',
                    goal: 1240000,
                    actual: 380500,
                    trend: [1, 0.9, 0.8, 0.7, 0.6],
                    rank: '12 of 18',
                  }),
                  kpiRow('l2', 41, 'Neukundengewinnungsquote', {
                    unit: 'EUR',
                    goal: 980000,
                    actual: 1240000,
                    trend: [1.4, 1.1, 1.2, 1.3, 1.1],
                  }),
                ]
              : s.rows,
      })),
      prepare: {
        ...m.block.prepare,
        review: {
          ...m.block.prepare.review,
          value: 'Das Vertragsverlängerungsgespräch mit der Haftpflichtversicherung',
        },
        help: { ...m.block.prepare.help, value: 'Geschwindigkeitsbegrenzungsgutachtenverhandlung' },
      },
      lastFocus: 'Terminvereinbarungsgespräche mit Geschäftsführungsassistenzen vor jeder Angebotserstellung',
    },
  };
}

export function finished(): MeetingScreen {
  const m = meeting();
  const b = m.block;
  return {
    ...m,
    canUndoStart: false,
    block: {
      ...b,
      state: 'finished',
      heldOn: TODAY,
      minutes: 28,
      conclusion: {
        ...b.conclusion,
        takeaway: { ...b.conclusion.takeaway, value: 'Need first, demo second' },
        focus: { ...b.conclusion.focus, value: 'Twenty calls a week, plant managers first' },
      },
    },
  };
}

export function setUp(): SetUpScreen {
  return { kind: 'setUp', ...common(), otherTabs: ['Q4 forecast', 'Sheet1'] };
}

export const HEAD_LOST: ProblemView = {
  code: 'headLost',
  message: 'The hidden cells at the top of “Q4 forecast” are gone. Run Check and repair, then try again.',
};

export function wrongTab(): WrongTabScreen {
  return { kind: 'wrongTab', ...common(), tab: 'Q4 forecast', sheetId: 99, damage: null, people: PEOPLE, home: null };
}

export function noMonth(): NoMonthScreen {
  const { rep } = meeting();
  return {
    kind: 'noMonth',
    ...common(),
    rep,
    people: PEOPLE,
    newestMonth: 202610,
    newestFinished: false,
    damage: null,
    agendas: AGENDAS,
    agenda: 'full',
  };
}

export function carry(): CarryView {
  const deal = (r: RowView) => ({
    id: r.key,
    title: String(r.cells.who).replace('\n', ', '),
    amount: r.cells.amount ?? '',
    monthsUnchanged: r.life?.monthsUnchanged ?? 0,
    timesPushed: r.life?.timesPushed ?? 0,
    firstMonth: r.life?.firstMonth ?? MONTH,
  });
  return {
    digest: 'd-p1',
    repId: 'p1',
    name: 'Tomas Okafor',
    sheetId: 11,
    state: 'new',
    fromMonth: MONTH,
    kept: EXISTING_ROWS.slice(0, 7).map(deal),
    won: EXISTING_ROWS.slice(7, 8).map(deal),
    lost: EXISTING_ROWS.slice(8, 9).map(deal),
    dropped: [],
    there: 0,
    late: [],
    unreadable: [
      { title: 'Ostwind Glas', text: '12k–15k?', cell: 'D23', what: 'amount' },
      { title: 'Ostwind Glas', text: 'after the fair', cell: 'B23', what: 'when' },
    ],
    commitments: 3,
    agenda: 'full',
    plans: [],
    help: 'Help in October: the signing at Halden. How did it go?',
    lastFocus: 'Twenty calls a week, plant managers first',
  };
}

export function preview(): StartPreview {
  return { people: [carry()], withoutTab: [], did: [], rest: [] };
}

/** Thirty deals, some with very long names. */
export function longCarry(): CarryView {
  const one = carry();
  const names = [
    'Nordlicht Maschinenbau und Anlagentechnik Betriebsgesellschaft, Erweiterung der Fertigungsstrasse',
    'Halden',
    'Donaudampfschifffahrtsgesellschaftskapitänsmütze',
  ];
  const kept = Array.from({ length: 30 }, (_, n) => ({
    ...one.kept[n % one.kept.length]!,
    id: `existing:l${n}`,
    title: `${names[n % names.length]} ${n + 1}`,
  }));
  return { ...one, kept };
}

/** A month that is there, and lacks two deals of the one before. */
export function lateCarry(): CarryView {
  const one = carry();
  return {
    ...one,
    state: 'already',
    fromMonth: 202610,
    there: 5,
    late: one.kept.slice(5),
    won: [],
    lost: [],
    unreadable: [],
  };
}

export function previewEveryone(count = 30): StartPreview {
  const people = Array.from(
    { length: count },
    (_, i): CarryView => ({
      ...carry(),
      repId: `q${i}`,
      name: `Person ${i + 1}`,
      sheetId: 100 + i,
      unreadable: i === 2 ? carry().unreadable : [],
    }),
  );
  people[4] = { ...people[4]!, state: 'already' };
  people[5] = {
    ...people[5]!,
    state: 'problem',
    problem: {
      code: 'tabGone',
      message: 'The tab of Person 6 is no longer in the spreadsheet. Bring it back with Ctrl+Z.',
    },
  };
  return { people, withoutTab: [], did: [], rest: [] };
}

/** An agenda of one's own with nine sections: the most that stand in one line. */
export function nineSections(): MeetingScreen {
  const m = tenSections();
  return { ...m, block: { ...m.block, sections: m.block.sections.filter((s) => s.id !== 'own3') } };
}

/** An agenda of one's own with ten sections. */
export function tenSections(): MeetingScreen {
  const m = running('own2', { new: 3, existing: 3 });
  const [first, ...others] = m.block.sections;
  const own = [1, 2, 3].map((n) => ({
    ...m.block.sections[2]!,
    id: `own${n}`,
    name: `A section of our own, no. ${n}`,
    rows: [],
  }));
  return { ...m, block: { ...m.block, sections: [first!, ...own, ...others] } };
}

/** The salesperson's own view of a month that is planned for the 5th. */
export function prepared(): MeetingScreen {
  const m = meeting();
  const { prepare } = m.block;
  return {
    ...m,
    block: {
      ...m.block,
      heldOn: '2026-11-05',
      prepare: {
        review: { ...prepare.review, value: 'Monday’s call with Halden Mills, recorded' },
        help: { ...prepare.help, value: 'The Brackwater signing on the 20th' },
        ready: { ...prepare.ready, value: '✓' },
      },
    },
  };
}

export function asRep(m: MeetingScreen): MeetingScreen {
  return { ...m, me: { email: '', role: 'rep', name: 'Tomas Okafor' } };
}

/** The twenty minutes on results: four sections, no topics. */
export function results(section = 'kpis'): MeetingScreen {
  const m = running(section, { kpis: 1.5 });
  const wanted = ['kpis', 'existing', 'new', 'conclusion'];
  const minutes = [8, 7, 5, null];
  return {
    ...m,
    block: {
      ...m.block,
      plannedMinutes: 20,
      sections: wanted.map((id, i) => ({
        ...m.block.sections.find((s) => s.id === id)!,
        minutes: minutes[i] ?? null,
        number: i + 1,
      })),
    },
  };
}

/** A finished month that was opened again. */
export function reopened(): MeetingScreen {
  const m = finished();
  return { ...m, block: { ...m.block, state: 'running', reopened: true } };
}

export const PROBLEM = {
  code: 'badDate',
  message: 'Tomas Okafor!H24 should be a date but says “soon”.',
  tab: 'Tomas Okafor',
  cell: 'B24',
};

export function findings(): CheckResult {
  return {
    tab: 'Tomas Okafor',
    digest: 'c1',
    findings: [
      { cell: 'I21', words: 'The row of Halden Mills has lost its key.', repair: 'It gets a new one; its text stays.' },
      { cell: 'A30:H31', words: 'Two rows stand below another section.', repair: 'They go back to “What’s working”.' },
      { cell: 'D23', words: '“12k–15k?” is no amount, so it is left out of totals.', repair: '' },
    ],
  };
}

export function actuals(): ActualsPreview {
  return {
    people: [
      { repId: 'p1', digest: 'a1' },
      { repId: 'p2', digest: 'a2' },
    ],
    changes: [
      { name: 'Tomas Okafor', kpi: 'Calls', was: 48, now: 52, cell: 'D41' },
      { name: 'Tomas Okafor', kpi: 'New customers', was: '', now: 2, cell: 'D43' },
      { name: 'Lena Vogt', kpi: 'Calls', was: '', now: 71, cell: 'D38' },
    ],
    same: 4,
    leftOut: ['Line 5: “Sum” is nobody on the roster.', 'Column 4: “Margin” is no KPI of Setup.'],
    questions: [],
    did: [],
    rest: [],
  };
}

export function goalTable(): GoalTable {
  const goal = (rep: string, kpi: string, value: number, per: 'month' | 'year', from: number | null) => ({
    rep,
    kpi,
    value,
    per,
    from,
  });
  return {
    people: ['Tomas Okafor', 'Lena Vogt', 'Anneliese-Katharina von Württemberg-Hohenstein'].map((name, n) => ({
      repId: `p${n + 1}`,
      name,
    })),
    kpis: [
      { id: 'calls', name: 'Calls', unit: 'number', adds: true },
      { id: 'revenue', name: 'Booked revenue', unit: 'EUR', adds: true },
      { id: 'hitrate', name: 'Meetings from calls', unit: '%', adds: false },
    ],
    lines: [
      goal('', 'Calls', 60, 'month', null),
      goal('Lena Vogt', 'Calls', 70, 'month', 202610),
      goal('', 'Booked revenue', 480_000, 'year', 202601),
      goal('Benchmark', 'Meetings from calls', 0.3, 'month', null),
    ],
  };
}

/** Names and deals in Arabic script between English words. */
export function rightToLeft(): MeetingScreen {
  const m = running('existing');
  const sections = m.block.sections.map((s) =>
    s.id === 'existing'
      ? {
          ...s,
          rows: [
            row(
              'existing:r1',
              19,
              { who: 'مصنع النور\nصيانة سنوية', amount: 24000, status: 'stuck', next: 'اتصال مع المدير يوم الخميس' },
              life(202607, 1, 2),
            ),
            row(
              'existing:r2',
              20,
              { who: 'شركة الأفق', amount: 11000, next: 'إرسال العرض (PDF) قبل 12 Nov' },
              life(202609, 0, 2),
            ),
          ],
        }
      : s,
  );
  return { ...m, rep: { ...m.rep, name: 'ليلى حداد', shortName: 'ليلى' }, block: { ...m.block, sections } };
}

export function importSources(): ImportSources {
  const status = (word: string, closes: boolean, won = false) => ({ word, closes, won });
  return {
    tabs: [{ sheetId: 31, name: 'CRM report', rows: 4 }],
    statuses: [
      status('closing', false),
      status('stuck', false),
      status('going cold', false),
      status('won', true, true),
      status('lost', true),
    ],
    people: [
      { id: 'p1', name: 'Tomas Okafor', email: 'tomas@example.com', sheetId: 11 },
      { id: 'p2', name: 'Lena Vogt', email: '', sheetId: 12 },
    ],
    only: '',
    zone: 'Europe/Berlin',
    memory: [],
    latest: null,
  };
}

/** A file with an unsure day and amount, lines that cannot be read, and of each fate one. */
export const IMPORT_TEXT = [
  'Deal ID;Title;Organization;Owner;Value;Expected close date;Stage;Update time;Label',
  '1;Service contract;Halden Mills;Tomas Okafor;1,250;03/11/2026;Negotiation;;hot',
  '2;Spare parts;Portan;Tomas Okafor;;04/12/2026;Negotiation;;',
  '3;Fleet;Corrib Ferries;Lena Vogt;$900;12/12/2026;Closed Won;;',
  '4;;;Lena Vogt;7;12/12/2026;Proposal;;',
  '5;Roof;Almere;Lena Vogt;soon;31/31/2026;Proposal;;',
  '2;Spare parts;Portan;Tomas Okafor;3k;04/12/2026;Negotiation;;',
  '6;Crane;Vantor;Lena Vogt;5,000;12/12/2026;Proposal;;',
  '7;Kiln refit;Halm;Tomas Okafor;5,200;10/12/2026;Proposal;;',
  '8;Press;Lumen;Ruth Amsel;100;12/12/2026;Proposal;;',
  ...[11, 12, 13, 14, 15, 16].map(
    (n) => `${n};Service contract;Customer ${n};Tomas Okafor;${n},000;12/12/2026;Proposal;;`,
  ),
].join('\n');

/** What the tabs know of that file's deals. */
export function knownTabs(): KnownTab[] {
  const row = (n: number, cells: Cells, more: Partial<KnownRow> = {}): KnownRow => ({
    id: `k${n}`,
    key: `existing:k${n}`,
    cells,
    formulas: [],
    row: n,
    life: null,
    sourceId: '',
    imported: '',
    ...more,
  });
  const said = imprintText({
    said: {
      who: cellDigest('Halden Mills\nService contract'),
      when: cellDigest('2026-11-30'),
      amount: cellDigest(80_000),
      status: cellDigest(''),
    },
    wrote: null,
  });
  const halden: Cells = { who: 'Halden Mills\nService contract', when: '2026-11-30', amount: 84_000, status: '' };
  const letters = { who: 'A', when: 'B', why: 'C', amount: 'D', status: 'E', moved: 'F', next: 'H' };
  const sections: KnownTab['sections'] = ['new', 'existing'];
  const kiln = row(
    60,
    { who: 'Halm\nKiln refit', when: '2026-09-20', amount: 4000, status: 'lost' },
    { sourceId: '7' },
  );
  return [
    {
      repId: 'p1',
      name: 'Tomas Okafor',
      month: 202611,
      obstacle: null,
      rows: [
        row(21, halden, { sourceId: '1', imported: said }),
        row(22, { who: 'Portan', when: '', amount: '', status: '' }),
        row(23, { who: 'Vantor\nCrane', when: '2026-12-12', amount: 5000, status: '' }, { sourceId: '6' }),
        row(
          24,
          { who: 'Oakum\nRope for the new harbour', when: '2026-12-30', amount: 7700, status: '' },
          { sourceId: '99' },
        ),
      ],
      past: [{ ...kiln, month: 202610 }],
      sections,
      letters,
    },
    {
      repId: 'p2',
      name: 'Wilhelmine-Charlotte Oberhuber-Schwarzenbacher',
      month: 202610,
      obstacle: null,
      rows: [],
      past: [{ ...row(50, { who: 'Corrib Ferries\nFleet', status: 'won' }, { sourceId: '3' }), month: 202609 }],
      sections,
      letters,
    },
  ];
}

/** The same with two plans: one about a deal whose day has come, one about nothing with a row of its own. */
export function withPlans(screen: MeetingScreen): MeetingScreen {
  const plan = (key: string, at: number, cells: Cells, about: string): RowView => ({
    ...row(key, at, { status: 'open', ...cells }),
    fromMonth: 202610,
    plan: { about },
  });
  const { rows } = screen.block.growth;
  rows.push(
    plan(
      'grow:p1',
      56,
      {
        who: 'Halden Mills',
        when: '2026-10-30',
        why: 'Ask the night shift lead for ten minutes on the floor; he feels the paper lists, the sponsor does not',
      },
      'existing:e2',
    ),
    plan('grow:p2', 57, { who: 'Speaking slower', when: '2027-01-15', why: 'Three breaths before each price' }, ''),
  );
  return screen;
}

/** What became of two plans and a line of development, one of them over two years. */
export function traces(): LineTrace[] {
  const step = (month: number, state: LineTrace['steps'][number]['state'], cameOf = '', weTry = '') => ({
    month,
    state,
    when: state === 'open' ? '2026-12-01' : '',
    weTry: weTry || 'Two hours of research on Monday, then the phone',
    cameOf,
    next: '',
  });
  const line = (id: string, title: string, isPlan: boolean, steps: LineTrace['steps']): LineTrace => ({
    id,
    title,
    isPlan,
    firstMonth: steps[0]?.month ?? MONTH,
    steps,
  });
  return [
    line('g1', 'Leading a first call in German', false, [step(202609, 'open'), step(202610, 'done', 'Led two alone')]),
    line('p1', 'First meetings', true, [
      step(202512, 'partly', 'Eleven of sixteen ended with a next step'),
      step(202601, 'worked', 'It is a habit now'),
    ]),
    line('p2', 'Donaudampfschifffahrtsgesellschaft Süd, Wartungsvertrag', true, [step(202610, 'open')]),
  ];
}
