/** The page follows the section that is talked about. */
import { meeting, view } from '../page/view';
import { clock, followTo, pendingActs, serverClock } from './state';

/** Takes up the server's clock and follows it to the section that is talked about, unless somebody types here. */
export function setServerClock(fresh: ReturnType<typeof serverClock.peek>): void {
  const before = clock.peek()?.section ?? null;
  serverClock.value = fresh;
  const after = clock.peek()?.section ?? null;
  const m = meeting.peek();
  if (!m || after === null || after === before || pendingActs.peek().length > 0) return;
  if (!m.block.sections.some((s) => s.id === after)) return;
  const at = view.peek();
  const along =
    at.at === 'home' ||
    at.at === 'before' ||
    at.at === 'prepare' ||
    (at.at === 'section' && (at.id === before || before === null) && at.id !== after);
  if (!along) return;
  if (isTyping()) followTo.value = after;
  else view.value = { at: 'section', id: after };
}

/** Does the cursor stand in a text of the page? Then nothing is moved under it. */
export function isTyping(): boolean {
  const active = document.activeElement;
  return active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === 'text');
}
