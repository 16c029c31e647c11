/** Coaching on one page, each step from what offers it to the row that is written: no more calls than one save. */
import type { RowView } from '../../src/contract/state';
import { asRep, prepared, running, withPlans } from './fixtures';
import { closeBrowser, menu, type Opened, openSidebar, said, settled, until } from './harness';

afterAll(closeBrowser);

/** Counts key strokes and presses that are no text. */
function hands({ page }: Opened) {
  let strokes = 0;
  return {
    press: async (key: string) => {
      strokes++;
      await page.keyboard.press(key);
    },
    type: (text: string) => page.keyboard.type(text),
    strokes: () => strokes,
  };
}

const plansOf = ({ server }: Opened): RowView[] => server.meeting.block.growth.rows.filter((row) => row.plan);
const saves = ({ server }: Opened) => server.calls('saveEdits').length;

test('a closer look, from the stuck deal and the figure to their plans; what was typed waits; a review brings them back', async () => {
  const opened = await openSidebar(running('existing'));
  const { page, server } = opened;

  // One quiet line on the page of the section, with the good news; none on the others.
  const offer = page.locator('[data-dig]');
  expect(await offer.allTextContents()).toEqual(['Dig in: Ostrava Gears']);
  const others = [
    ['Left', 'New opportunities'],
    ['Right', 'Existing opportunities'],
    ['Right', 'What’s working'],
    ['Right', 'What’s not working'],
    ['Right', 'KPIs'],
    ['Right', 'Other discussion'],
    ['Right', 'Conclusion'],
  ] as const;
  const lines: [string, number][] = [];
  for (const [way, name] of others) {
    await page.keyboard.press(`Alt+Arrow${way}`);
    await page.getByRole('heading', { name, exact: true }).waitFor();
    lines.push([name, await page.locator('[data-dig], .review-plan, main.coaching').count()]);
  }
  expect(lines.filter(([, count]) => count > 0)).toEqual([['Existing opportunities', 1]]);
  for (let n = 0; n < 5; n++) await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('heading', { name: 'Existing opportunities' }).waitFor();

  // The stuck deal, by keys alone: opened, three fields, written by one save.
  await page.getByRole('button', { name: /Halden Mills/ }).click();
  await page.getByRole('button', { name: /^Dig in: Halden/ }).focus();
  const before = saves(opened);
  const hand = hands(opened);
  await hand.press('Enter');
  expect(await page.locator('.facts-line').textContent()).toBe(
    'Stuck · 38,500 · 15 Dec · no change 2 months · next: Waiting for legal since August',
  );
  for (const said of ['Tomas first, then you.', 'In Tomas’s words.', 'everybody who opens the file can read it'])
    expect([said, await page.getByText(said).count()]).toEqual([said, 1]);
  await hand.type('Legal came in late');
  await hand.press('Enter');
  await hand.type('Ask their counsel what is missing');
  await hand.press('Control+Enter');
  expect(hand.strokes()).toBeLessThanOrEqual(8);
  await until(() => plansOf(opened).length === 1, 'the plan');
  expect(plansOf(opened)[0]).toMatchObject({
    cells: {
      who: 'Halden Mills, maintenance',
      why: 'Ask their counsel what is missing',
      when: '2026-11-17',
      status: 'open',
    },
    plan: { about: 'existing:e2' },
  });
  expect(saves(opened) - before).toBe(1);
  await until(async () => (await said(page)) === 'Written down. Look again on 17 Nov.', 'it is said');
  await page.getByRole('heading', { name: 'Existing opportunities' }).waitFor();

  // The figure, by the menu. Left half way, and gone on with; both want to read what is behind it.
  await menu(page, 'Coaching');
  expect(await page.locator('.fact-button').allTextContents()).toEqual([
    'Ostrava Gearswas won',
    'Revenue104% of goal',
    'Win rate108% of goal',
    'CallsBelow goal for four months',
  ]);
  await page.getByRole('button', { name: /^Calls/ }).click();
  await page.keyboard.type('Mornings are gone by ten');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Existing opportunities' }).waitFor();
  await opened.reload();
  await menu(page, 'Coaching');
  await page.getByRole('button', { name: /^Calls/ }).click();
  expect(await page.getByLabel('What is behind it?').inputValue()).toBe('Mornings are gone by ten');
  await page.getByLabel('What we try').fill('Two hours before the first mail');
  await page.getByLabel('Look again on').fill('tomorrow week');
  await page.getByText('No day yet').waitFor();
  await page.getByLabel('Look again on').fill('1 Dec');
  await page.getByRole('checkbox', { name: /Write what is behind it/ }).check();
  await page.getByRole('button', { name: 'Go deeper' }).click();
  // Where it hangs, at which step of the team's own method, a line in Setup, and what would help: taps.
  const taps = page.locator('main.coaching .chip');
  expect(await taps.allTextContents()).toEqual([
    ...['The right work', 'The right people', 'Enough of it', 'How well it is done'],
    ...server.meeting.method,
    ...['Learning it', 'Practising it', 'Talking about what holds you back', 'Feedback', 'None of these'],
  ]);
  expect(server.meeting.method).toContain('First call');
  await page.getByRole('checkbox', { name: 'Enough of it' }).check();
  await page.getByRole('checkbox', { name: 'First call', exact: true }).check();
  await page.getByLabel('Why we look at this, and what it brings you').fill('Your evenings');
  // A look at a real call in place of a guess; then a plan after all.
  await page.getByRole('button', { name: 'Look at a real call first' }).click();
  expect(await page.getByLabel('What we try').inputValue()).toBe('Look at a real call together before we decide');
  await page.getByLabel('What we try').fill('Two hours before the first mail');
  // Both views, a real example where they differ, what both agree on; practised at once.
  await page.getByLabel('How Tomas sees it').fill('Too few names');
  expect(await page.getByText('which real example shows it?').count()).toBe(0);
  await page.getByLabel('How you see it').fill('Too late in the day');
  await page.getByText('which real example shows it?').waitFor();
  await page.getByLabel('What we agree on').fill('Both');
  await page.getByText('Practise it now?').waitFor();
  await page.getByRole('radio', { name: 'Practising it' }).check();
  await page.getByLabel('Which skill or habit is it?').fill('The first ten seconds');
  await page.getByRole('checkbox', { name: /Write the kind of help/ }).check();
  await page.getByLabel('Anything else you hoped to talk about?').fill('The new price list');
  await page.getByRole('button', { name: 'Park it' }).click();
  await page.getByRole('button', { name: 'Write it down' }).click();
  await until(() => plansOf(opened).length === 2, 'the second plan');
  expect(plansOf(opened)[1]).toMatchObject({
    cells: {
      who: 'Calls',
      why: 'Two hours before the first mail\nBehind it: Mornings are gone by ten · Enough of it · First call\nHelp: Practising it, The first ten seconds',
      when: '2026-12-01',
    },
    plan: { about: 'kpis:k2' },
  });
  for (const unwritten of ['Your evenings', 'Too few names', 'Too late in the day'])
    expect(JSON.stringify(server.meeting.block)).not.toContain(unwritten);
  const topics = server.meeting.block.sections.find(({ kind }) => kind === 'topics');
  expect(topics?.rows.map((row) => row.cells.who)).toContain('The new price list');

  // Too big for today: a day, an invitation, and a row that says so. Taken back by Undo.
  await menu(page, 'Coaching');
  await page.getByRole('button', { name: 'Something else' }).click();
  await page.getByLabel('What is it about?').fill('Travel in the north');
  await page.getByRole('button', { name: /^Too big for today/ }).click();
  const link = new URL((await page.getByRole('link', { name: 'Invite' }).getAttribute('href'))!);
  expect(link.searchParams.get('text')).toBe('Tomas Okafor: Travel in the north');
  expect(link.searchParams.get('dates')).toBe('20261106/20261107');
  await page.getByRole('button', { name: 'Write the day down' }).click();
  await until(() => plansOf(opened).length === 3, 'the day');
  expect(plansOf(opened)[2]).toMatchObject({
    cells: { who: 'Travel in the north', when: '2026-11-06', why: 'We sit down together about it' },
    plan: { about: '' },
  });
  await page.keyboard.press('Control+z');
  await until(() => server.cell(plansOf(opened)[2]!.key, 'who') === '', 'taken back');
  await opened.close();
});

