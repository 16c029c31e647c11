import type { ConditionalRule, Rect, ValidationRule } from '../../../workbench/engine/engine';
import { me, openBook, rect, type TestBook } from './book';

const list: ValidationRule = {
  criteria: 'VALUE_IN_LIST',
  args: ['a', 'b'],
  allowInvalid: true,
  showDropdown: true,
  helpText: null,
};
const custom: ValidationRule = {
  criteria: 'CUSTOM_FORMULA',
  args: ['=$A10>B10'],
  allowInvalid: false,
  showDropdown: true,
  helpText: 'bigger',
};
const red: ConditionalRule = {
  ranges: [rect('A10:C20'), rect('E5:E6')],
  criteria: 'TEXT_CONTAINS',
  args: ['late'],
  style: { background: '#ff0000' },
};
const formulaRule: ConditionalRule = {
  ranges: [rect('B10:B20')],
  criteria: 'CUSTOM_FORMULA',
  args: ['=AND($A10>1,Sheet1!$A$10=2)'],
  style: { fontColor: '#00ff00' },
};

/** A sheet with something of everything in rows 10 to 20, and formulas about it on every sheet. */
async function furnish(book: TestBook, sheetId: number, name: string): Promise<void> {
  await book.write(
    {
      op: 'cells',
      sheetId,
      row: 10,
      col: 1,
      cells: [
        [{ v: 'ten' }, { v: 10 }],
        [{ v: 'eleven' }, { v: 11 }],
        [{ v: 'twelve' }, { v: 12 }],
      ],
    },
    { op: 'cells', sheetId, row: 30, col: 1, cells: [[{ f: '=SUM(B10:B12)' }, { f: '=B11' }]] },
    { op: 'style', sheetId, row: 10, col: 1, rows: 1, cols: 2, style: { background: '#aabbcc', fontWeight: 'bold' } },
    { op: 'merge', sheetId, rect: rect('D10:E12'), kind: 'ALL' },
    { op: 'rowHeights', sheetId, row: 11, count: 1, height: 60, forced: true },
    { op: 'rowsHidden', sheetId, row: 12, count: 2, hidden: true },
    { op: 'notes', sheetId, row: 11, col: 2, notes: [['a note']] },
    { op: 'validations', sheetId, row: 10, col: 3, rules: [[list], [list], [list]] },
    { op: 'validations', sheetId, row: 10, col: 7, rules: [[custom], [custom], [custom]] },
    { op: 'conditionalRules', sheetId, rules: [red, formulaRule] },
    { op: 'rowGroups', sheetId, groups: [{ start: 11, end: 14, depth: 1, collapsed: false }], control: 'BEFORE' },
    {
      op: 'protections',
      all: [
        {
          id: 'p1',
          kind: 'RANGE',
          sheetId,
          rect: rect('A10:B12'),
          description: '',
          warningOnly: false,
          editors: null,
          domainEdit: false,
          unprotected: [],
          rangeName: null,
        },
        {
          id: 'p2',
          kind: 'SHEET',
          sheetId,
          rect: null,
          description: '',
          warningOnly: false,
          editors: [],
          domainEdit: false,
          unprotected: [rect('C10:C12')],
          rangeName: null,
        },
      ],
    },
    { op: 'namedRanges', all: [{ name: 'Block', sheetId, rect: rect('A10:B12') }] },
    {
      op: 'metadata',
      all: [
        { id: 1, key: 'row', value: 'x', visibility: 'DOCUMENT', location: { type: 'ROW', sheetId, index: 11 } },
        { id: 2, key: 'column', value: null, visibility: 'DOCUMENT', location: { type: 'COLUMN', sheetId, index: 2 } },
        { id: 3, key: 'file', value: null, visibility: 'PROJECT', location: { type: 'SPREADSHEET' } },
      ],
    },
  );
  await book.set('Other!A1', [[`=SUM(${name}!B10:B12)`, `=${name}!A11`]]);
}

