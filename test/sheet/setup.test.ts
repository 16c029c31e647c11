import { STANDARD_QUESTIONS } from '../../src/core/shared/questions';
import { problemText } from '../../src/core/words';
import type { RawCell } from '../../src/sheet/grid/cells';
import { writeGoals } from '../../src/sheet/setup/goal-lines';
import { parseSetup } from '../../src/sheet/setup/read';
import { SETUP_COLUMNS, SETUP_TABLES, setupCol, type TableId } from '../../src/sheet/setup/tables';
import type { Tracker } from '../../src/sheet/setup/tracker';
import { PlainGrid } from '../support/plain-grid';
import { plainSheet } from '../support/plain-sheet';

type Lines = Partial<Record<TableId, RawCell[][]>>;

/** A Setup tab as getValues gives it, with the default lines where none are given. `keyed` adds the hidden keys. */
function sheetWith(lines: Lines, keyed = true): RawCell[][] {
  const values: RawCell[][] = [];
  const add = (key: string, visible: readonly RawCell[]) => {
    const line: RawCell[] = Array.from({ length: SETUP_COLUMNS }, () => '');
    visible.forEach((value, index) => {
      line[setupCol(index) - 1] = value;
    });
    if (keyed) line[1] = key;
    values.push(line);
  };
  add('setup', ['Setup', 'hint']);
  for (const table of SETUP_TABLES) {
    add('', []);
    add(`table:${table.id}`, [table.title, table.hint]);
    add(
      `header:${table.id}`,
      table.columns.map((c) => c.label),
    );
    const given = lines[table.id];
    if (given) for (const [n, line] of given.entries()) add(table.id === 'roster' ? `rep:r${n}` : '', line);
    else for (const preset of table.defaults) add(`${table.id}:${preset.key}`, preset.values);
    add('', []);
  }
  return values;
}

const parse = (lines: Lines, keyed = true) => parseSetup(sheetWith(lines, keyed), 'Setup', 'Etc/UTC');
const said = (lines: Lines) => parse(lines).problems.map(problemText);

test('a fresh Setup reads without a problem: seven sections, five statuses', () => {
  const setup = parse({});
  expect(setup.problems).toEqual([]);
  expect(setup.agendas.full.map((s) => [s.id, s.minutes])).toEqual([
    ['new', 5],
    ['existing', 5],
    ['working', 5],
    ['notWorking', 5],
    ['kpis', 5],
    ['other', 5],
    ['conclusion', null],
  ]);
  expect(setup.statuses.filter((s) => s.closes).map((s) => s.word)).toEqual(['won', 'lost']);
});

test('an address that cannot be one is told of and stops nothing', () => {
  const setup = parse({
    roster: [['Mira Oakes', 'mira(at)example.com', '', '', '']],
    managers: [['Jon', 'jon@example', '']],
  });
  expect(setup.problems).toEqual([]);
  expect(setup.doubts.map(problemText)).toEqual([
    expect.stringMatching(/^Setup!\w+ says “jon@example”, which cannot be an e-mail address/),
    expect.stringMatching(/^Setup!\w+ says “mira\(at\)example.com”, which cannot be/),
  ]);
});

test('tables are found by their titles when the hidden keys are gone', () => {
  const setup = parse({ roster: [['Mira Oakes', 'MIRA@example.com', '', '', '']] }, false);
  expect(setup.roster).toMatchObject([{ name: 'Mira Oakes', email: 'mira@example.com', id: '' }]);
  expect(setup.unkeyedReps).toHaveLength(1);
  expect(setup.agendas.full).toHaveLength(7);
});

test('nonsense is named with its cell, and the rest is read', () => {
  const lines: Lines = {
    roster: [
      ['Mira', '', 'some day', '', ''],
      ['', 'x@example.com', '', '', ''],
      ['Ben', '', '', '', ''],
      ['mira', '', '', '', ''],
    ],
    agenda: [
      ['New opportunities', 'What is new?', 'five', 'yes'],
      ['Own section', 'How?', 10, 'maybe'],
    ],
    goals: [
      ['', 'Calls', 'many', 'month', ''],
      ['Nobody', 'Calls', 5, 'month', ''],
      ['', 'Unknown', 5, 'month', ''],
      ['', 'Calls', 80, 'month', 'someday'],
      ['Ben', 'Calls', 90, 'month', 'Nov 2026'],
    ],
  };
  const setup = parse(lines);
  expect(setup.roster.map((rep) => rep.name)).toEqual(['Mira', 'Ben']);
  expect(setup.goals).toMatchObject([{ rep: 'Ben', kpi: 'Calls', value: 90, per: 'month', from: 202611 }]);
  const words = said(lines).join('\n');
  for (const piece of [
    'Setup!E',
    '“some day”',
    'needs a name',
    'mira stands there twice',
    '“five”',
    '“maybe”',
    'yes, no',
    '“many”',
    '“Nobody”',
    '“Unknown”',
    '“someday”',
  ])
    expect(words).toContain(piece);
});

