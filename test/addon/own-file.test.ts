import path from 'node:path';
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { SETUP_COL } from '../../src/sheet/setup/tables';
import type { Engine } from '../../workbench/engine/engine';
import { openEngine } from '../../workbench/engine/open';
import { AddonPlayer } from '../../workbench/play/addon';
import { loadProject } from '../../workbench/runtime';
import { asShown, closeAll, closeStage, MANAGER, NOVEMBER, openTeam } from '../support/addon';

afterAll(closeAll);

const MIRA = 'mira@example.com';
const ORIGIN = { kind: 'page', user: MANAGER } as const;

interface OwnFile {
  engine: Engine;
  boss: AddonPlayer;
  mira: AddonPlayer;
  /** Mira's tab and Setup. */
  tab: number;
  setup: number;
}

const tabId = (engine: Engine, name: string) => engine.sheets().find((sheet) => sheet.name === name)?.id ?? -1;

/** The steps of the README: the team's file copied, everything but Mira's tab and Setup deleted, shared with her. */
async function withOwnFile(act: (file: OwnFile) => Promise<void>): Promise<void> {
  const team = await openTeam(`Mira Oakes, ${MIRA}\nBen Sorrel, ben@example.com\nZoë Quist`);
  await team.player.call('protectTabs', {});
  const setupOfTeam = tabId(team.engine, 'Setup');
  const goals = await team.rowOf(setupOfTeam, 'header:goals');
  for (const [n, who] of ['', 'Ben Sorrel'].entries()) {
    await team.type(setupOfTeam, goals + 1 + n, SETUP_COL.first, who);
    await team.type(setupOfTeam, goals + 1 + n, SETUP_COL.second, 'Calls');
    await team.type(setupOfTeam, goals + 1 + n, SETUP_COL.second + 1, 40);
  }
  const text = '\tCalls\nMira Oakes\t50\nBen Sorrel\t70';
  const { people } = await team.player.inPortions('planActuals', () => ({ month: 202611, text }));
  await team.player.inPortions('applyActuals', () => ({ month: 202611, text, people }));
  const copy = team.engine.save();
  closeStage(team);
  // What Google leaves behind when a file is copied: sharing, lists of protections, the document's properties.
  copy.extras.file = { ...copy.extras.file, owner: MANAGER, editors: [MANAGER], viewers: [] };
  copy.extras.protections = copy.extras.protections.map((one) => ({ ...one, editors: [] }));
  copy.extras.properties = {};
  const engine = await openEngine(copy);
  try {
    for (const { id, name } of engine.sheets())
      if (name !== 'Mira Oakes' && name !== 'Setup') await engine.write([{ op: 'deleteSheet', sheetId: id }], ORIGIN);
    await engine.write([{ op: 'file', patch: { editors: [MANAGER, MIRA] } }], ORIGIN);
    const project = await loadProject(path.join(__dirname, '../../dist'), 'Monthly 1:1');
    const boss = new AddonPlayer(engine, project, { user: MANAGER, nowMs: NOVEMBER });
    const [tab, setup] = [tabId(engine, 'Mira Oakes'), tabId(engine, 'Setup')];
    await act({ engine, boss, mira: boss.as({ user: MIRA }), tab, setup });
  } finally {
    engine.dispose();
  }
}

const rows = async (engine: Engine, sheetId: number, cols: number) =>
  engine.read(sheetId, { row: 1, col: 1, rows: engine.sheets().find((s) => s.id === sheetId)?.lastRow ?? 1, cols });

/** Deletes the lines of Setup that begin with one of these names, as a person would. */
async function dropLines({ engine, setup }: OwnFile, names: string[], table: RegExp): Promise<void> {
  const lines = await rows(engine, setup, 2);
  let current = '';
  const found: number[] = [];
  lines.forEach(([name, key], index) => {
    if (String(key?.v ?? '').startsWith('table:')) current = String(key?.v);
    if (table.test(current) && names.includes(String(name?.v ?? ''))) found.push(index + 1);
  });
  expect(found.length).toBeGreaterThan(0);
  for (const row of found.reverse()) await engine.write([{ op: 'deleteRows', sheetId: setup, row, count: 1 }], ORIGIN);
}

test('with the others’ lines taken out of Setup, manager and rep work on in it', () =>
  withOwnFile(async (file) => {
    const { engine, boss, mira, tab } = file;
    await dropLines(file, ['Ben Sorrel', 'Zoë Quist'], /roster|goals/);
    expect(await boss.call('protectTabs', {})).toMatchObject({ done: ['Mira Oakes', 'Setup'], left: [] });
    const screen = await mira.call('loadScreen', { sheetId: tab });
    expect([screen.kind, screen.setupProblems, 'people' in screen && screen.people.map((p) => p.name)]).toEqual([
      'meeting',
      [],
      ['Mira Oakes'],
    ]);
    const preview = await boss.call('planMonth', { sheetId: null, month: 202612 });
    expect(preview.people.map((p) => [p.name, p.state])).toEqual([['Mira Oakes', 'new']]);
    const request = { sheetId: null, month: 202612, people: asShown(preview) };
    const started = await boss.inPortions('startMonth', () => request);
    expect([started.started, started.problems]).toEqual([['Mira Oakes'], []]);
    const shown = await engine.displayValues(tab, { row: 1, col: 1, rows: 160, cols: 14 });
    expect(shown.flat().filter((text) => text.startsWith('#'))).toEqual([]);
    const calls = (await rows(engine, tab, 14)).filter((line) => line[HIDDEN.key - 1]?.v === 'kpis:calls');
    expect(calls.map((line) => [line[COL.when - 1]?.v, line[COL.amount - 1]?.v])).toEqual([
      [40, null],
      [40, 50],
    ]);
  }));

test('with the others still on the roster, they are named as people without a tab, and the rest goes on', () =>
  withOwnFile(async (file) => {
    const { boss, setup, tab } = file;
    const words = (name: string) => expect.stringMatching(new RegExp(`^${name} has no tab in this spreadsheet`));
    expect(await boss.call('protectTabs', {})).toMatchObject({
      done: ['Mira Oakes', 'Setup'],
      left: [words('Ben Sorrel'), words('Zoë Quist')],
    });
    const screen = await boss.call('loadScreen', { sheetId: setup });
    expect('people' in screen && screen.people.map((p) => [p.name, p.sheetId])).toEqual([
      ['Mira Oakes', tab],
      ['Ben Sorrel', null],
      ['Zoë Quist', null],
    ]);
    const preview = await boss.call('planMonth', { sheetId: null, month: 202612 });
    expect(preview.people.map((p) => [p.name, p.state, p.problem?.message])).toEqual([
      ['Mira Oakes', 'new', undefined],
      ['Ben Sorrel', 'problem', words('Ben Sorrel')],
      ['Zoë Quist', 'problem', words('Zoë Quist')],
    ]);
    const request = { sheetId: null, month: 202612, people: asShown(preview) };
    const started = await boss.inPortions('startMonth', () => request);
    expect(started.started).toEqual(['Mira Oakes']);
  }));

test('a goal of somebody who is off the roster is named with its cell', () =>
  withOwnFile(async (file) => {
    await dropLines(file, ['Ben Sorrel', 'Zoë Quist'], /roster/);
    await expect(file.boss.call('planMonth', { sheetId: null, month: 202612 })).rejects.toThrow(
      /Setup!A\d+ in Setup cannot be read: “Ben Sorrel”\. It should be a name from the roster/,
    );
  }));
