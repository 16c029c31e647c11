import { failures, REP, script, workbook } from './script';

test('properties: three stores, texts only, deleted by key or whole', async () => {
  const engine = await workbook();
  expect(
    await script(
      `const d = PropertiesService.getDocumentProperties(), u = PropertiesService.getUserProperties();
       d.setProperty('a', 'x').setProperty('n', 5); u.setProperties({ k: 'mine', z: true });
       const log = [d.getProperty('a'), d.getProperty('n'), d.getProperty('none'), d.getProperty('toString'), d.getProperties(), d.getKeys(), u.getProperties(), PropertiesService.getScriptProperties().getProperties()];
       d.deleteProperty('a'); log.push(d.getKeys()); d.setProperties({ only: '1' }, true); log.push(d.getProperties()); u.deleteAllProperties(); log.push(u.getKeys());
       u.setProperty('left', '1'); return log`,
      { engine },
    ),
  ).toEqual([
    'x',
    '5',
    null,
    null,
    { a: 'x', n: '5' },
    ['a', 'n'],
    { k: 'mine', z: 'true' },
    {},
    ['n'],
    { only: '1' },
    [],
  ]);
  expect(
    await script(
      `return [PropertiesService.getDocumentProperties().getProperties(), PropertiesService.getUserProperties().getProperties()]`,
      { engine, user: REP },
    ),
  ).toEqual([{ only: '1' }, {}]);
});

test('properties do not wait in the buffer, nor do they flush it', async () => {
  const engine = await workbook();
  let seen: unknown;
  await script(
    `sheet.getRange('A1').setValue(1); PropertiesService.getDocumentProperties().setProperty('a', 'x'); Utilities.getUuid();`,
    {
      engine,
      faults: [
        {
          kind: 'hook',
          at: 1,
          member: 'Utilities.getUuid',
          run: async () => {
            seen = [
              engine.properties('document'),
              (await engine.read(0, { row: 1, col: 1, rows: 1, cols: 1 }))[0]![0]!.v,
            ];
          },
        },
      ],
    },
  );
  expect(seen).toEqual([{ a: 'x' }, null]);
});

test('limits of properties and cache', async () => {
  expect(
    await failures([
      `PropertiesService.getDocumentProperties().setProperty('a', 'x'.repeat(9 * 1024 + 1))`,
      `PropertiesService.getDocumentProperties().setProperty('a', 'é'.repeat(5000))`,
      `const p = PropertiesService.getUserProperties(); const all = {}; for (let i = 0; i < 60; i++) all['k' + i] = 'x'.repeat(9000); p.setProperties(all)`,
      `CacheService.getDocumentCache().put('a', 'x'.repeat(100 * 1024 + 1))`,
      `CacheService.getDocumentCache().put('a', 'x', 21601)`,
      `CacheService.getDocumentCache().get('k'.repeat(251))`,
    ]),
  ).toEqual([
    'Exception: Argument too large: value',
    'Exception: Argument too large: value',
    'Exception: You have exceeded the property storage quota. Please remove some properties and try again.',
    'Exception: Argument too large: value',
    'Exception: Argument too large: expirationInSeconds',
    'Exception: Argument too large: key',
  ]);
});

test('cache: shared between runs, per user or document, over when its time is', async () => {
  const engine = await workbook();
  const nowMs = Date.UTC(2026, 0, 1);
  await script(
    `const c = CacheService.getDocumentCache(); c.put('a', 'x', 60); c.putAll({ b: 1, c: 'y' }); CacheService.getUserCache().put('a', 'mine'); c.remove('c')`,
    { engine, nowMs },
  );
  const look = `return [CacheService.getDocumentCache().get('a'), CacheService.getDocumentCache().getAll(['a', 'b', 'c']), CacheService.getUserCache().get('a')]`;
  expect(await script(look, { engine, nowMs: nowMs + 59_000 })).toEqual(['x', { a: 'x', b: '1' }, 'mine']);
  expect(await script(look, { engine, nowMs: nowMs + 61_000, user: REP })).toEqual([null, { b: '1' }, null]);
  expect(await script(look, { engine, nowMs: nowMs + 601_000 })).toEqual([null, {}, null]);
});
