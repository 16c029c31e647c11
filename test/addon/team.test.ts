/** Team, and the rank in the blocks, against figures counted here, apart from the add-on. */
import { monthTitle } from '../../src/core/shared/month';
import { COL } from '../../src/sheet/grid/grid';
import { closeAll, closeStage, MANAGER, meeting, openTeam, type Stage, startMonth } from '../support/addon';
import { SOAK } from '../support/soak';

afterAll(closeAll);

const MONTHS = [202611, 202612, 202701] as const;
const GOALS: Record<string, Record<string, number>> = {
  revenue: { 'Ada Lindt': 80, 'Ben Sorrel': 100, "Pat O'Hara": 100, 'Dee Newman': 60, 'Eve Parting': 100 },
  meetings: { 'Ada Lindt': 10, 'Ben Sorrel': 10, "Pat O'Hara": 10, 'Dee Newman': 10, 'Eve Parting': 10 },
  // Fewer are better, as Setup will say.
  calls: { 'Ada Lindt': 40, 'Ben Sorrel': 40, "Pat O'Hara": 40, 'Dee Newman': 40, 'Eve Parting': 40 },
};
/** Actuals of revenue, meetings and calls by person and block; the figures of the month before. */
const ACTUALS: Record<string, Partial<Record<number, [number | '', number | '', number | '']>>> = {
  'Ada Lindt': { 202611: [70, 9, 41], 202612: [90, 11, 38], 202701: [88, 10, 44] },
  'Ben Sorrel': { 202611: [110, 8, 40], 202612: [70, 12, 30], 202701: [88, 7, 30] },
  "Pat O'Hara": { 202611: [95, 10, 52], 202612: [95, '', 36], 202701: ['', 12, 44] },
  'Dee Newman': { 202701: [66, 4, 61] },
  'Eve Parting': { 202611: [120, 10, 44], 202612: [99, 10, 40] },
};
const KPI_IDS = ['revenue', 'meetings', 'calls'] as const;
const ROSTER = Object.keys(ACTUALS);
const DAY_MS = 86_400_000;

type Team = Awaited<ReturnType<typeof openTeam>>;

const actual = (name: string, month: number, kpi: string) =>
  ACTUALS[name]![month]?.[KPI_IDS.indexOf(kpi as 'calls')] ?? '';

/** "2 of 4" of a block's KPI, or ''. */
function rankOf(name: string, month: number, kpi: string, among: readonly string[]): string {
  const own = actual(name, month, kpi);
  if (own === '') return '';
  const all = among.map((each) => actual(each, month, kpi)).filter((n): n is number => n !== '');
  const ahead = all.filter((n) => (kpi === 'calls' ? n < own : n > own)).length;
  return `${ahead + 1} of ${all.length}`;
}

function sign(share: number, kpi: string): string {
  if (kpi === 'calls') return share <= 1 ? '▲' : share <= 1.1 ? '●' : '▼';
  return share >= 1 ? '▲' : share >= 0.9 ? '●' : '▼';
}

/** Halves go up, as in the sheet, whatever binary fractions make of them. */
const percent = (share: number) => `${Math.round(Number((share * 100).toFixed(9)))}%`;

/** "▲ 106% · year 101%" from pairs of actual and goal. */
function words(month: [number, number][], year: [number, number][], kpi: string): string {
  const ratio = (pairs: [number, number][]) =>
    pairs.reduce((s, p) => s + p[0], 0) / pairs.reduce((s, p) => s + p[1], 0);
  const parts = month.length > 0 ? [`${sign(ratio(month), kpi)} ${percent(ratio(month))}`] : [];
  if (year.length > 0) parts.push(`year ${percent(ratio(year))}`);
  return parts.join(' · ');
}

/** Actual and goal of a person's blocks up to a month, where there is an actual. Blocks here are all of one year's figures. */
function pairs(name: string, months: readonly number[], kpi: string): [number, number][] {
  return months
    .map((month) => actual(name, month, kpi))
    .filter((n): n is number => n !== '')
    .map((n) => [n, GOALS[kpi]![name]!]);
}

