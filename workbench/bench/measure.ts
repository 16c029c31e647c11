/** Counts what an act costs: service calls that reach cells or stores, cells, bytes, and the modelled wait. */
import { type ExecutionResult, kindOf, reaches } from '../runtime';

export interface Cost {
  /** Service calls that reach cells or stores. */
  calls: number;
  /** Every service call, also those that only make a handle or ask for a name, an id, the size of the grid. */
  allCalls: number;
  /** Lock and flush calls. */
  locks: number;
  cellsRead: number;
  cellsWritten: number;
  bytes: number;
  /** How long they would take at Google, in ms: modelled. */
  waitMs: number;
}

/** What a run has cost. */
export function costOf({ serviceCalls, traffic, waitMs }: ExecutionResult): Cost {
  const cost: Cost = { calls: 0, allCalls: 0, locks: 0, ...traffic, waitMs: Math.round(waitMs) };
  for (const [member, count] of Object.entries(serviceCalls)) {
    const kind = kindOf(member);
    cost.allCalls += count;
    if (reaches(kind)) cost.calls += count;
    else if (kind !== 'light') cost.locks += count;
  }
  return cost;
}

export function sumOf(costs: readonly Cost[]): Cost {
  const sum: Cost = { calls: 0, allCalls: 0, locks: 0, cellsRead: 0, cellsWritten: 0, bytes: 0, waitMs: 0 };
  for (const cost of costs) for (const name of Object.keys(sum) as (keyof Cost)[]) sum[name] += cost[name];
  return sum;
}

/** Calls of the members that reach something, for looking into a count. */
export function reachingCalls({ serviceCalls }: ExecutionResult): Record<string, number> {
  return Object.fromEntries(Object.entries(serviceCalls).filter(([member]) => reaches(kindOf(member))));
}
