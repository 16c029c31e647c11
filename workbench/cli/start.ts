/** `npm start`: serves the workbench on this machine until it is stopped. */
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { emptyWorkbook } from '../engine/open';
import { withDiskWords } from '../server/disk-words';
import { readEmail } from '../server/people';
import { failureWords, PlainError } from '../server/plain-error';
import { openProject } from '../server/project';
import { makeSample } from '../server/sample';
import { startServer } from '../server/server';

const OWN_NAME = 'Monthly 1:1s';
const HELP = `npm start -- [options]

  --port N        serve at http://localhost:N (default: PORT from the environment, else 8787)
  --book FILE     the workbook to open or make (default: .workbench/book.json)
  --project DIR   any folder with an appsscript.json (default: this repository's add-on, dist/)
  --user EMAIL    who looks first, and owns a new workbook (default: manager@example.com)
  --empty         begin with an empty sheet; the workbook that was there is kept as FILE.bak`;

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new PlainError(`“${text}” is no port. Use a number such as 8787: npm start -- --port 8787`);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string' },
        book: { type: 'string' },
        project: { type: 'string' },
        user: { type: 'string' },
        empty: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new PlainError(`${(error as Error).message}\n\n${HELP}`);
  }
}

async function main(): Promise<void> {
  const values = readOptions();
  if (values.help) {
    console.log(HELP);
    return;
  }
  const here = __dirname;
  const pageFolder = path.join(here, 'page');
  if (!existsSync(path.join(pageFolder, 'index.html'))) {
    throw new PlainError('The workbench is not built yet. Build it first: node build.mjs all');
  }
  const bookFile = path.resolve(values.book ?? path.join('.workbench', 'book.json'));
  const projectFolder = path.resolve(values.project ?? path.join(here, '..', 'dist'));
  const user = readEmail(values.user ?? 'manager@example.com');
  const port = readPort(values.port ?? process.env.PORT ?? '8787');
  if (values.project === undefined && !values.empty && !existsSync(bookFile))
    await writeSample(projectFolder, bookFile, user);
  const server = await startServer({
    bookFile,
    projectFolder,
    ownName: values.project === undefined ? OWN_NAME : null,
    user,
    port,
    empty: values.empty ?? false,
    pageFolder,
    tell: (words) => console.error(words),
  });
  console.log(`The workbench is ready: ${server.address}`);
  let isStopping = false;
  const stop = () => {
    // Asked twice, it does not wait for the disk any longer: the journal has what was saved.
    if (isStopping) process.exit(1);
    isStopping = true;
    server.close().then(
      () => process.exit(0),
      (error: Error) => fail(error),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** The first start has something to look at: the sample team, as a new workbook. */
async function writeSample(projectFolder: string, bookFile: string, owner: string): Promise<void> {
  await withDiskWords(`Cannot write ${bookFile}`, () => mkdir(path.dirname(bookFile), { recursive: true }));
  console.error('Making the sample team, a moment …');
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'Etc/UTC';
  const project = await openProject(projectFolder, OWN_NAME).then((source) => source.load());
  const book = await makeSample(project, emptyWorkbook({ owner, timeZone }), Date.now());
  await withDiskWords(`Cannot write ${bookFile}`, async () => {
    await writeFile(`${bookFile}.tmp`, JSON.stringify(book));
    await rename(`${bookFile}.tmp`, bookFile);
  });
}

function fail(error: unknown): void {
  console.error(failureWords(error));
  process.exit(1);
}

// What fails without anybody waiting for it is told; other windows go on.
process.on('unhandledRejection', (error) => console.error(failureWords(error)));
main().catch(fail);
