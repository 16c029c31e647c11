/** Walks of those who look after a team: Setup typed over and mended, people, goals, agendas, imports, rights. */
import type { ImportDeal } from '../../src/core/import/deal';
import { NO_DECISIONS } from '../../src/core/import/fates';
import type { Goal, LineChange } from '../../src/core/shared/goal-lines';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { SETUP_COL } from '../../src/sheet/setup/tables';
import type { Pin, Story } from '../support/plain-google/story';
import type { PlainTab } from '../support/plain-google/tab';
import { type Random, seeded } from '../support/seeded';
import { bringIn, importDeal } from './imports';
import { edit, talk, team } from './quarter';

interface Upkeep {
  story: Story;
  random: Random;
  mira: Pin;
  ben: Pin;
  setup: PlainTab;
}

type Step = (walk: Upkeep) => void;

const NAMES = ['Ida Vale', 'Ida Vale, ida@example.com', 'Zoë Quist, zoe@example.com', 'Mira Oakes', 'Uwe, no address'];
const WORDS = [
  'yes',
  'no',
  'Calls',
  'Benchmark',
  'Mira Oakes',
  'Ben Sorrel',
  'Demos',
  'won',
  'stalled',
  'results',
  'year',
];
const CELLS = [
  ...WORDS,
  '',
  '',
  '2026-11-01',
  '2026-10-31',
  'Nov 2026',
  46300,
  0.5,
  100,
  3,
  'ben@example.com',
  'x@y',
  '#REF!',
];

const filled = ({ setup: { cells } }: Upkeep): number[] =>
  cells.rows.flatMap((line, n) => (line.some((cell) => (cell?.value ?? '') !== '') ? [n + 1] : []));

/** What hands do in Setup. */
const HANDS: Record<string, Step> = {
  'a cell typed over': (walk) =>
    walk.setup.cells.put(
      walk.random.pick(filled(walk)) + walk.random.int(0, 1),
      walk.random.pick([1, 1, 2, 3, 4, 5, 6, 7, 8, SETUP_COL.key, SETUP_COL.sheetId]),
      walk.random.pick(CELLS),
    ),
  'a line deleted': (walk) => walk.setup.deleteRows(walk.random.pick(filled(walk)), walk.random.int(1, 2)),
  'a line inserted': (walk) => {
    const at = walk.random.pick(filled(walk)) + 1;
    walk.setup.insertRows(at, 1);
    for (let col = 1; col <= walk.random.int(1, 6); col++) walk.setup.cells.put(at, col, walk.random.pick(CELLS));
  },
  'a line copied': (walk) => {
    const { cells } = walk.setup;
    const [from, to] = [walk.random.pick(filled(walk)), walk.random.pick(filled(walk)) + 1];
    const line = Array.from({ length: cells.width }, (_, n) => ({ ...cells.at(from, n + 1) }));
    walk.setup.insertRows(to, 1);
    line.forEach((cell, n) => {
      Object.assign(cells.at(to, n + 1), cell);
    });
  },
  'a line moved': (walk) => {
    const [from, before] = [walk.random.pick(filled(walk)), walk.random.pick(filled(walk))];
    if (before < from || before > from + 1) walk.setup.cells.moveRows(from, 1, before);
  },
  'the keys of some lines cleared': (walk) => {
    const from = walk.random.pick(filled(walk));
    for (let row = from; row < from + walk.random.int(1, 12); row++) walk.setup.cells.put(row, SETUP_COL.key, '');
  },
};

const tabOf = ({ story }: Upkeep, name: string) => story.book.tabs.find((tab) => tab.name === name);

/** Whatever is asked of Setup, in turn. */
function look({ story, mira, ben, random }: Upkeep): void {
  story.attempt('loadScreen', random.chance(0.5) ? mira : { sheetId: ben.sheetId, month: 202612 });
  story.attempt('loadHome', {});
  story.attempt('importSources', {});
  story.attempt('planMonth', { sheetId: null, month: 202612 });
}

function goals({ story, random }: Upkeep): void {
  const table = story.attempt(
    'loadGoals',
    random.chance(0.5) ? { pasted: 'Rep\tCalls\nMira Oakes\t90\nNobody\t1' } : {},
  );
  if (!table) return;
  const goal = (): Goal => ({
    rep: random.pick(['', 'Mira Oakes', 'Ben Sorrel', 'Benchmark']),
    kpi: random.pick(table.kpis)?.name ?? 'Calls',
    value: random.int(1, 900),
    per: random.pick(['month', 'year']),
    from: random.pick([null, 202611, 202701]),
  });
  const changes = Array.from({ length: random.int(1, 6) }, (): LineChange => {
    const was = table.lines.length > 0 && random.chance(0.5) ? random.pick(table.lines) : null;
    return {
      was,
      now: was && random.chance(0.4) ? null : was ? { ...was, value: random.int(1, 99), per: 'year' } : goal(),
    };
  });
  story.attempt('saveGoals', { changes });
  if (random.chance(0.3)) story.attempt('saveGoals', { changes });
}

