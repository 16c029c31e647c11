import type { Page } from 'playwright-core';
import type { Screen } from '../../src/contract/state';
import type { FakeServer } from './fake-server';
import * as fixtures from './fixtures';
import { comeBack, until } from './harness';

export interface State {
  name: string;
  first: () => Screen;
  noState?: boolean;
  /** What goes wrong from the start. */
  faults?: FakeServer['faults'];
  /** Gets the page from the first screen to the state. */
  act?: (page: Page, server: FakeServer) => Promise<void>;
}

const key = (page: Page, name: string) => page.keyboard.press(name);

/** Every state of the sidebar worth a picture and a look by axe. */
export const STATES: State[] = [
  { name: 'setup', first: fixtures.setUp },
  {
    name: 'setup-typed',
    first: fixtures.setUp,
    act: async (page) => page.getByLabel('One name per line').fill('Tomas Okafor\nLena Vogt\nRuth Amsel'),
  },
  {
    name: 'setup-error',
    first: fixtures.setUp,
    act: async (page) => page.getByRole('button', { name: 'Set up' }).click(),
  },
  { name: 'wrongtab', first: fixtures.wrongTab },
  { name: 'wrongtab-nobody', first: () => ({ ...fixtures.wrongTab(), people: [] }) },
  { name: 'nomonth', first: fixtures.noMonth },
  {
    name: 'nomonth-problem',
    first: () => ({
      ...fixtures.noMonth(),
      setupProblems: [
        {
          code: 'badDate',
          message: 'Setup!C7 should be a date but says “soon”. Type a day like 3 Nov 2026.',
          tab: 'Setup',
          cell: 'C7',
        },
      ],
    }),
  },
  {
    name: 'preview',
    first: fixtures.noMonth,
    act: async (page) => {
      await page.getByRole('button', { name: 'Start November' }).click();
      await page.getByText('deals come along').waitFor();
    },
  },
  {
    name: 'preview-everyone',
    first: fixtures.noMonth,
    act: async (page) => {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Start November for everyone' }).click();
      await page.getByText('November for everyone').waitFor();
    },
  },
  {
    name: 'starting',
    first: fixtures.noMonth,
    act: async (page, server) => {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Start November for everyone' }).click();
      server.faults.startMonth = ['fine', 'silent'];
      await page.getByRole('button', { name: 'Open on 28 tabs' }).click();
      await page.getByText('12 of 28 tabs').waitFor();
    },
  },
  { name: 'before', first: fixtures.meeting },
  {
    name: 'before-undo',
    first: fixtures.meeting,
    act: async (page) => page.getByRole('button', { name: /Tick off: price list/ }).click(),
  },
  {
    name: 'before-first',
    first: () => {
      const m = fixtures.meeting();
      const sections = m.block.sections.map((s) => ({ ...s, rows: s.kind === 'kpis' ? s.rows : [] }));
      return { ...m, block: { ...m.block, number: 1, lastFocus: '', lastFocusMonth: null, commitments: [], sections } };
    },
  },
  {
    name: 'before-rep',
    first: () => ({ ...fixtures.meeting(), me: { email: '', role: 'rep', name: 'Tomas Okafor' } }),
  },
  { name: 'new', first: () => fixtures.running('new', { new: 1.8 }) },
  {
    name: 'new-editing',
    first: () => fixtures.running('new', { new: 1.8 }),
    act: async (page) => {
      await page.getByRole('button', { name: 'Add a deal' }).click();
      await page.keyboard.type('Sandoval Hotels, night desk');
      await key(page, 'Tab');
      await page.keyboard.type('24 Nov');
      await key(page, 'Tab');
      await page.keyboard.type('7,500');
      await key(page, 'Tab');
      await page.keyboard.type('New owner, wants one supplier before the season');
    },
  },
  { name: 'existing', first: () => fixtures.running('existing') },
  {
    name: 'existing-open',
    first: () => fixtures.running('existing'),
    act: async (page) => {
      await key(page, 'ArrowDown');
      await key(page, 'ArrowDown');
      await key(page, 'Enter');
    },
  },
  {
    name: 'existing-key',
    first: () => fixtures.running('existing'),
    act: async (page) => {
      await key(page, 'ArrowDown');
      await key(page, 'ArrowDown');
      await key(page, 'w');
    },
  },
  { name: 'existing-empty', first: () => emptySection('existing') },
  { name: 'notworking', first: () => fixtures.running('notWorking', { new: 4, existing: 5, working: 5 }) },
  { name: 'working', first: () => fixtures.running('working', { new: 4, existing: 5 }) },
  { name: 'kpis', first: () => fixtures.running('kpis', { new: 4, existing: 5, working: 5, notWorking: 5, kpis: 1 }) },
  {
    name: 'kpis-open',
    first: () => fixtures.running('kpis', { new: 4, existing: 5, working: 5, notWorking: 5, kpis: 1 }),
    act: async (page) => page.getByRole('button', { name: /Meetings held/ }).click(),
  },
  {
    name: 'other',
    first: () => fixtures.running('other', { new: 4, existing: 5, working: 5, notWorking: 3, kpis: 4 }),
  },
  { name: 'overtime', first: () => fixtures.running('existing', { new: 5, existing: 5.7 }) },
  { name: 'paused', first: () => fixtures.running('existing', { new: 5, existing: 2 }, false) },
  {
    name: 'minute25',
    first: () => fixtures.running('kpis', { new: 5, existing: 6, working: 5, notWorking: 5, kpis: 4.4 }),
  },
  {
    name: 'conflict',
    first: () => fixtures.running('existing'),
    act: async (page, server) => {
      await page.getByRole('button', { name: /Halden Mills/ }).click();
      await page.getByLabel('Next step').fill('Ida calls their counsel with Tomas, Thu 12 Nov');
      server.setCell('existing:e2', 'next', 'Counsel is away until the 16th. Call on Tue 17 Nov');
      await page.getByText('Which one stays?').waitFor();
    },
  },
  {
    name: 'conflict-later',
    first: () => fixtures.running('existing'),
    act: async (page, server) => {
      await page.getByRole('button', { name: /Halden Mills/ }).click();
      await page.getByLabel('Next step').fill('Ida calls their counsel with Tomas, Thu 12 Nov');
      server.setCell('existing:e2', 'next', 'Counsel is away until the 16th. Call on Tue 17 Nov');
      await page.getByRole('button', { name: 'Decide later' }).click();
    },
  },
  {
    name: 'gone',
    first: () => fixtures.running('existing'),
    act: async (page, server) => {
      await page.getByRole('button', { name: /Halden Mills/ }).click();
      server.removeRow('existing:e2');
      await page.getByLabel('Next step').fill('Ida calls their counsel');
      await page.getByText('no longer in the sheet').first().waitFor();
    },
  },
  {
    name: 'offline',
    first: () => fixtures.running('working', { new: 4, existing: 5, working: 2 }),
    act: async (page, server) => {
      server.faults.saveEdits = Array.from({ length: 20 }, () => 'lostBefore' as const);
      await page.getByRole('button', { name: 'Add what works' }).click();
      await page.keyboard.type('Two-page offer instead of nine');
      await page.getByText('No connection.').waitFor();
    },
  },
  {
    name: 'park',
    first: () => fixtures.running('existing'),
    act: async (page) => {
      await key(page, 'Alt+KeyP');
      await page.getByLabel('A thought for Other discussion').fill('The new commission sheet');
    },
  },
  {
    name: 'othertab',
    first: () => fixtures.running('existing'),
    act: async (page, server) => {
      server.activeSheetId = 12;
      await comeBack(page);
      await page.getByText('another tab').waitFor();
    },
  },
  {
    name: 'conclusion',
    first: () =>
      fixtures.running('conclusion', { new: 5, existing: 6, working: 4, notWorking: 3, kpis: 5, other: 2.8 }),
  },
  {
    name: 'conclusion-commitment',
    first: () =>
      fixtures.running('conclusion', { new: 5, existing: 6, working: 4, notWorking: 3, kpis: 5, other: 2.8 }),
    act: async (page) => {
      await page.getByRole('button', { name: 'Add a commitment' }).click();
      await page.keyboard.type('fifteen-minute call before each demo');
    },
  },
  {
    name: 'finished',
    first: () =>
      fixtures.running('conclusion', {
        new: 5,
        existing: 6,
        working: 4,
        notWorking: 3,
        kpis: 5,
        other: 2.8,
        conclusion: 2,
      }),
    act: async (page) => {
      await page.getByRole('button', { name: 'Finish' }).click();
      await page.getByRole('heading', { name: 'Done, in 28 minutes' }).waitFor();
    },
  },
  { name: 'finished-later', first: fixtures.finished },
  { name: 'people', first: fixtures.meeting, act: (page) => menu(page, 'Switch person') },
  { name: 'addpeople', first: fixtures.meeting, act: (page) => menu(page, 'Add people') },
  { name: 'keys', first: () => fixtures.running('existing'), act: (page) => menu(page, 'Keys') },
  {
    name: 'menu',
    first: fixtures.meeting,
    act: async (page) => page.getByRole('button', { name: 'More actions' }).click(),
  },
  {
    name: 'trouble',
    first: fixtures.noMonth,
    act: async (page, server) => {
      server.faults.planMonth = Array.from({ length: 20 }, () => 'lostBefore' as const);
      await page.getByRole('button', { name: 'Start November' }).click();
      await page.getByText('No answer yet').first().waitFor();
    },
  },
  {
    name: 'loading',
    first: fixtures.meeting,
    noState: true,
    faults: { loadScreen: ['silent'] },
    act: (page) => page.locator('.grey-bar').first().waitFor({ state: 'attached' }),
  },
  { name: 'long', first: fixtures.long },
  {
    name: 'long-all',
    first: fixtures.long,
    act: async (page) => {
      await page.getByRole('radio', { name: 'All' }).check();
      await until(async () => (await page.locator('[data-row]').count()) > 10, 'rows are drawn');
    },
  },
  { name: 'ten-sections', first: fixtures.tenSections },
  { name: 'right-to-left', first: fixtures.rightToLeft },
  { name: 'longwords', first: fixtures.longWords },
  {
    name: 'longwords-open',
    first: fixtures.longWords,
    act: async (page) => page.getByRole('button', { name: /Oberfl/ }).click(),
  },
];

function emptySection(id: string): Screen {
  const m = fixtures.running(id);
  return { ...m, block: { ...m.block, sections: m.block.sections.map((s) => (s.id === id ? { ...s, rows: [] } : s)) } };
}

async function menu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
