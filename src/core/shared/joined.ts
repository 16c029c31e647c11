/** An answer of work that goes on call by call. */
interface Part {
  did: readonly string[];
  rest: readonly string[];
}

/**
 * Two answers of the same work as one: lists follow each other and counts add up, also within a group of them. Of all else
 * the later answer holds, unless it says nothing (null).
 */
export function joined<T extends Part>(before: T, then: T): T {
  return { ...joinedGroup(before, then), rest: then.rest };
}

function joinedGroup<T extends object>(before: T, then: T): T {
  const sum: T = { ...before };
  for (const name of Object.keys(then) as (keyof T)[]) sum[name] = joinedValue(before[name], then[name]);
  return sum;
}

function joinedValue<V>(had: V, value: V): V {
  if (value === null || value === undefined) return had;
  if (had === null || had === undefined) return value;
  if (Array.isArray(had) && Array.isArray(value)) return [...(had as unknown[]), ...(value as unknown[])] as V;
  if (typeof had === 'number' && typeof value === 'number') return (had + value) as V;
  return isGroup(had) && isGroup(value) ? joinedGroup(had, value) : value;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
