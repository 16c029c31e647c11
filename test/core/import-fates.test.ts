import { type ImportDeal, idOfName } from '../../src/core/import/deal';
import { missingKey } from '../../src/core/import/plan';
import { tally } from '../../src/core/import/tally';
import type { Cells } from '../../src/core/shared/fields';
import { readFixture } from '../support/import-read';
import { added, deal, edits, fates, plan, row, saidOf, tab, written } from '../support/import-tracker';

const CELLS: Cells = { who: 'Halden', when: '2026-11-20', why: 'new law', amount: 500, moved: 'a call', next: 'visit' };
const SAID = deal('7', { name: 'Halden', when: '2026-11-20', amount: 500 });
/** Deal 7 as the last import left it, with what a person has typed since. */
const known = (cells: Cells = {}, more = {}) =>
  row('k', { ...CELLS, ...cells }, { sourceId: '7', imported: saidOf(SAID), ...more });
const later = (more: Partial<ImportDeal>) => ({ ...SAID, ...more });
const LIFE = {
  firstMonth: 202609,
  monthsUnchanged: 0,
  timesPushed: 1,
  startWhen: '2026-11-20',
  startDigest: 'x',
  startAmount: '500',
  story: 'mnmp',
};

describe('a deal that its owner’s tab has', () => {
  test('takes what the CRM says now; what it leaves blank, and “moving”, change nothing', () => {
    const result = plan(
      [later({ name: 'Halden II', when: '2026-12-01', amount: 750, status: 'won' })],
      [tab('Ada', [known()])],
    );
    expect(fates(result)).toEqual(['7 changed']);
    expect(edits(result)).toEqual([
      'a existing:k who: Halden → Halden II',
      'a existing:k when: 2026-11-20 → 2026-12-01',
      'a existing:k amount: 500 → 750',
      'a existing:k status:  → won',
    ]);
    expect(fates(plan([later({ when: '', amount: '' })], [tab('Ada', [known({ status: 'stuck' })])]))).toEqual([
      '7 same',
    ]);
  });

  test('a cell that a person has changed since stays, is told, and gives way only when a person says so', () => {
    const tabs = [tab('Ada', [known({ amount: 550, status: 'stuck' })])];
    const file = [later({ amount: 600, when: '2026-12-01', status: 'won' })];
    const result = plan(file, tabs);
    expect(fates(result)).toEqual(['7 changed']);
    expect(edits(result)).toEqual(['a existing:k when: 2026-11-20 → 2026-12-01']);
    expect(result.fates[0]?.conflicts).toEqual([
      { field: 'amount', was: 550, now: 600, isTaken: false },
      { field: 'status', was: 'stuck', now: 'won', isTaken: false },
    ]);
    const chosen = plan(file, tabs, { decisions: { crm: ['7:amount'] } });
    expect(edits(chosen)).toEqual(['a existing:k when: 2026-11-20 → 2026-12-01', 'a existing:k amount: 550 → 600']);
    expect(chosen.fates[0]?.conflicts.map(({ isTaken }) => isTaken)).toEqual([true, false]);
    // Still so at the next import, though nothing new was said.
    expect(fates(plan(file, written(tabs, result.edits)))).toEqual(['7 kept']);
  });

  test('a cell that a person has cleared stays blank; next step and reason are a person’s once one stands there', () => {
    const cleared = plan([later({ amount: 600 })], [tab('Ada', [known({ amount: '' })])]);
    expect([fates(cleared), edits(cleared)]).toEqual([['7 kept'], []]);
    const lost = later({ status: 'lost', next: 'none', reason: 'the price' });
    expect(edits(plan([lost], [tab('Ada', [known()])]))).toEqual(['a existing:k status:  → lost']);
    expect(edits(plan([lost], [tab('Ada', [known({ next: '', moved: '' })])]))).toEqual([
      'a existing:k status:  → lost',
      'a existing:k next:  → none',
      'a existing:k moved:  → the price',
    ]);
    // A next step that the CRM itself had said, and has changed.
    const told = { ...SAID, next: 'visit' };
    const untouched = row('k', CELLS, { sourceId: '7', imported: saidOf(told) });
    expect(edits(plan([{ ...told, next: 'demo' }], [tab('Ada', [untouched])]))).toEqual([
      'a existing:k next: visit → demo',
    ]);
  });

  test('a row from before imports kept count follows the CRM, but a closed one is not opened by “moving”', () => {
    const old = { imported: '' };
    expect(edits(plan([later({ amount: 600 })], [tab('Ada', [known({ amount: 550 }, old)])]))).toEqual([
      'a existing:k amount: 550 → 600',
    ]);
    const closed = plan([SAID], [tab('Ada', [known({ status: 'Won' }, old)])]);
    expect([fates(closed), edits(closed)]).toEqual([['7 kept'], []]);
    expect(fates(plan([SAID], [tab('Ada', [known({ status: 'stuck' }, old)])]))).toEqual(['7 same']);
  });

  test('a formula of a person’s own stays, and is named', () => {
    const result = plan(
      [later({ amount: 900, when: '2026-12-01' })],
      [tab('Ada', [known({}, { formulas: ['amount'] })])],
    );
    expect([edits(result), result.fates[0]?.formulas]).toEqual([
      ['a existing:k when: 2026-11-20 → 2026-12-01'],
      ['amount'],
    ]);
  });

  test('an id of Salesforce is the same with 15 characters and with 18; small and capital letters differ', () => {
    const rows = [row('k', { who: 'Halden' }, { sourceId: '006Kx00000AbC1d' })];
    expect(fates(plan([deal('006Kx00000AbC1dEAF', { name: 'Halden' })], [tab('Ada', rows)]))).toEqual([
      '006Kx00000AbC1dEAF same',
    ]);
    expect(fates(plan([deal('006Kx00000aBC1d', { name: 'Halden' })], [tab('Ada', rows)]))).toEqual([
      '006Kx00000aBC1d new',
    ]);
  });
});

