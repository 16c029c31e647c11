/** The page that came without a state. */
import { useEffect, useState } from 'preact/hooks';
import { SidePage } from '../parts/SidePage';
import { waiting } from './notices';
import { loadScreen } from './open-tab';
import { pageWords } from './words';

/** Answers usually come sooner; grey bars for a blink would only be unrest. */
const BARS_AFTER_MS = 300;

/** It has to ask first. */
export function Loading() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), BARS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const isWaiting = waiting.value !== '';
  return (
    <SidePage
      sub=""
      main={{ 'aria-busy': isWaiting }}
      primary={isWaiting ? null : { text: pageWords.lookAgain, run: () => void loadScreen() }}
    >
      <p class="sr">{pageWords.reading}</p>
      {late &&
        isWaiting &&
        [70, 92, 48, 80].map((width) => <div key={width} class="grey-bar" style={{ inlineSize: `${width}%` }} />)}
    </SidePage>
  );
}
