/**
 * The tests of test/faults and of hands without their bounds, and the builds that are broken on purpose.
 *
 *   npm run soak                        all of it
 *   npm run soak -- --only NAME         a test file, or a broken build, whose name holds NAME
 *   npm run soak -- --seed N            the order that a run before has told
 *   npm run soak -- --steps N           so many steps of the schedules
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROKEN, buildBroken } from './broken.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const SUITES = [
  'faults/crash',
  'faults/schedules',
  'faults/hostile-text',
  'faults/places',
  'faults/rights',
  'sheet/hands',
  'sheet/check-random',
  'sheet/carry-random',
  'sheet/killed-repair',
  'addon/kpis',
  'addon/repair',
  'addon/replay',
  'addon/team',
  'workbench/server/kill',
];
/** How long one test file may take in all, in ms. */
const LIMIT_MS = 3 * 3_600_000;

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const seed = option('seed', String(Math.floor(Math.random() * 1e9)));
const only = option('only', '');
const steps = option('steps', '');
const report = path.join(root, 'build/soak-report.jsonl');

/** Runs one file of test/; its output and whether it passed. */
function run(suite, env) {
  return new Promise((resolve) => {
    const jest = path.join(root, 'node_modules/jest/bin/jest.js');
    const child = spawn(process.execPath, [jest, '--verbose', `test/${suite}.test.ts`], {
      cwd: root,
      env: { ...process.env, SEED: seed, ...(steps && { STEPS: steps }), ...env },
      timeout: LIMIT_MS,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });
}

const rows = [];
let failed = false;
const told = (name, what, cases, result) => rows.push({ name, what, cases: String(cases), result });

console.log(`seed ${seed}`);
for (const suite of SUITES.filter((name) => name.includes(only))) {
  rmSync(report, { force: true });
  const began = Date.now();
  const { passed, output } = await run(suite, { SOAK: '1', SOAK_REPORT: report });
  const minutes = `${Math.round((Date.now() - began) / 60_000)} min`;
  const lines = existsSync(report)
    ? readFileSync(report, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  for (const { what, cases, lost, of } of lines)
    told(
      suite,
      what,
      of === undefined ? cases : `${cases} for ${of} calls`,
      lost === 0 ? 'nothing lost' : `${lost} FAILED`,
    );
  told(suite, 'in all', minutes, passed ? 'passed' : 'FAILED');
  if (!passed) console.log(output.slice(-6000));
  failed ||= !passed;
}
for (const broken of BROKEN.filter(({ name, test }) => `${test} ${name}`.includes(only))) {
  const folder = await buildBroken(broken);
  const { passed, output } = await run(broken.test, { ADDON_DIST: folder, ...broken.env });
  const caught = !passed && broken.says.test(output);
  told(broken.test, `broken: ${broken.name}`, '', caught ? 'caught' : passed ? 'NOT CAUGHT' : 'FAILED OTHERWISE');
  if (!caught) console.log(output.slice(-3000));
  failed ||= !caught;
}

const width = (key) => Math.max(...rows.map((row) => row[key].length));
const columns = ['name', 'what', 'cases', 'result'].map((key) => [key, width(key)]);
for (const row of rows) console.log(columns.map(([key, size]) => row[key].padEnd(size)).join('  '));
console.log(failed ? `failed; again with: npm run soak -- --seed ${seed}` : `all well, seed ${seed}`);
process.exitCode = failed ? 1 : 0;
