import { closeBrowser, openSidebar, picture } from './harness';
import { STATES } from './states';
import { tooWide } from './width';

/** Pictures of all states for looking at: SHOTS=folder npx jest test/sidebar/pictures. Without SHOTS they are left out (jest.config.cjs). */
const wanted = process.env.STATE?.split(',');
const HEIGHTS = [850, 560];

afterAll(closeBrowser);

describe.each(HEIGHTS)('at %i px', (height) => {
  test.each(STATES.filter((s) => !wanted || wanted.includes(s.name)))(
    '$name is no wider than the sidebar',
    async (state) => {
      const opened = await openSidebar(state.first(), {
        height,
        scale: 2,
        noState: state.noState ?? false,
        faults: state.faults ?? {},
      });
      await state.act?.(opened.page, opened.server);
      await picture(opened.page, `${state.name}-${height}`);
      expect(await tooWide(opened.page)).toEqual([]);
      await opened.close();
    },
  );
});
