/** What a person has said about a file: read back from Setup, and which deals are taken. */
import { STANDARD_STATUSES } from '../../src/core/deal/carry';
import { filterDeals, NO_FILTER } from '../../src/core/import/filter';
import { answersFrom, memoryOf } from '../../src/core/import/memory';

const PEOPLE = [
  { id: 'm', name: 'Mira Oakes', email: 'mira.oakes@example.com' },
  { id: 's', name: 'Seán O’Rahl', email: 'sean@example.com' },
  { id: 'z', name: 'Zoë van der Berg', email: '' },
  { id: 'j', name: 'Jürgen Groß', email: '' },
];

test('what a person has said is read back from Setup as it was', () => {
  const table = { heading: ['Vorgang', 'Netto', 'Stufe', 'Wann'], lines: [] };
  const said = {
    columns: { amount: 1, owner: null, next: null } as const,
    dates: 'mdy',
    decimal: ',',
    stages: { 'verbally won': '', 'sort of lost': 'lost' },
    owners: { '0058d': 'm', 'ruth amsel': '' },
    currency: 'EUR',
    otherCurrencies: 'out',
  } as const;
  const memory = memoryOf(
    said,
    table,
    { 'verbally won': 'Verbally won', 'sort of lost': 'Sort of lost' },
    { '0058d': '0058d', 'ruth amsel': 'Ruth Amsel' },
    PEOPLE,
    { days: 'Wann', amounts: 'Netto' },
  );
  expect(memory.map(({ what, said: file, means }) => `${what}: ${file} → ${means}`)).toEqual([
    'column: Netto → Amount',
    'column: (none) → Next step',
    'stage: Verbally won → moving',
    'stage: Sort of lost → lost',
    'owner: 0058d → Mira Oakes',
    'owner: Ruth Amsel → (leave out)',
    'days: Wann → month first',
    'amounts: Netto → 1.234,50',
    'currency: the team’s → EUR',
    'currency: others → left out',
  ]);
  const { owner: _owner, ...columns } = said.columns;
  expect(answersFrom(memory, table, PEOPLE, STANDARD_STATUSES)).toEqual({ ...said, columns });
  // Of another shape, or of people who have gone, nothing is known.
  expect(answersFrom(memory, { heading: ['Name'], lines: [] }, [], [])).toMatchObject({ columns: { next: null } });
});

test('a filter takes some of the deals', () => {
  const deal = (line: number, amount: number | '', when: string) => ({
    line,
    id: `${line}`,
    name: '',
    account: '',
    owner: '',
    amount,
    when,
    status: '',
    next: '',
    reason: '',
    created: '',
  });
  const deals = [deal(2, 10, '2026-11-01'), deal(3, 30, '2026-12-01'), deal(4, '', ''), deal(5, 20, '2027-01-01')];
  const lines = (filter: Partial<typeof NO_FILTER>) =>
    filterDeals(deals, { ...NO_FILTER, ...filter }, (line) => (line < 4 ? 'New' : 'Renewal')).map(({ line }) => line);
  expect(lines({})).toEqual([2, 3, 4, 5]);
  expect(lines({ from: '2026-12-01', to: '2026-12-31' })).toEqual([3, 4]);
  expect(lines({ least: 20 })).toEqual([3, 5]);
  expect(lines({ largest: 2 })).toEqual([3, 5]);
  expect(lines({ pipeline: 'Renewal' })).toEqual([4, 5]);
});
