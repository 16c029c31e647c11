import type { Page } from 'playwright-core';
import type { Edit } from '../../src/contract/calls';
import { meeting, running } from './fixtures';
import { closeBrowser, type Opened, openSidebar, pressStatus, said, settled, until } from './harness';
import { manyDeals } from './review-fixtures';

afterAll(closeBrowser);

const focused = 'document.activeElement?.textContent';

/** The edits that the server was sent, by the deal's row. */
function editsOf({ server }: Opened): Edit[] {
  return (server.calls('saveEdits') as { edits: Edit[] }[]).flatMap((call) => call.edits);
}

test('30 deals, 25 of them unmoved, in at most 20 key strokes beyond the texts', async () => {
  const opened = await openSidebar(manyDeals(30, 12));
  const { page, server, close } = opened;
  let strokes = 0;
  const press = async (key: string) => {
    strokes++;
    await page.keyboard.press(key);
  };
  const talk = [
    ['3', 'stuck', 'Their counsel has a new boss', 'Ida calls the new boss, Thu 12 Nov'],
    ['1', '', 'The board said yes to a pilot', 'Pilot contract by 20 Nov'],
    ['2', 'closing', 'Contract is signed by their side', 'Countersign on Monday'],
    ['4', 'going cold', 'No answer to two letters', 'Jon calls their founder this week'],
    ['6', 'lost', 'Their budget is gone', 'Ask again in spring'],
  ] as const;
  const keys: string[] = [];
  await press('ArrowDown');
  for (const [digit, , moved, next] of talk) {
    keys.push(
      await page.evaluate(() => document.activeElement!.closest<HTMLElement>('[data-row]')!.dataset.row as string),
    );
    strokes++;
    await pressStatus(page, digit);
    await page.keyboard.type(moved);
    await press('Tab');
    // A lost one has its reasons on the way.
    if (digit === '6') await press('Tab');
    await page.keyboard.type(next);
    await press('Enter');
  }
  await press('Shift+KeyN');
  expect(strokes).toBeLessThanOrEqual(20);
  await until(async () => (await said(page)) === '25 deals kept as they are. Undo: Ctrl+Z', 'said');
  await page.getByText('That was the list.').waitFor();

  // What has reached the sheet, cell by cell, and nothing else.
  expect(new Set(keys).size).toBe(5);
  for (const [i, [, status, moved, next]] of talk.entries()) {
    await until(() => server.cell(keys[i]!, 'next') === next, next);
    expect([server.cell(keys[i]!, 'status'), server.cell(keys[i]!, 'moved')]).toEqual([status, moved]);
  }
  const touched = new Set(editsOf(opened).map((e) => `${e.key} ${e.field}`));
  expect([...touched].filter((cell) => !keys.some((key) => cell.startsWith(`${key} `)))).toEqual([]);
  // The rest is said to be unchanged here only: the sheet goes on counting. Undo brings all of them back.
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'No change for the other 25' }).waitFor();
  await close();
});

test('the order of the list deserves the minutes, and stays while somebody writes', async () => {
  const opened = await openSidebar(running('existing'));
  const { page, server, close } = opened;
  const titles = () => page.locator('[data-card] b:first-child').allTextContents();
  const order = (await titles()).slice(0, 6);
  expect(order).toEqual([
    'Halden Mills, maintenance',
    'Portan Logistics, pilot',
    'Pellmark Dairy',
    'Brackwater Clinics',
    'Lumen Tools',
    'Kilbrae Schools',
  ]);
  await page.getByText('Stuck for 3 months, and big').waitFor();
  // A closing one gets stuck while it is written about: it stays where it is, then goes to those talked about.
  await page.getByRole('button', { name: /Brackwater/ }).click();
  await page.getByRole('radio', { name: 'Stuck' }).check();
  await page.getByLabel('What moved').fill('Their buyer is ill');
  await until(() => server.cell('existing:e1', 'moved') !== '', 'saved');
  expect((await titles()).slice(0, 6)).toEqual(order);
  await page.getByLabel('What moved').press('Enter');
  expect(await page.evaluate(focused)).toContain('Lumen Tools');
  await page.getByRole('heading', { name: /Talked about/ }).waitFor();
  expect((await titles()).slice(0, 5)).toEqual(order.filter((title) => title !== 'Brackwater Clinics'));
  // N: no change, and on. After a reload it is still so.
  await page.keyboard.press('n');
  await until(async () => /Kilbrae/.test(String(await page.evaluate(focused))), 'on to the next one');
  await opened.reload();
  await page.getByRole('heading', { name: /Worth the minutes/ }).waitFor();
  expect((await titles()).slice(0, 4)).toEqual(order.filter((title) => !/Brack|Lumen/.test(title)));
  await page.getByRole('heading', { name: /Talked about/ }).waitFor();
  await close();
});

