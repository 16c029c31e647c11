import type { Edit } from '../../src/contract/calls';
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { closeAll, closeStage, meeting, openStage, openTeam, startMonth } from '../support/addon';

afterAll(closeAll);

type Team = Awaited<ReturnType<typeof openTeam>>;
let team: Team;
beforeAll(async () => {
  team = await openTeam('Mira Oakes, mira@example.com\nBen Sorrel, ben@example.com');
});
afterAll(() => closeStage(team));

async function save(edits: Edit[], player = team.player) {
  const screen = await meeting(team, team.sheet['Mira Oakes']!, 202611);
  return player.call('saveEdits', { sheetId: screen.rep.sheetId, repId: screen.rep.repId, month: 202611, edits });
}

const edit = (key: string, field: Edit['field'], now: Edit['now'], was: Edit['was'] = ''): Edit => ({
  key,
  field,
  was,
  now,
});
const everything = async () => JSON.stringify(await Promise.all(team.engine.sheets().map((s) => team.values(s.id))));

test.each([
  '=1+1',
  '=IMPORTXML("https://example.com";"//a")',
  '+49 170 1234',
  '-5%',
  '@ann',
  "'quoted",
  '1/2',
  '00123',
  'TRUE',
  '1e5',
  '<img src=x onerror=alert(1)>',
  '\u202egnirts\u200b',
])('%p typed into text stays that text', async (text) => {
  const saved = await save([edit(`new:t${Buffer.from(text).toString('hex').slice(0, 30)}`, 'who', text)]);
  expect(saved.outcomes[0]?.outcome).toBe('saved');
  const screen = await meeting(team, team.sheet['Mira Oakes']!, 202611);
  const rows = screen.block.sections.find((s) => s.id === 'new')!.rows;
  expect(rows.map((row) => row.cells.who)).toContain(text);
  const cells = await team.engine.read(team.sheet['Mira Oakes']!, { row: 1, col: 1, rows: 60, cols: 1 });
  expect(cells.find(([cell]) => cell?.v === text)?.[0]?.f).toBe('');
});

test.each([
  ['amount', '=SUM(A1)'],
  ['amount', '12k–15k?'],
  ['when', '1/2'],
  ['when', 'mid November'],
] as const)('%s %p stays the text it is', async (field, text) => {
  const key = `new:f${field}${text.startsWith('=') ? 'a' : text.length}`;
  await save([edit(key, 'who', 'Row'), edit(key, field, text)]);
  const row = await team.rowOf(team.sheet['Mira Oakes']!, key);
  const [[cell]] = (await team.engine.read(team.sheet['Mira Oakes']!, {
    row,
    col: field === 'amount' ? COL.amount : COL.when,
    rows: 1,
    cols: 1,
  })) as [[{ v: unknown; f: string }]];
  expect(cell).toEqual({ v: text, f: '' });
});

test('60,000 characters are refused with the length; the rest of the same save goes in', async () => {
  const saved = await save([edit('new:long', 'who', 'Short'), edit('new:long', 'why', 'x'.repeat(60_000))]);
  expect(saved.outcomes.map((o) => o.outcome)).toEqual(['saved', 'refused']);
  expect(saved.outcomes[1]?.problem?.message).toContain('60,000 characters');
  expect(await team.text(team.sheet['Mira Oakes']!, 'new:long', COL.who)).toBe('Short');
});

test('two people at one cell: the second is told what stands there, nothing is overwritten', async () => {
  await save([edit('new:shared', 'who', 'Shared'), edit('new:shared', 'next', 'first')]);
  const mine = await save(
    [edit('new:shared', 'next', 'second', 'first')],
    team.player.as({ user: 'mira@example.com' }),
  );
  expect(mine.outcomes[0]?.outcome).toBe('saved');
  const theirs = await save([edit('new:shared', 'next', 'third', 'first')]);
  expect(theirs.outcomes[0]).toMatchObject({
    outcome: 'conflict',
    theirs: 'second',
    cell: expect.stringMatching(/^H\d+$/),
  });
  expect(await team.text(team.sheet['Mira Oakes']!, 'new:shared', COL.next)).toBe('second');
});

