import { STANDARD_STATUSES } from '../../src/core/deal/carry';
import { findColumns, type ImportField } from '../../src/core/import/columns';
import { decodeEntities } from '../../src/core/import/entities';
import { filterDeals, NO_FILTER } from '../../src/core/import/filter';
import { answersFrom, memoryOf } from '../../src/core/import/memory';
import { matchOwner, ownersOf } from '../../src/core/import/owners';
import { roundedId } from '../../src/core/import/rounded-ids';
import { meaningOf } from '../../src/core/import/stages';
import { decodeFile, sampleWords } from '../../src/sidebar/import/bytes';
import { readBytes } from '../support/import-read';

const PEOPLE = [
  { id: 'm', name: 'Mira Oakes', email: 'mira.oakes@example.com' },
  { id: 's', name: 'Seán O’Rahl', email: 'sean@example.com' },
  { id: 'z', name: 'Zoë van der Berg', email: '' },
  { id: 'j', name: 'Jürgen Groß', email: '' },
];

/** Which heading each field is found in, by the headings alone. */
function fieldsOf(heading: string[]): Partial<Record<ImportField, string>> {
  const { columns } = findColumns({ heading, lines: [] }, []);
  return Object.fromEntries((Object.keys(columns) as ImportField[]).map((field) => [field, heading[columns[field]!]]));
}

describe('headings as CRMs export them: id, name, customer, owner, amount, close date, stage', () => {
  const FIELDS = ['id', 'name', 'account', 'owner', 'amount', 'when', 'stage'] as const;

  test.each([
    ['Salesforce report', 'Opportunity ID|Opportunity Name|Account Name|Opportunity Owner|Amount|Close Date|Stage'],
    ['Salesforce API', 'Id|Name|Account.Name|Owner.Name|Amount|CloseDate|StageName'],
    [
      'Salesforce, German',
      'Opportunity-ID|Opportunity-Name|Accountname|Opportunity-Inhaber|Betrag|Schlusstermin|Phase',
    ],
    [
      'Salesforce, Spanish',
      'Id. de la oportunidad|Nombre de la oportunidad|Nombre de la cuenta|Propietario de oportunidad|Importe|Fecha de cierre|Etapa',
    ],
    [
      'Salesforce, Italian',
      'ID opportunità|Nome opportunità|Nome account|Titolare opportunità|Importo|Data chiusura|Fase',
    ],
    ['Salesforce, Dutch', 'Opportunity-ID|Opportunitynaam|Accountnaam|Eigenaar opportunity|Bedrag|Sluitingsdatum|Fase'],
    ['HubSpot', 'Record ID|Deal Name|Associated Company|Deal owner|Amount|Close Date|Deal Stage'],
    [
      'HubSpot, French',
      'ID de la fiche d’informations|Nom de la transaction|Entreprise associée|Propriétaire de la transaction|Montant|Date de fermeture|Phase de la transaction',
    ],
    [
      'HubSpot, Spanish',
      'ID de registro|Nombre del negocio|Empresa asociada|Propietario del negocio|Valor|Fecha de cierre|Etapa del negocio',
    ],
    [
      'HubSpot, Italian',
      'ID record|Nome trattativa|Azienda associata|Proprietario della trattativa|Importo|Data di chiusura|Fase della trattativa',
    ],
    ['HubSpot, Dutch', 'Record-ID|Dealnaam|Gekoppeld bedrijf|Dealeigenaar|Bedrag|Sluitingsdatum|Dealfase'],
    [
      'Dynamics',
      '(Do Not Modify) Opportunity|Topic|Potential Customer|Owner|Est. Revenue|Est. Close Date|Pipeline Phase',
    ],
    ['Dynamics API', 'opportunityid|name|parentaccountid|ownerid|estimatedvalue|estimatedclosedate|stepname'],
    [
      'Pipedrive',
      'Deal - ID|Deal - Title|Deal - Organization|Deal - Owner|Deal - Value|Deal - Expected close date|Deal - Stage',
    ],
    ['Zoho', 'Record Id|Deal Name|Account Name|Deal Owner|Amount|Closing Date|Stage'],
    ['Freshsales', 'Id|Deal name|Sales account|Sales owner|Deal value|Expected close date|Deal stage'],
    ['Close', 'id|name|lead_name|user_name|value|date_won|status_label'],
    ['Copper', 'Copper ID|Name|Company|Owned By|Value|Close Date|Stage'],
    ['Bitrix24', 'ID|Deal Name|Company|Responsible person|Income|Expected close date|Stage'],
    ['Bitrix24, Russian', 'ID|Название сделки|Компания|Ответственный|Сумма|Предполагаемая дата закрытия|Стадия сделки'],
    ['amoCRM', 'ID|Название сделки|Компания|Ответственный|Бюджет|Дата закрытия|Этап сделки'],
    ['SugarCRM', 'ID|Opportunity Name|Account Name|Assigned User|Likely|Expected Close Date|Sales Stage'],
    ['vtiger', 'ID|Opportunity Name|Organization Name|Assigned To|Amount|Expected Close Date|Sales Stage'],
    ['monday', 'Item ID|Name|Accounts|Owner|Deal Value|Expected Close Date|Stage'],
    ['Odoo', 'External ID|Opportunity|Customer|Salesperson|Expected Revenue|Expected Closing|Stage'],
    ['Odoo API', 'id|name|partner_id|user_id|expected_revenue|date_deadline|stage_id'],
    [
      'Portuguese',
      'ID do registro|Nome da oportunidade|Nome da conta|Proprietário da oportunidade|Valor|Data de fechamento|Fase',
    ],
  ])('%s', (_crm, text) => {
    const heading = text.split('|');
    const found = fieldsOf(heading);
    expect(FIELDS.map((field) => found[field])).toEqual([
      // Where a heading is no id in so many words, the deal is known by its name.
      text.includes('fiche d’informations') ? undefined : heading[0],
      ...heading.slice(1),
    ]);
  });
});

