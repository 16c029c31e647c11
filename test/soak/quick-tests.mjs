/**
 * Runs tests that need no workbench as Jest would, but from one bundle and without its sandbox: a fraction of the time, for
 * those who run them again and again on a changed line. It knows of each test how long it takes and which lines it runs.
 *
 *   node test/soak/quick-tests.mjs FILE…
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { context } from 'esbuild';

const here = import.meta.filename;

/** Each file keeps the folder that it stands in. */
const folders = {
  name: 'folders',
  setup(on) {
    on.onLoad({ filter: /[\\/](src|test|workbench)[\\/].*\.tsx?$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replaceAll('__dirname', JSON.stringify(path.dirname(file))),
      loader: file.endsWith('x') ? 'tsx' : 'ts',
    }));
  },
};

/** Test files of a copy of the project, bundled together; each runs only where one of its tests is asked for. */
export class QuickTests {
  /** @param tree the copy's folder */
  static async of(tree, files) {
    const folder = path.join(tree, 'build/quick');
    mkdirSync(folder, { recursive: true });
    const bundle = path.join(folder, 'tests.cjs');
    const lines = files.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)}),`);
    const bundler = await context({
      stdin: { contents: `module.exports = {\n${lines.join('\n')}\n};`, resolveDir: tree },
      outfile: bundle,
      bundle: true,
      platform: 'node',
      packages: 'external',
      sourcemap: 'linked',
      logLevel: 'silent',
      plugins: [folders],
    });
    return new QuickTests(tree, bundle, bundler);
  }

  constructor(tree, bundle, bundler) {
    Object.assign(this, { tree, bundle, bundler });
  }

  /** Bundles the files as they are now; '' or why that is not possible. */
  async build() {
    try {
      await this.bundler.rebuild();
      return '';
    } catch (error) {
      return `it cannot be bundled: ${error.message.split('\n')[1]}`;
    }
  }

  async close() {
    await this.bundler.dispose();
  }

  /**
   * All tests as { id, name, ms }, `ms` of processor time; one that fails has `failed`. `lines` has, by "file:line" of src, which
   * of the tests have run it; `loaded` are those lines that run when the files are loaded.
   */
  record(env) {
    const out = path.join(this.tree, 'build/quick/recorded.json');
    rmSync(out, { force: true });
    this.run({ all: true, record: out }, env);
    return JSON.parse(readFileSync(out, 'utf8'));
  }

  /**
   * Runs tests one after the other, up to the first that fails.
   * @param ms after which it is taken for a run that never ends
   */
  passes(ids, env, ms) {
    if (ids.length === 0) return { passed: true, by: '' };
    const run = this.run({ ids }, env, ms);
    if (run.status === 0) return { passed: true, by: '' };
    const by = run.error ? 'it does not come to an end' : run.stdout.trim().split('\n').at(-1);
    return { passed: false, by, said: run.stderr };
  }

  run(what, env, timeout = 0) {
    const order = path.join(this.tree, 'build/quick/order.json');
    writeFileSync(order, JSON.stringify(what));
    return spawnSync(process.execPath, [here, '--run', this.bundle, order], {
      cwd: this.tree,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      timeout,
      killSignal: 'SIGKILL',
    });
  }
}

/** The tests of files that have been loaded, in order; `id` is the file and the place in it. */
const registered = [];
let file = '';

function provide() {
  const require = createRequire(import.meta.url);
  const { bind } = require('jest-each');
  let now = null;
  const test = (name, act) => {
    const n = registered.filter((one) => one.file === file).length;
    registered.push({ id: `${file}#${n}`, file, name: [now.name, name].filter(Boolean).join(' › '), act, scope: now });
  };
  const describe = (name, fill) => {
    const outer = now;
    now = scope([outer.name, name].filter(Boolean).join(' › '), outer);
    fill();
    now = outer;
  };
  const hook = (list) => (act) => now[list].push(act);
  const skip = () => undefined;
  const tests = Object.assign(test, { each: bind(test), skip: Object.assign(skip, { each: () => skip }) });
  Object.assign(globalThis, {
    test: tests,
    it: tests,
    describe: Object.assign(describe, { each: bind(describe, false) }),
    expect: require('expect').expect,
    jest: new (require('jest-mock').ModuleMocker)(globalThis),
    beforeAll: hook('before'),
    afterAll: hook('after'),
    beforeEach: hook('beforeEach'),
    afterEach: hook('afterEach'),
  });
  return (name, load) => {
    file = name;
    now = scope('', null);
    load();
  };
}

function scope(name, outer) {
  return { name, outer, before: [], after: [], beforeEach: [], afterEach: [], begun: false };
}

