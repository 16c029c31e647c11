import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import WebSocket from 'ws';
import type { WorkbookFile } from '../../../workbench/engine/engine';
import { type RunningServer, startServer } from '../../../workbench/server/server';
import { WsPage } from '../../support/ws-page';

const fixture = path.join(__dirname, '..', '..', 'support', 'fixture-addon');
let folder: string;
let bookFile: string;
let server: RunningServer;
let told: string[];

const start = (more: { empty?: boolean; port?: number } = {}) =>
  startServer({
    bookFile,
    projectFolder: fixture,
    ownName: null,
    user: 'boss@example.com',
    port: 0,
    empty: false,
    pageFolder: path.join(__dirname, '..', '..', '..', 'build', 'page'),
    tell: (words) => told.push(words),
    ...more,
  });

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'server-'));
  bookFile = path.join(folder, 'book.json');
  told = [];
  server = await start();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const cellsOf = async (address: string) => {
  const book = (await (await fetch(`${address}/api/book`)).json()) as WorkbookFile;
  const { sheets } = book.univer as {
    sheets: Record<string, { cellData: Record<number, Record<number, { v?: unknown }>> }>;
  };
  return (row: number, col: number) => sheets['0']?.cellData[row - 1]?.[col - 1]?.v;
};

test('an edit reaches the other window, is acknowledged, and then said to be on disk', async () => {
  const ana = await WsPage.open(server.address, 'ana@example.com');
  const ben = await WsPage.open(server.address, 'ben@example.com');
  const n = ana.put(2, 3, 'hello');
  const change = await ben.next('changes');
  expect(JSON.stringify(change.changes[0]?.params)).toContain('hello');
  await ana.kept(n);
  expect(ana.heard.some((message) => message.t === 'changes')).toBe(false);
  expect(readFileSync(`${bookFile}.journal`, 'utf8')).toContain('hello');
});

test('a formula is calculated by the server, for the window that typed it too', async () => {
  const ana = await WsPage.open(server.address, 'ana@example.com');
  ana.put(1, 1, 20);
  const cellValue = { 0: { 1: { f: '=A1*2' } } };
  ana.edit([{ id: 'sheet.mutation.set-range-values', params: { unitId: ana.unitId, subUnitId: '0', cellValue } }]);
  const results = await ana.next('changes', (message) => message.changes.some((change) => change.result));
  expect(JSON.stringify(results)).toContain('"v":40');
});

test('two edits of one cell at once: both windows end with the value that came last', async () => {
  const ana = await WsPage.open(server.address, 'ana@example.com');
  const ben = await WsPage.open(server.address, 'ben@example.com');
  const base = ana.seq;
  ana.put(1, 1, 'from Ana', base);
  await ben.next('changes');
  const n = ben.put(1, 1, 'from Ben', base);
  await ben.kept(n);
  // Ben has Ana's value on his screen by now; his own comes to him again, after it.
  const echo = await ben.next('changes', (message) => JSON.stringify(message).includes('from Ben'));
  expect(echo.changes[0]?.seq).toBeGreaterThan(base + 1);
  expect((await cellsOf(server.address))(1, 1)).toBe('from Ben');
});

test('an edit made on old positions is refused in words once rows have moved', async () => {
  const ana = await WsPage.open(server.address, 'ana@example.com');
  const ben = await WsPage.open(server.address, 'ben@example.com');
  const base = ben.seq;
  await ana.kept(ana.insertRow(3));
  const n = ben.put(5, 1, 'lost', base);
  const refusal = await ben.next('refused');
  expect(refusal).toMatchObject({ n, reason: 'stale' });
  expect(refusal.words).toMatch(/make the edit again/);
  ben.heard.length = 0;
  ben.send({ t: 'again' });
  await ben.next('book');
  await ben.kept(ben.put(5, 1, 'taken'));
  expect((await cellsOf(server.address))(5, 1)).toBe('taken');
});

