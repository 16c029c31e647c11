import type { LifeLine } from '../../../src/contract/life';
import { COL } from '../../../src/sheet/grid';
import { closeAll, closeStage, meeting, openTeam, startMonth } from '../../support/addon';

afterAll(closeAll);

test('the life of an opportunity is told from the tab, by few reads, whatever hands have done to it', async () => {
  const stage = await openTeam('Ada Quill\nBram Odell');
  try {
    const sheetId = stage.sheet['Ada Quill']!;
    const { rep, block } = await meeting(stage, sheetId, 202611);
    const save = (
      month: number,
      edits: [string, 'who' | 'when' | 'amount' | 'status' | 'moved' | 'next', string | number, string | number][],
    ) =>
      stage.player.call('saveEdits', {
        sheetId,
        repId: rep.repId,
        month,
        edits: edits.map(([key, field, was, now]) => ({ key, field, was, now })),
      });
    await save(202611, [
      ['new:alpha1', 'who', '', 'Halden Mills\nline two'],
      ['new:alpha1', 'when', '', '2026-12-03'],
      ['new:alpha1', 'amount', '', 12000],
      ['new:beta22', 'who', '', 'Halden Mills'],
      ['new:beta22', 'amount', '', '12k–15k?'],
    ]);
    expect(block.month).toBe(202611);
    await startMonth(stage, sheetId, 202612);
    await save(202612, [
      ['existing:alpha1', 'when', '2026-12-03', '2027-01-20'],
      ['existing:alpha1', 'moved', '', 'They wait for the budget'],
      ['existing:alpha1', 'status', '', 'stuck'],
    ]);
    // January is skipped.
    await startMonth(stage, sheetId, 202702);
    const life = async (key: string): Promise<LifeLine | null> =>
      (await stage.player.call('loadLife', { sheetId, repId: rep.repId, key })).life;
    expect(await life('existing:alpha1')).toMatchObject({
      id: 'alpha1',
      title: 'Halden Mills, line two',
      firstMonth: 202611,
      monthsOpen: 3,
      // February has not been held: it says nothing yet.
      monthsUnchanged: 0,
      timesPushed: 1,
      monthsStuck: 1,
      outcome: 'open',
      gaps: [{ month: 202701, why: 'noMeeting' }],
      steps: [
        { month: 202611, list: 'new', change: 'new', changes: [], amount: 12000, when: '2026-12-03' },
        {
          month: 202612,
          list: 'existing',
          change: 'pushed',
          moved: 'They wait for the budget',
          changes: [
            { what: 'status', from: '', to: 'stuck' },
            { what: 'when', from: '2026-12-03', to: '2027-01-20' },
          ],
        },
        { month: 202702, change: 'none', changes: [] },
      ],
    });
    expect(await life('existing:beta22')).toMatchObject({ title: 'Halden Mills', timesPushed: 0, outcome: 'open' });
    expect(await life('new:nobody')).toBeNull();

    // By hand: won, in a word of another case; the other one's row goes.
    await stage.type(sheetId, await stage.rowOf(sheetId, 'existing:alpha1', 202702), COL.status, ' Won');
    const gone = await stage.rowOf(sheetId, 'existing:beta22', 202702);
    await stage.write({ op: 'deleteRows', sheetId, row: gone, count: 1 });
    expect(await life('existing:alpha1')).toMatchObject({ outcome: 'won', outcomeMonth: 202702, monthsOpen: 3 });
    expect(await life('existing:beta22')).toMatchObject({ outcome: 'left', outcomeMonth: 202612, monthsUnchanged: 1 });

    // What it costs: the index, the name of the zone, Setup, and one read for three months that lie near each other.
    const before = { ...stage.player.serviceCalls };
    await life('existing:alpha1');
    const reads = (stage.player.serviceCalls['Range.getValues'] ?? 0) - (before['Range.getValues'] ?? 0);
    expect(reads).toBe(3);
  } finally {
    closeStage(stage);
  }
});
