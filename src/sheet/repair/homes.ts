import type { Section } from '../../core/shared/agenda';
import { COL, itemKey } from '../grid/grid';
import { typedColumns } from './frame-cells';
import { isFilled, isItemKey, type Line } from './tab-lines';
import type { Unit } from './units';

/** The stretch that a key's section means: commitments stand in the Conclusion. */
export function unitOf(units: readonly Unit[], prefix: string): Unit | undefined {
  return units.find(({ section, id }) =>
    prefix === 'todo' ? section?.kind === 'conclusion' : section !== null && id === prefix,
  );
}

/**
 * Where a row goes: under the heading that it stands under, or where all is out of order, under the one that its key names.
 * @param stands what it stands under; null where that is nothing
 */
export function homeOf(units: readonly Unit[], line: Line, stands: Unit | null, inOrder: boolean): Unit {
  const parsed = isItemKey(line.key) ? itemKey(line.key) : null;
  const named = parsed ? unitOf(units, parsed.section) : undefined;
  if (named?.section?.kind === 'kpis') return named;
  const here = stands?.section && stands.section.kind !== 'kpis' ? stands : null;
  if (!named) return here ?? fitting(units, line);
  if (!here || named === here) return named;
  return inOrder && fits(line, here.section as Section) ? here : named;
}

/** Where a row that says nothing about itself is read best. */
export function fitting(units: readonly Unit[], line: Line | null): Unit {
  const asDeal = line !== null && [COL.when, COL.amount, COL.status, COL.moved].some((col) => isFilled(line, col));
  const kinds = asDeal
    ? ['new', 'existing', 'topics', 'notes', 'conclusion']
    : ['topics', 'notes', 'new', 'existing', 'conclusion'];
  return kinds.flatMap((kind) => units.filter((unit) => unit.section?.kind === kind))[0] as Unit;
}

/** Does a section take texts that stood where nobody reads them? */
export function takesText(section: Section | null): boolean {
  return section !== null && section.kind !== 'kpis' && section.kind !== 'conclusion';
}

/** Does a row keep all its texts readable under this section? */
function fits(line: Line, section: Section): boolean {
  const used = typedColumns(section);
  return Object.values(COL).every((col) => col === COL.since || used.has(col) || !isFilled(line, col));
}
