import type { ProtectResult } from '../../src/contract/calls';
import { COL } from '../../src/sheet/grid/grid';
import { SETUP_COL } from '../../src/sheet/setup/tables';
import type { Engine } from '../../workbench/engine/engine';
import { openEngine } from '../../workbench/engine/open';
import { AddonPlayer } from '../../workbench/play/addon';
import { loadProject, runExecution } from '../../workbench/runtime';
import type { UiEffect } from '../../workbench/runtime/ui-host';
import { refusalOf } from '../../workbench/server/rights';
import { asShown, closeAll, closeStage, MANAGER, meeting, NOVEMBER, openTeam, startMonth } from '../support/addon';

afterAll(closeAll);

const OWNER = 'head@example.com';
const MIRA = 'mira@example.com';
const BEN = 'ben@example.com';
const PEOPLE = `Mira Oakes, ${MIRA}\nBen Sorrel, ${BEN}\nZoë Quist`;

type Team = Awaited<ReturnType<typeof openTeam>>;

/** A team whose spreadsheet belongs to the head of sales; the manager, Mira and Ben may edit it. */
async function withTeam(act: (team: Team) => Promise<void>, people = PEOPLE): Promise<void> {
  const team = await openTeam(people);
  await team.write({ op: 'file', patch: { owner: OWNER, editors: [OWNER, MANAGER, MIRA, BEN] } });
  // What the team sees together has a test of its own.
  for (const { id, name } of team.engine.sheets())
    if (name === 'Team' || name === 'Figures') await team.write({ op: 'deleteSheet', sheetId: id });
  try {
    await act(team);
  } finally {
    closeStage(team);
  }
}

const tabId = (engine: Engine, name: string) => engine.sheets().find((sheet) => sheet.name === name)!.id;

/** Does the workbench's page take a word typed into this cell by this person? */
function mayType(engine: Engine, user: string, tab: string, row: number, col = 1): boolean {
  const typed = { cellValue: { [row - 1]: { [col - 1]: { v: 'typed' } } } };
  const mutation = { id: 'sheet.mutation.set-range-values', params: { unitId: 'u', subUnitId: tab, ...typed } };
  const access = {
    user,
    file: engine.file(),
    protections: engine.protections(),
    sheets: engine.sheets(),
    sheetIdOf: (name: string) => tabId(engine, name),
  };
  return refusalOf([mutation], access) === null;
}

/** Which of these tabs can be typed into by this person. */
const editable = (engine: Engine, user: string, tabs = ['Mira Oakes', 'Ben Sorrel', 'Zoë Quist', 'Setup']) =>
  tabs.filter((tab) => mayType(engine, user, tab, 8));

const protect = (team: Team, user = MANAGER): Promise<ProtectResult> =>
  team.player.as({ user }).inPortions('protectTabs', () => ({}));

const listed = (engine: Engine) =>
  engine
    .protections()
    .map((p) => [engine.sheets().find((s) => s.id === p.sheetId)?.name, p.description, [...(p.editors ?? [])].sort()])
    .sort();

async function saveAs(team: Team, user: string, name: string, key: string, text: string) {
  const { rep } = await meeting(team, team.sheet[name]!, 202611);
  return team.player.as({ user }).call('saveEdits', {
    sheetId: rep.sheetId,
    repId: rep.repId,
    month: 202611,
    edits: [{ key, field: 'who', was: '', now: text }],
  });
}

/** Runs a few lines of script as somebody, as from a menu of their own; the error's words, or 'no error'. */
async function scriptAs(engine: Engine, user: string, body: string): Promise<string> {
  const project = `function run() { const ss = SpreadsheetApp.getActiveSpreadsheet(); ${body}; SpreadsheetApp.flush(); }`;
  const { outcome } = await runExecution({ engine, user, project, functionName: 'run' });
  return outcome.ok ? 'no error' : outcome.error.message;
}

