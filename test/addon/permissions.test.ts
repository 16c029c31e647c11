/** Who is who, what has been permitted, and troubles of Google's that the add-on tells by a code of its own. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PERMISSIONS } from '../../src/addon/permissions';
import type { AddonProblem } from '../../workbench/play/addon';
import { type ExecutionOptions, loadProject, type Project, runExecution, type UiEffect } from '../../workbench/runtime';
import { closeAll, closeStage, DIST, MANAGER, meeting, NOVEMBER, openTeam } from '../support/addon';

const REP = 'mira@example.com';
const SCOPES = Object.keys(PERMISSIONS);
const without = (word: string) => SCOPES.filter((scope) => !scope.includes(word));

let team: Awaited<ReturnType<typeof openTeam>>;
let project: Project;
let mira: number;
let ben: number;

beforeAll(async () => {
  team = await openTeam(`Mira Oakes, ${REP}\nBen Sorrel, ben@example.com`);
  project = await loadProject(DIST, 'Some project');
  mira = team.sheet['Mira Oakes']!;
  ben = team.sheet['Ben Sorrel']!;
});

afterAll(async () => {
  closeStage(team);
  await closeAll();
});

/** What a run put on the screen, in order, each in a word or two. */
async function shown(functionName: string, options: Partial<ExecutionOptions> = {}): Promise<string[]> {
  const effects: UiEffect[] = [];
  const ui = { show: (effect: UiEffect) => void effects.push(effect) };
  const asked = { ...ui, askAlert: async () => 'OK' as const };
  const base = { engine: team.engine, project, functionName, user: MANAGER, nowMs: NOVEMBER };
  const result = await runExecution({ ...base, ui: asked, ...options });
  return result.effects.map((effect) => {
    if (effect.kind === 'alert') return `alert: ${effect.dialog.prompt}`;
    if (effect.kind === 'authorise') return `Google asks: ${effect.scopes.map((scope) => scope.split('/').pop())}`;
    if (effect.kind === 'menu') return `${effect.addon ? 'Extensions' : 'bar'}: ${effect.menu.caption}`;
    return effect.kind;
  });
}

describe('who is at the keyboard', () => {
  test('is known by the effective user where the active one is hidden', async () => {
    const hidden = team.player.as({ user: REP, visibleEmail: '' });
    const screen = await hidden.call('loadScreen', { sheetId: mira });
    expect(screen.me).toEqual({ email: REP, role: 'rep', name: 'Mira Oakes' });
    const { rep, block } = await meeting(team, ben, 202611);
    const edits = [{ key: 'new:a1', field: 'who' as const, was: '', now: 'Harbour' }];
    const pin = { sheetId: ben, repId: rep.repId, month: 202611, seen: block.place };
    await expect(hidden.call('saveEdits', { ...pin, edits })).rejects.toThrow('is not yours');
  });

  test('is unknown, and let through as far as the sheet does, where Google tells neither', async () => {
    const screen = await team.player
      .as({ user: REP, granted: without('userinfo') })
      .call('loadScreen', { sheetId: mira });
    expect(screen.me).toEqual({ email: '', role: 'unknown', name: '' });
  });
});

