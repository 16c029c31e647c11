/** Saves by a hint of where the month stands: the same outcome as without one, whatever has happened to the tab since. */
import type { Edit, MonthPin, SaveResult } from '../../src/contract/calls';
import type { BlockView, MeetingScreen } from '../../src/contract/state';
import { COL } from '../../src/sheet/grid/grid';
import { HEAD_CELL } from '../../src/sheet/grid/hidden';
import { closeAll, closeStage, MANAGER, meeting, openTeam, startMonth } from '../support/addon';

const PEOPLE = 'Mira Oakes, mira@example.com\nBen Sorrel, ben@example.com';
const MONTH = 202611;

let team: Awaited<ReturnType<typeof openTeam>>;
let mira: number;

beforeAll(async () => {
  team = await openTeam(PEOPLE);
  mira = team.sheet['Mira Oakes']!;
});

afterAll(async () => {
  closeStage(team);
  await closeAll();
});

const pinOf = ({ rep, block }: MeetingScreen): MonthPin => ({
  sheetId: rep.sheetId,
  repId: rep.repId,
  month: block.month,
  seen: block.place,
});

const edit = (key: string, field: Edit['field'], now: string | number, was: string | number = ''): Edit => ({
  key,
  field,
  was,
  now,
});

function save(screen: MeetingScreen, edits: Edit[], user = MANAGER): Promise<SaveResult> {
  return team.player.as({ user }).call('saveEdits', { ...pinOf(screen), edits });
}

const outcomesOf = ({ outcomes }: SaveResult) => outcomes.map(({ outcome }) => outcome);

/** What people have typed, and where it stands. */
function typedIn(block: BlockView) {
  return {
    place: block.place,
    sections: block.sections.map(({ id, rows, spareKeys }) => ({
      id,
      spareKeys,
      rows: rows.map(({ key, cells, at, formulas }) => ({ key, at, formulas, who: cells.who, next: cells.next })),
    })),
    texts: Object.values(block.conclusion),
    growth: block.growth,
  };
}

test('the answer tells the month as it is then, though nothing was read after the save', async () => {
  const before = await meeting(team, mira, MONTH);
  const spare = before.block.sections[0]!.spareKeys[0]!;
  const result = await save(before, [
    edit(spare, 'who', '=Harbour'),
    edit(spare, 'when', '2026-12-03'),
    edit(spare, 'amount', 1200),
    edit('text:focus', 'when', "'tis one price"),
    edit('text:nextDate', 'when', '2026-12-01'),
  ]);
  expect(outcomesOf(result)).toEqual(['saved', 'saved', 'saved', 'saved', 'saved']);
  expect(result.screen).toBeNull();
  const after = await meeting(team, mira, MONTH);
  const deal = after.block.sections[0]!.rows[0]!;
  expect(deal.cells).toMatchObject({ who: '=Harbour', when: '2026-12-03', amount: 1200 });
  expect(typedIn(result.saved!.block).sections).toEqual(typedIn(after.block).sections);
  expect(result.saved!.block.conclusion.nextDate).toEqual(after.block.conclusion.nextDate);
  expect(result.saved).toMatchObject({ untouched: false });
});

test('a repeat of the same save changes nothing and says saved', async () => {
  const before = await meeting(team, mira, MONTH);
  const again = await save(before, [edit('text:focus', 'when', 'Who decides?', before.block.conclusion.focus.value)]);
  const values = await team.values(mira);
  const repeat = await save(before, [edit('text:focus', 'when', 'Who decides?', before.block.conclusion.focus.value)]);
  expect([outcomesOf(again), outcomesOf(repeat)]).toEqual([['saved'], ['saved']]);
  expect(await team.values(mira)).toEqual(values);
});

test('a cell that somebody has changed meanwhile, and a formula, stay', async () => {
  const before = await meeting(team, mira, MONTH);
  const [deal] = before.block.sections[0]!.rows;
  const row = await team.rowOf(mira, deal!.key);
  await team.type(mira, row, COL.why, 'Theirs');
  await team.type(mira, row, COL.amount, '=2*600');
  const result = await save(before, [edit(deal!.key, 'why', 'Mine'), edit(deal!.key, 'amount', 5, 1200)]);
  expect(outcomesOf(result)).toEqual(['conflict', 'formula']);
  expect(result.outcomes[0]!.theirs).toBe('Theirs');
  expect(result.saved!.block.sections[0]!.rows[0]!.formulas).toContain('amount');
});

