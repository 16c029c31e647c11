import type { View } from '../page/state';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { words } from '../words';

/** While many tabs are being opened: how many are done. */
export function Starting({ at }: { at: Extract<View, { at: 'starting' }> }) {
  const text = words.tabsDone(at.done, at.total);
  return (
    <>
      <Header title={words.product} sub={words.everyone(at.month)} />
      <main class="body">
        <div>
          <h2 class="lead">{text}</h2>
          <p class="hint">{words.tabsDoneMore}</p>
        </div>
        <div
          class="meter whole-width"
          role="progressbar"
          aria-label={words.everyone(at.month)}
          aria-valuemin={0}
          aria-valuemax={at.total}
          aria-valuenow={at.done}
          aria-valuetext={text}
        >
          <i style={{ inlineSize: `${(100 * at.done) / Math.max(1, at.total)}%` }} />
        </div>
      </main>
      <PlainDock primary={null} />
    </>
  );
}
