import { actualAndGoal, showFigure, withUnit } from '../../src/sidebar/fields/figure';
import { meetingWords } from '../../src/sidebar/meeting/words';
import { biggestGaps, changes, patterns } from '../../src/sidebar/prepare/before-facts';
import { gaps, runOf, standOf } from '../../src/sidebar/rows/kpi';
import { words } from '../../src/sidebar/words';
import { block, finished, kpiRow, meeting, row } from './fixtures';

// Figures are written in the language of the browser.
beforeAll(() => Object.defineProperty(globalThis, 'navigator', { value: { language: 'en' }, configurable: true }));

describe('the last months of a KPI', () => {
  test.each([
    [[1, 0.9, 0.8, 0.7], 'down three months'],
    [[1.1, 0.9], ''],
    [[0.9, 0.8, 0.8], 'below goal for three months'],
    [[0.8, 0.7, 0.9], 'better than before'],
    [[null, 0.7, 0.7], 'below goal for two months'],
    [[0.7, 0.6, null], ''],
    [[1.2, 1.1, 1.05], 'down two months'],
    [[], ''],
  ])('%j is told as %p', (trend, said) => {
    expect(words.trend(runOf({ trend, better: 'higher' }))).toBe(said);
  });

  test('what the sheet rounds to the same per cent is no fall', () => {
    const run = runOf({ trend: [1.004, 1.002, 0.999], better: 'higher' });
    expect([run.worse, run.good]).toEqual([0, 3]);
  });

  test('a month without figures ends the row of good months', () => {
    expect(runOf({ trend: [1, null, 1, 1.1], better: 'higher' }).good).toBe(2);
  });

  test.each([
    [[0.9, 1, 1.2, 1.3], 'up three months'],
    [[1.3, 1.2, 1.2], 'above goal for three months'],
    [[1.4, 1.5, 1.2], 'better than before'],
    [[1.4, 0.9, 0.8], ''],
  ])('where less is better, %j is told as %p', (trend, said) => {
    expect(words.trend(runOf({ trend, better: 'lower' }))).toBe(said);
  });

  test('encouragement: the longest leads, the others come along', () => {
    expect(meetingWords.encourage([{ name: 'Revenue', months: 4 }])).toBe('Revenue is on target for the fourth month.');
    expect(
      meetingWords.encourage([
        { name: 'Revenue', months: 6 },
        { name: 'Calls', months: 1 },
      ]),
    ).toBe('Revenue is on target for half a year, Calls too.');
    expect(
      meetingWords.encourage([
        { name: 'Revenue', months: 1 },
        { name: 'Calls', months: 0 },
      ]),
    ).toBe('Revenue and Calls are on target.');
  });
});

test('how a KPI stands: by the sheet’s sign, else by the share', () => {
  const good = kpiRow('a', 1, 'Calls', { unit: '', goal: 10, actual: 10, trend: [] });
  expect(standOf(good)).toEqual({ how: 'good', sign: '▲', percent: '100%' });
  expect(standOf({ ...good, cells: { ...good.cells, status: '● 98%' } }).how).toBe('near');
  const plain = { ...good, cells: { ...good.cells, status: '' } };
  expect(standOf({ ...plain, kpi: { ...good.kpi!, share: 0.6 } })).toEqual({ how: 'off', sign: '▼', percent: '60%' });
  expect(standOf({ ...plain, kpi: { ...good.kpi!, share: null } }).how).toBe('none');
  const lower = (share: number) => standOf({ ...plain, kpi: { ...good.kpi!, better: 'lower', share } }).how;
  expect([0.8, 1.1, 1.2].map(lower)).toEqual(['good', 'near', 'off']);
});

test('gaps: furthest below goal first; on target and without figures are none', () => {
  const of = (id: string, actual: number | '') => kpiRow(id, 1, id, { unit: '', goal: 10, actual, trend: [] });
  expect(gaps([of('a', 9), of('b', 2), of('c', 10), of('d', '')]).map((r) => r.cells.who)).toEqual(['b', 'a']);
  const days = of('e', 15);
  const lower = { ...days, kpi: { ...days.kpi!, better: 'lower' as const } };
  expect(gaps([of('a', 9), lower, of('e', 15)]).map((r) => r.cells.who)).toEqual(['e', 'a']);
});

describe('figures with their unit', () => {
  test.each([
    [52000, '€', '€52,000'],
    [52000, 'EUR', 'EUR\u00a052,000'],
    [48, 'calls', '48 calls'],
    [48, 'number', '48'],
    [0.275, '%', '27.5\u00a0%'],
    ['soon', '€', 'soon'],
  ])('%p in %p is %p', (value, unit, shown) => {
    expect(showFigure(value, unit)).toBe(shown);
  });

  test('a unit that is a word is said once', () => {
    expect(actualAndGoal(48, 80, 'calls')).toEqual({ actual: '48', goal: '80 calls' });
    expect(actualAndGoal(48, '', 'calls')).toEqual({ actual: '48 calls', goal: '' });
    expect(actualAndGoal(52000, 50000, '€')).toEqual({ actual: '€52,000', goal: '€50,000' });
  });

  test('a label names its unit unless it does so already', () => {
    expect(['€', 'calls', '%', 'number'].map((unit) => withUnit('Calls', unit))).toEqual([
      'Calls, €',
      'Calls',
      'Calls',
      'Calls',
    ]);
  });
});

describe('what stands before the talk', () => {
  const texts = (facts: { text: string }[]) => facts.map((f) => f.text);

  test('changes since last time', () => {
    expect(texts(changes(meeting()))).toEqual([
      'Lost: Birch Timber',
      'Won: Ostrava Gears',
      'Moved: Pellmark Dairy',
      'New: Harbour & Sons and Referral from Tessel',
    ]);
  });

  test('gaps are told with their trend, the furthest first', () => {
    expect(texts(biggestGaps(meeting()))).toEqual([
      'Calls at 60% of goal, down four months',
      'Meetings held at 92%, below goal for five months, better than before',
    ]);
  });

  test('patterns: deals that drag, late promises; nothing that is won or lost, no KPI that stands among the gaps', () => {
    const said = texts(patterns(meeting()));
    expect(said).toEqual(['Halden Mills: stuck for 3 months', 'Portan Logistics: pushed twice']);
  });

  test('a month with nothing in it says nothing', () => {
    const m = finished();
    const empty = {
      ...m,
      block: { ...block(), commitments: [], sections: m.block.sections.map((s) => ({ ...s, rows: [] })) },
    };
    expect([...changes(empty), ...biggestGaps(empty), ...patterns(empty)]).toEqual([]);
  });

  test('many names are cut short', () => {
    const m = meeting();
    const rows = Array.from({ length: 6 }, (_, i) => row(`new:n${i}`, i, { who: `Deal ${i}` }));
    const sections = m.block.sections.map((s) => (s.id === 'new' ? { ...s, rows } : s));
    expect(texts(changes({ ...m, block: { ...m.block, sections } }))).toContain(
      'New: Deal 0, Deal 1, Deal 2 and 3 more',
    );
  });
});
