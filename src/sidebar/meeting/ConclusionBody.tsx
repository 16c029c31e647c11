/** The Conclusion: texts, commitments, the next day. */
import type { ConclusionText, RowView, SectionView } from '../../contract/state';
import { NamedText } from '../fields/NamedText';
import { meeting } from '../page/view';
import { Block } from '../parts/Block';
import { Icon } from '../parts/Icon';
import { focusSoon } from '../rows/focus';
import { RowCard } from '../rows/RowCard';
import { RowList } from '../rows/RowList';
import { commitmentSummary } from '../rows/Summaries';
import { isBlankCells } from '../save/merge';
import { beginRow, closeRow } from '../save/rows';
import { edits } from '../save/state';
import { rowsOf } from './use-rows';
import { meetingWords } from './words';

const TEXTS: readonly ConclusionText[] = ['observed', 'focus', 'takeaway'];

/** Three short texts, who does what by when, the next date. Everything may stay empty. */
export function ConclusionBody({ section }: { section: SectionView }) {
  const m = meeting.value;
  if (!m) return null;
  return (
    <>
      {TEXTS.map((name) => (
        <NamedText key={name} text={m.block.conclusion[name]} rows={name === 'takeaway' ? 1 : 2} />
      ))}
      <Commitments section={section} />
      <NamedText text={m.block.conclusion.nextDate} date />
    </>
  );
}

function Commitments({ section }: { section: SectionView }) {
  const rows = rowsOf(section);
  const onEnter = (row: RowView) => {
    const blank = isBlankCells({ ...row.cells, ...edits.peek().get(row.key) });
    closeRow();
    // As everywhere: the next row, until one is left empty.
    if (blank) focusSoon('.add-commitment');
    else beginRow(section.id);
  };
  return (
    <Block title={meetingWords.whoDoesWhat} count={rows.length}>
      <RowList
        rows={rows}
        label={meetingWords.whoDoesWhat}
        joined
        render={(row) => (
          <RowCard
            key={row.key}
            row={row}
            section={section}
            summary={commitmentSummary}
            headed={false}
            onEnter={onEnter}
            enterWord={meetingWords.keyEnterRow}
          />
        )}
      />
      <button type="button" class="button quiet small add-commitment" onClick={() => beginRow(section.id)}>
        <Icon name="plus" />
        {meetingWords.addCommitment}
      </button>
    </Block>
  );
}