test('while tabs are still being looked at, their people’s deals are pending, wherever they stand by now', () => {
  const file = [deal('1'), deal('2', { owner: 'Ben' }), deal('7', { owner: 'Ben', name: 'Halden', amount: 500 })];
  const owners = { ada: 'a', ben: 'b' };
  const soFar = plan(file, [tab('Ada', [known()])], { owners, pending: new Set(['b']) });
  expect(fates(soFar)).toEqual(['1 new', '2 pending', '7 pending']);
  expect(tally(soFar.fates, { complaints: [], passedOver: 0, filtered: 0 })).toEqual([
    { fate: 'pending', count: 2 },
    { fate: 'new', count: 1 },
  ]);
  expect(soFar.missing).toEqual([]);
  expect(fates(plan(file, [tab('Ada', [known()]), tab('Ben')], { owners }))).toEqual([
    '1 new',
    '2 new',
    '7 handedOver',
  ]);
});

test('unknown deals become rows, the oldest first; one that is closed and was never here does not', () => {
  const file = [
    deal('1', { created: '2026-10-05' }),
    deal('2', { status: 'won' }),
    deal('3', { created: '2026-09-01' }),
  ];
  const result = plan(file, [tab('Ada')]);
  expect(fates(result)).toEqual(['1 new', '2 closedBefore', '3 new']);
  expect(added(result)).toEqual(['a new 3', 'a new 1']);
  expect(added(plan(file, [tab('Ada')], { decisions: { out: [3] } }))).toEqual(['a new 1']);
  expect(added(plan(file, [tab('Ada', [], { sections: ['existing'] })]))).toEqual(['a existing 3', 'a existing 1']);
});

