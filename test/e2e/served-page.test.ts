/**
 * The page that a real run shows, cut once more by readers that know nothing of strings: the sidebar opens, saves and
 * finishes in Chromium, on the real add-on.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { COL } from '../../src/sheet/grid/grid';
import type { UiEffect } from '../../workbench/runtime';
import { RUNNER, until } from '../sidebar/harness';
import { closeAll, closeStage, DIST, openTeam } from '../support/addon';
import { launch, PATIENCE_MS } from '../support/browser';

/** Cuts line by line whatever follows two slashes, then what stands between the marks of a comment; HTML comments first. */
function naively(html: string): string {
  return html
    .replace(/<!--.*?-->/gs, '')
    .replace(/(<(script|style)[^>]*>)(.*?)(<\/\2>)/gs, (_, begin: string, _name, code: string, end: string) => {
      const lines = code.split('\n').map((line) => line.split('//')[0]);
      return begin + lines.join('\n').replace(/\/\*.*?(\*\/|$)/gs, '') + end;
    })
    .replace(/`[^`]*`/g, '``');
}

test('the page loses nothing to a reader that cuts comments wherever it sees them', () => {
  const raw = readFileSync(path.join(DIST, 'sidebar.html'), 'utf8');
  expect(naively(raw)).toBe(raw);
});

test('as it is served, and cut once more, the sidebar opens, saves and finishes', async () => {
  const shown: UiEffect[] = [];
  const team = await openTeam(`Mira Oakes, mira@example.com`);
  const sheetId = team.sheet['Mira Oakes']!;
  const cell = { row: 1, col: 1, rows: 1, cols: 1 };
  const player = team.player.as({
    ui: { show: (effect) => void shown.push(effect) },
    selection: { sheetId, ranges: [cell], current: { row: 1, col: 1 } },
  });
  await player.run('openSidebar');
  const [opened] = shown;
  if (opened?.kind !== 'sidebar') throw new Error('no sidebar was opened');
  const html = naively(opened.page.html);
  expect(html).toBe(opened.page.html);

  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 300, height: 800 } });
  page.setDefaultTimeout(PATIENCE_MS);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.exposeFunction('__call', (name: string, json: string) => player.run(name, [json]));
  await page.addInitScript(RUNNER);
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto('http://sidebar.test/');
  // No call was needed: the state came with the page.
  await page.getByRole('button', { name: 'Start the 30 minutes' }).click();
  await page.getByRole('button', { name: 'Add a deal' }).click();
  await page.keyboard.type('Näkkilä // “Süd” /* 日本 */');
  const typed = async () =>
    (await team.values(sheetId)).some((line) => line[COL.who - 1] === 'Näkkilä // “Süd” /* 日本 */');
  await until(typed, 'the deal stands in the sheet');
  await page.getByRole('button', { name: /^7, Conclusion/ }).click();
  await page.getByLabel('Takeaway').fill('References first');
  await page.getByRole('button', { name: 'Finish', exact: true }).click();
  await page.getByRole('heading', { name: /^Done/ }).waitFor();
  const band = (await team.values(sheetId))[(await team.rowOf(sheetId, 'band')) - 1];
  expect(band).toContain('finished');
  expect(errors).toEqual([]);

  // What was typed comes back in a page that is served anew.
  shown.length = 0;
  await player.run('openSidebar');
  expect(shown[0]?.kind === 'sidebar' && shown[0].page.html).toContain(String.raw`\/\/ \u201cS\u00fcd\u201d`);
  await browser.close();
  closeStage(team);
});

afterAll(closeAll);
