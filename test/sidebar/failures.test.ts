/** Each way in which Google may fail a call: its own sentence on the screen, and its own way out. */
import type { Locator, Page } from 'playwright-core';
import { axeProblems, tooSmall } from './axe';
import type { Fault, GoogleError } from './fake-server';
import { noMonth, running } from './fixtures';
import { closeBrowser, menu, openSidebar, picture, until } from './harness';
import { tooWide } from './width';

afterAll(closeBrowser);

const error = (name: string, message: string): GoogleError => ({ name, message });

/** What Google may answer, in whatever language: only names and codes are looked at. */
const FAILURES: readonly [what: string, fault: GoogleError | 'empty', title: string, wayOut: RegExp][] = [
  [
    'the connection',
    error('NetworkError', 'Error de conexión debido a HTTP 0'),
    'No connection.',
    /Check your network/,
  ],
  [
    'several accounts',
    error('ScriptError', 'Se produjo un error al leer. Código de error PERMISSION_DENIED.'),
    'Several Google accounts.',
    /a browser profile of its own, or a private window/,
  ],
  [
    'permission',
    error('Exception', 'Permisos: https://www.googleapis.com/auth/spreadsheets.currentonly'),
    'Permission missing.',
    /choose “Open 1:1” in the menu again and allow/,
  ],
  [
    'an update',
    error('ScriptError', 'No se ha encontrado la función de secuencia de comandos: CALL'),
    'The add-on has been updated.',
    /Close it and choose “Open 1:1” in the menu again/,
  ],
  ['too many', error('NetworkError', 'Error debido a HTTP 429'), 'Too much at once.', /Close other panels/],
  [
    'too late',
    error('ScriptError', 'Código de error DEADLINE_EXCEEDED.'),
    'No answer yet.',
    /Google takes longer than usual/,
  ],
  ['an empty answer', 'empty', 'No answer yet.', /came without its content/],
  [
    'words only',
    error('ScriptError', 'Se necesita autorización para realizar esta acción.'),
    'Google has turned this down.',
    /too many scripts, or has used up today’s allowance.*may no longer act for you/,
  ],
];

/** The same again and again, to a call of this name. */
function often(fault: Fault, call = ''): Fault[] {
  const own = typeof fault === 'string' ? fault : { ...fault, message: fault.message.replace('CALL', call) };
  return Array.from({ length: 30 }, () => own);
}
const strip = (page: Page) => page.locator('.strip-note');

/** Tries again at once, until the third try has failed. */
async function untilThirdTry(page: Page): Promise<Locator> {
  const details = strip(page).locator('details');
  await until(async () => {
    if (await details.isVisible()) return true;
    await page.getByRole('button', { name: 'Try now' }).click();
    return false;
  }, 'the third try');
  return details;
}

