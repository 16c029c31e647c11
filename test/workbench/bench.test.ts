/** The bench itself, on two small workbooks: service calls do not grow with the months, and stay within their aims. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FIRST_BLOCK_ROW } from '../../src/sheet/grid/grid';
import { COLUMNS } from '../../src/sheet/grid/hidden';
import { type Act, Visitor } from '../../workbench/bench/acts';
import { type BenchDetail, measureSize, measureTeam, pageOf } from '../../workbench/bench/bench';
import { bookOf } from '../../workbench/bench/book';
import { openEngine } from '../../workbench/engine/open';
import { closeWorkers, kindOf, loadProject, type Project } from '../../workbench/runtime';

const ACTS: readonly Act[] = [
  'open',
  'look',
  'saveOne',
  'saveTen',
  'finish',
  'previewOne',
  'startOne',
  'startAll',
  'startAllFull',
  'startOneFull',
  'saveCard',
];
const SMALL = { history: 2, existing: 5, team: 2 };
const LARGER = { ...SMALL, history: 4 };

/** The books: the larger one serves twice. */
const FOLDER = mkdtempSync(path.join(tmpdir(), 'bench-'));
let project: Project;

beforeAll(async () => {
  project = await loadProject(path.join(__dirname, '../../dist'), 'Monthly 1:1');
});

afterAll(async () => {
  await closeWorkers();
  rmSync(FOLDER, { recursive: true, force: true });
});

test('each act needs as few calls as it should, and no more with more months behind it', async () => {
  const few = byAct(await measureSize(SMALL, { project, plain: null, cache: FOLDER, acts: ACTS }));
  const more = byAct(await measureSize(LARGER, { project, plain: null, cache: FOLDER, acts: ACTS }));
  for (const act of ACTS) expect({ act, members: more[act].members }).toEqual({ act, members: few[act].members });
  expect(few.open.row.calls).toBeLessThanOrEqual(5);
  expect(few.look.row.calls).toBeLessThanOrEqual(3);
  // Lock, flush, unlock.
  expect(few.saveOne.row).toMatchObject({ calls: 3, locks: 3, cellsWritten: 1 });
  expect(few.saveTen.row).toMatchObject({ locks: 3, cellsWritten: 10 });
  expect(few.saveTen.members).toEqual({ 'Range.getValues': 1, 'Range.getFormulas': 1, 'Range.setValues': 3 });
  expect(few.finish.row.calls).toBeLessThanOrEqual(11);
  expect(few.startOne.row.calls).toBeLessThanOrEqual(20);
  expect(few.startAll.row.portions).toBe(1);
  // Commitments, development, help, ranks and the focus come along, to names of one line and of two.
  expect(few.startOneFull.row.calls).toBeLessThanOrEqual(20);
  // Two people: fifteen calls that reach cells for each further one.
  expect(few.startAllFull.row.calls).toBeLessThanOrEqual(38);
  // A card of coaching is one save: a row of its own, which is made first; here in a month that is no longer the newest.
  expect(few.saveCard.row).toMatchObject({ portions: 1, locks: 3 });
  expect(few.saveCard.row.calls).toBeLessThanOrEqual(14);
});

test('what is read is bounded by the newest months and the key column; the first state travels in the page', async () => {
  const engine = await openEngine(await bookOf(LARGER, project, FOLDER));
  const visitor = new Visitor(engine, project);
  const { tabRows, blockRows, setupCells } = await visitor.extent();
  const [open] = await visitor.do('open');
  expect(pageOf(open)).not.toContain('__FIRST_STATE__');
  expect(pageOf(open)).toContain('"kind":"meeting"');
  const months = 2 * (FIRST_BLOCK_ROW + blockRows) * COLUMNS;
  // The two that are there, and the one that has just been made.
  const started = months + blockRows * COLUMNS;
  const keys = 3 * tabRows;
  const figures = 20;
  for (const act of ['look', 'saveOne', 'saveTen'] as const) {
    const [run] = await visitor.do(act);
    expect({ act, fits: run!.traffic.cellsRead <= months }).toEqual({ act, fits: true });
  }
  for (const act of ['open', 'finish', 'previewOne', 'startOne'] as const) {
    const [run] = await visitor.do(act);
    const most = (act === 'startOne' ? started : months) + keys + setupCells + figures;
    expect({ act, fits: run!.traffic.cellsRead <= most }).toEqual({ act, fits: true });
  }
  engine.dispose();
});

