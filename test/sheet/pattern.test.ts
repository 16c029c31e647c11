/** The pattern of a month: any month is put together of a few stretches of its rows, each of the same look. */
import { NOTHING_CARRIED, STANDARD_STATUSES } from '../../src/core/deal/carry';
import { RESULTS_AGENDA, STANDARD_AGENDA } from '../../src/core/shared/agenda';
import { USUAL } from '../../src/sheet/grid/columns';
import { RepTab } from '../../src/sheet/grid/rep-tab';
import { MonthPattern, PATTERN_TAB, slicesOf } from '../../src/sheet/month/pattern';
import { planBlock } from '../../src/sheet/month/plan';
import { anyService } from '../support/plain-sheet';
import { CONTEXT, KPIS } from '../support/rich-tab';

const SETUP = {
  agendas: { full: STANDARD_AGENDA, results: RESULTS_AGENDA },
  kpis: KPIS,
  statuses: STANDARD_STATUSES,
};

beforeAll(() => {
  Object.assign(globalThis, { SpreadsheetApp: anyService() });
});

/** A file whose sheets only take down what is done to them. */
function fileOf(names: string[] = []) {
  const did: string[] = [];
  const sheets = names.map((name) => sheetOf(name));
  function sheetOf(first: string) {
    let name = first;
    const self: object = new Proxy(
      {},
      {
        get: (_, member) => {
          if (member === 'getName') return () => name;
          if (member === 'getLastRow') return () => (name.includes('own') ? 9 : 0);
          if (/^getMax/.test(String(member))) return () => 30;
          if (member === 'setName')
            return (next: string) => {
              name = next;
              return self;
            };
          if (member === 'getRange')
            return (row: number, _col: number, rows: number) => rangeOf(`${name.split(' ')[0]} ${row}+${rows}`);
          return (...given: unknown[]) => {
            did.push(`${name.split(' ')[0]}.${String(member)} ${given.length}`);
            return self;
          };
        },
      },
    );
    return self as GoogleAppsScript.Spreadsheet.Sheet;
  }
  function rangeOf(place: string) {
    const self: object = new Proxy(
      {},
      {
        get: (_, member) => {
          if (member === 'place') return place;
          if (member === 'canEdit') return () => true;
          return (target: { place?: string } | undefined) => {
            if (member === 'copyTo') did.push(`${place} to ${target?.place}`);
            return self;
          };
        },
      },
    );
    return self;
  }
  const book = {
    getSheetByName: (name: string) => sheets.find((sheet) => sheet.getName() === name) ?? null,
    getSheets: () => sheets,
    getActiveSheet: () => sheets[0],
    setActiveSheet: () => undefined,
    insertSheet: (name: string) => {
      const made = sheetOf(name);
      sheets.push(made);
      return made;
    },
  } as unknown as GoogleAppsScript.Spreadsheet.Spreadsheet;
  return { book, sheets, did, tab: new RepTab(sheetOf('Mira'), USUAL) };
}

const monthOf = (kept: number, commitments: number, agenda = STANDARD_AGENDA) =>
  planBlock({
    rep: 'Mira Oakes',
    month: 202612,
    number: 4,
    agenda,
    carry: {
      ...NOTHING_CARRIED,
      kept: Array.from({ length: kept }, (_, n) => ({
        id: `k${n}`,
        cells: { who: `Deal ${n}` },
        life: {
          firstMonth: 202610,
          monthsUnchanged: 0,
          timesPushed: 0,
          startWhen: '' as const,
          startDigest: '',
          startAmount: null,
          story: '',
        },
        sourceId: '',
      })),
      commitments: Array.from({ length: commitments }, (_, n) => ({
        id: `c${n}`,
        cells: { who: `Call ${n}` },
        firstMonth: 202611,
      })),
    },
    kpis: KPIS,
    goals: CONTEXT.goals,
    statuses: STANDARD_STATUSES,
    firstRow: 5,
    earlierKpiRows: {},
    opened: 'opened',
    newId: () => 'x',
  });

