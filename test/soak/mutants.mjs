/**
 * One-line mutants of src/sheet and src/addon that lose or misplace a text, drawn by a seed: does a test notice each?
 *
 *   npm run mutants                     fifty of them, by the tests of their room, survivors by all tests
 *   npm run mutants -- --known          those that no test noticed once, by name
 *   npm run mutants -- --seed 5         another draw; the same seed goes on where it was stopped
 *   npm run mutants -- --count 10       so many
 *   npm run mutants -- --tests fast     only the tests that need no workbench
 *   npm run mutants -- --tests quick    of these only so many as take forty seconds: what they leave is less sure
 *   npm run mutants -- --minutes 9      stops before the next mutant after so long; the next run goes on
 *   npm run mutants -- --only repair    files whose path holds this
 *   npm run mutants -- --list           what would be tried
 *   npm run mutants -- --tell           what the runs so far have found, without trying anything
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { EQUIVALENT, KNOWN, OPERATORS } from './mutant-kinds.mjs';
import { QuickTests } from './quick-tests.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const seed = Number(option('seed', '1'));
const count = Number(option('count', '50'));
const only = option('only', '');
const tests = option('tests', 'all');
const known = process.argv.includes('--known');
const until = Date.now() + Number(option('minutes', '1000000')) * 60_000;

/** Files of a folder, those below it with them. */
function filesIn(folder, base = root) {
  return readdirSync(path.join(base, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(name, base) : name.endsWith('.ts') ? [name] : [];
  });
}

/** All mutants there are, in the order of files, lines and operators. */
function allMutants() {
  return ['src/sheet', 'src/addon']
    .flatMap((folder) => filesIn(folder))
    .filter((file) => file.includes(only))
    .flatMap((file) =>
      readFileSync(path.join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, n) =>
          /^\s*(\/\/|\*|\/\*|import|export type|export interface|type |interface )/.test(line)
            ? []
            : Object.entries(OPERATORS).flatMap(([operator, change]) => {
                const now = change(line);
                return now === null ? [] : [{ file, line: n + 1, operator, was: line.trim(), now }];
              }),
        ),
    )
    .filter((mutant) => !EQUIVALENT.some((one) => isSame(one, mutant)));
}

function isSame({ file, operator, was }, mutant) {
  return file === mutant.file && operator === mutant.operator && was === mutant.was;
}

/** Those that change nothing and are not there any more: they would hide another line some day. */
function forgotten() {
  return EQUIVALENT.filter(({ file, was }) => !existsSync(path.join(root, file)) || !linesOf(file).includes(was));
}

function linesOf(file) {
  return readFileSync(path.join(root, file), 'utf8')
    .split('\n')
    .map((line) => line.trim());
}

/** The mutants that have names. Throws when a line to change is not there any more, or stands there twice. */
function knownMutants() {
  return KNOWN.map(({ name, file, from, to }) => {
    const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
    const found = lines.flatMap((line, n) => (line.includes(from) ? [n] : []));
    if (found.length !== 1) throw new Error(`“${name}”: ${file} has its line ${found.length} times, not once`);
    const was = lines[found[0]];
    return { file, line: found[0] + 1, operator: name, was: was.trim(), now: was.replace(from, () => to) };
  });
}

