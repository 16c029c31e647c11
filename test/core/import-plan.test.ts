import { STANDARD_STATUSES } from '../../src/core/deal/carry';
import { type ImportDeal, whoOf } from '../../src/core/import/deal';
import { importNoteText } from '../../src/core/import/notes';
import { dealsByRep } from '../../src/core/import/owner-tabs';
import { type KnownDeal, planTabImport, type TabImport } from '../../src/core/import/plan';
import type { Rep } from '../../src/core/roster';
import type { Cells, Field } from '../../src/core/shared/fields';

function deal(id: string, more: Partial<ImportDeal> = {}): ImportDeal {
  return {
    line: Number(id.replace(/\D/g, '')) || 1,
    id,
    name: `Deal ${id}`,
    account: '',
    owner: '',
    amount: '',
    when: '',
    status: '',
    next: '',
    reason: '',
    created: '',
    ...more,
  };
}

function row(at: number, cells: Cells, sourceId = '', formulas: Field[] = []): KnownDeal {
  return { id: `r${at}`, key: `existing:r${at}`, cells, formulas, row: at, life: null, sourceId };
}

function plan(
  deals: ImportDeal[],
  items: KnownDeal[] = [],
  more: { earlier?: string[]; byName?: boolean; elsewhere?: [string, string][] } = {},
): TabImport {
  return planTabImport(
    deals,
    { items, earlier: new Set(more.earlier) },
    { statuses: STANDARD_STATUSES, byName: more.byName ?? false, elsewhere: new Map(more.elsewhere) },
  );
}

const changes = (result: TabImport) =>
  result.updated.map(({ item, link, changes }) => [
    item.row,
    link,
    ...changes.map(({ field, was, now }) => `${field}: ${was} → ${now}`),
  ]);
const notes = (result: TabImport) => result.notes.map((note) => importNoteText(note, (field) => field[0] ?? ''));

/** What the tab holds after a plan was written. */
function written(items: readonly KnownDeal[], result: TabImport): KnownDeal[] {
  const updated = items.map((item) => {
    const update = result.updated.find((one) => one.item === item);
    if (!update) return item;
    const cells = { ...item.cells };
    for (const { field, now } of update.changes) cells[field] = now;
    return { ...item, cells, sourceId: update.deal.id };
  });
  const added = result.added.map((one, n) =>
    row(100 + n, { who: whoOf(one), when: one.when, amount: one.amount, status: one.status, next: one.next }, one.id),
  );
  return [...updated, ...added];
}

describe('a deal that the tab knows by its id', () => {
  const cells: Cells = {
    who: 'Halden',
    when: '2026-11-20',
    why: 'new law',
    amount: 500,
    moved: 'a call',
    next: 'visit',
  };

  test('takes what the CRM says, and only where it says something', () => {
    const result = plan(
      [deal('7', { name: 'Halden II', when: '2026-12-01', amount: 750, next: 'demo', status: 'won' })],
      [row(20, cells, '7')],
    );
    expect(changes(result)).toEqual([
      [20, false, 'who: Halden → Halden II', 'when: 2026-11-20 → 2026-12-01', 'amount: 500 → 750', 'status:  → won'],
    ]);
    expect(plan([deal('7', { name: 'Halden' })], [row(20, cells, '7')])).toMatchObject({ updated: [], same: 1 });
  });

  test('keeps what a person has chosen where the CRM merely says that it is open', () => {
    const open = plan([deal('7', { name: 'Halden' })], [row(20, { ...cells, status: 'stuck' }, '7')]);
    expect([open.same, open.notes]).toEqual([1, []]);
    const closed = plan([deal('7', { name: 'Halden' })], [row(20, { ...cells, status: 'Won' }, '7')]);
    expect([closed.same, notes(closed)]).toEqual([
      1,
      ['Halden (line 7) is still open in the CRM, but “Won” on the tab (s20). The tab’s word stays.'],
    ]);
  });

  test('a blank next step and the reason of a loss are filled in; what a person typed there stays', () => {
    const lost = { name: 'Halden', status: 'lost', next: 'none', reason: 'the price' };
    const result = plan([deal('7', lost)], [row(20, { who: 'Halden', next: '', moved: '' }, '7')]);
    expect(changes(result)).toEqual([[20, false, 'status:  → lost', 'next:  → none', 'moved:  → the price']]);
    expect(changes(plan([deal('7', lost)], [row(20, cells, '7')]))).toEqual([[20, false, 'status:  → lost']]);
  });

  test('a formula of a person’s own stays, and is named', () => {
    const result = plan(
      [deal('7', { name: 'Halden', amount: 900, when: '2026-12-01' })],
      [row(20, cells, '7', ['amount'])],
    );
    expect(changes(result)).toEqual([[20, false, 'when: 2026-11-20 → 2026-12-01']]);
    expect(notes(result)).toEqual(['Halden: a formula of your own stays in a20.']);
  });

  test('an id of Salesforce is the same with 15 characters and with 18; small and capital letters differ', () => {
    const items = [row(20, cells, '006Kx00000AbC1d')];
    expect(plan([deal('006Kx00000AbC1dEAF', { name: 'Halden' })], items).same).toBe(1);
    expect(plan([deal('006Kx00000aBC1d', { name: 'Halden' })], items).added).toHaveLength(1);
  });
});

