import { axeProblems, tooSmall } from './axe';
import { machineFonts } from './fonts';
import { closeBrowser, openSidebar } from './harness';
import { STATES } from './states';
import { tooWide } from './width';

afterAll(closeBrowser);

test.each(STATES)('axe has nothing to say about $name, and it is no wider than the sidebar', async (state) => {
  const opened = await openSidebar(state.first(), { noState: state.noState ?? false, faults: state.faults ?? {} });
  await state.act?.(opened.page, opened.server);
  expect(await axeProblems(opened.page)).toEqual([]);
  expect(await tooSmall(opened.page)).toEqual([]);
  for (const height of [850, 560]) {
    await opened.page.setViewportSize({ width: 300, height });
    expect(await tooWide(opened.page)).toEqual([]);
  }
  expect(await machineFonts(opened.page)).toEqual([]);
  await opened.close();
});
