import { planCarry, STANDARD_STATUSES } from '../../src/core/deal/carry';
import {
  carriedImprint,
  cellDigest,
  cellsDigest,
  type Imprint,
  imprintText,
  NO_IMPRINT,
  readImprint,
} from '../../src/core/deal/imprint';
import { monthRecord } from '../support/month-record';

const wrote: Imprint['wrote'] = {
  by: 'i1',
  isNew: false,
  was: { amount: 500 },
  wasId: '',
  wasSaid: {},
  left: cellsDigest({ amount: 600 }, ['amount']),
};

test('what an import said and wrote comes back as it was; what nobody wrote says nothing', () => {
  const imprint: Imprint = { said: { amount: cellDigest(600), who: cellDigest('Halm\r\nKiln ') }, wrote };
  expect(readImprint(imprintText(imprint))).toEqual(imprint);
  expect(imprint.said.who).toBe(cellDigest('Halm\nKiln'));
  expect(imprintText(NO_IMPRINT)).toBe('');
  for (const text of ['', undefined, 'x', '{"said":', 'null', '7']) expect(readImprint(text)).toEqual(NO_IMPRINT);
});

test('a text too long for the cell cannot be taken back, and is not cut off', () => {
  const long: Imprint = { said: { next: 'a' }, wrote: { ...wrote!, was: { next: 'x'.repeat(40_000) } } };
  expect(readImprint(imprintText(long))).toEqual({ said: { next: 'a' }, wrote: null });
});

test('a new month keeps what the CRM said, and nothing to take back', () => {
  const imported = imprintText({ said: { amount: 'k' }, wrote });
  const item = { id: 'a', cells: { who: 'Halm' }, formulas: [], row: 9, life: null, sourceId: '7', imported };
  const from = monthRecord({ sections: [{ id: 'new', items: [item] }] });
  const [kept] = planCarry(from, { existing: ['existing'], fresh: ['new'] }, STANDARD_STATUSES).kept;
  expect(readImprint(kept?.imported)).toEqual({ said: { amount: 'k' }, wrote: null });
  expect(carriedImprint('')).toBe('');
});