test('a table that is gone is named', () => {
  const values = sheetWith({}).filter((line) => line[0] !== 'Roster' && line[1] !== 'header:roster');
  expect(parseSetup(values, 'Setup', 'Etc/UTC').problems.map(problemText)).toEqual([
    expect.stringContaining('The table “Roster” is missing in the tab Setup'),
  ]);
});

test('an own section keeps its id as long as it keeps its name', () => {
  const agenda = [
    ['What I learnt', 'What was new to you?', 5, 'yes'],
    ['Conclusion', '', 'the rest', 'yes'],
  ];
  const [first, again] = [parse({ agenda }), parse({ agenda: [...agenda].reverse() })];
  expect(first.agendas.full[0]).toMatchObject({ kind: 'notes', name: 'What I learnt' });
  expect(again.agendas.full.map((s) => s.id).sort()).toEqual(first.agendas.full.map((s) => s.id).sort());
});

describe('lines that were copied', () => {
  const roster = (names: readonly string[], key = 'rep:r0', sheetId = 7) => {
    const values = sheetWith({ roster: names.map((name) => [name, '', '', '', '']) });
    for (const line of values) if (names.includes(String(line[0]))) [line[1], line[2]] = [key, sheetId];
    return values;
  };

  test.each([
    ['below', ['Mira Oakes', 'Ben Sorrel']],
    ['above', ['Ben Sorrel', 'Mira Oakes']],
  ])('a line copied %s the other one and renamed takes over neither tab nor rights', (_, names) => {
    const setup = parseSetup(roster(names), 'Setup', 'Etc/UTC', () => 'Mira Oakes');
    expect(setup.problems).toEqual([]);
    expect(setup.roster.find((rep) => rep.name === 'Mira Oakes')).toMatchObject({ id: 'r0', sheetId: 7 });
    expect(setup.roster.find((rep) => rep.name === 'Ben Sorrel')).toMatchObject({ id: '', sheetId: null });
  });

  test('where neither has the name on the tab, both are named and nobody gets it', () => {
    const setup = parseSetup(roster(['Ben Sorrel', 'Ida Vale']), 'Setup', 'Etc/UTC', () => 'Mira Oakes');
    expect(setup.problems.map(({ code }) => code)).toEqual(['setupCopies', 'setupCopies']);
    expect(problemText(setup.problems[0]!)).toContain('“Mira Oakes”');
    expect(setup.roster).toEqual([]);
  });

  test('a KPI copied and renamed is a new one; one that stands there twice is named', () => {
    const [calls] = SETUP_TABLES.find(({ id }) => id === 'kpis')!.defaults;
    const values = sheetWith({});
    const at = values.findIndex((line) => line[1] === `kpis:${calls!.key}`);
    values.splice(at + 1, 0, [...values[at]!], [...values[at]!]);
    values[at + 1]![0] = 'Visits';
    const setup = parseSetup(values, 'Setup', 'Etc/UTC');
    expect(setup.problems.map(({ code }) => code)).toEqual(['setupLineTwice']);
    expect(setup.kpis.filter(({ id }) => id === calls!.key)).toHaveLength(1);
    expect(setup.kpis.find(({ name }) => name === 'Visits')?.id).toMatch(/^k/);
    expect(setup.unkeyedLines).toHaveLength(1);
  });
});

test('settings: whether the sheet helps, the currency, the month that the year begins in, the steps of our method', () => {
  const settings = (help: string, currency: string, year: string, method = '') => ({
    settings: [
      ['The sheet helps', help],
      ['Currency', currency],
      ['Year begins in', year],
      ['Our method', method],
    ],
  });
  expect(parse({}).settings).toMatchObject({ helps: true, currency: '', yearBegins: 1, method: [] });
  expect(parse(settings('No', '€', 'april')).settings).toMatchObject({
    helps: false,
    currency: 'EUR',
    yearBegins: 4,
    method: [],
  });
  expect(parse(settings('yes', 'EUR', 'Abr')).settings.yearBegins).toBe(4);
  const wrong = parse(settings('perhaps', 'cowries', 'Smarch'));
  expect(wrong.settings).toMatchObject({ helps: true, currency: '', yearBegins: 1, method: [] });
  expect(wrong.problems).toHaveLength(3);
  const steps = (said: string) => parse(settings('yes', '', '', said)).settings.method;
  expect(steps('Research > First call; Offer, , Offer')).toEqual(['Research', 'First call', 'Offer']);
  expect(steps('1. Research\n2) First call\n- Follow-up')).toEqual(['Research', 'First call', 'Follow-up']);
});

