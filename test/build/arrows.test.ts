import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const rules = path.join(root, '.dependency-cruiser.cjs');

interface Report {
  summary: { violations: { rule: { name: string }; from: string; to: string }[]; totalDependenciesCruised: number };
}

/** The imports below `folder`/src that break a rule of the house, and how many imports there are. */
function cruise(folder: string): { broken: string[]; imports: number } {
  const args = [program, 'src', '--config', rules, '--output-type', 'json', '--no-progress'];
  const text = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  const { summary } = JSON.parse(text) as Report;
  return {
    broken: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    imports: summary.totalDependenciesCruised,
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe('the rooms of the house', () => {
  test('every import follows the arrows, and no two files go round in a circle', () => {
    const { broken, imports } = cruise(root);
    expect(imports).toBeGreaterThan(1000);
    expect(broken).toEqual([]);
  });

  test('the check sees what is forbidden', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'rooms-'));
    const files: Record<string, string> = {
      'tsconfig.json': '{}',
      'workbench/engine/engine.ts': 'export const engine = 1;',
      'src/core/kpi.ts': "export const kpi = 1; import 'node:fs';",
      'src/core/shared/month.ts': "import type { save } from '../../sheet/acts/save'; export type Month = typeof save;",
      'src/sheet/acts/save.ts':
        "import { engine } from '../../../workbench/engine/engine'; export const save = engine;",
      'src/sheet/grid/cells.ts': "import { save } from '../acts/save'; export const cells = save;",
      'src/sidebar/x.ts': "import { kpi } from '../core/kpi'; import { y } from './y'; export const x = kpi + y;",
      'src/sidebar/y.ts': "import type { x } from './x'; export const y = 1; export type X = typeof x;",
      'src/self-check/server/run.ts': 'export const run = 1;',
      'src/self-check/page/p.ts': "import { run } from '../server/run'; export const p = run;",
      'src/addon/menu.ts': "import { run } from '../self-check/server/run'; export const menu = run;",
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const { broken } = cruise(folder);
    rmSync(folder, { recursive: true });
    expect(broken).toEqual(
      expect.arrayContaining([
        'pure: src/core/kpi.ts → fs',
        'core-looks-into: src/core/shared/month.ts → src/sheet/acts/save.ts',
        'sheet-looks-into: src/sheet/acts/save.ts → workbench/engine/engine.ts',
        'sheet-grid-looks-down: src/sheet/grid/cells.ts → src/sheet/acts/save.ts',
        'sidebar-runs: src/sidebar/x.ts → src/core/kpi.ts',
        'no-circles: src/sidebar/x.ts → src/sidebar/y.ts',
        'self-check/page-looks-into: src/self-check/page/p.ts → src/self-check/server/run.ts',
        'addon-looks-into: src/addon/menu.ts → src/self-check/server/run.ts',
      ]),
    );
  });

  test('nothing in src names Google services outside of sheet, addon and main', () => {
    const services = /\b(SpreadsheetApp|PropertiesService|LockService|HtmlService|Session|Utilities)\./;
    const found = ['core', 'contract', 'sidebar', 'self-check/page']
      .flatMap((part) => filesBelow(path.join(root, 'src', part)))
      .filter((file) => services.test(readFileSync(file, 'utf8')));
    expect(found).toEqual([]);
  });
});
