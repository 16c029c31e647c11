/** Sections that are lists of rows. */
import type { RowView, SectionView } from '../../contract/state';
import { focusSoon } from '../rows/focus';
import { RowCard } from '../rows/RowCard';
import { RowList } from '../rows/RowList';
import { dealSummary, noteSummary, topicSummary } from '../rows/Summaries';
import { isBlankCells } from '../save/merge';
import { beginRow, closeRow } from '../save/rows';
import { edits } from '../save/state';
import { words } from '../words';
import { rowsOf } from './use-rows';
import { meetingWords } from './words';

const SUMMARIES = { new: dealSummary, notes: noteSummary, topics: topicSummary };

/** Rows that are written down as the talk goes: new opportunities, what works, topics, sections of one's own. */
export function GenericBody({ section }: { section: SectionView }) {
  const rows = rowsOf(section);
  const summary = SUMMARIES[section.kind as keyof typeof SUMMARIES] ?? noteSummary;
  const onEnter = (row: RowView) => {
    const blank = isBlankCells({ ...row.cells, ...edits.peek().get(row.key) });
    closeRow();
    // Enter on an empty row means: no more rows.
    if (blank) focusSoon('.dock .primary');
    else beginRow(section.id);
  };
  return (
    <>
      {rows.length === 0 && <p class="hint">{words.empty[section.kind]}</p>}
      <RowList
        rows={rows}
        label={section.name}
        render={(row) => (
          <RowCard
            key={row.key}
            row={row}
            section={section}
            summary={summary}
            headed={false}
            onEnter={onEnter}
            enterWord={meetingWords.keyEnterRow}
          />
        )}
      />
    </>
  );
}
