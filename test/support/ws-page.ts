/** A window without a browser: speaks the page's protocol, keeps what it hears. */
import WebSocket from 'ws';
import type { PageMutation, ToPage, ToServer } from '../../workbench/server/protocol';

type Of<T extends ToPage['t']> = Extract<ToPage, { t: T }>;

export class WsPage {
  readonly heard: ToPage[] = [];
  private readonly waiting: (() => void)[] = [];
  private edits = 0;
  /** The last number that arrived: what a real page has applied. */
  seq = 0;
  unitId = '';
  closed = false;

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as ToPage;
      this.heard.push(message);
      if (message.t === 'book') {
        this.seq = message.seq;
        this.unitId = message.unitId;
      }
      if (message.t === 'changes') this.seq = Math.max(this.seq, ...message.changes.map((change) => change.seq));
      if (message.t === 'took') this.seq = Math.max(this.seq, message.seq);
      for (const check of this.waiting.splice(0)) check();
    });
    socket.on('close', () => {
      this.closed = true;
      for (const check of this.waiting.splice(0)) check();
    });
  }

  /** Connects as somebody and waits for the workbook. */
  static async open(address: string, user: string): Promise<WsPage> {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/ws?user=${encodeURIComponent(user)}`);
    const page = new WsPage(socket);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    await page.next('book');
    return page;
  }

  send(message: ToServer): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Sends an edit as if made on what this page has seen; gives its number. */
  edit(mutations: PageMutation[], base = this.seq): number {
    const n = ++this.edits;
    this.send({ t: 'edit', n, base, mutations });
    return n;
  }

  /** Puts values into cells of a tab: rows and columns from 1. */
  put(row: number, col: number, value: string | number, base = this.seq, sheetKey = '0'): number {
    const cellValue = { [row - 1]: { [col - 1]: { v: value, t: typeof value === 'number' ? 2 : 1 } } };
    return this.edit(
      [{ id: 'sheet.mutation.set-range-values', params: { unitId: this.unitId, subUnitId: sheetKey, cellValue } }],
      base,
    );
  }

  insertRow(row: number, base = this.seq, sheetKey = '0'): number {
    const range = { startRow: row - 1, endRow: row - 1, startColumn: 0, endColumn: 25 };
    return this.edit(
      [{ id: 'sheet.mutation.insert-row', params: { unitId: this.unitId, subUnitId: sheetKey, range } }],
      base,
    );
  }

  /** The first message of a kind (that fits), heard already or to come. Throws when the line breaks before. */
  async next<T extends ToPage['t']>(t: T, fits: (message: Of<T>) => boolean = () => true): Promise<Of<T>> {
    for (;;) {
      const found = this.heard.find((message): message is Of<T> => message.t === t && fits(message as Of<T>));
      if (found) return found;
      if (this.closed) throw new Error(`The line broke before "${t}" came.`);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** Waits until an edit is on disk. */
  async kept(n: number): Promise<void> {
    await this.next('kept', (message) => message.n === n);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.socket.once('close', () => resolve());
      this.socket.close();
    });
  }
}
