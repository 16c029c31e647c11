/**
 * One-line mutants of src/sheet and src/addon that lose or misplace a text, drawn by a seed: does a test notice each?
 *
 *   npm run mutants                     fifty of them, by the tests of their room, survivors by all tests
 *   npm run mutants -- --seed 5         another draw; the same seed goes on where it was stopped
 *   npm run mutants -- --count 10       so many
 *   npm run mutants -- --tests fast     only the tests that need no workbench
 *   npm run mutants -- --only repair    files whose path holds this
 *   npm run mutants -- --list           what would be tried
 */
import { spawnSync } from 'node:child_process';
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

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const seed = Number(option('seed', '1'));
const count = Number(option('count', '50'));
const only = option('only', '');
const tests = option('tests', 'all');

/** What is done to a line; null where the operator does not fit it. */
const OPERATORS = {
  'a write is left out': (line) =>
    /^\s+\S.*\.(set(Value|Formula|RichTextValue|NumberFormat)s?|put|write|insertRows?\w*|adopt\w*)\(.*\);$/.test(
      line,
    ) && !/^\s+(const|let|return|if|for)\b/.test(line)
      ? ''
      : null,
  'a guard is left out': (line) => (/^\s+if \(.*\) (return|continue|stop|throw)\b.*;$/.test(line) ? '' : null),
  'a condition is turned round': (line) => replaced(line, /^(\s+(?:else )?if \()(.*)(\) [^{]*;|\) \{)$/, '$1!($2)$3'),
  'and becomes or': (line) => replaced(line, / && /, ' || '),
  'or becomes and': (line) => replaced(line, / \|\| /, ' && '),
  'equal becomes unequal': (line) => replaced(line, / === /, ' !== '),
  'unequal becomes equal': (line) => replaced(line, / !== /, ' === '),
  'one row too few': (line) => replaced(line, / \+ 1\b/, ''),
  'one row too many': (line) => replaced(line, / - 1\b/, ''),
  'another column': (line) =>
    replaced(line, /\bCOL\.(who|when|why|amount|status|moved|next)\b/, (_, name) => `COL.${NEXT[name]}`),
  'another hidden column': (line) =>
    replaced(line, /\bHIDDEN\.(key|month|text|firstMonth|story)\b/, (_, name) => `HIDDEN.${NEXT[name]}`),
  'a filter is left out': (line) => replaced(line, /\.filter\(\([^()]*\) => [^()]*\)/, ''),
  'a row is not added': (line) => (/^\s+\w[\w.]*\.(push|set|add)\(.*\);$/.test(line) ? '' : null),
  'the first for the last': (line) => replaced(line, /\[\w+\.length - 1\]/, '[0]'),
};
const NEXT = {
  who: 'why',
  when: 'why',
  why: 'next',
  amount: 'status',
  status: 'amount',
  moved: 'next',
  next: 'moved',
  key: 'month',
  month: 'key',
  text: 'firstMonth',
  firstMonth: 'unchanged',
  story: 'importId',
};

function replaced(line, pattern, by) {
  const now = line.replace(pattern, by);
  return now === line ? null : now;
}

/** Files of a folder, those below it with them. */
function filesIn(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(name) : name.endsWith('.ts') ? [name] : [];
  });
}

/** All mutants there are, in the order of files, lines and operators. */
function allMutants() {
  return ['src/sheet', 'src/addon']
    .flatMap(filesIn)
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
    );
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
  const tree = path.join(root, `build/mutant-${seed}`);
  mkdirSync(tree, { recursive: true });
  for (const name of ['src', 'test', 'workbench', 'docs'])
    cpSync(path.join(root, name), path.join(tree, name), { recursive: true });
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isFile() && entry.name !== '.git') cpSync(path.join(root, entry.name), path.join(tree, entry.name));
  if (!existsSync(path.join(tree, 'node_modules')))
    symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'), 'dir');
  return tree;
}

/** Acts and rooms in memory: a minute at most. */
const FAST = ['test/golden', 'test/sheet', 'test/core'];
/** Of these, what goes through many cases: only where the others have noticed nothing. */
const LONG = /random|hands|killed|calls|thousands/;
/** The tests of the rooms on the workbench, with the built bundle. */
const ROOM = ['test/addon', 'test/faults'];

