/** Another first month of the year in Setup: totals are chained anew by the edit itself, or by the next month that is started. */
import { onEdit } from '../../src/addon/on-edit';
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { SETUP_COL } from '../../src/sheet/setup/tables';
import { talk, team } from '../golden/quarter';
import { plainRange } from '../support/plain-google/range';
import { Story } from '../support/plain-google/story';
import type { PlainTab } from '../support/plain-google/tab';

/** Formulas of quarter and year of each KPI, and what is left of the year, month by month; other rows are left out. */
function chained(tab: PlainTab): string[][] {
  return tab.cells.rows.flatMap((line) => {
    const key = String(line[HIDDEN.key - 1]?.value ?? '');
    const formula = (col: number) => String(line[col - 1]?.formula ?? '');
    if (key === 'sum:pipeline') return [[key, formula(COL.next)]];
    if (!key.startsWith('kpis:')) return [];
    const cols = Array.from({ length: HIDDEN.yearGoal - HIDDEN.quarterActual + 1 }, (_, n) => HIDDEN.quarterActual + n);
    return [[`${key} ${line[HIDDEN.month - 1]?.value}`, ...cols.map(formula)]];
  });
}

/** November, December and January of two people; the year gets December as its first month at some time. */
function quarter(at: 'first' | 'edited' | 'started') {
  const story = new Story({ editors: ['mira@example.com', 'ben@example.com'] });
  const pins = team(story);
  talk(story, pins);
  const setup = story.book.tab('Setup');
  const row = setup.cells.rows.findIndex((line) => line[0]?.value === 'Year begins in') + 1;
  let told = '';
  const december = (helps: boolean) =>
    story.hand('the year begins in December', () => {
      setup.cells.put(row, SETUP_COL.second, 'December');
      if (helps)
        onEdit({
          range: plainRange(setup, row, SETUP_COL.second),
          source: story.book.spreadsheet,
          value: 'x',
        } as never);
      told = story.book.told.join('\n');
    });
  const now = () => ['Mira Oakes', 'Ben Sorrel'].map((name) => chained(story.book.tab(name)));
  if (at === 'first') december(true);
  story.start(null, 202612);
  if (at === 'edited') december(true);
  const inDecember = now();
  if (at === 'started') december(false);
  story.start(null, 202701);
  return { inDecember, inJanuary: now(), told };
}

test('every total is as if the year had always begun then: at once by the edit, else with the next month', () => {
  const { inDecember, inJanuary } = quarter('first');
  expect(inJanuary.flat().length).toBeGreaterThan(12);
  const edited = quarter('edited');
  expect(edited.inDecember).toEqual(inDecember);
  expect(edited.inJanuary).toEqual(inJanuary);
  expect(edited.told).toMatch(/The year begins in December now\. Chained anew: \d+ totals on 2 tabs\./);
  const started = quarter('started');
  expect(started.inDecember).not.toEqual(inDecember);
  expect(started.inJanuary).toEqual(inJanuary);
});
