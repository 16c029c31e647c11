/** The fields of an open card. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FieldView, RowView } from '../../contract/state';
import { titleOf } from '../../core/shared/record';
import { openCoaching } from '../coaching/acts';
import { coachingWords } from '../coaching/words';
import { FieldFor } from '../fields/FieldFor';
import { Icon } from '../parts/Icon';
import { KeyHints } from '../parts/KeyHints';
import { OfferButton } from '../review/FollowUp';
import { Story } from '../review/Story';
import { hasOwnStates, isBlankCells, isCommitment } from '../save/merge';
import { emptyRow } from '../save/rows';
import { words } from '../words';
import { shownConflicts } from './conflicts';
import { focusFirstEmpty } from './focus';
import type { FieldLayout } from './layout';
import { rowWords } from './words';

interface RowOpenProps {
  row: RowView;
  layout: FieldLayout;
  /** Put the cursor into the first empty field when the row opens. */
  takeFocus: boolean;
  onEnter(): void;
  /** What Enter does, in a word. */
  enterWord: string;
}

/** The fields of an open row. */
export function RowOpen({ row, layout, takeFocus, onEnter, enterWord }: RowOpenProps) {
  const hidden = layout.more.flat().map((f) => f.field);
  const [chosen, setMore] = useState(false);
  // A question about a field is never hidden.
  const more = chosen || shownConflicts(row.key).some((c) => hidden.includes(c.field));
  const root = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the row opens; at once, so that no key is lost
  useLayoutEffect(() => {
    if (takeFocus) focusFirstEmpty(root.current);
    root.current?.closest('.row')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const title = String(row.cells.who ?? '').trim() === '' ? words.newRow : rowWords.editing(titleOf(row.cells));
  const moreButton = layout.more.length > 0 && (
    <button type="button" class="more" aria-expanded={more} onClick={() => setMore(!more)}>
      <Icon name={more ? 'down' : 'right'} />
      {rowWords.moreFields}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box and legend
    <div class="fields" ref={root} role="group" aria-label={title}>
      {layout.main.map((line) => (
        <FieldLine key={line[0]?.field} line={line} row={row} onEnter={onEnter} />
      ))}
      <OfferButton row={row} open />
      {row.life || (row.fromMonth !== undefined && !isCommitment(row.key)) ? (
        <Story rowKey={row.key} beside={moreButton} />
      ) : (
        moreButton
      )}
      {more && layout.more.map((line) => <FieldLine key={line[0]?.field} line={line} row={row} onEnter={onEnter} />)}
      <KeyHints keys={[['Enter', enterWord]]}>
        {canDigInto(row) && (
          <button
            type="button"
            class="link push"
            aria-label={coachingWords.digInto(titleOf(row.cells))}
            onClick={() => openCoaching('dig', row.key)}
          >
            {coachingWords.digIn}
          </button>
        )}
        {!isBlankCells(row.cells) && (
          <button
            type="button"
            class="link push"
            onClick={() =>
              emptyRow(
                row,
                [...layout.main, ...layout.more]
                  .flat()
                  .flatMap((f) => (row.formulas.includes(f.field) ? [] : [f.field])),
              )
            }
          >
            {rowWords.emptyThisRow}
          </button>
        )}
      </KeyHints>
    </div>
  );
}

/** Deals, figures, what works or does not, topics: not what is promised or planned already. */
function canDigInto(row: RowView): boolean {
  return !hasOwnStates(row.key) && String(row.cells.who ?? '').trim() !== '';
}

function FieldLine({ line, row, onEnter }: { line: FieldView[]; row: RowView; onEnter: () => void }) {
  const fields = line.map((view) => <FieldFor key={view.field} row={row} view={view} onEnter={onEnter} />);
  return line.length > 1 ? <div class="two">{fields}</div> : fields[0];
}