describe('a closed deal that the CRM has open again', () => {
  test('33: is offered for the open month with its story, whatever month its row was closed in', () => {
    const [first, second, third] = [1, 2, 3].map((n) => readFixture(`cases/33-reopened-${n}.csv`).deals);
    const own = { owners: { 'rhea tamm': 'r' } };
    let tabs = [tab('Rhea Tamm')];
    tabs = written(tabs, plan(first!, tabs, own).edits);
    const lost = plan(second!, tabs, own);
    expect([fates(lost), edits(lost)]).toEqual([
      ['1181 changed'],
      [expect.stringMatching(/^r new:\S+ status: {2}→ lost$/), expect.stringMatching(/^r new:\S+ moved: {2}→ Price$/)],
    ]);
    tabs = written(tabs, lost.edits);
    // December begins without it.
    tabs = [{ ...tabs[0]!, month: 202612, rows: [], past: tabs[0]!.rows.map((one) => ({ ...one, month: 202611 })) }];
    const result = plan(third!, tabs, own);
    expect(fates(result)).toEqual(['1181 reopened']);
    expect(result.fates[0]?.other).toEqual({ repId: 'r', name: 'Rhea Tamm', month: 202611, status: 'lost' });
    expect(result.edits[0]?.added).toEqual([
      {
        id: tabs[0]?.past[0]?.id,
        section: 'existing',
        cells: { who: 'Halm\nKiln refit', when: '2027-01-20', amount: 5200, status: '', next: '', moved: '' },
        sourceId: '1181',
        said: expect.anything(),
        life: expect.objectContaining({
          firstMonth: 202611,
          startAmount: '4000',
          startWhen: '2026-11-20',
          story: 'mn',
        }),
      },
    ]);
    expect(fates(plan(third!, written(tabs, result.edits), own))).toEqual(['1181 same']);
    expect(fates(plan(second!, tabs, own))).toEqual(['1181 closedHere']);
  });

  test('in the same month it is opened where an import had closed it; a person’s word stays', () => {
    const closed = later({ status: 'lost' });
    const byImport = row('k', { ...CELLS, status: 'lost' }, { sourceId: '7', imported: saidOf(closed) });
    const result = plan([SAID], [tab('Ada', [byImport])]);
    expect([fates(result), edits(result)]).toEqual([['7 reopened'], ['a existing:k status: lost → ']]);
    const byPerson = plan([SAID], [tab('Ada', [known({ status: 'won' })])]);
    expect([fates(byPerson), edits(byPerson)]).toEqual([['7 kept'], []]);
  });

  test('one that was left behind by decision stays behind', () => {
    const left = { status: 'lost', moved: 'no answer\nLeft behind: no budget' };
    expect(fates(plan([SAID], [tab('Ada', [known(left)])]))).toEqual(['7 leftBehind']);
    const past = [{ ...known(left), month: 202610 }];
    expect(fates(plan([SAID], [tab('Ada', [], { past })]))).toEqual(['7 leftBehind']);
  });
});

