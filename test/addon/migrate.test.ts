import { readFileSync } from 'node:fs';
import path from 'node:path';
import { COL } from '../../src/sheet/grid/grid';
import type { WorkbookFile } from '../../workbench/engine/engine';
import type { AddonProblem } from '../../workbench/play/addon';
import { closeAll, closeStage, MANAGER, meeting, NOVEMBER, openStage, type Stage, startMonth } from '../support/addon';

afterAll(closeAll);

const MIRA = 1148787967;

/** A workbook as the first released grid left it: three months, two of them finished. */
async function withGrid1(
  options: Parameters<typeof openStage>[0],
  act: (stage: Stage) => Promise<void>,
): Promise<void> {
  const file = JSON.parse(readFileSync(path.join(__dirname, '../fixtures/grid-1.book'), 'utf8')) as WorkbookFile;
  const stage = await openStage({ nowMs: NOVEMBER, ...options, file });
  try {
    await stage.write({ op: 'file', patch: { owner: MANAGER, editors: [MANAGER] } });
    await act(stage);
  } finally {
    closeStage(stage);
  }
}

const keysOf = async (stage: Stage, month: number) =>
  (await stage.values(MIRA)).filter((line) => line[COL.month - 1] === month).map((line) => String(line[COL.key - 1]));

const rowsOf = async (stage: Stage, month: number) =>
  (await stage.values(MIRA)).filter((line) => line[COL.month - 1] === month);

async function save(stage: Stage, now: string): Promise<void> {
  const { rep } = await meeting(stage, MIRA, 202611);
  await stage.player.call('saveEdits', {
    sheetId: MIRA,
    repId: rep.repId,
    month: 202611,
    edits: [{ key: 'new:pier', field: 'next', was: '', now }],
  });
}

/** All of a tab but ids made by chance. */
async function likeness(stage: Stage): Promise<string[]> {
  return (await stage.values(MIRA)).map((line) =>
    line
      .map((cell) => String(cell ?? ''))
      .join('|')
      .replace(/(\w+):[a-z]\w{7}\b/g, '$1:…'),
  );
}

describe('a tab of the first grid', () => {
  test('opens as it is, and gets the second grid with the first save; older months stay', () =>
    withGrid1({}, async (stage) => {
      const screen = await meeting(stage, MIRA, 202611);
      expect(screen.block.plan).toBeNull();
      expect(screen.block.sections.find((s) => s.id === 'existing')!.rows.map((row) => row.cells.who)).toContain(
        'Mill Street Bakery',
      );
      expect((await stage.values(MIRA))[0]![COL.month - 1]).toBe(1);
      const before = {
        sep: await rowsOf(stage, 202609),
        oct: await rowsOf(stage, 202610),
        nov: await keysOf(stage, 202611),
      };
      await save(stage, 'Send the menu');
      const values = await stage.values(MIRA);
      expect(values[0]![COL.month - 1]).toBe(2);
      expect([values[1]![COL.d - 1], values[2]![COL.d - 1]]).toEqual([202611, 202610]);
      expect({ sep: await rowsOf(stage, 202609), oct: await rowsOf(stage, 202610) }).toEqual({
        sep: before.sep,
        oct: before.oct,
      });
      const keys = await keysOf(stage, 202611);
      for (const key of ['text:review', 'text:help', 'text:ready', 'sum:pipeline', 'text:plan', 'header:grow'])
        expect(keys).toContain(key);
      expect(keys.filter((key) => key.startsWith('grow:')).length).toBe(1);
      expect(before.nov.filter((key) => !keys.includes(key))).toEqual([]);
      const after = await meeting(stage, MIRA, 202611);
      expect(after.block.plan).not.toBeNull();
      expect(after.block.growth.spareKeys.length).toBe(1);
      const open = after.block.sections.filter((s) => s.kind === 'new' || s.kind === 'existing').flatMap((s) => s.rows);
      expect(after.block.pipeline).toMatchObject({ open: open.length, amount: 143000, commitmentsOpen: 2 });
      const revenue = after.block.sections.find((s) => s.id === 'kpis')!.rows[0]!;
      expect(revenue.cells.amount).toBe(64000);
      const check = await stage.player.call('checkTab', { sheetId: MIRA });
      expect(check.findings).toEqual([]);
    }));

  test('cut off anywhere, the second run comes to the same tab', async () => {
    let whole: string[] = [];
    let calls: Record<string, number> = {};
    await withGrid1({ eager: true }, async (stage) => {
      const before = { ...stage.player.serviceCalls };
      await save(stage, 'Send the menu');
      calls = Object.fromEntries(
        Object.entries(stage.player.serviceCalls).map(([member, n]) => [member, n - (before[member] ?? 0)]),
      );
      whole = await likeness(stage);
    });
    expect(calls['Sheet.insertRowsBefore']).toBeGreaterThan(5);
    for (const [member, at] of [
      ['Sheet.insertRowsBefore', 1],
      ['Sheet.insertRowsBefore', 4],
      ['Range.setBackgrounds', 2],
      ['Range.setValues', 3],
      ['Range.setValues', 7],
      ['Range.setValues', 12],
      ['Range.setValue', 1],
    ] as const)
      await withGrid1({ eager: true }, async (stage) => {
        const { rep } = await meeting(stage, MIRA, 202611);
        const edit = { key: 'new:pier', field: 'next' as const, was: '', now: 'Send the menu' };
        const request = { sheetId: MIRA, repId: rep.repId, month: 202611, edits: [edit] };
        const killed = stage.player.as({ faults: [{ at, member, kind: 'kill' }] });
        await expect(killed.call('saveEdits', request)).rejects.toThrow();
        await stage.player.call('saveEdits', request);
        expect({ member, at, tab: await likeness(stage) }).toEqual({ member, at, tab: whole });
      });
  });

  test('a new month begins on the second grid, with all that comes along', () =>
    withGrid1({ nowMs: Date.UTC(2026, 11, 1, 12) }, async (stage) => {
      const started = await startMonth(stage, MIRA, 202612);
      expect(started.started).toEqual(['Mira Oakes']);
      const screen = await meeting(stage, MIRA, 202612);
      expect(screen.block.sections.find((s) => s.id === 'existing')!.rows.map((row) => row.cells.who)).toContain(
        'Pier Cafe',
      );
      expect(await keysOf(stage, 202611)).toContain('text:review');
      expect((await stage.player.call('checkTab', { sheetId: MIRA })).findings).toEqual([]);
    }));

  test('a tab of a version to come is left alone', () =>
    withGrid1({}, async (stage) => {
      await stage.type(MIRA, 1, COL.month, 9);
      const before = await stage.values(MIRA);
      await expect(save(stage, 'x')).rejects.toMatchObject({ problem: { code: 'tabTooNew' } } satisfies
        | Partial<AddonProblem>
        | object);
      expect(await stage.values(MIRA)).toEqual(before);
    }));
});