test('a save that gets no answer says why, what to do and, after the third try, what Google said', async () => {
  const { page, server, close } = await openSidebar(running('existing'));
  await page.getByRole('button', { name: /Halden Mills/ }).click();
  for (const [what, fault, title, wayOut] of FAILURES) {
    server.faults.saveEdits = often(fault, 'saveEdits');
    await page.getByLabel('Next step').fill(`Tried while it was ${what}`);
    await strip(page).getByText(title, { exact: true }).waitFor();
    const details = await untilThirdTry(page);
    const text = (await strip(page).locator(':scope > p').textContent()) ?? '';
    expect(`${what}: ${text}`).toMatch(wayOut);
    expect(text).toMatch(/1 row (waits here and saves itself|is kept in this browser)/);
    const raw = fault === 'empty' ? 'the answer: null' : `${fault.name}: ${fault.message.replace('CALL', 'saveEdits')}`;
    expect(await details.getByText(raw).isVisible()).toBe(false);
    await details.getByText('What Google says').click();
    expect(await details.getByText(raw).isVisible()).toBe(true);
    expect(await tooSmall(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    // All strips are made alike; the two whose parts differ are looked at as a whole.
    if (what === 'permission' || what === 'words only') expect(await axeProblems(page)).toEqual([]);
    await picture(page, `failure-${what.replaceAll(' ', '-')}`);
    server.faults.saveEdits = [];
    await page.getByRole('button', { name: 'Try now' }).click();
    await until(() => server.cell('existing:e2', 'next') === `Tried while it was ${what}`, `saved after ${what}`);
    await strip(page).waitFor({ state: 'detached' });
  }
  await close();
});

test('what cannot pass by itself offers to close the panel; what was typed is kept for the next one', async () => {
  const { page, server, reload, close } = await openSidebar(running('existing'));
  server.faults.saveEdits = often(error('ScriptError', 'Función no encontrada: saveEdits'));
  await page.getByRole('button', { name: /Halden Mills/ }).click();
  await page.getByLabel('Next step').fill('Call their counsel');
  await strip(page).getByText('1 row is kept in this browser and saved when the panel opens here again.').waitFor();
  await page.getByRole('button', { name: 'Close the panel' }).click();
  expect(await page.evaluate(() => '__closed' in window)).toBe(true);
  server.faults.saveEdits = [];
  page.on('dialog', (dialog) => void dialog.accept());
  await reload();
  await until(() => server.cell('existing:e2', 'next') === 'Call their counsel', 'saved by the next panel');
  await close();
});

test('what the person waits for is told in the same words, and the server’s own codes with what Google said beside them', async () => {
  const { page, server, close } = await openSidebar(noMonth());
  const start = () => page.getByRole('button', { name: 'Start November' }).click();
  for (const [, fault, title, wayOut] of FAILURES.slice(0, 4)) {
    server.faults.planMonth = often(fault, 'planMonth');
    await start();
    await strip(page).getByText(title, { exact: true }).waitFor();
    await untilThirdTry(page);
    expect(await strip(page).textContent()).toMatch(wayOut);
    await page.getByRole('button', { name: 'Try now' }).waitFor();
    server.faults.planMonth = [];
    server.problems.planMonth = { code: 'tabGone', message: 'The tab is gone.' };
    await page.getByRole('button', { name: 'Try now' }).click();
    await strip(page).getByText('The tab is gone.').waitFor();
  }
  for (const [code, message, detail] of [
    ['permissionMissing', 'Google says that this add-on lacks a permission.', 'Exception: Se necesita permiso'],
    ['storeRefused', 'Google does not keep the meeting’s clock just now.', 'Exception: Servicio invocado demasiado'],
    ['unexpected', 'Something unexpected happened.', 'Exception: Algo salió mal'],
  ] as const) {
    server.problems.planMonth = { code, message, detail };
    await page.getByRole('button', { name: 'Try again' }).click();
    await strip(page).getByText(message).waitFor();
    expect(await strip(page).getByText(detail).isVisible()).toBe(false);
    await strip(page).getByText('What Google says').click();
    await strip(page).getByText(detail).waitFor();
  }
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'failure-told-by-the-server');
  await close();
});

test('a spreadsheet that is slow, and somebody else who is saving, are waited for and told', async () => {
  const { page, server, close } = await openSidebar(running('existing'));
  await page.getByRole('button', { name: /Halden Mills/ }).click();
  for (const [code, title] of [
    ['sheetsSlow', 'Google Sheets is slow.'],
    ['busy', 'Somebody else is saving.'],
  ] as const) {
    server.problems.saveEdits = { code, message: 'not shown' };
    await page.getByLabel('Next step').fill(`Typed while ${code}`);
    await strip(page).getByText(title, { exact: true }).waitFor();
    server.problems = {};
    await page.getByRole('button', { name: 'Try now' }).click();
    await until(() => server.cell('existing:e2', 'next') === `Typed while ${code}`, `saved after ${code}`);
  }
  await close();
});

test('a press of the clock that does not arrive is told', async () => {
  const { page, server, close } = await openSidebar(running('existing'));
  server.faults.setClock = often(error('ScriptError', 'Código de error PERMISSION_DENIED.'));
  await page.getByRole('button', { name: /Pause/ }).first().click();
  await strip(page).getByText('Several Google accounts.').waitFor();
  server.faults.setClock = [];
  await page.getByRole('button', { name: 'Try again' }).click();
  await strip(page).waitFor({ state: 'detached' });
  expect(server.meeting.clock?.runningSince).toBeNull();
  await close();
});

describe('what is typed is in the browser’s storage at the key stroke', () => {
  test('a tab that is closed at once loses nothing', async () => {
    const opened = await openSidebar(running('new', { new: 1 }));
    const { page, server, close } = opened;
    server.faults.saveEdits = often('silent');
    await page.getByRole('button', { name: 'Add a deal' }).click();
    await page.keyboard.type('Sandoval Hotels');
    await page.keyboard.press('Tab');
    await page.getByLabel('How much').pressSequentially('12500');
    // Neither the pause before a save nor the one before an amount is read has passed.
    await page.close();
    server.faults.saveEdits = [];
    const next = await opened.another();
    await strip(next).getByText('What was typed here last time and not saved yet is saved now.').waitFor();
    await until(() => server.cell('new:new1', 'amount') === 12_500, 'the amount');
    expect(server.cell('new:new1', 'who')).toBe('Sandoval Hotels');
    await until(async () => (await kept(next)).length === 0, 'nothing is kept any longer');
    await close();
  });

  test('storage lacks it at no moment, since a page may be closed between two writes', async () => {
    const { page, server, close } = await openSidebar(running('new', { new: 1 }));
    server.faults.saveEdits = often('silent');
    await page.getByRole('button', { name: 'Add a deal' }).click();
    await page.getByLabel('How much').fill('12500');
    await page.evaluate(() => {
      const writes: string[] = [];
      Object.assign(window, { writes });
      const { setItem, removeItem } = Storage.prototype;
      Storage.prototype.setItem = function (key, text) {
        writes.push(text);
        setItem.call(this, key, text);
      };
      Storage.prototype.removeItem = function (key) {
        if (this === localStorage) writes.push('');
        removeItem.call(this, key);
      };
    });
    await page.keyboard.press('Tab');
    const writes = await page.evaluate(() => (window as Window & { writes?: string[] }).writes!);
    expect(writes.length).toBeGreaterThan(0);
    expect(writes.filter((text) => !text.includes('12500'))).toEqual([]);
    await close();
  });

  test('another panel that is open keeps its own', async () => {
    const opened = await openSidebar(running('existing'));
    const { page, server, close } = opened;
    server.faults.saveEdits = often('silent');
    await page.getByRole('button', { name: /Halden Mills/ }).click();
    await page.getByLabel('Next step').fill('Typed in the first panel');
    const next = await opened.another();
    // Whatever is asked for after that has been asked for without the first panel's words.
    await next.getByRole('button', { name: /Halden Mills/ }).click();
    await next.getByLabel('What moved').fill('Typed in the second');
    await until(async () => (await kept(next)).length === 2, 'both are kept');
    const own = await kept(next);
    expect(own.some((text) => text.includes('first panel') && text.includes('second'))).toBe(false);
    await close();
  });

  test('a thought that is not parked yet comes back with the next one', async () => {
    const opened = await openSidebar(running('existing'));
    await opened.page.keyboard.press('Alt+KeyP');
    await opened.page.keyboard.type('The new commission sheet');
    await opened.page.close();
    const next = await opened.another();
    await next.keyboard.press('Alt+KeyP');
    expect(await next.locator('#park-text').inputValue()).toBe('The new commission sheet');
    await opened.close();
  });

  test('where storage is refused, nothing claims that words are kept, and the tab is not left with them', async () => {
    const { page, server, close } = await openSidebar(running('existing'), {
      script: `for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`,
    });
    server.faults.saveEdits = often('lostBefore');
    await page.getByRole('button', { name: /Halden Mills/ }).click();
    await page.getByLabel('Next step').fill('x');
    await strip(page).getByText('1 row waits here and saves itself: leave this panel open.').waitFor();
    await menu(page, 'Your team');
    await page.getByRole('button', { name: /Lena Vogt/ }).click();
    await strip(page)
      .getByText(/Stay here until all is saved/)
      .waitFor();
    expect(server.calls('openTab')).toEqual([]);
    await close();
  });
});

/** What the browser keeps of words that are not saved. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.entries(localStorage).flatMap(([key, text]) => (key.includes('unsaved') ? [String(text)] : [])),
  );
}