describe('permissions', () => {
  test('are those of the manifest, each in words', () => {
    const manifest = JSON.parse(readFileSync(path.join(__dirname, '../../appsscript.json'), 'utf8')) as {
      oauthScopes: string[];
    };
    expect(SCOPES.sort()).toEqual([...manifest.oauthScopes].sort());
  });

  test('that are all there are not spoken of', async () => {
    expect(await shown('openSidebar')).toEqual(['sidebar']);
    expect(await shown('openSidebar', { granted: SCOPES })).toEqual(['sidebar']);
  });

  test.each(['openSidebar', 'makeTabsForNewPeople', 'makeTeamTab', 'protectTeamTabs'])(
    'that somebody has unticked are asked for before %s does anything, in words',
    async (item) => {
      const before = JSON.stringify(await team.values(mira));
      const said = await shown(item, { granted: without('userinfo') });
      expect(said).toEqual([
        expect.stringMatching(/^alert: Monthly 1:1 lacks a permission:\n• to see your e-mail address/),
        'Google asks: userinfo.email',
      ]);
      expect(JSON.stringify(await team.values(mira))).toBe(before);
    },
  );

  test('for boxes cannot be announced in a box: Google asks at once', async () => {
    expect(await shown('openSidebar', { granted: without('container') })).toEqual(['Google asks: script.container.ui']);
  });

  test('that are missing when the sidebar calls are told by a code of our own, in whatever language Google speaks', async () => {
    const foreign = team.player.as({
      granted: without('currentonly'),
      translate: (message) => `No tiene permiso (${message.match(/https:\S+[a-z]/g)?.join(' ')})`,
    });
    const answer = await foreign.call('loadScreen', {}).catch((error: AddonProblem) => error.problem);
    expect(answer).toMatchObject({
      code: 'permissionMissing',
      message: expect.stringContaining('to read and write this spreadsheet'),
      detail: expect.stringMatching(/^Exception: No tiene permiso/),
    });
    expect((answer as { message: string }).message).not.toContain('No tiene');
  });
});

describe('the menu', () => {
  test.each<[string, Partial<ExecutionOptions>, string]>([
    [
      'of a script bound to the file bears our name, whatever the project is called',
      { event: {}, authMode: 'LIMITED' },
      'bar: Monthly 1:1',
    ],
    [
      'of an add-on stands under Extensions',
      { event: {}, authMode: 'LIMITED', installedAs: 'WEB_STORE_ADD_ON' },
      'Extensions: Some project',
    ],
    [
      'of an add-on of a domain too',
      { event: {}, authMode: 'FULL', installedAs: 'APPS_MARKETPLACE_DOMAIN_ADD_ON' },
      'Extensions: Some project',
    ],
    [
      'of an add-on that is not enabled here asks for nothing else',
      { event: {}, authMode: 'NONE' },
      'Extensions: Some project',
    ],
    ['without an event is taken for an add-on’s', {}, 'Extensions: Some project'],
  ])('%s', async (_, options, menu) => {
    expect(await shown('onOpen', options)).toEqual([menu]);
  });
});

describe('troubles of Google’s', () => {
  const failing = (member: string, message: string) =>
    team.player.as({ faults: [{ at: 1, member, kind: 'fail', message }] });

  test('the store of clocks refuses: told as an allowance that is used up', async () => {
    const { rep } = await meeting(team, mira, 202611);
    const start = { sheetId: mira, repId: rep.repId, month: 202611, actionId: 'a1' };
    const action = { act: 'start' as const, section: 'new' };
    const answer = await failing('Properties.setProperty', 'Servicio invocado demasiadas veces')
      .call('setClock', { ...start, action })
      .catch((error: AddonProblem) => error.problem);
    expect(answer).toMatchObject({ code: 'storeRefused', message: expect.stringContaining('allowance') });
  });

  test('a spreadsheet that does not answer in time is known by its id', async () => {
    const id = await fileIdOf();
    const answer = await failing('Range.getValues', `El servicio no respondió al abrir ${id}.`)
      .call('loadScreen', { sheetId: mira })
      .catch((error: AddonProblem) => error.problem);
    expect(answer).toMatchObject({ code: 'sheetsSlow', detail: expect.stringContaining(id) });
  });

  test('anything else is told plainly, with what Google said beside it and not in it', async () => {
    const answer = await failing('Range.getValues', 'Etwas ist schiefgelaufen')
      .call('loadScreen', { sheetId: mira })
      .catch((error: AddonProblem) => error.problem);
    expect(answer).toMatchObject({ code: 'unexpected', detail: 'Exception: Etwas ist schiefgelaufen' });
    expect((answer as { message: string }).message).not.toContain('schiefgelaufen');
  });
});

/** What getId() tells of the workbook. */
async function fileIdOf(): Promise<string> {
  const functionName = 'id';
  const text = 'function id() { return SpreadsheetApp.getActiveSpreadsheet().getId(); }';
  const { outcome } = await runExecution({ engine: team.engine, project: text, functionName, user: MANAGER });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return String(outcome.value);
}
