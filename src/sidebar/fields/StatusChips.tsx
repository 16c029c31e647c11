/** The choice of a status. */
import type { RowView } from '../../contract/state';
import { LINE_STATES } from '../../core/coaching/lines';
import { COMMITMENT_STATES } from '../../core/shared/agenda';
import { meeting } from '../page/view';
import { Chips } from '../parts/Chips';
import { touched } from '../rows/state';
import { hasOwnStates, isCommitment } from '../save/merge';
import { editWithUndo } from '../save/rows';
import { words } from '../words';

interface StatusChip {
  value: string;
  text: string;
}

/** The choices of a row's status: for opportunities Moving (blank) and the list of Setup, for commitments and development their own. */
function chipsFor(rowKey: string): StatusChip[] {
  if (hasOwnStates(rowKey)) {
    const states = isCommitment(rowKey) ? COMMITMENT_STATES : LINE_STATES;
    return states.map((word) => ({ value: word, text: words.status(word) }));
  }
  const statuses = meeting.value?.statuses ?? [];
  return [{ value: '', text: words.moving }, ...statuses.map((s) => ({ value: s.word, text: words.status(s.word) }))];
}

const MOST_DIGITS = 9;

const sameWord = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Status as chips: one click or one key. A word that is not in the list is shown as it stands. */
export function StatusChips({ row, legend }: { row: RowView; legend: string }) {
  const own = hasOwnStates(row.key);
  const raw = String(row.cells.status ?? '');
  const current = own && raw === '' ? 'open' : sameWord(raw, words.moving) ? '' : raw;
  const known = chipsFor(row.key);
  const chips = known.some((c) => sameWord(c.value, current)) ? known : [...known, { value: raw, text: raw }];
  const taken = chips.find(({ value }) => sameWord(value, current));
  return (
    <Chips
      name={`status-${row.key}`}
      legend={legend}
      quiet
      look="three"
      choices={chips.map((chip, i) => ({
        ...chip,
        digit: !own && i < Math.min(known.length, MOST_DIGITS) ? String(i + 1) : undefined,
      }))}
      chosen={taken?.value ?? null}
      onChoice={(value) => choose(row, value, own)}
    />
  );
}

function choose(row: RowView, value: string, own: boolean): void {
  if (!own) touched.value = row.key;
  editWithUndo(row, 'status', value, words.statusNow(value || (own ? 'open' : '')));
}
