/** node docs/weigh.mjs: what each part of the sidebar adds to the page, in bytes as they are shipped (docs/import.md). */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildSidebar } from '../build.mjs';

/** Parts by the beginnings of their files' paths; a file counts for the first one that fits. */
const PARTS = [
  ['reading a table: columns, stages, owners, fates', /^src\/core\/import\/(?!words)/],
  ['its words in eight languages', /^src\/core\/import\/words/],
  ['pages of the import', /^src\/sidebar\/import/],
  [
    'amounts, days, currencies: every field reads by these',
    /^src\/core\/shared\/(money|currencies|days|day-words|periods|moments|fold)/,
  ],
  ['CSV (papaparse)', /^node_modules\/papaparse/],
  ['all else', /./],
];

const out = await mkdtemp(path.join(os.tmpdir(), 'weigh-'));
const { outputs } = await buildSidebar({ out });
await rm(out, { recursive: true });
const sums = new Map(PARTS.map(([part]) => [part, 0]));
for (const { inputs } of Object.values(outputs))
  for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
    const [part] = PARTS.find(([, fits]) => fits.test(file));
    sums.set(part, sums.get(part) + bytesInOutput);
    if (process.argv.includes('--files')) console.log(String(bytesInOutput).padStart(8), file);
  }
for (const [part, bytes] of sums) console.log(`${String(bytes).padStart(8)}  ${part}`);
