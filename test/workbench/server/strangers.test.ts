/** What a stranger, a broken program or a broken line may send: the server tells it in a sentence and goes on. */
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import WebSocket from 'ws';
import { LiveBook } from '../../../workbench/server/live-book';
import { type RunningServer, startServer } from '../../../workbench/server/server';
import { WsPage } from '../../support/ws-page';

const fixture = path.join(__dirname, '..', '..', 'support', 'fixture-addon');
let folder: string;
let server: RunningServer;
let port: number;
let told: string[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'strangers-'));
  told = [];
  server = await startServer({
    bookFile: path.join(folder, 'book.json'),
    projectFolder: fixture,
    ownName: null,
    user: 'boss@example.com',
    port: 0,
    empty: false,
    pageFolder: path.join(__dirname, '..', '..', '..', 'build', 'page'),
    tell: (words) => told.push(words),
  });
  port = Number(new URL(server.address).port);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  told.length = 0;
});

/** Still there, and no words that look like a stack. */
async function expectAlive(): Promise<void> {
  expect((await fetch(`${server.address}/api/runs`)).status).toBe(200);
  expect(told.filter((words) => /^\s+at /m.test(words))).toEqual([]);
}

/** Writes bytes to the port, as they are, and gives what came back until the line was closed, or `ms` were over. */
function raw(bytes: string | Buffer, ms = 300): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
    socket.write(bytes);
    setTimeout(() => socket.destroy(), ms).unref();
  });
}

