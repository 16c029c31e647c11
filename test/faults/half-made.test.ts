/**
 * A month that a killed run has left half made, and somebody types into it before anybody starts it again. Only where texts
 * have to be looked at once more is a month written by more than one call.
 */
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import type { WorkbookFile } from '../../workbench/engine/engine';
import {
  asShown,
  closeAll,
  closeStage,
  MANAGER,
  meeting,
  NOVEMBER,
  openStage,
  openTeam,
  type Stage,
  startMonth,
} from '../support/addon';

afterAll(closeAll);

const MONTH = 202612;
let file: WorkbookFile;
let sheetId: number;

beforeAll(async () => {
  const team = await openTeam('Mira Oakes');
  sheetId = team.sheet['Mira Oakes']!;
  const { rep } = await meeting(team, sheetId, 202611);
  const edits = [{ key: 'new:a', field: 'who' as const, was: '', now: '=Harbour' }];
  await team.player.call('saveEdits', { sheetId, repId: rep.repId, month: 202611, edits });
  const people = asShown(await team.player.call('planMonth', { sheetId, month: MONTH }));
  const killed = team.player.as({ eager: true, faults: [{ kind: 'kill', at: 1, member: 'Range.setValue' }] });
  await expect(killed.call('startMonth', { sheetId, month: MONTH, people })).rejects.toThrow(/maximum execution time/);
  expect(await team.rowOf(sheetId, 'band', MONTH)).toBe(-1);
  await team.type(sheetId, await team.rowOf(sheetId, 'existing:a', MONTH), COL.moved, 'They called');
  await team.engine.calculate();
  file = team.engine.save();
  closeStage(team);
});

async function withHalf(act: (stage: Stage) => Promise<unknown>): Promise<void> {
  const stage = await openStage({ file, user: MANAGER, nowMs: NOVEMBER });
  try {
    await act(stage);
    expect(await stage.text(sheetId, 'existing:a', COL.moved, MONTH)).toBe('They called');
    expect((await meeting(stage, sheetId, MONTH)).block.month).toBe(MONTH);
    const keys = (await stage.values(sheetId)).map((line) => `${line[HIDDEN.key - 1]} ${line[HIDDEN.month - 1]}`);
    expect(keys.filter((key) => key === `existing:a ${MONTH}`)).toHaveLength(1);
    expect(stage.engine.rowGroups(sheetId)).toHaveLength(1);
    await expect(stage.player.call('undoStart', { sheetId, month: MONTH })).rejects.toThrow(/typed into December/);
  } finally {
    closeStage(stage);
  }
}

test('started again, it becomes the month, with what was typed; it can no longer be taken back', () =>
  withHalf((stage) => startMonth(stage, sheetId, MONTH)));

test('Check and repair makes it the month as well', () =>
  withHalf(async (stage) => {
    const { digest } = await stage.player.call('checkTab', { sheetId });
    expect((await stage.player.call('repairTab', { sheetId, digest })).changed).toBeNull();
  }));

test('the month before goes on meanwhile', () =>
  withHalf(async (stage) => {
    const { rep } = await meeting(stage, sheetId, 202611);
    const edits = [{ key: 'new:b', field: 'who' as const, was: '', now: 'Lumen' }];
    const saved = await stage.player.call('saveEdits', { sheetId, repId: rep.repId, month: 202611, edits });
    expect(saved.outcomes[0]?.outcome).toBe('saved');
    expect((await startMonth(stage, sheetId, MONTH)).started).toEqual(['Mira Oakes']);
  }));

test('of a month without such texts a killed run leaves empty rows: what is typed into them stays, and the month is started again', async () => {
  const team = await openTeam('Mira Oakes');
  const id = team.sheet['Mira Oakes']!;
  const people = asShown(await team.player.call('planMonth', { sheetId: id, month: MONTH }));
  const killed = team.player.as({ eager: true, faults: [{ kind: 'kill', at: 1, member: 'Range.setValues' }] });
  const course = killed.call('startMonth', { sheetId: id, month: MONTH, people });
  await expect(course).rejects.toThrow(/maximum execution time/);
  expect(await team.rowOf(id, 'focus', MONTH)).toBe(-1);
  await team.type(id, 12, COL.who, 'Lumen said so');
  expect((await startMonth(team, id, MONTH)).started).toEqual(['Mira Oakes']);
  expect((await meeting(team, id, MONTH)).block.month).toBe(MONTH);
  expect(team.engine.rowGroups(id)).toHaveLength(1);
  const { digest } = await team.player.call('checkTab', { sheetId: id });
  expect((await team.player.call('repairTab', { sheetId: id, digest })).changed).toBeNull();
  const holds = (await team.values(id)).filter((line) => line[COL.who - 1] === 'Lumen said so');
  expect(holds).toHaveLength(1);
  expect(team.engine.rowGroups(id)).toHaveLength(1);
  closeStage(team);
});
