/** Coaching with the real add-on in a real browser: each from what offers it to its row in the sheet to the next month. */
import type { Browser, Frame, Page } from 'playwright-core';
import { addMonths, type MonthKey, monthName, monthTitle } from '../../src/core/shared/month';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { launch, openPage, startWorkbench, until, type Workbench } from '../support/browser';
import { sampleFile, shot, storyOf } from '../support/story';

const MANAGER = 'manager@example.com';
const REP = 'tamsin@example.com';
const TAB = 'Tamsin Verrow';
/** Stands in no script and no file, only in the note. */
const SECRET = 'unmistakable-heron';

let browser: Browser;
let workbench: Workbench;
let sample: Awaited<ReturnType<typeof sampleFile>>;
let month: MonthKey;
let rep: Page;
let manager: Page;
let sidebar: Frame;
const troubles: string[] = [];

beforeAll(async () => {
  sample = await sampleFile();
  browser = await launch();
  workbench = await startWorkbench({ book: sample.book });
  const today = new Date();
  month = today.getUTCFullYear() * 100 + today.getUTCMonth() + 1;
});
afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
  sample?.remove();
});

const stage = storyOf(troubles, async (name, isBroken) => {
  if (!isBroken) return;
  await shot(rep, `failed coaching, rep, ${name}`, true);
  await shot(manager, `failed coaching, manager, ${name}`, true);
});

async function open(user: string): Promise<Page> {
  const page = await openPage(browser, workbench, user);
  page.on('pageerror', (error) => troubles.push(`${user}: ${error.message}`));
  await page.evaluate((tab) => window.workbench.select(tab, 'A1'), TAB);
  return page;
}

async function openSidebar(page: Page): Promise<Frame> {
  await page.getByRole('button', { name: 'Monthly 1:1', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open 1:1', exact: true }).click();
  await page.frameLocator('iframe[data-frame=sidebar]').locator('.sidebar .dock').waitFor();
  const element = await page.locator('iframe[data-frame=sidebar]').elementHandle();
  return (await element!.contentFrame())!;
}

interface Line {
  who: string;
  when: string;
  weTry: string;
  status: string;
  cameOf: string;
  next: string;
  /** What the hidden cell says that it is about. */
  about: string;
}

/** What stands below a header of a month, the newest where none is named, down to the next gap. */
function linesBelow(key: string, of?: MonthKey): Promise<Line[]> {
  return manager.evaluate(
    ([tab, header, title, hidden]) => {
      const letter = (n: number) => (n > 26 ? `A${String.fromCharCode(64 + n - 26)}` : String.fromCharCode(64 + n));
      const text = (row: number, col: number) => window.workbench.text(tab, `${letter(col)}${row}`);
      const first = title === '' ? 1 : window.workbench.findRow(tab, title);
      const lines: Line[] = [];
      let at = first;
      while (text(at, hidden.key) !== header) at++;
      for (at++; text(at, hidden.key) !== 'gap'; at++)
        if (text(at, 1) !== '')
          lines.push({
            who: text(at, 1),
            when: text(at, 2),
            weTry: text(at, 3),
            status: text(at, 5),
            cameOf: text(at, 6),
            next: text(at, 8),
            about: text(at, hidden.coaching),
          });
      return lines;
    },
    [TAB, key, of ? `${monthTitle(of)} · #${of === month ? 3 : 4}` : '', HIDDEN] as const,
  );
}

const plans = (of?: MonthKey) => linesBelow('header:grow', of);
const planOf = async (who: string, of?: MonthKey) => (await plans(of)).find((line) => line.who === who);
const waitForPlan = (who: string) => until(`the plan about ${who} in the sheet`, () => planOf(who));

const press = (name: string | RegExp) => sidebar.getByRole('button', { name, exact: true }).first().click();
const heading = (name: string) => sidebar.getByRole('heading', { name, level: 2 }).first().waitFor();

async function inMenu(name: string): Promise<void> {
  await press('More actions');
  await sidebar.getByRole('menuitem', { name, exact: true }).click();
}

/** Nothing on the page, seen or not, holds the note. */
async function expectNoSecret(where: string): Promise<void> {
  const held = await sidebar.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea, input')].map(({ value }) => value);
    return document.documentElement.outerHTML + fields.join();
  });
  expect([where, held.includes(SECRET)]).toEqual([where, false]);
}

stage('the salesperson writes an own diagnosis on the bare tab', async () => {
  rep = await open(REP);
  const first = await rep.evaluate((tab) => window.workbench.findRow(tab, 'header:grow'), TAB);
  const free = await rep.evaluate(
    ([tab, top]) => {
      let row = top + 1;
      while (window.workbench.text(tab, `A${row}`) !== '') row++;
      return row;
    },
    [TAB, first] as const,
  );
  expect(free).toBeGreaterThan(first);
  for (const [col, text] of [
    ['A', 'Brackwater Foods: I talk before I ask'],
    ['C', 'Three questions, then the plan of the yard'],
  ] as const) {
    await rep.evaluate(([tab, cell]) => window.workbench.select(tab, cell), [TAB, `${col}${free}`] as const);
    await rep.keyboard.type(text);
    await rep.keyboard.press('Enter');
    await rep.getByText('Saved', { exact: true }).first().waitFor();
  }
});

