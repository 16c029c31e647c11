/** Real pasting from the clipboard into the rep's own tab. */
import type { Page } from 'playwright-core';
import { until } from '../support/browser';
import { shot } from '../support/story';
import { rowOf, TAB, text } from './own-tab';

/** The rep pastes what lies on the clipboard, puts two deals into another order, and takes it all back. */
export async function pastes(page: Page, header: number): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const paste = async (a1: string, table: readonly (readonly string[])[], html = '') => {
    const plain = table.map((line) => line.join('\t')).join('\n');
    await page.evaluate(
      ([words, rich]) => {
        const as = (type: string, of: string) => ({ [type]: new Blob([of], { type }) });
        const item = { ...as('text/plain', words!), ...(rich ? as('text/html', rich) : {}) };
        return navigator.clipboard.write([new ClipboardItem(item)]);
      },
      [plain, html],
    );
    await page.evaluate(([tab, cell]) => window.workbench.select(tab!, cell!), [TAB, a1]);
    await page.keyboard.press('Control+v');
  };
  const shows = (a1: string, wanted: string) =>
    until(`${a1}: ${wanted}`, async () => (await text(page, a1)) === wanted);
  const undo = async (a1: string, wanted: string) => {
    await page.evaluate(([tab, cell]) => window.workbench.select(tab!, cell!), [TAB, a1]);
    await page.keyboard.press('Control+z');
    await shows(a1, wanted);
  };
  const undoTakesBackScripts = async (isSo: boolean) => {
    await page.getByRole('button', { name: /Service calls/ }).click();
    await page.getByLabel('Undo takes back what scripts write').setChecked(isSo);
    await page.getByRole('button', { name: /Service calls/ }).click();
  };
  // What the add-on writes meanwhile stays when the paste is undone: the harder of the two readings of Google.
  await undoTakesBackScripts(false);
  await page.evaluate(([tab, cell]) => window.workbench.select(tab!, cell!), [TAB, `A${header}`]);
  await shot(page, '30a-before-pasting');

  // Rows out of a mail, as plain text: they get their keys, and what is no figure yet becomes one.
  const row = header + 2;
  const was = await text(page, `A${row}`);
  const [mills, foods] = [
    ['Harlow Mills', '12/24/2026', 'Two sites at once', '9000'],
    ['Tarn Foods', '12/28/2026', 'They asked first', '8k'],
  ];
  const keys = () => Promise.all([row, row + 1].map((at) => text(page, `I${at}`)));
  const keysAre = (wanted: readonly string[]) =>
    until(`keys ${wanted}`, async () => (await keys()).join() === wanted.join());
  await paste(`A${row}`, [mills!, foods!]);
  await shows(`A${row + 1}`, 'Tarn Foods');
  await until('an amount read', async () => /^8,?000$/.test(await text(page, `D${row + 1}`)));
  const marks = () => Promise.all([row, row + 1].map((at) => text(page, `K${at}`)));
  await until('keys with their marks', async () => (await marks()).every((mark) => mark.startsWith('t')));
  await shot(page, '30b-pasted');

  // They change places, cell by cell, as by sorting; each finds its key again, and once more when that is undone.
  const before = await keys();
  await paste(`A${row}`, [[...foods!.slice(0, 3), '8000'], mills!]);
  await shows(`A${row}`, 'Tarn Foods');
  await keysAre([...before].reverse());
  await shot(page, '30c-in-another-order');
  await undo(`A${row}`, 'Harlow Mills');
  await keysAre(before);
  await undo(`A${row}`, was);

  // A table of a web page over the next heading: told, and the heading is back once it is undone.
  const heading = await rowOf(page, 'section:existing');
  const label = await text(page, `A${heading}`);
  const lines = [
    ['Vale Garage', 'from a page'],
    ['Ostrom Clinics', 'from a page'],
  ];
  const cells = (line: readonly string[]) =>
    line.map((cell) => `<td style="background:#ffe599;font:20px serif">${cell}</td>`).join('');
  await paste(`A${heading}`, lines, `<table><tr>${cells(lines[0]!)}</tr><tr>${cells(lines[1]!)}</tr></table>`);
  await shows(`A${heading}`, 'Vale Garage');
  await page
    .getByText(/Rows lie over a heading now/)
    .first()
    .waitFor();
  await shot(page, '30d-pasted-over-a-heading');
  await undo(`A${heading}`, label);

  await shot(page, '30e-all-undone');
  await undoTakesBackScripts(true);
}
