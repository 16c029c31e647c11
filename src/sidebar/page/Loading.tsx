import { useEffect, useState } from 'preact/hooks';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { words } from '../words';
import { waiting } from './notices';
import { loadScreen } from './open-tab';

/** Answers usually come sooner; grey bars for a blink would only be unrest. */
const PATIENCE_MS = 300;

/** The page came without a state: it has to ask first. */
export function Loading() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const asking = waiting.value !== '';
  return (
    <>
      <Header title={words.product} sub="" />
      <main class="body" aria-busy={asking}>
        <p class="sr">{words.reading}</p>
        {late &&
          asking &&
          [70, 92, 48, 80].map((width) => <div key={width} class="grey-bar" style={{ inlineSize: `${width}%` }} />)}
      </main>
      <PlainDock primary={asking ? null : { text: words.lookAgain, run: () => void loadScreen() }} />
    </>
  );
}
