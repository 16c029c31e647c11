/** A text whose row has left the sheet. */
import { useState } from 'preact/hooks';
import { FIELDS } from '../../core/shared/fields';
import { titleOf } from '../../core/shared/record';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { showDate } from '../fields/read-date';
import { meeting } from '../page/view';
import { Button } from '../parts/Button';
import { copyText } from '../parts/copy';
import type { OrphanedEdit } from '../save/queue';
import { discardOrphan, restoreAsRow } from '../save/rows';
import { words } from '../words';
import { focusSoon } from './focus';
import { rowWords } from './words';

/** Text whose row has left the sheet: it is kept, and offered. */
export function OrphanedCard({ orphan }: { orphan: OrphanedEdit }) {
  const [note, setNote] = useState('');
  const { cells, typed } = orphan;
  const today = meeting.value?.today ?? '';
  const lines = FIELDS.filter((field) => typed.includes(field) && field !== 'who').map((field) =>
    showAmount(field === 'when' ? showDate(cells.when, today) : cells[field], language()),
  );
  const leave = (act: (key: string) => void) => {
    act(orphan.key);
    focusSoon('main h2');
  };
  const text = [titleOf(cells), ...lines].join('\n');
  return (
    <section class="note warn orphaned" aria-label={words.rowGone}>
      <div>
        <p>{words.rowGone}</p>
        <p class="whole" dir="auto">
          <b>{titleOf(cells)}</b>
          {lines.length > 0 && `\n${lines.join('\n')}`}
        </p>
        <div class="acts">
          <Button small run={() => leave(restoreAsRow)}>
            {rowWords.addAsNew}
          </Button>
          <Button small run={async () => setNote((await copyText(text)) ? words.copied : words.notCopied)}>
            {rowWords.copyText}
          </Button>
          <Button small quiet run={() => leave(discardOrphan)}>
            {rowWords.letGo}
          </Button>
        </div>
        {note && <p role="status">{note}</p>}
      </div>
    </section>
  );
}
