import type { CellStyle } from '../../../workbench/engine/engine';
import { openBook } from './book';

const full: CellStyle = {
  background: '#f0f0f0',
  fontColor: '#112233',
  fontFamily: 'Arimo',
  fontSize: 12,
  fontWeight: 'bold',
  fontStyle: 'italic',
  fontLine: 'underline',
  horizontalAlignment: 'center',
  verticalAlignment: 'middle',
  wrap: 'WRAP',
  numberFormat: '#,##0',
  border: {
    top: { style: 'SOLID', color: '#000000' },
    bottom: { style: 'DOUBLE', color: '#ff0000' },
    left: { style: 'DASHED', color: '#00ff00' },
    right: { style: 'SOLID_THICK', color: '#0000ff' },
  },
};

test('a look reads back as written; each member goes back to its default alone', async () => {
  const book = await openBook();
  await book.style('B2', full);
  expect(book.styleOf('B2')).toEqual(full);
  for (const key of Object.keys(full) as (keyof CellStyle)[]) {
    if (key === 'border') continue;
    await book.style('B2', { [key]: null });
    expect(book.styleOf('B2')).not.toHaveProperty(key);
    await book.style('B2', { [key]: full[key] });
    expect(book.styleOf('B2')).toEqual(full);
  }
});

test('edges of borders are set and taken away one by one', async () => {
  const book = await openBook();
  await book.style('A1', {
    border: { top: { style: 'SOLID', color: '#000000' }, left: { style: 'DOTTED', color: '#ff0000' } },
  });
  await book.style('A1', { border: { top: null, bottom: { style: 'SOLID_MEDIUM', color: '#123456' } } });
  expect(book.styleOf('A1').border).toEqual({
    left: { style: 'DOTTED', color: '#ff0000' },
    bottom: { style: 'SOLID_MEDIUM', color: '#123456' },
  });
});

test('line-through and underline exclude one another', async () => {
  const book = await openBook();
  await book.style('A1', { fontLine: 'line-through' });
  expect(book.styleOf('A1')).toEqual({ fontLine: 'line-through' });
  await book.style('A1', { fontLine: 'underline' });
  expect(book.styleOf('A1')).toEqual({ fontLine: 'underline' });
  await book.style('A1', { fontLine: 'none' });
  expect(book.styleOf('A1')).toEqual({});
});

test('looks of a block, with gaps; values stay', async () => {
  const book = await openBook();
  await book.set('A1', [[1, 2]]);
  await book.write({
    op: 'styles',
    sheetId: 0,
    row: 1,
    col: 1,
    styles: [
      [{ fontWeight: 'bold' }, null],
      [null, { wrap: 'CLIP' }],
    ],
  });
  expect(book.engine.styles(0, { row: 1, col: 1, rows: 2, cols: 2 })).toEqual([
    [{ fontWeight: 'bold' }, {}],
    [{}, { wrap: 'CLIP' }],
  ]);
  expect(await book.values('A1:B1')).toEqual([[1, 2]]);
});

test('a look on a formula leaves the formula, its result and what it spills', async () => {
  const book = await openBook();
  await book.set('A1', [['=1+1', '=SEQUENCE(2)']]);
  await book.style('A1:B2', { fontWeight: 'bold' });
  await book.write({
    op: 'clear',
    sheetId: 0,
    rect: { row: 1, col: 1, rows: 2, cols: 2 },
    contents: false,
    formats: true,
    validations: false,
    notes: false,
  });
  expect(await book.formula('A1')).toBe('=1+1');
  expect(await book.values('A1:B2')).toEqual([
    [2, 1],
    [null, 2],
  ]);
});

test('several writes into the same cell in one list add up', async () => {
  const book = await openBook();
  await book.write(
    {
      op: 'style',
      sheetId: 0,
      row: 1,
      col: 1,
      rows: 1,
      cols: 1,
      style: { background: '#ffffff', border: { top: { style: 'SOLID', color: '#000000' } } },
    },
    { op: 'cells', sheetId: 0, row: 1, col: 1, cells: [[{ v: 5 }]] },
    {
      op: 'style',
      sheetId: 0,
      row: 1,
      col: 1,
      rows: 1,
      cols: 1,
      style: { background: null, border: { left: { style: 'SOLID', color: '#000000' } } },
    },
  );
  expect(book.styleOf('A1')).toEqual({
    border: { top: { style: 'SOLID', color: '#000000' }, left: { style: 'SOLID', color: '#000000' } },
  });
  expect(await book.value('A1')).toBe(5);
});

test('clear takes what it is told; number formats outlive clearing the formats', async () => {
  const book = await openBook();
  const clear = (what: object) =>
    book.write({
      op: 'clear',
      sheetId: 0,
      rect: { row: 1, col: 1, rows: 5, cols: 5 },
      contents: false,
      formats: false,
      validations: false,
      notes: false,
      ...what,
    });
  await book.set('A1', [[1, '=A1+1']]);
  await book.style('A1:B1', { background: '#ffffff', numberFormat: '0%' });
  await book.write({ op: 'notes', sheetId: 0, row: 1, col: 1, notes: [['hm']] });
  await clear({ contents: true });
  expect(await book.values('A1:B1')).toEqual([[null, null]]);
  expect(book.styleOf('B1')).toEqual({ background: '#ffffff', numberFormat: '0%' });
  await clear({ formats: true });
  expect(book.styleOf('B1')).toEqual({ numberFormat: '0%' });
  expect(book.engine.notes(0, { row: 1, col: 1, rows: 1, cols: 1 })).toEqual([['hm']]);
  await clear({ notes: true });
  expect(book.engine.notes(0, { row: 1, col: 1, rows: 1, cols: 1 })).toEqual([['']]);
});

describe('rich text', () => {
  const runs = [
    { start: 0, end: 4, style: { fontWeight: 'bold' as const } },
    {
      start: 6,
      end: 10,
      style: { fontColor: '#ff0000', fontSize: 14, fontStyle: 'italic' as const, fontLine: 'underline' as const },
    },
  ];
  test('reads back with its runs, lines and all', async () => {
    const book = await openBook();
    const text = 'Next\n: step 😀 done';
    await book.write({ op: 'richText', sheetId: 0, row: 2, col: 2, text, runs });
    expect(book.engine.richText(0, 2, 2)).toEqual({ text, runs });
    expect(await book.value('B2')).toBe(text);
    expect(await book.text('B2')).toBe(text);
    expect(book.engine.richText(0, 1, 1)).toBeNull();
  });
  test('a plain value takes the runs away', async () => {
    const book = await openBook();
    await book.write({ op: 'richText', sheetId: 0, row: 1, col: 1, text: 'Next: step', runs });
    await book.set('A1', 'Next: step');
    expect(book.engine.richText(0, 1, 1)).toEqual({ text: 'Next: step', runs: [] });
    await book.set('A1', 5);
    expect(book.engine.richText(0, 1, 1)).toBeNull();
    await book.set('A1', '="Next"');
    expect(book.engine.richText(0, 1, 1)).toBeNull();
  });
  test('styling the cell leaves text and runs', async () => {
    const book = await openBook();
    await book.write({ op: 'richText', sheetId: 0, row: 1, col: 1, text: 'Next: step', runs: [runs[0]!] });
    await book.style('A1', { background: '#ffffff' });
    expect(book.engine.richText(0, 1, 1)?.text).toBe('Next: step');
    expect(book.engine.richText(0, 1, 1)?.runs).toContainEqual(runs[0]);
  });
});
