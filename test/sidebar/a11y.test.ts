import { axeProblems, tooSmall } from './axe';
import { machineFonts } from './fonts';
import { closeBrowser, openNext } from './harness';
import { STATES } from './states';
import { tooWide } from './width';

afterAll(closeBrowser);

test.each(STATES)('axe has nothing to say about $name, and it is no wider than the sidebar', async (state) => {
  const { page, server } = await openNext(state.first(), {
    noState: state.noState ?? false,
    faults: state.faults ?? {},
  });
  await state.act?.(page, server);
  expect(await axeProblems(page)).toEqual([]);
  expect(await tooSmall(page)).toEqual([]);
  for (const height of [850, 560]) {
    await page.setViewportSize({ width: 300, height });
    expect(await tooWide(page)).toEqual([]);
  }
  expect(await machineFonts(page)).toEqual([]);
});

test('a text in a font of the machine is noticed after pages without one', async () => {
  const { page } = await openNext(STATES[0]!.first());
  expect(await machineFonts(page)).toEqual([]);
  await page.evaluate(() => {
    const line = Object.assign(document.createElement('p'), { textContent: 'of the machine' });
    line.style.fontFamily = 'serif';
    document.body.append(line);
  });
  expect(await machineFonts(page)).toEqual([expect.stringMatching(/^P: /)]);
});