const jest = path.join(root, 'node_modules/jest/bin/jest.js');

/** Those tests of the folders that import a file, directly or by way of others. */
function relatedTests(file, folders) {
  return folders.flatMap(filesIn).filter((test) => test.endsWith('.test.ts') && importedBy(test).has(file));
}

const graphs = new Map();

/** All files of the project that a file imports, those with them that these import. */
function importedBy(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const direct = graphs.get(file) ?? importsOf(file);
  graphs.set(file, direct);
  for (const one of direct) importedBy(one, seen);
  return seen;
}

function importsOf(file) {
  return [...readFileSync(path.join(root, file), 'utf8').matchAll(/ from '(\.[^']+)'/g)].flatMap(([, name]) => {
    const whole = path.posix.join(path.posix.dirname(file), name);
    return ['.ts', '.tsx'].map((end) => whole + end).filter((one) => existsSync(path.join(root, one)));
  });
}

/** Do these tests pass? The first failure is enough. */
function passes(tree, folders) {
  if (folders.length === 0) return { passed: true, by: '' };
  const env = { ...process.env, SEQUENCES: '60', FIRST_FAILURE: '1' };
  const run = spawnSync(process.execPath, [jest, '-w', '1', '--bail', ...folders], {
    cwd: tree,
    env,
    encoding: 'utf8',
  });
  return { passed: run.status === 0, by: /^ *● (.+)$/m.exec(`${run.stdout}${run.stderr}`)?.[1] ?? '' };
}

function build(tree) {
  return spawnSync(process.execPath, ['build.mjs', 'all', '--quiet'], { cwd: tree, encoding: 'utf8' }).status === 0;
}

/** Which tests notice a mutant; '' for none. */
function tried(tree, { file, line, now }) {
  const target = path.join(tree, file);
  // Of the copy: somebody may go on working on the project meanwhile.
  const sound = readFileSync(target, 'utf8');
  const lines = sound.split('\n');
  lines[line - 1] = now;
  writeFileSync(target, lines.join('\n'));
  try {
    const related = relatedTests(file, FAST);
    const quick = passes(
      tree,
      related.filter((test) => !LONG.test(test)),
    );
    const fast = quick.passed
      ? passes(
          tree,
          related.filter((test) => LONG.test(test)),
        )
      : quick;
    if (!fast.passed || tests === 'fast') return fast.passed ? '' : `fast: ${fast.by}`;
    if (!build(tree)) return 'does not build';
    const room = passes(tree, ROOM);
    if (!room.passed || tests === 'room') return room.passed ? '' : `room: ${room.by}`;
    const all = passes(tree, ['test']);
    return all.passed ? '' : `all: ${all.by}`;
  } finally {
    writeFileSync(target, sound);
  }
}

const chosen = drawn(allMutants());
const words = ({ file, line, operator, was }) => `${file}:${line} ${operator}: ${was}`;
if (process.argv.includes('--list')) {
  for (const mutant of chosen) console.log(words(mutant));
} else {
  const report = path.join(
    root,
    `build/mutants-${seed}-${tests}${only === '' ? '' : `-${only.replace(/\W+/g, '-')}`}.jsonl`,
  );
  mkdirSync(path.dirname(report), { recursive: true });
  const done = new Map(
    (existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n').filter(Boolean) : [])
      .map((line) => JSON.parse(line))
      .map((result) => [words(result), result]),
  );
  const tree = makeTree();
  for (const [n, mutant] of chosen.entries()) {
    if (done.has(words(mutant))) continue;
    const by = tried(tree, mutant);
    const result = { ...mutant, by };
    done.set(words(mutant), result);
    appendFileSync(report, `${JSON.stringify(result)}\n`);
    console.log(
      `${n + 1}/${chosen.length} ${by === '' ? 'SURVIVED' : 'noticed'}  ${words(mutant)}${by === '' ? '' : `  (${by})`}`,
    );
  }
  const results = chosen.map((mutant) => done.get(words(mutant)));
  const survivors = results.filter(({ by }) => by === '');
  console.log(`seed ${seed}: ${results.length - survivors.length} of ${results.length} noticed; survivors:`);
  for (const survivor of survivors) console.log(`  ${words(survivor)}`);
  process.exitCode = survivors.length * 10 > results.length ? 1 : 0;
}