test('a person more costs as many calls in a large team as in a small one, whatever is done for all of them', async () => {
  const sizes = [1, 2, 4] as const;
  const acts = ['setUp', 'startTeam'] as const;
  const more = ['openThrice', 'firstLook', 'previewDeals'] as const;
  const imports: Record<string, number[]> = {};
  const counts: Record<string, number[]> = {};
  const reaching: number[] = [];
  for (const size of sizes)
    for (const { row } of await measureTeam(size, { project }, [...acts, ...more])) {
      if (row.act === 'openThrice' || row.act === 'firstLook')
        imports[row.act] = [...(imports[row.act] ?? []), row.waitMs];
      if (row.act === 'previewDeals') imports.calls = [...(imports.calls ?? []), row.calls];
      if ((more as readonly string[]).includes(row.act)) continue;
      counts[row.act] = [...(counts[row.act] ?? []), row.allCalls];
      if (row.act === 'startTeam') reaching.push(row.calls);
    }
  for (const act of acts) {
    const [few = 0, some = 0, many = 0] = counts[act] ?? [];
    const [early, late] = [(some - few) / (sizes[1] - sizes[0]), (many - some) / (sizes[2] - sizes[1])];
    const isAsMany = Math.abs(late / early - 1) < 0.1;
    expect({ act, early, late, isAsMany }).toEqual({ act, early, late, isAsMany: true });
  }
  const [, some = 0, many = 0] = reaching;
  expect((many - some) / (sizes[2] - sizes[1])).toBeLessThanOrEqual(15);
  // The first of an import's preview is there as soon as the sidebar would have been opened three times, by modelled waits.
  const { openThrice = [], firstLook = [], calls = [] } = imports;
  expect(firstLook.map((ms, n) => ms <= (openThrice[n] ?? 0))).toEqual([true, true, true]);
  // Four more for each person whom the file names.
  expect(((calls[2] ?? 0) - (calls[1] ?? 0)) / (sizes[2] - sizes[1])).toBeLessThanOrEqual(4);
});

test('what counts as a call is what reaches cells or stores', () => {
  const kinds = Object.fromEntries(
    [
      'Range.getValues',
      'Range.setBorder',
      'RangeList.setBorder',
      'Range.canEdit',
      'Sheet.getLastRow',
      'Sheet.setRowHeights',
      'Range.shiftRowGroupDepth',
      'Properties.getProperty',
      'Cache.put',
      'Lock.tryLock',
      'SpreadsheetApp.flush',
      'Sheet.getRange',
      'Sheet.getSheetId',
      'Range.offset',
      'Spreadsheet.getSheets',
      'DataValidationBuilder.build',
      'TextStyleBuilder.setBold',
    ].map((member) => [member, kindOf(member)]),
  );
  expect(kinds).toEqual({
    'Range.getValues': 'read',
    'Range.setBorder': 'write',
    'RangeList.setBorder': 'write',
    'Range.canEdit': 'read',
    'Sheet.getLastRow': 'read',
    'Sheet.setRowHeights': 'write',
    'Range.shiftRowGroupDepth': 'write',
    'Properties.getProperty': 'storeRead',
    'Cache.put': 'cacheWrite',
    'Lock.tryLock': 'lock',
    'SpreadsheetApp.flush': 'flush',
    'Sheet.getRange': 'light',
    'Sheet.getSheetId': 'light',
    'Range.offset': 'light',
    'Spreadsheet.getSheets': 'light',
    'DataValidationBuilder.build': 'light',
    'TextStyleBuilder.setBold': 'light',
  });
});

function byAct(details: readonly BenchDetail[]): Record<Act, BenchDetail> {
  return Object.fromEntries(details.map((detail) => [detail.row.act, detail])) as Record<Act, BenchDetail>;
}