function shape(book: TestBook, sheetId: number) {
  const { engine } = book;
  const whole = { row: 1, col: 1, rows: 60, cols: 12 };
  const places = <T>(block: T[][]) =>
    block.flatMap((line, r) => line.flatMap((value, c) => (value ? [[r + 1, c + 1, value] as const] : [])));
  return {
    merges: engine.merges(sheetId),
    tall: engine.rowDimensions(sheetId, 1, 60).flatMap(({ height }, index) => (height === 60 ? [index + 1] : [])),
    hidden: engine.rowDimensions(sheetId, 1, 60).flatMap(({ hidden }, index) => (hidden ? [index + 1] : [])),
    notes: places(engine.notes(sheetId, whole)),
    validations: places(engine.validations(sheetId, whole)).map(
      ([row, col, rule]) => `${row},${col} ${rule.criteria} ${rule.args[0]}`,
    ),
    bold: places(engine.styles(sheetId, whole).map((line) => line.map((style) => style.fontWeight))).map(
      ([row, col]) => `${row},${col}`,
    ),
    rules: engine.conditionalRules(sheetId),
    groups: engine.rowGroups(sheetId),
    protections: engine.protections().map((protection) => protection.rect ?? protection.unprotected[0]),
    names: engine.namedRanges(),
    metadata: engine.metadata().map(({ location }) => ('index' in location ? location.index : null)),
  };
}

/** The same facts, `rows` further down. */
function down(facts: ReturnType<typeof shape>, rows: number): ReturnType<typeof shape> {
  const moved = (place: Rect | undefined) => place && { ...place, row: place.row + rows };
  const formula = (text: string) => text.replace(/A10|B10|A\$10/g, (part) => part.replace('10', String(10 + rows)));
  return {
    ...facts,
    merges: facts.merges.map((merge) => moved(merge)!),
    tall: facts.tall.map((row) => row + rows),
    hidden: facts.hidden.map((row) => row + rows),
    notes: facts.notes.map(([row, col, note]) => [row + rows, col, note] as const),
    validations: facts.validations.map((text) => formula(text.replace(/^\d+/, (row) => String(Number(row) + rows)))),
    bold: facts.bold.map((text) => text.replace(/^\d+/, (row) => String(Number(row) + rows))),
    groups: facts.groups.map((group) => ({ ...group, start: group.start + rows, end: group.end + rows })),
    protections: facts.protections.map(moved),
    names: facts.names.map((name) => ({ ...name, rect: moved(name.rect)! })),
    metadata: facts.metadata.map((index, at) => (at === 0 ? index! + rows : index)),
  };
}