stage('before the talk: a note only for oneself, and a review that worked', async () => {
  manager = await open(MANAGER);
  sidebar = await openSidebar(manager);
  await heading('Before you start');
  await inMenu('Notes only for me');
  await sidebar.getByText('Where the script lies in this file').waitFor();
  await press('All right, write');
  await sidebar.getByLabel(`Your note about ${TAB}`).fill(SECRET);
  await sidebar.getByText(/^Saved for you alone/).waitFor();
  await press('Back');
  await heading('Before you start');
  await expectNoSecret('Before you start');

  const review = sidebar.locator('.review-plan', { hasText: 'Lumen Tools' });
  await review.getByRole('radio', { name: /Worked/ }).focus();
  await manager.keyboard.press('1');
  await review.getByLabel('What came of it').fill('The night shift wants them');
  await manager.keyboard.press('Enter');
  const isWritten = async () => (await planOf('Lumen Tools'))?.cameOf === 'The night shift wants them';
  await until('the line in the sheet', isWritten);
  expect(await planOf('Lumen Tools')).toMatchObject({ status: 'worked', about: 'plan deal lumen001' });
});

stage('in the talk: a figure off goal, feedback with a no, too big for today', async () => {
  await press('Start the 30 minutes');
  for (const name of [
    'New opportunities',
    'Existing opportunities',
    'What’s working',
    'What’s not working',
    'KPIs',
    'Other discussion',
    'Conclusion',
  ]) {
    await heading(name);
    await expectNoSecret(name);
    if (name !== 'Conclusion') await manager.keyboard.press('Alt+ArrowRight');
  }
  await press('More actions');
  await sidebar.getByRole('menuitem', { name: 'Coaching', exact: true }).waitFor();
  expect(await sidebar.getByRole('menuitem', { name: 'Notes only for me' }).count()).toBe(0);
  await manager.keyboard.press('Escape');

  await press(/^5, KPIs/);
  await heading('KPIs');
  await inMenu('Coaching');
  await sidebar.getByRole('button', { name: 'Calls Below goal for three months' }).click();
  expect(await sidebar.locator('.facts-line').textContent()).toBe('60% of goal · 72 of 120 · down two months');
  await manager.keyboard.type('Mornings are gone by ten');
  await manager.keyboard.press('Enter');
  await manager.keyboard.type('Two hours before the first mail');
  await sidebar.getByLabel('Look again on').fill('today');
  await manager.keyboard.press('Control+Enter');
  expect(await waitForPlan('Calls')).toMatchObject({
    weTry: 'Two hours before the first mail',
    status: 'open',
    about: 'plan kpi calls',
  });
  await heading('KPIs');

  await giveFeedback();
  const before = [await plans(), await linesBelow('header:conclusion')];
  await press('Done');
  await heading('KPIs');
  expect([await plans(), await linesBelow('header:conclusion')]).toEqual(before);

  await giveFeedback();
  await sidebar.getByRole('radio', { name: 'A commitment' }).check();
  await sidebar.getByLabel('What is promised').fill('The problem first, then the price');
  await press('Write it down');
  const promised = async () => (await linesBelow('header:conclusion')).find(({ who }) => who.startsWith('The problem'));
  expect(await until('the commitment in the sheet', promised)).toMatchObject({ next: TAB, status: 'open' });

  await giveFeedback();
  await sidebar.getByRole('radio', { name: 'A plan' }).check();
  await sidebar.getByLabel('What is it about?').fill('Talking about the price');
  await sidebar.getByLabel(/The plan, as Tamsin words it/).fill('I ask three questions before I name one');
  await sidebar.getByLabel('Look again on').fill('today');
  await press('Write it down');
  expect(await waitForPlan('Talking about the price')).toMatchObject({ status: 'open', about: 'plan' });

  await inMenu('Coaching');
  await press('Something else');
  await sidebar.getByLabel('What is it about?').fill('Travel in the north');
  await press(/^Too big for today/);
  await sidebar.getByLabel('Sit down together on').fill('today');
  const link = new URL((await sidebar.getByRole('link', { name: 'Invite' }).getAttribute('href'))!);
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  expect([
    link.searchParams.get('text'),
    link.searchParams.get('dates')?.slice(0, 8),
    link.searchParams.get('add'),
  ]).toEqual([`${TAB}: Travel in the north`, day, REP]);
  await press('Write the day down');
  expect(await waitForPlan('Travel in the north')).toMatchObject({ weTry: 'We sit down together about it' });
  await expectNoSecret('the talk');
  expect((await manager.content()).includes(SECRET)).toBe(false);
});

