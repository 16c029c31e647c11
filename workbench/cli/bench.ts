/** npm run bench [-- --json] [--quick] [--calls]: what each act costs in service calls, cells and modelled waits. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BenchDetail, measureSize, sizes } from '../bench/bench';
import { plainProject } from '../bench/plain-acts';
import { tables } from '../bench/tables';
import { closeWorkers, loadProject } from '../runtime';

const ROOT = path.join(__dirname, '..');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, calls: { type: 'boolean' } },
  });
  const say = (words: string) => process.stderr.write(`${words}\n`);
  const project = await loadProject(path.join(ROOT, 'dist'), 'Monthly 1:1');
  const plain = await plainProject(ROOT);
  const chosen = values.quick ? [2, 14].map((history) => ({ history, existing: 5, team: 2 })) : sizes();
  const details: BenchDetail[] = [];
  for (const size of chosen)
    details.push(
      ...(await measureSize(size, { project, plain, cache: path.join(ROOT, 'build/bench'), progress: say })),
    );
  if (values.calls)
    for (const { row, members } of details)
      say(`${row.act} ${row.history}/${row.existing}/${row.team} ${JSON.stringify(members)}`);
  const rows = details.map(({ row }) => row);
  process.stdout.write(values.json ? `${JSON.stringify(rows)}\n` : tables(details));
}

main()
  .catch((error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  })
  .finally(closeWorkers);
