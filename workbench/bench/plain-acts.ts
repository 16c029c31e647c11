/** The same acts by the plain script, on a workbook of its own. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { addMonths } from '../../src/core/shared/month';
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import type { Engine } from '../engine/engine';
import { type ExecutionResult, type Project, projectOfFiles, runExecution } from '../runtime';
import type { Act } from './acts';
import { MANAGER, NEWEST, timeOf } from './book';

/** What the plain script is called with; acts that a plain script has no counterpart of are missing. */
const PLAIN: Partial<Record<Act, (tabs: string[], deals: string[]) => [name: string, args: unknown[]]>> = {
  open: ([tab]) => ['open', [tab, NEWEST]],
  saveOne: ([tab], [first]) => ['save', [tab, NEWEST, [{ key: first, col: COL.next, value: 'Call on Friday' }]]],
  saveTen: ([tab], deals) => [
    'save',
    [
      tab,
      NEWEST,
      [
        ...deals.slice(1, 4).flatMap((key) => [
          { key, col: COL.status, value: 'stuck' },
          { key, col: COL.moved, value: 'Their buyer left' },
          { key, col: COL.next, value: 'Find the new one' },
        ]),
        { key: 'text:focus', col: COL.when, value: 'Who decides now?' },
      ],
    ],
  ],
  import: ([tab]) => [
    'importDeals',
    [
      tab,
      NEWEST,
      Array.from({ length: 5 }, (_, n) => [`New customer ${n + 1}`, `crm${n}`, 1000 * (n + 1), 'Call them']),
    ],
  ],
  finish: ([tab]) => ['finish', [tab, NEWEST, 28]],
  check: ([tab]) => ['check', [tab]],
  repair: ([tab]) => ['repair', [tab]],
  startOne: ([tab]) => ['start', [tab, addMonths(NEWEST, 1)]],
  startAll: ([tab]) => ['start', [tab, addMonths(NEWEST, 2)]],
};

export async function plainProject(root: string): Promise<Project> {
  const source = await readFile(path.join(root, 'workbench/bench/plain/plain.js'), 'utf8');
  return projectOfFiles([{ name: 'plain', source, type: 'server_js' }]);
}

/** Does an act the plain way; null where there is no plain way. */
export async function doPlainly(engine: Engine, project: Project, act: Act): Promise<ExecutionResult | null> {
  const call = PLAIN[act];
  if (!call) return null;
  const tabs = engine.sheets().filter(({ name }) => /^Person \d+$/.test(name));
  const [first] = tabs;
  const keys = first ? await engine.read(first.id, { row: 1, col: HIDDEN.key, rows: first.lastRow, cols: 2 }) : [];
  const inNewest = keys.filter(([, month]) => month?.v === NEWEST).map(([key]) => String(key?.v));
  const existing = inNewest.filter((key) => key.startsWith('existing:'));
  const deals = existing.length > 4 ? existing : inNewest.filter((key) => key.startsWith('new:'));
  const [functionName, args] = call(
    tabs.map(({ name }) => name),
    deals,
  );
  const result = await runExecution({
    engine,
    project,
    functionName,
    args,
    user: MANAGER,
    nowMs: timeOf(NEWEST, 5),
    modelsWaits: true,
    timeLimitMs: 3_600_000,
  });
  if (!result.outcome.ok) throw new Error(`the plain ${act}: ${result.outcome.error.message}`);
  return result;
}