// The first sheet is the one a page would look at; the second one is not.
describe.each([
  ['the sheet in front', 'Sheet1'],
  ['a sheet behind', 'Team'],
])('rows and columns of %s', (_, name) => {
  async function furnished() {
    const book = await openBook();
    const team = await book.addSheet('Team', 200, 20);
    await book.addSheet('Other');
    const sheetId = name === 'Team' ? team : 0;
    await furnish(book, sheetId, name);
    return { book, sheetId };
  }
  /** The custom rule speaks of Sheet1, which only moves when Sheet1 is the sheet that changes. */
  const ruleFormula = (own: number) => `=AND($A${10 + own}>1,Sheet1!$A$${name === 'Sheet1' ? 10 + own : 10}=2)`;

  test('rows inserted above push everything down', async () => {
    const { book, sheetId } = await furnished();
    const before = shape(book, sheetId);
    await book.insertRows(sheetId, 5, 3);
    const after = shape(book, sheetId);
    const { rules: _rules, ...rest } = down(before, 3);
    expect(after).toMatchObject(rest);
    expect(after.rules).toEqual([
      { ...red, ranges: [rect('A13:C23'), rect('E8:E9')] },
      { ...formulaRule, ranges: [rect('B13:B23')], args: [ruleFormula(3)] },
    ]);
    expect(await book.formula(`${name}!A33`)).toBe('=SUM(B13:B15)');
    expect(await book.formula(`${name}!B33`)).toBe('=B14');
    expect(await book.formula('Other!A1')).toBe(`=SUM(${name}!B13:B15)`);
    expect(await book.values('Other!A1:B1')).toEqual([[33, 'eleven']]);
  });

  test('rows deleted above pull everything up again', async () => {
    const { book, sheetId } = await furnished();
    const before = shape(book, sheetId);
    await book.insertRows(sheetId, 2, 4);
    await book.deleteRows(sheetId, 2, 4);
    expect(shape(book, sheetId)).toEqual(before);
    expect(await book.values('Other!A1:B1')).toEqual([[33, 'eleven']]);
    await book.deleteRows(sheetId, 1, 2);
    const { rules: _rules, ...rest } = down(before, -2);
    expect(shape(book, sheetId)).toMatchObject(rest);
    expect(shape(book, sheetId).rules[1]).toEqual({
      ...formulaRule,
      ranges: [rect('B8:B18')],
      args: [ruleFormula(-2)],
    });
    expect(await book.formula('Other!A1')).toBe(`=SUM(${name}!B8:B10)`);
  });

  test('rows inserted inside widen', async () => {
    const { book, sheetId } = await furnished();
    await book.insertRows(sheetId, 11, 2);
    const after = shape(book, sheetId);
    expect(after.merges).toEqual([rect('D10:E14')]);
    expect(after.rules[0]!.ranges).toEqual([rect('A10:C22'), rect('E5:E6')]);
    expect(after.rules[1]).toEqual({ ...formulaRule, ranges: [rect('B10:B22')] });
    expect(after.protections).toEqual([rect('A10:B14'), rect('C10:C14')]);
    expect(after.names[0]!.rect).toEqual(rect('A10:B14'));
    expect(after.groups).toEqual([{ start: 13, end: 16, depth: 1, collapsed: false }]);
    expect(after.validations).toHaveLength(10);
    expect(after.notes).toEqual([[13, 2, 'a note']]);
    expect(await book.formula('Other!A1')).toBe(`=SUM(${name}!B10:B14)`);
    await book.set(`${name}!B11`, 100);
    expect(await book.value('Other!A1')).toBe(133);
  });

  test('rows deleted inside narrow, and take away what they held', async () => {
    const { book, sheetId } = await furnished();
    await book.deleteRows(sheetId, 11, 1);
    const after = shape(book, sheetId);
    expect(after).toMatchObject({
      merges: [rect('D10:E11')],
      tall: [],
      hidden: [11, 12],
      notes: [],
      metadata: [2, null],
    });
    expect(after.groups).toEqual([{ start: 11, end: 13, depth: 1, collapsed: false }]);
    expect(after.rules[0]!.ranges).toEqual([rect('A10:C19'), rect('E5:E6')]);
    expect(await book.values('Other!A1:B1')).toEqual([[22, '#REF!']]);
    expect(await book.formula('Other!B1')).toBe('=#REF!');
  });

  test('rules whose first row is deleted speak of the row that is first then', async () => {
    const { book, sheetId } = await furnished();
    await book.deleteRows(sheetId, 10, 2);
    const after = shape(book, sheetId);
    const elsewhere = name === 'Sheet1' ? '#REF!' : 'Sheet1!$A$10';
    expect(after.rules[1]).toEqual({
      ...formulaRule,
      ranges: [rect('B10:B18')],
      args: [`=AND($A10>1,${elsewhere}=2)`],
    });
    expect(after.validations).toEqual(['10,3 VALUE_IN_LIST a', '10,7 CUSTOM_FORMULA =$A10>B10']);
  });

  test('everything deleted is gone', async () => {
    const { book, sheetId } = await furnished();
    await book.deleteRows(sheetId, 5, 25);
    expect(shape(book, sheetId)).toEqual({
      merges: [],
      tall: [],
      hidden: [],
      notes: [],
      validations: [],
      bold: [],
      rules: [],
      groups: [],
      protections: [undefined],
      names: [],
      metadata: [2, null],
    });
    expect(await book.values('Other!A1:B1')).toEqual([['#REF!', '#REF!']]);
  });

  test('columns', async () => {
    const { book, sheetId } = await furnished();
    await book.write(
      { op: 'colWidths', sheetId, col: 2, count: 1, width: 240 },
      { op: 'colsHidden', sheetId, col: 6, count: 1, hidden: true },
      { op: 'insertCols', sheetId, before: 2, count: 2, inherit: 'before' },
    );
    const after = shape(book, sheetId);
    expect(after.merges).toEqual([rect('F10:G12')]);
    expect(after.notes).toEqual([[11, 4, 'a note']]);
    expect(after.metadata).toEqual([11, 4, null]);
    expect(after.rules[0]!.ranges).toEqual([rect('A10:E20'), rect('G5:G6')]);
    expect(after.rules[1]!.ranges).toEqual([rect('D10:D20')]);
    expect(after.validations[0]).toBe('10,5 VALUE_IN_LIST a');
    expect(after.validations).toContain('10,9 CUSTOM_FORMULA =$A10>D10');
    expect(after.protections).toEqual([rect('A10:D12'), rect('E10:E12')]);
    expect(after.bold).toEqual(['10,1', '10,2', '10,3', '10,4']);
    expect(book.engine.colDimensions(sheetId, 1, 8).map(({ width, hidden }) => (hidden ? -1 : width))).toEqual([
      100, 100, 100, 240, 100, 100, 100, -1,
    ]);
    expect(await book.formula('Other!A1')).toBe(`=SUM(${name}!D10:D12)`);
    await book.write({ op: 'deleteCols', sheetId, col: 2, count: 2 });
    expect(shape(book, sheetId).merges).toEqual([rect('D10:E12')]);
    expect(await book.formula('Other!A1')).toBe(`=SUM(${name}!B10:B12)`);
    await book.write({ op: 'deleteCols', sheetId, col: 2, count: 1 });
    expect(await book.values('Other!A1:B1')).toEqual([['#REF!', 'eleven']]);
  });

  test('moving rows takes everything along', async () => {
    const { book, sheetId } = await furnished();
    const before = shape(book, sheetId);
    await book.write({ op: 'moveRows', sheetId, row: 10, count: 11, before: 31 });
    const after = shape(book, sheetId);
    expect(after).toMatchObject({
      merges: [rect('D20:E22')],
      tall: [21],
      hidden: [22, 23],
      notes: [[21, 2, 'a note']],
      bold: ['20,1', '20,2'],
      groups: [{ start: 21, end: 24, depth: 1, collapsed: false }],
      protections: [rect('A20:B22'), rect('C20:C22')],
      metadata: [21, 2, null],
    });
    expect(after.rules[1]!.ranges).toEqual([rect('B20:B30')]);
    expect(after.rules[1]!.args).toEqual([ruleFormula(10)]);
    expect(await book.formula(`${name}!A19`)).toBe('=SUM(B20:B22)');
    expect(await book.values('Other!A1:B1')).toEqual([[33, 'eleven']]);
    await book.write({ op: 'moveRows', sheetId, row: 20, count: 11, before: 10 });
    expect(shape(book, sheetId)).toEqual(before);
  });

  test('moving columns', async () => {
    const { book, sheetId } = await furnished();
    await book.write({ op: 'moveCols', sheetId, col: 2, count: 1, before: 9 });
    expect(await book.formula('Other!A1')).toBe(`=SUM(${name}!H10:H12)`);
    expect(await book.value('Other!A1')).toBe(33);
    expect(shape(book, sheetId).notes).toEqual([[11, 8, 'a note']]);
    expect(shape(book, sheetId).merges).toEqual([rect('C10:D12')]);
  });

  test('new rows take the look of a neighbour, its height too, but no content', async () => {
    const { book, sheetId } = await furnished();
    await book.write({ op: 'rowHeights', sheetId, row: 10, count: 1, height: 50, forced: true });
    await book.insertRows(sheetId, 11, 2, 'before');
    await book.insertRows(sheetId, 10, 1, 'after');
    await book.insertRows(sheetId, 10, 1, 'none');
    const looks = book.engine
      .styles(sheetId, { row: 10, col: 1, rows: 6, cols: 1 })
      .map(([style]) => style!.background);
    expect(looks).toEqual([undefined, '#aabbcc', '#aabbcc', '#aabbcc', '#aabbcc', undefined]);
    expect(book.engine.rowDimensions(sheetId, 10, 5).map(({ height }) => height)).toEqual([21, 50, 50, 50, 50]);
    expect(await book.values(`${name}!A10:A15`)).toEqual([[null], [null], ['ten'], [null], [null], ['eleven']]);
  });

  test('rows appended at the end', async () => {
    const { book, sheetId } = await furnished();
    const { maxRows } = book.engine.sheets().find(({ id }) => id === sheetId)!;
    await book.insertRows(sheetId, maxRows + 1, 5, 'before');
    expect(book.engine.sheets().find(({ id }) => id === sheetId)!.maxRows).toBe(maxRows + 5);
  });

  test('frozen rows grow and shrink with rows among them', async () => {
    const { book, sheetId } = await furnished();
    const frozen = () => book.engine.sheets().find(({ id }) => id === sheetId)!.frozenRows;
    await book.write({ op: 'freeze', sheetId, rows: 3 });
    await book.insertRows(sheetId, 2, 2);
    expect(frozen()).toBe(5);
    await book.insertRows(sheetId, 6, 2);
    expect(frozen()).toBe(5);
    await book.deleteRows(sheetId, 4, 4);
    expect(frozen()).toBe(3);
  });

  test('array formulas spill from where they land', async () => {
    const { book, sheetId } = await furnished();
    await book.set(`${name}!J10`, '=SEQUENCE(3)');
    await book.set(`${name}!K1`, '=SUM(J10:J12)');
    await book.insertRows(sheetId, 2, 5);
    expect(await book.values(`${name}!J9:J18`)).toEqual([
      [null],
      [null],
      [null],
      [null],
      [null],
      [null],
      [1],
      [2],
      [3],
      [null],
    ]);
    expect(await book.value(`${name}!K1`)).toBe(6);
    await book.deleteRows(sheetId, 15, 1);
    expect(await book.values(`${name}!J14:J17`)).toEqual([[null], [null], [null], [null]]);
  });

  test('ROW() follows', async () => {
    const { book, sheetId } = await furnished();
    await book.set(`${name}!J10`, '=ROW()');
    await book.insertRows(sheetId, 2, 5);
    expect(await book.value(`${name}!J15`)).toBe(15);
  });

  test('each insert of a page’s brings our own state along', async () => {
    const { book, sheetId } = await furnished();
    const key = book.engine.sheetKey(sheetId);
    const range = { startRow: 4, endRow: 6, startColumn: 0, endColumn: 19 };
    await book.engine.applyPageMutation(
      'sheet.mutation.insert-row',
      { unitId: book.engine.unitId, subUnitId: key, range },
      { ...me, kind: 'page' },
    );
    expect(shape(book, sheetId)).toMatchObject({
      groups: [{ start: 14, end: 17, depth: 1, collapsed: false }],
      protections: [rect('A13:B15'), rect('C13:C15')],
      metadata: [14, 2, null],
      merges: [rect('D13:E15')],
    });
  });
});