describe('a deal that has changed its owner', () => {
  const toBen = later({ owner: 'Ben', amount: 600, next: 'call them' });

  test('goes to the new owner with name, dates, amount, status and story; the old row is closed and keeps what was said', () => {
    const tabs = [tab('Ada', [known({ status: 'closing', moved: 'a call' }, { life: LIFE })]), tab('Ben')];
    const result = plan([toBen], tabs);
    expect(fates(result)).toEqual(['7 handedOver']);
    expect(result.edits.find(({ repId }) => repId === 'b')?.added).toEqual([
      {
        id: 'k',
        section: 'existing',
        cells: { who: 'Halden', when: '2026-11-20', amount: 600, status: 'closing', next: 'call them' },
        sourceId: '7',
        said: expect.anything(),
        life: LIFE,
      },
    ]);
    expect(edits(result)).toEqual([
      'a existing:k status: closing → lost',
      'a existing:k moved: a call → a call\nHanded over to Ben',
    ]);
    const after = written(tabs, result.edits);
    expect(fates(plan([toBen], after))).toEqual(['7 same']);
    // And back to Ada in the same month: her own row is opened again.
    const back = plan([later({ amount: 600 })], after);
    expect(fates(back)).toEqual(['7 handedOver']);
    const home = written(after, back.edits);
    expect(home[0]?.rows[0]?.cells).toMatchObject({ status: 'closing', moved: 'a call', amount: 600 });
    expect(home[1]?.rows[0]?.cells).toMatchObject({ status: 'lost', moved: 'Handed over to Ada' });
    expect(fates(plan([later({ amount: 600 })], home))).toEqual(['7 same']);
  });

  test('where an import was cut off in between, the next one brings it to the new owner all the same', () => {
    const tabs = [tab('Ada', [known({ status: 'closing', moved: 'a call' }, { life: LIFE })]), tab('Ben')];
    const half = written(
      tabs,
      plan([toBen], tabs).edits.filter(({ repId }) => repId === 'a'),
    );
    const result = plan([toBen], half);
    expect([fates(result), edits(result)]).toEqual([['7 handedOver'], []]);
    expect(result.edits[0]?.added).toMatchObject([
      { id: 'k', section: 'existing', life: LIFE, cells: { status: '', amount: 600 } },
    ]);
    expect(fates(plan([toBen], written(half, result.edits)))).toEqual(['7 same']);
  });

  test('what a person changed goes along as it is, and is told', () => {
    const result = plan([toBen], [tab('Ada', [known({ amount: 550 })]), tab('Ben')]);
    expect(result.edits.find(({ repId }) => repId === 'b')?.added[0]?.cells.amount).toBe(550);
    expect(result.fates[0]?.conflicts).toEqual([{ field: 'amount', was: 550, now: 600, isTaken: false }]);
  });

  test('a salesperson’s import proposes it, and writes on no other tab', () => {
    const tabs = [tab('Ada', [known()]), tab('Ben')];
    const asBen = plan([toBen], tabs, { only: 'b' });
    expect([fates(asBen), asBen.edits, asBen.fates[0]?.other?.name]).toEqual([['7 proposed'], [], 'Ada']);
    const asAda = plan([toBen], tabs, { only: 'a' });
    expect([fates(asAda), asAda.edits, asAda.fates[0]?.other?.name]).toEqual([['7 proposed'], [], 'Ben']);
    expect(fates(plan([toBen], [tab('Ada'), tab('Ben')], { only: 'a' }))).toEqual(['7 leftOut']);
  });

  test('a tab that cannot be written keeps it, or is not given it; one of somebody who has left gives it', () => {
    const shut = { obstacle: { why: 'mayNotEdit' } as const };
    const kept = plan([toBen], [tab('Ada', [known()], shut), tab('Ben')]);
    expect([fates(kept), kept.edits, kept.fates[0]?.left]).toEqual([['7 leftOut'], [], { why: 'mayNotEdit' }]);
    const shutOut = plan([toBen], [tab('Ada', [known()]), tab('Ben', [], shut)]);
    expect([fates(shutOut), shutOut.edits]).toEqual([['7 leftOut'], []]);
    const left = plan([toBen], [tab('Ada', [known()], { obstacle: { why: 'hasLeft' } }), tab('Ben')]);
    expect([fates(left), added(left)]).toEqual([['7 handedOver'], ['b new 7']]);
  });

  test('nobody’s deal goes nowhere; where its row stands is told, and the row is not missing', () => {
    for (const [owner, why] of [
      ['', 'noOwner'],
      ['Ruth', 'stranger'],
    ]) {
      const result = plan([later({ owner: owner! }), deal('8')], [tab('Ada', [known()])]);
      expect([fates(result), result.fates[0]?.left, result.fates[0]?.other?.name, result.missing]).toEqual([
        ['7 leftOut', '8 new'],
        { why },
        'Ada',
        [],
      ]);
    }
  });
});