const upgrade = (target: string, headers: Record<string, string> = {}) => {
  const all = {
    Host: `localhost:${port}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `GET ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
};

test('a page of another origin opens ws://localhost/…//, and other addresses that are none', async () => {
  for (const target of ['//', '///', 'http://[', '/ws//', '//ws', '*', '/%', '\\', 'ws://x:99999999/']) {
    // What Node's own reader of requests does not take, it answers itself.
    for (const headers of [{ Origin: 'https://evil.example' }, {}])
      expect(await raw(upgrade(target, headers))).not.toMatch(/^HTTP\/1.1 101/);
  }
  await expectAlive();
});

test('requests for addresses that are none get an answer, not a stack', async () => {
  const get = (target: string) => raw(`GET ${target} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
  for (const target of ['//', '/%', '/%E0%A4%A', '/a%00b', 'http://['])
    expect(await get(target)).toMatch(/^HTTP\/1.1 400 /);
  for (const target of ['/fonts', '/..%2f..%2fetc/passwd', '/api/toString', '/api/', '/frame/'])
    expect(await get(target)).toMatch(/^HTTP\/1.1 404 /);
  await expectAlive();
});

test('bytes that are no request, and lines that break off anywhere', async () => {
  await raw('\x16\x03\x01\x02\x00 not http at all\r\n\r\n');
  await raw(Buffer.from([0, 1, 2, 255, 254, 10, 13, 10, 13]));
  await raw(`GET / HTTP/1.1\r\nHost: localhost:${port}\r\nX: ${'x'.repeat(100_000)}`);
  await raw(upgrade('/ws', { 'Sec-WebSocket-Key': 'none' }));
  await raw(upgrade('/ws').slice(0, -2), 20);
  await raw(upgrade('/ws'), 1);
  // A frame whose length is beyond every number, one that is reserved, and one that is half there.
  for (const frame of ['\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff', '\xf1\x80', '\x81\xfe\x10\x00abcd'])
    await raw(Buffer.concat([Buffer.from(upgrade('/ws')), Buffer.from(frame, 'latin1')]), 100);
  await expectAlive();
});

const unit = 'unitId';
const WRONG: (string | Buffer)[] = [
  '',
  'no JSON',
  '{"t":"edit"',
  'null',
  '7',
  '[]',
  '{}',
  '{"t":5}',
  '{"t":"__proto__"}',
  '{"t":"toString"}',
  '{"t":"edit"}',
  '{"t":"edit","n":1,"base":0,"mutations":null}',
  '{"t":"edit","n":1,"base":0,"mutations":[null]}',
  '{"t":"edit","n":1,"base":0,"mutations":[{"id":5}]}',
  `{"t":"edit","n":1,"base":0,"mutations":[{"id":"sheet.command.delete-all","params":{"${unit}":""}}]}`,
  '{"t":"select","selection":null}',
  '{"t":"select","selection":{"sheetKey":"0","ranges":[],"current":{}}}',
  '{"t":"menu"}',
  '{"t":"menu","fn":{}}',
  '{"t":"call","frame":"x","call":1,"fn":"writeHere","args":"{"}',
  '{"t":"answer","question":1,"button":"MAYBE","text":""}',
  '{"t":"fold","sheetKey":"0"}',
  '{"t":"addPerson"}',
  `{"t":"menu","fn":${'['.repeat(50_000)}`,
  Buffer.from([1, 2, 3]),
];

test('messages that are none are told, one sentence each, and the window goes on', async () => {
  const ana = await WsPage.open(server.address, 'ana@example.com');
  const socket = new WebSocket(`${server.address.replace('http', 'ws')}/ws?user=bea@example.com`);
  const answers: string[] = [];
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as { t: string; words?: string };
    if (message.t === 'trouble') answers.push(message.words ?? '');
  });
  await new Promise((resolve) => socket.once('open', resolve));
  for (const message of WRONG) socket.send(message);
  // In order: when the next thing is answered, all of those were.
  socket.send(JSON.stringify({ t: 'addPerson', email: 'nobody' }));
  while (!answers.some((words) => words.includes('“nobody” is not an e-mail'))) {
    await new Promise((resolve) => socket.once('message', resolve));
  }
  expect(answers).toHaveLength(WRONG.length + 1);
  for (const words of answers) expect(words.trim().split('\n')).toHaveLength(1);
  expect(new Set(answers.map((words) => /left aside|is not an e-mail/.test(words)))).toEqual(new Set([true]));
  await ana.kept(ana.put(1, 1, 'still here'));
  socket.terminate();
  await ana.close();
  await expectAlive();
});

test('edits that no sheet can take are refused; the workbook opens again afterwards', async () => {
  const ana = await WsPage.open(server.address, 'ana@example.com');
  const { unitId } = ana;
  const range = { startRow: 5, endRow: 2, startColumn: 0, endColumn: 3 };
  const params: [string, object][] = [
    ['sheet.mutation.set-range-values', { unitId, subUnitId: 'none', cellValue: { 0: { 0: { v: 1 } } } }],
    ['sheet.mutation.set-range-values', { unitId, subUnitId: '0', cellValue: { 99999999: { 0: { v: 1 } } } }],
    ['sheet.mutation.set-range-values', { unitId, subUnitId: '0', cellValue: { x: 5 } }],
    ['sheet.mutation.set-range-values', { unitId, subUnitId: '0', cellValue: { 0: 'word' } }],
    ['sheet.mutation.set-range-values', { unitId, subUnitId: 7, cellValue: 5 }],
    ['sheet.mutation.no-such-thing', { unitId, subUnitId: '0' }],
    ['sheet.mutation.insert-row', { unitId, subUnitId: '0' }],
    ['sheet.mutation.move-range', { unitId, from: null, to: null }],
    ['sheet.mutation.remove-sheet', { unitId, subUnitId: 'none' }],
    ['sheet.mutation.add-worksheet-merge', { unitId, subUnitId: '0', ranges: [null] }],
    ['data-validation.mutation.addRule', { unitId, subUnitId: '0', rule: null }],
  ];
  for (const [id, one] of params) {
    const n = ana.edit([{ id, params: { ...range, ...one } }]);
    const answer = await Promise.race([ana.next('refused', (m) => m.n === n), ana.next('took', (m) => m.n === n)]);
    expect([id, answer]).toMatchObject([id, { t: 'refused', reason: 'failed' }]);
  }
  await ana.kept(ana.put(2, 1, 'kept'));
  await ana.close();
  await expectAlive();
  await server.close();
  const again = await LiveBook.open(
    path.join(folder, 'book.json'),
    () => {
      throw new Error('it is there');
    },
    () => undefined,
  );
  const cells = await again.engine.read(0, { row: 2, col: 1, rows: 1, cols: 1 });
  expect(cells[0]?.[0]?.v).toBe('kept');
  await again.close();
});