test('a manager protects: each rep edits the own tab, managers every tab, the owner too', () =>
  withTeam(async (team) => {
    expect(editable(team.engine, MIRA)).toEqual(['Mira Oakes', 'Ben Sorrel', 'Zoë Quist', 'Setup']);
    expect(await protect(team)).toMatchObject({
      done: ['Mira Oakes', 'Ben Sorrel', 'Setup'],
      left: [expect.stringMatching(/^“Zoë Quist” stays as it is: Zoë Quist has no e-mail on the roster/)],
    });
    expect(editable(team.engine, MIRA)).toEqual(['Mira Oakes', 'Zoë Quist']);
    expect(editable(team.engine, BEN)).toEqual(['Ben Sorrel', 'Zoë Quist']);
    for (const user of [MANAGER, OWNER]) expect(editable(team.engine, user)).toHaveLength(4);
    expect(listed(team.engine)).toEqual([
      ['Ben Sorrel', `1:1 tracker: ${BEN} and managers`, [BEN, MANAGER]],
      ['Mira Oakes', `1:1 tracker: ${MIRA} and managers`, [MANAGER, MIRA]],
      ['Setup', '1:1 tracker: managers', [MANAGER]],
    ]);
    const write = (tab: string) => `ss.getSheetByName('${tab}').getRange('A8').setValue('by script')`;
    expect(await scriptAs(team.engine, MIRA, write('Ben Sorrel'))).toMatch(/protected cell/);
    expect(await scriptAs(team.engine, MIRA, write('Setup'))).toMatch(/protected cell/);
    expect(await scriptAs(team.engine, BEN, `ss.getSheetByName('Mira Oakes').protect().remove()`)).toMatch(/protected/);
  }));

test('on protected tabs a rep prepares, meets and starts the next month on the own tab, with the built add-on', () =>
  withTeam(async (team) => {
    await protect(team);
    const mira = { ...team, player: team.player.as({ user: MIRA }) };
    const sheetId = team.sheet['Mira Oakes']!;
    expect((await saveAs(team, MIRA, 'Mira Oakes', 'new:a', 'Harbour')).outcomes[0]?.outcome).toBe('saved');
    const { rep } = await meeting(mira, sheetId, 202611);
    const pin = { sheetId, repId: rep.repId, month: 202611 };
    const action = { act: 'start', section: 'new' } as const;
    expect((await mira.player.call('setClock', { ...pin, action, actionId: 'a' })).clock).not.toBeNull();
    expect((await mira.player.call('finishMeeting', { ...pin, actionId: 'b' })).screen.kind).toBe('meeting');
    expect((await startMonth(mira, sheetId, 202612)).started).toEqual(['Mira Oakes']);
    expect((await mira.player.call('undoStart', { sheetId, month: 202612 })).kind).not.toBe('setUp');
    expect(await team.rowOf(sheetId, 'band', 202612)).toBe(-1);
  }));

test('a crafted call for another’s tab is refused by the add-on, before anything is read or written', () =>
  withTeam(async (team) => {
    await protect(team);
    const before = await team.values(team.sheet['Ben Sorrel']!);
    await expect(saveAs(team, MIRA, 'Ben Sorrel', 'new:x', 'not mine')).rejects.toMatchObject({
      problem: { code: 'notYourTab' },
    });
    const sheetId = team.sheet['Ben Sorrel']!;
    await expect(team.player.as({ user: MIRA }).call('planMonth', { sheetId, month: 202612 })).rejects.toMatchObject({
      problem: { code: 'notYourTab' },
    });
    expect(await team.values(sheetId)).toEqual(before);
  }));

test('who may read but not edit is told so before the act begins, also somebody whom the roster does not know', () =>
  withTeam(async (team) => {
    await protect(team);
    await team.write({
      op: 'file',
      patch: { editors: [OWNER, MANAGER, BEN, 'guest@example.com'], viewers: [MIRA] },
    });
    const before = await team.values(team.sheet['Mira Oakes']!);
    const properties = team.engine.save().extras.properties;
    const { rep } = await meeting(team, team.sheet['Mira Oakes']!, 202611);
    const pin = { sheetId: rep.sheetId, repId: rep.repId, month: 202611 };
    const people = asShown(await team.player.call('planMonth', { sheetId: rep.sheetId, month: 202612 }));
    for (const user of [MIRA, 'guest@example.com']) {
      const they = team.player.as({ user });
      const acts = [
        () => saveAs(team, user, 'Mira Oakes', 'new:x', 'typed'),
        () => they.call('setClock', { ...pin, action: { act: 'start', section: 'new' }, actionId: 'a' }),
        () => they.call('finishMeeting', { ...pin, actionId: 'a' }),
        () => they.call('planMonth', { sheetId: rep.sheetId, month: 202612 }),
        () => they.call('startMonth', { sheetId: rep.sheetId, month: 202612, people }),
        () => they.call('undoStart', { sheetId: rep.sheetId, month: 202611 }),
      ];
      for (const act of acts)
        await expect(act()).rejects.toMatchObject({
          problem: { code: 'mayNotEdit', message: expect.stringMatching(/^You may read “Mira Oakes” but not edit it/) },
        });
      const screen = await they.call('loadScreen', { sheetId: rep.sheetId });
      expect(screen.kind).toBe('meeting');
    }
    expect(await team.values(team.sheet['Mira Oakes']!)).toEqual(before);
    expect(team.engine.save().extras.properties).toEqual(properties);
  }));