test('stuck becomes a commitment on the spot; won is noted under What’s working; both can be taken back', async () => {
  const { page, server, close } = await openSidebar(running('existing'));
  const press = (key: string) => page.keyboard.press(key);
  const todo = (field: 'who' | 'when' | 'next' | 'status') => server.cell('todo:todo1', field);
  await press('ArrowDown');
  await pressStatus(page, '3');
  await page.getByText('What would have to be true for this to move').waitFor();
  await press('Tab');
  await page.keyboard.type('Ida calls their new counsel, Thu 12 Nov');
  await press('Control+Enter');
  await until(() => todo('next') === 'Ida Brandt', 'the commitment of whom it names');
  expect([todo('who'), todo('when'), todo('status')]).toEqual([
    'Halden Mills, maintenance: Ida calls their new counsel',
    '2026-11-12',
    'open',
  ]);
  expect(await page.getByLabel('Next step').evaluate((el) => el === document.activeElement)).toBe(true);
  // A day that is picked takes the place of the one that was typed, and goes to the sheet beside the text.
  await page.getByLabel('Pick a day for it').fill('2026-11-20');
  await until(() => /^Fri 20 Nov · Ida calls/.test(String(server.cell('existing:e2', 'next'))), 'the day in front');
  const [sent] = server.calls('saveEdits').slice(-1);
  expect(sent).toMatchObject({ edits: [{ field: 'next', day: '2026-11-20' }] });
  // A second time does nothing; Undo takes it back.
  await page.getByLabel('Next step').focus();
  await press('Control+Enter');
  await page.getByRole('button', { name: 'Undo' }).click();
  await until(() => todo('who') === '', 'taken back');
  expect(server.meeting.block.commitments.filter((r) => r.cells.who).length).toBe(4);
  await page.getByRole('button', { name: 'Make a commitment' }).waitFor();

  await page.getByRole('button', { name: /Portan/ }).focus();
  await pressStatus(page, '5');
  await page.getByText('Won! 11,000').waitFor();
  await page.keyboard.type('The pilot spoke for itself');
  await page.getByRole('button', { name: 'Note it under What’s working' }).click();
  await until(() => server.cell('working:working1', 'who') === 'The pilot spoke for itself', 'the note');
  expect(server.cell('working:working1', 'why')).toBe('Won: Portan Logistics, pilot, 11,000');
  await page.getByRole('button', { name: 'Undo' }).click();
  await until(() => server.cell('working:working1', 'who') === '', 'taken back');
  await close();
});

test('lost: a reason in one click, free text stays; a step that says nothing is asked about once', async () => {
  const { page, server, close } = await openSidebar(running('existing'));
  await page.clock.install();
  // A step is looked at when typing has paused for a second and a half.
  const pause = async () => {
    await settled(page);
    await page.clock.fastForward(2000);
    await settled(page);
  };
  const press = (key: string) => page.keyboard.press(key);
  await press('ArrowDown');
  await pressStatus(page, '6');
  await page.getByLabel('What did we learn?').fill('Two levels too low');
  await page.getByRole('radio', { name: 'Timing' }).check();
  await page.getByRole('radio', { name: 'Price' }).check();
  await until(() => server.cell('existing:e2', 'moved') === 'Price: Two levels too low', 'the reason');

  const ask = page.getByText('Who does what, and by when?');
  await page.getByRole('button', { name: /Portan/ }).click();
  const step = page.getByLabel('Next step');
  await step.fill('Follow up');
  await ask.first().waitFor();
  // It never blocks: Enter goes on.
  await step.press('Enter');
  await until(() => server.cell('existing:e3', 'next') === 'Follow up', 'saved as typed');
  await page.getByRole('button', { name: /Portan/ }).click();
  await page.getByRole('button', { name: 'It’s fine' }).click();
  expect(await ask.count()).toBe(0);
  await step.fill('Call again');
  await pause();
  expect(await ask.count()).toBe(0);

  // Answered once, it does not come back either.
  await page.getByRole('button', { name: /Kilbrae/ }).click();
  await step.fill('tbd');
  await pause();
  expect(await ask.count()).toBe(1);
  await step.fill('Ida writes to the head teacher by Friday');
  await pause();
  await step.fill('call');
  await pause();
  expect(await ask.count()).toBe(0);
  await close();
});

