import { STANDARD_STATUSES } from '../../src/core/deal/carry';
import { whoOf } from '../../src/core/import/deal';
import { matchOwner } from '../../src/core/import/owners';
import { type ReadOptions, readBytes, readFixture } from '../support/import-read';

/**
 * Small exports with one trap each, and what is right. 33 and 35 (a deal's later life over several files) are tested
 * where imports are planned.
 */
const read = (name: string, options: ReadOptions = {}) => readFixture(`cases/${name}.csv`, options);
const column = (name: string, field: 'amount' | 'when' | 'status' | 'name', options: ReadOptions = {}) =>
  read(name, options).deals.map((deal) => [deal.id, deal[field]]);

const PEOPLE = [
  { id: 'r', name: 'Rhea Tamm', email: 'rhea@example.com' },
  { id: 's', name: 'Seán O’Rahl', email: '' },
  { id: 'z', name: 'Zoë Tamm', email: '' },
];

describe('every column is found by its heading', () => {
  test.each([
    [
      '02-hubspot-internal-stages',
      { id: 'hs_object_id', name: 'dealname', amount: 'amount', when: 'closedate', stage: 'dealstage' },
    ],
    [
      '14-id-headings',
      {
        id: 'OpportunityID',
        name: 'OpportunityName',
        account: 'AccountName',
        owner: 'OpportunityOwner',
        amount: 'Est. Revenue',
        when: 'Est. Close Date',
        stage: 'Sales Stage',
      },
    ],
    [
      '15-brazil-hubspot',
      {
        id: 'Record ID',
        name: 'Nome do negócio',
        owner: 'Proprietário do negócio',
        amount: 'Valor',
        when: 'Data de fechamento',
        stage: 'Etapa do negócio',
      },
    ],
    [
      '16-german-hubspot',
      {
        id: 'Datensatz-ID',
        name: 'Deal-Name',
        owner: 'Zuständiger Mitarbeiter für Deal',
        amount: 'Betrag',
        when: 'Abschlussdatum',
        stage: 'Deal-Phase',
      },
    ],
    [
      '17-french-salesforce',
      {
        id: "ID de l'opportunité",
        name: "Nom de l'opportunité",
        account: 'Nom du compte',
        owner: "Propriétaire de l'opportunité",
        amount: 'Montant',
        when: 'Date de clôture',
        stage: 'Étape',
      },
    ],
    [
      '27-converted-amount',
      {
        id: 'Opportunity ID',
        name: 'Opportunity Name',
        owner: 'Opportunity Owner',
        currency: 'Amount (converted) Currency',
        amount: 'Amount (converted)',
        when: 'Close Date',
        stage: 'Stage',
      },
    ],
    [
      '32-owner-heading',
      {
        id: 'Deal ID',
        name: 'Deal name',
        owner: 'Sales owner',
        amount: 'Deal value',
        when: 'Expected close date',
        stage: 'Deal stage',
      },
    ],
    [
      '30-no-id-column',
      {
        owner: 'Opportunity Owner',
        account: 'Account Name',
        name: 'Opportunity Name',
        stage: 'Stage',
        amount: 'Amount',
        when: 'Close Date',
        created: 'Created Date',
        next: 'Next Step',
      },
    ],
  ])('%s', (name, headings) => {
    expect(read(name).headings).toEqual(headings);
  });

  test('what is read below them', () => {
    expect(read('15-brazil-hubspot').deals).toMatchObject([
      { id: '1051', name: 'Forno', amount: 4000.5, status: 'won' },
    ]);
    expect(read('15-brazil-hubspot').understood.dates).toMatchObject({ sure: false, example: '05/12/2026' });
    expect(read('16-german-hubspot').deals).toMatchObject([{ amount: 4000.5, when: '2026-12-05', status: 'won' }]);
    expect(read('17-french-salesforce', { answers: { dates: 'dmy' } }).deals).toMatchObject([
      { id: '006Kx00000AbC1d', account: 'Halm', amount: 4000.5, when: '2026-12-05', status: 'won' },
    ]);
    expect(read('27-converted-amount').deals).toMatchObject([{ amount: 4000 }]);
    expect(read('27-converted-amount').understood.currencies).toEqual([{ currency: 'EUR', count: 1 }]);
  });
});

test('a likely column that is not there is asked for', () => {
  expect(read('02-hubspot-internal-stages').asked).toEqual([['owner', 'missing']]);
  expect(read('18-currency-in-heading').asked).toEqual([['amount', 'several', 'Amount (EUR)', 'Amount (USD)']]);
  expect(column('18-currency-in-heading', 'amount', { answers: { columns: { amount: 4 } } })).toEqual([['1071', 4400]]);
});

