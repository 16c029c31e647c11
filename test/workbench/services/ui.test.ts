import { type Project, projectOfFiles, runExecution, type UiEffect, type UiHost } from '../../../workbench/runtime';
import { execute, failure, failures, OWNER, script, workbook } from './script';

const page = (html: string): Project =>
  projectOfFiles([
    { name: 'Code', source: 'function run(name) { return this[name]() }', type: 'server_js' },
    { name: 'ui/side', source: html, type: 'html' },
  ]);

test('menus, toasts, pages reach the screen in order', async () => {
  const shown: UiEffect[] = [];
  const { effects } = await execute(
    `const ui = SpreadsheetApp.getUi();
     ui.createMenu('Mine').addItem('One', 'one').addSeparator().addSubMenu(ui.createMenu('More').addItem('Two', 'menu.two')).addToUi();
     ui.createAddonMenu().addItem('Open', 'open').addToUi();
     ss.toast('hello'); ss.toast('text', 'title', 9);
     const html = HtmlService.createHtmlOutput('<p>x').setTitle('Side');
     ui.showSidebar(html); ui.showModalDialog(html.setWidth(400).setHeight(300), 'Modal'); ui.showModelessDialog(html, 'Free');`,
    { ui: { show: (effect) => void shown.push(effect) } },
  );
  const SERVED = '<html><head></head><body><p>x</p></body></html>';
  const item = (caption: string, functionName: string) => ({ kind: 'item', caption, functionName, items: [] });
  expect(effects).toEqual([
    {
      kind: 'menu',
      addon: false,
      menu: {
        kind: 'menu',
        caption: 'Mine',
        functionName: '',
        items: [
          item('One', 'one'),
          { kind: 'separator', caption: '', functionName: '', items: [] },
          { kind: 'menu', caption: 'More', functionName: '', items: [item('Two', 'menu.two')] },
        ],
      },
    },
    {
      kind: 'menu',
      addon: true,
      menu: { kind: 'menu', caption: 'Untitled project', functionName: '', items: [item('Open', 'open')] },
    },
    { kind: 'toast', toast: { message: 'hello', title: '', timeoutSeconds: 5 } },
    { kind: 'toast', toast: { message: 'text', title: 'title', timeoutSeconds: 9 } },
    { kind: 'sidebar', page: { html: SERVED, title: 'Side', width: null, height: null } },
    { kind: 'modal', page: { html: SERVED, title: 'Modal', width: 400, height: 300 } },
    { kind: 'modeless', page: { html: SERVED, title: 'Free', width: 400, height: 300 } },
  ]);
  expect(shown).toEqual(effects);
});

test('dialogs wait for their answer, outside of the time limit and of the buffer', async () => {
  const engine = await workbook();
  const asked: unknown[] = [];
  // Longer than the run may take, which is long enough for what it does itself on a busy machine.
  const timeLimitMs = 4000;
  const later = <T>(value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), timeLimitMs + 100));
  const ui: UiHost = {
    askAlert: async (dialog) => {
      asked.push(dialog, (await engine.read(0, { row: 1, col: 1, rows: 1, cols: 1 }))[0]![0]!.v);
      return asked.length > 2 ? 'YES' : later('YES');
    },
    askPrompt: async (dialog) => {
      asked.push(dialog);
      return { button: 'OK', text: 'typed' };
    },
  };
  expect(
    await script(
      `sheet.getRange('A1').setValue('before');
       const ui = SpreadsheetApp.getUi();
       const a = ui.alert('Title', 'Sure?', ui.ButtonSet.YES_NO);
       const p = ui.prompt('Name?');
       return [a === ui.Button.YES, String(a), p.getSelectedButton() === ui.Button.OK, p.getResponseText(), Browser.msgBox('m'), Browser.inputBox('i')]`,
      { engine, ui, timeLimitMs },
    ),
  ).toEqual([true, 'YES', true, 'typed', 'yes', 'typed']);
  expect(asked.slice(0, 3)).toEqual([
    { title: 'Title', prompt: 'Sure?', buttons: 'YES_NO' },
    'before',
    { title: '', prompt: 'Name?', buttons: 'OK' },
  ]);
});

test('without a screen there is no Ui; a toast has no effect', async () => {
  expect(await failure(`SpreadsheetApp.getUi()`)).toBe(
    'Exception: Cannot call SpreadsheetApp.getUi() from this context.',
  );
  expect(await script(`ss.toast('x'); return 1`)).toBe(1);
});

