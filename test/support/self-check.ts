/** The self-check as it would be pushed, built into a folder of its own; on demand with assumptions that are wrong. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { kept } from './kept';

const ROOT = path.join(__dirname, '../..');
const DIST = path.join(ROOT, 'dist');

/** A text of a file of src/self-check, as it is and as it is to be. */
export interface Change {
  /** The probe that the text belongs to. */
  probe: string;
  file: string;
  from: string;
  to: string;
}

/** One wrong assumption each, in every portion of the probes: a self-check that believes them has to be red. */
export const WRONG: readonly Change[] = [
  { probe: 'plain-cells', file: 'server/probes/texts.ts', from: "'Number 5'", to: "'String 5'" },
  { probe: 'row-groups', file: 'server/probes/rows.ts', from: '[1, true, 1, true]', to: '[1, true, 2, true]' },
  {
    probe: 'date-cells',
    file: 'server/probes/time.ts',
    from: 'named(CLOCK_DAYS, CLOCK_DAYS)',
    to: "named(CLOCK_DAYS, ['2026-03-07'])",
  },
  {
    probe: 'rights',
    file: 'server/probes/people.ts',
    from: "[true, 0, 'self-check', 0, true]",
    to: "[true, 0, 'self-check', 0, false]",
  },
  {
    probe: 'page-output',
    file: 'server/probes/served.ts',
    from: 'NAMES.map(() => true)',
    to: "NAMES.map(() => 'cut')",
  },
  { probe: 'team', file: 'server/probes/record.ts', from: "'▲ 110%'", to: "'▲ 111%'" },
  { probe: 'goals', file: 'server/probes/record.ts', from: '1200 / 12, 130, 40', to: '1200 / 12, 130, 55' },
  { probe: 'crossing', file: 'page/probes.ts', from: "'500000'", to: "'400000'" },
];

/** Builds it, once for all test files; gives the folder, and how to remove that. Throws when a text to change is not there, or there twice. */
export async function buildSelfCheck(changes: readonly Change[] = []): Promise<{ folder: string; remove: () => void }> {
  mkdirSync(path.join(ROOT, 'build'), { recursive: true });
  const files = await kept(DIST, JSON.stringify([changes, ownSources()]), () => Promise.resolve(built(changes)));
  const folder = mkdtempSync(path.join(ROOT, 'build', 'self-check-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The texts of what is the self-check's alone: dist does not tell whether they have changed. */
function ownSources(): string[] {
  const folder = path.join(ROOT, 'src', 'self-check');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names.filter((name) => /\.\w+$/.test(name)).map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

function built(changes: readonly Change[]): Record<string, string> {
  // Within the project: webpack's plugin writes no declarations for what lies outside of it.
  const home = mkdtempSync(path.join(ROOT, 'build', 'self-check-'));
  const out = path.join(home, 'dist');
  const wish = JSON.stringify([out, path.join(home, 'through'), changes]);
  try {
    execFileSync(process.execPath, ['--input-type=module', '-e', BUILD, wish], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(path.join(out, name), 'utf8')]));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const BUILD = `
  import { readFile } from 'node:fs/promises';
  import { buildSelfCheck } from './build.mjs';
  const [out, through, changes] = JSON.parse(process.argv[1]);
  const met = new Set();
  const changed = {
    name: 'changed',
    setup(build) {
      build.onLoad({ filter: /self-check/ }, async ({ path }) => {
        const fits = changes.filter(({ file }) => path.split('\\\\').join('/').endsWith('self-check/' + file));
        if (fits.length === 0) return;
        let contents = await readFile(path, 'utf8');
        for (const change of fits) {
          if (contents.split(change.from).length !== 2) throw new Error(change.file + ' does not say once: ' + change.from);
          contents = contents.replace(change.from, () => change.to);
          met.add(change);
        }
        return { contents, loader: 'ts' };
      });
    },
  };
  await buildSelfCheck({ out, through, plugins: [changed] });
  if (met.size !== changes.length) throw new Error('a file to change is not built');
`;
