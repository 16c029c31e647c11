/**
 * npm run bench [-- --json] [--quick] [--size MONTHS,OPPORTUNITIES,PEOPLE] [--team PEOPLE,… [--acts NAME,…]] [--calls]
 * [--alone]: what each act costs in service calls, cells and modelled waits. --team measures only what concerns a whole
 * team, from its set-up on, at these sizes; with --acts only some of that, by their names in the JSON. --calls lists the
 * members, --alone leaves the plain script out. With --sidebar instead: how quick the page is in a browser, with 166
 * opportunities.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BASE, type BenchDetail, measureSize, measureTeam, openedPage, sizes, TEAMS } from '../bench/bench';
import { plainProject } from '../bench/plain-acts';
import { measureSidebar, sidebarWords } from '../bench/sidebar';
import { tables } from '../bench/tables';
import { TEAM_ACTS, type TeamAct } from '../bench/team-acts';
import { closeWorkers, loadProject } from '../runtime';

const ROOT = path.join(__dirname, '..');
const CACHE = path.join(ROOT, 'build/bench');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      quick: { type: 'boolean' },
      size: { type: 'string' },
      team: { type: 'string' },
      acts: { type: 'string' },
      calls: { type: 'boolean' },
      alone: { type: 'boolean' },
      sidebar: { type: 'boolean' },
    },
  });
  const say = (words: string) => process.stderr.write(`${words}\n`);
  const project = await loadProject(path.join(ROOT, 'dist'), 'Monthly 1:1');
  if (values.sidebar) {
    const html = await openedPage({ ...BASE, existing: 166 }, project, CACHE);
    process.stdout.write(sidebarWords(await measureSidebar(html)));
    return;
  }
  const plain = values.alone || values.team ? null : await plainProject(ROOT);
  const chosen = values.team
    ? []
    : values.size
      ? [sizeOf(values.size)]
      : values.quick
        ? [2, 14].map((history) => ({ history, existing: 5, team: 2 }))
        : sizes();
  const teams = values.team ? teamsOf(values.team) : values.size ? [] : values.quick ? [4, 8] : TEAMS;
  const details: BenchDetail[] = [];
  for (const size of chosen)
    details.push(...(await measureSize(size, { project, plain, cache: CACHE, progress: say })));
  for (const team of teams)
    details.push(...(await measureTeam(team, { project, progress: say }, teamActsOf(values.acts))));
  if (values.calls)
    for (const { row, members } of details)
      say(`${row.act} ${row.history}/${row.existing}/${row.team} ${JSON.stringify(members)}`);
  const rows = details.map(({ row }) => row);
  process.stdout.write(values.json ? `${JSON.stringify(rows)}\n` : tables(details));
}

function sizeOf(text: string) {
  const [history, existing, team] = text.split(',').map(Number);
  if (!history || !existing || !team) throw new Error(`--size takes three numbers, like 12,20,5; not ${text}`);
  return { history, existing, team };
}

function teamActsOf(text: string | undefined): readonly TeamAct[] {
  if (text === undefined) return TEAM_ACTS;
  const names = text.split(',');
  const acts = TEAM_ACTS.filter((act) => names.includes(act));
  if (acts.length < names.length) throw new Error(`--acts takes some of ${TEAM_ACTS.join(', ')}; not ${text}`);
  return acts;
}

function teamsOf(text: string): number[] {
  const teams = text.split(',').map(Number);
  if (!teams.every((team) => Number.isInteger(team) && team > 0))
    throw new Error(`--team takes numbers of people, like 10,30,100; not ${text}`);
  return teams;
}

main()
  .catch((error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  })
  .finally(closeWorkers);
