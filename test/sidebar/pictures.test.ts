import { closeBrowser, openSidebar, picture } from './harness';
import { STATES } from './states';

/** Pictures of all states for looking at: SHOTS=folder npx jest test/sidebar/pictures. Without it only the layout is checked. */
const wanted = process.env.STATE?.split(',');
const HEIGHTS = process.env.SHOTS ? [850, 560] : [560];

afterAll(closeBrowser);

describe.each(HEIGHTS)('at %i px', (height) => {
  test.each(STATES.filter((s) => !wanted || wanted.includes(s.name)))(
    '$name is no wider than the sidebar',
    async (state) => {
      const opened = await openSidebar(state.first(), {
        height,
        scale: process.env.SHOTS ? 2 : 1,
        noState: state.noState ?? false,
        faults: state.faults ?? {},
      });
      await state.act?.(opened.page, opened.server);
      await picture(opened.page, `${state.name}-${height}`);
      const wide = await opened.page.evaluate(() => {
        const inside = (el: Element) => el.closest('.sr, .share, svg') === null;
        return [...document.querySelectorAll('.sidebar *')]
          .filter((el) => inside(el) && el.getBoundingClientRect().right > 300.5)
          .map((el) => `${el.tagName}.${el.className}`);
      });
      expect(wide).toEqual([]);
      expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
      await opened.close();
    },
  );
});
