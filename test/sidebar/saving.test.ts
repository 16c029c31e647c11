import type { Edit } from '../../src/contract/calls';
import { meeting, running } from './fixtures';
import { closeBrowser, comeBack, openSidebar, said, until } from './harness';

afterAll(closeBrowser);

const edits = (calls: unknown[]): Edit[][] => calls.map((c) => (c as { edits: Edit[] }).edits);

test('what is typed is saved once, as one edit, when typing pauses', async () => {
  const { page, server, close } = await openSidebar(running('existing'));
  await page.getByRole('button', { name: /Halden Mills/ }).click();
  await page.getByLabel('Next step').fill('');
  await page.getByLabel('Next step').pressSequentially('Call their counsel', { delay: 5 });
  await until(() => server.cell('existing:e2', 'next') === 'Call their counsel', 'the cell is written');
  await page.locator('.status', { hasText: /^Saved$/ }).waitFor();
  const sent = edits(server.calls('saveEdits')).flat();
  expect(sent).toEqual([
    { key: 'existing:e2', field: 'next', was: 'Waiting for legal since August', now: 'Call their counsel', day: '' },
  ]);
  await close();
});

test('typing goes on while a save is under way; nothing is lost and nothing is a conflict', async () => {
  const { page, server, close } = await openSidebar(running('existing'));
  const letGo = server.hold('saveEdits');
  await page.getByRole('button', { name: /Halden Mills/ }).click();
  await page.getByLabel('What moved').pressSequentially('Their lawyer called and');
  await until(() => server.calls('saveEdits').length === 1, 'a save is under way');
  await page.getByLabel('What moved').pressSequentially(' wants a meeting');
  letGo();
  await until(
    () => server.cell('existing:e2', 'moved') === 'Their lawyer called and wants a meeting',
    'the whole text',
  );
  expect(await page.getByText('Which one stays?').count()).toBe(0);
  await close();
});

test('an answer lost after the write: the same batch again, no second row, no conflict', async () => {
  const { page, server, close } = await openSidebar(running('new', { new: 1 }));
  server.faults.saveEdits = ['lostAfter', 'empty'];
  await page.getByRole('button', { name: 'Add a deal' }).click();
  await page.keyboard.type('Sandoval Hotels');
  await page.getByText('No connection.').first().waitFor();
  expect(await page.getByText('Not saved yet').count()).toBe(1);
  await page.keyboard.type(', night desk');
  await until(() => server.cell('new:new1', 'who') === 'Sandoval Hotels, night desk', 'the newest text');
  await page.locator('.status', { hasText: /^Saved$/ }).waitFor();
  expect(await said(page)).toBe('All saved');
  const batches = edits(server.calls('saveEdits'));
  expect(batches[1]).toEqual(batches[0]);
  expect(batches[2]).toEqual(batches[0]);
  expect(server.meeting.block.sections[0]!.rows.map((r) => r.key)).toEqual(['new:n1', 'new:n2', 'new:new1']);
  expect(await page.getByText('Which one stays?').count()).toBe(0);
  await close();
});

test('a call that throws on the spot is tried again as well', async () => {
  const { page, server, close } = await openSidebar(running('existing'));
  await page.evaluate(() => Object.assign(window, { __throwOn: 'saveEdits' }));
  await page.getByRole('button', { name: /Halden Mills/ }).click();
  await page.getByLabel('Next step').fill('x');
  await until(() => server.cell('existing:e2', 'next') === 'x', 'the second try');
  await close();
});

test('edits that were not sent survive a reload and are sent then', async () => {
  const opened = await openSidebar(running('existing'));
  const { page, server, reload, close } = opened;
  page.on('dialog', (dialog) => void dialog.accept());
  server.faults.saveEdits = Array.from({ length: 3 }, () => 'lostBefore' as const);
  await page.getByRole('button', { name: /Halden Mills/ }).click();
  await page.getByLabel('Next step').fill('Call their counsel');
  await page.getByText('No connection.').first().waitFor();
  expect(server.cell('existing:e2', 'next')).toBe('Waiting for legal since August');
  server.faults.saveEdits = [];
  await reload();
  await until(() => server.cell('existing:e2', 'next') === 'Call their counsel', 'sent after the reload');
  await page.getByRole('button', { name: /Call their counsel/ }).waitFor();
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('unsaved')));
  await until(async () => (await kept()).length === 0, 'nothing is kept any longer');
  await close();
});

test('browser storage that is refused does not stop anything', async () => {
  const { page, server, close } = await openSidebar(running('existing'), {
    script: `for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`,
  });
  await page.getByRole('button', { name: /Halden Mills/ }).click();
  await page.getByLabel('Next step').fill('x');
  await until(() => server.cell('existing:e2', 'next') === 'x', 'saved without storage');
  await close();
});

