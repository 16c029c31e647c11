/** Rows of a section as they should be seen. */
import type { RowView, SectionView } from '../../contract/state';
import { meeting } from '../page/view';
import { begun } from '../rows/state';
import { keyPrefix, listedRows, sectionOfKey } from '../save/merge';
import { edits } from '../save/state';

/** The rows of a section as they should be seen: the sheet's, with what is typed here laid over them. */
export function rowsOf(section: SectionView): RowView[] {
  const prefix = keyPrefix(section);
  const conclusion = section.kind === 'conclusion';
  const rows = conclusion ? (meeting.value?.block.commitments ?? []) : section.rows;
  const orphaned = new Set<string>();
  return listedRows(
    rows,
    begun.value[section.id] ?? [],
    edits.value,
    (key) => sectionOfKey(key) === prefix && !orphaned.has(key),
  );
}
