import { openBook } from './book';

test('literals keep their type; null and an empty text clear', async () => {
  const book = await openBook();
  await book.set('A1', [['00123', 42, true, false, 0, 'TRUE', '=not a formula?'.slice(1)]]);
  expect(await book.values('A1:H1')).toEqual([['00123', 42, true, false, 0, 'TRUE', 'not a formula?', null]]);
  await book.set('A1', [[null, '', { v: null }, {}]]);
  expect(await book.values('A1:E1')).toEqual([[null, null, null, false, 0]]);
});

test('a literal removes a formula, and a formula a literal', async () => {
  const book = await openBook();
  await book.set('A1', '=1+1');
  await book.set('A1', 5);
  expect(await book.formula('A1')).toBe('');
  await book.set('A1', '=2+2');
  expect(await book.value('A1')).toBe(4);
});

test('formulas give numbers, texts, booleans and errors', async () => {
  const book = await openBook();
  await book.set('A1', [['=1/0', '=NA()', '=NOSUCH()', '="a"&1', '=1=1', '="5"', '=VALUE("x")', '=A9', '=SQRT(-1)']]);
  expect(await book.values('A1:I1')).toEqual([
    ['#DIV/0!', '#N/A', '#NAME?', 'a1', true, '5', '#VALUE!', null, '#NUM!'],
  ]);
});

test('a formula that did not parse keeps its text and shows #ERROR!, until it is typed over', async () => {
  const book = await openBook({ locale: 'de_DE' });
  await book.set('A1', { unparsable: '=SUM(B1,B2)' });
  expect(await book.engine.read(0, { row: 1, col: 1, rows: 1, cols: 1 })).toEqual([
    [{ v: '#ERROR!', f: '=SUM(B1,B2)', unparsable: true }],
  ]);
  expect(await book.text('A1')).toBe('#ERROR!');
  await book.set('A1', 7);
  expect(await book.engine.read(0, { row: 1, col: 1, rows: 1, cols: 1 })).toEqual([[{ v: 7, f: '' }]]);
});

test('array formulas spill, give way, and come back', async () => {
  const book = await openBook();
  await book.set('A1', '=SEQUENCE(3)*2');
  await book.set('C1', '=SUM(A1:A3)');
  expect(await book.values('A1:A4')).toEqual([[2], [4], [6], [null]]);
  expect(await book.value('C1')).toBe(12);
  expect(book.engine.sheets()[0]).toMatchObject({ lastRow: 3, lastCol: 3 });
  await book.set('A2', 'in the way');
  expect(await book.values('A1:A3')).toEqual([['#REF!'], ['in the way'], [null]]);
  await book.set('A2', null);
  expect(await book.values('A1:A3')).toEqual([[2], [4], [6]]);
  expect(await book.value('C1')).toBe(12);
});

test('a spill that grows reaches formulas that read the new cells', async () => {
  const book = await openBook();
  await book.set('A1', 2);
  await book.set('B1', '=SEQUENCE(A1)');
  await book.set('C1', '=SUM(B3:B9)');
  expect(await book.value('C1')).toBe(0);
  await book.set('A1', 4);
  expect(await book.value('C1')).toBe(7);
  await book.set('A1', 1);
  expect(await book.values('B1:B4')).toEqual([[1], [null], [null], [null]]);
  expect(await book.value('C1')).toBe(0);
});

test('a circle is #REF!, and heals', async () => {
  const book = await openBook();
  await book.set('A1', [['=B1+1', '=C1', '=A1', '=A1*2', '=SUM(E1:E3)']]);
  expect(await book.values('A1:E1')).toEqual([['#REF!', '#REF!', '#REF!', '#REF!', '#REF!']]);
  await book.set('C1', 1);
  expect(await book.values('A1:D1')).toEqual([[2, 1, 1, 4]]);
});

test('open ranges', async () => {
  const book = await openBook();
  await book.set('A1', [[1], [2], [3]]);
  await book.set('C1', [['=SUM(A2:A)', '=COUNTA(A2:A)&"A1:A"', '=SUM(A1:1)-1']]);
  expect(await book.values('C1:D1')).toEqual([[5, '2A1:A']]);
  expect(await book.formula('C1')).toBe('=SUM(A2:A)');
  await book.insertRows(0, 1001, 10);
  await book.set('A1005', 10);
  expect(await book.value('C1')).toBe(15);
  expect(await book.formula('C1')).toBe('=SUM(A2:A)');
  await book.insertRows(0, 1, 1);
  expect(await book.formula('C2')).toBe('=SUM(A3:A)');
});

