/** Planning the meeting, and being ready for it. */
import type { IsoDate } from '../../core/shared/dates';
import { announce } from '../page/notices';
import { callUntilAnswered } from '../page/request';
import { applyScreen } from '../page/screens';
import { meeting, pin, pinWithPlace } from '../page/view';
import { edit } from '../save/rows';
import { saveNow } from '../save/saver';
import { words } from '../words';
import { prepareWords } from './words';

/** "I'm ready", or not yet after all. */
export function setReady(ready: boolean): void {
  const m = meeting.peek();
  if (!m) return;
  edit(m.block.prepare.ready.key, 'when', ready ? '✓' : '');
  saveNow();
  announce(ready ? prepareWords.readySaid : words.undone);
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
