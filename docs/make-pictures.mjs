/**
 * Makes the pictures of README and docs: the built workbench with its sample team, in headless Chromium.
 *   node build.mjs all && node docs/make-pictures.mjs
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = await mkdtemp(path.join(tmpdir(), 'pictures-'));
const server = spawn(process.execPath, ['build/start.cjs', '--book', path.join(folder, 'book.json'), '--port', '0'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await new Promise((resolve, reject) => {
  server.stdout.on('data', (data) => {
    const found = /http:\S+/.exec(String(data));
    if (found) resolve(found[0]);
  });
  server.on('exit', (code) => reject(new Error(`the workbench ended with ${code}`)));
});
const browser = await chromium.launch({
  executablePath:
    process.env.CHROME_PATH ?? (process.platform === 'linux' ? await sparticuz.executablePath() : undefined),
  ...(process.platform === 'linux' || process.env.CHROME_PATH ? {} : { channel: 'chrome' }),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--force-device-scale-factor=1',
  ],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.getByRole('button', { name: 'Open 1:1' }).click({ timeout: 30_000 });
  const sidebar = page.frameLocator('iframe').last();
  await sidebar.getByRole('button', { name: /Start the 30 minutes/ }).click({ timeout: 30_000 });
  await sidebar.getByRole('button', { name: /^Next/ }).click({ timeout: 30_000 });
  await page.waitForTimeout(2500);
  await page.mouse.move(700, 880);
  await page.screenshot({ path: path.join(root, 'docs/pictures/meeting.png') });
} finally {
  await browser.close();
  server.removeAllListeners('exit');
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await ended;
  await rm(folder, { recursive: true, force: true });
}
