/** One press for all deals that stay as they are. */
import type { MeetingScreen } from '../../contract/state';
import { Icon } from '../parts/Icon';
import { confirmRest, leftDeals } from './review';
import { reviewWords } from './words';

/** One press, or one key, for all deals that nothing has been said about: they stay as they are. */
export function ConfirmRest({ m }: { m: MeetingScreen }) {
  const left = leftDeals(m).length;
  if (left === 0) return null;
  const all = m.block.sections.filter((s) => s.kind === 'existing').flatMap((s) => s.rows).length;
  return (
    <button
      type="button"
      class="button small confirm-rest"
      aria-keyshortcuts="Shift+N"
      onClick={() => void confirmRest()}
    >
      <Icon name="equal" />
      <span class="grow">{reviewWords.confirmRest(left, all)}</span>
      <kbd>⇧ N</kbd>
    </button>
  );
}
