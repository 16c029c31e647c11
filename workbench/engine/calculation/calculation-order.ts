/**
 * The same formulas, each behind those that it depends on; otherwise as they stood. Pure.
 * `dependents` gives each formula's direct dependents; within a circle the order stays any. Without recursion: chains of
 * formulas are long.
 */
export function precedentsFirst<T>(formulas: readonly T[], dependents: ReadonlyMap<T, readonly T[]>): T[] {
  const precedents = new Map<T, T[]>(formulas.map((formula) => [formula, []]));
  for (const [formula, followers] of dependents) {
    if (precedents.has(formula)) for (const follower of followers) precedents.get(follower)?.push(formula);
  }
  const order: T[] = [];
  const seen = new Set<T>();
  for (const start of formulas) {
    if (seen.has(start)) continue;
    seen.add(start);
    const path = [{ formula: start, at: 0 }];
    for (let step = path[0]; step; step = path[path.length - 1]) {
      const next = precedents.get(step.formula)?.[step.at++];
      if (next === undefined) {
        order.push(step.formula);
        path.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        path.push({ formula: next, at: 0 });
      }
    }
  }
  return order;
}
