/** `npm run --silent exec -- FILE…`: runs a function of any Apps Script files on a workbook, without a page. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Engine } from '../engine/engine';
import { emptyWorkbook, openEngine } from '../engine/open';
import {
  closeWorkers,
  type ExecutionResult,
  type LogEntry,
  type Project,
  type ProjectFile,
  projectFileType,
  projectOfFiles,
  readManifest,
  runExecution,
} from '../runtime';
import { LiveBook } from '../server/live-book';
import { failureWords, PlainError } from '../server/plain-error';
import { readBook } from './read-book';

const HELP = `npm run --silent exec -- FILE… [options]

Loads the files (.js, .gs, .html, appsscript.json) as one script project and calls a function of it.
Prints the result as JSON; logs go to the error output.

  --fn NAME       the function to call (default: the last top-level one)
  --args JSON     its arguments, a JSON array
  --user EMAIL    who runs it (default: the workbook's owner)
  --book FILE     a saved workbook instead of a fresh one; it is only read
  --save          write the workbook back to --book FILE, which is made if it is not there
  --calls         print how often each service member was called, as one JSON line on the error output`;

const OWNER = 'owner@example.com';

interface Wish {
  files: string[];
  functionName: string | null;
  args: unknown[];
  user: string | null;
  book: string | null;
  save: boolean;
  calls: boolean;
}

/** Paths mean the folder the caller stands in; npm moves to the package's own. */
const from = process.env.INIT_CWD ?? process.cwd();

function readWish(): Wish | null {
  const { values, positionals } = readOptions();
  if (values.help) return null;
  if (positionals.length === 0) throw new PlainError(`Say which files to load.\n\n${HELP}`);
  if (values.save && values.book === undefined) throw new PlainError('--save needs --book FILE to write to.');
  return {
    files: positionals.map((file) => path.resolve(from, file)),
    functionName: values.fn ?? null,
    args: readArgs(values.args ?? '[]'),
    user: values.user ?? null,
    book: values.book === undefined ? null : path.resolve(from, values.book),
    save: values.save ?? false,
    calls: values.calls ?? false,
  };
}

function readOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        fn: { type: 'string' },
        args: { type: 'string' },
        user: { type: 'string' },
        book: { type: 'string' },
        save: { type: 'boolean' },
        calls: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new PlainError(`${(error as Error).message}\n\n${HELP}`);
  }
}

function readArgs(text: string): unknown[] {
  let args: unknown;
  try {
    args = JSON.parse(text);
  } catch {
    throw new PlainError(`--args is not JSON: ${text}`);
  }
  if (!Array.isArray(args)) throw new PlainError('--args must be a JSON array, e.g. --args \'["a", 2]\'');
  return args;
}

async function loadFiles(files: readonly string[]): Promise<Project> {
  const loaded = await Promise.all(files.map(loadFile));
  const manifest = loaded.find((file) => file.type === 'json');
  const project = projectOfFiles(loaded.filter((file) => file.type !== 'json'));
  if (!manifest) return project;
  return { ...project, ...readManifest(manifest.source, `${manifest.name}.json`) };
}

async function loadFile(file: string): Promise<ProjectFile> {
  const source = await readFile(file, 'utf8').catch((error: Error) => {
    throw new PlainError(`Cannot read ${file}: ${error.message}`);
  });
  const bare = path.basename(file, path.extname(file));
  return { name: bare, source, type: projectFileType(file) ?? 'server_js' };
}

/** The workbook to run on, and what to do with it afterwards. */
async function openBook(wish: Wish): Promise<{ engine: Engine; close: () => Promise<void> }> {
  const owner = wish.user ?? OWNER;
  if (wish.book && wish.save) {
    const book = await LiveBook.open(
      wish.book,
      () => emptyWorkbook({ owner }),
      (words) => console.error(words),
    );
    return { engine: book.engine, close: () => book.close() };
  }
  const engine = wish.book ? await readBook(wish.book) : await openEngine(undefined, { owner });
  return { engine, close: async () => engine.dispose() };
}

async function run(wish: Wish): Promise<ExecutionResult> {
  const project = await loadFiles(wish.files);
  const { engine, close } = await openBook(wish);
  try {
    return await runExecution({
      engine,
      project,
      functionName: wish.functionName,
      args: wish.args,
      user: wish.user ?? engine.file().owner,
      onLog: (entry: LogEntry) => process.stderr.write(`${entry.message}\n`),
    });
  } finally {
    await close();
    await closeWorkers();
  }
}

async function main(): Promise<number> {
  const wish = readWish();
  if (!wish) {
    console.log(HELP);
    return 0;
  }
  const { outcome, serviceCalls } = await run(wish);
  if (wish.calls) process.stderr.write(`${JSON.stringify(serviceCalls)}\n`);
  if (outcome.ok) {
    process.stdout.write(`${JSON.stringify(outcome.value)}\n`);
    return 0;
  }
  const { name, message, stack } = outcome.error;
  process.stderr.write(`${name}: ${message}\n`);
  const where = stack.split('\n').filter((line) => /^\s+at /.test(line));
  if (where.length > 0) process.stderr.write(`${where.join('\n')}\n`);
  return 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`${failureWords(error)}\n`);
    process.exitCode = error instanceof PlainError ? 2 : 1;
  },
);
