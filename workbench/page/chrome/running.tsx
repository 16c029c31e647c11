/** "Running script", as at Google: while a menu entry that was chosen here runs and asks nothing. */
import { useEffect, useState } from 'preact/hooks';
import { questions, runs, user } from '../state';

/** Shorter runs would only make it flicker. */
const PATIENCE_MS = 250;

export function Running() {
  const isRunning = runs.value.some((run) => run.state === 'running' && run.from === 'menu' && run.user === user.value);
  const isWaiting = isRunning && questions.value.length === 0;
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    setShown(false);
    if (!isWaiting) return;
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return (
    <div class="running" role="status">
      {isShown && isWaiting && <span>Running script</span>}
    </div>
  );
}
