/** Formulas that depend on themselves. Pure. */

/**
 * The members of circles, which Google shows as #REF!. `graph` gives each formula's direct dependents.
 * These are the strongly connected parts of the graph (Tarjan's way, without recursion: chains of formulas are long).
 */
export function circular<T>(graph: ReadonlyMap<T, readonly T[]>): Set<T> {
  const order = new Map<T, number>();
  const lowest = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const found = new Set<T>();

  const enter = (cell: T) => {
    order.set(cell, order.size);
    lowest.set(cell, order.get(cell)!);
    open.push(cell);
    isOpen.add(cell);
    return { cell, next: graph.get(cell) ?? [], at: 0 };
  };
  const lower = (cell: T, value: number) => lowest.set(cell, Math.min(lowest.get(cell)!, value));
  const leave = (cell: T) => {
    if (lowest.get(cell) !== order.get(cell)) return;
    const part = open.splice(open.lastIndexOf(cell));
    for (const member of part) isOpen.delete(member);
    if (part.length > 1 || graph.get(cell)?.includes(cell)) for (const member of part) found.add(member);
  };

  for (const start of graph.keys()) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    while (path.length > 0) {
      const step = path[path.length - 1]!;
      const other = step.next[step.at];
      step.at += 1;
      if (other === undefined) {
        path.pop();
        leave(step.cell);
        const parent = path[path.length - 1];
        if (parent) lower(parent.cell, lowest.get(step.cell)!);
      } else if (!order.has(other)) {
        if (graph.has(other)) path.push(enter(other));
      } else if (isOpen.has(other)) lower(step.cell, order.get(other)!);
    }
  }
  return found;
}
