import {
  aboutOf,
  aboutText,
  goesOn,
  isReviewDue,
  lineState,
  MISSED_TOO_OFTEN,
  missedReviews,
  readAbout,
} from '../../src/core/coaching/lines';
import { countsOf, traceOf } from '../../src/core/coaching/trace';
import { NOTHING_CARRIED, planCarry, STANDARD_STATUSES } from '../../src/core/deal/carry';
import type { Cells } from '../../src/core/shared/fields';
import { coachingText } from '../../src/core/shared/recap';
import type { Item, Life } from '../../src/core/shared/record';
import { monthRecord } from '../support/month-record';

const blank = { who: 'Ask for the reason', when: '', why: '', status: '', moved: '', next: '' };
const came = (startWhen: string, monthsUnchanged = 0): Life => ({
  firstMonth: 202609,
  monthsUnchanged,
  timesPushed: 0,
  startWhen,
  startDigest: '',
  startAmount: null,
  story: '',
});
const line = (cells: Cells, life: Life | null = null, id = 'p1'): Item => ({
  id,
  cells: { ...blank, ...cells },
  formulas: [],
  row: 50,
  life,
});

const monthOf = (growth: Item[]) => monthRecord({ number: 3, growth });

const carry = (growth: Item[], dropped: string[] = []) =>
  planCarry(
    monthOf(growth),
    { existing: ['existing'], fresh: ['new'] },
    STANDARD_STATUSES,
    dropped.map((id) => ({ id, what: 'drop', reason: '' })),
  );

describe('which lines come along', () => {
  test.each<[said: string, cells: Cells, life: Life | null, goes: boolean]>([
    ['open', {}, null, true],
    ['a word that nobody knows', { status: 'half way' }, null, true],
    ['done', { status: 'Done ' }, null, false],
    ['dropped', { status: 'dropped' }, came(''), false],
    ['worked, even with a day to come', { status: 'worked', when: '2027-01-10' }, came('2026-11-10'), false],
    ['partly, no later day', { status: 'partly', when: '2026-11-10' }, came('2026-11-10'), false],
    ['partly, and looked at again', { status: 'partly', when: '2026-12-08' }, came('2026-11-10'), true],
    ['did not, and tried again', { status: 'did not', when: '2026-11-24' }, came('2026-11-10'), true],
    ['did not, a new row with a day of next month', { status: 'did not', when: '2026-12-01' }, null, true],
    ['did not, a new row with a day of this month', { status: 'did not', when: '2026-11-30' }, null, false],
    ['partly, a day that is none', { status: 'partly', when: 'after the fair' }, came(''), false],
  ])('%s', (_, cells, life, goes) => {
    expect(goesOn(line(cells, life), 202611)).toBe(goes);
    expect(carry([line(cells, life)]).growth).toHaveLength(goes ? 1 : 0);
  });

  test('what goes on begins anew: open, nothing said yet, its day kept', () => {
    const reviewed = line({ status: 'partly', moved: 'two of three', when: '2026-12-08' }, came('2026-11-10', 1));
    expect(carry([{ ...reviewed, coaching: 'plan deal d1' }]).growth).toEqual([
      {
        id: 'p1',
        cells: { ...reviewed.cells, status: 'open', moved: '' },
        firstMonth: 202609,
        missed: 0,
        startWhen: '2026-12-08',
        coaching: 'plan deal d1',
      },
    ]);
  });

  test('a line that is dropped by decision stays, also when the start is repeated', () => {
    const said = line({}, came('', 1));
    expect(carry([said], ['p1'])).toMatchObject({ growth: [], droppedLines: [{ id: 'p1' }] });
    expect(carry([{ ...said, cells: { ...said.cells, status: 'dropped' } }], ['p1']).droppedLines).toHaveLength(1);
    // Somebody has closed it meanwhile.
    expect(carry([{ ...said, cells: { ...said.cells, status: 'worked' } }], ['p1']).droppedLines).toEqual([]);
    expect(NOTHING_CARRIED.droppedLines).toEqual([]);
  });
});

