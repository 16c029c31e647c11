/** Years that begin in any month, and months without a figure: as the formulas have them. */
import { amountOfDay, doubtIn, doubtMark, likelierAmount, likelierDay } from '../../src/core/shared/doubts';
import { quarterOf, yearName, yearOf } from '../../src/core/shared/month';
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { type KpiRow, kpiColumns } from '../../src/sheet/month/kpi-rows';
import { pipelineFormulas } from '../../src/sheet/month/pipeline-rows';

const KPI = {
  id: 'revenue',
  name: 'Booked revenue',
  unit: '',
  kind: 'result',
  better: 'higher',
  over: 'sum',
  ratioOf: '',
} as const;

test('a year from April: its months, its quarters, its name', () => {
  expect([202603, 202604, 202612, 202703].map((month) => yearOf(month, 4))).toEqual([2025, 2026, 2026, 2026]);
  expect([202604, 202606, 202607, 202703].map((month) => quarterOf(month, 4) % 10)).toEqual([1, 1, 2, 4]);
  expect([yearName(202703, 4), yearName(202703, 1)]).toEqual(['2026/27', '2027']);
  for (const month of [202601, 202612]) expect(yearOf(month, 1)).toBe(2026);
});

const chainOf = (month: number, yearBegins: number) => {
  const earlier: KpiRow[] = [{ month: month === 202701 ? 202612 : month - 1, row: 90 }];
  const columns = kpiColumns({
    kpi: KPI,
    kpis: [KPI],
    goal: 5,
    month,
    row: 40,
    rowOf: () => 40,
    earlier,
    rank: '',
    yearBegins,
  });
  return String(columns[HIDDEN.yearActual]);
};

test('totals of the year go on over New Year and begin anew with the team’s own first month', () => {
  // The block of May has April’s figures.
  expect(chainOf(202605, 4)).not.toContain('90');
  expect(chainOf(202605, 1)).toContain('90');
  expect(chainOf(202701, 4)).toContain('90');
  expect(chainOf(202702, 1)).not.toContain('90');
});

const leftOf = (month: number, yearBegins: number, earlier: KpiRow[]) =>
  String(
    pipelineFormulas({
      month,
      pipelineRow: 50,
      closingRow: 51,
      deals: { fresh: [], existing: [[10, 20]] },
      promises: null,
      statuses: [],
      movingWeight: undefined,
      main: {
        kpi: KPI,
        row: 40,
        goals: [{ rep: '', kpi: KPI.name, value: 5, per: 'month', from: null }],
        rep: 'Mira',
        earlier,
      },
      yearBegins,
    })[COL.next],
  );

test('what is left of the year keeps the goal of a month that has no figure, or was skipped', () => {
  expect(leftOf(202612, 1, [])).toMatch(/1\*B40\+.*\+IF\(ISNUMBER\(D40\);0;N\(B40\)\)\)$/);
  // October’s block (September’s figure) is there, November’s is not: October’s goal counts whole.
  const skipped = leftOf(202612, 1, [{ month: 202610, row: 90 }]);
  expect(skipped).toContain('+5+IF(ISNUMBER(D90);0;N(B90))');
  // In January the new year counts, whole; a year from April goes on.
  expect(leftOf(202701, 1, [{ month: 202612, row: 90 }])).toBe('=IF(N(B40)=0;"";12*B40)');
  expect(leftOf(202701, 4, [{ month: 202612, row: 90 }])).toMatch(/;3\*B40\+.*D90/);
});

test('amounts that are texts or errors are said; sums leave them out', () => {
  const { amount, words } = (() => {
    const formulas = pipelineFormulas({
      month: 202611,
      pipelineRow: 50,
      closingRow: 51,
      deals: { fresh: [], existing: [[10, 20]] },
      promises: null,
      statuses: [{ word: 'won', closes: true, won: true }],
      movingWeight: undefined,
      main: null,
      yearBegins: 1,
    });
    return { amount: formulas[COL.amount], words: String(formulas[COL.moved]) };
  })();
  expect(amount).toBe(
    '=SUMIFS(D10:D20;D10:D20;"<1000000000000000")-SUMIFS(D10:D20;D10:D20;"<1000000000000000";E10:E20;"won")',
  );
  expect(words).toContain('COUNTA(D10:D20)-COUNT(D10:D20)-1');
});

test('what was perhaps meant otherwise', () => {
  expect(likelierDay('2026-01-15', '2026-11-02')).toBe('2027-01-15');
  for (const day of ['2026-09-01', '2026-12-24', '2025-01-15', '2027-01-15'])
    expect(likelierDay(day, '2026-11-02')).toBeNull();
  expect(likelierAmount(120, [84000, 15000])).toBe(120_000);
  expect(likelierAmount(1.234, [])).toBe(1234);
  for (const [amount, others] of [
    [120, []],
    [120, [300, 500]],
    [12.5, []],
    [84_000, [120]],
    [0, [9000]],
    [-5, [9000]],
  ] as const)
    expect(likelierAmount(amount, others)).toBeNull();
  expect([amountOfDay(46149, '2026-11-02'), amountOfDay(40_000, '2026-11-02')]).toEqual([7.5, null]);
  expect([doubtMark(120_000), '42k', doubtMark('2027-01-15'), ''].map(doubtIn)).toEqual([
    120_000,
    null,
    '2027-01-15',
    null,
  ]);
});
