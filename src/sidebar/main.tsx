/** The sidebar's beginning: the first screen, clocks, looks for changes, keys. */
import { render } from 'preact';
import './css/base.css';
import './css/frame.css';
import './css/section.css';
import './css/parts.css';
import './css/notes.css';
import './css/rows.css';
import './css/rows-open.css';
import './css/review.css';
import './css/fields.css';
import './css/import.css';
import './css/screens.css';
import './css/coaching.css';
import type { Screen } from '../contract/state';
import { recallChime, unlockSound } from './meeting/chime';
import { runClocks } from './meeting/run';
import { App } from './page/App';
import { keepFocus } from './page/keep-focus';
import { listenToKeys } from './page/keys';
import { loadScreen } from './page/open-tab';
import { watchForChanges } from './page/polling';
import { applyScreen } from './page/screens';
import { hasUnsent } from './save/queue';
import { saveNow, tryNow } from './save/saver';
import { queue } from './save/state';

/** The state that came with the page; null when the server did not put one in. */
function firstState(): Screen | null {
  try {
    return JSON.parse(document.getElementById('first-state')?.textContent ?? '') as Screen | null;
  } catch {
    return null;
  }
}

recallChime();
const first = firstState();
if (first) applyScreen(first);
const root = document.getElementById('app');
if (root) render(<App />, root);
if (!first) void loadScreen();
runClocks();
watchForChanges();
listenToKeys();
keepFocus();
// After a reload the chime needs a new gesture before it may sound.
for (const gesture of ['pointerdown', 'keydown']) document.addEventListener(gesture, unlockSound, { once: true });
window.addEventListener('online', tryNow);
// Leaving with words that are not in the sheet: send what can be sent, and let the browser ask.
window.addEventListener('pagehide', saveNow);
window.addEventListener('beforeunload', (event) => {
  if (hasUnsent(queue.peek())) event.preventDefault();
});
