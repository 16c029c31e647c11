/**
 * Makes the pictures of README and docs: the built workbench in headless Chromium, on the sample team and on two years of
 * an invented pipeline. A printed page too, where LibreOffice (soffice) and pdftoppm are installed.
 *   node build.mjs all && node docs/make-pictures.mjs
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const pictures = path.join(root, 'docs/pictures');
const folder = await mkdtemp(path.join(tmpdir(), 'pictures-'));
await mkdir(pictures, { recursive: true });
const made = (name) => path.join(pictures, `${name}.png`);

async function startWorkbench(book) {
  const server = spawn(process.execPath, ['build/start.cjs', '--book', book, '--port', '0'], {
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
  const stop = async () => {
    server.removeAllListeners('exit');
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
  };
  return { address, stop };
}

/** Two years of one person's deals, in the columns that the replay reads. */
function twoYears() {
  const lines = ['opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value'];
  const accounts = [
    'Fennmoor Mills',
    'Almere Dairy',
    'Corrib Ferries',
    'Halden Mills',
    'Tidemark Retail',
    'Vantor Steel',
  ];
  const day = (month, d) =>
    `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  for (let n = 0; n < 66; n++) {
    const begun = Math.floor(n / 3);
    const ended = begun + 1 + ((n * 7) % 4);
    const stage = ended > 23 ? 'Engaging' : n % 3 === 0 ? 'Lost' : 'Won';
    const closed =
      stage === 'Engaging' ? ',' : `${day(ended, 3 + (n % 24))},${stage === 'Won' ? 4000 + ((n * 977) % 9000) : 0}`;
    lines.push(
      `P${n},Marit Solheim,Service ${1 + (n % 4)},${accounts[n % 6]},${stage},${day(begun, 2 + (n % 25))},${closed}`,
    );
  }
  lines.push(`LAST,Marit Solheim,Service 1,Fennmoor Mills,Won,${day(22, 3)},${day(23, 20)},5200`);
  return lines.join('\n');
}

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

async function open(address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(30_000);
  await page.goto(address);
  await page.waitForFunction(() => window.workbench?.isReady);
  const show = async (tab, cell = 'A1') => {
    await page.evaluate(([name, at]) => window.workbench.select(name, at), [tab, cell]);
    await page.waitForTimeout(2000);
    await page.mouse.move(700, 880);
  };
  const shot = (name) => page.screenshot({ path: made(name) });
  return { page, show, shot };
}

async function theSample() {
  const workbench = await startWorkbench(path.join(folder, 'sample.json'));
  const { page, show, shot } = await open(workbench.address);
  const tab = 'Tamsin Verrow';
  await page.getByRole('button', { name: 'Not now' }).click();
  await show('Team');
  await shot('team');
  await show('Bastian Orlo');
  await shot('tab-fresh');
  await show(tab);
  await page.getByRole('button', { name: 'Monthly 1:1', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open 1:1', exact: true }).click();
  const sidebar = page.frameLocator('iframe[data-frame=sidebar]');
  const panel = page.locator('iframe[data-frame=sidebar]');
  const step = async (name) => {
    await page.waitForTimeout(1200);
    await panel.screenshot({ path: made(`sidebar-${name}`) });
  };
  await sidebar.locator('.dock .primary').waitFor();
  await step('0-before');
  await theCoaching({ page, sidebar, step, shot, show, tab });
  await sidebar.getByRole('button', { name: 'Prepare', exact: true }).click();
  await step('0-prepare');
  await sidebar.locator('.dock .primary').click();
  await sidebar.getByRole('button', { name: /Start the 30 minutes/ }).click();
  for (const [n, name] of ['new', 'existing', 'working', 'not-working', 'kpis', 'other', 'conclusion'].entries()) {
    await step(`${n + 1}-${name}`);
    if (name === 'existing') await shot('meeting');
    if (name !== 'conclusion') await sidebar.locator('.dock .primary').click();
  }
  await sidebar.getByRole('button', { name: 'Finish' }).click();
  await sidebar.getByRole('heading', { name: /^Done/ }).waitFor();
  await step('8-finished');
  const file = await fetch(`${workbench.address}/api/xlsx`);
  await writeFile(path.join(folder, 'sample.xlsx'), Buffer.from(await file.arrayBuffer()));
  await page.close();
  await workbench.stop();
}

/** From a plan that is due, and from what the record shows, to the plans on the tab. */
async function theCoaching({ page, sidebar, step, shot, show, tab }) {
  const review = sidebar.locator('.review-plan').first();
  await review.scrollIntoViewIfNeeded();
  await step('coaching-0-due');
  await sidebar.getByRole('button', { name: 'More actions' }).click();
  await sidebar.getByRole('menuitem', { name: 'Coaching', exact: true }).click();
  await step('coaching-1-list');
  await sidebar.locator('.fact-button', { hasText: /^Calls/ }).click();
  await sidebar.getByLabel(/^What (is behind it|made it work)/).fill('The mornings go to mail and offers');
  await sidebar.getByLabel(/^What we (try|do with it)/).fill('Phone first: ten to twelve, mail closed');
  await step('coaching-2-card');
  await sidebar.getByRole('button', { name: 'Go deeper' }).click();
  await sidebar.getByRole('checkbox', { name: 'Enough of it' }).check();
  await sidebar.getByRole('button', { name: 'Go deeper' }).scrollIntoViewIfNeeded();
  await step('coaching-3-deeper');
  await sidebar.getByRole('button', { name: 'Write it down' }).click();
  await sidebar.getByRole('contentinfo').getByText('Saved', { exact: true }).waitFor();
  const header = await page.evaluate((name) => window.workbench.findRow(name, 'header:grow'), tab);
  await show(tab, `A${header + 4}`);
  await shot('tab-plans');
  await show(tab);
}

async function theYears() {
  const csv = path.join(folder, 'pipeline.csv');
  const book = path.join(folder, 'years.json');
  await writeFile(csv, twoYears());
  execFileSync(process.execPath, ['build/replay.cjs', csv, '--out', book], { cwd: root, stdio: 'ignore' });
  const workbench = await startWorkbench(book);
  const { page, show, shot } = await open(workbench.address);
  await page
    .getByRole('button', { name: 'Not now' })
    .click({ timeout: 3000 })
    .catch(() => undefined);
  const end = await page.evaluate(() => window.workbench.findRow('Marit Solheim', 'end'));
  // Rows below are folded: the last of the newest month and then one line for each older one.
  await show('Marit Solheim', `A${end + 2}`);
  await page.mouse.move(500, 500);
  await page.mouse.wheel(0, 700);
  await page.waitForTimeout(1500);
  await shot('tab-years');
  await page.close();
  await workbench.stop();
}

function thePrintedPage() {
  const pdf = spawnSync('soffice', [
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    path.join(folder, 'sample.xlsx'),
  ]);
  if (pdf.error || pdf.status !== 0) {
    console.log('No picture of a printed page: LibreOffice (soffice) is not installed here.');
    return null;
  }
  const png = spawnSync('pdftoppm', [
    '-r',
    '90',
    '-png',
    '-f',
    '3',
    '-l',
    '3',
    path.join(folder, 'sample.pdf'),
    path.join(folder, 'printed'),
  ]);
  if (png.error || png.status !== 0) console.log('No picture of a printed page: pdftoppm is not installed here.');
  return png.status === 0 ? path.join(folder, 'printed-03.png') : null;
}

try {
  await theSample();
  await theYears();
  const printed = thePrintedPage();
  if (printed)
    await rename(printed, made('printed')).catch(() => rename(printed.replace('-03', '-3'), made('printed')));
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