test('a rep cannot save into another tab, nor start a month for everyone', async () => {
  const ben = await meeting(team, team.sheet['Ben Sorrel']!, 202611);
  const asMira = team.player.as({ user: 'mira@example.com' });
  const before = await everything();
  await expect(
    asMira.call('saveEdits', {
      sheetId: ben.rep.sheetId,
      repId: ben.rep.repId,
      month: 202611,
      edits: [edit('new:x', 'who', 'x')],
    }),
  ).rejects.toThrow(/not yours/);
  await expect(asMira.call('planMonth', { sheetId: null, month: 202612 })).rejects.toThrow(/Only a manager/);
  expect(await everything()).toBe(before);
});

test.each([
  [202613, /is not a month/],
  [0, /is not a month/],
  [199001, /is not a month/],
  [202811, /more than a year ahead/],
  [202601, /already has November 2026/],
])('month %p is refused in words, and nothing is written', async (month, words) => {
  const before = await everything();
  const attempt = team.player.call('planMonth', { sheetId: team.sheet['Ben Sorrel']!, month }).then((preview) => {
    const problem = preview.people[0]?.problem;
    if (problem) throw new Error(problem.message);
  });
  await expect(attempt).rejects.toThrow(words);
  expect(await everything()).toBe(before);
});

test('what is no request is answered in words', async () => {
  for (const json of [
    '',
    'null',
    '{"sheetId":"x"}',
    '{"sheetId":1,"repId":"r","month":202611,"edits":[{"key":"=A1"}]}',
  ]) {
    const answer = JSON.parse(String(await team.player.run('saveEdits', [json]))) as {
      ok: boolean;
      problem: { code: string };
    };
    expect([answer.ok, answer.problem.code]).toEqual([false, 'badRequest']);
  }
});

test.each([
  ['planMeeting', { date: '2026-02-30' }, 'planMeeting: date'],
  ['planMeeting', { date: '2026-2-3' }, 'planMeeting: date'],
  ['saveEdits', { edits: [edit('text:__proto__', 'when', 'x')] }, 'saveEdits: edits.0.key'],
  ['saveEdits', { edits: [edit('constructor:x1', 'who', 'x')] }, 'saveEdits: edits.0.key'],
  ['setClock', { action: { act: 'start', section: '__proto__' }, actionId: 'a' }, 'setClock: action.section'],
] as const)('%s with crafted values is refused by name, and nothing is written', async (name, more, what) => {
  const { rep } = await meeting(team, team.sheet['Mira Oakes']!, 202611);
  const before = await everything();
  const request = { sheetId: rep.sheetId, repId: rep.repId, month: 202611, ...more };
  const answer = JSON.parse(String(await team.player.run(name, [JSON.stringify(request)]))) as {
    problem: { code: string; message: string };
  };
  expect(answer.problem).toMatchObject({ code: 'badRequest', message: expect.stringContaining(what) });
  expect(await everything()).toBe(before);
});

test('a key that names what every object has finds nothing, whoever put it there', async () => {
  const sheetId = team.sheet['Ben Sorrel']!;
  const row = await team.rowOf(sheetId, 'text:focus');
  await team.write({ op: 'cells', sheetId, row, col: HIDDEN.key, cells: [[{ v: 'text:constructor' }]] });
  const screen = await meeting(team, sheetId, 202611);
  expect(screen.block.conclusion.focus.cell).toBe('');
  await team.write({ op: 'cells', sheetId, row, col: HIDDEN.key, cells: [[{ v: 'text:focus' }]] });
});

test('odd names get tabs, and their formulas still work', async () => {
  const stage = await openTeam(
    ["O'Neill & Sons", 'Ana / Bea', 'Ana Bea', 'Wow! Inc', '🚀 Rocket', 'x'.repeat(120)].join('\n'),
  );
  try {
    const names = stage.engine.sheets().map((s) => s.name);
    expect(names).toEqual([
      'Team',
      "O'Neill & Sons",
      'Ana Bea',
      'Ana Bea (2)',
      'Wow Inc',
      '🚀 Rocket',
      'x'.repeat(90),
      'Setup',
      'Figures',
      expect.stringMatching(/^Month pattern /),
    ]);
    const sheetId = stage.sheet["O'Neill & Sons"]!;
    expect((await startMonth(stage, sheetId, 202612)).started).toEqual(["O'Neill & Sons"]);
  } finally {
    closeStage(stage);
  }
});