describe('reviews that were missed', () => {
  test.each<[said: string, cells: Cells, life: Life | null, missed: number]>([
    ['none in the month it was made', { when: '2026-11-10' }, null, 0],
    ['its day came and nothing was said', { when: '2026-11-10' }, came('2026-11-10'), 1],
    ['once more', { when: '2026-10-10' }, came('2026-10-10', 1), 2],
    ['no day at all', {}, came(''), 1],
    ['its day is still to come', { when: '2026-12-10' }, came('2026-12-10', 1), 1],
    ['something was said', { when: '2026-11-10', moved: 'a bit' }, came('2026-11-10', 1), 0],
    ['another day was set', { when: '2026-12-10' }, came('2026-11-10', 1), 0],
  ])('%s', (_, cells, life, missed) => {
    expect(missedReviews(line(cells, life), 202611)).toBe(missed);
  });

  test('two in a row are too many', () => {
    let cells: Cells = { ...blank, when: '2026-11-10' };
    let life: Life | null = null;
    const seen: number[] = [];
    for (let n = 0; n < 3; n++) {
      const [next] = carry([{ ...line(cells, life), id: 'p1' }]).growth;
      seen.push(next?.missed ?? -1);
      cells = next?.cells ?? {};
      life = came(next?.startWhen ?? '', next?.missed);
    }
    expect(seen).toEqual([0, 1, 2]);
    expect(seen[2]).toBe(MISSED_TOO_OFTEN);
  });
});

test.each<[cells: Cells, carried: boolean, due: boolean]>([
  [{ when: '2026-11-10' }, false, true],
  [{ when: '2026-11-11' }, true, false],
  [{}, true, true],
  [{}, false, false],
  [{ when: 'after the fair' }, true, false],
  [{ when: '2026-11-01', moved: 'went well' }, true, false],
  [{ when: '2026-11-01', status: 'partly' }, true, false],
])('a review of %j is due: %s, %s', (cells, carried, due) => {
  expect(isReviewDue({ ...blank, ...cells }, carried, '2026-11-10')).toBe(due);
});

test('what a plan is about, in its hidden cell and in a row typed by hand', () => {
  for (const text of ['plan', 'plan deal k3f9', 'plan kpi calls']) {
    const about = readAbout(text);
    expect(about && aboutText(about)).toBe(text);
  }
  expect(readAbout('')).toBeNull();
  expect(readAbout('planned')).toBeNull();
  expect(lineState(' Did not')).toBe('did not');

  const deals = [line({ who: 'Halden\nFive sites' }, null, 'd1'), line({ who: 'Halden Süd' }, null, 'd2')];
  const kpis = [line({ who: 'Calls' }, null, 'calls')];
  const about = (who: string, more: Cells = {}) => aboutOf({ ...blank, who, ...more }, deals, kpis);
  expect(about('halden: they keep asking for a discount')).toEqual({ kind: 'deal', id: 'd1' });
  expect(about('Halden sud')).toEqual({ kind: 'deal', id: 'd2' });
  expect(about('Calls before ten')).toEqual({ kind: 'kpi', id: 'calls' });
  expect(about('Callsign')).toBeNull();
  expect(about('Speaking slower')).toBeNull();
  expect(about('Speaking slower', { status: 'partly' })).toEqual({ kind: 'other' });
  expect(about('')).toBeNull();
});

test('what became of lines over the months, in plain counts', () => {
  const plan = { ...line({ who: 'Halden', status: 'partly', moved: 'two of three' }), coaching: 'plan deal d1' };
  const lines = traceOf([
    { month: 202611, items: [{ ...plan, cells: { ...plan.cells, status: 'worked', moved: '' } }] },
    { month: 202610, items: [plan, line({ who: 'German', status: 'done' }, null, 'g1'), line({}, null, 'blank')] },
  ]);
  expect(lines.map(({ title, isPlan, steps }) => [title, isPlan, steps.map(({ month }) => month)])).toEqual([
    ['Halden', true, [202610, 202611]],
    ['German', false, [202610]],
    ['Ask for the reason', false, [202610]],
  ]);
  expect(countsOf(lines)).toEqual({ plans: 1, reviews: 2, states: { worked: 1 }, development: 2 });
});

test('what goes along with the recap where it is ticked: each line in one', () => {
  const record = monthOf([
    line({ who: 'Halden', when: '2026-12-08', why: 'Ask first\nBehind it: legal', status: 'open' }),
    line({ who: 'German', status: 'done', moved: 'Led a call' }),
  ]);
  expect(coachingText(record)).toBe(
    'Development and coaching:\n– Halden, Ask first, Behind it: legal, look again on 8 Dec\n– German, done, Led a call',
  );
  expect(coachingText(monthOf([]))).toBe('');
});