test('unknown deals become rows, the oldest first; closed ones and those of earlier months do not', () => {
  const result = plan(
    [
      deal('1', { created: '2026-10-05' }),
      deal('2', { status: 'won' }),
      deal('3'),
      deal('4', { created: '2026-09-01' }),
      deal('5', { status: 'lost' }),
      deal('6'),
    ],
    [],
    { earlier: ['3', '5'], elsewhere: [['6', 'Ben Sorrel']] },
  );
  expect(result.added.map(({ id }) => id)).toEqual(['4', '1']);
  expect([result.neverSeen, result.earlier]).toEqual([1, 2]);
  expect(notes(result)).toEqual(['Deal 6 (line 6) stands on the tab of Ben Sorrel this month and stays there.']);
});

describe('by name, only when asked', () => {
  const rows = [
    row(20, { who: 'Halden Mills\nService' }),
    row(21, { who: 'portan' }),
    row(22, { who: 'Lumen Optik' }),
    row(23, { who: 'Lumen  optik' }),
    row(24, { who: 'Vantor\nAnnual check' }),
    row(25, { who: 'Abel\nFirst line' }, 'x9'),
  ];
  const deals = [
    deal('1', { account: 'Halden Mills', name: 'Service' }),
    deal('2', { name: 'Portan', amount: 5 }),
    deal('3', { name: 'Lumen Optik' }),
    deal('4', { account: 'Vantor', name: 'Line 4' }),
    deal('5', { account: 'Vantor', name: 'Line 5' }),
    deal('6', { account: 'Vantor', name: 'Line 6', status: 'lost' }),
    deal('7', { account: 'Abel', name: 'First line' }),
  ];

  test('rows without an id stay as they are', () => {
    expect(plan(deals, rows)).toMatchObject({ updated: [], same: 0, neverSeen: 1 });
    expect(plan(deals, rows).added.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '7']);
  });

  test('a name that is unique on both sides gets the id; others are named and left out', () => {
    const result = plan(deals, rows, { byName: true });
    expect(changes(result)).toEqual([
      [20, true],
      [21, true, 'who: portan → Portan', 'amount:  → 5'],
    ]);
    expect(result.added.map(({ id }) => id)).toEqual(['7']);
    expect(notes(result)).toEqual([
      'Lumen Optik (line 3) could be 2 rows of the tab. It is left out: write the names so that they differ, then import again.',
      'Vantor, Line 4 (line 4) is one of 2 deals that fit the same row. It is left out: write into the row which one it is, then import again.',
      'Vantor, Line 5 (line 5) is one of 2 deals that fit the same row. It is left out: write into the row which one it is, then import again.',
    ]);
    const again = plan(deals, written(rows, result), { byName: true });
    expect([again.added, again.updated, again.same]).toEqual([[], [], 3]);
  });

  test('one deal of a customer and one row of it are the same', () => {
    const result = plan([deal('4', { account: 'Vantor', name: 'Line 4' })], [rows[4]!], { byName: true });
    expect(changes(result)).toEqual([[24, true, 'who: Vantor\nAnnual check → Vantor\nLine 4']]);
  });
});

test('two thousand deals: once in, a second time nothing, and a later file changes only what differs', () => {
  const deals = Array.from({ length: 2000 }, (_, n) =>
    deal(`d${n}`, {
      line: n + 2,
      name: `Deal ${n}`,
      account: n % 3 === 0 ? `Customer ${n % 50}` : '',
      amount: n % 7 === 0 ? '' : n * 10,
      when: `2026-12-${String(1 + (n % 28)).padStart(2, '0')}`,
      status: n % 20 === 0 ? 'won' : '',
    }),
  );
  const first = plan(deals);
  expect([first.added.length, first.neverSeen, first.updated.length]).toEqual([1900, 100, 0]);
  const rows = first.added.map((one, n) =>
    row(10 + n, { who: whoOf(one), when: one.when, amount: one.amount }, one.id),
  );
  const second = plan(deals, rows);
  expect([second.added.length, second.updated.length, second.same, second.neverSeen]).toEqual([0, 0, 1900, 100]);
  const later = deals.map((one, n) => (n % 100 === 1 ? { ...one, amount: 1, status: 'won' } : one));
  const third = plan(later, rows);
  expect([third.added.length, third.updated.length, third.same]).toEqual([0, 20, 1880]);
  expect(third.updated.every(({ changes }) => changes.map(({ field }) => field).join() === 'amount,status')).toBe(true);
});

test('owners are known by e-mail or name, whatever their case and order; others are counted', () => {
  const rep = (id: string, name: string, email = ''): Rep => ({
    id,
    name,
    email,
    start: '',
    end: '',
    manager: '',
    agenda: 'full',
    sheetId: 1,
    row: 1,
  });
  const owners = [
    'mira oakes',
    'Oakes, Mira',
    'MIRA@example.com',
    'Mira O. (mira@example.com)',
    'Ben  Sorrel <ben@elsewhere.example>',
    'Sorrel',
    '',
    'sorrel ',
  ];
  const { byRep, strangers } = dealsByRep(
    owners.map((owner, n) => deal(`${n}`, { owner })),
    [rep('m', 'Mira Oakes', 'mira@example.com'), rep('b', 'Ben Sorrel', 'ben@example.com')],
  );
  expect([byRep.get('m')?.length, byRep.get('b')?.length]).toEqual([4, 1]);
  expect(strangers).toEqual([
    { owner: 'Sorrel', count: 2 },
    { owner: '', count: 1 },
  ]);
});
