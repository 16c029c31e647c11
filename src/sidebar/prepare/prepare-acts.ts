import { meeting, say } from '../page/state';
import { edit } from '../save/rows';
import { saveNow } from '../save/saver';
import { words } from '../words';

/** "I'm ready", or not yet after all. */
export function setReady(ready: boolean): void {
  const m = meeting.peek();
  if (!m) return;
  edit(m.block.prepare.ready.key, 'when', ready ? '✓' : '');
  saveNow();
  say(ready ? words.readySaid : words.undone);
}
