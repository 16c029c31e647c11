/** Planning the meeting, and being ready for it. */
import type { IsoDate } from '../../core/shared/dates';
import { announce } from '../page/notices';
import { callUntilAnswered } from '../page/request';
import { applyScreen } from '../page/screens';
import { meeting, pin, pinWithPlace } from '../page/view';
import { editAtOnce } from '../save/rows';
import { prepareWords } from './words';

/** "I'm ready", or not yet after all. */
export function setReady(ready: boolean): void {
  const m = meeting.peek();
  if (!m) return;
  editAtOnce(m.block.prepare.ready.key, 'when', ready ? '✓' : '');
  announce(ready ? prepareWords.readySaid : prepareWords.notReadySaid);
}

/** Plans the meeting for a day, or moves it to another one. */
export async function planMeeting(date: IsoDate): Promise<boolean> {
  const of = pin.peek();
  if (!of) return false;
  const fresh = await callUntilAnswered(
    prepareWords.planning,
    'planMeeting',
    { ...pinWithPlace(of), date },
    () => void planMeeting(date),
  );
  if (!fresh) return false;
  applyScreen(fresh);
  announce(prepareWords.plannedSaid(date));
  return true;
}
