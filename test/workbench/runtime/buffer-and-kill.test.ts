import { execute, failure, script, workbook } from '../services/script';

const A1 = { row: 1, col: 1, rows: 1, cols: 1 };

test('writes wait for a read, a flush or the end; in eager mode they do not', async () => {
  const sees = async (eager: boolean) => {
    const engine = await workbook();
    const seen: unknown[] = [];
    const look = async () => seen.push((await engine.read(0, A1))[0]![0]!.v);
    await execute(
      `const a1 = sheet.getRange('A1');
       a1.setValue(1); Utilities.getUuid();
       sheet.getRange('B1').getValue(); Utilities.getUuid();
       a1.setValue(2); SpreadsheetApp.flush(); Utilities.getUuid();
       a1.setValue(3);`,
      {
        engine,
        eager,
        faults: [1, 2, 3].map((at) => ({
          kind: 'hook' as const,
          at,
          member: 'Utilities.getUuid',
          run: async () => void (await look()),
        })),
      },
    );
    await look();
    return seen;
  };
  expect(await sees(false)).toEqual([null, 1, 2, 3]);
  expect(await sees(true)).toEqual([1, 1, 2, 3]);
});

test('a killed run keeps only what was flushed, and tells its calls', async () => {
  for (const eager of [false, true]) {
    const engine = await workbook();
    const result = await execute(
      `sheet.getRange('A1').setValue('flushed');
       SpreadsheetApp.flush();
       sheet.getRange('A2').setValue('waits');
       sheet.insertRowsBefore(1, 5);
       Utilities.getUuid();
       sheet.getRange('A3').setValue('never');`,
      { engine, eager, faults: [{ kind: 'kill', at: 1, member: 'Utilities.getUuid' }] },
    );
    expect(result.killed).toBe(true);
    expect(result.outcome).toMatchObject({
      ok: false,
      error: { name: 'Exception', message: 'Exceeded maximum execution time' },
    });
    expect(result.serviceCalls).toMatchObject({
      'Range.setValue': 2,
      'Sheet.insertRowsBefore': 1,
      'Utilities.getUuid': 1,
    });
    const column = (await engine.read(0, { ...A1, rows: 8 })).map(([cell]) => cell!.v);
    expect(column).toEqual(
      eager
        ? [null, null, null, null, null, 'flushed', 'waits', null]
        : ['flushed', null, null, null, null, null, null, null],
    );
  }
});

test('the time limit ends a runaway script and a sleeping one', async () => {
  for (const body of [
    'for (;;) {}',
    'Utilities.sleep(60000)',
    'LockService.getDocumentLock().waitLock(1); for (;;) {}',
  ]) {
    const started = performance.now();
    const { outcome } = await execute(body, { timeLimitMs: 200 });
    expect(outcome).toMatchObject({ ok: false, error: { message: 'Exceeded maximum execution time' } });
    // It was not waited for.
    expect(performance.now() - started).toBeLessThan(60_000);
  }
});

test('a script that wants too much memory ends, and only it', async () => {
  expect(await failure('const all = []; for (;;) all.push(new Array(200000).fill(Math.random()))')).toBe(
    'Exception: Exceeded memory limit',
  );
  expect(await script('return 1')).toBe(1);
});

test('an uncaught error does not take back what came before it', async () => {
  const engine = await workbook();
  expect(await failure(`sheet.getRange('A1').setValue(1); throw new TypeError('mine')`, { engine })).toBe(
    'TypeError: mine',
  );
  expect((await engine.read(0, A1))[0]![0]!.v).toBe(1);
});

test('the stack names the user’s own lines only', async () => {
  const { outcome } = await execute(`sheet.getRange(0, 1)`);
  if (outcome.ok) throw new Error('it did not throw');
  expect(outcome.error.stack).toMatch(
    /^Exception: The starting row of the range is too small\.\n {4}at run \(Code:2:7\)$/,
  );
});

test('faults: fail, act between two calls, speak another language', async () => {
  const engine = await workbook();
  expect(
    await script(
      `const told = [];
       try { sheet.getRange('A1').setValue(1) } catch (e) { told.push(String(e)) }
       told.push(sheet.getRange('A2').getValue());
       return told;`,
      {
        engine,
        faults: [
          { kind: 'fail', at: 1, member: 'Range.setValue', message: 'Service Spreadsheets timed out' },
          {
            kind: 'hook',
            at: 1,
            member: 'Range.getValue',
            run: () =>
              engine.write([{ op: 'cells', sheetId: 0, row: 2, col: 1, cells: [[{ v: 'theirs' }]] }], {
                kind: 'page',
                user: 'other@example.com',
              }),
          },
        ],
      },
    ),
  ).toEqual(['Exception: Service Spreadsheets timed out', 'theirs']);
  expect(await failure(`sheet.getRange(0, 1)`, { translate: (text) => `übersetzt(${text.length})` })).toBe(
    'Exception: übersetzt(43)',
  );
  // Number of any call, whatever its member.
  expect(
    await failure(`sheet.getRange('A1').setValue(1)`, { faults: [{ kind: 'fail', at: 4, message: 'fourth call' }] }),
  ).toBe('Exception: fourth call');
});

test('calls are counted by member, not by what they call themselves', async () => {
  const { serviceCalls } = await execute(
    `sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]); sheet.clearContents(); sheet.insertRowAfter(3); ss.appendRow([1]);`,
  );
  expect(serviceCalls).toEqual({
    'SpreadsheetApp.getActiveSpreadsheet': 1,
    'Spreadsheet.getActiveSheet': 1,
    'Sheet.getRange': 1,
    'Range.setValues': 1,
    'Sheet.clearContents': 1,
    'Sheet.insertRowAfter': 1,
    'Spreadsheet.appendRow': 1,
  });
});

test('latency is added to each call', async () => {
  const { elapsedMs } = await execute('', { latencyMs: 60 });
  expect(elapsedMs).toBeGreaterThan(118);
});

test('results are there when a script looks, whatever it looks at, and when it has ended', async () => {
  const engine = await workbook();
  expect(
    await script(
      `sheet.getRange('A1').setFormula('=SEQUENCE(3)');
       const first = sheet.getLastRow();
       sheet.getRange('B1').setFormula('=SUM(A1:A3)');
       const shown = sheet.getRange('B1').getDisplayValue();
       sheet.getRange('A1').setFormula('=SEQUENCE(4)');
       sheet.getRange('A1:A4').copyTo(sheet.getRange('D1'), { contentsOnly: true });
       sheet.getRange('C1').setFormula('=SEQUENCE(6)');
       sheet.appendRow(['below']);
       return [first, shown, sheet.getRange('D1:D4').getValues(), sheet.getRange('A7').getValue()];`,
      { engine },
    ),
  ).toEqual([3, '6', [[1], [2], [3], [4]], 'below']);
  await execute(`sheet.getRange('E1').setFormula('=A4*2'); sheet.getRange('A1').setFormula('=SEQUENCE(4,1,5)');`, {
    engine,
  });
  const file = engine.save().univer as {
    sheets: Record<string, { cellData: Record<number, Record<number, { v: unknown }>> }>;
  };
  expect(Object.values(file.sheets)[0]!.cellData[0]![4]!.v).toBe(16);
});