describe('somebody else changed the cell', () => {
  const theirs = 'Counsel is away until the 16th';
  async function conflict() {
    const opened = await openSidebar(running('existing'));
    const { page, server } = opened;
    await page.getByRole('button', { name: /Halden Mills/ }).click();
    await page.getByLabel('Next step').fill('Ida calls');
    server.setCell('existing:e2', 'next', theirs);
    await page.getByText('Which one stays?').waitFor();
    return opened;
  }

  test('both texts and the cell are shown, the cursor stays', async () => {
    const { page, server, close } = await conflict();
    expect(await page.getByLabel('Next step').evaluate((el) => el === document.activeElement)).toBe(true);
    await page.keyboard.type(' them');
    await page.getByText('Ida calls them', { exact: true }).last().waitFor();
    await page.getByText('In the sheet, cell H23').waitFor();
    expect(server.cell('existing:e2', 'next')).toBe(theirs);
    await page.getByRole('button', { name: 'Keep this one' }).click();
    await until(() => server.cell('existing:e2', 'next') === 'Ida calls them', 'mine is written');
    await close();
  });

  test('both, one after the other', async () => {
    const { page, server, close } = await conflict();
    await page.getByText('Both', { exact: true }).click();
    await page.getByRole('button', { name: 'Keep this one' }).click();
    await until(() => server.cell('existing:e2', 'next') === `${theirs}\nIda calls`, 'both are written');
    await close();
  });

  test('decided later: the dock counts it, also after a reload, and leads back', async () => {
    const { page, server, reload, close } = await conflict();
    await page.getByRole('button', { name: 'Decide later' }).click();
    await page.getByRole('button', { name: '1 to decide' }).waitFor();
    await reload();
    await page.getByRole('button', { name: 'Next: Working' }).click();
    await page.getByRole('button', { name: '1 to decide' }).click();
    await page.getByText('Which one stays?').waitFor();
    await page.getByText('In the sheet, cell').click();
    await page.getByRole('button', { name: 'Keep this one' }).click();
    await page.locator('.status', { hasText: /^Saved$/ }).waitFor();
    expect(server.cell('existing:e2', 'next')).toBe(theirs);
    await close();
  });
});

test('a formula stays, and it is said', async () => {
  const m = running('kpis');
  const { page, server, close } = await openSidebar(m);
  await page.getByRole('button', { name: /Calls/ }).click();
  server.meeting.block.sections[4]!.rows[1]!.formulas.push('amount');
  await page.getByLabel('Actual').fill('50');
  await page.keyboard.press('Tab');
  await page.getByText('A formula or a picture stands in D47; it stays.').first().waitFor();
  expect(server.cell('kpis:k2', 'amount')).toBe(48);
  await close();
});

test('a row that is gone: the text is kept and can become a new row', async () => {
  const { page, server, close } = await openSidebar(running('working', { new: 5 }));
  await page.getByRole('button', { name: /Opening with/ }).click();
  server.removeRow('working:w1');
  await page.getByLabel('Why').fill('They correct the number');
  await page.getByText('no longer in the sheet').first().waitFor();
  await page.getByRole('button', { name: 'Add as a new row' }).click();
  await until(() => server.cell('working:working1', 'why') === 'They correct the number', 'the new row');
  expect(server.cell('working:working1', 'who')).toBe('Opening with the plant’s own downtime figure');
  await close();
});

test('saving that is turned down says why, keeps the text, and can be tried again', async () => {
  const { page, server, close } = await openSidebar(running('existing'));
  server.problems.saveEdits = { code: 'mayNotEdit', message: 'You may read “Tomas” but not edit it.' };
  await page.getByRole('button', { name: /Halden Mills/ }).click();
  await page.getByLabel('Next step').fill('x');
  await page.getByText('You may read').first().waitFor();
  expect(await page.getByLabel('Next step').inputValue()).toBe('x');
  server.problems = {};
  await page.getByRole('button', { name: 'Try again' }).click();
  await until(() => server.cell('existing:e2', 'next') === 'x', 'saved at last');
  await close();
});

test('others’ changes slide in, the field that is typed in keeps its text', async () => {
  const { page, server, close } = await openSidebar(running('existing'));
  await page.getByRole('button', { name: /Halden Mills/ }).click();
  await page.getByLabel('What moved').focus();
  server.setCell('existing:e3', 'next', 'Board decided: yes');
  server.setCell('existing:e2', 'moved', 'theirs');
  await comeBack(page);
  await page.getByText('Board decided: yes').waitFor();
  expect(await page.getByLabel('What moved').inputValue()).toBe('');
  expect(await page.getByLabel('What moved').evaluate((el) => el === document.activeElement)).toBe(true);
  // Typed against what was shown: the server finds the difference, and it is asked.
  await page.keyboard.type('mine');
  await page.getByText('Which one stays?').waitFor();
  await close();
});

test('two people begin the same empty row: two rows come of it', async () => {
  const { page, server, close } = await openSidebar(running('new', { new: 1 }));
  await page.getByRole('button', { name: 'Add a deal' }).click();
  await page.keyboard.type('Mine');
  server.setCell('new:new1', 'who', 'Theirs');
  await until(() => server.meeting.block.sections[0]!.rows.length === 4, 'two new rows');
  expect(server.meeting.block.sections[0]!.rows.map((r) => r.cells.who)).toEqual(
    expect.arrayContaining(['Theirs', 'Mine']),
  );
  expect(await page.getByText('Which one stays?').count()).toBe(0);
  await close();
});

test('text is text: nothing typed becomes markup', async () => {
  const m = meeting();
  m.block.lastFocus = '<img src=x onerror="window.__bad=1">';
  m.rep.name = '</script><b>Tomas';
  const { page, server, close } = await openSidebar(m);
  await page.getByText('<img src=x').waitFor();
  await page.getByText('</script><b>Tomas').waitFor();
  server.setCell('other:o1', 'who', '<script>window.__bad=1</script>');
  await comeBack(page);
  await page.getByText('<script>').first().waitFor();
  expect(await page.evaluate(() => '__bad' in window)).toBe(false);
  await close();
});