/** A workbook with three months of five people: one joins in the last, one leaves before it, two tie, one figure is missing. */
async function openStory(locale: string): Promise<Team> {
  const joiner = 'Dee Newman';
  const team = await openTeam(ROSTER.filter((name) => name !== joiner).join('\n'), { locale });
  const setup = team.engine.sheets().find((sheet) => sheet.name === 'Setup')!.id;
  // Somebody deletes Team; adding a person makes it again. Until then the workbook has less to calculate.
  await team.write({ op: 'deleteSheet', sheetId: teamId(team) });
  await team.type(setup, await team.rowOf(setup, 'kpis:calls'), 7, 'lower');
  for (const sheetId of Object.values(team.sheet)) {
    await team.player.call('undoStart', { sheetId, month: 202611 });
    await startMonth(team, sheetId, 202611);
  }
  await fill(team, 202611);
  for (const name of ROSTER.filter((each) => each !== joiner)) await startMonth(team, team.sheet[name]!, 202612);
  await fill(team, 202612);
  for (const name of ['Ada Lindt', 'Ben Sorrel', 'Eve Parting'])
    await hold(team, name, 202612, Date.UTC(2026, 11, 3, 9), 25);
  for (const name of ['Ada Lindt', 'Ben Sorrel', "Pat O'Hara"]) await startMonth(team, team.sheet[name]!, 202701);
  const january = team.player.as({ nowMs: Date.UTC(2027, 0, 4, 12) });
  await january.inPortions('addPeople', () => ({ people: joiner, month: 202701 }));
  team.sheet[joiner] = team.engine.sheets().find((sheet) => sheet.name === joiner)!.id;
  await fill(team, 202701);
  await hold(team, 'Ada Lindt', 202701, Date.UTC(2027, 0, 5, 9), 31);
  await clock(team, 'Ben Sorrel', 202701, Date.UTC(2027, 0, 5, 9));
  const pat = await meeting(team, team.sheet["Pat O'Hara"]!, 202701);
  await january.call('planMeeting', {
    sheetId: pat.rep.sheetId,
    repId: pat.rep.repId,
    month: 202701,
    date: '2098-01-08',
  });
  // The leaver's last day, typed into Setup.
  const keys = await team.values(setup);
  const row = keys.findIndex((line) => line[0] === 'Eve Parting') + 1;
  await team.type(setup, row, 6, serial(2026, 12, 15));
  return team;
}

async function fill(team: Team, month: number): Promise<void> {
  for (const name of ROSTER) {
    if (!ACTUALS[name]![month]) continue;
    const sheetId = team.sheet[name]!;
    for (const kpi of KPI_IDS) {
      const row = await team.rowOf(sheetId, `kpis:${kpi}`, month);
      await team.type(sheetId, row, COL.when, GOALS[kpi]![name]!);
      if (actual(name, month, kpi) !== '') await team.type(sheetId, row, COL.amount, actual(name, month, kpi));
    }
  }
}

async function clock(team: Team, name: string, month: number, nowMs: number): Promise<void> {
  const { rep, block } = await meeting(team, team.sheet[name]!, month);
  const pin = { sheetId: rep.sheetId, repId: rep.repId, month };
  const action = { act: 'start', section: block.sections[0]!.id } as const;
  await team.player.as({ nowMs }).call('setClock', { ...pin, action, actionId: `${name}${month}` });
}

async function hold(team: Team, name: string, month: number, nowMs: number, minutes: number): Promise<void> {
  await clock(team, name, month, nowMs);
  const { rep } = await meeting(team, team.sheet[name]!, month);
  const pin = { sheetId: rep.sheetId, repId: rep.repId, month };
  await team.player
    .as({ nowMs: nowMs + minutes * 60_000 })
    .call('finishMeeting', { ...pin, actionId: `end${name}${month}` });
}

