import { readFileSync } from 'node:fs';
import { machineFonts } from './fonts';
import { closeBrowser, openSidebar } from './harness';
import { STATES } from './states';
import { tooWide } from './width';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

afterAll(closeBrowser);

test.each(STATES)('axe has nothing to say about $name, and it is no wider than the sidebar', async (state) => {
  const opened = await openSidebar(state.first(), { noState: state.noState ?? false, faults: state.faults ?? {} });
  await state.act?.(opened.page, opened.server);
  await opened.page.evaluate(axe);
  const violations = (await opened.page.evaluate(
    '(async () => (await axe.run(document, { resultTypes: ["violations"] })).violations)()',
  )) as Violation[];
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html}\n${n.failureSummary}`).join('\n')}`)).toEqual(
    [],
  );
  // What can be pressed is at least 32 px high (a line of text may hold a smaller link).
  const small = await opened.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, textarea, input, [role=menuitem]')]
      .filter((el) => el.offsetParent !== null && !el.matches('.link, [type=radio], [type=checkbox], [type=date]'))
      .filter((el) => el.offsetHeight < 32 || el.offsetWidth < 32)
      .map((el) => el.outerHTML),
  );
  expect(small).toEqual([]);
  for (const height of [850, 560]) {
    await opened.page.setViewportSize({ width: 300, height });
    expect(await tooWide(opened.page)).toEqual([]);
  }
  expect(await machineFonts(opened.page)).toEqual([]);
  await opened.close();
});