test('of two columns the one whose words say won and lost is the stage', () => {
  expect(read('19-status-beside-stage').headings.stage).toBe('Stage');
  expect(column('19-status-beside-stage', 'status')).toEqual([
    ['1081', 'won'],
    ['1082', ''],
    ['1083', 'lost'],
  ]);
});

describe('stages by meaning', () => {
  const outcomes = (name: string) =>
    read(name).understood.stages.map(({ text, status, sure }) => [text, status, ...(sure ? [] : ['asked'])]);

  test('as CRMs spell them', () => {
    expect(outcomes('02-hubspot-internal-stages')).toEqual([
      ['closedwon', 'won'],
      ['closedlost', 'lost'],
      ['qualifiedtobuy', ''],
    ]);
    expect(outcomes('03-stage-spellings')).toEqual([
      ['CLOSED_WON', 'won'],
      ['ClosedLost', 'lost'],
      ['Not Won', 'lost', 'asked'],
      ['Closed - Not Won', 'lost'],
      ['Negócio perdido', 'lost'],
      ['Ganado', 'won'],
      ['Perdue', 'lost'],
      ['Gagné', 'won'],
      ['Ganho', 'won'],
      ['Abandoned', 'lost', 'asked'],
      ['Win', 'won'],
      ['Closed Won', 'won'],
    ]);
  });

  test('what only sounds like it is never closed without a word', () => {
    expect(outcomes('26-stage-has-status-word')).toEqual([
      ['Closing', 'closing'],
      ['Lost contact - retry', '', 'asked'],
      ["Won't decide this year", ''],
      ['Verbally won - awaiting PO', '', 'asked'],
      ['Won back / in discussion', '', 'asked'],
    ]);
  });
});

describe('amounts', () => {
  test.each([
    ['05-lakh-grouping', [125000, 1250000, 45000]],
    ['09-negative-forms', [-1200, -1200, -1200, -1200, -1200, '', -1200]],
    ['10-blank-markers', [4000, 900, '', '', 500, 500]],
    ['28-amount-and-company-currency', [28900, 900]],
  ])('%s', (name, amounts) => {
    const { deals, said } = read(name);
    expect([deals.map(({ amount }) => amount), said]).toEqual([amounts, []]);
  });

  test('every notation is an amount; which mark parts the decimals is asked where a file has both', () => {
    const { deals, understood, said } = read('11-short-amounts', { answers: { otherCurrencies: 'blank' } });
    expect(said).toEqual([]);
    expect(deals.map(({ amount }) => amount)).toEqual([
      1500000, 12000, 2400000000, 12000, 1500000, 30000, 12000, 1234.56, 12500, 1234.5, 1234.5, 1, 45000, 12500,
    ]);
    expect(understood.amounts.sure).toBe(false);
  });

  test('“30 mil” is a thousand or a million: headings or the spreadsheet’s language tell it, else it comes in blank', () => {
    const amounts = (heading: string, context = {}) => {
      const text = [heading, '1;Horno;30 mil €;2026-12-05;A', '2;Forno;R$ 12,5 mil;2026-12-05;A'].join('\n');
      const { deals, said } = readBytes(Buffer.from(text), { context });
      return [deals.map(({ amount }) => amount), said];
    };
    const english = 'Deal ID;Deal name;Amount;Close date;Stage';
    const said = ['Line 2: “30 mil €” is not an amount; it comes in without one.'];
    expect(amounts(english)).toEqual([['', 12500], said]);
    expect(amounts(english, { language: 'es-MX' })).toEqual([[30000, 12500], []]);
    expect(amounts('ID;Nombre del negocio;Importe;Fecha de cierre;Etapa')).toEqual([[30000, 12500], []]);
    expect(amounts('ID;Nome do negócio;Valor;Data de fechamento;Etapa')).toEqual([[30000, 12500], []]);
  });

  test('several currencies are named and never added up', () => {
    const mixed = read('04-mixed-currencies');
    expect([mixed.understood.asksCurrency, mixed.understood.currencies]).toEqual([
      true,
      [
        { currency: 'EUR', count: 1 },
        { currency: 'USD', count: 1 },
        { currency: 'JPY', count: 1 },
      ],
    ]);
    const euros = read('04-mixed-currencies', { answers: { currency: 'EUR' } });
    expect(euros.deals.map(({ amount }) => amount)).toEqual([50000, '', '']);
    expect(euros.said).toEqual([
      'Line 3: “$50,000.00” is in USD; it comes in without an amount.',
      'Line 4: “¥5,000,000” is in JPY; it comes in without an amount.',
    ]);
    const out = read('04-mixed-currencies', { answers: { currency: 'EUR', otherCurrencies: 'out' } });
    expect([out.deals.map(({ id }) => id), out.said]).toEqual([
      ['941'],
      ['Line 3: the amount is in USD.', 'Line 4: the amount is in JPY.'],
    ]);
    expect(read('28-amount-and-company-currency').understood.asksCurrency).toBe(false);
  });
});

