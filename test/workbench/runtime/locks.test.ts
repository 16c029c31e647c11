import { execute, failure, OWNER, REP, script, workbook } from '../services/script';

const ADD_TEN = `
  for (let i = 0; i < 10; i++) {
    const lock = LockService.getDocumentLock();
    lock.waitLock(20000);
    const cell = sheet.getRange('A1');
    const before = Number(cell.getValue());
    Utilities.sleep(1);
    cell.setValue(before + 1);
    SpreadsheetApp.flush();
    lock.releaseLock();
  }`;

test('two executions interleave; with a lock no count is lost, without one some are', async () => {
  const engine = await workbook();
  await Promise.all([execute(ADD_TEN, { engine }), execute(ADD_TEN, { engine, user: REP })]);
  expect(await script(`return sheet.getRange('A1').getValue()`, { engine })).toBe(20);

  const other = await workbook();
  const bare = ADD_TEN.replace(/lock\.waitLock\(20000\);|lock\.releaseLock\(\);/g, '');
  // The other one comes between reading and writing.
  const between = () => execute(bare, { engine: other, user: REP });
  await execute(bare, {
    engine: other,
    faults: [{ kind: 'hook', at: 1, member: 'Range.setValue', run: async () => void (await between()) }],
  });
  expect(await script(`return sheet.getRange('A1').getValue()`, { engine: other })).toBe(10);
});

test('try, have, wait and time out', async () => {
  const engine = await workbook();
  let outcome = '';
  expect(
    await script(
      `const lock = LockService.getDocumentLock();
       const first = lock.tryLock(0);
       const again = lock.tryLock(0);
       Utilities.getUuid();
       lock.releaseLock();
       return [first, again, lock.hasLock()];`,
      {
        engine,
        faults: [
          {
            kind: 'hook',
            at: 1,
            member: 'Utilities.getUuid',
            run: async () => {
              outcome = await failure(
                `if (LockService.getDocumentLock().tryLock(10)) throw new Error('both have it');
                 LockService.getUserLock().waitLock(10);
                 LockService.getDocumentLock().waitLock(10)`,
                { engine, user: REP },
              );
            },
          },
        ],
      },
    ),
  ).toEqual([true, true, false]);
  expect(outcome).toBe('Exception: Lock timeout: another process was holding the lock for too long.');
});

test('a lock dies with its worker, and at the end of a run', async () => {
  const engine = await workbook();
  const held = `LockService.getDocumentLock().waitLock(100); LockService.getScriptLock().waitLock(100);`;
  await execute(`${held} for (;;) {}`, { engine, timeLimitMs: 100 });
  await execute(held, { engine });
  expect(
    await script(`return [LockService.getDocumentLock().tryLock(0), LockService.getScriptLock().tryLock(0)]`, {
      engine,
      user: OWNER,
    }),
  ).toEqual([true, true]);
});

test('a dialog gives the lock up', async () => {
  const engine = await workbook();
  let meanwhile: unknown;
  expect(
    await script(
      `const lock = LockService.getDocumentLock(); lock.waitLock(10); SpreadsheetApp.getUi().alert('well?'); return lock.hasLock();`,
      {
        engine,
        ui: {
          askAlert: async () => {
            meanwhile = await script(`return LockService.getDocumentLock().tryLock(0)`, { engine, user: REP });
            return 'OK';
          },
        },
      },
    ),
  ).toBe(false);
  expect(meanwhile).toBe(true);
});

test('after a lock the sheet is as the other left it', async () => {
  const engine = await workbook();
  const waiting = execute(`const lock = LockService.getDocumentLock(); lock.waitLock(5000); return null;`, { engine });
  await waiting;
  expect(
    await script(
      `sheet.getMaxRows();
       LockService.getDocumentLock().waitLock(1000);
       return sheet.getMaxRows();`,
      {
        engine,
        faults: [
          {
            kind: 'hook',
            at: 1,
            member: 'Lock.waitLock',
            run: () =>
              engine.write([{ op: 'insertRows', sheetId: 0, before: 1, count: 7, inherit: 'none' }], {
                kind: 'page',
                user: REP,
              }),
          },
        ],
      },
    ),
  ).toBe(1007);
});
