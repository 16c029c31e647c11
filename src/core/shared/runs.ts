/** Things that follow each other, put together: rows that one call reads or writes. */

/** The list in pieces: a new one begins where an element does not follow the one before it. */
export function runsOf<T>(list: readonly T[], follows: (before: T, one: T) => boolean): T[][] {
  const runs: T[][] = [];
  list.forEach((one, n) => {
    if (n > 0 && follows(list[n - 1] as T, one)) runs[runs.length - 1]?.push(one);
    else runs.push([one]);
  });
  return runs;
}

/** The runs of true, as [start, length]; 0-based. */
export function runsOfTrue(flags: readonly boolean[]): [start: number, length: number][] {
  const at = flags.flatMap((flag, n) => (flag ? [n] : []));
  return runsOf(at, (a, b) => a + 1 === b).map((run) => [run[0] as number, run.length]);
}

/** Rows that stand below one another without a gap, together; they come from the top down. */
export function rowRuns<T extends { row: number }>(rows: readonly T[]): T[][] {
  return runsOf(rows, (above, below) => above.row + 1 === below.row);
}