test('a month for everyone leaves out the tab that the manager may not edit, and names it', () =>
  withTeam(async (team) => {
    const only = `const p = ss.getSheetByName('Ben Sorrel').protect(); p.addEditor('${BEN}'); p.removeEditors(['${MANAGER}', '${MIRA}'])`;
    expect(await scriptAs(team.engine, OWNER, only)).toBe('no error');
    const preview = await team.player.call('planMonth', { sheetId: null, month: 202612 });
    expect(preview.people.map((p) => [p.name, p.state, p.problem?.code])).toEqual([
      ['Mira Oakes', 'new', undefined],
      ['Ben Sorrel', 'problem', 'mayNotEdit'],
      ['Zoë Quist', 'new', undefined],
    ]);
    const request = { sheetId: null, month: 202612, people: asShown(preview) };
    const started = await team.player.inPortions('startMonth', () => request);
    expect(started.started).toEqual(['Mira Oakes', 'Zoë Quist']);
    expect(started.problems.map((p) => p.code)).toEqual(['mayNotEdit']);
  }));

test('run again: nothing is doubled, and the list follows roster and managers', () =>
  withTeam(async (team) => {
    await protect(team);
    const before = listed(team.engine);
    await protect(team);
    expect(listed(team.engine)).toEqual(before);

    const setup = tabId(team.engine, 'Setup');
    const roster = await team.rowOf(setup, 'header:roster');
    await team.type(setup, roster + 1, SETUP_COL.second, 'mira.oakes@example.com');
    await team.type(setup, roster + 3, SETUP_COL.second, 'Zoe@example.com');
    // Ben left in October.
    await team.type(setup, roster + 2, SETUP_COL.second + 2, 46_321);
    const managers = await team.rowOf(setup, 'header:managers');
    await team.type(setup, managers + 2, SETUP_COL.first, 'Ann Lee');
    await team.type(setup, managers + 2, SETUP_COL.second, 'ann@example.com');
    expect(await protect(team)).toMatchObject({ done: ['Mira Oakes', 'Ben Sorrel', 'Zoë Quist', 'Setup'], left: [] });
    expect(listed(team.engine)).toEqual([
      ['Ben Sorrel', '1:1 tracker: managers', ['ann@example.com', MANAGER]],
      [
        'Mira Oakes',
        '1:1 tracker: mira.oakes@example.com and managers',
        ['ann@example.com', MANAGER, 'mira.oakes@example.com'],
      ],
      ['Setup', '1:1 tracker: managers', ['ann@example.com', MANAGER]],
      ['Zoë Quist', '1:1 tracker: zoe@example.com and managers', ['ann@example.com', MANAGER, 'zoe@example.com']],
    ]);
  }));

// Google copies a file's tab protections without their lists, and no protected ranges (facts §8.1).
test.each([{ list: [] as string[] | null }, { list: null }])(
  'in a copied file, its list $list, it is put right',
  ({ list }) =>
    withTeam(async (team) => {
      await protect(team);
      const file = team.engine.save();
      const copier = MANAGER;
      file.extras.file = { ...file.extras.file, owner: copier, editors: [copier, MIRA, BEN], viewers: [] };
      file.extras.protections = file.extras.protections.map((p) => ({ ...p, editors: list }));
      file.extras.properties = {};
      const engine = await openEngine(file);
      try {
        const project = await loadProject(`${__dirname}/../../dist`, 'Monthly 1:1');
        const player = new AddonPlayer(engine, project, { user: MANAGER, nowMs: NOVEMBER });
        expect(editable(engine, MIRA)).toHaveLength(list === null ? 4 : 1);
        const result = await player.inPortions('protectTabs', () => ({}));
        expect(result.done).toEqual(['Mira Oakes', 'Ben Sorrel', 'Setup']);
        expect(engine.protections()).toHaveLength(3);
        expect(editable(engine, MIRA)).toEqual(['Mira Oakes', 'Zoë Quist']);
        expect(editable(engine, BEN)).toEqual(['Ben Sorrel', 'Zoë Quist']);
      } finally {
        engine.dispose();
      }
    }),
);