describe('rows whose deals are not in the file any more', () => {
  test('35: are listed and kept, unless a person says of all or of one that they are to go', () => {
    const own = { owners: { 'rhea tamm': 'r' } };
    const [first, second] = [1, 2].map((n) => readFixture(`cases/35-merged-${n}.csv`).deals);
    const tabs = written([tab('Rhea Tamm')], plan(first!, [tab('Rhea Tamm')], own).edits);
    const result = plan(second!, tabs, own);
    expect(fates(result)).toEqual(['1201 same']);
    expect(
      result.missing.map(({ name, rows, looksFiltered }) => [
        name,
        rows.map((one) => one.row.cells.who),
        looksFiltered,
      ]),
    ).toEqual([['Rhea Tamm', ['Halm\nKiln refit (2)'], false]]);
    expect(result.edits).toEqual([]);
    const { key } = tabs[0]!.rows[1]!;
    const gone = [`r ${key} status:  → lost`, `r ${key} moved:  → Left behind: no longer in the CRM`];
    expect(edits(plan(second!, tabs, { ...own, decisions: { missing: 'drop' } }))).toEqual(gone);
    const one = { missingRows: { [missingKey('r', key)]: 'drop' as const } };
    expect(edits(plan(second!, tabs, { ...own, decisions: one }))).toEqual(gone);
    const kept = { missing: 'drop' as const, missingRows: { [missingKey('r', key)]: 'keep' as const } };
    expect(edits(plan(second!, tabs, { ...own, decisions: kept }))).toEqual([]);
  });

  test('where most are missing, the file looks filtered: it is said, and nothing can be dropped', () => {
    const rows = [1, 2, 3, 4, 5].map((n) => row(`k${n}`, { who: `Deal ${n}` }, { sourceId: `${n}` }));
    const result = plan(
      [deal('1')],
      [tab('Ada', rows), tab('Ben', [row('k6', { who: 'Deal 6' }, { sourceId: '6' })])],
      { decisions: { missing: 'drop' } },
    );
    expect(
      result.missing.map(({ name, rows: gone, looksFiltered, known: all }) => [name, gone.length, looksFiltered, all]),
    ).toEqual([['Ada', 4, true, 5]]);
    expect(edits(result)).toEqual([]);
  });

  test('closed rows, rows typed by hand, and deals that the filter holds back are not missing', () => {
    const rows = [
      row('a', { who: 'Won', status: 'won' }, { sourceId: '1' }),
      row('b', { who: 'Typed' }),
      row('c', { who: 'Held back' }, { sourceId: '3' }),
    ];
    expect(plan([deal('9')], [tab('Ada', rows)], { inTable: new Set(['9', '3']) }).missing).toEqual([]);
  });
});