test('functions of Google that Univer lacks', async () => {
  const book = await openBook();
  await book.set('A1', [['a'], ['b'], ['a'], [3]]);
  await book.set('C1', [
    [
      '=JOIN("-",A1:A4)',
      '=COUNTUNIQUE(A1:A4)',
      '=SPARKLINE(A4:A4)',
      '=IMAGE("https://example.com/x.png")',
      '=ARRAYFORMULA(SUM(A4:A4*2))',
      '=ISEMAIL("a@b.co")',
      '=JOIN("/",1,2)',
    ],
  ]);
  expect(await book.values('C1:I1')).toEqual([['a-b-a-3', 3, '▄', '', 6, true, '1/2']]);
  await book.set('C2', '=SPLIT("x y,2",", ")');
  expect(await book.values('C2:E2')).toEqual([['x', 'y', 2]]);
});

test('dependents far away, over sheets, are calculated with every write', async () => {
  const book = await openBook();
  await book.addSheet('Data', 400);
  await book.addSheet('Top');
  await book.set('Data!A300', 5);
  await book.set('Sheet1!A1', "=SUM('Data'!A1:A400)");
  await book.set('Top!B2', '=Sheet1!A1*2');
  await book.set('Top!B3', '=IF(B2>20,"high","low")');
  expect(await book.values('Top!B2:B3')).toEqual([[10], ['low']]);
  await book.set('Data!A150', 10);
  expect(await book.values('Top!B2:B3')).toEqual([[30], ['high']]);
});

test('INDIRECT, OFFSET and named ranges follow too', async () => {
  const book = await openBook();
  await book.set('A1', [[1], [2], [3]]);
  await book.write({
    op: 'namedRanges',
    all: [{ name: 'Goals', sheetId: 0, rect: { row: 1, col: 1, rows: 3, cols: 1 } }],
  });
  await book.set('C1', [['=INDIRECT("A"&3)', '=SUM(OFFSET(A1,1,0,2,1))', '=SUM(Goals)', '=A9', null, '=C1+E1']]);
  expect(await book.values('C1:H1')).toEqual([[3, 5, 6, null, null, 9]]);
  await book.set('A3', 13);
  expect(await book.values('C1:H1')).toEqual([[13, 15, 16, null, null, 29]]);
  await book.write({
    op: 'namedRanges',
    all: [{ name: 'Goals', sheetId: 0, rect: { row: 1, col: 1, rows: 1, cols: 1 } }],
  });
  expect(await book.value('E1')).toBe(1);
});

test('a list of ops is calculated once and sees its own effects', async () => {
  const book = await openBook();
  await book.write(
    { op: 'cells', sheetId: 0, row: 1, col: 1, cells: [[{ v: 1 }], [{ f: '=A1*10' }]] },
    { op: 'insertRows', sheetId: 0, before: 1, count: 1, inherit: 'none' },
    { op: 'cells', sheetId: 0, row: 2, col: 1, cells: [[{ v: 4 }]] },
  );
  expect(await book.values('A1:A3')).toEqual([[null], [4], [40]]);
});

test('writes without waiting are done one after the other', async () => {
  const book = await openBook();
  const writes = Array.from({ length: 20 }, (_, n) => book.set('A1', n % 2 ? '=SUM(B1:B9)+5' : n));
  await Promise.all(writes);
  await book.set('B1', 1);
  expect(await book.value('A1')).toBe(6);
});

test('lastRow counts formulas and false, not looks', async () => {
  const book = await openBook();
  await book.style('A9', { background: '#ff0000' });
  expect(book.engine.sheets()[0]).toMatchObject({ lastRow: 0, lastCol: 0, maxRows: 1000, maxCols: 26 });
  await book.set('B3', false);
  await book.set('C4', '=""');
  expect(book.engine.sheets()[0]).toMatchObject({ lastRow: 4, lastCol: 3 });
  await book.set('C4', null);
  expect(book.engine.sheets()[0]).toMatchObject({ lastRow: 3, lastCol: 2 });
});

test('the clock is that of the file', async () => {
  const far = ['Pacific/Kiritimati', 'Etc/GMT+12'].map(async (timeZone) => {
    const book = await openBook({ timeZone });
    await book.set('A1', '=NOW()');
    return (await book.value('A1')) as number;
  });
  const [east, west] = await Promise.all(far);
  expect((east! - west!) * 24).toBeCloseTo(26, 1);
});