test('what people protected themselves stays as they made it', () =>
  withTeam(async (team) => {
    const own = `
      ss.getSheetByName('Ben Sorrel').protect().setDescription('by hand').addEditor('${MIRA}');
      const p = ss.getSheetByName('Mira Oakes').getRange('A1:N3').protect().setDescription('the head');
      p.removeEditors(['${MIRA}', '${BEN}']);`;
    expect(await scriptAs(team.engine, MANAGER, own)).toBe('no error');
    const before = team.engine.protections();
    const result = await protect(team);
    expect(result.done).toEqual(['Mira Oakes', 'Setup']);
    expect(result.left.join('\n')).toMatch(/“Ben Sorrel” stays as it is: somebody has protected it by hand/);
    expect(team.engine.protections()).toEqual(expect.arrayContaining(before));
    expect(team.engine.protections()).toHaveLength(before.length + 2);
    expect(mayType(team.engine, MIRA, 'Mira Oakes', 2)).toBe(false);
    expect(mayType(team.engine, MIRA, 'Mira Oakes', 8)).toBe(true);
    // The head is hers to read only: her sidebar still saves below it, but cannot point the head at a new month.
    expect((await saveAs(team, MIRA, 'Mira Oakes', 'new:a', 'Harbour')).outcomes[0]?.outcome).toBe('saved');
    await expect(
      team.player.as({ user: MIRA }).call('planMonth', { sheetId: team.sheet['Mira Oakes']!, month: 202612 }),
    ).rejects.toMatchObject({ problem: { code: 'mayNotEdit' } });
  }));

test('Team and Figures are the managers’; a tab that only bears the name is not ours', () =>
  withTeam(async (team) => {
    await team.write({ op: 'insertSheet', sheetId: 901, name: 'Team', index: 0, rows: 50, cols: 20 });
    await team.type(901, 1, 1, 'Who plays on Sunday');
    await team.player.call('buildTeam', {});
    expect((await protect(team)).done).toEqual(['Mira Oakes', 'Ben Sorrel', 'Setup', 'Team (2)', 'Figures']);
    expect(editable(team.engine, MIRA, ['Team', 'Team (2)', 'Figures'])).toEqual(['Team']);
    expect(editable(team.engine, MANAGER, ['Team (2)', 'Figures'])).toHaveLength(2);
    await expect(team.player.as({ user: 'guest@example.com' }).call('buildTeam', {})).rejects.toMatchObject({
      problem: { code: 'mayNotEdit' },
    });
  }));

describe('who may run it', () => {
  test.each([
    ['a rep', MIRA],
    ['an editor whom Setup does not know', 'guest@example.com'],
  ])('%s: managers only', (_who, user) =>
    withTeam(async (team) => {
      await team.write({ op: 'file', patch: { editors: [OWNER, MANAGER, MIRA, BEN, 'guest@example.com'] } });
      await expect(protect(team, user)).rejects.toMatchObject({ problem: { code: 'managersOnly' } });
      expect(team.engine.protections()).toEqual([]);
    }),
  );

  test('the owner, who is not in Setup', () =>
    withTeam(async (team) => {
      expect((await protect(team, OWNER)).done).toEqual(['Mira Oakes', 'Ben Sorrel', 'Setup']);
      expect(editable(team.engine, MANAGER)).toHaveLength(4);
      expect(editable(team.engine, BEN)).toEqual(['Ben Sorrel', 'Zoë Quist']);
    }));

  test('a manager who may only read: every tab is named, nothing changes', () =>
    withTeam(async (team) => {
      await team.write({ op: 'file', patch: { editors: [OWNER, MIRA, BEN], viewers: [MANAGER] } });
      const { done, left } = await protect(team);
      expect(done).toEqual([]);
      expect(left.filter((words) => /^You may read “.*” but not edit it/.test(words))).toHaveLength(3);
      expect(team.engine.protections()).toEqual([]);
    }));

  test('a manager whom another one has left out may not change that protection, and is told', () =>
    withTeam(async (team) => {
      await protect(team);
      const without = `ss.getSheetByName('Ben Sorrel').protect().removeEditor('${MANAGER}')`;
      expect(await scriptAs(team.engine, OWNER, without)).toBe('no error');
      const before = listed(team.engine);
      const { done, left } = await protect(team);
      expect(done).toEqual(['Mira Oakes', 'Setup']);
      expect(left.join('\n')).toMatch(/“Ben Sorrel” stays as it is: you may not change its protection/);
      expect(listed(team.engine)).toEqual(before);
    }));
});

