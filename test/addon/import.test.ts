import type { ImportApply, ImportPreview, ImportRequest, ImportResult } from '../../src/contract/import';
import type { ImportDeal } from '../../src/core/import/deal';
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { asShown, closeAll, closeStage, openTeam, startMonth } from '../support/addon';

afterAll(closeAll);

type Team = Awaited<ReturnType<typeof openTeam>>;

const PEOPLE = 'Mira Oakes, mira@example.com\nBen Sorrel, ben@example.com';

function deal(id: string, owner: string, more: Partial<ImportDeal> = {}): ImportDeal {
  return {
    line: 2,
    id,
    name: `Deal ${id}`,
    account: '',
    owner,
    amount: '',
    when: '',
    status: '',
    next: '',
    reason: '',
    created: '',
    ...more,
  };
}

const request = (deals: ImportDeal[], more: Partial<ImportRequest> = {}): ImportRequest => ({
  deals: deals.map((one, n) => ({ ...one, line: n + 2 })),
  sheetId: null,
  byName: false,
  ...more,
});

type Player = Team['player'];

const look = (player: Player, asked: ImportRequest): Promise<ImportPreview> =>
  player.inPortions('planImport', (soFar) => ({ ...asked, known: soFar?.known ?? [] }));

/** Writes what was previewed. */
const write = (
  player: Player,
  asked: ImportRequest & Pick<ImportApply, 'remember'>,
  { known, tabs }: ImportPreview,
): Promise<ImportResult> =>
  player.inPortions('applyImport', () => ({ ...asked, known, people: asShown({ people: tabs }) }));

const counts = (shown: ImportPreview) =>
  shown.tabs.map(({ name, added, updated, same }) => [name, added.length, updated.length, same]);

/** Rows with a CRM's id, from the top: id, then the visible cells up to what moved, and the next step. */
async function rowsOf(team: Team, name: string, month = 202612): Promise<unknown[][]> {
  return (await team.values(team.sheet[name]!))
    .filter((line) => line[HIDDEN.month - 1] === month && (line[HIDDEN.importId - 1] ?? '') !== '')
    .map((line) => [
      line[HIDDEN.importId - 1],
      ...[COL.who, COL.when, COL.amount, COL.status, COL.next].map((col) => line[col - 1] ?? ''),
    ]);
}

const DAY = 46_000; // 2025-12-09
const day = (n: number) => new Date(Date.UTC(1899, 11, 30) + (DAY + n) * 86_400_000).toISOString().slice(0, 10);

