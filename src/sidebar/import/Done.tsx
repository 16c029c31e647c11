/** The page after an import. */
import { NO_ANSWERS } from '../../core/import/reading';
import { goBack } from '../page/go-back';
import { Fact } from '../parts/Block';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { writtenTotals } from './acts';
import { LeftOut } from './PreviewPage';
import { remembered, said, source, written } from './state';
import { importWords } from './words';

/** What was written, and what is still left out. */
export function ImportDone() {
  const { added, updated } = writtenTotals();
  return (
    <SidePage
      title={importWords.title}
      sub={source.value?.name ?? ''}
      lead={importWords.done(added, updated)}
      step="done"
      hint={importWords.doneMore}
      scrolls
      primary={{ text: words.ok, run: goBack }}
    >
      {said.value !== NO_ANSWERS && <p class="hint">{remembered.value ? importWords.kept : importWords.notKept}</p>}
      {written.value.length > 0 && (
        <ul class="facts box">
          {written.value.map((one) => (
            <Fact key={one.name} icon="check" hint={importWords.doneLine(one.added, one.updated)}>
              <b>{one.name}</b>
            </Fact>
          ))}
        </ul>
      )}
      <LeftOut />
    </SidePage>
  );
}