test('a first month is one stretch, each section with rows that come along costs one more; rules are set once more as they were', () => {
  for (const [kept, commitments, most] of [
    [0, 0, 1],
    [20, 0, 2],
    [20, 3, 3],
    [90, 0, 3],
  ] as const) {
    const { book, did, tab } = fileOf();
    const pattern = MonthPattern.of(book, SETUP, '2026')!;
    did.length = 0;
    expect(pattern.copyTo(tab, 5, monthOf(kept, commitments))).toBe('looks and formats');
    const copies = did.filter((line) => line.startsWith('Month '));
    expect({ kept, commitments, fits: copies.length <= most }).toEqual({ kept, commitments, fits: true });
    expect([did[0], did[did.length - 1]]).toEqual([
      'Mira.getConditionalFormatRules 0',
      'Mira.setConditionalFormatRules 1',
    ]);
    // From the band to the last row without a gap.
    const rows = copies.map((line) => / to Mira (\d+)\+(\d+)/.exec(line)!.slice(1).map(Number) as [number, number]);
    expect(rows.reduce((next, [top, count]) => (top === next ? next + count : -1), 5)).toBe(
      5 + monthOf(kept, commitments).rows.length,
    );
  }
});

test('it is painted once for a Setup; another Setup paints it anew on the same tab; a look that is not in it is painted', () => {
  const { book, sheets, did, tab } = fileOf(['Setup']);
  MonthPattern.of(book, SETUP, '2026');
  expect(did.some((line) => line.endsWith('hideSheet 0'))).toBe(true);
  const name = sheets[1]!.getName();
  expect(name).toMatch(new RegExp(`^${PATTERN_TAB} \\w+ 26$`));
  did.length = 0;
  const pattern = MonthPattern.of(book, SETUP, '2026')!;
  expect([did, sheets.map((sheet) => sheet.getName())]).toEqual([[], ['Setup', name]]);
  const without = MonthPattern.of(fileOf(['Setup']).book, { ...SETUP, agendas: { results: RESULTS_AGENDA } }, '2026');
  expect([pattern, without].map((one) => one!.copyTo(tab, 5, monthOf(0, 0)))).toEqual(['looks and formats', null]);
  did.length = 0;
  MonthPattern.of(
    book,
    { ...SETUP, statuses: [...STANDARD_STATUSES, { word: 'parked', closes: false, won: false }] },
    '2026',
  );
  expect(sheets).toHaveLength(2);
  expect(sheets[1]!.getName()).not.toBe(name);
});

test('where somebody has written on a tab of that name, none is made: months are painted', () => {
  const { book, sheets } = fileOf([`${PATTERN_TAB} own`]);
  expect(MonthPattern.of(book, SETUP, '2026')).toBeNull();
  expect(sheets).toHaveLength(1);
});

test('rows are covered by the longest stretches, and not at all where one is missing', () => {
  expect(slicesOf([...'abcab'], [...'xabcxab'])).toEqual([
    { from: 1, to: 0, rows: 3, times: 1 },
    { from: 1, to: 3, rows: 2, times: 1 },
  ]);
  // More of the same than the pattern has: one of them, many times.
  expect(slicesOf([...'aabbbbbc'], [...'aabbc'])).toEqual([
    { from: 0, to: 0, rows: 4, times: 1 },
    { from: 2, to: 4, rows: 1, times: 3 },
    { from: 4, to: 7, rows: 1, times: 1 },
  ]);
  expect(slicesOf([...'abz'], [...'abc'])).toBeNull();
});

test('in another year it gets that year’s words, and no new looks', () => {
  const { book, sheets, did, tab } = fileOf(['Setup']);
  MonthPattern.of(book, SETUP, '2026');
  did.length = 0;
  const pattern = MonthPattern.of(book, SETUP, '2026/27')!;
  expect(did).toEqual(['Month.getRangeList 1', 'Month.setNumberFormat 1']);
  expect(sheets.map((sheet) => sheet.getName())[1]).toMatch(/ 2627$/);
  expect(pattern.copyTo(tab, 5, monthOf(0, 0))).toBe('looks');
});