test('reviews: one key and a line; partly comes back on a later day, dropped is closed', async () => {
  const opened = await openSidebar(withPlans(running('existing')));
  const { page, server } = opened;
  // At its deal, not at any other section.
  const review = page.locator('.review-plan');
  expect(await review.count()).toBe(1);
  await review.getByRole('radio').first().focus();
  await page.keyboard.press('2');
  await until(() => server.cell('grow:p1', 'status') === 'partly', 'partly');
  await settled(page);
  expect(await page.evaluate('document.activeElement?.dataset?.field')).toBe('moved');
  await page.keyboard.type('He came along once');
  await page.getByRole('button', { name: 'Look again on 17 Nov' }).click();
  await page.getByText('Comes back on 17 Nov.').waitFor();
  await page.getByLabel('What came of it').press('Enter');
  await until(() => server.cell('grow:p1', 'moved') === 'He came along once', 'the line');
  expect(server.cell('grow:p1', 'when')).toBe('2026-11-17');
  await until(async () => (await review.count()) === 0, 'it is done');

  // The other one is due later, on the page before the talk.
  server.setCell('grow:p2', 'when', '2026-11-02');
  await opened.reload();
  await menu(page, 'Before you start');
  await review.getByRole('radio', { name: 'Drop it' }).check();
  await until(() => server.cell('grow:p2', 'status') === 'dropped', 'dropped');
  await page.getByText('Closed.').waitFor();
  await opened.close();
});