function agenda({ story, random }: Upkeep): void {
  const people = story.attempt('planAgenda', {})?.people ?? [];
  const shown = people.map(({ repId, digest }) => ({ repId, digest }));
  if (shown.length === 0) return;
  story.attempt('applyAgenda', { people: shown });
  if (random.chance(0.5))
    story.attempt('applyAgenda', {
      people: shown,
      back: Object.fromEntries(people.map(({ repId, was }) => [repId, was])),
    });
}

const ACTS: readonly Step[] = [
  look,
  goals,
  goals,
  agenda,
  agenda,
  ({ story, random }) =>
    void story.attempt('addPeople', { people: random.pick(NAMES), month: random.pick([null, 202611]) }),
  ({ story, random }) => void story.attempt('makeTabs', { month: random.pick([null, 202611]) }),
  ({ story }) => void story.attempt('buildTeam', {}),
  (walk) => {
    const team = tabOf(walk, 'Team');
    if (team)
      walk.story.hand('the month that Team looks at', () =>
        team.cells.put(walk.random.int(1, 12), walk.random.int(1, 12), walk.random.pick(CELLS)),
      );
    walk.story.attempt('buildTeam', {});
  },
  ({ story, random, mira }) => {
    const sheetId = random.chance(0.5) ? null : mira.sheetId;
    const people = story.attempt('planMonth', { sheetId, month: 202612 })?.people ?? [];
    const shown = people.map(({ repId, digest }) => ({ repId, digest }));
    story.attempt('startMonth', { sheetId, month: 202612, people: shown, bringAlong: random.chance(0.5) });
  },
  ({ story, random }) => void story.attempt('exportRecord', { sheetId: random.pick([null, 102]) }),
  ({ story, random, mira, ben }) => {
    const text = `Rep\tBooked revenue\tCalls\nMira Oakes\t${random.int(1, 9)}k\t${random.int(1, 99)}\nBen\t5\t6\nSorrel, Ben\t7\t`;
    const request = { month: 202611, text, ...(random.chance(0.5) ? { names: { 'person:ben': ben.repId } } : {}) };
    const people = story.attempt('planActuals', request)?.people ?? [];
    story.attempt('applyActuals', { ...request, people });
    story.attempt('loadScreen', mira);
  },
  ({ story, mira }) => {
    const check = story.attempt('checkTab', { sheetId: mira.sheetId });
    if (check) story.attempt('repairTab', { sheetId: mira.sheetId, digest: check.digest });
  },
  ({ story, random, mira }) => {
    const edits = [edit(`new:u${random.int(0, 9)}`, 'who', `deal ${random.int(0, 999)} said so`)];
    story.attempt('saveEdits', { ...mira, month: random.pick([202611, 202612]), edits });
  },
];

/** Setup as hands leave it, and every act on it. */
function upkeep(seed: number): (story: Story) => void {
  return (story) => {
    const random = seeded(seed);
    const pins = team(story);
    talk(story, pins);
    const walk: Upkeep = { story, random, ...pins, setup: story.book.tab('Setup') };
    const sound = walk.setup.remember();
    for (let n = 0; n < 18; n++) {
      if (random.chance(0.5)) story.hand('Setup as it was', sound);
      const what = random.pick(Object.keys(HANDS));
      if (random.chance(0.8)) story.hand(`Setup: ${what}`, () => HANDS[what]!(walk));
      for (let m = 0; m < random.int(1, 3); m++) random.pick(ACTS)(walk);
    }
  };
}

const OWNERS = ['Mira Oakes', 'Mira Oakes', 'mira@example.com', 'Ben Sorrel', 'Ben', 'Who Else', ''];

/** Rows of opportunities, in all months. */
function dealRows({ cells }: PlainTab): number[] {
  return cells.rows.flatMap((line, n) => (/^(new|existing):/.test(String(line[HIDDEN.key - 1]?.value)) ? [n + 1] : []));
}

