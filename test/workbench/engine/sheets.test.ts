import { openBook, rect, throughDisk } from './book';

const names = (book: Awaited<ReturnType<typeof openBook>>) => book.engine.sheets().map(({ name }) => name);

test('a fresh workbook', async () => {
  const book = await openBook({ locale: 'de_DE', timeZone: 'Europe/Berlin', owner: 'me@example.com', name: 'Mine' });
  expect(book.engine.sheets()).toEqual([
    {
      id: 0,
      name: 'Sheet1',
      hidden: false,
      maxRows: 1000,
      maxCols: 26,
      frozenRows: 0,
      frozenCols: 0,
      gridlinesHidden: false,
      tabColor: null,
      rowGroupControl: 'AFTER',
      lastRow: 0,
      lastCol: 0,
    },
  ]);
  expect(book.engine.file()).toMatchObject({
    locale: 'de_DE',
    timeZone: 'Europe/Berlin',
    owner: 'me@example.com',
    editors: ['me@example.com'],
    viewers: [],
    name: 'Mine',
  });
});

test('sheets are added, moved, renamed, hidden, coloured, deleted', async () => {
  const book = await openBook();
  await book.write({ op: 'insertSheet', sheetId: 7, name: 'First', index: 0, rows: 5, cols: 6 });
  await book.addSheet('Last');
  expect(names(book)).toEqual(['First', 'Sheet1', 'Last']);
  await book.write({ op: 'moveSheet', sheetId: 7, index: 2 });
  expect(names(book)).toEqual(['Sheet1', 'Last', 'First']);
  await book.write({ op: 'moveSheet', sheetId: 7, index: 1 }, { op: 'renameSheet', sheetId: 7, name: "It's first" });
  expect(names(book)).toEqual(['Sheet1', "It's first", 'Last']);
  await book.write(
    { op: 'sheetHidden', sheetId: 7, hidden: true },
    { op: 'tabColor', sheetId: 7, color: '#ff0000' },
    { op: 'gridlines', sheetId: 7, hidden: true },
    { op: 'freeze', sheetId: 7, rows: 2 },
    { op: 'freeze', sheetId: 7, cols: 1 },
  );
  expect(book.engine.sheets()[1]).toMatchObject({
    id: 7,
    hidden: true,
    tabColor: '#ff0000',
    gridlinesHidden: true,
    frozenRows: 2,
    frozenCols: 1,
    maxRows: 5,
    maxCols: 6,
  });
  await book.write(
    { op: 'tabColor', sheetId: 7, color: null },
    { op: 'sheetHidden', sheetId: 7, hidden: false },
    { op: 'freeze', sheetId: 7, rows: 0, cols: 0 },
  );
  expect(book.engine.sheets()[1]).toMatchObject({ hidden: false, tabColor: null, frozenRows: 0, frozenCols: 0 });
  await book.write({ op: 'deleteSheet', sheetId: 0 });
  expect(names(book)).toEqual(["It's first", 'Last']);
});

test('formulas, rules and names follow a new name', async () => {
  const book = await openBook();
  const id = await book.addSheet('Old');
  await book.set('Old!A1', 5);
  await book.set('B1', '=Old!A1*2+SUM(Old!A:A)');
  await book.write(
    { op: 'namedRanges', all: [{ name: 'Five', sheetId: id, rect: rect('A1') }] },
    {
      op: 'conditionalRules',
      sheetId: 0,
      rules: [{ ranges: [rect('A1:A9')], criteria: 'CUSTOM_FORMULA', args: ['=A1=Old!$A$1'], style: {} }],
    },
    {
      op: 'validations',
      sheetId: 0,
      row: 1,
      col: 3,
      rules: [
        [
          {
            criteria: 'VALUE_IN_RANGE',
            args: [],
            range: { sheetId: id, rect: rect('A1:A9') },
            allowInvalid: true,
            showDropdown: true,
            helpText: null,
          },
        ],
      ],
    },
    { op: 'renameSheet', sheetId: id, name: 'New one' },
  );
  expect(await book.formula('B1')).toBe("='New one'!A1*2+SUM('New one'!A:A)");
  expect(await book.value('B1')).toBe(15);
  await book.set('New one!A1', 6);
  expect(await book.value('B1')).toBe(18);
  expect(book.engine.namedRanges()).toEqual([{ name: 'Five', sheetId: id, rect: rect('A1') }]);
  expect(book.engine.conditionalRules(0)[0]!.args).toEqual(["=A1='New one'!$A$1"]);
  expect(book.engine.validations(0, rect('C1'))[0]![0]).toMatchObject({ range: { sheetId: id, rect: rect('A1:A9') } });
});

