/** The workbench's server: one workbook, one project, any number of windows. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { emptyWorkbook } from '../engine/open';
import { closeWorkers, HARDER_READING, type TriggerSettings } from '../runtime';
import { Desk } from './desk';
import { Frames } from './frames';
import { addressOf, isLocal, serve } from './http';
import { LiveBook } from './live-book';
import { Pages } from './pages';
import { failureWords, PlainError } from './plain-error';
import { openProject } from './project';
import { Runs } from './runs';
import type { SampleStage } from './sample';
import { workbookToXlsx } from './xlsx';

export interface ServerOptions {
  bookFile: string;
  projectFolder: string;
  /** The add-on's name when it is this repository's own; null takes it from the folder. */
  ownName: string | null;
  /** Whose window opens when the address names nobody; the owner of a new workbook. */
  user: string;
  /** 0 takes any free one. */
  port: number;
  /** Begin with an empty sheet; the old one stays as FILE.bak. */
  empty: boolean;
  /** Where the built page lies. */
  pageFolder: string;
  /** How simple triggers begin; pages can change it. Absent ones are the harder reading. */
  triggers?: Partial<TriggerSettings>;
  /** For the person at the terminal. */
  tell: (words: string) => void;
}

/** A server that answers. `runAs` and the rest are the same seam that the sample uses. */
export interface RunningServer extends SampleStage {
  address: string;
  close(): Promise<void>;
}

/** Starts everything. Throws PlainError for what the person at the terminal can mend. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const project = await openProject(options.projectFolder, options.ownName);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'Etc/UTC';
  const fresh = () => emptyWorkbook({ owner: options.user, timeZone });
  const book = await LiveBook.open(options.bookFile, fresh, options.tell);
  const frames = new Frames();
  const triggers: TriggerSettings = { ...HARDER_READING, ...options.triggers };
  const pages: Pages = new Pages(book, frames, triggers, (page, edit) => runs.edited(page, edit));
  const runs = new Runs(
    book,
    project,
    triggers,
    (report) => pages.broadcast({ t: 'run', report }),
    (error) => options.tell(failureWords(error)),
  );
  const defaultUser = options.user;
  const desk = new Desk({ book, frames, pages, runs, project, triggers, defaultUser, fresh, tell: options.tell });
  if (options.empty) await desk.startEmpty();

  const http = createServer((request, response) => {
    const answers = {
      frame: (id: string, pageOrigin: string) => frames.document(id, pageOrigin),
      api: (name: string) => api(name, book, runs),
    };
    serve(request, response, options.pageFolder, answers).catch((error: Error) => {
      options.tell(`${request.url}: ${failureWords(error)}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(error.message);
    });
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 128 * 1024 * 1024 });
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // From here on nobody else listens: a line that breaks while it is being set up is no reason to end.
    socket.on('error', () => socket.destroy());
    // Who asks is looked at before what is asked for.
    const address = isLocal(request) ? addressOf(request) : null;
    if (address?.pathname !== '/ws') {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      // Bytes that are no frames, or one that is too large: the line closes, and its page opens a new one.
      ws.on('error', (error) => options.tell(`A window's line was closed: ${error.message}.`));
      desk
        .welcome(ws, address.searchParams.get('user'), otherOrigin(request.headers.host ?? ''))
        .catch((error: Error) => {
          options.tell(failureWords(error));
          ws.close();
        });
    });
  });

  try {
    await listen(http, options.port);
  } catch (error) {
    await book.close();
    await closeWorkers();
    throw error;
  }
  http.on('error', (error) => options.tell(`The workbench cannot take a connection: ${error.message}.`));
  const address = `http://localhost:${(http.address() as AddressInfo).port}`;
  book.announce(address);
  return {
    ...desk.stage,
    address,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await book.close();
      await closeWorkers();
    },
  };
}

async function api(name: string, book: LiveBook, runs: Runs) {
  const json = (value: unknown) => ({ type: 'application/json; charset=utf-8', body: JSON.stringify(value) });
  switch (name) {
    case 'book':
      return json(await book.queue.run(() => book.snapshot().file));
    case 'runs':
      return json(runs.reports);
    case 'xlsx': {
      const body = await book.queue.run(() => workbookToXlsx(book.engine));
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return { type, body, fileName: `${book.engine.file().name}.xlsx` };
    }
    default:
      return null;
  }
}

/** Frames come from the other name of this machine, so that the browser keeps them apart from the page, as at Google. */
function otherOrigin(host: string): string {
  const port = /:\d+$/.exec(host)?.[0] ?? '';
  return `http://${host.startsWith('localhost') ? '127.0.0.1' : 'localhost'}${port}`;
}

function listen(http: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(
          new PlainError(
            `Port ${port} is in use, perhaps by another workbench.\nChoose another one: npm start -- --port ${port + 1}`,
          ),
        );
      } else if (error.code === 'EACCES') {
        reject(new PlainError(`Port ${port} may not be used here.\nChoose one above 1023: npm start -- --port 8787`));
      } else reject(new PlainError(`Port ${port} cannot be used: ${error.message}.`));
    });
    http.listen(port, '127.0.0.1', resolve);
  });
}
