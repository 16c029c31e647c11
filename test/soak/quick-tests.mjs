/**
 * Runs test files that need no workbench as Jest would, but bundled and without its sandbox: a fraction of the time, for those
 * who run them again and again on a changed line. The first failure ends a file.
 *
 *   node test/soak/quick-tests.mjs FILE…
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

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

/**
 * Runs test files of a copy of the project, one process for each.
 * @returns whether all passed, and what failed first: its file and its name
 */
export async function runQuick(tree, files, env = {}) {
  if (files.length === 0) return { passed: true, by: '' };
  const outdir = path.join(tree, 'build/quick');
  try {
    await build({
      entryPoints: files.map((file) => path.join(tree, file)),
      outdir,
      outbase: tree,
      bundle: true,
      platform: 'node',
      packages: 'external',
      logLevel: 'silent',
      plugins: [folders],
    });
  } catch (error) {
    return { passed: false, by: `it cannot be bundled: ${error.message.split('\n')[1]}` };
  }
  for (const file of files) {
    const bundle = path.join(outdir, file.replace(/\.ts$/, '.js'));
    const run = spawnSync(process.execPath, [here, '--bundle', bundle], {
      cwd: tree,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    if (run.status !== 0)
      return { passed: false, by: `${file} › ${run.stdout.trim().split('\n').at(-1)}`, said: run.stderr };
  }
  return { passed: true, by: '' };
}

/** Runs one bundled file in this process; prints the name of the test that fails, and why. */
async function runBundle(bundle) {
  const require = createRequire(import.meta.url);
  const { bind } = require('jest-each');
  const root = scope('', null);
  let now = root;
  const test = (name, act) => now.tests.push({ name: [now.name, name].filter(Boolean).join(' › '), act, scope: now });
  const describe = (name, fill) => {
    const outer = now;
    now = scope([outer.name, name].filter(Boolean).join(' › '), outer);
    outer.tests.push(now);
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
  require(bundle);
  await runScope(root);
}

function scope(name, outer) {
  return { name, outer, tests: [], before: [], after: [], beforeEach: [], afterEach: [] };
}

async function runScope(of) {
  for (const act of of.before) await act();
  for (const one of of.tests) await (one.tests ? runScope(one) : runTest(one));
  for (const act of of.after) await act();
}

async function runTest({ name, act, scope: of }) {
  const outer = [];
  for (let at = of; at; at = at.outer) outer.unshift(at);
  try {
    for (const one of outer) for (const hook of one.beforeEach) await hook();
    await act();
    for (const one of outer) for (const hook of one.afterEach) await hook();
  } catch (error) {
    console.log(name);
    console.error(error?.stack ?? error);
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [what, ...files] = process.argv.slice(2);
  if (what === '--bundle') await runBundle(files[0]);
  else {
    const result = await runQuick(process.cwd(), [what, ...files]);
    console.log(result.passed ? 'passed' : `${result.by}\n${result.said ?? ''}`);
    process.exitCode = result.passed ? 0 : 1;
  }
}