test('row groups hide their rows while they are collapsed', async () => {
  const book = await openBook();
  const hidden = () => book.engine.rowDimensions(0, 1, 20).flatMap((row, index) => (row.hidden ? [index + 1] : []));
  const groups = (outer: boolean, inner: boolean) =>
    book.write({
      op: 'rowGroups',
      sheetId: 0,
      control: 'BEFORE',
      groups: [
        { start: 3, end: 10, depth: 1, collapsed: outer },
        { start: 5, end: 6, depth: 2, collapsed: inner },
      ],
    });
  await book.write({ op: 'rowsHidden', sheetId: 0, row: 15, count: 1, hidden: true });
  await groups(false, true);
  expect(hidden()).toEqual([5, 6, 15]);
  await groups(true, true);
  expect(hidden()).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 15]);
  await groups(false, true);
  expect(hidden()).toEqual([5, 6, 15]);
  await book.write({ op: 'rowGroups', sheetId: 0, control: 'AFTER', groups: [] });
  expect(hidden()).toEqual([15]);
  expect(book.engine.sheets()[0]!.rowGroupControl).toBe('AFTER');
});

test('heights and widths, forced or growing, hidden or not', async () => {
  const book = await openBook();
  await book.write(
    { op: 'rowHeights', sheetId: 0, row: 2, count: 2, height: 40, forced: false },
    { op: 'colsHidden', sheetId: 0, col: 2, count: 1, hidden: true },
    { op: 'colWidths', sheetId: 0, col: 2, count: 2, width: 55 },
  );
  expect(book.engine.rowDimensions(0, 1, 3)).toEqual([
    { height: 21, hidden: false, forced: false },
    { height: 40, hidden: false, forced: false },
    { height: 40, hidden: false, forced: false },
  ]);
  expect(book.engine.colDimensions(0, 1, 3)).toEqual([
    { width: 100, hidden: false },
    { width: 55, hidden: true },
    { width: 55, hidden: false },
  ]);
  await book.write(
    { op: 'rowHeights', sheetId: 0, row: 2, count: 1, height: 21, forced: true },
    { op: 'colsHidden', sheetId: 0, col: 2, count: 1, hidden: false },
  );
  expect(book.engine.rowDimensions(0, 2, 1)).toEqual([{ height: 21, hidden: false, forced: true }]);
  expect(book.engine.colDimensions(0, 2, 1)).toEqual([{ width: 55, hidden: false }]);
});

test('a merge that comes to lie where a deleted one was is there once', async () => {
  const book = await openBook();
  const merge = (row: number) => ({ op: 'merge', sheetId: 0, rect: rect(`H${row}:N${row}`), kind: 'ALL' }) as const;
  await book.write(...[6, 8, 65, 74, 75].map(merge));
  await book.write({ op: 'deleteRows', sheetId: 0, row: 5, count: 66 });
  expect(book.engine.merges(0)).toEqual([rect('H8:N8'), rect('H9:N9')]);
});
