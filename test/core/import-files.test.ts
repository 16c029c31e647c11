import { amountStyle } from '../../src/core/import/amounts';
import type { DateOrder } from '../../src/core/shared/days';
import { readFixture, short } from '../support/import-read';

/** Reads a fixture as the sidebar does when nobody corrects anything. `guess`: what the browser's language would say. */
function read(file: string, dateGuess: DateOrder = 'mdy') {
  const { understood, ...rest } = readFixture(file, { context: { dateGuess } });
  return { ...rest, days: understood.dates, money: understood.amounts, stages: understood.stages };
}

test('a Salesforce report: title lines, quoted commas, days with the month first, a doubled deal, a footer', () => {
  const { headings, days, deals, said, stages } = read('salesforce-report.csv', 'dmy');
  expect(headings).toEqual({
    id: 'Opportunity ID',
    name: 'Opportunity Name',
    account: 'Account Name',
    owner: 'Opportunity Owner',
    amount: 'Amount',
    when: 'Close Date',
    stage: 'Stage',
    next: 'Next Step',
    created: 'Created Date',
    modified: 'Last Modified Date',
  });
  expect([days.order, days.sure]).toEqual(['mdy', true]);
  expect(stages.map(({ text, count }) => `${text} ${count}`)).toEqual([
    'Negotiation/Review 2',
    'Proposal/Price Quote 1',
    'Closed Won 1',
    'Closed Lost 1',
    'Qualification 2',
    'Prospecting 2',
  ]);
  expect(deals.map(short)).toEqual([
    '6 / 006Kx00000AbC2e / Spare parts frame / Halden, Vogt & Sons / Mira Oakes / 2026-12-15',
    '7 / 006Kx00000AbC3f / Night desk / Sandoval Hotels / Ben Sorrel / 7250.5 / 2026-10-21 / won',
    '8 / 006Kx00000AbC4g / Cold chain monitoring / Almere Cold Chain / Ben Sorrel / 12400 / 2026-10-05 / lost',
    '9 / 006Kx00000AbC1d / Brackwater Mills - Service, three sites / Brackwater Mills / Mira Oakes / 86500 / 2026-12-04 / Signing on the 4th',
    '10 / 006Kx00000AbC5h / Fleet upgrade "phase 2" / Corrib Ferries / ben SORREL / -1500',
    '11 / 006Kx00000AbC6i / Deck refit / Corrib Ferries / Ben Sorrel / 2027-01-29',
    '12 / 006Kx00000AbC7j / Pilot / Lumen Optik / Ruth Amsel / 3000 / 2027-02-12',
    '13 / 006Kx00000AbC8k / =IMPORTXML("http://example.com","//a") / Vantor Steel / Mira Oakes / 1000 / 2027-01-15 / =HYPERLINK("http://example.com")',
  ]);
  expect(deals.map(({ created }) => created)).toEqual([
    '2026-08-03',
    '2026-05-09',
    '2026-04-02',
    '2026-06-14',
    '2026-10-01',
    '2026-10-01',
    '2026-10-20',
    '2026-10-22',
  ]);
  expect(said).toEqual([
    'Lines 5 and 9 are the same deal (006Kx00000AbC1d); line 9 counts.',
    'Line 10: “13/13/2026” is not a day; it comes in without one.',
    'Line 11: “about 40k” is not an amount; it comes in without one.',
    'Line 15: there is no id; there is no name.',
  ]);
});

test('a HubSpot export: a mark for UTF-8, days with times, a line end in a cell, blank amounts, cells out of step', () => {
  const { headings, days, deals, said } = read('hubspot-deals.csv');
  expect(headings).toEqual({
    id: 'Record ID',
    name: 'Deal Name',
    account: 'Associated Company',
    owner: 'Deal owner',
    amount: 'Amount in company currency',
    when: 'Close Date',
    stage: 'Deal Stage',
    pipeline: 'Pipeline',
    next: 'Next step',
    created: 'Create Date',
    modified: 'Last Modified Date',
  });
  expect([days.sure, days.example]).toEqual([true, '']);
  expect(deals.map(short)).toEqual([
    '2 / 18801340001 / Abel Print – colour line / Abel Print / Mira Oakes (mira@example.com) / 18500 / 2026-11-27 / Ask for the signed copy\nand book the kick-off',
    '5 / 18801340003 / Agran Seeds – dryer / Agran Seeds / Ben Sorrel (ben@example.com) / 42000.75 / 2026-10-09 / won',
    '8 / 18801340006 / Ostwind Glas – line 3 / Ostwind Glas / 27000 / 2026-10-30 / lost',
    '9 / 18801340002 / Adria Boats – winter check / Adria Boats / Mira Oakes (mira@example.com) / 6200 / 2026-12-11',
    '10 / 18801340007 / Halden | Portan / Portan / Lena Vogt / 0 / 2026-12-18',
  ]);
  expect(said).toEqual([
    'Line 6: there is no name.',
    'Line 7: there is no id.',
    'Lines 4 and 9 are the same deal (18801340002); line 9 counts.',
    'Line 11: it has 14 cells, the heading 12; a text with a comma in it needs quotes.',
  ]);
});