describe('questions', () => {
  const asked = (questions: RawCell[][]) => parse({ questions }).questions;

  test('a fresh Setup has ours; a tracker without the table has them too; an emptied table has none', () => {
    const plain = STANDARD_QUESTIONS.map(({ section, when, text }) => ({ section, when, text }));
    expect(parse({}).questions).toEqual(plain);
    const without = sheetWith({}).filter(
      (line) => !/^(table|header|questions):?.*questions|^questions:/.test(String(line[1])),
    );
    expect(parseSetup(without, 'Setup', 'Etc/UTC').questions).toEqual(plain);
    expect(asked([])).toEqual([]);
  });

  test('lines by hand: a section of one’s own, none at all, no moment; one without a question is passed over', () => {
    const agenda = [
      ['What I learnt', 'What was new to you?', 5, 'yes'],
      ['KPIs', '', 5, 'yes'],
    ];
    const questions = [
      ['what i learnt', 'Where did you read it?', 'WON'],
      ['', 'How are you?', ''],
      ['New opportunities', 'A section that the agenda no longer has', 'first 1:1'],
      ['KPIs', '', 'stuck'],
    ];
    const setup = parse({ agenda, questions });
    expect(setup.problems).toEqual([]);
    const own = setup.agendas.full[0]!.id;
    expect(setup.questions.map(({ section, when }) => [section, when])).toEqual([
      [own, 'won'],
      ['', 'always'],
      ['new', 'first 1:1'],
    ]);
    expect(setup.questions.every((one) => one.own)).toBe(true);
  });

  test('an unknown section or moment is told with its cell; the question of an unknown moment is asked always', () => {
    const questions = [
      ['Exsisting', 'Who signs?', 'stuck'],
      ['KPIs', 'Why?', 'sometimes'],
    ];
    expect(asked(questions)).toEqual([{ section: 'kpis', when: 'always', text: 'Why?', own: true }]);
    expect(said({ questions })).toEqual([
      expect.stringMatching(/Setup!A\d+.*“Exsisting”.*name of a section above, or empty/),
      expect.stringMatching(/Setup!E\d+.*“sometimes”.*one of: always, stuck, pushed again/),
    ]);
  });
});

describe('goals of the sidebar’s grid', () => {
  const line = (rep: string, value: number, from: number | null = null) => ({
    rep,
    kpi: 'Calls',
    value,
    per: 'month' as const,
    from,
  });
  /** A Setup in memory with two goals and three empty lines. */
  function setupTab() {
    const grid = new PlainGrid(SETUP_COLUMNS);
    const values = sheetWith({
      roster: [['Mira Oakes'], ['Ben Sorrel']],
      goals: [['', 'Calls', 80, 'month', ''], ['Ben Sorrel', 'Calls', 70, 'month', ''], [], [], []],
    });
    values.forEach((cells, r) => {
      cells.forEach((cell, c) => {
        grid.put(r + 1, c + 1, cell);
      });
    });
    const sheet = plainSheet(grid, 'Setup');
    const setup = () => parseSetup(grid.cells().values, 'Setup', 'Etc/UTC');
    const tracker = {
      soundSetup: setup,
      setup,
      setupSheet: () => ({ sheet, values: grid.cells().values }),
      forget: () => undefined,
    } as unknown as Tracker;
    return { grid, setup, tracker, goals: () => setup().goals.map(({ row: _, ...goal }) => goal) };
  }

  test('are written into Setup’s lines, a repeat changes nothing, and backwards they are as they were', () => {
    const { setup, tracker, goals, grid } = setupTab();
    const before = goals();
    const cells = JSON.stringify(grid.cells().values);
    const changes = [
      { was: line('', 80), now: line('', 85) },
      { was: null, now: line('Mira Oakes', 90, 202610) },
      { was: null, now: line('Benchmark', 100) },
      { was: line('Ben Sorrel', 70), now: null },
    ];
    for (let n = 0; n < 2; n++) expect(writeGoals(tracker, changes)).toBe(true);
    expect(setup().problems).toEqual([]);
    expect(goals()).toEqual([line('', 85), line('Mira Oakes', 90, 202610), line('Benchmark', 100)]);
    expect(
      writeGoals(
        tracker,
        changes.map(({ was, now }) => ({ was: now, now: was })),
      ),
    ).toBe(true);
    expect(goals()).toEqual(expect.arrayContaining(before));
    expect(goals()).toHaveLength(before.length);
    expect(JSON.stringify(grid.cells().values)).toBe(cells);
  });

  test('all or none: a line that has changed meanwhile stops them', () => {
    const { tracker, goals } = setupTab();
    const before = goals();
    const more = { was: null, now: line('Mira Oakes', 90) };
    expect(writeGoals(tracker, [more, { was: line('', 75), now: line('', 85) }])).toBe(false);
    expect(goals()).toEqual(before);
  });
});
