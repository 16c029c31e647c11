/** The result as markdown, for the README and docs/bench.md. */
import type { BenchDetail, BenchRow } from './bench';
import { BASE } from './bench';
import type { Size } from './book';
import { TEAM_ACTS } from './team-acts';

const NAMES: Record<BenchRow['act'], string> = {
  open: 'open the sidebar',
  look: 'look for changes',
  saveOne: 'save one field',
  saveTen: 'save ten fields',
  saveCard: 'save a card of coaching',
  typeOne: 'type 42k into the bare sheet',
  import: 'import five deals',
  finish: 'finish the meeting',
  check: 'check a tab',
  repair: 'repair it',
  previewOne: 'preview a month for one',
  startOne: 'start it for one',
  previewAll: 'preview a month for all',
  startAll: 'start it for all',
  startAllFull: 'the same, everything brought along',
  startOneFull: 'for one, everything brought along',
  setUp: 'set up the team',
  addOne: 'add one person',
  previewTeam: 'preview a month for all',
  startTeam: 'start it for all',
  previewFigures: 'preview pasted figures, one each',
  pasteFigures: 'write them',
  openThrice: 'open the sidebar three times',
  firstLook: 'the first of an import’s preview',
  previewDeals: 'preview an import, one deal each',
  importDeals: 'write it',
  team: 'update the Team tab',
  protect: 'protect the tabs',
  protectAgain: 'protect them again',
  export: 'export everybody’s record',
};

const AXES: readonly { axis: keyof Size; title: string }[] = [
  { axis: 'history', title: 'months' },
  { axis: 'existing', title: 'opportunities' },
  { axis: 'team', title: 'people' },
];

const isOfTeam = ({ act }: BenchRow) => (TEAM_ACTS as readonly string[]).includes(act);

/** A table of the base, then calls and cells along each axis, then what concerns whole teams. */
export function tables(details: readonly BenchDetail[]): string {
  const all = details.map(({ row }) => row);
  const rows = all.filter((row) => !isOfTeam(row));
  const ofTeams = teamTables(all.filter(isOfTeam));
  if (rows.length === 0) return ofTeams;
  const base = rows.filter((row) => sameSize(row, BASE));
  const shown = base.length > 0 ? base : rows;
  const parts = [
    markdown(
      [
        'act',
        'calls',
        'of all',
        'locks, flushes',
        'cells read',
        'cells written',
        'kB',
        'waits',
        'plain: calls',
        'waits',
        'ratio',
      ],
      shown.map((row) => [
        NAMES[row.act],
        count(row.calls),
        count(row.allCalls),
        count(row.locks),
        count(row.cellsRead),
        count(row.cellsWritten),
        (row.bytes / 1000).toFixed(1),
        seconds(row.waitMs),
        row.plain ? count(row.plain.calls) : '',
        row.plain ? seconds(row.plain.waitMs) : '',
        row.plain ? `1 : ${(row.plain.waitMs / row.waitMs).toFixed(row.plain.waitMs > 10 * row.waitMs ? 0 : 1)}` : '',
      ]),
    ),
  ];
  for (const { axis, title } of AXES) {
    const along = rows.filter((row) => sameSize({ ...row, [axis]: BASE[axis] }, BASE));
    const steps = [...new Set(along.map((row) => row[axis]))].sort((a, b) => a - b);
    if (steps.length < 2) continue;
    const at = (act: BenchRow['act'], step: number) => along.find((row) => row.act === act && row[axis] === step);
    parts.push(
      markdown(
        [`calls / of all / cells read / waits by ${title}`, ...steps.map(String)],
        base.map(({ act }) => [
          NAMES[act],
          ...steps.map((step) => {
            const row = at(act, step);
            return row
              ? `${count(row.calls)} / ${count(row.allCalls)} / ${count(row.cellsRead)} / ${seconds(row.waitMs)}`
              : '';
          }),
        ]),
      ),
    );
  }
  for (const row of rows)
    if (row.portions > 1)
      parts.push(
        `${NAMES[row.act]}, ${row.team} people: ${row.portions} calls of the sidebar, the longest ${seconds(row.longestMs)} (modelled).\n`,
      );
  return [...parts, ofTeams].join('\n');
}

/** Calls of the sidebar and their waits by size of team, and how many service calls each further person adds. */
function teamTables(rows: readonly BenchRow[]): string {
  const teams = [...new Set(rows.map((row) => row.team))].sort((a, b) => a - b);
  const acts = [...new Set(rows.map((row) => row.act))];
  if (acts.length === 0) return '';
  const at = (act: BenchRow['act'], team: number) => rows.find((row) => row.act === act && row.team === team);
  const steps = teams.slice(1).map((team, n) => [teams[n] as number, team] as const);
  const cells = (act: BenchRow['act'], tell: (row: BenchRow) => string) =>
    teams.map((team) => at(act, team)).map((row) => (row ? tell(row) : ''));
  return [
    markdown(
      ['calls / of all', ...teams.map((team) => `${team} people`), ...steps.map(([a, b]) => `each from ${a} to ${b}`)],
      acts.map((act) => [
        NAMES[act],
        ...cells(act, (row) => `${count(row.calls)} / ${count(row.allCalls)}`),
        ...steps.map((step) => {
          const [some, more] = step.map((team) => at(act, team));
          if (!some || !more) return '';
          const each = (name: 'calls' | 'allCalls') => ((more[name] - some[name]) / (more.team - some.team)).toFixed(1);
          return `${each('calls')} / ${each('allCalls')}`;
        }),
      ]),
    ),
    markdown(
      ['waits / calls of the sidebar / the longest', ...teams.map((team) => `${team} people`)],
      acts.map((act) => [
        NAMES[act],
        ...cells(act, (row) => `${seconds(row.waitMs)} / ${row.portions} / ${seconds(row.longestMs)}`),
      ]),
    ),
  ].join('\n');
}

function sameSize(a: Size, b: Size): boolean {
  return a.history === b.history && a.existing === b.existing && a.team === b.team;
}

function markdown(head: string[], lines: string[][]): string {
  const align = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return `${[head, align, ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')}\n`;
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}

function seconds(ms: number): string {
  return ms < 9950 ? `${(ms / 1000).toFixed(1)} s` : `${count(Math.round(ms / 1000))} s`;
}
