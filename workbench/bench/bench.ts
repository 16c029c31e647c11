/** Measures every act on workbooks that differ in one respect from the base at a time. */
import { openEngine } from '../engine/open';
import type { ExecutionResult, Project } from '../runtime';
import { ACTS, type Act, Visitor } from './acts';
import { bookOf, type Size } from './book';
import { type Cost, costOf, reachingCalls, sumOf } from './measure';
import { doPlainly } from './plain-acts';
import { playTeam, TEAM_ACTS, type TeamAct } from './team-acts';

/** One line of the result: what an act costs on a workbook of a size. */
export interface BenchRow extends Cost, Size {
  act: Act | TeamAct;
  /** How many calls of the sidebar it takes, one for each portion, and the modelled wait of the longest of them in ms. */
  portions: number;
  longestMs: number;
  /** The same act by the plain script; null where it has none. */
  plain: { calls: number; waitMs: number } | null;
}

/** An act's row, and of which members it is made. */
export interface BenchDetail {
  row: BenchRow;
  /** Calls of the members that reach cells or stores. */
  members: Record<string, number>;
}

export const BASE: Size = { history: 12, existing: 20, team: 5 };

/** The base, and each axis varied on its own. */
export function sizes(): Size[] {
  return [
    BASE,
    ...[1, 120].map((history) => ({ ...BASE, history })),
    ...[5, 166].map((existing) => ({ ...BASE, existing })),
    ...[30, 100].map((team) => ({ ...BASE, team })),
  ];
}

export interface BenchOptions {
  project: Project;
  /** The plain script; null leaves it out. */
  plain: Project | null;
  /** A folder for the books; null makes them anew. */
  cache: string | null;
  acts?: readonly Act[];
  /** Told what is being done. */
  progress?: (words: string) => void;
}

/** Measures all acts on a workbook of one size. */
export async function measureSize(size: Size, options: BenchOptions): Promise<BenchDetail[]> {
  const { project, plain, cache, acts = ACTS, progress } = options;
  const name = `${size.history} months, ${size.existing} opportunities, ${size.team} people`;
  progress?.(`${name}: making the workbook`);
  const book = await bookOf(size, project, cache);
  const details: BenchDetail[] = [];
  const engine = await openEngine(book);
  const visitor = new Visitor(engine, project);
  for (const act of acts) {
    progress?.(`${name}: ${act}`);
    details.push(detailOf(act, size, await visitor.do(act)));
  }
  engine.dispose();
  if (plain) await measurePlain(size, details, plain, options);
  return details;
}

/** Sizes of team at which what concerns everybody is measured from the set-up on. */
export const TEAMS = [10, 30, 100];

/** Measures what concerns a whole team, from its set-up on. */
export async function measureTeam(
  team: number,
  { project, progress }: Pick<BenchOptions, 'project' | 'progress'>,
  acts: readonly TeamAct[] = TEAM_ACTS,
): Promise<BenchDetail[]> {
  const details: BenchDetail[] = [];
  await playTeam(team, project, acts, (act, runs) => {
    progress?.(`a team of ${team}: ${act}`);
    details.push(detailOf(act, { history: 1, existing: 0, team }, runs));
  });
  return details;
}

/** What the runs of an act have cost together. */
function detailOf(act: Act | TeamAct, size: Size, runs: readonly ExecutionResult[]): BenchDetail {
  const costs = runs.map(costOf);
  const members: Record<string, number> = {};
  for (const run of runs)
    for (const [member, count] of Object.entries(reachingCalls(run))) members[member] = (members[member] ?? 0) + count;
  const longestMs = Math.max(...costs.map(({ waitMs }) => waitMs));
  return { row: { act, ...size, ...sumOf(costs), portions: runs.length, longestMs, plain: null }, members };
}

/**
 * Adds what the same acts cost the plain script. It looks from the top of one tab down, so a short tab shows what a long one
 * would; only where it goes through the whole tab, that is told in proportion to the months.
 */
async function measurePlain(
  size: Size,
  details: readonly BenchDetail[],
  plain: Project,
  { project, cache, progress }: BenchOptions,
): Promise<void> {
  const short = { history: Math.min(size.history, 2), existing: size.existing, team: 1 };
  const engine = await openEngine(await bookOf(short, project, cache));
  for (const { row } of details) {
    progress?.(`${row.act}, the plain way`);
    const result = await doPlainly(engine, plain, row.act as Act);
    if (!result) continue;
    const isWholeTab = row.act === 'check' || row.act === 'repair';
    const times = row.act === 'startAll' ? size.team : isWholeTab ? size.history / short.history : 1;
    const { calls, waitMs } = costOf(result);
    row.plain = { calls: Math.round(calls * times), waitMs: Math.round(waitMs * times) };
  }
  engine.dispose();
}

/** The sidebar's page as openSidebar shows it on a workbook of this size, with its first state. */
export async function openedPage(size: Size, project: Project, cache: string | null): Promise<string> {
  const engine = await openEngine(await bookOf(size, project, cache));
  const [run] = await new Visitor(engine, project).do('open');
  engine.dispose();
  return pageOf(run);
}

/** The page that a run has shown at the side. */
export function pageOf(run: ExecutionResult | undefined): string {
  const shown = run?.effects.find((effect) => effect.kind === 'sidebar');
  if (shown?.kind !== 'sidebar') throw new Error('no sidebar was opened');
  return shown.page.html;
}