test("one's own rows in a row: a second insert does not wait for the first to be acknowledged", async () => {
  const ana = await WsPage.open(server.address, 'ana@example.com');
  const base = ana.seq;
  ana.insertRow(3, base);
  ana.put(3, 1, 'new row', base);
  await ana.kept(ana.insertRow(7, base));
  expect(ana.heard.some((message) => message.t === 'refused')).toBe(false);
});

test('inserting a row on a view that lacks another person’s edit is refused', async () => {
  const ana = await WsPage.open(server.address, 'ana@example.com');
  const ben = await WsPage.open(server.address, 'ben@example.com');
  const base = ben.seq;
  await ana.kept(ana.put(9, 1, 'below'));
  ben.insertRow(3, base);
  expect((await ben.next('refused')).reason).toBe('stale');
});

test('protections hold for each person; a stranger becomes an editor, a viewer may only look', async () => {
  await server.runAs('boss@example.com', 'protectTop', []);
  const boss = await WsPage.open(server.address, 'boss@example.com');
  const ana = await WsPage.open(server.address, 'ana@example.com');
  ana.put(1, 1, 'no');
  expect(await ana.next('refused')).toMatchObject({ reason: 'protected' });
  await ana.kept(ana.put(4, 1, 'yes'));
  await boss.kept(boss.put(1, 1, 'mine'));
  await server.runAs('boss@example.com', 'addViewer', ['vic@example.com']);
  const vic = await WsPage.open(server.address, 'vic@example.com');
  expect((await vic.next('hello')).role).toBe('viewer');
  expect((await vic.next('menus')).menus).toEqual([]);
  vic.put(6, 1, 'no');
  expect(await vic.next('refused')).toMatchObject({ reason: 'viewer' });
});

test('a call by google.script.run sees the cursor and answers when its writes are on disk', async () => {
  const ana = await WsPage.open(server.address, 'ana@example.com');
  ana.send({
    t: 'select',
    selection: { sheetKey: '0', ranges: [{ row: 4, col: 2, rows: 1, cols: 1 }], current: { row: 4, col: 2 } },
  });
  ana.send({ t: 'menu', fn: 'openSidebar' });
  const { frame, title, where } = await ana.next('frame');
  expect({ title, where }).toEqual({ title: 'Fixture', where: 'sidebar' });
  ana.send({ t: 'call', frame, call: 1, fn: 'writeHere', args: '["from a call"]' });
  const result = await ana.next('result');
  expect(result).toMatchObject({ ok: true, value: JSON.stringify({ cell: 'B4', user: 'ana@example.com' }) });
  expect(readFileSync(`${bookFile}.journal`, 'utf8')).toContain('from a call');
  ana.send({ t: 'call', frame, call: 2, fn: 'refuse', args: '[]' });
  expect(await ana.next('result', (message) => message.call === 2)).toMatchObject({
    ok: false,
    error: { message: 'No, thank you' },
  });
  ana.send({ t: 'call', frame, call: 3, fn: 'hidden_', args: '[]' });
  expect(await ana.next('result', (message) => message.call === 3)).toMatchObject({ ok: false });
});

test('the frame is served to its page only, with google.script in front of the project’s own scripts', async () => {
  const ana = await WsPage.open(server.address, 'ana@example.com');
  ana.send({ t: 'menu', fn: 'openSidebar' });
  const { frame } = await ana.next('frame');
  const { frameOrigin } = await ana.next('hello');
  expect(frameOrigin).toMatch(/^http:\/\/127\.0\.0\.1:/);
  const html = await (await fetch(`${frameOrigin}/frame/${frame}?page=${server.address}`)).text();
  expect(html.indexOf('/frame.js')).toBeGreaterThan(0);
  expect(html.indexOf('/frame.js')).toBeLessThan(html.indexOf('google.script.run'));
  expect(html).not.toContain('hidden_');
  expect((await fetch(`${frameOrigin}/frame/${frame}?page=http://evil.example`)).status).toBe(404);
  await ana.close();
  // Gone as soon as the server has heard that the window is.
  while ((await fetch(`${frameOrigin}/frame/${frame}?page=${server.address}`)).status !== 404);
});

