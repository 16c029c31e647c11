/** A deal of last month's list, in preparing. */
import type { MeetingScreen, RowView, SectionView } from '../../contract/state';
import { titleOf } from '../../core/shared/record';
import { Icon } from '../parts/Icon';
import { goOn, noChange } from '../review/review';
import { preparedAs, setMark } from '../review/review-marks';
import { reviewWords } from '../review/words';
import { cardId } from '../rows/focus';
import { statusWord } from '../rows/group';
import { Sign } from '../rows/MetaLine';
import { RowCard } from '../rows/RowCard';
import { dealLine, dealSummary, signOf } from '../rows/Summaries';
import { openKey } from '../rows/state';
import { openRow } from '../save/rows';
import { words } from '../words';
import { prepareWords } from './words';

interface PrepareRowProps {
  m: MeetingScreen;
  row: RowView;
  section: SectionView;
}

/** One of last month's deals: one press for "no change", or open it and write what moved. */
export function PrepareRow({ m, row, section }: PrepareRowProps) {
  if (openKey.value === row.key) {
    return (
      <RowCard
        row={row}
        section={section}
        summary={dealSummary}
        headed
        onEnter={() => goOn(row.key)}
        enterWord={reviewWords.keyEnterNext}
      />
    );
  }
  return (
    <li class="row prep" data-row={row.key}>
      <button
        type="button"
        id={cardId(row.key)}
        class="row-button"
        data-card
        aria-expanded={false}
        onClick={() => openRow(row.key)}
      >
        <b class="title" dir="auto">
          {titleOf(row.cells)}
        </b>
        <span class="meta figures" dir="auto">
          {dealLine(row)}
        </span>
      </button>
      <What m={m} row={row} />
    </li>
  );
}

function What({ m, row }: { m: MeetingScreen; row: RowView }) {
  const what = preparedAs(row, m.statuses);
  if (what === 'moved')
    return (
      <Sign icon="check" tone="good">
        {prepareWords.hasMoved}
      </Sign>
    );
  if (what === 'closed') {
    const status = statusWord(row);
    return <Sign {...signOf(status)}>{words.status(status)}</Sign>;
  }
  const same = what === 'same';
  return (
    <button
      type="button"
      class={`button small${same ? ' marked' : ''}`}
      aria-pressed={same}
      aria-label={`${prepareWords.noChange}: ${titleOf(row.cells)}`}
      onClick={() => (same ? setMark('looked', [row.key], false) : noChange(row.key))}
    >
      <Icon name={same ? 'check' : 'equal'} />
      {prepareWords.noChange}
    </button>
  );
}