/** Why a test fails; null when it passes. What is done before all of a file's tests is done before the first one that is run. */
async function failureOf({ act, scope: of }) {
  const scopes = [];
  for (let at = of; at; at = at.outer) scopes.unshift(at);
  try {
    for (const one of scopes) {
      if (one.begun) continue;
      one.begun = true;
      for (const hook of one.before) await hook();
    }
    for (const one of scopes) for (const hook of one.beforeEach) await hook();
    await act();
    for (const one of [...scopes].reverse()) for (const hook of one.afterEach) await hook();
    return null;
  } catch (error) {
    return error;
  }
}

async function runBundle(bundle, { all, ids, record }) {
  const load = provide();
  const coverage = record ? await Coverage.of(bundle) : null;
  const files = createRequire(import.meta.url)(bundle);
  const wanted = all ? Object.keys(files) : [...new Set(ids.map((id) => id.split('#')[0]))];
  for (const name of wanted) load(name, files[name]);
  const loaded = coverage ? await coverage.take() : [];
  const byId = new Map(registered.map((one) => [one.id, one]));
  const told = [];
  const lines = {};
  const since = [];
  for (const one of all ? registered : ids.map((id) => byId.get(id))) {
    const began = process.cpuUsage();
    const failure = await failureOf(one);
    const { id, name } = one;
    if (failure && !record) {
      console.log(`${one.file} › ${name}`);
      console.error(failure?.stack ?? failure);
      process.exit(1);
    }
    const failed = failure ? { failed: String(failure?.message ?? failure) } : {};
    if (!record) continue;
    const { user, system } = process.cpuUsage(began);
    since.push(told.length);
    told.push({ id, name, ms: Math.round((user + system) / 1000), ...failed });
    // Asking takes time: what tests of the core run is asked for once a file.
    if (one.file.startsWith('test/core/') && registered[told.length]?.file === one.file) continue;
    for (const line of await coverage.take()) {
      lines[line] ??= [];
      lines[line].push(...since);
    }
    since.length = 0;
  }
  if (record) writeFileSync(record, JSON.stringify({ tests: told, lines, loaded }));
  process.exit(0);
}

/** Which lines of src have been run since it was asked last. */
class Coverage {
  static async of(bundle) {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return new Coverage(session, pathToFileURL(bundle).href, mapped(bundle));
  }

  constructor(session, url, places) {
    Object.assign(this, { session, url, places });
  }

  async take() {
    const { result } = await this.session.post('Profiler.takePreciseCoverage');
    const ranges = result
      .filter(({ url }) => url === this.url)
      .flatMap(({ functions }) => functions.flatMap((one) => one.ranges))
      .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
    const lines = new Set();
    const around = [];
    let next = 0;
    for (const { offset, line } of this.places) {
      for (; next < ranges.length && ranges[next].startOffset <= offset; next++) around.push(ranges[next]);
      while (around.length > 0 && around.at(-1).endOffset <= offset) around.pop();
      // The innermost range says whether it was run; those that have ended below it are skipped.
      let at = around.length - 1;
      while (at >= 0 && around[at].endOffset <= offset) at--;
      if (at >= 0 && around[at].count > 0) lines.add(line);
    }
    return [...lines];
  }
}

/** Where in a bundle something of a line of src stands: offsets in their order, with "file:line". */
function mapped(bundle) {
  const { mappings, sources } = JSON.parse(readFileSync(`${bundle}.map`, 'utf8'));
  const starts = [0];
  for (const line of readFileSync(bundle, 'utf8').split('\n')) starts.push(starts.at(-1) + line.length + 1);
  const places = [];
  let [source, row] = [0, 0];
  mappings.split(';').forEach((line, n) => {
    let col = 0;
    for (const segment of line.split(',').filter(Boolean)) {
      const [dCol, dSource, dRow] = vlq(segment);
      col += dCol;
      if (dSource === undefined) continue;
      source += dSource;
      row += dRow;
      const name = /(?:^|\/)(src\/.*)$/.exec(sources[source])?.[1];
      if (name) places.push({ offset: starts[n] + col, line: `${name}:${row + 1}` });
    }
  });
  return places;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The numbers of a segment of a source map. */
function vlq(segment) {
  const numbers = [];
  let [value, shift] = [0, 0];
  for (const letter of segment) {
    const digit = DIGITS.indexOf(letter);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [what, ...rest] = process.argv.slice(2);
  if (what === '--run') await runBundle(rest[0], JSON.parse(readFileSync(rest[1], 'utf8')));
  else {
    const quick = await QuickTests.of(process.cwd(), [what, ...rest]);
    const why = await quick.build();
    const { tests } = why ? { tests: [{ name: 'bundling', failed: why }] } : quick.record({});
    for (const { name, failed } of tests) if (failed) console.log(`${name}: ${failed}`);
    console.log(`${tests.reduce((sum, { ms }) => sum + ms, 0)} ms`);
    process.exitCode = tests.some(({ failed }) => failed) ? 1 : 0;
    await quick.close();
  }
}