/** The card, up to how it ends; one of its steps is not seen alike. */
async function giveFeedback(): Promise<void> {
  await inMenu('Coaching');
  await press('Give feedback');
  await press('Yes, go on');
  for (const [label, text, alike] of [
    [/When and where/, 'The call with Lumen', 'Yes'],
    [/What did you see/, 'The price came first', 'No'],
    [/How does Tamsin see it/, 'They asked for it', 'Yes'],
    [/What came of it, for whom/, 'A talk about discounts', 'Yes'],
  ] as const) {
    await sidebar.getByLabel(label).fill(text);
    await sidebar.getByRole('radio', { name: alike, exact: true }).last().check();
    if (alike === 'No') await sidebar.getByText('What did it look like from where you stood?').waitFor();
  }
}

stage('no other account gets the note, by its page or by a call', async () => {
  const theirs = await openSidebar(rep);
  // It opens where the talk is.
  await theirs.getByRole('heading', { name: 'KPIs', level: 2 }).waitFor();
  const answers = await theirs.evaluate(async () => {
    type Runner = Record<string, (request: unknown) => void> & {
      withSuccessHandler(take: (answer: unknown) => void): Runner;
      withFailureHandler(take: (error: unknown) => void): Runner;
    };
    const { run } = (window as unknown as { google: { script: { run: Runner } } }).google.script;
    const ask = (name: string) =>
      new Promise<string>((resolve) =>
        run
          .withSuccessHandler((answer) => resolve(String(answer)))
          .withFailureHandler((error) => resolve(String(error)))[name]!('{}'),
      );
    return [await ask('loadNotes'), await ask('loadHome'), document.documentElement.outerHTML];
  });
  expect(answers[0]).toContain('"notes":[]');
  expect(answers.filter((answer) => answer.includes(SECRET))).toEqual([]);
});

stage('the next month: what is open is back and asked about, what worked is not', async () => {
  await finishAndStart(addMonths(month, 1));
  expect(await plans()).toMatchObject([
    { who: 'First meetings', status: 'open', about: 'plan kpi meetings' },
    { who: 'Lead a key account', status: 'open', about: '' },
    { who: 'Brackwater Foods: I talk before I ask', status: 'open', about: 'plan deal brackwat' },
    { who: 'Calls', status: 'open', about: 'plan kpi calls', cameOf: '' },
    { who: 'Talking about the price', status: 'open', about: 'plan' },
    { who: 'Travel in the north', status: 'open', about: 'plan' },
  ]);
  expect(await planOf('Lumen Tools', month)).toMatchObject({ status: 'worked' });
  expect((await linesBelow('header:conclusion')).map(({ who }) => who)).toContain('The problem first, then the price');
  await heading('Before you start');
  const asked = sidebar.locator('.review-plan');
  const due = ['Brackwater Foods: I talk before I ask', 'Calls', 'Talking about the price', 'Travel in the north'];
  for (const title of due) await asked.filter({ hasText: title }).waitFor();
  expect(await asked.filter({ hasText: 'Lumen Tools' }).count()).toBe(0);

  // The same at its deal and at its figure.
  await press('Start the 30 minutes');
  await heading('New opportunities');
  await press(/^2, Existing/);
  await heading('Existing opportunities');
  await asked.filter({ hasText: due[0]! }).waitFor();
  await press(/^5, KPIs/);
  await heading('KPIs');
  await asked.filter({ hasText: 'Two hours before the first mail' }).waitFor();
  await manager.keyboard.press('Alt+7');
  await heading('Conclusion');
});

stage('the month after: one that nobody looked at twice is proposed to be dropped, and stays behind', async () => {
  const [december, january] = [addMonths(month, 1), addMonths(month, 2)];
  await finishAndStart(january, async () => {
    await sidebar.getByText('A plan waits to be looked at').waitFor();
    await press('Drop it: First meetings');
    await sidebar.getByRole('button', { name: 'Undo: First meetings' }).waitFor();
  });
  expect((await plans()).map(({ who }) => who)).toEqual([
    'Lead a key account',
    'Brackwater Foods: I talk before I ask',
    'Calls',
    'Talking about the price',
    'Travel in the north',
  ]);
  expect((await planOf('First meetings', december))?.status).toBe('dropped');
});

/** From the Conclusion on: finishes, looks at the next month first, and starts it. */
async function finishAndStart(next: MonthKey, look?: () => Promise<void>): Promise<void> {
  await manager.keyboard.press('Alt+7');
  await heading('Conclusion');
  await press('Finish');
  const start = `Start ${monthName(next)}`;
  await press(start);
  await sidebar.getByRole('heading', { name: /come along$|^An empty month/ }).waitFor();
  await look?.();
  await press(start);
  await sidebar.getByText(monthTitle(next)).first().waitFor();
  await until('the month in the sheet', () =>
    manager.evaluate(([tab, title]) => window.workbench.findRow(tab, title) > 0, [
      TAB,
      `${monthTitle(next)} · #${next === addMonths(month, 1) ? 4 : 5}`,
    ] as const),
  );
}