test('deleting a sheet leaves #REF!, and nothing else of it', async () => {
  const book = await openBook();
  const id = await book.addSheet('Gone');
  await book.set('Gone!A1', 5);
  await book.set('A1', [['=Gone!A1', '=1+1']]);
  await book.write(
    { op: 'namedRanges', all: [{ name: 'Five', sheetId: id, rect: rect('A1') }] },
    { op: 'notes', sheetId: id, row: 1, col: 1, notes: [['x']] },
    { op: 'rowGroups', sheetId: id, groups: [{ start: 1, end: 2, depth: 1, collapsed: false }], control: 'BEFORE' },
    {
      op: 'metadata',
      all: [{ id: 1, key: 'k', value: null, visibility: 'DOCUMENT', location: { type: 'SHEET', sheetId: id } }],
    },
    {
      op: 'protections',
      all: [
        {
          id: 'p',
          kind: 'SHEET',
          sheetId: id,
          rect: null,
          description: '',
          warningOnly: false,
          editors: null,
          domainEdit: false,
          unprotected: [],
          rangeName: null,
        },
      ],
    },
    { op: 'deleteSheet', sheetId: id },
  );
  expect(await book.values('A1:B1')).toEqual([['#REF!', 2]]);
  expect(book.engine.namedRanges()).toEqual([]);
  expect(book.engine.metadata()).toEqual([]);
  expect(book.engine.protections()).toEqual([]);
  await book.write({ op: 'insertSheet', sheetId: id, name: 'Gone', index: 0, rows: 10, cols: 10 });
  expect(book.engine.notes(id, rect('A1'))).toEqual([['']]);
  expect(book.engine.rowGroups(id)).toEqual([]);
});

test('a formula that waits for a sheet finds it', async () => {
  const book = await openBook();
  await book.set('A1', '=IFERROR(Later!B2,"not yet")');
  await book.set('B1', "=SUM('Later'!B1:B2)");
  expect(await book.values('A1:B1')).toEqual([['not yet', '#REF!']]);
  await book.addSheet('Later');
  expect(await book.values('A1:B1')).toEqual([[null, 0]]);
  await book.set('Later!B2', 42);
  expect(await book.values('A1:B1')).toEqual([[42, 42]]);
  await book.set('C1', '=Other!B2');
  expect(await book.value('C1')).toBe('#REF!');
  await book.write({ op: 'renameSheet', sheetId: 1, name: 'Other' });
  expect(await book.values('A1:C1')).toEqual([[42, 42, 42]]);
});