test('feedback: leave is asked first, a no turns to questions, and it ends as nothing, a commitment or a plan', async () => {
  const opened = await openSidebar(running('other'));
  const { page, server } = opened;
  const open = async () => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Coaching' }).click();
    await page.getByRole('button', { name: 'Give feedback' }).click();
  };
  const step = async (label: RegExp, text: string, alike: 'Yes' | 'No') => {
    await page.getByLabel(label).fill(text);
    await page.getByRole('radio', { name: alike, exact: true }).last().check();
  };
  const talk = async () => {
    await step(/When and where/, 'The call with Halden on Tuesday', 'Yes');
    await step(/What did you see/, 'The price came before the problem', 'No');
    await page.getByText('What did it look like from where you stood?').waitFor();
    await step(/How does Tomas see it/, 'They asked for it', 'Yes');
    await step(/What came of it, for whom/, 'It became a talk about discounts', 'Yes');
  };
  await open();
  expect(await page.locator('textarea').count()).toBe(0);
  await page.getByRole('button', { name: 'Yes, go on' }).click();
  await talk();

  // Nothing written.
  const before = saves(opened);
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByRole('heading', { name: 'Other discussion' }).waitFor();
  expect(saves(opened)).toBe(before);

  // A commitment. What was said the last time is gone.
  await open();
  await page.getByRole('button', { name: 'Yes, go on' }).click();
  expect(await page.getByLabel(/When and where/).inputValue()).toBe('');
  await talk();
  await page.getByRole('radio', { name: 'A commitment' }).check();
  await page.getByRole('button', { name: 'Write it down' }).click();
  expect(await page.evaluate('document.activeElement?.id')).toBe('card-promise');
  await page.keyboard.type('The problem first, then the price');
  await page.keyboard.press('Control+Enter');
  const promised = () => server.meeting.block.commitments.find(({ cells }) => /^The problem/.test(String(cells.who)));
  await until(() => promised() !== undefined, 'the commitment');
  expect(promised()?.cells).toMatchObject({ next: 'Tomas Okafor', when: '2026-11-17' });

  // A plan, in the words of the salesperson.
  await open();
  await page.getByRole('button', { name: 'Yes, go on' }).click();
  await talk();
  await page.getByRole('radio', { name: 'A plan' }).check();
  await page.getByLabel('What is it about?').fill('Talking about the price');
  await page.getByLabel(/The plan, as Tomas words it/).fill('I ask three questions before I name one');
  await page.getByRole('button', { name: 'Write it down' }).click();
  await until(() => plansOf(opened).length === 1, 'the plan');
  expect(plansOf(opened)[0]?.cells).toEqual({
    who: 'Talking about the price',
    when: '2026-11-17',
    why: 'I ask three questions before I name one',
    status: 'open',
  });
  expect(JSON.stringify(server.meeting.block)).not.toContain('discounts');

  // What came of it: plain counts, month by month, and the story of a line.
  const step3 = { when: '2026-11-20', weTry: 'Ask first', cameOf: '', next: '' };
  const steps = [
    { ...step3, month: 202610, state: 'partly' as const, cameOf: 'Two of three' },
    { ...step3, month: 202611, state: 'open' as const },
  ];
  server.lines = [
    { id: 'g1', title: 'Leading a first call in German', isPlan: false, firstMonth: 202610, steps },
    { id: 'p1', title: 'Halden Mills', isPlan: true, firstMonth: 202610, steps },
  ];
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Coaching' }).click();
  await page.getByRole('button', { name: 'What came of it' }).click();
  await page.getByText('1 plan, 1 review').waitFor();
  expect(await page.locator('.trace').allTextContents()).toEqual([
    'Halden MillsOctoberAsk first · partly · Two of three · look again on 20 NovNovembernothing said',
    'Leading a first call in GermanOctoberAsk first · partly · Two of three · look again on 20 NovNovembernothing said',
  ]);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: /Leading a first call/ }).click();
  await page.getByRole('button', { name: 'Story' }).click();
  await page.getByText('Ask first · partly').waitFor();
  await opened.close();
});

test('the salesperson begins it in preparing', async () => {
  const opened = await openSidebar(asRep(prepared()));
  const { page } = opened;
  expect(await page.locator('[data-dig]').count()).toBe(1);
  await page.locator('[data-dig]').click();
  await page.getByLabel('What we do with it: more of it, show it to whom?').fill('Show it to Lena');
  await page.keyboard.press('Control+Enter');
  await until(() => plansOf(opened).length === 1, 'the plan');
  await page.getByText('Prepare November').first().waitFor();
  await opened.close();
});