/** Mulberry32: the same draw for the same seed. */
function randomOf(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Does the type checker take the mutant? One that it refuses can get into no build. */
function typesRight({ file, line, now }) {
  const name = path.join(root, file);
  const lines = readFileSync(name, 'utf8').split('\n');
  lines[line - 1] = now;
  mutated = { name, text: lines.join('\n'), version: ++versions };
  return checker().getSemanticDiagnostics(name).length === 0 && checker().getSyntacticDiagnostics(name).length === 0;
}

let mutated = { name: '', text: '', version: 0 };
let versions = 0;
let service = null;

function checker() {
  if (service) return service;
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(root, 'src/tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(String(messageText));
      },
    },
  );
  const text = (name) => (name === mutated.name ? mutated.text : ts.sys.readFile(name));
  const touched = new Map();
  service = ts.createLanguageService({
    getCompilationSettings: () => config.options,
    getScriptFileNames: () => config.fileNames,
    getScriptVersion: (name) => {
      if (name === mutated.name) touched.set(name, mutated.version);
      return String(name === mutated.name ? mutated.version : touched.has(name) ? -touched.get(name) : 0);
    },
    getScriptSnapshot: (name) => {
      const is = text(name);
      return is === undefined ? undefined : ts.ScriptSnapshot.fromString(is);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  return service;
}

/** Operators take turns, so that the frequent ones do not make up the whole draw. */
function drawn(mutants) {
  const random = randomOf(seed);
  const left = new Map(
    Object.keys(OPERATORS).map((name) => [name, mutants.filter(({ operator }) => operator === name)]),
  );
  const chosen = [];
  while (chosen.length < count && [...left.values()].some((list) => list.length > 0))
    for (const list of left.values()) {
      if (list.length === 0 || chosen.length >= count) continue;
      const [one] = list.splice(Math.floor(random() * list.length), 1);
      if (typesRight(one)) chosen.push(one);
    }
  return chosen;
}

/** A copy of the project that mutants are tried in: a run that is stopped leaves the project as it was. */
function makeTree() {
  const tree = path.join(root, `build/mutant-${known ? 'known' : seed}`);
  mkdirSync(tree, { recursive: true });
  for (const name of ['src', 'test', 'workbench', 'docs'])
    cpSync(path.join(root, name), path.join(tree, name), { recursive: true });
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isFile() && entry.name !== '.git') cpSync(path.join(root, entry.name), path.join(tree, entry.name));
  if (!existsSync(path.join(tree, 'node_modules')))
    symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'), 'dir');
  return tree;
}

/** Acts and rooms in memory. */
const FAST = ['test/golden', 'test/sheet', 'test/core'];
/** How much processor time `quick` gives the tests of a mutant, in ms: those that take longest are left out. */
const QUICK_MS = 40_000;
/** The tests of the rooms on the workbench, with the built bundle. */
const ROOM = ['test/addon', 'test/faults'];

const jest = path.join(root, 'node_modules/jest/bin/jest.js');

function isTest(file) {
  return file.endsWith('.test.ts');
}

/** Long tests do with less, and the first failure is enough. */
const ENV = { SEQUENCES: '25', FIRST_FAILURE: '1' };

/** Do these tests pass? The first failure is enough; `by` is its file and its name. */
function passes(tree, folders) {
  if (folders.length === 0) return { passed: true, by: '' };
  const env = { ...process.env, ...ENV };
  const run = spawnSync(process.execPath, [jest, '-w', '1', '--bail', ...folders], {
    cwd: tree,
    env,
    encoding: 'utf8',
  });
  const said = `${run.stdout}${run.stderr}`;
  const by = [/^FAIL (\S+)/m.exec(said)?.[1], /^ *● (.+)$/m.exec(said)?.[1]].filter(Boolean).join(' › ');
  return { passed: run.status === 0, by: run.status === 0 ? '' : by || 'the tests ended early' };
}

function build(tree) {
  return spawnSync(process.execPath, ['build.mjs', 'all', '--quiet'], { cwd: tree, encoding: 'utf8' }).status === 0;
}

/** The tests that need no workbench, bundled, with what each runs and how long it takes. */
class Fast {
  static async of(tree) {
    const files = FAST.flatMap((folder) => filesIn(folder, tree)).filter(isTest);
    const quick = await QuickTests.of(tree, files);
    const known = path.join(root, 'build/known-tests.json');
    const digest = digestOf(tree);
    if (existsSync(known)) {
      const before = JSON.parse(readFileSync(known, 'utf8'));
      if (before.digest === digest) return new Fast(quick, before);
    }
    const why = await quick.build();
    if (why) throw new Error(why);
    const found = quick.record(ENV);
    // Where tests fail anyway, they notice nothing.
    const failed = found.tests.find((one) => one.failed);
    if (failed) throw new Error(`the tests do not pass without any mutant: ${failed.name}: ${failed.failed}`);
    writeFileSync(known, JSON.stringify({ digest, ...found }));
    return new Fast(quick, found);
  }

  constructor(quick, { tests: all, lines, loaded }) {
    Object.assign(this, { quick, all, lines, loaded: new Set(loaded) });
  }

  /** The tests that run a line; of one that runs when files are loaded, all that run its file. */
  of({ file, line }) {
    const place = `${file}:${line}`;
    const numbers =
      this.lines[place] ??
      (this.loaded.has(place) ? Object.keys(this.lines).filter((one) => one.startsWith(`${file}:`)) : []).flatMap(
        (one) => this.lines[one],
      );
    return [...new Set(numbers)].map((n) => this.all[n]);
  }

  /** Which test notices the mutant that the copy holds now. */
  async tried(mutant) {
    const why = await this.quick.build();
    if (why) return { passed: false, by: why };
    const byId = new Map(this.of(mutant).map((one) => [one.id, one]));
    let spent = 0;
    const ids = likeliestFirst([...byId.values()]).filter((id) => {
      spent += byId.get(id).ms;
      return tests !== 'quick' || spent <= QUICK_MS;
    });
    // On a machine that is busy with ten other things.
    return this.quick.passes(ids, ENV, 60_000 + 10 * spent);
  }
}

/**
 * Their ids, the quickest first; of one file's tests each further one counts as dearer, since it is likely to see what the
 * others do. Not so of whole stories: each goes where no other one does, and compares every cell.
 */
function likeliestFirst(some) {
  const met = new Map();
  const cost = new Map();
  for (const one of [...some].sort((a, b) => a.ms - b.ms)) {
    const file = one.id.split('#')[0];
    met.set(file, (met.get(file) ?? 0) + 1);
    cost.set(one.id, one.ms * (file.startsWith('test/golden/') ? 1 : met.get(file)));
  }
  return [...cost.keys()].sort((a, b) => cost.get(a) - cost.get(b));
}

/** Changes with any file of the copy that tests may depend on. */
function digestOf(tree) {
  const hash = createHash('sha256');
  for (const file of ['src', 'test', 'workbench'].flatMap((folder) => filesIn(folder, tree)))
    hash.update(file).update(readFileSync(path.join(tree, file)));
  return hash.digest('hex');
}

/** Does a test that has failed pass once the code is sound again? Tests on the workbench may fail for other reasons. */
function failsOnlySo(tree, { by }, mend) {
  const [test] = /test\/\S+\.test\.ts/.exec(by) ?? [];
  if (!test) return true;
  mend();
  return build(tree) && passes(tree, [test]).passed;
}

/** Which tests notice a mutant; '' for none. */
async function tried(tree, fast, mutant) {
  const { file, line, now } = mutant;
  const target = path.join(tree, file);
  // Of the copy: somebody may go on working on the project meanwhile.
  const sound = readFileSync(target, 'utf8');
  const lines = sound.split('\n');
  lines[line - 1] = now;
  writeFileSync(target, lines.join('\n'));
  try {
    const first = await fast.tried(mutant);
    if (!first.passed || tests === 'fast' || tests === 'quick')
      return first.passed ? '' : `fast: ${first.by || 'the tests ended early'}`;
    for (const [level, folders] of [
      ['room', ROOM],
      ['all', ['test']],
    ]) {
      if (!build(tree)) return 'it does not build';
      const result = passes(tree, folders);
      if (!result.passed && failsOnlySo(tree, result, () => writeFileSync(target, sound)))
        return `${level}: ${result.by}`;
      writeFileSync(target, lines.join('\n'));
      if (level === tests) break;
    }
    return '';
  } finally {
    writeFileSync(target, sound);
  }
}

const words = ({ file, line, operator, was }) => `${file}:${line} ${operator}: ${was}`;
const name = known ? 'known' : `${seed}-${tests}${only === '' ? '' : `-${only.replace(/\W+/g, '-')}`}`;
const report = path.join(root, `build/mutants-${name}.jsonl`);
const done = new Map(
  (existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n').filter(Boolean) : [])
    .map((line) => JSON.parse(line))
    .map((result) => [words(result), result]),
);

/** What has been found; true when enough has been noticed. */
function tell(chosen) {
  const results = chosen.flatMap((mutant) => done.get(words(mutant)) ?? []);
  const survivors = results.filter(({ by }) => by === '');
  const left = chosen.length - results.length;
  console.log(
    `${known ? 'known' : `seed ${seed}`}: ${results.length - survivors.length} of ${results.length} noticed` +
      `${left > 0 ? `, ${left} not tried yet` : ''}; survivors:`,
  );
  for (const survivor of survivors) console.log(`  ${words(survivor)}`);
  return left === 0 && survivors.length <= (known ? 0 : results.length / 10);
}

/** Goes on with what has not been tried. */
async function tryAll(chosen) {
  mkdirSync(path.dirname(report), { recursive: true });
  const tree = makeTree();
  const fast = await Fast.of(tree);
  for (const [n, mutant] of chosen.entries()) {
    if (done.has(words(mutant))) continue;
    if (Date.now() > until) break;
    const by = await tried(tree, fast, mutant);
    const result = { ...mutant, by };
    done.set(words(mutant), result);
    appendFileSync(report, `${JSON.stringify(result)}\n`);
    console.log(
      `${n + 1}/${chosen.length} ${by === '' ? 'SURVIVED' : 'noticed'}  ${words(mutant)}${by === '' ? '' : `  (${by})`}`,
    );
  }
  await fast.quick.close();
}

const gone = forgotten();
for (const { file, was } of gone) console.log(`${file} has no line any more that was called equivalent: ${was}`);
const chosen = known ? knownMutants() : drawn(allMutants());
if (process.argv.includes('--list')) for (const mutant of chosen) console.log(words(mutant));
else {
  if (!process.argv.includes('--tell')) await tryAll(chosen);
  process.exitCode = tell(chosen) && gone.length === 0 ? 0 : 1;
}
