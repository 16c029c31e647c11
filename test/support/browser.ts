/** A browser and a workbench for tests, on a machine where nothing was installed by hand. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import '../../workbench/page/test-api-shape';

const root = path.join(__dirname, '..', '..');
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages live for seconds here, beside as many processes as there are cores: what V8 does on threads of its own is not worth it.
  '--js-flags=--no-opt --single-threaded-gc',
];

/** How long a test waits for a thing in a browser: a bound for what never comes, far beyond what a busy machine takes. */
export const PATIENCE_MS = Number(process.env.PATIENCE_MS ?? 180_000);

/** SLOWDOWN=6 gives the tests' pages a sixth of the processor: what only a slow machine shows is seen on a fast one. */
const SLOWDOWN = Number(process.env.SLOWDOWN ?? 1);

/**
 * Starts a headless browser: CHROME_PATH if it is set; on Linux the Chromium that comes with the packages; elsewhere the
 * installed Chrome.
 */
export async function launch(): Promise<Browser> {
  const browser = await start();
  if (SLOWDOWN > 1) slowDown(browser);
  return browser;
}

async function start(): Promise<Browser> {
  const named = process.env.CHROME_PATH;
  if (named) return chromium.launch({ executablePath: named, args: ARGS });
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome', args: ARGS });
  const { executablePath, env } = packagedChromium();
  return chromium.launch({ executablePath, args: ARGS, env: { ...definedEnv(), ...env } });
}

/** Each page that is opened from now on gets only its share of the processor, from its first line on. */
function slowDown(browser: Browser): void {
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await open(options);
    const newPage = context.newPage.bind(context);
    context.newPage = async () => {
      const page = await newPage();
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
      return page;
    };
    return context;
  };
  browser.newPage = async (options) => (await browser.newContext(options)).newPage();
}

interface PackagedChromium {
  executablePath: string;
  /** What the browser needs in its environment: libraries or fonts that the machine lacks. */
  env: Record<string, string>;
}

let unpacked: PackagedChromium | null = null;

/** Unpacks @sparticuz/chromium once for each version, safely when several test runs begin together. */
function packagedChromium(): PackagedChromium {
  if (unpacked) return unpacked;
  const manifest = path.join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = path.join(tmpdir(), `workbench-chromium-${version}`);
  if (!existsSync(folder)) unpackInto(folder);
  const executablePath = path.join(folder, 'chromium');
  const env: Record<string, string> = {};
  if (!runs(executablePath, env)) {
    const libraries = path.join(folder, 'al2023', 'lib');
    env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
    if (!runs(executablePath, env)) throw new Error(`Chromium does not start here. Name a browser in CHROME_PATH.`);
  }
  // What the pages' own fonts lack comes from the one that is packed with the browser, whatever this machine has; with
  // none at all the browser crashes. FONTCONFIG_FILE from outside counts: the tests pass with other fonts, too.
  if (!process.env.FONTCONFIG_FILE) env.FONTCONFIG_FILE = fontConfiguration(folder);
  unpacked = { executablePath, env };
  return unpacked;
}

/**
 * The package unpacks into the folder for temporary files, and its libraries only where it believes to be on Lambda. So a
 * process of its own is told both, and what it has made is moved into place in one step.
 */
function unpackInto(folder: string): void {
  const staging = mkdtempSync(`${folder}-`);
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    renameSync(staging, folder);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    // Another run was faster.
    if (!existsSync(folder)) throw error;
  }
}

/** A file that names the packed fonts and no others, for fontconfig. */
function fontConfiguration(folder: string): string {
  const file = path.join(folder, 'fonts.conf');
  const fonts = `<dir>${path.join(folder, 'fonts')}</dir><cachedir>${path.join(folder, 'fonts-cache')}</cachedir>`;
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${fonts}</fontconfig>`;
  // Another run may be reading it: what stands there is the same.
  if (!existsSync(file)) {
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  }
  return file;
}

function runs(executablePath: string, env: Record<string, string>): boolean {
  try {
    execFileSync(executablePath, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

export interface WorkbenchOptions {
  /** The workbook file; a new one in a temporary folder when absent. */
  book?: string;
  empty?: boolean;
  project?: string;
  user?: string;
  /** Any free one when absent. */
  port?: number;
}

export interface Workbench {
  /** http://localhost:… */
  address: string;
  book: string;
  process: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  /** Stops it as Ctrl+C does, and waits until it is gone. A book of its own goes with it. */
  stop(): Promise<void>;
}

/** Starts build/start.cjs on a free port and waits until it answers. Build first: node build.mjs all. */
export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const own = options.book ? null : mkdtempSync(path.join(tmpdir(), 'workbench-'));
  const book = options.book ?? path.join(own!, 'book.json');
  mkdirSync(path.dirname(book), { recursive: true });
  const args = [
    ...process.execArgv,
    path.join(root, 'build', 'start.cjs'),
    '--port',
    String(options.port ?? 0),
    '--book',
    book,
  ];
  if (options.project) args.push('--project', options.project);
  if (options.user) args.push('--user', options.user);
  if (options.empty) args.push('--empty');
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      output += String(chunk);
      const found = /http:\/\/localhost:\d+/.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('exit', (code) => reject(new Error(`The workbench ended with ${code}: ${output}`)));
  });
  return {
    address,
    book,
    process: child,
    output: () => output,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await gone;
      }
      if (own) rmSync(own, { recursive: true, force: true });
    },
  };
}

/** Opens the workbench as somebody, in a window of their own, and waits until the sheet is there. */
export async function openPage(
  browser: Browser,
  workbench: Pick<Workbench, 'address'>,
  user: string,
  listen?: (page: Page) => void,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  listen?.(page);
  await page.goto(`${workbench.address}/?fps=20&user=${encodeURIComponent(user)}`);
  await page.waitForFunction(() => window.workbench?.isReady);
  return page;
}

/** Asks again and again until there is an answer; throws when none comes. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false | ''>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`This did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The grid's own menu: one row above the cell with the cursor, which must be in view. */
export async function insertRowAbove(page: Page, sheetName: string, row: number): Promise<void> {
  await page.evaluate(([name, at]) => window.workbench.select(name as string, `A${at}`), [sheetName, row] as const);
  const middle = await page.evaluate(
    ([name, at]) => {
      const heights = Array.from({ length: at as number }, (_, index) =>
        window.workbench.rowHeight(name as string, index + 1),
      );
      return 20 + heights.reduce((sum, height) => sum + height, 0) - (heights.at(-1) ?? 0) / 2;
    },
    [sheetName, row] as const,
  );
  await page.locator('canvas[id^=univer-sheet-main]').click({ button: 'right', position: { x: 80, y: middle } });
  await page.getByText('Insert', { exact: true }).first().hover();
  // The field for the number of rows lies in the middle of the entry.
  await page
    .getByText('rows above')
    .first()
    .click({ position: { x: 165, y: 14 } });
}