describe('stages', () => {
  const read = (stage: string) => {
    const { status, sure } = meaningOf(stage, STANDARD_STATUSES);
    return `${status || 'moving'}${sure ? '' : '?'}`;
  };

  test.each([
    ['won', ['Closed Won', 'closedwon', 'CLOSED_WON', 'Won', '6 - Closed Won (100 %)', 'C4:WON', 'Deal won', 'Sold']],
    ['won', ['Gewonnen', 'Abgeschlossen und gewonnen', 'Fermée gagnée', 'Cierre ganado', 'Negócio fechado']],
    ['won', ['Chiuso vinto', 'Trattativa vinta', 'Gesloten en gewonnen', 'Сделка успешна', 'Успешно реализовано']],
    ['lost', ['Closed Lost', 'closedlost', 'LOSE', 'C2:LOSE', 'Dead', 'Closed - Not Won', 'Closed Lost: no budget']],
    ['lost', ['Verloren', 'Abgeschlossen und verloren', 'Perdue', 'Cierre perdido', 'Negócio perdido', 'Chiusa persa']],
    ['lost', ['Gesloten en verloren', 'Сделка провалена', 'Закрыто и не реализовано']],
    ['lost?', ['Not Won', 'nicht gewonnen', 'Abandoned', 'Storniert', 'Annulé', 'Cancelado', 'Отказ', 'Lost - price']],
    ['won?', ['Closed', 'Contract signed', 'Beauftragt', 'Firmado', 'Getekend']],
    ['moving?', ['Lost contact', 'Verbally won', 'Won back / in discussion', 'not lost', '1234567']],
    [
      'moving',
      ['Proposal', "Won't decide", 'Won’t decide', 'qualifiedtobuy', 'Angebot', 'Wonderful lead', 'Lostwithiel'],
    ],
  ])('%s: %j', (meaning, stages) => {
    expect(stages.map((stage) => [stage, read(stage)])).toEqual(stages.map((stage) => [stage, meaning]));
  });

  test('a status of Setup by its name, whatever else it sounds like', () => {
    expect(meaningOf('Closed', [{ word: 'closed', closes: true, won: false }])).toEqual({
      status: 'closed',
      sure: true,
    });
  });
});

describe('owners', () => {
  test.each([
    [
      'm',
      ['Mira Oakes', 'MIRA  OAKES', 'Oakes, Mira', 'mira.oakes@example.com', 'Mira Oakes (deactivated)', 'mira.oakes'],
    ],
    ['m', ['Someone Else (mira.oakes@example.com)', 'Mira Oakes - inactive', 'Mira Oakes (deaktiviert)']],
    ['s', ["Seán O'Rahl", 'Sean ORahl', "O'Rahl, Sean"]],
    ['z', ['Zoe van der Berg', 'ZOË VAN DER BERG']],
    ['j', ['Jurgen Gross', 'Jürgen Gross']],
  ])('surely %s: %j', (id, owners) => {
    expect(owners.map((owner) => [owner, matchOwner(owner, PEOPLE)])).toEqual(
      owners.map((owner) => [owner, { is: 'person', id }]),
    );
  });

  test.each([
    ['m', ['moakes', 'M. Oakes', 'Mira O.', 'Mira Jane Oakes', 'Mira Oaks', 'Oakes Mira', 'mira']],
    ['z', ['Zoë Berg']],
  ])('perhaps %s: %j', (id, owners) => {
    expect(owners.map((owner) => [owner, matchOwner(owner, PEOPLE)])).toEqual(
      owners.map((owner) => [owner, { is: 'perhaps', ids: [id] }]),
    );
  });

  test('keys of users, strangers, and nobody', () => {
    const kinds = (owners: string[]) => owners.map((owner) => matchOwner(owner, PEOPLE).is);
    expect(kinds(['0058d000001AbCd', '0058d000001AbCdEAF', '48213377'])).toEqual(['userId', 'userId', 'userId']);
    expect(kinds(['Ruth Amsel', 'Mirabel Oakenshaw', 'Oakes Ltd.'])).toEqual(['stranger', 'stranger', 'stranger']);
    expect(kinds(['', ' - ', 'Unassigned', 'Nicht zugewiesen', 'Не назначен', 'N/A'])).toEqual(Array(6).fill('none'));
  });

  test('two of one name are not guessed at, and those without an owner are counted once', () => {
    const twins = [
      { id: '1', name: 'Ana Ruiz', email: 'a@example.com' },
      { id: '2', name: 'Ana Ruíz', email: 'b@example.com' },
    ];
    expect(matchOwner('ANA RUIZ', twins)).toEqual({ is: 'perhaps', ids: ['1', '2'] });
    expect(
      ownersOf(['Mira Oakes', '', 'mira oakes', 'Unassigned'], PEOPLE).map(({ key, count }) => [key, count]),
    ).toEqual([
      ['mira oakes', 2],
      ['', 2],
    ]);
  });
});