/** Tables of deals that come in, come again with other cells, and are taken back. */
function crm(seed: number): (story: Story) => void {
  return (story) => {
    const random = seeded(seed);
    const pins = team(story);
    talk(story, pins);
    const { mira } = pins;
    const tab = story.book.tab('Mira Oakes');
    let deals: ImportDeal[] = Array.from({ length: 9 }, (_, n) => importDeal(n, `deal ${n} said so`, { next: 'call' }));
    deals.push(importDeal(90, 'deal a said so'), importDeal(91, 'deal b said so and more'));
    const done: { id: string; people: string[] }[] = [];
    for (let n = 0; n < 11; n++) {
      const some = (share: number) => random.chance(share);
      deals = deals.flatMap((one) =>
        some(0.1)
          ? []
          : [
              {
                ...one,
                ...(some(0.3) ? { amount: random.pick([1, 2500.5, '' as const, 40000]) } : {}),
                ...(some(0.3) ? { when: random.pick(['2026-12-01', '2027-02-03', ''] as const) } : {}),
                ...(some(0.3) ? { status: random.pick(['', 'won', 'lost', 'stuck']) } : {}),
                ...(some(0.2) ? { owner: random.pick(OWNERS) } : {}),
                ...(some(0.2) ? { next: `call ${n}`, reason: `reason ${n}` } : {}),
              },
            ],
      );
      if (some(0.6))
        deals.push(importDeal(10 + n, `deal ${10 + n} said so`, { next: 'call', ...(some(0.3) ? { id: '' } : {}) }));
      const id = `import${n}`;
      // Meanwhile another window brings in half of them, somebody types, a row gets another id of the CRM.
      const between = () => {
        if (some(0.3)) bringIn(story, `${id}b`, deals.slice(0, 5));
        if (some(0.5)) {
          const deal = random.pick(dealRows(tab));
          const col = random.pick([1, 2, 4, 5, 8, HIDDEN.importId, HIDDEN.importId, HIDDEN.imported]);
          story.hand('typed meanwhile', () => tab.cells.put(deal, col, `meanwhile ${n} said so`));
        }
      };
      if (some(0.7)) {
        const fields = ['who', 'when', 'amount', 'status', 'next'].filter(() => some(0.5));
        const decisions = {
          ...NO_DECISIONS,
          out: deals.filter(() => some(0.1)).map(({ line }) => line),
          crm: deals.flatMap(({ line }) => fields.map((field) => `${line}:${field}`)),
          missing: some(0.4) ? ('drop' as const) : ('keep' as const),
        };
        done.push({ id, people: bringIn(story, id, deals, some(0.3), between, decisions) });
      } else if (done.length > 0) {
        const one = random.pick(done);
        story.attempt('takeBackImport', { importId: one.id, people: one.people });
      }
      if (some(0.3))
        story.hand('a cell typed over', () =>
          tab.cells.put(random.int(20, tab.cells.lastRow), random.int(1, 8), `typed ${n} said so`),
        );
      if (some(0.2)) story.hand('a row moved', () => tab.cells.moveRows(random.int(20, 60), 1, random.int(10, 19)));
      if (some(0.3)) story.later(60 * 24 * 9);
      if (n === 2) story.start(null, 202612);
      if (n === 6) story.start(null, 202701);
      story.attempt('loadScreen', { ...mira, month: n < 2 ? 202611 : n < 6 ? 202612 : 202701 });
    }
    const sources = story.attempt('importSources', {});
    for (const { sheetId } of sources?.tabs ?? []) story.attempt('readImport', { sheetId, from: 1 });
    story.repair(mira.sheetId);
  };
}

/** Who may edit which tab, whoever has protected what before. */
function rights(seed: number): (story: Story) => void {
  return (story) => {
    const random = seeded(seed);
    const { mira, ben } = team(story);
    story.attempt('addPeople', {
      people: 'Ida Vale, ida@example.com\nUwe Late\nZoë Quist, zoe@example.com',
      month: null,
    });
    const setup = story.book.tab('Setup');
    const names = ['Setup', 'Team', 'Mira Oakes', 'Ben Sorrel', 'Zoë Quist'];
    const emails = ['stranger@example.com', 'mira@example.com', 'ben@example.com', 'manager@example.com', ''];
    for (let n = 0; n < 14; n++) {
      const tab = story.book.tab(random.pick(names));
      const kept = tab.protections[0];
      story.hand(`protection of ${tab.name}`, () => {
        if (!kept) (tab.sheet.protect() as unknown as { setDescription(said: string): void }).setDescription('by hand');
        else if (random.chance(0.2)) tab.protections.splice(0);
        else if (random.chance(0.3)) kept.said = random.pick(['', 'our own', '1:1 tracker: managers']);
        else if (random.chance(0.5)) kept.editors = [random.pick(emails), random.pick(emails)];
        else Object.assign(kept, { domain: random.chance(0.5), warning: random.chance(0.5) });
      });
      if (random.chance(0.3))
        story.hand('Setup', () => {
          const row = setup.cells.rows.findIndex((line) => line[0]?.value === random.pick(names)) + 1;
          if (row > 0) setup.cells.put(row, random.pick([4, 6]), random.pick([...emails, '2026-10-01', '2026-12-31']));
        });
      story.book.closed.clear();
      if (random.chance(0.3)) story.book.closed.add(random.pick(names));
      story.book.user = random.pick([
        'manager@example.com',
        'manager@example.com',
        'ben@example.com',
        '',
        'x@example.com',
      ]);
      story.attempt('protectTabs', {});
      for (const pin of [mira, ben])
        story.attempt('saveEdits', { ...pin, edits: [edit(`new:r${n}`, 'who', `deal ${n} said so`)] });
      story.attempt('loadScreen', random.pick([mira, ben]));
      random.pick(ACTS)({ story, random, mira, ben, setup });
    }
  };
}

export const UPKEEP_WALKS: Record<string, (story: Story) => void> = {
  'a walk through Setup': upkeep(4),
  'a walk of imports': crm(5),
  'a walk of rights': rights(6),
};
