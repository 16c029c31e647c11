import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { useTitleFocus } from '../parts/use-title-focus';
import { source } from './state';
import { importWords } from './words';

/** While tabs are written: how many are done. */
export function ImportWriting({ done, total }: { done: number; total: number }) {
  const title = useTitleFocus('writing');
  const text = importWords.progress(done, total);
  return (
    <>
      <Header title={importWords.title} sub={source.value?.name ?? ''} />
      <main class="body">
        <div>
          <h2 class="lead" tabIndex={-1} ref={title}>
            {text}
          </h2>
          <p class="hint">{importWords.progressMore}</p>
        </div>
        <div
          class="meter whole-width"
          role="progressbar"
          aria-label={importWords.title}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={done}
          aria-valuetext={text}
        >
          <i style={{ inlineSize: `${(100 * done) / Math.max(1, total)}%` }} />
        </div>
      </main>
      <PlainDock primary={null} />
    </>
  );
}