const serial = (year: number, month: number, day: number) =>
  (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY_MS;

const teamId = (stage: Stage) => stage.engine.sheets().find((sheet) => sheet.name === 'Team')!.id;

/** Visible cells of Team, A to J, as values. */
async function visible(stage: Stage): Promise<(string | number)[][]> {
  const id = teamId(stage);
  const { maxRows } = stage.engine.sheets().find((sheet) => sheet.id === id)!;
  const cells = await stage.engine.read(id, { row: 1, col: 1, rows: maxRows, cols: 10 });
  return cells.map((line) => line.map((cell) => (cell.v === null ? '' : (cell.v as string | number))));
}

const BANDS = ['Standing', 'Side by side', 'KPIs'];

/** The lines of a table, from below its band and headers to the next band, without those that show nobody. */
async function lines(stage: Stage, band: string, headers: number): Promise<(string | number)[][]> {
  const all = await visible(stage);
  const top = all.findIndex((line) => line[0] === band) + 1 + headers;
  const end = all.findIndex((line, n) => n >= top && BANDS.includes(String(line[0])));
  return all.slice(top, end < 0 ? all.length : end).filter((line) => line[0] !== '');
}

async function choose(stage: Stage, month: number | null): Promise<void> {
  const value = month === null ? null : serial(Math.floor(month / 100), month % 100, 1);
  await stage.write({ op: 'cells', sheetId: teamId(stage), row: 1, col: 9, cells: [[{ v: value }]] });
}

/** People shown in a month, in the order of Team: by rank in revenue, those without a figure last. */
function shown(month: number): string[] {
  const people = ROSTER.filter((name) =>
    name === 'Dee Newman' ? month >= 202701 : name !== 'Eve Parting' || month <= 202612,
  );
  const rank = (name: string) => Number(rankOf(name, month, 'revenue', people).split(' ')[0] || 99);
  return [...people].sort((a, b) => rank(a) - rank(b));
}

// Team in a German file stands in addon/figures, too.
describe.each(SOAK ? ['en_US', 'de_DE'] : ['en_US'])('a team of five, three months, %s', (locale) => {
  let team: Team;
  beforeAll(async () => {
    team = await openStory(locale);
  });
  afterAll(() => {
    closeStage(team);
  });

  test.each(MONTHS)('%s: everybody who was there, by rank with ties, and the team’s total', async (month) => {
    await choose(team, month);
    const people = shown(month);
    const standing = await lines(team, 'Standing', 1);
    const through = MONTHS.filter((each) => each <= month);
    const total = people.flatMap((name) => pairs(name, [month], 'revenue'));
    expect(standing.map((line) => [line[0], line[4], line[5]])).toEqual([
      ...people.map((name) => [
        name,
        words(pairs(name, [month], 'revenue'), [], 'revenue'),
        Number(rankOf(name, month, 'revenue', people).split(' ')[0]) || '',
      ]),
      ['Team', words(total, [], 'revenue'), ''],
    ]);
    const kpis = await lines(team, 'KPIs', 1);
    const of = (names: readonly string[]) =>
      KPI_IDS.map((kpi) => {
        const own = names.flatMap((name) => pairs(name, [month], kpi));
        const year = names.flatMap((name) => pairs(name, through, kpi));
        return words(own, year, kpi);
      });
    expect(kpis.map((line) => [line[0], line[1], line[3], line[5]])).toEqual([
      ...people.map((name) => [name, ...of([name])]),
      ['Team', ...of(people)],
    ]);
  });

  test('states, last held and next date of January', async () => {
    await choose(team, 202701);
    const standing = await lines(team, 'Standing', 1);
    const by = Object.fromEntries(standing.map((line) => [line[0], line.slice(1, 4)]));
    expect(by).toMatchObject({
      'Ada Lindt': ['✓ held', serial(2027, 1, 5), ''],
      'Ben Sorrel': ['◐ in progress', serial(2026, 12, 3), expect.anything()],
      "Pat O'Hara": [expect.stringMatching(/^○ (planned|moved)$/), 'not lately', serial(2098, 1, 8)],
      'Dee Newman': ['○ not held yet', '', ''],
    });
    const [, , band] = await visible(team);
    expect(band![1]).toBe('1 of 4 held, 1 in progress, 1 planned, 1 not held yet · 31 min on average');
  });

  test('without a month typed, the newest that does not lie ahead', async () => {
    await choose(team, null);
    const now = new Date();
    const today = now.getUTCFullYear() * 100 + now.getUTCMonth() + 1;
    // The two newest of each tab are known to the hidden figures; who has left stays in November.
    const known = [202611, 202612, 202701];
    const month = known.filter((each) => each <= today).pop() ?? 202701;
    expect((await visible(team))[0]![0]).toBe(`Team · ${monthTitle(month)}`);
  });

  test('the rank stands in the blocks of the two newest months, and only where everybody’s figures are known', async () => {
    for (const month of [202612, 202701]) {
      const among = shown(month);
      for (const name of among)
        for (const kpi of KPI_IDS)
          expect([name, month, kpi, await team.text(team.sheet[name]!, `kpis:${kpi}`, COL.since, month)]).toEqual([
            name,
            month,
            kpi,
            rankOf(name, month, kpi, among),
          ]);
    }
    // Those who have moved on from November keep their rank, and who has left before has it still: three months are looked at.
    expect(await team.text(team.sheet['Ada Lindt']!, 'kpis:revenue', COL.since, 202611)).toBe(
      rankOf('Ada Lindt', 202611, 'revenue', shown(202611)),
    );
    expect(await team.text(team.sheet['Eve Parting']!, 'kpis:revenue', COL.since, 202611)).toBe(
      rankOf('Eve Parting', 202611, 'revenue', shown(202611)),
    );
  });

  test('what several named stands on top with their rows, never what one wrote; it follows what is typed', async () => {
    await choose(team, 202701);
    const written: [name: string, section: string, col: number, text: string][] = [
      ['Ada Lindt', 'working', COL.who, 'Discounts, in every call'],
      ['Ada Lindt', 'notWorking', COL.who, 'Always about nothing'],
      ['Ben Sorrel', 'working', COL.why, 'they asked for a DISCOUNT again'],
      ['Ben Sorrel', 'notWorking', COL.who, 'Lunches with Ada Lindt'],
      ["Pat O'Hara", 'working', COL.who, 'Walking visits'],
      ["Pat O'Hara", 'working', COL.why, 'visits, visits and Ada Lindt'],
      ['Dee Newman', 'notWorking', COL.who, 'No talk (discount first)'],
    ];
    const put = async ([name, section, col, text]: (typeof written)[number], isOut = false) => {
      const sheetId = team.sheet[name]!;
      await team.type(sheetId, (await team.rowOf(sheetId, `header:${section}`, 202701)) + 1, col, isOut ? '' : text);
    };
    const top = async () =>
      String((await visible(team))[1]![0])
        .split('\n')
        .filter((line) => / wrote about /.test(line));
    /** Counted here, from the rows themselves. */
    const told = (rows: typeof written) => {
      const says = rows.filter(([, , , text]) => /\bdiscounts?\b/i.test(text));
      return says.length < 2
        ? []
        : [
            `${says.length} of 4 wrote about “discount”: ${says.map(([name, , , text]) => `${name}: ${text}`).join('; ')}`,
          ];
    };
    for (const one of written) await put(one);
    expect(await top()).toEqual([]);
    await team.player.call('buildTeam', {});
    expect(await top()).toEqual(told(written));
    // Rows go one by one: what is told is true at once, and nobody stands there alone.
    for (const name of ['Ben Sorrel', 'Dee Newman'])
      for (const one of written.filter((each) => each[0] === name)) await put(one, true);
    expect(await top()).toEqual([]);
    await put(written[6]!);
    expect(await top()).toEqual(told([written[0]!, written[6]!]));
    for (const one of written) await put(one, true);
    expect(await top()).toEqual([]);
  });

  // Last, since it damages the workbook.
  test('what is typed into a tab shows at once; a renamed tab stays, a deleted one is named; writing Team again changes nothing', async () => {
    await choose(team, 202701);
    const pat = team.sheet["Pat O'Hara"]!;
    const revenue = await team.rowOf(pat, 'kpis:revenue', 202701);
    await team.type(pat, revenue, COL.amount, 300);
    expect((await lines(team, 'Standing', 1)).map((line) => [line[0], line[5]])).toEqual([
      ["Pat O'Hara", 1],
      ['Ada Lindt', 2],
      ['Ben Sorrel', 2],
      ['Dee Newman', 4],
      ['Team', ''],
    ]);
    expect(await team.text(team.sheet['Dee Newman']!, 'kpis:revenue', COL.since, 202701)).toBe('4 of 4');

    const working = await team.rowOf(pat, 'header:working', 202701);
    await team.type(pat, working + 1, COL.who, 'Referral lunch');
    await team.write({ op: 'insertRows', sheetId: pat, before: working + 2, count: 1, inherit: 'before' });
    await team.type(pat, working + 2, COL.who, 'Typed into a row of its own');
    const side = async () => (await lines(team, 'Side by side', 0))[0]!;
    expect((await side())[1]).toBe('• Referral lunch\n• Typed into a row of its own');
    expect((await side())[6]).toBe('');

    const pipeline = await team.rowOf(pat, 'header:new', 202701);
    const total = async () => (await lines(team, 'Standing', 1)).pop()!;
    const before = Number((await total())[6]);
    await team.type(pat, pipeline + 1, COL.who, 'Harbour');
    await team.type(pat, pipeline + 1, COL.amount, 5000);
    await team.type(pat, pipeline + 1, COL.status, 'stuck');
    expect((await total()).slice(6, 8)).toEqual([before + 5000, 1]);

    await team.write({ op: 'renameSheet', sheetId: pat, name: "Pat's own" });
    const renamed = await visible(team);
    expect(renamed[4]![0]).toBe("Pat O'Hara");
    await team.player.call('buildTeam', {});
    expect(await visible(team)).toEqual(renamed);
    expect(team.engine.sheets().map((sheet) => [sheet.name, sheet.hidden])).toEqual(
      expect.arrayContaining([
        ['Team', false],
        ['Figures', true],
      ]),
    );

    await team.write({ op: 'deleteSheet', sheetId: pat });
    const gone = await lines(team, 'Standing', 1);
    expect(gone.map((line) => [line[0], line[1], line[5]])).toEqual([
      ['Ada Lindt', '✓ held', 1],
      ['Ben Sorrel', '◐ in progress', 1],
      ['Dee Newman', '○ not held yet', 3],
      ["Pat O'Hara", 'tab gone', ''],
      ['Team', '', ''],
    ]);
    const deleted = await visible(team);
    await team.player.call('buildTeam', {});
    expect(await visible(team)).toEqual(deleted);
    expect(await team.text(team.sheet['Dee Newman']!, 'kpis:revenue', COL.since, 202701)).toBe('3 of 3');
  });
});

test('a salesperson cannot make the Team tab; a word that is no month shows the newest and says so', async () => {
  const team = await openTeam('Mira Oakes, mira@example.com');
  try {
    await expect(team.player.as({ user: 'mira@example.com' }).call('buildTeam', {})).rejects.toMatchObject({
      problem: { code: 'managersOnly' },
    });
    await team.player.as({ user: MANAGER }).run('makeTeamTab');
    const newest = (await visible(team))[0]![0];
    for (const [typed, title] of [
      ['soon', newest],
      [202613, newest],
      [202502, 'Team · February 2025'],
      ['Mar 2025', 'Team · March 2025'],
    ] as const) {
      await team.type(teamId(team), 1, 9, typed);
      const [head] = await visible(team);
      expect([typed, head![0]]).toEqual([typed, title]);
      expect(String(head![9]).startsWith('That is not a month')).toBe(title === newest);
    }
  } finally {
    closeStage(team);
  }
});
