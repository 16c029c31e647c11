import type { Page } from 'playwright-core';
import type { BlockView, MeetingScreen, Screen } from '../../src/contract/state';
import type { FakeServer } from './fake-server';
import * as fixtures from './fixtures';
import { comeBack, menu, pressStatus, said, until } from './harness';
import { home, homeOf } from './home-fixture';
import { haldenLife, manyDeals } from './review-fixtures';

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

const agendaIsNew = () => ({ ...fixtures.meeting(), isAgendaNew: true as const });

/** Another agenda in Setup: sections that come, go and stay, a name that has no blank, and whom it leaves out. */
async function openAgenda(page: Page, server: FakeServer): Promise<void> {
  const changes = [
    '“Risks” comes in',
    '“Other discussion” stays, it has text',
    '“KPIs” has 8 minutes',
    'another order',
  ];
  const names = ['Tomas Okafor', 'Maximiliane Wolfeschlegelsteinhausenbergerdorff', 'Aoife Ní Dhomhnaill'];
  server.agendas = {
    people: names.map((name, n) => ({
      repId: `p${n}`,
      digest: `g${n}`,
      name,
      changes: changes.slice(0, n === 0 ? 4 : n),
      was: [],
    })),
    left: ['“Mira Oakes”: the meeting is running.'],
  };
  await page.getByRole('button', { name: 'See what it changes' }).click();
  await page.getByRole('heading', { name: 'Change 3 open months?' }).waitFor();
}

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
  { name: 'wrongtab-damaged', first: () => ({ ...fixtures.wrongTab(), damage: fixtures.HEAD_LOST }) },
  { name: 'wrongtab-nobody', first: () => ({ ...fixtures.wrongTab(), people: [] }) },
  { name: 'home', first: () => home() },
  { name: 'home-thirty', first: () => home(30) },
  {
    name: 'months',
    first: () => ({ ...fixtures.meeting(), months: [202611, 202610, 202609, 202608, 202607] }),
    act: (page) => menu(page, 'Other months'),
  },
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
    name: 'preview-reasons',
    first: fixtures.noMonth,
    act: async (page) => {
      await page.getByRole('button', { name: 'Start November' }).click();
      await page
        .getByRole('button', { name: /Leave behind/ })
        .nth(1)
        .click();
      await page.getByRole('button', { name: 'No budget now' }).waitFor();
    },
  },
  {
    name: 'preview-decided',
    first: fixtures.noMonth,
    act: async (page) => {
      await page.getByRole('button', { name: 'Start November' }).click();
      await page
        .getByRole('button', { name: /Leave behind/ })
        .nth(1)
        .click();
      await page.getByRole('button', { name: 'No budget now' }).click();
      await page
        .getByRole('button', { name: /Keep after all/ })
        .last()
        .click();
      await page.getByText('lost, kept after all').waitFor();
    },
  },
  {
    name: 'preview-long',
    first: fixtures.noMonth,
    act: async (page, server) => {
      server.carried = fixtures.longCarry();
      await page.getByRole('button', { name: 'Start November' }).click();
      await page.getByRole('button', { name: 'Show 27 more' }).click();
    },
  },
  {
    name: 'preview-late',
    first: fixtures.noMonth,
    act: async (page, server) => {
      server.carried = fixtures.lateCarry();
      await page.getByRole('button', { name: 'Start November' }).click();
      await page.getByText('Not there yet').first().waitFor();
    },
  },
  {
    name: 'preview-everyone',
    first: fixtures.noMonth,
    act: async (page) => {
      await menu(page, 'Start November for everyone');
      await page.getByText('November for everyone').waitFor();
    },
  },
  {
    name: 'starting',
    first: fixtures.noMonth,
    act: async (page, server) => {
      await menu(page, 'Start November for everyone');
      server.faults.startMonth = ['fine', 'silent'];
      await page.getByRole('button', { name: 'Start on 28 tabs' }).click();
      await page.getByText('Keeping the ranks so far: 12 of 28').first().waitFor();
    },
  },
  {
    name: 'opening',
    first: fixtures.noMonth,
    act: async (page, server) => {
      await page.getByRole('button', { name: 'Start November' }).click();
      server.faults.startMonth = ['silent'];
      await page.getByRole('button', { name: 'Start November', exact: true }).click();
      await page.getByText('Starting November').waitFor();
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
    first: () => fixtures.asRep(fixtures.meeting()),
    act: (page) => menu(page, 'Before you start'),
  },
  { name: 'before-ready', first: fixtures.prepared },
  {
    name: 'before-end',
    first: fixtures.prepared,
    act: (page) => page.locator('.body').evaluate((el) => el.scrollTo(0, 1e6)),
  },
  {
    name: 'before-overdue',
    first: () => inBlock(fixtures.meeting(), { heldOn: '2026-10-28', overdue: true }),
  },
  {
    name: 'before-plan',
    first: () => inBlock(fixtures.meeting(), { heldOn: '2026-11-05', state: 'moved' }),
    act: (page) => page.getByRole('button', { name: 'Move' }).click(),
  },
  {
    name: 'before-problems',
    first: () => ({ ...fixtures.meeting(), tabProblems: [fixtures.PROBLEM, fixtures.PROBLEM] }),
  },
  { name: 'prepare', first: () => fixtures.asRep(fixtures.meeting()) },
  {
    name: 'prepare-keys',
    first: () => fixtures.asRep(fixtures.meeting()),
    act: async (page) => {
      await key(page, 'n');
      await key(page, 'n');
    },
  },
  {
    name: 'prepare-open',
    first: () => fixtures.asRep(fixtures.meeting()),
    act: async (page) => {
      await key(page, 'ArrowDown');
      await key(page, 'Enter');
    },
  },
  {
    name: 'prepare-figures',
    first: () => fixtures.asRep(fixtures.meeting()),
    act: async (page) => {
      await page.getByRole('button', { name: /How has last month/ }).click();
      await page.getByRole('button', { name: /figures/ }).click();
    },
  },
  {
    name: 'prepare-new',
    first: () => fixtures.asRep(fixtures.meeting()),
    act: async (page) => {
      await page.getByRole('button', { name: /How has last month/ }).click();
      await page.getByRole('button', { name: /What is new/ }).click();
      await page.getByRole('button', { name: /Development/ }).click();
    },
  },
  {
    name: 'prepare-end',
    first: () => fixtures.asRep(fixtures.prepared()),
    act: (page) => page.locator('.body').evaluate((el) => el.scrollTo(0, 1e6)),
  },
  { name: 'notes-first', first: fixtures.meeting, act: (page) => menu(page, 'Notes only for me') },
  {
    name: 'notes-full',
    first: fixtures.meeting,
    act: async (page, server) => {
      const notes = [{ repId: 'p1', name: 'Tomas Okafor', savedOn: '2026-10-06', text: 'Wants to lead.' }];
      server.ownNotes = { notes, room: 0 };
      await menu(page, 'Notes only for me');
      await page
        .getByLabel('Your note about')
        .fill(`Wants to lead. ${'Geschwindigkeitsbegrenzungsgutachten '.repeat(4)}`);
      await page.getByText('Your store is full').waitFor();
    },
  },
  {
    name: 'prepare-manager',
    first: fixtures.meeting,
    act: (page) => page.getByRole('button', { name: 'Prepare' }).click(),
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
      await pressStatus(page, '5');
    },
  },
  {
    name: 'existing-stuck',
    first: () => fixtures.running('existing'),
    act: async (page) => {
      await key(page, 'ArrowDown');
      await pressStatus(page, '3');
      await page.keyboard.type('Their counsel has a new boss');
      await key(page, 'Tab');
      await page.keyboard.type('Ida calls the new boss, Thu 12 Nov');
      await key(page, 'Control+Enter');
      await page.getByText('A commitment now.').first().waitFor();
    },
  },
  {
    name: 'existing-won',
    first: () => fixtures.running('existing'),
    act: async (page) => {
      await key(page, 'ArrowDown');
      await pressStatus(page, '5');
    },
  },
  {
    name: 'existing-lost',
    first: () => fixtures.running('existing'),
    act: async (page) => {
      await key(page, 'ArrowDown');
      await pressStatus(page, '6');
      await page.getByRole('radio', { name: 'Timing' }).check();
    },
  },
  {
    name: 'existing-cold-vague',
    first: () => fixtures.running('existing'),
    act: async (page) => {
      await key(page, 'ArrowDown');
      await pressStatus(page, '4');
      await key(page, 'Tab');
      await page.keyboard.type('Follow up');
      await page.getByText('Who does what, and by when?').waitFor();
    },
  },
  {
    name: 'existing-story',
    first: () => fixtures.running('existing'),
    act: async (page, server) => {
      server.lives['existing:e2'] = haldenLife();
      await page.getByRole('button', { name: /Halden Mills/ }).click();
      await page.getByRole('button', { name: 'Story' }).click();
      await page.getByText('pushed from 3 Sep').waitFor();
      await page.locator('.story').evaluate((el) => el.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'existing-story-lost',
    first: () => fixtures.running('existing'),
    act: async (page, server) => {
      server.faults.loadLife = ['lostBefore'];
      await page.getByRole('button', { name: /Halden Mills/ }).click();
      await page.getByRole('button', { name: 'Story' }).click();
      await page.getByText('The story is in the sheet').first().waitFor();
      await page.locator('.story').evaluate((el) => el.scrollIntoView({ block: 'center' }));
    },
  },
  { name: 'existing-5', first: () => manyDeals(5, 3) },
  { name: 'existing-20', first: () => manyDeals(20, 6) },
  {
    name: 'existing-30-done',
    first: () => manyDeals(30, 12),
    act: async (page) => {
      await key(page, 'ArrowDown');
      for (let kept = 0; kept < 2; kept++) {
        const before = await said(page);
        await key(page, 'n');
        await until(async () => (await said(page)) !== before, 'kept as it is');
      }
      await pressStatus(page, '2');
      await key(page, 'Enter');
      await page.getByRole('button', { name: /^No change 2/ }).waitFor();
      await page.locator('.body').evaluate((el) => el.scrollTo(0, 0));
    },
  },
  {
    name: 'existing-confirmed',
    first: () => manyDeals(20, 6),
    act: async (page) => {
      await key(page, 'Shift+KeyN');
      await page.getByText('20 deals kept as they are.').first().waitFor();
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
  {
    name: 'other-growth',
    first: () => fixtures.running('other', { new: 4, existing: 5, working: 5, notWorking: 3, kpis: 4 }),
    act: async (page) => {
      await page.getByRole('button', { name: /Leading a first call/ }).click();
      await page.getByLabel('What we try').waitFor();
    },
  },
  { name: 'coaching-before', first: () => fixtures.withPlans(fixtures.meeting()) },
  {
    name: 'coaching-list',
    first: () => fixtures.withPlans(fixtures.running('existing')),
    act: (page) => menu(page, 'Coaching'),
  },
  {
    name: 'coaching-dig',
    first: () => fixtures.running('existing', { new: 5, existing: 5.5 }),
    act: async (page) => {
      await page.getByRole('button', { name: /Halden Mills/ }).click();
      await page.getByRole('button', { name: /^Dig in: Halden/ }).click();
      await page
        .getByLabel('What is behind it?')
        .fill('Legal came in late, and Donaudampfschifffahrtsgesellschaftskapitän');
    },
  },
  {
    name: 'coaching-deeper',
    first: () => fixtures.longWords(),
    act: async (page) => {
      await menu(page, 'Coaching');
      await page.locator('.fact-button').last().click();
      await page.getByRole('button', { name: 'Go deeper' }).click();
      await page.getByRole('radio', { name: 'Practising it' }).check();
      await page.getByRole('button', { name: /^Too big/ }).click();
      await page.getByRole('link', { name: 'Invite' }).waitFor();
    },
  },
  {
    name: 'coaching-review',
    first: () => fixtures.withPlans(fixtures.running('existing')),
    act: async (page) => {
      await page.getByRole('radio', { name: 'Partly' }).check();
      await page.getByRole('button', { name: /^Look again on/ }).waitFor();
    },
  },
  {
    name: 'coaching-feedback',
    first: () => fixtures.running('other'),
    act: async (page) => {
      await menu(page, 'Coaching');
      await page.getByRole('button', { name: 'Give feedback' }).click();
      await page.getByRole('button', { name: 'Yes, go on' }).click();
      for (const alike of ['Yes', 'No', 'Yes', 'Yes'])
        await page.getByRole('radio', { name: alike, exact: true }).last().check();
      await page.getByRole('radio', { name: 'A plan' }).check();
    },
  },
  {
    name: 'coaching-trace',
    first: () => fixtures.running('other'),
    act: async (page, server) => {
      server.lines = fixtures.traces();
      await menu(page, 'Coaching');
      await page.getByRole('button', { name: 'What came of it' }).click();
      await page.getByText('2 plans').waitFor();
    },
  },
  { name: 'results', first: () => fixtures.results() },
  { name: 'results-end', first: () => fixtures.results('new') },
  {
    name: 'results-wrapup',
    first: () => ({ ...fixtures.results('new'), clock: fixtures.clockAt('new', { kpis: 8, existing: 6, new: 1.5 }) }),
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
    name: 'newer-month',
    first: () => ({ ...fixtures.running('existing'), newestMonth: 202612 }),
  },
  {
    name: 'newer-month-finished',
    first: () => ({ ...fixtures.finished(), newestMonth: 202612 }),
  },
  {
    name: 'taken-back',
    first: fixtures.meeting,
    act: async (page, server) => {
      server.screen = fixtures.noMonth();
      await comeBack(page);
      await page.getByText('has been taken back').first().waitFor();
    },
  },
  {
    name: 'offline',
    first: () => fixtures.running('working', { new: 4, existing: 5, working: 2 }),
    act: async (page, server) => {
      server.faults.saveEdits = Array.from({ length: 20 }, () => 'lostBefore' as const);
      await page.getByRole('button', { name: 'Add what works' }).click();
      await page.keyboard.type('Two-page offer instead of nine');
      await page.getByText('No connection.').first().waitFor();
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
      await page.getByText('You are looking at').waitFor();
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
  {
    name: 'finish-day',
    first: fixtures.meeting,
    act: async (page) => {
      await key(page, 'Alt+Digit7');
      await page.getByRole('button', { name: 'Finish' }).click();
      await page.getByRole('heading', { name: 'When did you meet?' }).waitFor();
    },
  },
  {
    name: 'finish-minutes',
    first: () => fixtures.running('conclusion', { new: 252 }),
    act: async (page) => {
      await page.getByRole('button', { name: 'Finish' }).click();
      await page.getByLabel('Minutes').fill('many');
      await page.getByRole('button', { name: 'Finish' }).click();
      await page.getByText('A whole number').waitFor();
    },
  },
  { name: 'finished-later', first: fixtures.finished },
  {
    name: 'finished-invite',
    first: () => {
      const m = fixtures.finished();
      const { conclusion } = m.block;
      return inBlock(m, {
        conclusion: { ...conclusion, nextDate: { ...conclusion.nextDate, value: '2026-12-01' } },
      });
    },
    act: (page) => page.locator('.body').evaluate((el) => el.scrollTo(0, 1e6)),
  },
  { name: 'reopened', first: fixtures.reopened },
  {
    name: 'preview-agenda',
    first: fixtures.finished,
    act: async (page) => {
      await page.getByRole('button', { name: 'Start December' }).click();
      await page.getByText('deals come along').waitFor();
      await page.getByRole('radio', { name: 'Full talk, 30 min', checked: true }).waitFor();
      await page.locator('.body').evaluate((el) => el.scrollTo(0, 1e6));
    },
  },
  { name: 'agenda', first: agendaIsNew, act: openAgenda },
  {
    name: 'agenda-done',
    first: agendaIsNew,
    act: async (page, server) => {
      await openAgenda(page, server);
      await page.getByRole('button', { name: /^Apply to/ }).click();
      await page.getByRole('heading', { name: '3 open months changed' }).waitFor();
    },
  },
  {
    name: 'check',
    first: fixtures.meeting,
    act: async (page) => {
      await menu(page, 'Check and repair');
      await page.getByText('3 things to look at').first().waitFor();
    },
  },
  {
    name: 'check-done',
    first: fixtures.meeting,
    act: async (page) => {
      await menu(page, 'Check and repair');
      await page.getByRole('button', { name: 'Repair 2 things' }).click();
      await page.getByText('2 things repaired').first().waitFor();
    },
  },
  {
    name: 'check-nothing',
    first: fixtures.meeting,
    act: async (page, server) => {
      server.check = { ...server.check, findings: [] };
      await menu(page, 'Check and repair');
      await page.getByText('Nothing to repair').first().waitFor();
    },
  },
  { name: 'actuals', first: fixtures.meeting, act: (page) => menu(page, 'Paste figures') },
  {
    name: 'actuals-error',
    first: fixtures.meeting,
    act: async (page) => {
      await menu(page, 'Paste figures');
      await page.getByRole('button', { name: 'Look first' }).click();
    },
  },
  {
    name: 'actuals-preview',
    first: fixtures.meeting,
    act: async (page) => {
      await menu(page, 'Paste figures');
      await page.getByLabel('A table copied').fill('Name\tCalls\nTomas Okafor\t52');
      await page.getByRole('button', { name: 'Look first' }).click();
      await page.getByText('3 figures would change').waitFor();
    },
  },
  {
    name: 'actuals-written',
    first: fixtures.meeting,
    act: async (page) => {
      await menu(page, 'Paste figures');
      await page.getByLabel('A table copied').fill('Name\tCalls\nTomas Okafor\t52');
      await page.getByRole('button', { name: 'Look first' }).click();
      await page.getByRole('button', { name: 'Write 3 figures' }).click();
      await page.getByRole('heading', { name: '3 figures written' }).waitFor();
    },
  },
  {
    name: 'goals',
    first: fixtures.meeting,
    act: async (page) => {
      await menu(page, 'Goals');
      await page.getByLabel('Everyone').waitFor();
    },
  },
  {
    name: 'goals-preview',
    first: fixtures.meeting,
    act: async (page) => {
      await menu(page, 'Goals');
      await page.getByLabel('Lena Vogt').fill('75');
      await page.getByLabel('Tomas Okafor').fill('soon');
      await page.getByRole('button', { name: 'Look first' }).click();
      await page.getByText('1 goal would change').waitFor();
    },
  },
  { name: 'export', first: fixtures.meeting, act: (page) => menu(page, 'Export') },
  {
    name: 'exported',
    first: fixtures.meeting,
    act: async (page) => {
      await menu(page, 'Export');
      await page.getByRole('button', { name: 'Export everyone’s tabs' }).click();
      await page.getByRole('heading', { name: '3 people: ready' }).waitFor();
    },
  },
  { name: 'protect', first: fixtures.meeting, act: (page) => menu(page, 'Protect tabs') },
  {
    name: 'protect-done',
    first: fixtures.meeting,
    act: async (page) => {
      await menu(page, 'Protect tabs');
      await page.getByRole('button', { name: 'Protect tabs' }).click();
      await page.getByText('2 tabs are protected').waitFor();
    },
  },
  {
    name: 'team-built',
    first: fixtures.meeting,
    act: async (page) => {
      await menu(page, 'Update the Team tab');
      await page.getByText('The Team tab is up to date.').first().waitFor();
    },
  },
  { name: 'import-source', first: fixtures.meeting, act: (page) => menu(page, 'Import deals') },
  {
    name: 'import-source-error',
    first: fixtures.meeting,
    act: async (page) => {
      await menu(page, 'Import deals');
      await page.getByRole('button', { name: 'Go on' }).click();
    },
  },
  { name: 'import-columns', first: fixtures.meeting, act: (page) => importColumns(page) },
  {
    name: 'import-columns-end',
    first: fixtures.meeting,
    act: async (page) => {
      await importColumns(page);
      for (const fold of ['Columns', 'Stages', 'Whose deals', 'Which deals'])
        await page.getByRole('button', { name: fold }).click();
      await page.getByRole('button', { name: 'More columns' }).click();
      await page.locator('.body').evaluate((el) => el.scrollTo(0, 1e6));
    },
  },
  {
    name: 'import-columns-missing',
    first: fixtures.wrongTab,
    act: async (page) => {
      await menu(page, 'Import deals');
      await page.getByLabel('copied and pasted').fill('Datenschutzgrundverordnungsbeauftragter;Betrag\n7;8');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByText('Which column has the deal’s name').waitFor();
    },
  },
  {
    name: 'import-columns-300',
    first: fixtures.meeting,
    act: async (page) => {
      const many = Array.from({ length: 300 }, (_, n) => `Benutzerdefiniertes Feld ${n}`);
      const lines = Array.from({ length: 20 }, (_, n) =>
        [n, `Deal ${n}`, `${n},50 €`, ...many.map(() => 'x')].join(';'),
      );
      await importText(page, [`Vorgang;Titel;Netto;${many.join(';')}`, ...lines].join('\n'));
    },
  },
  {
    name: 'import-stages-owners',
    first: fixtures.meeting,
    act: async (page) => {
      const stage = (n: number) => `Lost contact – Entscheidungsvorlage für den Vergabeausschuss ${n}`;
      const lines = Array.from({ length: 44 }, (_, n) =>
        [n, `Deal ${n}`, n < 4 ? `T. Okafor ${n}` : `Person ${n} Someone`, n * 1000, '2026-12-01', stage(n % 5)].join(
          ',',
        ),
      );
      lines.push('90,Deal 90,tokafor,5,2026-12-01,Proposal', '91,Deal 91,0058d000001AbCdEFG,5,2026-12-01,Won');
      await importText(page, ['Deal ID,Deal name,Owner,Amount,Close date,Stage', ...lines].join('\n'));
    },
  },
  {
    name: 'import-owners-open',
    first: fixtures.meeting,
    act: async (page) => {
      const lines = Array.from({ length: 41 }, (_, n) => `${n},Deal ${n},Person ${n} Someone,5,2026-12-01,Proposal`);
      await importText(page, ['Deal ID,Deal name,Owner,Amount,Close date,Stage', ...lines].join('\n'));
      await page.getByRole('button', { name: 'Whose deals' }).click();
      await page.getByRole('button', { name: 'Show 38 more' }).click();
    },
  },
  {
    name: 'import-currencies',
    first: fixtures.meeting,
    act: async (page) => {
      await importText(
        page,
        'Record ID,Deal name,Amount,Currency\n1,Kiln,"€50,000.00",EUR\n2,Loom,"$50,000.00",USD\n3,Press,"¥5,000,000",JPY',
      );
    },
  },
  {
    name: 'import-comparing',
    first: fixtures.meeting,
    act: async (page, server) => {
      server.tabsAtOnce = 1;
      server.faults.lookUpDeals = ['fine', 'silent'];
      await importLooked(page);
      await page.getByText('Comparing with the tabs: 1 of 2').first().waitFor();
    },
  },
  { name: 'import-preview', first: fixtures.meeting, act: (page) => importPreview(page) },
  {
    name: 'import-preview-all',
    first: fixtures.meeting,
    act: async (page) => {
      await importPreview(page);
      const more = page.getByRole('button', { name: /^Show/ });
      while ((await more.count()) > 0) await more.first().click();
      await page.locator('.body').evaluate((el) => el.scrollTo(0, 1e6));
    },
  },
  {
    name: 'import-writing',
    first: fixtures.meeting,
    act: async (page, server) => {
      await importPreview(page);
      server.tabsAtOnce = 1;
      server.faults.applyImport = ['fine', 'silent'];
      await page.getByRole('button', { name: 'Write 12 deals' }).click();
      await page.getByText('Writing deals: 1 of 2').first().waitFor();
    },
  },
  {
    name: 'import-done',
    first: fixtures.meeting,
    act: async (page) => {
      await importPreview(page);
      await page.getByRole('button', { name: 'Write 12 deals' }).click();
      await page.getByRole('heading', { name: 'updated' }).waitFor();
    },
  },
  {
    name: 'people',
    first: fixtures.meeting,
    act: async (page, server) => {
      server.home = homeOf();
      await menu(page, 'Your team');
    },
  },
  { name: 'people-rep', first: () => fixtures.asRep(fixtures.meeting()), act: (page) => menu(page, 'Switch person') },
  { name: 'addpeople', first: fixtures.meeting, act: (page) => menu(page, 'Add people') },
  { name: 'keys', first: () => fixtures.running('existing'), act: (page) => menu(page, 'Keys and signs') },
  {
    name: 'menu',
    first: fixtures.meeting,
    act: async (page) => page.getByRole('button', { name: 'More actions' }).click(),
  },
  {
    name: 'menu-setup',
    first: fixtures.meeting,
    act: async (page) => {
      await page.getByRole('button', { name: 'More actions' }).click();
      await key(page, 'End');
      await key(page, 'ArrowUp');
      await key(page, 'ArrowRight');
    },
  },
  {
    name: 'trouble',
    first: fixtures.noMonth,
    act: async (page, server) => {
      server.faults.planMonth = Array.from({ length: 20 }, () => 'lostBefore' as const);
      await page.getByRole('button', { name: 'Start November' }).click();
      await page.getByText('No connection.').first().waitFor();
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
  { name: 'nine-sections', first: fixtures.nineSections },
  { name: 'right-to-left', first: fixtures.rightToLeft },
  { name: 'longwords', first: fixtures.longWords },
  {
    name: 'longwords-open',
    first: fixtures.longWords,
    act: async (page) => page.getByRole('button', { name: /Oberfl/ }).click(),
  },
  { name: 'longwords-before', first: () => longBefore() },
  {
    name: 'longwords-before-end',
    first: () => longBefore(),
    act: (page) => page.locator('.body').evaluate((el) => el.scrollTo(0, 1e6)),
  },
  { name: 'longwords-prepare', first: () => fixtures.asRep(longBefore()) },
  {
    name: 'longwords-kpis',
    first: () => {
      const m = fixtures.longWords();
      return { ...m, clock: fixtures.clockAt('kpis', { new: 5, existing: 9 }) };
    },
  },
  {
    name: 'longwords-finished',
    first: () => {
      const m = fixtures.longWords();
      return { ...inBlock(m, { state: 'finished', heldOn: fixtures.TODAY, minutes: 28 }), clock: null };
    },
  },
];

function inBlock(m: MeetingScreen, change: Partial<BlockView>): MeetingScreen {
  return { ...m, block: { ...m.block, ...change } };
}

function longBefore(): MeetingScreen {
  return { ...inBlock(fixtures.longWords(), { state: 'planned', heldOn: '2026-11-05' }), clock: null };
}

function emptySection(id: string): Screen {
  const m = fixtures.running(id);
  return { ...m, block: { ...m.block, sections: m.block.sections.map((s) => (s.id === id ? { ...s, rows: [] } : s)) } };
}

async function importText(page: Page, text: string): Promise<void> {
  await menu(page, 'Import deals');
  await page.getByLabel('copied and pasted').fill(text);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('lines with deals').waitFor();
}

const importColumns = (page: Page) => importText(page, fixtures.IMPORT_TEXT);

async function importPreview(page: Page): Promise<void> {
  await importLooked(page);
  await page.getByRole('heading', { name: '9 new deals' }).waitFor();
}

async function importLooked(page: Page): Promise<void> {
  await importColumns(page);
  await page.getByRole('group', { name: 'Which day is' }).getByLabel('11 Mar 2026').check();
  await page.getByRole('group', { name: 'How much is' }).getByLabel('1,250').check();
  await page.getByRole('button', { name: 'Look first' }).click();
}
