import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { visibleWords } from '../support/visible-words';
import { closeBrowser, openSidebar, picture } from './harness';
import { STATES } from './states';
import { tooWide } from './width';

/**
 * Pictures of all states for looking at, and how many words stand on each: SHOTS=folder npx jest test/sidebar/pictures
 * (words.json in the folder). Without SHOTS they are left out (jest.config.cjs). STATE names the states wanted, HEIGHT one
 * height.
 */
const wanted = process.env.STATE?.split(',');
const HEIGHTS = process.env.HEIGHT ? [Number(process.env.HEIGHT)] : [850, 560];
const words: Record<string, number> = {};

afterAll(async () => {
  await closeBrowser();
  const folder = process.env.SHOTS ?? '';
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'words.json'), JSON.stringify(words, null, 2));
});

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
      words[state.name] = await visibleWords(opened.page);
      expect(await tooWide(opened.page)).toEqual([]);
      await opened.close();
    },
  );
});
