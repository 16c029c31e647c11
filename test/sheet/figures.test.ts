import type { Kpi } from '../../src/core/kpi';
import { USUAL } from '../../src/sheet/grid/columns';
import { leavingMonths, planFigures, rankFormula } from '../../src/sheet/team/figures';
import { planTeam } from '../../src/sheet/team/plan';

const kpi = (id: string, more: Partial<Kpi> = {}): Kpi => ({
  id,
  name: id,
  unit: '',
  kind: 'result',
  better: 'higher',
  over: 'sum',
  ratioOf: '',
  ...more,
});
const KPIS = [
  kpi('revenue'),
  kpi('days', { better: 'lower' }),
  kpi('rate', { over: 'ratio', ratioOf: 'revenue / days' }),
];
const MEMBERS = [
  { id: 'r1', name: "Pat O'Hara", sheetId: 7, tab: { name: "Pat O'Hara", columns: USUAL }, left: false },
  { id: 'r2', name: 'Eve', sheetId: null, tab: null, left: true },
];
const figures = planFigures(
  'Figures',
  'Setup',
  MEMBERS,
  KPIS.map(({ id }) => id),
);
const team = planTeam({
  figuresTab: 'Figures',
  figuresRows: figures.length,
  setupTab: 'Set "up"',
  members: MEMBERS,
  kpis: [...KPIS, kpi('four'), kpi('=five "5"')],
  statuses: [
    { word: 'won "big"', closes: true, won: true },
    { word: 'lost', closes: true, won: false },
  ],
  workingName: 'What’s working',
  notWorkingName: '=odd',
});
const place = { tab: 'Figures', rows: 6, kpiColumns: { revenue: 7, days: 8 }, lastColumn: 10 };

test('three rows for each person, closed by an empty row and a last column that is no KPI', () => {
  expect(figures.map((line) => [line[0], line.length])).toEqual([
    ['figures', 22],
    ...Array.from({ length: 3 }, () => ['r1', 22]),
    ...Array.from({ length: 3 }, () => ['r2', 22]),
    ['', 22],
  ]);
  expect(figures.at(-1)!.every((cell) => cell === '')).toBe(true);
  expect(figures[0]!.slice(18, 21)).toEqual(["'revenue", "'days", "'rate"]);
});

test('formulas hold in every locale: no comma between arguments, no array, no decimal; tabs are quoted', () => {
  const cells = [figures, team.rows.map((row) => row.values), team.hidden].flat(2);
  const formulas = cells.filter((cell): cell is string => typeof cell === 'string' && cell.startsWith('='));
  formulas.push(`=${rankFormula(KPIS[0]!, 7, place)}`);
  expect(formulas.length).toBeGreaterThan(100);
  for (const formula of formulas) {
    const bare = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, 'Tab!');
    expect(bare).not.toMatch(/[,{}']|\d\.\d/);
    expect(bare.split('(').length).toBe(bare.split(')').length);
  }
  expect(formulas.some((formula) => formula.includes("'Pat O''Hara'!"))).toBe(true);
});

test('the rank compares downwards where lower is better, and is nothing without the sheet or the KPI’s column', () => {
  expect(rankFormula(KPIS[0]!, 7, place)).toContain('>$D7)');
  expect(rankFormula(KPIS[1]!, 7, place)).toContain('<$D7)');
  expect(rankFormula(KPIS[0]!, 7, null)).toBe('');
  expect(rankFormula(KPIS[2]!, 7, place)).toBe('');
});

test('somebody who has left takes a line below the total; five KPIs take two tables', () => {
  const kinds = team.rows.map((row) => `${row.kind}${row.spare ? ' spare' : ''}`);
  expect(kinds.slice(0, 7)).toEqual(['head', 'expected', 'band', 'header', 'person', 'total', 'person spare']);
  expect(kinds.filter((kind) => kind === 'kpiBand')).toHaveLength(2);
});

test('the month before each one’s newest is read by one call: whose oldest leaves first is started first', () => {
  const lines = [
    ['figures', 'name', 'month'],
    ...[
      ['r1', 202701],
      ['r1', 202612],
      ['r1', 202611],
      ['r2', 202612],
      ['r2', ''],
      ['r2', ''],
      ['', ''],
    ].map(([rep, month]) => [rep, '', month]),
  ];
  let reads = 0;
  const sheet = {
    getMaxRows: () => lines.length,
    getRange: (_row: number, _col: number, rows: number) => ({
      getValues: () => {
        reads += rows === lines.length ? 1 : 0;
        return lines.slice(0, rows);
      },
    }),
  };
  const book = { getSheetByName: () => sheet } as unknown as GoogleAppsScript.Spreadsheet.Spreadsheet;
  expect([...leavingMonths({ book, otherSheets: () => [] })]).toEqual([
    ['r1', 202612],
    ['r2', 0],
  ]);
  expect(reads).toBe(1);
});
