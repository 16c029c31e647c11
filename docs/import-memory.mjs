/** node --expose-gc docs/import-memory.mjs LINES: what a file of many lines and its preview keep in memory (docs/import.md). */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import esbuild from 'esbuild';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const { outputFiles } = await esbuild.build({
  stdin: {
    contents: `export { readBytes } from './test/support/import-read';
      export { plan, tab } from './test/support/import-tracker';
      export { nameKey } from './src/core/import/deal';`,
    resolveDir: root,
  },
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'node',
  logLevel: 'error',
});
const module = { exports: {} };
vm.runInThisContext(`(function (module, require, __dirname) {${outputFiles[0].text}\n})`)(
  module,
  createRequire(import.meta.url),
  root,
);
const { readBytes, plan, tab, nameKey } = module.exports;

const used = () => {
  global.gc();
  return process.memoryUsage().heapUsed / 1e6;
};
const count = Number(process.argv[2] ?? 5000);
const people = Array.from({ length: 30 }, (_, n) => `Person ${n}`);
const lines = Array.from(
  { length: count },
  (_, n) =>
    `${n},Customer ${n},Deal ${n},${people[n % 30]},${n}.50,2026-12-${10 + (n % 18)},Proposal,Call them in week ${n}`,
);
const text = ['Deal ID,Account,Deal name,Owner,Amount,Close date,Stage,Next step', ...lines].join('\n');
const bytes = new TextEncoder().encode(text);
const before = used();
const read = readBytes(bytes);
const tabs = people.map((name, n) => tab(name, [], { repId: `p${n}` }));
const owners = Object.fromEntries(tabs.map(({ name, repId }) => [nameKey(name), repId]));
const preview = plan(read.deals, tabs, { owners });
// As the page does: the bytes, the table, the deals and what becomes of them.
globalThis.kept = { bytes, read, tabs, preview };
const after = used();
globalThis.kept = null;
console.log(
  `${count} lines, ${Math.round(bytes.length / 1000)} kB: ${(after - before).toFixed(1)} MB for ${preview.fates.length} fates`,
);
