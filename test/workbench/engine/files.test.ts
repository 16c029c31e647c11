import type { EngineMutation, JournalEntry, WriteOp } from '../../../workbench/engine/engine';
import { emptyWorkbook } from '../../../workbench/engine/open';
import { me, openBook, rect, type TestBook, throughDisk } from './book';

const page = { kind: 'page' as const, user: 'rep@example.com', pageId: 'p1' };

/** A bit of everything. */
async function furnish(book: TestBook): Promise<void> {
  await book.addSheet('Team');
  await book.set('A1', [
    [1, '=A1*2', 'text', true, { unparsable: '=SUM(1,2)' }],
    ['=SEQUENCE(2)', '=TODAY()', '=Team!A1', null, '=SUM(A1:A)'],
  ]);
  await book.set('Team!A1', [['=Sheet1!B1+1']]);
  await book.style('A1:B1', {
    background: '#ff0000',
    numberFormat: '#,##0',
    border: { top: { style: 'SOLID', color: '#000000' } },
  });
  await book.write(
    {
      op: 'richText',
      sheetId: 0,
      row: 5,
      col: 1,
      text: 'rich text',
      runs: [{ start: 0, end: 4, style: { fontWeight: 'bold' } }],
    },
    { op: 'merge', sheetId: 0, rect: rect('D5:E6'), kind: 'ALL' },
    { op: 'notes', sheetId: 0, row: 5, col: 2, notes: [['a note']] },
    {
      op: 'validations',
      sheetId: 0,
      row: 6,
      col: 1,
      rules: [
        [{ criteria: 'VALUE_IN_LIST', args: ['a', 'b'], allowInvalid: false, showDropdown: true, helpText: 'one of' }],
      ],
    },
    {
      op: 'conditionalRules',
      sheetId: 0,
      rules: [{ ranges: [rect('A1:C9')], criteria: 'NUMBER_LESS_THAN', args: [3], style: { fontColor: '#ff0000' } }],
    },
    { op: 'rowGroups', sheetId: 1, groups: [{ start: 2, end: 4, depth: 1, collapsed: true }], control: 'BEFORE' },
    {
      op: 'protections',
      all: [
        {
          id: 'p',
          kind: 'RANGE',
          sheetId: 1,
          rect: rect('A1:B2'),
          description: 'd',
          warningOnly: true,
          editors: ['a@example.com'],
          domainEdit: false,
          unprotected: [],
          rangeName: null,
        },
      ],
    },
    {
      op: 'metadata',
      all: [{ id: 3, key: 'k', value: 'v', visibility: 'DOCUMENT', location: { type: 'ROW', sheetId: 1, index: 3 } }],
    },
    { op: 'namedRanges', all: [{ name: 'Goals', sheetId: 1, rect: rect('A1:A9') }] },
    { op: 'file', patch: { name: 'Renamed', editors: ['owner@example.com', 'rep@example.com'], locale: 'de_DE' } },
    { op: 'properties', store: 'document', entries: { a: '1', b: '2' } },
    { op: 'properties', store: 'document', entries: { a: null } },
    { op: 'properties', store: 'user:me', entries: { c: '3' } },
    { op: 'freeze', sheetId: 1, rows: 1 },
    { op: 'rowHeights', sheetId: 1, row: 9, count: 1, height: 44, forced: true },
    { op: 'colWidths', sheetId: 1, col: 2, count: 1, width: 222 },
    { op: 'insertRows', sheetId: 1, before: 2, count: 2, inherit: 'before' },
    { op: 'insertRows', sheetId: 0, before: 1, count: 1, inherit: 'none' },
  );
}

async function facts({ engine }: TestBook) {
  const whole = { row: 1, col: 1, rows: 15, cols: 8 };
  const sheets = engine.sheets();
  return {
    file: engine.file(),
    sheets,
    cells: await Promise.all(sheets.map(({ id }) => engine.read(id, whole))),
    texts: await Promise.all(sheets.map(({ id }) => engine.displayValues(id, whole))),
    looks: sheets.map(({ id }) => engine.styles(id, whole)),
    rich: engine.richText(0, 6, 1),
    rules: sheets.map(({ id }) => [
      engine.notes(id, whole),
      engine.validations(id, whole),
      engine.conditionalRules(id),
      engine.merges(id),
    ]),
    sizes: sheets.map(({ id }) => [
      engine.rowDimensions(id, 1, 15),
      engine.colDimensions(id, 1, 8),
      engine.rowGroups(id),
    ]),
    ours: [
      engine.protections(),
      engine.metadata(),
      engine.namedRanges(),
      engine.properties('document'),
      engine.properties('user:me'),
    ],
  };
}

