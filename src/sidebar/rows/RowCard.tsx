/** The card of a row. */
import { useComputed } from '@preact/signals';
import { Component, type ComponentChildren } from 'preact';
import type { RowView, SectionView } from '../../contract/state';
import type { Field } from '../../core/shared/fields';
import { showRow } from '../meeting/follow-sheet';
import { FollowUpQuestion, OfferButton } from '../review/FollowUp';
import { takeOffer } from '../review/follow-ups';
import { closeRow, openRow } from '../save/rows';
import { queue, saving, unsaved } from '../save/state';
import { ConflictCard } from './ConflictCard';
import { shownConflicts } from './conflicts';
import { cardId, focusField, leaveToCard } from './focus';
import { layoutOf } from './layout';
import { RowOpen } from './RowOpen';
import { deferred, openKey, touched } from './state';
import { rowWords } from './words';

interface RowCardProps {
  row: RowView;
  section: SectionView;
  /** The row in short, as drawn on its button. */
  summary: (row: RowView) => ComponentChildren;
  /** Does the short form stay above the fields when the row is open? Then the focus stays on it. */
  headed: boolean;
  /** The field that the cursor goes to when the row is opened, where it stays on the short form otherwise. */
  begins?: Field;
  /** What Enter in a field does after saving: begin the next row, or go back to the card. */
  onEnter: (row: RowView) => void;
  enterWord: string;
  tone?: string;
}

/** One row of the sheet: closed in short, open with its fields, and what has to be decided about it. */
function RowCardPlain({ row, section, summary, headed, begins, onEnter, enterWord, tone = '' }: RowCardProps) {
  // Computed for this row alone, so that typing in another one does not draw this one again.
  const open = useComputed(() => openKey.value === row.key).value;
  const conflicts = useComputed(() => shownConflicts(row.key)).value;
  const wasTouched = useComputed(() => touched.value === row.key).value;
  const editing = (open && !headed) || conflicts.length > 0;
  const state = `${open ? ' open' : ''}${editing ? ' editing' : ''}`;
  return (
    <li
      class={`row${state} ${tone}`}
      data-row={row.key}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          if (takeOffer(row)) event.preventDefault();
          return;
        }
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        leaveToCard(row.key, closeRow);
      }}
    >
      {(!open || headed) && (
        <button
          type="button"
          id={cardId(row.key)}
          class="row-button"
          data-card
          aria-expanded={open}
          onClick={() => {
            if (open) return closeRow();
            openRow(row.key);
            if ((section.kind === 'existing' || section.kind === 'new') && row.at.who) showRow(row.key);
            if (begins) focusField(row.key, begins);
          }}
        >
          {summary(row)}
          <Tags rowKey={row.key} />
        </button>
      )}
      {/* An open row shows the question under the field: what is being typed in does not move. */}
      {(open ? [] : conflicts).map((conflict) => {
        const field = section.fields.find((f) => f.field === conflict.field);
        return (
          <ConflictCard
            key={conflict.field}
            conflict={conflict}
            label={field?.label ?? conflict.field}
            type={field?.type ?? 'text'}
          />
        );
      })}
      {!open && wasTouched && (
        <div class="asked">
          <FollowUpQuestion row={row} open={false} />
          <OfferButton row={row} open={false} />
        </div>
      )}
      {open && (
        <RowOpen
          row={row}
          layout={layoutOf(section.kind, section.fields)}
          takeFocus={!headed}
          onEnter={() => onEnter(row)}
          enterWord={enterWord}
        />
      )}
    </li>
  );
}

function Tags({ rowKey }: { rowKey: string }) {
  const put = useComputed(
    () => deferred.value.has(rowKey) && queue.value.conflicts.some((c) => c.key === rowKey),
  ).value;
  // While saving goes well nothing is said on the card.
  const waits = useComputed(
    () => (saving.value === 'lost' || saving.value === 'stopped') && unsaved.value.has(rowKey),
  ).value;
  return (
    <>
      {put && <span class="tag warn">{rowWords.toDecideTag}</span>}
      {waits && <span class="tag warn waits">{rowWords.notSavedTag}</span>}
    </>
  );
}

/** Drawn again only when its own row has changed: with 166 of them, typing in one stays quick. */
export class RowCard extends Component<RowCardProps> {
  override shouldComponentUpdate(next: RowCardProps): boolean {
    const { row, section, headed, tone } = this.props;
    return row !== next.row || section.fields !== next.section.fields || headed !== next.headed || tone !== next.tone;
  }

  override render() {
    return <RowCardPlain {...this.props} />;
  }
}