test.each([
  ['above the month', async () => ({ row: 2, count: 1 })],
  ['within it', async () => ({ row: (await team.rowOf(mira, 'section:existing')) - 1, count: 2 })],
])('rows inserted %s since: the right cell is found', async (_, where) => {
  const before = await meeting(team, mira, MONTH);
  const [deal] = before.block.sections[0]!.rows;
  const { row, count } = await where();
  const text = `Call ${row}`;
  await team.write({ op: 'insertRows', sheetId: mira, before: row, count, inherit: 'before' });
  const result = await save(before, [edit(deal!.key, 'next', text, deal!.cells.next ?? '')]);
  expect(outcomesOf(result)).toEqual(['saved']);
  expect(await team.text(mira, deal!.key, COL.next)).toBe(text);
  const after = await meeting(team, mira, MONTH);
  expect(typedIn((result.saved?.block ?? (result.screen as MeetingScreen).block) as BlockView)).toEqual(
    typedIn(after.block),
  );
  await team.write({ op: 'deleteRows', sheetId: mira, row, count });
});

test('somebody else’s tab is refused, with a hint as without; the person’s own and a manager’s save are not', async () => {
  const before = await meeting(team, mira, MONTH);
  const [deal] = before.block.sections[0]!.rows;
  const values = await team.values(mira);
  await expect(save(before, [edit(deal!.key, 'who', 'Forged', '=Harbour')], 'ben@example.com')).rejects.toMatchObject({
    problem: { code: 'notYourTab' },
  });
  const { sheetId } = (await meeting(team, team.sheet['Ben Sorrel']!, MONTH)).rep;
  const onto = { ...pinOf(before), sheetId, edits: [edit('text:focus', 'when', 'Forged')] };
  await expect(team.player.call('saveEdits', onto)).rejects.toMatchObject({ problem: { code: 'tabOfSomeoneElse' } });
  expect(await team.values(mira)).toEqual(values);
  const own = await save(before, [edit('text:observed', 'when', 'Mine')], 'mira@example.com');
  expect(outcomesOf(own)).toEqual(['saved']);
});

test('without the head’s rights Setup decides', async () => {
  const before = await meeting(team, mira, MONTH);
  await team.write({
    op: 'cells',
    sheetId: mira,
    row: 3,
    col: HEAD_CELL.sheetId.col,
    cells: [[{ v: mira }, { v: 'ben@example.com, nobody' }, { v: null }]],
  });
  const forged = [edit('text:takeaway', 'when', 'Forged')];
  const mine = await save(before, [edit('text:takeaway', 'when', 'Mine')]);
  expect(outcomesOf(mine)).toEqual(['saved']);
  await expect(save(before, forged, 'ben@example.com')).rejects.toMatchObject({ problem: { code: 'notYourTab' } });
});

test('a look by the hint is quiet while nothing has changed, and tells what has', async () => {
  const before = await meeting(team, mira, MONTH);
  const look = () => team.player.call('lookForChanges', { ...pinOf(before), revision: before.block.revision });
  expect((await look()).screen).toBeNull();
  await team.type(mira, await team.rowOf(mira, 'text:observed'), COL.when, 'Typed by hand');
  const { screen } = await look();
  expect((screen as MeetingScreen).block.conclusion.observed.value).toBe('Typed by hand');
});

test('the tab renamed, the month folded by hand: saved as before', async () => {
  const before = await meeting(team, mira, MONTH);
  const { row, rows } = before.block.place;
  await team.write({ op: 'renameSheet', sheetId: mira, name: 'M. Oakes (North)' });
  const groups = [{ start: row + 1, end: row + rows - 2, depth: 1, collapsed: true }];
  await team.write({ op: 'rowGroups', sheetId: mira, groups, control: 'BEFORE' });
  const result = await save(before, [edit('text:plan', 'when', 'Folded away')]);
  expect(outcomesOf(result)).toEqual(['saved']);
  expect(await team.text(mira, 'text:plan', COL.when)).toBe('Folded away');
  const after = await meeting(team, mira, MONTH);
  expect(after.rep.tab).toBe('M. Oakes (North)');
});

test('the next month started by somebody else: saved into the older one, and the look tells of the newer', async () => {
  const before = await meeting(team, mira, MONTH);
  await startMonth(team, mira, MONTH + 1);
  const look = { ...pinOf(before), revision: before.block.revision };
  const told = await team.player.call('lookForChanges', look);
  expect(told.newestMonth).toBe(MONTH + 1);
  const result = await save(before, [edit('text:plan', 'when', 'Still November', 'Folded away')]);
  expect(outcomesOf(result)).toEqual(['saved']);
  const older = result.screen as MeetingScreen;
  expect([older.block.month, older.newestMonth]).toEqual([MONTH, MONTH + 1]);
  expect((await meeting(team, mira, MONTH)).block.plan?.value).toBe('Still November');
  await team.player.call('undoStart', { sheetId: mira, month: MONTH + 1 });
  expect((await team.player.call('lookForChanges', look)).newestMonth).toBe(MONTH);
});
