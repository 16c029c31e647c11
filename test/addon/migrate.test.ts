/** Grids to come: steps run in their order, each until it is done; a tab of a newer grid is left alone. */
import { HEAD_CELL } from '../../src/sheet/grid/hidden';
import { runSteps } from '../../src/sheet/repair/migrate';
import { closeAll, closeStage, meeting, openTeam } from '../support/addon';

afterAll(closeAll);

test('steps run one after the other, and one that was cut off begins again', () => {
  const done: string[] = [];
  let version = 1;
  let isCut = true;
  const steps = {
    1: () => done.push('from 1'),
    3: () => {
      if (isCut) throw new Error('cut off');
      done.push('from 3');
    },
  };
  const run = () => runSteps(steps, version, 4, (reached) => (version = reached));
  expect(run).toThrow('cut off');
  expect([done, version]).toEqual([['from 1'], 3]);
  isCut = false;
  run();
  expect([done, version]).toEqual([['from 1', 'from 3'], 4]);
  run();
  expect(done).toHaveLength(2);
});

test('a tab of a version to come is left alone', async () => {
  const team = await openTeam('Mira Oakes');
  try {
    const mira = team.sheet['Mira Oakes']!;
    const { rep } = await meeting(team, mira, 202611);
    await team.type(mira, HEAD_CELL.grid.row, HEAD_CELL.grid.col, 9);
    const before = await team.values(mira);
    const edits = [{ key: 'text:focus', field: 'when' as const, was: '', now: 'x' }];
    await expect(
      team.player.call('saveEdits', { sheetId: mira, repId: rep.repId, month: 202611, edits }),
    ).rejects.toMatchObject({ problem: { code: 'tabTooNew' } });
    expect(await team.values(mira)).toEqual(before);
  } finally {
    closeStage(team);
  }
});