test('preparing has the same order and keys, and hands over nothing but what was typed', async () => {
  const first = { ...meeting(), me: { email: '', role: 'rep' as const, name: 'Tomas Okafor' } };
  const opened = await openSidebar(first);
  const { page, server, close } = opened;
  expect(await page.evaluate(focused)).toContain('stuck for 3 months, and big');
  await pressStatus(page, '2');
  await page.keyboard.type('Legal has signed');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(focused)).toContain('Portan');
  await page.keyboard.press('Shift+KeyN');
  await page.getByText('all looked at').waitFor();
  await until(() => server.cell('existing:e2', 'moved') === 'Legal has signed', 'saved');
  expect(server.cell('existing:e2', 'status')).toBe('closing');
  expect(new Set(editsOf(opened).map((e) => e.key))).toEqual(new Set(['existing:e2']));
  await close();
});

/** Milliseconds from each key to the next frame, the median of many; and how often anything else on the list changed. */
async function typeInto(page: Page): Promise<{ median: number; elsewhere: number; letters: number }> {
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.row.open [data-field=moved]').focus();
  await settled(page);
  return page.evaluate(async () => {
    const area = document.querySelector<HTMLTextAreaElement>('.row.open [data-field=moved]')!;
    let elsewhere = 0;
    const own = area.closest('.row');
    const watch = new MutationObserver((records) => {
      elsewhere += records.filter((record) => !own?.contains(record.target)).length;
    });
    watch.observe(document.querySelector('.body')!, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const times: number[] = [];
    for (const letter of 'what is typed quickly, in a meeting that goes on') {
      const start = performance.now();
      area.value += letter;
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise<void>((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve();
        // Drawing is a micro task; what comes after it is a message.
        channel.port2.postMessage(null);
      });
      document.body.getBoundingClientRect();
      times.push(performance.now() - start);
    }
    watch.disconnect();
    times.sort((a, b) => a - b);
    return { median: times[times.length >> 1]!, elsewhere, letters: times.length };
  });
}

test('166 deals open and scroll without a hitch, and a key stroke costs about what it costs with 5', async () => {
  const medians: Record<number, number[]> = { 5: [], 166: [] };
  for (let round = 0; round < 5; round++) {
    for (const count of [5, 166]) {
      const { page, close } = await openSidebar(manyDeals(count, count / 5));
      expect(await page.locator('[data-row]').count()).toBeLessThanOrEqual(12);
      const { median, elsewhere, letters } = await typeInto(page);
      // The hard figure: nothing but the row that is typed in has been drawn again.
      expect({ elsewhere, letters }).toEqual({ elsewhere: 0, letters: 48 });
      medians[count]!.push(median);
      if (count === 166 && round === 0) await scrollsThroughAll(page);
      await close();
    }
  }
  // The best rounds: what is measured is the sidebar, not what else the machine does.
  const ratio = Math.min(...medians[166]!) / Math.min(...medians[5]!);
  console.info(`a key stroke: ${JSON.stringify(medians)} ms, 166 deals to 5: ${ratio.toFixed(2)}`);
  expect(ratio).toBeLessThanOrEqual(3);
});

/** The whole list: what is near the view is drawn, the rest as it is scrolled to, and each row once. */
async function scrollsThroughAll(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'All' }).check();
  expect(await page.locator('[data-row]').count()).toBeLessThan(80);
  const gone = await page.evaluate(async () => {
    const body = document.querySelector('.body')!;
    let removed = 0;
    const watch = new MutationObserver((records) => {
      for (const record of records)
        for (const node of record.removedNodes) if (node instanceof HTMLElement && node.dataset.row) removed++;
    });
    watch.observe(body, { subtree: true, childList: true });
    for (let step = 0; step < 300 && document.querySelector('.end-mark'); step++) {
      body.scrollBy(0, 700);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    }
    watch.disconnect();
    return removed;
  });
  expect(gone).toBe(0);
  await until(async () => (await page.locator('[data-row]').count()) === 166, 'all of them');
}
