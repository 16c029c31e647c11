/** The question about a field that two people have changed. */
import type { FieldView } from '../../contract/state';
import { ConflictCard } from '../rows/ConflictCard';
import { shownConflicts } from '../rows/conflicts';

/** The question about a field, right under it. */
export function FieldConflict({ rowKey, view }: { rowKey: string; view: FieldView }) {
  const conflict = shownConflicts(rowKey).find((c) => c.field === view.field);
  return conflict ? <ConflictCard conflict={conflict} label={view.label} type={view.type} /> : null;
}