test('an address that Google refuses leaves its tab as it is; what Google says is not looked at', () =>
  withTeam(async (team) => {
    const refuse = (at: number) => ({
      kind: 'fail' as const,
      member: 'Protection.addEditors',
      at,
      message: 'だめです',
    });
    // The first tab: all at once, then the salesperson alone.
    const player = team.player.as({ user: MANAGER, faults: [refuse(1), refuse(2)] });
    const { done, left } = await player.inPortions('protectTabs', () => ({}));
    expect(done).toEqual(['Ben Sorrel', 'Setup']);
    expect(left.join('\n')).toMatch(/“Mira Oakes” stays as it is: Google does not take mira@example.com/);
    expect(listed(team.engine).map(([tab]) => tab)).toEqual(['Ben Sorrel', 'Setup']);
    expect(editable(team.engine, BEN)).toContain('Mira Oakes');
  }));

test('a tab that Google will not have protected stays as it is, with what Google says', () =>
  withTeam(async (team) => {
    const fault = { kind: 'fail' as const, member: 'Protection.removeEditors', at: 1, message: 'Dienstfehler' };
    const { done, left } = await team.player.as({ faults: [fault] }).inPortions('protectTabs', () => ({}));
    expect(done).toEqual(['Ben Sorrel', 'Setup']);
    expect(left.join('\n')).toMatch(/“Mira Oakes” stays as it is: .*Dienstfehler/);
    expect(listed(team.engine).map(([tab]) => tab)).toEqual(['Ben Sorrel', 'Setup']);
  }));

test('a manager without an e-mail and a person without a tab are named', () =>
  withTeam(async (team) => {
    const setup = tabId(team.engine, 'Setup');
    await team.type(setup, (await team.rowOf(setup, 'header:managers')) + 2, SETUP_COL.first, 'Ann Lee');
    await team.write({ op: 'deleteSheet', sheetId: team.sheet['Ben Sorrel']! });
    const { done, left } = await protect(team);
    expect(done).toEqual(['Mira Oakes', 'Setup']);
    expect(left).toEqual([
      expect.stringMatching(/^Ann Lee has no e-mail among the managers/),
      expect.stringMatching(/^Ben Sorrel has no tab in this spreadsheet/),
      expect.stringMatching(/^“Zoë Quist” stays/),
    ]);
  }));

test('new people in a protected Setup: a rep is told before a tab is made', () =>
  withTeam(async (team) => {
    await protect(team);
    const setup = tabId(team.engine, 'Setup');
    const roster = await team.rowOf(setup, 'header:roster');
    await team.type(setup, roster + 4, SETUP_COL.first, 'Lou Brandt');
    const tabs = team.engine.sheets().length;
    const project = await loadProject(`${__dirname}/../../dist`, 'Monthly 1:1');
    const shown: UiEffect[] = [];
    const ui = {
      show: (effect: UiEffect) => void shown.push(effect),
      askAlert: async (dialog: { prompt: string }) => {
        shown.push({ kind: 'alert', dialog } as UiEffect);
        return 'OK' as const;
      },
    };
    const run = (functionName: string, user: string) =>
      runExecution({ engine: team.engine, project, user, functionName, args: [], ui, nowMs: NOVEMBER });
    await run('makeTabsForNewPeople', MIRA);
    expect(JSON.stringify(shown)).toMatch(/You may read “Setup” but not edit it/);
    expect(team.engine.sheets()).toHaveLength(tabs);

    shown.length = 0;
    await run('makeTabsForNewPeople', MANAGER);
    expect(team.engine.sheets().map((sheet) => sheet.name)).toContain('Lou Brandt');
    shown.length = 0;
    await run('protectTeamTabs', MANAGER);
    expect(JSON.stringify(shown)).toMatch(/Protected: Mira Oakes, Ben Sorrel, Setup.*Lou Brandt has no e-mail/);
    shown.length = 0;
    await run('protectTeamTabs', MIRA);
    expect(JSON.stringify(shown)).toMatch(/Only a manager/);
    expect(await team.values(team.sheet['Mira Oakes']!)).toHaveProperty([0, COL.who - 1], 'Mira Oakes');
  }));
