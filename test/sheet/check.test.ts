import { checkTab } from '../../src/sheet/check';
import { applyActions } from '../../src/sheet/repair-actions';
import { CONTEXT, richTab, texts } from '../support/rich-tab';
import { seeded } from '../support/seeded';

describe('a tab that nobody has damaged', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('has no findings, seed %i', (seed) => {
    const random = seeded(seed);
    const grid = richTab(random, random.int(1, 4), texts());
    const check = checkTab(grid.cells(), CONTEXT);
    expect(check.findings).toEqual([]);
    expect(check.actions).toEqual([]);
  });
});
void applyActions;
