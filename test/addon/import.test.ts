import type { ImportDeal } from '../../src/core/import/deal';
import { NO_DECISIONS } from '../../src/core/import/fates';
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { type PlannedDeals, planDeals, writeDeals } from '../../workbench/play/import';
import { closeAll, closeStage, openTeam, startMonth } from '../support/addon';
import { deal as dealOf } from '../support/import-tracker';

afterAll(closeAll);

type Team = Awaited<ReturnType<typeof openTeam>>;

const PEOPLE = 'Mira Oakes, mira@example.com\nBen Sorrel, ben@example.com';

/** Where the line does not matter it is the second one, the first below the headings. */
const deal = (id: string, owner: string, more: Partial<ImportDeal> = {}) => dealOf(id, { line: 2, owner, ...more });

const numbered = (deals: ImportDeal[]) => deals.map((one, n) => ({ ...one, line: n + 2 }));

const counts = ({ tabs, plan }: PlannedDeals) =>
  tabs.flatMap(({ repId, name }) => {
    const own = plan.fates.filter((fate) => fate.repId === repId).map(({ fate }) => fate);
    const of = (kind: string) => own.filter((one) => one === kind).length;
    return own.length === 0 ? [] : [[name, of('new'), of('changed'), of('same')]];
  });

const fatesOf = ({ plan }: PlannedDeals) => plan.fates.map(({ deal: { id }, fate }) => `${id} ${fate}`);

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
    const file = numbered(first);
    const before = await everything();
    const shown = await planDeals(team.player, file);
    expect(await everything()).toBe(before);
    expect(counts(shown)).toEqual([
      ['Mira Oakes', 4, 0, 0],
      ['Ben Sorrel', 1, 0, 0],
    ]);
    expect(fatesOf(shown)).toEqual(
      ['a1 new', 'a2 new', 'a3 new', 'a|4 new', 'a5 closedBefore', 'b1 new'].concat(
        ['c1', 'c2', 'c3'].map((id) => `${id} leftOut`),
      ),
    );
    const done = await writeDeals(team.player, shown);
    expect([done.did.length, done.rest, done.changed, done.isNoted]).toEqual([2, [], [], true]);
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
    expect(counts(await planDeals(team.player, file))).toEqual([
      ['Mira Oakes', 0, 0, 4],
      ['Ben Sorrel', 0, 0, 1],
    ]);
    const repeat = await writeDeals(team.player, shown);
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
    const asked = numbered(second);
    const preview = await planDeals(team.player, asked);
    expect(fatesOf(preview).slice(0, 6)).toEqual([
      'a1 changed',
      'a2 reopened',
      'a3 kept',
      'a|4 changed',
      'p1 changed',
      'b1 handedOver',
    ]);
    expect(preview.plan.fates.slice(6).every(({ fate }) => fate === 'new')).toBe(true);
    expect(preview.plan.fates[2]?.conflicts).toEqual([{ field: 'amount', was: 5, now: 77, isTaken: false }]);
    const changesOf = (planned: PlannedDeals, n: number) =>
      planned.plan.fates[n]?.changes.map(({ field, was, now }) => [field, was, now]);
    expect([0, 3, 4].map((n) => changesOf(preview, n))).toEqual([
      [
        ['when', day(0), day(30)],
        ['amount', 500.5, 600],
      ],
      [['status', '', 'won']],
      [['amount', '', 9]],
    ]);

    // Somebody types between preview and apply: nothing is written on that tab. A row further up does not matter.
    await team.type(mira, await rowOf('a1'), COL.amount, 550);
    const untouched = JSON.stringify(await team.values(mira));
    const refused = await writeDeals(team.player, preview, { importId: 'import2' });
    expect(refused.changed).toEqual(['Mira Oakes']);
    expect(JSON.stringify(await team.values(mira))).toBe(untouched);
    // What that person typed stays, unless the CRM's is chosen.
    expect((await planDeals(team.player, asked)).plan.fates[0]?.conflicts).toEqual([
      { field: 'amount', was: 550, now: 600, isTaken: false },
      { field: 'next', was: 'Ask the buyer', now: 'other', isTaken: false },
    ]);
    const anew = await planDeals(team.player, asked, { decisions: { ...NO_DECISIONS, crm: ['2:amount'] } });
    // What Google counts: calls that write to the sheet.
    const writes = () =>
      Object.entries(team.player.serviceCalls)
        .filter(([member]) => /^(Range|RangeList|Sheet)\.(set|insert|copy|clear|delete)/.test(member))
        .reduce((sum, [, count]) => sum + count, 0);
    const writesBefore = writes();
    expect((await writeDeals(team.player, anew, { importId: 'import2' })).changed).toEqual([]);
    expect(writes() - writesBefore).toBeLessThan(40);

    const rows = await rowsOf(team, 'Mira Oakes');
    expect(rows).toHaveLength(66);
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
    expect(rows.find(([id]) => id === 'p1')?.slice(1, 4)).toEqual(['Portan', '', 9]);
    // Back with its story, and what the CRM does not say; with a new owner, while the old row is closed.
    expect(rows.find(([id]) => id === 'a2')).toEqual(['a2', 'Back again', '', 3, '', '']);
    expect(rows.find(([id]) => id === 'b1')?.slice(1, 5)).toEqual(['Fleet', '', 10, '']);
    const since = (await team.values(mira)).filter((line) => ['a2', 'b1'].includes(String(line[HIDDEN.importId - 1])));
    expect(since.filter((line) => line[HIDDEN.month - 1] === 202612).map((line) => line[COL.since - 1])).toEqual([
      'Nov',
      'Nov',
    ]);
    const bens1 = (await team.values(ben)).find((line) => line[HIDDEN.importId - 1] === 'b1');
    expect([bens1?.[COL.status - 1], bens1?.[COL.moved - 1]]).toEqual(['lost', 'Handed over to Mira Oakes']);
    expect(await team.text(mira, 'sum:pipeline', COL.amount)).toBe(
      (600 + 3 + 5 + 9 + 10 + many.reduce((sum, { amount }) => sum + Number(amount), 0)).toLocaleString('en-US'),
    );
    // A list of statuses and a row to type into, as before.
    const list = await team.player.call('loadScreen', { sheetId: mira, month: 202612 });
    if (list.kind !== 'meeting') throw new Error(list.kind);
    const fresh = list.block.sections.find((section) => section.id === 'new')!;
    expect([fresh.rows.length, fresh.spareKeys.length]).toEqual([61, 1]);
    const same = await planDeals(team.player, asked);
    expect([counts(same), same.plan.edits]).toEqual([[['Mira Oakes', 0, 0, 65]], []]);

    // A rep: the own tab only, by owner and with all; never somebody else's.
    const asBen = team.player.as({ user: 'ben@example.com' });
    const own = numbered([deal('x1', 'Ben Sorrel'), deal('x2', 'Mira Oakes'), deal('a1', 'Ben Sorrel')]);
    const bens = await planDeals(asBen, own);
    expect([fatesOf(bens), bens.plan.edits.map(({ repId }) => repId)]).toEqual([
      ['x1 new', 'x2 leftOut', 'a1 proposed'],
      [bens.tabs[1]?.repId],
    ]);
    const crafted = { plan: { ...bens.plan, edits: [{ ...bens.plan.edits[0]!, repId: bens.tabs[0]!.repId }] } };
    await expect(writeDeals(asBen, crafted)).rejects.toThrow('is not yours');
    const all = await planDeals(asBen, own.slice(0, 2), { all: bens.tabs[1]!.repId });
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
      const owners = { '0058d000001abcd': bens.tabs[1]!.repId };
      const seen = await planDeals(team.player, numbered([deal('x1', '0058d000001AbCd')]), { owners });
      expect(counts(seen).map(([name]) => name)).toEqual(['Ben Sorrel']);
      return writeDeals(team.player, seen, { importId: 'import3', remember: [...remember] });
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
    expect((await asBen.call('importSources', {})).only).toBe(bens.tabs[1]!.repId);

    // Setup tells each import; the latest is offered to be taken back, to those who may.
    const log = async () => {
      const lines = await team.values(setup);
      const from = lines.findIndex((line) => line[0] === 'Imports');
      const told = lines.slice(from + 1, from + 5).map((line) => [line[3], line[4], line[5], line[6] ?? '']);
      return told.map((line) => line.join(' | '));
    };
    expect(await log()).toEqual([
      'file | by | what came in | state',
      'deals.csv | Jon Vale | Mira Oakes: 4 new, 0 changed; Ben Sorrel: 1 new, 0 changed | ',
      'deals.csv | Jon Vale | Ben Sorrel: 0 new, 1 changed; Mira Oakes: 62 new, 3 changed | ',
      'deals.csv | Jon Vale | Ben Sorrel: 1 new, 0 changed | ',
    ]);
    expect(sources.latest).toMatchObject({
      id: 'import3',
      when: '2026-11-02 12:00',
      people: [bens.tabs[1]!.repId],
      added: 1,
    });
    expect((await asBen.call('importSources', {})).latest).toBeNull();
    const takeBack = (importId: string) =>
      team.player.inPortions('takeBackImport', () => ({ importId, people: bens.tabs.map(({ repId }) => repId) }));
    expect(await takeBack('import3')).toMatchObject({ rows: 1, obstacles: [] });
    expect((await log())[3]).toMatch(/taken back 2026-11-02 by Jon Vale$/);
    expect((await team.player.call('importSources', {})).latest).toBeNull();
    expect((await rowsOf(team, 'Ben Sorrel')).map(([id]) => id)).toEqual(['b1']);

    // What somebody has edited keeps all of it; else each cell gets what stood there, and what came in goes.
    const fifth = await rowOf('n5');
    await team.type(mira, fifth, COL.next, 'my own');
    const edited = await everything();
    expect(await takeBack('import2')).toMatchObject({
      rows: 0,
      obstacles: [
        `Somebody has edited what came in with this import: Deal 5 (Mira Oakes!A${fifth}). It stays as it is.`,
      ],
    });
    expect(await everything()).toBe(edited);
    await team.type(mira, fifth, COL.next, '');
    expect(await takeBack('import2')).toMatchObject({ rows: 66, obstacles: [] });
    expect(await rowsOf(team, 'Mira Oakes')).toEqual([
      ['a1', 'Halden Mills\nService', DAY, 550, 'stuck', 'Ask the buyer'],
      ['a3', '1/2', '', 5, '', '00123'],
      ['a 4', '+1 555', DAY + 1, '', '', ''],
    ]);
    expect((await rowsOf(team, 'Ben Sorrel'))[0]).toEqual(['b1', 'Fleet', '', 10, '', '']);
    expect(fatesOf(await planDeals(team.player, asked))).toEqual(fatesOf(preview));
    expect(await takeBack('import1')).toMatchObject({
      rows: 0,
      obstacles: ['Mira Oakes', 'Ben Sorrel'].map(
        (name) => `On “${name}” a new month has begun since this import. It stays as it is.`,
      ),
    });
  } finally {
    closeStage(team);
  }
});