test('save and open bring everything back', async () => {
  const book = await openBook();
  await furnish(book);
  const saved = throughDisk(book.engine.save());
  const again = await openBook({ file: saved });
  expect(await facts(again)).toEqual(await facts(book));
  // A workbook that is opened a second time goes by another id inside Univer.
  const resaved = JSON.stringify(again.engine.save()).replaceAll(again.engine.unitId, book.engine.unitId);
  expect(JSON.parse(resaved)).toEqual(saved);
  expect(again.engine.properties('document')).toEqual({ b: '2' });
  await again.set('A2', 50);
  expect(await again.values('B2:B3')).toEqual([[100], [expect.any(Number)]]);
  expect(await again.value('Team!A1')).toBe(101);
  expect(saved).toEqual(throughDisk(book.engine.save()));
});

test('opening does not change the file it is given', async () => {
  const file = emptyWorkbook({ name: 'x' });
  const text = JSON.stringify(file);
  const book = await openBook({ file });
  await book.set('A1', 1);
  expect(JSON.stringify(file)).toBe(text);
});

test('another kind of file is refused', async () => {
  await expect(openBook({ file: { ...emptyWorkbook(), version: 2 as 1 } })).rejects.toThrow(
    'This is not a workbook of the workbench',
  );
});

/** What a server would write down: mutations without results, and changes of extras, in order. */
function journalOf(book: TestBook): string[] {
  const lines: string[] = [];
  const add = (entry: JournalEntry) => lines.push(JSON.stringify(entry));
  book.engine.onMutation(({ id, params, opts }) => {
    if (!opts.onlyLocal) add({ kind: 'mutation', id, params });
  });
  book.engine.onExtras((ops) => add({ kind: 'extras', ops }));
  return lines;
}

test('a journal brings an old snapshot up to date', async () => {
  const book = await openBook();
  await book.set('A1', 'old');
  const snapshot = throughDisk(book.engine.save());
  const journal = journalOf(book);
  await furnish(book);
  await book.write(
    { op: 'insertSheet', sheetId: 9, name: 'Copy', index: 0, rows: 1, cols: 1, template: 0 },
    { op: 'copy', sheetId: 0, from: rect('A1:C3'), toSheetId: 1, to: rect('D10'), what: 'ALL', transposed: false },
    { op: 'move', sheetId: 0, from: rect('A2:B2'), toSheetId: 0, row: 12, col: 1 },
    { op: 'moveRows', sheetId: 1, row: 3, count: 2, before: 8 },
    { op: 'deleteCols', sheetId: 1, col: 3, count: 1 },
    { op: 'renameSheet', sheetId: 1, name: 'Squad' },
    { op: 'deleteRows', sheetId: 0, row: 1, count: 1 },
  );
  const again = await openBook({ file: snapshot });
  const heard: unknown[] = [];
  again.engine.onMutation((mutation) => heard.push(mutation));
  await again.engine.replay(journal.map((line) => JSON.parse(line) as JournalEntry));
  expect(heard).toEqual([]);
  expect(await facts(again)).toEqual(await facts(book));
});