describe('days', () => {
  test('time stamps are days of the spreadsheet’s zone', () => {
    expect(column('01-utc-close-date', 'when')).toEqual([
      ['901', '2026-11-01'],
      ['902', '2026-11-30'],
      ['903', '2026-11-15'],
    ]);
  });

  test('in other languages, as a sheet’s count, as time stamps; a month alone is no day', () => {
    const { deals, said } = read('12-other-month-names');
    expect(deals.map(({ when }) => when)).toEqual([
      '2026-12-05',
      '2026-12-12',
      '2026-12-12',
      '2026-03-01',
      '2025-12-31',
      '2026-12-05',
      '',
      '2026-12-05',
      '2026-12-05',
      '2026-12-05',
    ]);
    expect(said).toEqual(['Line 8: “2026-12” is no single day; it comes in without one.']);
  });

  test('blank marks', () => {
    expect(column('10-blank-markers', 'when').map(([, when]) => when)).toEqual(['', '', '2026-12-01', '', '', '']);
  });
});

describe('bytes and quotes', () => {
  test('entities are characters, and owners are known by them', () => {
    const [deal] = read('07-html-entities').deals;
    expect(deal).toMatchObject({ name: 'Kiln & loom refit', account: "O'Dell & Sons", owner: "Seán O'Rahl" });
    expect(matchOwner(deal!.owner, PEOPLE)).toEqual({ is: 'person', id: 's' });
  });

  test('one bad byte costs one character', () => {
    const { file, deals } = read('08-one-bad-byte');
    expect([file.encoding, file.broken, file.doubt]).toEqual(['utf-8', 1, []]);
    expect(deals.map(({ name, owner }) => [name, owner])).toEqual([
      ['Förderband Süd', 'Zoë Tamm'],
      ['Prüfstand \ufffd', 'Zoë Tamm'],
    ]);
  });

  test('Windows-1252 with the sign for the euro', () => {
    expect(read('16-german-hubspot').file).toMatchObject({ encoding: 'windows-1252', doubt: [] });
    expect(read('17-french-salesforce').file).toMatchObject({ encoding: 'windows-1252', doubt: [] });
  });

  test('a quote by backslash beside doubled ones and a lone one', () => {
    const { deals, said } = read('23-backslash-quotes');
    expect([deals.map(({ name }) => name), said]).toEqual([
      ['Monitor 32", wall mount', 'Fence 6" post', 'Kiln "Big"'],
      [],
    ]);
  });
});

describe('ids', () => {
  test('rounded ones stop the import', () => {
    expect(read('06-ids-rounded-by-excel').understood.roundedId).toBe('1.88013E+10');
    expect(read('01-utc-close-date').understood.roundedId).toBe('');
  });

  test('without ids a deal is known by customer and name, the same one each time', () => {
    const { deals, said } = read('30-no-id-column');
    expect(deals).toMatchObject([
      { name: 'Kiln refit', account: 'Halm', amount: 4000, when: '2026-12-18', status: '' },
    ]);
    expect(deals[0]?.id).toMatch(/^~\w{8,}$/);
    expect(read('30-no-id-column').deals[0]?.id).toBe(deals[0]?.id);
    expect(said).toEqual([]);
  });
});

test('the customer stays where the deal’s name only holds its letters', () => {
  expect(read('13-customer-inside-name').deals.map(whoOf)).toEqual([
    'ING\nTraining package',
    'Ark\nMarketing suite',
    'Kiln refit for Halm',
  ]);
});

test('a table of 146 columns is read whole', () => {
  const { headings, deals } = readFixture('cases/36-tab-140-columns.tsv');
  expect(headings).toMatchObject({ amount: 'Amount', when: 'Close date', stage: 'Stage' });
  expect(deals[0]).toMatchObject({ id: '1211', name: 'Kiln refit' });
  expect(STANDARD_STATUSES.length).toBe(5);
});
