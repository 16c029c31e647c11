import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { useTitleFocus } from '../parts/use-title-focus';
import { source } from './state';
import { importWords } from './words';

/** While a long or wide tab is read, part by part. */
export function ImportReadingPage({ done, total }: { done: number; total: number }) {
  const title = useTitleFocus('reading');
  const text = importWords.readingMore(done, total);
  return (
    <>
      <Header title={importWords.title} sub={source.value?.name ?? ''} />
      <main class="body">
        <div>
          <h2 class="lead" tabIndex={-1} ref={title}>
            {text}
          </h2>
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