test('deals of a CRM: previewed, written in few calls, twice changes nothing, only what differs is written', async () => {
  const team = await openTeam(PEOPLE);
  try {
    const everything = async () =>
      JSON.stringify(await Promise.all(team.engine.sheets().map((sheet) => team.values(sheet.id))));
    const [mira, ben] = [team.sheet['Mira Oakes']!, team.sheet['Ben Sorrel']!];

    // The first import, into November.
    const first = [
      deal('a1', 'Mira Oakes', {
        name: 'Service',
        account: 'Halden Mills',
        amount: 500.5,
        when: day(0),
        next: '=NOW()',
      }),
      deal('a2', 'MIRA@example.com', { name: '=IMPORTXML("http://example.com","//a")', amount: 3 }),
      deal('a3', 'Oakes, Mira', { name: '1/2', next: '00123' }),
      deal('a|4', 'mira  oakes', { name: '+1 555', when: day(1) }),
      deal('a5', 'Mira Oakes', { name: 'Stays won', status: 'won' }),
      deal('b1', 'Ben Sorrel', { name: 'Fleet', amount: 10 }),
      deal('c1', 'Ruth Amsel'),
      deal('c2', 'ruth amsel'),
      deal('c3', ''),
    ];
    const before = await everything();
    const shown = await look(team.player, request(first));
    expect(await everything()).toBe(before);
    expect(counts(shown)).toEqual([
      ['Mira Oakes', 4, 0, 0],
      ['Ben Sorrel', 1, 0, 0],
    ]);
    expect(shown.tabs[0]).toMatchObject({ month: 202611, neverSeen: 1, earlier: 0, notes: [] });
    expect(shown.leftOut).toEqual(['2 deals of Ruth Amsel, who is not on the roster.', '1 deal without an owner.']);
    const done = await write(team.player, request(first), shown);
    expect([done.did.length, done.rest, done.changed]).toEqual([2, [], []]);
    expect(await rowsOf(team, 'Mira Oakes', 202611)).toEqual([
      ['a1', 'Halden Mills\nService', DAY, 500.5, '', '=NOW()'],
      ['a2', '=IMPORTXML("http://example.com","//a")', '', 3, '', ''],
      ['a3', '1/2', '', '', '', '00123'],
      ['a 4', '+1 555', DAY + 1, '', '', ''],
    ]);
    const formulas = await team.engine.read(mira, { row: 5, col: COL.who, rows: 40, cols: 1 });
    expect(formulas.flat().filter((cell) => cell.f)).toEqual([]);

    // The same once more, and the same call once more after its answer was lost.
    const after = await everything();
    expect(counts(await look(team.player, request(first)))).toEqual([
      ['Mira Oakes', 0, 0, 4],
      ['Ben Sorrel', 0, 0, 1],
    ]);
    const repeat = await write(team.player, request(first), shown);
    expect([repeat.did, repeat.changed]).toEqual([done.did, []]);
    expect(await everything()).toBe(after);

    // December: a1 comes along, a2 was lost. A person types, and a formula stands in an amount.
    const rowA2 = (await team.values(mira)).findIndex((line) => line[HIDDEN.importId - 1] === 'a2') + 1;
    await team.type(mira, rowA2, COL.status, 'lost');
    await startMonth(team, mira, 202612);
    await startMonth(team, ben, 202612);
    const rowOf = async (id: string) =>
      (await team.values(mira)).findIndex((line) => line[HIDDEN.importId - 1] === id) + 1;
    await team.type(mira, await rowOf('a3'), COL.amount, '=2+3');
    await team.type(mira, await rowOf('a1'), COL.next, 'Ask the buyer');
    await team.type(mira, await rowOf('a1'), COL.status, 'stuck');
    const typed = (await team.rowOf(mira, 'header:new', 202612)) + 1;
    await team.type(mira, typed, COL.who, 'Portan');
    const many = Array.from({ length: 60 }, (_, n) =>
      deal(`n${n}`, 'Mira Oakes', {
        amount: n,
        when: day(n),
        name: `Deal ${n}`,
        account: n < 5 ? `Customer ${n}` : '',
      }),
    );
    const second = [
      deal('a1', 'Mira Oakes', { name: 'Service', account: 'Halden Mills', amount: 600, when: day(30), next: 'other' }),
      deal('a2', 'Mira Oakes', { name: 'Back again' }),
      deal('a3', 'Mira Oakes', { name: '1/2', amount: 77 }),
      deal('a|4', 'Mira Oakes', { name: '+1 555', when: day(1), status: 'won' }),
      deal('p1', 'Mira Oakes', { name: 'PORTAN', amount: 9 }),
      deal('b1', 'Mira Oakes', { name: 'Fleet', amount: 10 }),
      ...many,
    ];
    const asked = request(second, { byName: true });
    const preview = await look(team.player, asked);
    expect(counts(preview)).toEqual([['Mira Oakes', 60, 3, 1]]);
    const [tab] = preview.tabs;
    expect(tab?.earlier).toBe(1);
    const row3 = await rowOf('a3');
    expect(tab?.notes).toEqual([
      `1/2: a formula of your own stays in D${row3}.`,
      'Fleet (line 7) stands on the tab of Ben Sorrel this month and stays there.',
    ]);
    expect(
      tab?.updated.map(({ title, link, changes }) => [title, link, changes.map((c) => [c.label, c.was, c.now])]),
    ).toEqual([
      [
        'Portan',
        true,
        [
          ['who / what', 'Portan', 'PORTAN'],
          ['how much', '', 9],
        ],
      ],
      [
        'Halden Mills, Service',
        false,
        [
          ['when', day(0), day(30)],
          ['how much', 500.5, 600],
        ],
      ],
      ['+1 555', false, [['status', '', 'won']]],
    ]);

    // Somebody types between preview and apply: nothing written, and named. A row further up does not matter.
    await team.type(mira, await rowOf('a1'), COL.amount, 550);
    const untouched = await everything();
    expect((await write(team.player, asked, preview)).changed).toEqual(['Mira Oakes']);
    expect(await everything()).toBe(untouched);
    const anew = await look(team.player, asked);
    expect(anew.tabs[0]?.updated[1]?.changes[1]).toMatchObject({ was: 550, now: 600 });
    // What Google counts: calls that write to the sheet.
    const writes = () =>
      Object.entries(team.player.serviceCalls)
        .filter(([member]) => /^(Range|RangeList|Sheet)\.(set|insert|copy|clear|delete)/.test(member))
        .reduce((sum, [, count]) => sum + count, 0);
    const writesBefore = writes();
    await write(team.player, asked, anew);
    expect(writes() - writesBefore).toBeLessThan(25);

    const rows = await rowsOf(team, 'Mira Oakes');
    expect(rows).toHaveLength(64);
    expect(rows.find(([id]) => id === 'a1')).toEqual([
      'a1',
      'Halden Mills\nService',
      DAY + 30,
      600,
      'stuck',
      'Ask the buyer',
    ]);
    expect(rows.find(([id]) => id === 'a3')?.[3]).toBe(5);
    expect(rows.find(([id]) => id === 'a 4')?.[4]).toBe('won');
    expect(
      rows.filter(([id]) => /^n/.test(String(id))).map(([id, who, when, amount]) => [id, who, when, amount]),
    ).toEqual(
      many.map(({ id, name, account, amount }, n) => [id, account ? `${account}\n${name}` : name, DAY + n, amount]),
    );
    expect(rows.find(([id]) => id === 'p1')?.slice(1, 4)).toEqual(['PORTAN', '', 9]);
    expect(await team.text(mira, 'sum:pipeline', COL.amount)).toBe(
      (3 * 0 + 600 + 5 + 9 + many.reduce((sum, { amount }) => sum + Number(amount), 0)).toLocaleString('en-US'),
    );
    // A list of statuses and a row to type into, as before.
    const list = await team.player.call('loadScreen', { sheetId: mira, month: 202612 });
    if (list.kind !== 'meeting') throw new Error(list.kind);
    const fresh = list.block.sections.find((section) => section.id === 'new')!;
    expect([fresh.rows.length, fresh.spareKeys.length]).toEqual([61, 1]);
    expect(counts(await look(team.player, asked))).toEqual([['Mira Oakes', 0, 0, 64]]);

    // A rep: the own tab only, by owner and with all; never somebody else's.
    const asBen = team.player.as({ user: 'ben@example.com' });
    const own = request([deal('x1', 'Ben Sorrel'), deal('x2', 'Mira Oakes')]);
    const bens = await look(asBen, own);
    expect([counts(bens), bens.leftOut]).toEqual([
      [['Ben Sorrel', 1, 0, 0]],
      ['1 deal of others: you can import into your own tab only.'],
    ]);
    await expect(look(asBen, { ...own, sheetId: mira })).rejects.toThrow('is not yours');
    const crafted = { ...own, people: [{ repId: shown.tabs[0]!.repId, digest: '' }] };
    await expect(asBen.call('applyImport', crafted)).rejects.toThrow('is not yours');
    const all = await look(asBen, { ...own, sheetId: ben });
    expect(counts(all)).toEqual([['Ben Sorrel', 2, 0, 0]]);

    // A tab as the source: its cells as they are, with their rows; the tracker's own tabs are not offered.
    expect((await team.player.call('importSources', {})).tabs).toEqual([]);
    await team.write({ op: 'insertSheet', sheetId: 777, name: 'CRM report', index: 0, rows: 30, cols: 8 });
    const cells = [['Deal ID', 'Deal name', 'Owner'], [17, '=1+1', 'Ben Sorrel'], [], [18, 'Crane', 'Ben Sorrel', DAY]];
    for (const [n, line] of cells.entries())
      for (const [col, value] of line.entries()) await team.type(777, n + 2, col + 1, value);
    const offered = await team.player.call('importSources', {});
    expect(offered.tabs).toEqual([{ sheetId: 777, name: 'CRM report', rows: 5 }]);
    expect(offered.statuses.map(({ word, closes, won }) => [word, closes, won]).slice(-2)).toEqual([
      ['won', true, true],
      ['lost', true, false],
    ]);
    expect(await team.player.call('readImport', { sheetId: 777, from: 1 })).toEqual({
      name: 'CRM report',
      lines: [
        { line: 2, cells: ['Deal ID', 'Deal name', 'Owner'] },
        { line: 3, cells: [17, 2, 'Ben Sorrel'] },
        { line: 5, cells: [18, 'Crane', 'Ben Sorrel', DAY] },
      ],
      next: null,
      rows: 5,
    });

    // What was answered stands in Setup, in words; the next import is told, and nothing is written twice.
    const answers = [
      { what: 'stage', said: 'Verbally won', means: 'moving' },
      { what: 'owner', said: '0058d000001AbCd', means: 'Ben Sorrel' },
      { what: 'column', said: '=1+1', means: 'Next step' },
    ] as const;
    const setup = team.engine.sheets().find((sheet) => sheet.name === 'Setup')!.id;
    const keep = async (remember: readonly (typeof answers)[number][]) => {
      const wanted = request([deal('x1', '0058d000001AbCd')], { owners: { '0058d000001abcd': bens.tabs[0]!.repId } });
      const seen = await look(team.player, wanted);
      expect(counts(seen).map(([name]) => name)).toEqual(['Ben Sorrel']);
      return write(team.player, { ...wanted, remember: [...remember] }, seen);
    };
    const table = async () => {
      const lines = await team.values(setup);
      const from = lines.findIndex((line) => line[0] === 'Import');
      return lines.slice(from + 1).map((line) => [line[0], line[3], line[4]]);
    };
    expect((await keep(answers.slice(0, 2))).remembered).toBe(true);
    expect(await table()).toEqual([
      ['about', 'in the file', 'means'],
      ['stage', 'Verbally won', 'moving'],
      ['owner', '0058d000001AbCd', 'Ben Sorrel'],
    ]);
    expect((await team.player.call('importSources', {})).memory).toEqual(answers.slice(0, 2));
    const cell = (await team.values(setup)).findIndex((line) => line[3] === 'Verbally won') + 1;
    await team.type(setup, cell, 5, 'won');
    await keep(answers);
    expect(await table()).toEqual([
      ['about', 'in the file', 'means'],
      ['stage', 'Verbally won', 'moving'],
      ['owner', '0058d000001AbCd', 'Ben Sorrel'],
      ['column', '=1+1', 'Next step'],
    ]);
    const kept = await team.values(setup);
    await keep(answers);
    expect(await team.values(setup)).toEqual(kept);
    const sources = await team.player.call('importSources', {});
    expect([sources.people.map(({ name }) => name), sources.zone]).toEqual([['Mira Oakes', 'Ben Sorrel'], 'Etc/UTC']);
    expect((await asBen.call('importSources', {})).people.map(({ name }) => name)).toEqual(['Ben Sorrel']);
  } finally {
    closeStage(team);
  }
});
