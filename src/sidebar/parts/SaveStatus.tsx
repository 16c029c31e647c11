/** How saving stands, in the dock. */
import { waiting } from '../page/notices';
import { view } from '../page/view';
import { focusCard } from '../rows/focus';
import { decideNow, pageOf } from '../save/rows';
import { queue, saving, unsaved } from '../save/state';
import { words } from '../words';
import { Icon } from './Icon';
import { partWords } from './words';

/** How saving stands, quietly. It is not read aloud each time: the live region says what matters. */
export function SaveStatus() {
  const toDecide = queue.value.conflicts.length + queue.value.orphaned.length;
  if (waiting.value !== '') return <StatusLine icon="spin" text={waiting.value} spin />;
  if (saving.value === 'lost' || saving.value === 'stopped')
    return <StatusLine icon="offline" text={partWords.notSaved} warn />;
  if (toDecide > 0) {
    return (
      <button type="button" class="status warn decide" onClick={showNext}>
        <Icon name="people" />
        <span>{partWords.toDecide(toDecide)}</span>
      </button>
    );
  }
  if (saving.value === 'sending' || unsaved.value.size > 0)
    return <StatusLine icon="spin" text={partWords.saving} spin />;
  return <StatusLine icon="check" text={words.saved} />;
}

/** Shows what is to be decided, in whichever section it stands. */
function showNext(): void {
  const key = decideNow() ?? queue.peek().orphaned[0]?.key;
  if (!key) return;
  view.value = pageOf(key);
  focusCard(key);
}

function StatusLine({
  icon,
  text,
  spin = false,
  warn = false,
}: {
  icon: 'spin' | 'offline' | 'check';
  text: string;
  spin?: boolean;
  warn?: boolean;
}) {
  return (
    <p class={`status${warn ? ' warn' : ''}`}>
      <Icon name={icon} spin={spin} />
      <span>{text}</span>
    </p>
  );
}