describe('letters of a file', () => {
  const bytes = (text: string, table: Record<string, number>) =>
    Uint8Array.from([...text].map((char) => (char.charCodeAt(0) < 128 ? char.charCodeAt(0) : (table[char] as number))));
  const wide = (text: string, isBig: boolean) => {
    const little = Buffer.from(text, 'utf16le');
    return isBig ? little.swap16() : little;
  };
  const HEAD = 'Deal ID,Deal name,Owner,Amount,Close date,Stage\n';

  test.each([
    ['UTF-8', Buffer.from(`${HEAD}1,Süd,Zoë,5,2026-12-01,Won`), 'utf-8', 'Süd'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${HEAD}1,Süd,Zoë,5,2026-12-01,Won`), 'utf-8', 'Süd'],
    ['UTF-16 without a mark', wide(`${HEAD}1,Süd,Zoë,5,2026-12-01,Won`, false), 'utf-16le', 'Süd'],
    ['UTF-16, the other way round', wide(`${HEAD}1,Süd,Zoë,5,2026-12-01,Won`, true), 'utf-16be', 'Süd'],
    ['UTF-16 in Cyrillic', wide(`${HEAD}1,Печь,Ада,5,2026-12-01,Won`, false), 'utf-16le', 'Печь'],
    [
      'Windows-1252',
      bytes(`${HEAD}1,Süd groß,Zoë,5,2026-12-01,Won`, { ü: 0xfc, ß: 0xdf, ë: 0xeb }),
      'windows-1252',
      'Süd groß',
    ],
    [
      'Windows-1250',
      bytes(`${HEAD}1,Żółta łąka,Świt,5,2026-12-01,Won`, { Ż: 0xaf, ó: 0xf3, ł: 0xb3, ą: 0xb9, Ś: 0x8c }),
      'windows-1250',
      'Żółta łąka',
    ],
    [
      'Windows-1251',
      bytes(`${HEAD}1,Печь новая,Ада,5,2026-12-01,Won`, {
        П: 0xcf,
        е: 0xe5,
        ч: 0xf7,
        ь: 0xfc,
        н: 0xed,
        о: 0xee,
        в: 0xe2,
        а: 0xe0,
        я: 0xff,
        А: 0xc0,
        д: 0xe4,
      }),
      'windows-1251',
      'Печь новая',
    ],
  ])('%s', (_name, file, encoding, name) => {
    const read = readBytes(file);
    expect([read.file.encoding, read.file.doubt, read.file.broken, read.deals[0]?.name]).toEqual([
      encoding,
      [],
      0,
      name,
    ]);
  });

  test('letters that two code pages have are a question, with samples; what reads the same is none', () => {
    const doubtful = bytes(`${HEAD}1,Rene Mu\u00f1oz,X,5,2026-12-01,Won`, { '\u00f1': 0xf1 });
    const { doubt } = decodeFile(doubtful);
    expect(doubt.map((encoding) => sampleWords(doubtful, encoding))).toEqual([['Muñoz'], ['Muńoz']]);
    expect(decodeFile(bytes('Süd, groß', { ü: 0xfc, ß: 0xdf })).doubt).toEqual([]);
  });

  test('entities by name and number; what is none stays', () => {
    expect(decodeEntities('O&#039;Dell &amp; S&ouml;hne &#x20AC; &hellip;')).toBe("O'Dell & Söhne € …");
    expect(decodeEntities('R&D; A&B &unknown; &#0; &#55296; 5 < 6')).toBe('R&D; A&B &unknown; &#0; &#55296; 5 < 6');
  });
});

test('ids that a spreadsheet program has rounded', () => {
  const lines = (...ids: (string | number)[]) => ids.map((id, n) => ({ line: n + 2, cells: [id] }));
  expect(roundedId(lines('1.88E+10'), 0)).toBe('1.88E+10');
  expect(roundedId(lines('1,88013E+10', '17'), 0)).toBe('1,88013E+10');
  expect(roundedId(lines('1880134000123450000', '1880134000123460000'), 0)).toBe('1880134000123450000');
  expect(roundedId(lines(1880134000123450000), 0)).toBe('1880134000123450000');
  expect(roundedId(lines('1880134000123456789', '1880134000123450000'), 0)).toBe('');
  expect(roundedId(lines('18801340001', '006Kx00000AbC1d', '12E4'), 0)).toBe('');
  expect(roundedId(lines('1.88E+10'), undefined)).toBe('');
});

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
