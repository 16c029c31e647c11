/** npm run replay -- FILE [--out BOOK] [--agents N|N-M]: plays a pipeline CSV as monthly 1:1s, checks the counts and every life line. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openEngine } from '../engine/open';
import { AddonPlayer } from '../play/addon';
import { checkLives } from '../play/life-lines';
import { agentsOf, monthsOf, readPipeline } from '../play/pipeline-file';
import { replay } from '../play/replay';
import { ReplayFigures } from '../play/replay-figures';
import { closeWorkers, loadProject } from '../runtime';

const OWNER = 'manager@example.com';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, agents: { type: 'string' } },
  });
  const from = process.env.INIT_CWD ?? process.cwd();
  const [file] = positionals;
  if (!file) {
    console.error('Say which file: npm run replay -- FILE.csv [--out BOOK.json] [--agents N|N-M]');
    return 2;
  }
  const all = readPipeline(await readFile(path.resolve(from, file), 'utf8'));
  const agents = chosen(agentsOf(all), values.agents);
  const deals = all.filter((deal) => agents.includes(deal.agent));
  const project = await loadProject(path.join(__dirname, '../dist'), 'Monthly 1:1');
  const engine = await openEngine(undefined, { owner: OWNER, name: 'Pipeline replay' });
  const player = new AddonPlayer(engine, project, { user: OWNER });
  const started = Date.now();
  let shown = -1;
  const figures = new ReplayFigures(engine, deals);
  const counts = await replay(player, deals, {
    ...figures.options(),
    progress: (done, total, month) => {
      const percent = Math.floor((100 * done) / total);
      if (percent === shown) return;
      shown = percent;
      const line = `${percent} %, ${month}, ${done} of ${total} meetings, ${Math.round((Date.now() - started) / 1000)} s`;
      process.stderr.write(process.stderr.isTTY ? `\r${line} ` : percent % 5 === 0 ? `${line}\n` : '');
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  const out = path.resolve(from, values.out ?? path.join('.workbench', 'replay.json'));
  await mkdir(path.dirname(out), { recursive: true });
  await engine.settle();
  await writeFile(out, JSON.stringify(engine.save()));
  const wrong = counts.filter(
    (count) => !same(count.fresh, count.expected.fresh) || !same(count.existing, count.expected.existing),
  );
  for (const { agent, month, fresh, existing, expected } of wrong)
    console.log(
      `WRONG ${agent} ${month}: new ${fresh.length} (file: ${expected.fresh.length}), existing ${existing.length} (file: ${expected.existing.length})`,
    );
  const rows = counts.reduce((sum, count) => sum + count.fresh.length + count.existing.length, 0);
  const calls = Object.values(player.serviceCalls).reduce((sum, n) => sum + n, 0);
  console.log(`${agents.length} people, ${counts.length} meetings, ${rows} opportunity rows, ${calls} service calls.`);
  console.log(
    `${counts.length - wrong.length} of ${counts.length} (new, existing) equal to those counted from the file.`,
  );
  for (const { what, expected, shown } of figures.differences)
    console.log(`WRONG ${what}: the sheet says ${JSON.stringify(shown)} (file: ${JSON.stringify(expected)})`);
  console.log(`figures: ${figures.compared - figures.differences.length} of ${figures.compared} equal`);
  const last = monthsOf(deals).at(-1) as number;
  const reading = Date.now();
  const lives = await checkLives(player.as({ nowMs: Date.UTC(Math.floor(last / 100), last % 100, 0, 12) }), deals);
  for (const line of lives.differences) console.log(`WRONG ${line}`);
  console.log(
    `life lines: ${lives.equal} of ${lives.expected} equal (first month, months, months open, outcome and its month, value), ${lives.found} exported in ${Math.round((Date.now() - reading) / 1000)} s.`,
  );
  console.log(`Look at it: npm start -- --book ${path.relative(from, out)}`);
  engine.dispose();
  return wrong.length + figures.differences.length + lives.differences.length === 0 ? 0 : 1;
}

/** The first N of them for "N", from the Nth to the Mth for "N-M": a long file can be played in parts. */
function chosen(agents: string[], said: string | undefined): string[] {
  if (!said) return agents;
  const [first, last] = said.includes('-') ? said.split('-').map(Number) : [1, Number(said)];
  return agents.slice((first ?? 1) - 1, last);
}

/** The same deals, whatever their order. */
function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join() === [...b].sort().join();
}

main()
  .then(async (code) => {
    await closeWorkers();
    process.exit(code);
  })
  .catch((error: unknown) => {
    console.error(`The replay stopped: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  });