test('listeners hear changes with their number and origin, results marked', async () => {
  const book = await openBook();
  const heard: EngineMutation[] = [];
  const extras: [WriteOp[], number][] = [];
  const stop = book.engine.onMutation((mutation) => heard.push(mutation));
  book.engine.onExtras((ops, _, seq) => extras.push([ops, seq]));
  await book.write(
    { op: 'cells', sheetId: 0, row: 1, col: 1, cells: [[{ f: '=1+1' }]] },
    { op: 'properties', store: 'script', entries: { a: '1' } },
  );
  const kinds = new Set(heard.map(({ id, opts }) => `${id} ${opts.onlyLocal ?? false}`));
  expect(kinds).toEqual(
    new Set([
      'sheet.mutation.set-range-values false',
      'formula.mutation.set-array-formula-data true',
      'formula.mutation.set-formula-calculation-result true',
    ]),
  );
  expect(heard[0]).toMatchObject({
    seq: 1,
    origin: me,
    params: { unitId: book.engine.unitId, subUnitId: book.engine.sheetKey(0) },
  });
  expect(extras).toEqual([[[{ op: 'properties', store: 'script', entries: { a: '1' } }], 2]]);
  const numbers = [...heard.map(({ seq }) => seq), 2].sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(book.engine.seq).toBe(numbers.length);
  stop();
  const count = heard.length;
  await book.set('A1', 1);
  expect(heard).toHaveLength(count);
});

describe('a page', () => {
  const typed = (book: TestBook, cellValue: object) =>
    book.engine.applyPageMutation(
      'sheet.mutation.set-range-values',
      { unitId: book.engine.unitId, subUnitId: '0', cellValue },
      page,
    );

  test('types, and everybody’s formulas are calculated', async () => {
    const book = await openBook();
    await book.set('B1', '=A1*2');
    const origins: string[] = [];
    book.engine.onMutation(({ origin }) => origins.push(origin.kind));
    await typed(book, { 0: { 0: { v: 21, t: 2 } } });
    expect(await book.value('B1')).toBe(42);
    expect(new Set(origins)).toEqual(new Set(['page']));
  });

  test('clicks on checkboxes become booleans', async () => {
    const book = await openBook();
    await book.write({
      op: 'validations',
      sheetId: 0,
      row: 1,
      col: 1,
      rules: [[{ criteria: 'CHECKBOX', args: [], allowInvalid: true, showDropdown: true, helpText: null }]],
    });
    await typed(book, { 0: { 0: { v: 1, t: 2 }, 1: { v: 1, t: 2 } } });
    expect(await book.values('A1:B1')).toEqual([[true, 1]]);
  });

  test('fills formulas down: each cell gets a text of its own', async () => {
    const book = await openBook();
    await book.set('A1', [[1], [2], [3]]);
    await typed(book, { 0: { 1: { f: '=A1*10', si: 'x1' } }, 1: { 1: { si: 'x1' } }, 2: { 1: { si: 'x1' } } });
    expect(await book.values('B1:B3')).toEqual([[10], [20], [30]]);
    expect(await book.formula('B3')).toBe('=A3*10');
    await book.insertRows(0, 2, 1);
    expect(await book.formula('B4')).toBe('=A4*10');
  });

  test('adds a sheet under a name of its own, which has a gid here', async () => {
    const book = await openBook();
    const sheet = {
      ...(emptyWorkbook().univer as { sheets: Record<string, object> }).sheets['0'],
      id: 'kX-_9a',
      name: 'From page',
    };
    await book.engine.applyPageMutation(
      'sheet.mutation.insert-sheet',
      { unitId: book.engine.unitId, index: 1, sheet },
      page,
    );
    const { id } = book.engine.sheets()[1]!;
    expect(Number.isInteger(id) && id >= 0).toBe(true);
    expect(book.engine.sheetKey(id)).toBe('kX-_9a');
    expect(book.engine.sheetIdOf('kX-_9a')).toBe(id);
    await book.set('From page!A1', 5);
    expect(await book.value('From page!A1')).toBe(5);
    await book.write({
      op: 'metadata',
      all: [{ id: 1, key: 'k', value: null, visibility: 'DOCUMENT', location: { type: 'SHEET', sheetId: id } }],
    });
    await book.engine.applyPageMutation(
      'sheet.mutation.remove-sheet',
      { unitId: book.engine.unitId, subUnitId: 'kX-_9a' },
      page,
    );
    expect(book.engine.metadata()).toEqual([]);
  });

  test('that loads a snapshot learns what array formulas spilled', async () => {
    const book = await openBook();
    expect(book.engine.afterLoad()).toEqual([]);
    await book.set('A1', '=SEQUENCE(2)');
    const [mutation] = book.engine.afterLoad();
    expect(mutation!.id).toBe('formula.mutation.set-array-formula-data');
    expect(JSON.stringify(mutation!.params)).toContain('"v":2');
  });
});
