/** What the sidebar's tests are shown: what the add-on answered (recorded/answers.json), and odd cases made from it. */
import type { ActualsPreview, CarryView, CheckResult, GoalTable, StartPreview } from '../../src/contract/calls';
import type { ImportSources } from '../../src/contract/import';
import type { LineTrace } from '../../src/contract/life';
import type {
  BlockView,
  LifeView,
  MeetingScreen,
  NoMonthScreen,
  ProblemView,
  RowView,
  Screen,
  SetUpScreen,
  WrongTabScreen,
} from '../../src/contract/state';
import { cellDigest, imprintText } from '../../src/core/deal/imprint';
import { monthsStuck, readStory } from '../../src/core/deal/story';
import type { KnownRow, KnownTab } from '../../src/core/import/known';
import { type MeetingClock, MINUTE_MS } from '../../src/core/shared/clock';
import type { Cells, Field } from '../../src/core/shared/fields';
import { problemText } from '../../src/core/words';
import { columnLetter, FIELD_COL } from '../../src/sheet/grid/grid';
import { answer } from './recorded/answers';

export const TODAY = '2026-11-03';
export const MONTH = 202611;

/** A screen as it would come now: the page puts its clock right by it. */
const now = <S extends Screen>(screen: S): S => ({ ...screen, serverNow: Date.now() });

/** A row that the recorded team has not. */
export function row(key: string, line: number, cells: Cells, life?: LifeView): RowView {
  const at = Object.fromEntries(
    Object.entries(FIELD_COL).map(([field, col]) => [field as Field, `${columnLetter(col)}${line}`]),
  );
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

export function block(): BlockView {
  return meeting().block;
}

/** November as it stands before the talk, with something in each section; it may still be taken back. */
export function meeting(): MeetingScreen {
  const recorded = now(answer('meeting'));
  // Figures of other teams are not there to rank it.
  for (const { kpi, key } of recorded.block.sections.flatMap(({ rows }) => rows))
    if (kpi && key === 'kpis:k1') kpi.rank = '2 of 8';
  return { ...recorded, canUndoStart: true };
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
    language: 'de-DE',
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
  return now(answer('finished'));
}

export function setUp(): SetUpScreen {
  return now(answer('setUp'));
}

export const HEAD_LOST: ProblemView = {
  code: 'headLost',
  message: problemText({ code: 'headLost', place: { tab: 'Q4 forecast' } }),
};

export function wrongTab(): WrongTabScreen {
  return { ...now(answer('wrongTab')), home: null };
}

export function noMonth(): NoMonthScreen {
  return now(answer('noMonth'));
}

/** Somebody's next month, with seven of the deals that are open. */
export function carry(): CarryView {
  const [person] = answer('december').people;
  if (!person) throw new Error('nobody is recorded');
  const help = 'Help in October: the signing at Halden. How did it go?';
  return { ...person, kept: person.kept.slice(0, 7), help };
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
  const one = carry();
  const people = Array.from(
    { length: count },
    (_, i): CarryView => ({
      ...one,
      repId: `q${i}`,
      name: `Person ${i + 1}`,
      sheetId: 100 + i,
      unreadable: i === 2 ? one.unreadable : [],
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
  return now(answer('reopened'));
}

export const PROBLEM = {
  code: 'badDate',
  message: 'Tomas Okafor!H24 should be a date but says “soon”.',
  tab: 'Tomas Okafor',
  cell: 'B24',
};

export function findings(): CheckResult {
  return answer('check');
}

export function actuals(): ActualsPreview {
  return answer('actuals');
}

/** The recorded goals, as if Setup had no First meetings. */
export function goalTable(): GoalTable {
  const { kpis, ...table } = answer('goals');
  return { ...table, kpis: ['calls', 'revenue', 'hitrate'].flatMap((id) => kpis.filter((one) => one.id === id)) };
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

/** The recorded sources with two people, in a zone of our own. */
export function importSources(): ImportSources {
  const { people, ...sources } = answer('sources');
  return { ...sources, people: people.slice(0, 2), zone: 'Europe/Berlin' };
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