describe('rows typed by hand', () => {
  const typed = (...names: string[]) => names.map((who, n) => row(`t${n}`, { who, amount: n === 0 ? 7 : '' }));

  test('what says the same is taken for the deal: it gets the id, blanks are filled, the person’s words stay', () => {
    const file = [deal('1', { account: 'Harbour & Hale', name: 'Five site rollout', amount: 9, when: '2026-12-01' })];
    const tabs = [tab('Ada', typed('Harbour & Hale'))];
    const result = plan(file, tabs);
    expect(fates(result)).toEqual(['1 changed']);
    expect(edits(result)).toEqual(['a existing:t0 id:  → 1', 'a existing:t0 when:  → 2026-12-01']);
    expect(result.fates[0]?.conflicts.map(({ field, was, now }) => `${field}: ${was} | ${now}`)).toEqual([
      'who: Harbour & Hale | Harbour & Hale\nFive site rollout',
      'amount: 7 | 9',
    ]);
    expect(fates(plan(file, written(tabs, result.edits)))).toEqual(['1 kept']);
    const isNew = plan(file, tabs, { decisions: { twins: { 1: '' } } });
    expect([fates(isNew), added(isNew), isNew.fates[0]?.twins.length]).toEqual([['1 new'], ['a new 1'], 1]);
  });

  test.each([
    ['the same in other letters', 'harbour &  HALE\nfive site rollout', 'changed'],
    ['a dash between', 'Harbour & Hale – Five site rollout', 'changed'],
    ['what it is about, alone', 'Five site rollout', 'changed'],
    ['more words', 'Harbour & Hale: five site rollout, second half', 'changed'],
    ['the same customer, something else', 'Harbour & Hale\nKiln', 'new'],
    ['one letter apart', 'Harbor & Hale – Five site rollout', 'new'],
  ])('%s', (_, who, fate) => {
    const file = [deal('1', { account: 'Harbour & Hale', name: 'Five site rollout' })];
    const [one] = plan(file, [tab('Ada', typed(who))]).fates;
    expect([one?.fate, one?.twins.length]).toEqual([fate, 1]);
  });

  test.each(['Haldenmills', 'Hale', 'rollout of a new site'.slice(0, 7), ''])(
    '“%s” is too little or something else',
    (who) => {
      const file = [deal('1', { account: 'Harbour & Vale', name: 'Five site plan' })];
      expect(plan(file, [tab('Ada', typed(who))]).fates[0]).toMatchObject({ fate: 'new', twins: [] });
    },
  );

  test('where several fit it is asked; said of one, the other is new', () => {
    const file = [deal('4', { account: 'Vantor', name: 'Line 4' }), deal('5', { account: 'Vantor', name: 'Line 5' })];
    const tabs = [tab('Ada', typed('Vantor'))];
    expect([fates(plan(file, tabs)), plan(file, tabs).edits]).toEqual([['4 doubtful', '5 doubtful'], []]);
    const said = plan(file, tabs, { decisions: { twins: { 4: 'existing:t0' } } });
    expect([fates(said), added(said)]).toEqual([['4 changed', '5 new'], ['a new 5']]);
    const two = plan([deal('3', { name: 'Lumen Optik' })], [tab('Ada', typed('Lumen Optik', 'lumen  optik'))]);
    expect([fates(two), two.fates[0]?.twins.length]).toEqual([['3 doubtful'], 2]);
  });

  test('an old deal that is closed is only taken for a row with the very same words', () => {
    const won = deal('1', { account: 'Vantor', name: 'Line 4', status: 'won' });
    expect(fates(plan([won], [tab('Ada', typed('Vantor'))]))).toEqual(['1 closedBefore']);
    expect(fates(plan([won], [tab('Ada', typed('Vantor\nLine 4'))]))).toEqual(['1 changed']);
  });

  test('rows that came in without ids get them from a later file, each its own', () => {
    const named = ['Line 4', 'Line 5'].map((name) =>
      deal(idOfName({ account: 'Vantor', name }), { account: 'Vantor', name }),
    );
    const tabs = written([tab('Ada')], plan(named, [tab('Ada')]).edits);
    const file = named.map((one, n) => ({ ...one, id: `00${n}` }));
    const result = plan(file, tabs);
    expect(edits(result).map((one) => one.replace(/.* id: ~\S+/, 'id'))).toEqual(['id → 000', 'id → 001']);
    const after = written(tabs, result.edits);
    expect([fates(plan(file, after)), fates(plan(named, after))].flat().map((one) => one.split(' ')[1])).toEqual(
      Array(4).fill('same'),
    );
  });
});

test('two thousand deals: once in, a second time nothing, and a later file changes only what differs', () => {
  const file = Array.from({ length: 2000 }, (_, n) =>
    deal(`d${n}`, {
      line: n + 2,
      account: n % 3 === 0 ? `Customer ${n % 50}` : '',
      amount: n % 7 === 0 ? '' : n * 10,
      when: `2026-12-${String(1 + (n % 28)).padStart(2, '0')}`,
      status: n % 20 === 0 ? 'won' : '',
    }),
  );
  const first = plan(file, [tab('Ada')]);
  expect(first.edits[0]?.added.length).toBe(1900);
  const tabs = written([tab('Ada')], first.edits);
  const second = plan(file, tabs);
  expect([second.edits, second.fates.filter(({ fate }) => fate === 'same').length]).toEqual([[], 1900]);
  const changed = file.map((one, n) => (n % 100 === 1 ? { ...one, amount: 1, status: 'won' } : one));
  const third = plan(changed, tabs);
  expect(edits(third)).toHaveLength(40);
  expect(third.fates.filter(({ fate }) => fate === 'changed')).toHaveLength(20);
});
