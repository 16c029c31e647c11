import { NO_ANSWERS } from '../../core/import/reading';
import { goBack } from '../page/go-back';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { useTitleFocus } from '../parts/use-title-focus';
import { words } from '../words';
import { writtenTotals } from './acts';
import { LeftOut } from './PreviewPage';
import { remembered, said, source, written } from './state';
import { importWords } from './words';

/** What was written, and what is still left out. */
export function ImportDone() {
  const title = useTitleFocus('done');
  const { added, updated } = writtenTotals();
  return (
    <>
      <Header title={importWords.title} sub={source.value?.name ?? ''} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list without buttons is scrolled by keys */}
      <main class="body" tabIndex={0}>
        <div>
          <h2 class="lead" tabIndex={-1} ref={title}>
            {importWords.done(added, updated)}
          </h2>
          <p class="hint">{importWords.doneMore}</p>
          {said.value !== NO_ANSWERS && <p class="hint">{remembered.value ? importWords.kept : importWords.notKept}</p>}
        </div>
        {written.value.length > 0 && (
          <ul class="facts box">
            {written.value.map((one) => (
              <li key={one.name}>
                <Icon name="check" />
                <span class="grow" dir="auto">
                  <b>{one.name}</b>
                  <span class="hint">{importWords.doneLine(one.added, one.updated)}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
        <LeftOut />
      </main>
      <PlainDock primary={{ text: words.ok, run: goBack }} />
    </>
  );
}
