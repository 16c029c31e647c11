import type { CarryDecision } from '../../src/core/deal/carry';
import { COL } from '../../src/sheet/grid/grid';
import { asShown, closeAll, closeStage, meeting, openTeam } from '../support/addon';

afterAll(closeAll);

test('left behind, kept after all, brought along: previewed, applied once, and shown anew when the sheet has changed', async () => {
  const team = await openTeam('Mira Oakes');
  const sheetId = team.sheet['Mira Oakes']!;
  const decide = (...decisions: CarryDecision[]) => ({ sheetId, month: 202612, decisions });
  const drop = (id: string, reason: string): CarryDecision => ({ id, what: 'drop', reason });
  const titles = (list: { title: string }[] | undefined) => list?.map(({ title }) => title);
  const firstRow = await team.rowOf(sheetId, 'header:new');
  // Typed straight into the tab; the last row has no key.
  const deals = [
    ['Open', ''],
    ['No budget', 'stuck'],
    ['No reason', ''],
    ['Was lost', 'lost'],
  ] as const;
  for (const [n, [who, status]] of deals.entries()) {
    await team.type(sheetId, firstRow + 1 + n, COL.who, who);
    if (status) await team.type(sheetId, firstRow + 1 + n, COL.status, status);
  }
  await team.type(sheetId, firstRow + 2, COL.moved, 'They said:\nnext year');
  await team.write({ op: 'insertRows', sheetId, before: firstRow + 5, count: 1, inherit: 'before' });
  await team.type(sheetId, firstRow + 5, COL.who, 'Without a key');
  await team.type(sheetId, firstRow + 5, COL.status, '="stuck"');

  const first = await team.player.call('planMonth', decide());
  const [person] = first.people;
  expect(titles(person?.kept)).toEqual(['Open', 'No budget', 'No reason', 'Without a key']);
  const id = (title: string) => [...person!.kept, ...person!.lost].find((deal) => deal.title === title)!.id;
  const decisions = [
    drop(id('No budget'), 'no budget now'),
    drop(id('No reason'), ''),
    drop(id('Without a key'), 'price'),
    { id: id('Was lost'), what: 'keep', reason: '' } as const,
  ];
  const november = await team.values(sheetId);
  const preview = await team.player.call('planMonth', decide(...decisions));
  expect(await team.values(sheetId)).toEqual(november);
  expect(titles(preview.people[0]?.kept)).toEqual(['Open', 'Was lost']);
  expect(preview.people[0]?.kept[1]?.reopened).toBe('lost');
  expect(preview.people[0]?.dropped.map(({ title, reason }) => [title, reason])).toEqual([
    ['No budget', 'no budget now'],
    ['No reason', ''],
    ['Without a key', 'price'],
  ]);
  expect(asShown(preview)).not.toEqual(asShown(first));

  // Somebody closes one in between: nothing is written; a new preview keeps the other decisions.
  await team.type(sheetId, firstRow + 3, COL.status, 'won');
  const request = { ...decide(...decisions), people: asShown(preview) };
  const refused = await team.player.call('startMonth', request);
  expect([refused.started, refused.changed]).toEqual([[], ['Mira Oakes']]);
  const anew = await team.player.call('planMonth', decide(...decisions));
  expect(titles(anew.people[0]?.won)).toEqual(['No reason']);
  expect(titles(anew.people[0]?.dropped)).toEqual(['No budget', 'Without a key']);
  await team.type(sheetId, firstRow + 3, COL.status, '');

  const started = await team.player.call('startMonth', request);
  expect([started.started, started.changed]).toEqual([['Mira Oakes'], []]);
  const december = (await meeting(team, sheetId, 202612)).block.sections.find(({ id }) => id === 'existing')!;
  expect(december.rows.map(({ cells }) => [cells.who, cells.status])).toEqual([
    ['Open', ''],
    ['Was lost', ''],
  ]);
  const told = async () =>
    (await meeting(team, sheetId, 202611)).block.sections[0]!.rows.map(({ cells, formulas }) => [
      cells.who,
      cells.status,
      cells.moved,
      formulas,
    ]);
  const record = [
    ['Open', '', '', []],
    ['No budget', 'lost', 'They said:\nnext year\nLeft behind: no budget now', []],
    ['No reason', 'lost', 'Left behind', []],
    ['Was lost', 'lost', '', []],
    ['Without a key', 'stuck', 'Left behind: price', ['status']],
  ];
  expect(await told()).toEqual(record);

  // The answer was lost: the same request again is no changed sheet, and changes nothing.
  const after = await team.values(sheetId);
  const repeat = await team.player.call('startMonth', request);
  expect([repeat.started, repeat.already, repeat.brought, repeat.changed]).toEqual([[], ['Mira Oakes'], 0, []]);
  expect(await team.values(sheetId)).toEqual(after);
  expect((await meeting(team, sheetId, 202612)).canUndoStart).toBe(true);

  // Two more come up in November, which has been left; a third is a closed one.
  await team.player.call('saveEdits', {
    sheetId,
    repId: (await meeting(team, sheetId, 202611)).rep.repId,
    month: 202611,
    edits: [
      { key: 'new:late1', field: 'who', was: '', now: 'Late\nsecond line' },
      { key: 'new:late1', field: 'amount', was: '', now: 4200 },
      { key: 'new:late2', field: 'who', was: '', now: '=late too' },
      { key: 'new:late3', field: 'who', was: '', now: 'Late and won' },
      { key: 'new:late3', field: 'status', was: '', now: 'won' },
    ],
  });
  const late = await team.player.call('planMonth', { sheetId, month: 202612 });
  // What stands stuck by a formula was left behind all the same.
  expect([late.people[0]?.state, late.people[0]?.there]).toEqual(['already', 1]);
  expect(titles(late.people[0]?.late)).toEqual(['Late, second line', '=late too']);
  const plain = await team.player.call('startMonth', { sheetId, month: 202612, people: asShown(late) });
  expect([plain.brought, plain.changed]).toEqual([0, []]);
  const bring = { sheetId, month: 202612, people: asShown(late), bringAlong: true };
  expect((await team.player.call('startMonth', bring)).brought).toBe(2);
  const rows = async () =>
    (await meeting(team, sheetId, 202612)).block.sections
      .find(({ id }) => id === 'existing')!
      .rows.map(({ cells, life }) => [cells.who, cells.amount, life?.firstMonth, life?.story.length]);
  const whole = [
    ['Open', '', 202611, 1],
    ['Was lost', '', 202611, 1],
    ['Late\nsecond line', 4200, 202611, 1],
    ['=late too', '', 202611, 1],
  ];
  expect(await rows()).toEqual(whole);
  expect(await team.text(sheetId, 'existing:late1', COL.since, 202612)).toBe('Nov');
  expect((await team.player.call('startMonth', bring)).brought).toBe(0);
  expect(await rows()).toEqual(whole);
  expect(await told()).toEqual([
    ...record,
    ['Late\nsecond line', '', '', []],
    ['=late too', '', '', []],
    ['Late and won', 'won', '', []],
  ]);
  // The row that was inserted by hand has no list to choose from, and those that were added below it look like it.
  const { findings } = await team.player.call('checkTab', { sheetId });
  expect(findings.filter(({ words }) => !words.includes('do not look as they should'))).toEqual([]);
  expect((await meeting(team, sheetId, 202612)).block.pipeline).toMatchObject({ open: 4, amount: 4200 });
  // Nobody has typed into December yet.
  expect((await meeting(team, sheetId, 202612)).canUndoStart).toBe(true);
  closeStage(team);
});
