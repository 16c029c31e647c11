import { runExecution } from '../../../workbench/runtime';
import { failures, OWNER, script, workbook } from '../services/script';

const CURRENT =
  '(https://www.googleapis.com/auth/spreadsheets.currentonly || https://www.googleapis.com/auth/spreadsheets)';
const ui = {};

test('NONE: menus, logs and utilities; no document, no properties', async () => {
  expect(
    await failures(
      [
        `SpreadsheetApp.getUi().createAddonMenu().addItem('a', 'b').addToUi()`,
        `Logger.log(Utilities.formatDate(new Date(), 'GMT', 'y')); console.log(Session.getActiveUserLocale())`,
        `SpreadsheetApp.getActiveSpreadsheet()`,
        `SpreadsheetApp.getActiveSheet()`,
        `PropertiesService.getDocumentProperties()`,
        `LockService.getDocumentLock()`,
        `SpreadsheetApp.getUi().alert('x')`,
        `SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))`,
        `if (Session.getActiveUser().getEmail() !== '') throw new Error('told')`,
      ].map((piece) => `/* bare */ ${piece}`),
      { authMode: 'NONE', ui },
    ),
  ).toEqual([
    'no error',
    'no error',
    `Exception: You do not have permission to call SpreadsheetApp.getActiveSpreadsheet. Required permissions: ${CURRENT}`,
    `Exception: You do not have permission to call SpreadsheetApp.getActiveSheet. Required permissions: ${CURRENT}`,
    'Exception: You do not have permission to call PropertiesService.getDocumentProperties.',
    'Exception: You do not have permission to call LockService.getDocumentLock.',
    'Exception: You do not have permission to call Ui.alert. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    'Exception: You do not have permission to call Ui.showSidebar. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    'no error',
  ]);
});

test('LIMITED: the document and properties; no sidebar, no dialog, no user data', async () => {
  expect(
    await failures(
      [
        `sheet.getRange('A1').setValue(1)`,
        `PropertiesService.getUserProperties().setProperty('a', 'b')`,
        `SpreadsheetApp.getUi().createMenu('m').addItem('a', 'b').addToUi()`,
        `SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))`,
        `SpreadsheetApp.openById('x')`,
        `if (Session.getActiveUser().getEmail() !== '') throw new Error('told')`,
      ],
      { authMode: 'LIMITED', ui },
    ),
  ).toEqual([
    'no error',
    'no error',
    'no error',
    'Exception: You do not have permission to call Ui.showSidebar. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    'Exception: You do not have permission to call SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets',
    'no error',
  ]);
});

test('the load runs under the same mode: a service call at module scope stops it', async () => {
  const engine = await workbook();
  const project = `const ss = SpreadsheetApp.getActiveSpreadsheet(); function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('a', 'b').addToUi(); return 'menu' }`;
  const run = async (text: string, authMode: 'NONE' | 'FULL') =>
    (await runExecution({ engine, project: text, functionName: 'onOpen', authMode, user: OWNER, ui })).outcome;
  expect(await run(project, 'NONE')).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('You do not have permission') },
  });
  expect(await run(project, 'FULL')).toMatchObject({ ok: true, value: 'menu' });
  expect(await run(project.replace(/^.*?;/, ''), 'NONE')).toMatchObject({ ok: true, value: 'menu' });
});

test('a scope that the manifest does not name is missed when the line runs', async () => {
  const scopes = ['https://www.googleapis.com/auth/spreadsheets.currentonly'];
  expect(
    await failures(
      [
        `sheet.getRange('A1').setValue(1)`,
        `SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('x'), 't')`,
        `SpreadsheetApp.openById(ss.getId())`,
        `if (Session.getActiveUser().getEmail() !== '') throw new Error('told')`,
        `ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['x'])`,
      ],
      { scopes, ui },
    ),
  ).toEqual([
    'no error',
    'Exception: Specified permissions are not sufficient to call Ui.showModalDialog. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    'Exception: Specified permissions are not sufficient to call SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets',
    'no error',
    'Exception: The scope x is not in the manifest of this project.',
  ]);
  expect(
    await failures([`/* bare */ SpreadsheetApp.getActiveSpreadsheet()`], { scopes: [], authMode: 'FULL' }),
  ).toEqual([
    `Exception: Specified permissions are not sufficient to call SpreadsheetApp.getActiveSpreadsheet. Required permissions: ${CURRENT}`,
  ]);
  expect(
    await script(`return Session.getActiveUser().getEmail()`, {
      scopes: [...scopes, 'https://www.googleapis.com/auth/userinfo.email'],
    }),
  ).toBe(OWNER);
});

describe('scopes that the user has unticked', () => {
  const EMAIL = 'https://www.googleapis.com/auth/userinfo.email';
  const UI = 'https://www.googleapis.com/auth/script.container.ui';
  const scopes = ['https://www.googleapis.com/auth/spreadsheets.currentonly', UI, EMAIL];

  test('are missed when the line runs, and told', async () => {
    const granted = scopes.filter((scope) => scope !== UI);
    expect(await failures([`SpreadsheetApp.getUi().alert('x')`], { scopes, granted, ui })).toEqual([
      `Exception: You do not have permission to call Ui.alert. Required permissions: ${UI}`,
    ]);
    const told = `const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
      return [String(info.getAuthorizationStatus()), info.getAuthorizedScopes(), Session.getEffectiveUser().getEmail()]`;
    expect(await script(told, { scopes, granted })).toEqual(['REQUIRED', granted, OWNER]);
    expect(await script(told, { scopes, granted: scopes })).toEqual(['NOT_REQUIRED', scopes, OWNER]);
    expect(await script(told, { scopes, granted: scopes.slice(0, 2) })).toEqual(['REQUIRED', scopes.slice(0, 2), '']);
  });

  test.each([
    ['requireAllScopes(ScriptApp.AuthMode.FULL)', [UI, EMAIL]],
    [`requireScopes(ScriptApp.AuthMode.FULL, ['${UI}'])`, [UI]],
  ])('%s ends the run, whatever tries to catch it, and asks for them', async (call, asked) => {
    const project = `function f() { try { ScriptApp.${call}; } catch (e) { return 'caught' } return 'went on' }`;
    const engine = await workbook();
    const run = (granted: string[]) =>
      runExecution({ engine, project, functionName: 'f', user: OWNER, scopes, granted, ui });
    const ended = await run(scopes.slice(0, 1));
    expect(ended.outcome).toMatchObject({ ok: false, error: { name: 'Exception' } });
    expect(ended.effects).toEqual([{ kind: 'authorise', scopes: asked }]);
    expect((await run(scopes)).outcome).toMatchObject({ ok: true, value: 'went on' });
  });

  test('how a script was installed', async () => {
    const source = 'return String(ScriptApp.getInstallationSource())';
    expect(await script(source)).toBe('NONE');
    expect(await script(source, { installedAs: 'WEB_STORE_ADD_ON' })).toBe('WEB_STORE_ADD_ON');
  });
});