test('a menu run that fails is told in words, and the meter counts its calls', async () => {
  const ana = await WsPage.open(server.address, 'ana@example.com');
  ana.send({ t: 'menu', fn: 'failLoudly' });
  expect((await ana.next('trouble')).words).toBe('Error: This was meant to fail');
  const report = await ana.next(
    'run',
    (message) => message.report.fn === 'failLoudly' && message.report.state === 'failed',
  );
  expect(report.report).toMatchObject({ user: 'ana@example.com', from: 'menu' });
  const opened = await ana.next('run', (message) => message.report.fn === 'onOpen' && message.report.state === 'done');
  expect(opened.report.calls).toHaveProperty(['Ui.createAddonMenu']);
});

test('a question blocks its run until it is answered; a window that leaves has closed it', async () => {
  const ana = await WsPage.open(server.address, 'ana@example.com');
  ana.send({ t: 'menu', fn: 'askQuestion' });
  const ask = await ana.next('ask');
  expect(ask).toMatchObject({ kind: 'alert', title: 'Question', buttons: ['YES', 'NO'] });
  ana.send({ t: 'answer', question: ask.question, button: 'YES', text: '' });
  await ana.next('run', (message) => message.report.fn === 'askQuestion' && message.report.state === 'done');
  expect((await cellsOf(server.address))(1, 4)).toBe('YES');
  ana.heard.length = 0;
  ana.send({ t: 'menu', fn: 'askQuestion' });
  await ana.next('ask');
  await ana.close();
  // The run goes on with the answer of a closed window; whoever comes then hears of the one before, too.
  let written = '';
  for (let n = 0; n < 200 && written !== 'CLOSE'; n++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    written = String((await cellsOf(server.address))(1, 4));
  }
  expect(written).toBe('CLOSE');
});

test('the workbook survives a restart; an empty start keeps the old one as .bak', async () => {
  const ana = await WsPage.open(server.address, 'ana@example.com');
  await ana.kept(ana.put(2, 2, 'stays'));
  await server.close();
  server = await start();
  expect((await cellsOf(server.address))(2, 2)).toBe('stays');
  await server.close();
  server = await start({ empty: true });
  expect((await cellsOf(server.address))(2, 2)).toBeUndefined();
  expect(readFileSync(`${bookFile}.bak`, 'utf8')).toContain('stays');
});

test('a second workbench on the same file, or on the same port, is turned away in words', async () => {
  await expect(start()).rejects.toThrow(/open in another workbench at http:\/\/localhost:\d+/);
  const port = Number(new URL(server.address).port);
  bookFile = path.join(folder, 'other.json');
  await expect(start({ port })).rejects.toThrow(`Port ${port} is in use`);
  expect(existsSync(`${bookFile}.lock`)).toBe(false);
});

test('requests that name another host or come from another site are refused', async () => {
  const { port } = new URL(server.address);
  const status = (headers: http.OutgoingHttpHeaders) =>
    new Promise((resolve, reject) => {
      http
        .get({ host: '127.0.0.1', port, path: '/api/book', headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
        .on('error', reject);
    });
  expect(await status({ host: `localhost:${port}` })).toBe(200);
  expect(await status({ host: `evil.example:${port}` })).toBe(403);
  expect(await status({ host: `localhost:${port}`, origin: 'http://evil.example' })).toBe(403);
  expect(await status({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200);
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { origin: 'http://evil.example' });
  await expect(new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))).rejects.toThrow();
});

test('the workbook can be downloaded as an .xlsx file', async () => {
  const response = await fetch(`${server.address}/api/xlsx`);
  expect(response.headers.get('content-disposition')).toContain('filename="Untitled spreadsheet.xlsx"');
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect((await fetch(`${server.address}/api/nothing`)).status).toBe(404);
  expect((await fetch(`${server.address}/../package.json`)).status).toBe(404);
  expect((await fetch(`${server.address}/%2e%2e%2fpackage.json`)).status).toBe(404);
});