test('a Pipedrive export: semicolons, Windows letters, days with dots, decimal commas; the newer of two counts', () => {
  const { headings, days, money, deals, said } = read('pipedrive-deals.csv');
  expect(headings).toEqual({
    id: 'Deal - ID',
    name: 'Deal - Title',
    account: 'Deal - Organization',
    owner: 'Deal - Owner',
    amount: 'Deal - Value',
    currency: 'Deal - Currency',
    when: 'Deal - Expected close date',
    stage: 'Deal - Status',
    next: 'Deal - Next activity subject',
    reason: 'Deal - Lost reason',
    modified: 'Deal - Update time',
  });
  expect([days.order, days.sure, money.decimal, money.sure]).toEqual(['dmy', true, ',', true]);
  expect(deals.map(short)).toEqual([
    '2 / 101 / Müllheizkraftwerk, Wartung / Stadtwerke Größlingen / Zoë Quist / 1234.5 / 2026-11-05 / Rückruf',
    '3 / 102 / Förderband / Kieswerk Öhringen / Zoë Quist / 12000 / 2026-11-28',
    '4 / 103 / Prüfstand; zweite Linie / Motorenbau Süd / Lou Brandt / 480 / 2026-10-30 / won',
    '5 / 104 / Filteranlage / Papier Nord / Lou Brandt / 7750 / 2026-10-12 / lost / Preis, Mitbewerber war billiger',
    '7 / 105 / Kaltlager / Molkerei West / Lou Brandt',
    '9 / 107 / Kran / Hafen / 2500000 / 2026-12-04',
  ]);
  expect(said).toEqual([
    'Lines 3 and 6 are the same deal (102); line 3 counts.',
    'Line 7: “31.02.2027” is not a day; it comes in without one.',
    'Line 8: a quote opens here and never closes.',
  ]);
});

test('the plain sample: the product stands for the name, blank days and amounts', () => {
  const { headings, deals, said } = read('plain-pipeline.csv');
  expect(headings).toEqual({
    id: 'opportunity_id',
    name: 'product',
    account: 'account',
    owner: 'sales_agent',
    amount: 'close_value',
    when: 'close_date',
    stage: 'deal_stage',
    created: 'engage_date',
  });
  expect(deals.map(short)).toEqual([
    '2 / QA7X01AA / Plus Basic / Brackwater / Mira Oakes / 1054 / 2026-09-11 / won',
    '4 / QA7X03CC / Special / Ben Sorrel',
    '5 / QA7X04DD / Basic / Codrill / Mira Oakes / 0 / 2026-10-09 / lost',
    '6 / QA7X02BB / Pro / Tessel / Ben Sorrel / 4514 / 2026-11-20',
  ]);
  expect(said).toEqual(['Lines 3 and 6 are the same deal (QA7X02BB); line 6 counts.', 'Line 7: there is no name.']);
});

test('days and amounts that can be read in two ways are asked about, with a guess', () => {
  const english = read('ambiguous.tsv', 'dmy');
  expect([english.days, english.money]).toEqual([
    { order: 'dmy', sure: false, example: '03/11/2026' },
    { decimal: '.', sure: false, example: '1,250' },
  ]);
  expect(english.deals.map(short)).toEqual([
    '2 / 7 / Portan / Mira Oakes / 12000 / 2026-11-03 / stuck',
    '3 / 8 / Halden / Mira Oakes / 1250 / 2026-12-04 / won',
    '4 / 9 / Lumen / Mira Oakes / 2026-12-12',
    '5 / 10 / Ahorn / Mira Oakes / 2027-01-12',
  ]);
  expect(english.said).toEqual([]);
  // Whatever the reader's language: three digits after the mark are thousands.
  for (const guess of ['.', ','] as const) {
    expect(amountStyle(['1,250'], guess)).toEqual({ decimal: '.', sure: false, example: '1,250' });
    expect(amountStyle(['1.250'], guess)).toEqual({ decimal: ',', sure: false, example: '1.250' });
  }
  expect(read('ambiguous.tsv', 'mdy').deals.map(({ when }) => when)).toEqual([
    '2026-03-11',
    '2026-04-12',
    '2026-12-12',
    '2027-01-12',
  ]);
});
