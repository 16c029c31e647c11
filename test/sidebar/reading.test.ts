import { fieldUses } from '../../src/core/shared/agenda';
import { editAmount, otherAmount, readAmount, showAmount } from '../../src/sidebar/fields/read-amount';
import { isPeriod, otherDate, readDate, showDate } from '../../src/sidebar/fields/read-date';
import { meetingWords } from '../../src/sidebar/meeting/words';
import { beginSession, grouped, groupOf, inOrder } from '../../src/sidebar/review/review-session';
import { layoutOf } from '../../src/sidebar/rows/layout';
import { namesIn } from '../../src/sidebar/start/names';
import { meeting, row, TODAY } from './fixtures';

describe('amounts', () => {
  test.each([
    ['42k', 'en', 42000],
    ['7.500', 'de', 7500],
    ['7.500', 'en', 7.5],
    ['€ 1 240 000', 'en', 1240000],
    ['', 'en', ''],
    ['12k–15k?', 'en', '12k–15k?'],
    ['-', 'en', '-'],
    ['=A1', 'en', '=A1'],
  ])('%p in %s is %p; what is no amount stays as typed', (text, language, value) => {
    expect(readAmount(text, language)).toBe(value);
  });

  test('the less likely reading of a doubtful mark offers the other one', () => {
    expect([otherAmount('120.000', 'en'), otherAmount('120,000', 'en'), otherAmount('120.000', 'de')]).toEqual([
      120000,
      null,
      null,
    ]);
    expect(otherAmount('120.50', 'en')).toBeNull();
  });

  test.each([7500, 0.27, 1234567.891, -12.5, 0.1234567])('%p survives being shown and read', (value) => {
    for (const language of ['en', 'de', 'fr', 'en-IN', 'de-CH'])
      expect(readAmount(editAmount(value, language), language)).toBe(value);
  });

  test('text is shown as it stands', () => {
    expect(showAmount('12k–15k?', 'en')).toBe('12k–15k?');
    expect(showAmount(7500, 'en')).toBe('7,500');
  });
});

describe('days', () => {
  test.each([
    ['24 Nov', 'en', '2026-11-24'],
    ['3/11', 'en-GB', '2026-11-03'],
    ['15 Jan', 'en', '2027-01-15'],
    ['next friday', 'en', '2026-11-06'],
    ['31 Feb', 'en', '31 Feb'],
    ['after the fair', 'en', 'after the fair'],
    ['Q1', 'en', 'Q1'],
    ['', 'en', ''],
  ])('%p in %s is %p; what is no day stays as typed', (text, language, value) => {
    expect(readDate(text, TODAY, language)).toBe(value);
  });

  test('a day that can be meant in two ways offers the other one; a stretch of time keeps its words', () => {
    expect(otherDate('3/11', TODAY, 'en-GB')).toBe('2027-03-11');
    expect(otherDate('24/11', TODAY, 'en-GB')).toBeNull();
    expect([isPeriod('Q1', TODAY, 'en'), isPeriod('after the fair', TODAY, 'en')]).toEqual([true, false]);
  });

  test('shown without the year when it is this one', () => {
    expect(showDate('2026-11-24', TODAY)).toBe('24 Nov');
    expect(showDate('2027-01-15', TODAY)).toBe('15 Jan 2027');
    expect(showDate('after the fair', TODAY)).toBe('after the fair');
  });
});

describe('groups of the list', () => {
  const life = { firstMonth: 202608, timesPushed: 0, monthsUnchanged: 0, monthsStuck: 0, story: [] };
  const m = meeting();

  test.each([
    ['worth', { status: 'Stuck ' }, life],
    ['worth', {}, { ...life, timesPushed: 2 }],
    ['worth', {}, { ...life, monthsUnchanged: 2 }],
    ['worth', { when: '2026-11-02' }, life],
    ['worth', { status: 'stuck', moved: 'their lawyer called, written before the talk' }, life],
    ['moved', { moved: 'they have the offer' }, life],
    ['closed', { status: 'WON', moved: 'signed' }, life],
    ['same', { status: 'Moving' }, life],
    ['same', {}, { ...life, monthsUnchanged: 1 }],
  ] as const)('%s: %j', (name, cells, lifeView) => {
    const first = row('existing:a', 1, cells, lifeView);
    const sitting = beginSession(m, [first], 5, null, null);
    expect(groupOf(first, m, sitting)).toBe(name);
    // Whatever changes in the sitting has been talked about; taken back, it has not.
    const changed = { ...first, cells: { ...cells, next: 'Ida calls on Monday' } };
    expect(groupOf(changed, m, sitting)).toBe(name === 'closed' ? 'closed' : 'talked');
    expect(groupOf({ ...first, cells: { ...cells } }, m, sitting)).toBe(name);
  });

  test('the row that has the focus stays where it was', () => {
    const first = [row('existing:a', 1, {}, life)];
    const sitting = beginSession(m, first, 5, null, null);
    const { of } = grouped(first, m, sitting, null, new Map());
    expect(of.get('existing:a')).toBe('same');
    const won = [row('existing:a', 1, { status: 'won' }, life)];
    expect(grouped(won, m, sitting, 'existing:a', of).of.get('existing:a')).toBe('same');
    expect(grouped(won, m, sitting, null, of).of.get('existing:a')).toBe('closed');
  });

  test('as many as fit into the minutes come first, and rows that come later do not move the others', () => {
    const rows = Array.from({ length: 12 }, (_, i) =>
      row(`existing:${i}`, i, { status: i % 2 ? 'stuck' : '', amount: 100 * i }, { ...life, monthsUnchanged: 3 }),
    );
    const sitting = beginSession(m, rows, 5, null, null);
    expect([...sitting.recommended]).toEqual([11, 9, 7, 5, 3, 1, 10].map((i) => `existing:${i}`));
    const more = beginSession(
      m,
      [row('existing:x', 90, { status: 'stuck', amount: 9e6 }, life), ...rows],
      5,
      sitting,
      null,
    );
    expect(inOrder([...rows, row('existing:x', 90, {}, life)], more).map((r) => r.key)).toEqual([
      ...inOrder(rows, sitting).map((r) => r.key),
      'existing:x',
    ]);
    expect(more.recommended).toEqual(sitting.recommended);
    expect(beginSession(m, rows.slice(0, 8), 5, null, null).recommended.size).toBe(8);
  });
});

describe('odds and ends', () => {
  test('fields of a section that is not known are all shown', () => {
    const uses = fieldUses({ id: 'new', kind: 'new' });
    expect(layoutOf('new', uses).main.map((l) => l.map((f) => f.field))).toEqual([
      ['who'],
      ['when', 'amount'],
      ['why'],
      ['next'],
    ]);
    const odd = [{ field: 'status' as const, label: 'state', type: 'text' as const }];
    expect(layoutOf('notes', odd).main).toEqual([odd]);
    expect(
      layoutOf('kpis', fieldUses({ id: 'kpis', kind: 'kpis' }))
        .main.flat()
        .map((f) => f.field),
    ).toEqual(['amount', 'why', 'next']);
  });

  test('names, one a line', () => {
    expect(namesIn('Ida Brandt, ida@example.com\n\n tomas \nTomas')).toEqual(['Ida Brandt', 'Tomas']);
  });

  test('short names of sections', () => {
    expect(
      ['Existing opportunities', 'What’s not working', 'Other discussion', 'KPIs'].map(meetingWords.shortName),
    ).toEqual(['Existing', 'Not working', 'Other', 'KPIs']);
  });
});
