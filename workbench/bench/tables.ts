/** The result as markdown, for the README and docs/bench.md. */
import type { BenchDetail, BenchRow } from './bench';
import { BASE } from './bench';
import type { Size } from './book';

const NAMES: Record<BenchRow['act'], string> = {
  open: 'open the sidebar',
  look: 'look for changes',
  saveOne: 'save one field',
  saveTen: 'save ten fields',
  import: 'import five deals',
  finish: 'finish the meeting',
  check: 'check a tab',
  repair: 'repair it',
  previewOne: 'preview a month for one',
  startOne: 'start it for one',
  previewAll: 'preview a month for all',
  startAll: 'start it for all',
};

const AXES: readonly { axis: keyof Size; title: string }[] = [
  { axis: 'history', title: 'months' },
  { axis: 'existing', title: 'opportunities' },
  { axis: 'team', title: 'people' },
];

/** A table of the base, then calls and cells along each axis. */
export function tables(details: readonly BenchDetail[]): string {
  const rows = details.map(({ row }) => row);
  const base = rows.filter((row) => sameSize(row, BASE));
  const shown = base.length > 0 ? base : rows;
  const parts = [
    markdown(
      [
        'act',
        'calls',
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
        [`calls / cells read / waits by ${title}`, ...steps.map(String)],
        base.map(({ act }) => [
          NAMES[act],
          ...steps.map((step) => {
            const row = at(act, step);
            return row ? `${count(row.calls)} / ${count(row.cellsRead)} / ${seconds(row.waitMs)}` : '';
          }),
        ]),
      ),
    );
  }
  for (const { row, portionsMs } of details)
    if (row.act === 'startAll')
      parts.push(
        `A month for ${row.team} people: ${portionsMs.length} calls, the longest ${seconds(Math.max(...portionsMs))} (modelled).\n`,
      );
  return parts.join('\n');
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