test('Setup edited into nonsense is named with its cell, and starting writes nothing', async () => {
  const stage = await openTeam('Mira Oakes\nBen Sorrel');
  try {
    const setup = stage.engine.sheets().find((s) => s.name === 'Setup')!.id;
    const row = (await stage.rowOf(setup, 'header:roster')) + 1;
    await stage.type(setup, row, 5 + 1, 'some day');
    const before = await stage.values(stage.sheet['Mira Oakes']!);
    await expect(stage.player.call('planMonth', { sheetId: null, month: 202612 })).rejects.toThrow(
      /Setup!F\d+ should be a date but says “some day”/,
    );
    expect(await stage.values(stage.sheet['Mira Oakes']!)).toEqual(before);
    const screen = await stage.player.call('loadScreen', { sheetId: stage.sheet['Mira Oakes']! });
    expect(screen.setupProblems.map((p) => p.cell)).toEqual([expect.stringMatching(/^F\d+$/)]);
  } finally {
    closeStage(stage);
  }
});

test('a tab that is deleted, and one that is renamed, while the sidebar is open', async () => {
  const stage = await openTeam('Mira Oakes\nBen Sorrel');
  try {
    const { rep } = await meeting(stage, stage.sheet['Mira Oakes']!, 202611);
    const pin = { sheetId: rep.sheetId, repId: rep.repId, month: 202611 };
    await stage.write({ op: 'renameSheet', sheetId: rep.sheetId, name: 'Mira (west)' });
    const saved = await stage.player.call('saveEdits', { ...pin, edits: [edit('new:a', 'who', 'Harbour')] });
    expect(saved.outcomes[0]?.outcome).toBe('saved');
    await stage.write({ op: 'deleteSheet', sheetId: rep.sheetId });
    await expect(stage.player.call('saveEdits', { ...pin, edits: [edit('new:a', 'why', 'x')] })).rejects.toThrow(
      /tab of Mira Oakes is no longer/,
    );
    const preview = await stage.player.call('planMonth', { sheetId: null, month: 202612 });
    expect(preview.people.map((p) => [p.name, p.state])).toEqual([
      ['Mira Oakes', 'problem'],
      ['Ben Sorrel', 'new'],
    ]);
  } finally {
    closeStage(stage);
  }
});

test('a row deleted meanwhile is told, and its text is not written elsewhere', async () => {
  await save([edit('new:doomed', 'who', 'Doomed')]);
  const sheetId = team.sheet['Mira Oakes']!;
  const row = await team.rowOf(sheetId, 'new:doomed');
  await team.write({ op: 'deleteRows', sheetId, row, count: 1 });
  const before = await everything();
  const saved = await save([edit('new:doomed', 'who', 'Doomed, edited', 'Doomed')]);
  expect(saved.outcomes[0]?.outcome).toBe('gone');
  expect(await everything()).toBe(before);
});

test('set-up says what is wrong with the names, and writes nothing', async () => {
  const stage = await openStage();
  try {
    const setUp = (people: string) => stage.player.call('setUpTeam', { people, month: 202611, managerName: '' });
    await expect(setUp(' \n ')).rejects.toThrow(/Not a single name/);
    await expect(setUp('Mira, a@example.com\nMira, b@example.com')).rejects.toThrow(/Mira stands there twice/);
    await expect(setUp('???')).rejects.toThrow(/cannot be a name/);
    expect(stage.engine.sheets().map((s) => [s.name, s.lastRow])).toEqual([['Sheet1', 0]]);
    await setUp('Mira');
    // The same people once more is a repeat; others are not.
    await expect(setUp('Ben')).rejects.toThrow(/has a tracker already/);
  } finally {
    closeStage(stage);
  }
});
