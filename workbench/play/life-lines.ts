/** Compares the life lines that the add-on reads from the tabs with those that the file alone tells. */
import type { ExportTable } from '../../src/contract/export';
import type { AddonPlayer } from './addon';
import { agentsOf, monthOf, monthsOf, type PipelineDeal } from './pipeline-file';
import type { ReplayOptions } from './replay';

/** What must agree. Months are 201610; `months` are those of the 1:1s at which it was on the list. */
export interface Life {
  person: string;
  firstMonth: number;
  months: number[];
  monthsOpen: number;
  outcome: string;
  /** null while open. */
  outcomeMonth: number | null;
  /** The value of a won one; null for the others, of which the file has none. */
  won: number | null;
}

export interface LifeCheck {
  /** Dated deals that a 1:1 has met. */
  expected: number;
  equal: number;
  /** Lines of the export; more than `equal` when a deal stands twice or nobody knows it. */
  found: number;
  /** A sentence for each difference. */
  differences: string[];
}

/** Exports everybody's record through the add-on and compares each life line. */
export async function checkLives(
  player: AddonPlayer,
  deals: readonly PipelineDeal[],
  options: Pick<ReplayOptions, 'skip'> = {},
): Promise<LifeCheck> {
  return compareLives(expectedLives(deals, options), livesOf(await exportAll(player)));
}

/** What the file says, without any of the add-on's code: a deal is met from the first 1:1 of or after its engagement on. */
export function expectedLives(
  deals: readonly PipelineDeal[],
  { skip }: Pick<ReplayOptions, 'skip'> = {},
): Map<string, Life> {
  const months = monthsOf(deals);
  const lives = new Map<string, Life>();
  for (const agent of agentsOf(deals)) {
    const meetings = months.filter((month) => !skip?.(agent, month));
    for (const deal of deals) {
      if (deal.agent !== agent || deal.engaged === '') continue;
      const met = meetings.filter((month) => month >= monthOf(deal.engaged));
      const closing = deal.closed === '' ? -1 : met.findIndex((month) => month >= monthOf(deal.closed));
      const listed = closing < 0 ? met : met.slice(0, closing + 1);
      const [firstMonth] = listed;
      if (firstMonth === undefined) continue;
      const closed = closing >= 0;
      lives.set(deal.id, {
        person: agent,
        firstMonth,
        months: listed,
        monthsOpen: listed.length,
        outcome: closed ? (deal.won ? 'won' : 'lost') : 'open',
        outcomeMonth: closed ? (met[closing] as number) : null,
        won: closed && deal.won ? deal.value : null,
      });
    }
  }
  return lives;
}

/** Compares life by life; what is there twice or too much is a difference as well. */
export function compareLives(
  expected: ReadonlyMap<string, Life>,
  found: readonly [id: string, life: Life][],
): LifeCheck {
  const differences: string[] = [];
  const seen = new Set<string>();
  let equal = 0;
  for (const [id, life] of found) {
    const wanted = expected.get(id);
    if (!wanted) differences.push(`${id}: on ${life.person}’s tab, not in the file`);
    else if (seen.has(id)) differences.push(`${id}: twice, the second time on ${life.person}’s tab`);
    else {
      const wrong = (Object.keys(wanted) as (keyof Life)[]).filter(
        (what) => JSON.stringify(life[what]) !== JSON.stringify(wanted[what]),
      );
      for (const what of wrong)
        differences.push(`${id} ${what}: ${JSON.stringify(life[what])} (file: ${JSON.stringify(wanted[what])})`);
      if (wrong.length === 0) equal++;
    }
    seen.add(id);
  }
  for (const [id, life] of expected) if (!seen.has(id)) differences.push(`${id}: missing on ${life.person}’s tab`);
  return { expected: expected.size, equal, found: found.length, differences };
}

type Line = Record<string, string | number>;

/** Everybody's record, as the sidebar asks for it. */
async function exportAll(player: AddonPlayer): Promise<Record<'lifeLines' | 'steps', Line[]>> {
  const { columns, problems, rows } = await player.inPortions('exportRecord', () => ({ sheetId: null }));
  if (problems[0]) throw new Error(problems[0].message);
  const linesOf = (table: ExportTable) =>
    rows[table].map(
      (row): Line =>
        Object.fromEntries((columns?.[table] ?? []).map((column, n) => [column, row[n] as string | number])),
    );
  return { lifeLines: linesOf('lifeLines'), steps: linesOf('steps') };
}

function livesOf({ lifeLines, steps }: Record<'lifeLines' | 'steps', Line[]>): [string, Life][] {
  const monthsById = new Map<string, number[]>();
  for (const step of steps) {
    const key = `${step.person} ${step.id}`;
    monthsById.set(key, [...(monthsById.get(key) ?? []), month(step.month)]);
  }
  return lifeLines.map((line) => [
    String(line.id),
    {
      person: String(line.person),
      firstMonth: month(line['first month']),
      months: monthsById.get(`${line.person} ${line.id}`) ?? [],
      monthsOpen: Number(line['months open']),
      outcome: String(line.outcome),
      outcomeMonth: line['outcome month'] === '' ? null : month(line['outcome month']),
      won: line.outcome === 'won' ? Number(line.amount) : null,
    },
  ]);
}

/** "2016-10" as 201610. */
const month = (text: string | number | undefined): number => Number(String(text).replace('-', ''));
