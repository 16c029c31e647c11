/** Commitments of earlier months that are still open. */
import type { MeetingScreen, RowView } from '../../contract/state';
import { isIsoDate } from '../../core/shared/dates';
import { titleOf } from '../../core/shared/record';
import { showDate } from '../fields/read-date';
import { Block } from '../parts/Block';
import { Icon } from '../parts/Icon';
import { editWithUndo } from '../save/rows';
import { words } from '../words';
import { openFromBefore } from './commitments';
import { prepareWords } from './words';

/** What either of the two promised in earlier months and is still open; ticked off with Undo. */
export function OpenCommitments({ m }: { m: MeetingScreen }) {
  const rows = openFromBefore(m);
  if (rows.length === 0) return null;
  return (
    <Block title={prepareWords.openCommitments} count={rows.length}>
      <ul class="facts box">
        {rows.map((row) => (
          <li key={row.key}>
            <span class="grow" dir="auto">
              {ownerOf(row, m) !== '' && <b>{ownerOf(row, m)}: </b>}
              {row.cells.who}
              <span class="hint">{since(row, m)}</span>
            </span>
            <button
              type="button"
              class="icon-button"
              aria-label={`${prepareWords.tickOff}: ${titleOf(row.cells)}`}
              title={prepareWords.tickOff}
              onClick={() => editWithUndo(row, 'status', 'done', prepareWords.tickedOff)}
            >
              <Icon name="check" />
            </button>
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** Who owes it; "You" for who is at the keyboard. A first name is enough to be known by. */
function ownerOf(row: RowView, m: MeetingScreen): string {
  const owner = String(row.cells.next ?? '').trim();
  const name = m.me.name.trim().toLowerCase();
  const mine = name !== '' && [name, name.split(' ')[0]].includes(owner.toLowerCase());
  return mine ? prepareWords.you : owner;
}

function since(row: RowView, m: MeetingScreen): string {
  const { when } = row.cells;
  if (when === m.today) return prepareWords.dueToday;
  if (when !== undefined && when !== '') {
    const day = showDate(when, m.today);
    return isIsoDate(when) && when < m.today ? prepareWords.wasDue(day) : prepareWords.due(day);
  }
  return row.fromMonth === undefined ? '' : words.sinceMonth(row.fromMonth);
}