test('pages from files, and templates with scriptlets', async () => {
  const engine = await workbook();
  const run = async (html: string, body: string) => {
    const project = page(html);
    project.files[0]!.source = `function run() { ${body} } function helper() { return 'from code' }`;
    const { outcome } = await runExecution({ engine, project, functionName: 'run', user: OWNER });
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.value;
  };
  expect(
    await run(
      '<title>T</title><p>plain <? no template',
      `return [HtmlService.createHtmlOutputFromFile('ui/side').getContent(), HtmlService.createHtmlOutputFromFile('ui/side').getTitle()]`,
    ),
  ).toEqual(['<title>T</title><p>plain </p>', 'T']);
  expect(
    await run('<p>plain <? no template', `return HtmlService.createTemplateFromFile('ui/side').getRawContent()`),
  ).toBe('<p>plain <? no template');
  expect(
    await run(
      `<ul><? for (const x of items) { ?><li><?= x ?></li><? } ?></ul><?!= raw ?><?= helper() ?><script>var a = <?= obj ?>; var b = '<?= quote ?>';</script><?= SpreadsheetApp.getActiveSheet().getName() ?>`,
      `const t = HtmlService.createTemplateFromFile('ui/side'); t.items = ['a', '<b>']; t.raw = '<i>'; t.obj = { k: '</script>' }; t.quote = "it's"; return t.evaluate().setTitle('X').getContent()`,
    ),
  ).toBe(
    `<ul><li>a</li><li>&lt;b&gt;</li></ul><i>from code<script>var a = {"k":"\\u003c/script\\u003e"}; var b = 'it\\'s';</script>Sheet1`,
  );
  expect(
    await run('x', `return HtmlService.createTemplate('<?= 1 + 1 ?>|<?!= "a" ?>').evaluate().append('!').getContent()`),
  ).toBe('2|a!');
  expect(
    await failures(
      [`HtmlService.createHtmlOutputFromFile('none')`, `HtmlService.createTemplate('<?= missing ?>').evaluate()`],
      { engine },
    ),
  ).toEqual(['Exception: No HTML file named none was found.', 'ReferenceError: missing is not defined']);
});

test('an event object', async () => {
  const engine = await workbook();
  const { outcome } = await runExecution({
    engine,
    project: `function onEdit(e) { return [e.authMode === ScriptApp.AuthMode.LIMITED, e.source.getName(), e.range.getA1Notation(), e.range.rowStart, e.range.columnEnd, e.value, e.oldValue, e.user.getEmail()] }`,
    functionName: 'onEdit',
    authMode: 'LIMITED',
    event: { range: { sheetId: 0, row: 2, col: 3, rows: 1, cols: 1 }, value: 'TRUE', oldValue: 'x' },
    user: OWNER,
  });
  expect(outcome).toMatchObject({ ok: true, value: [true, 'Untitled spreadsheet', 'C2', 2, 3, 'TRUE', 'x', ''] });
});

test('the selection goes in and comes out', async () => {
  const { selection, outcome } = await execute(
    `const log = [sheet.getName(), SpreadsheetApp.getActiveRange().getA1Notation(), sheet.getCurrentCell().getA1Notation()];
     ss.insertSheet('Two'); sheet.getRange('D4:E5').activate(); sheet.getRange('E5').activateAsCurrentCell(); return log`,
    { selection: { sheetId: 0, ranges: [{ row: 2, col: 2, rows: 3, cols: 1 }], current: { row: 3, col: 2 } } },
  );
  expect(outcome).toMatchObject({ ok: true, value: ['Sheet1', 'B2:B4', 'B3'] });
  expect(selection).toEqual({
    sheetId: 0,
    ranges: [{ row: 4, col: 4, rows: 2, cols: 2 }],
    current: { row: 5, col: 5 },
  });
});
test('what is selected is moved inside when a script makes the grid smaller than that', async () => {
  const { outcome } = await execute(
    `sheet.getRange('A1:E900').activate(); sheet.getRange('E800').activateAsCurrentCell();
     sheet.deleteColumns(4, 23); sheet.deleteRows(11, 990);
     return [SpreadsheetApp.getActiveRange().getA1Notation(), sheet.getCurrentCell().getA1Notation()]`,
  );
  expect(outcome).toMatchObject({ ok: true, value: ['A1:C10', 'C10'] });
});