test('a copy of a sheet has everything but protections', async () => {
  const book = await openBook();
  const rule = { criteria: 'CHECKBOX', args: [], allowInvalid: true, showDropdown: true, helpText: null };
  const look = { ranges: [rect('A1:A9')], criteria: 'CELL_NOT_EMPTY', args: [], style: { background: '#00ff00' } };
  await book.set('A1', [[1, '=A1*2', '=SEQUENCE(2)']]);
  await book.style('A1', { fontWeight: 'bold' });
  await book.write(
    { op: 'merge', sheetId: 0, rect: rect('A5:B6'), kind: 'ALL' },
    { op: 'notes', sheetId: 0, row: 2, col: 2, notes: [['note']] },
    { op: 'validations', sheetId: 0, row: 3, col: 1, rules: [[rule]] },
    { op: 'conditionalRules', sheetId: 0, rules: [look] },
    { op: 'freeze', sheetId: 0, rows: 1 },
    { op: 'rowHeights', sheetId: 0, row: 4, count: 1, height: 50, forced: true },
    { op: 'rowGroups', sheetId: 0, groups: [{ start: 2, end: 3, depth: 1, collapsed: true }], control: 'BEFORE' },
    {
      op: 'protections',
      all: [
        {
          id: 'p',
          kind: 'SHEET',
          sheetId: 0,
          rect: null,
          description: '',
          warningOnly: false,
          editors: null,
          domainEdit: false,
          unprotected: [],
          rangeName: null,
        },
      ],
    },
    { op: 'insertSheet', sheetId: 3, name: 'Copy', index: 1, rows: 1, cols: 1, template: 0 },
  );
  expect(await book.values('Copy!A1:C2')).toEqual([
    [1, 2, 1],
    [null, null, 2],
  ]);
  await book.set('Copy!A1', 10);
  expect(await book.values('Copy!A1:B1')).toEqual([[10, 20]]);
  expect(await book.values('Sheet1!A1:B1')).toEqual([[1, 2]]);
  const { engine } = book;
  expect(engine.sheets()[1]).toMatchObject({
    id: 3,
    maxRows: 1000,
    maxCols: 26,
    frozenRows: 1,
    rowGroupControl: 'BEFORE',
  });
  expect(engine.merges(3)).toEqual([rect('A5:B6')]);
  expect(engine.notes(3, rect('B2'))).toEqual([['note']]);
  expect(engine.validations(3, rect('A3'))).toEqual([[rule]]);
  expect(engine.conditionalRules(3)).toEqual([look]);
  expect(engine.rowDimensions(3, 2, 3)).toEqual([
    { height: 21, hidden: true },
    { height: 21, hidden: true },
    { height: 50, hidden: false },
  ]);
  expect(engine.rowGroups(3)).toEqual([{ start: 2, end: 3, depth: 1, collapsed: true }]);
  expect(engine.protections()).toHaveLength(1);
  await book.write(
    { op: 'validations', sheetId: 3, row: 3, col: 1, rules: [[null]] },
    { op: 'notes', sheetId: 3, row: 2, col: 2, notes: [[null]] },
  );
  expect(engine.validations(0, rect('A3'))).toEqual([[rule]]);
  expect(engine.notes(0, rect('B2'))).toEqual([['note']]);
});

test('a sheet that only looks at others sleeps until somebody reads it, and is right then', async () => {
  const book = await openBook();
  await book.addSheet('Overview');
  for (let row = 1; row <= 60; row++) await book.set(`Overview!A${row}`, `=Sheet1!A${row}*2`);
  await book.set('Overview!B1', '=SUM(A1:A60)');
  let results = 0;
  book.engine.onMutation(({ opts }) => {
    if (opts.onlyLocal) results += 1;
  });
  for (let row = 1; row <= 60; row++) await book.set(`Sheet1!A${row}`, row);
  expect(results).toBe(0);
  expect(await book.value('Overview!B1')).toBe(3660);
  await book.set('Sheet1!A1', 101);
  // Once a formula elsewhere looks at it, it is awake.
  await book.set('Sheet1!B1', '=Overview!B1');
  expect(await book.value('Sheet1!B1')).toBe(3860);
  await book.set('Sheet1!A1', 1);
  expect(await book.value('Sheet1!B1')).toBe(3660);
  // Saved asleep, it wakes up in the file opened from it.
  await book.set('Sheet1!B1', 0);
  await book.set('Sheet1!A1', 11);
  const again = await openBook({ file: throughDisk(book.engine.save()) });
  expect(await again.value('Overview!B1')).toBe(3680);
});
