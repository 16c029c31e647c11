/** The page after an import. */
import { NO_ANSWERS } from '../../core/import/reading';
import { goBack } from '../page/go-back';
import { Fact } from '../parts/Block';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { LeftOut } from './LeftOut';
import { isNoted, remembered, said, source, step, written } from './state';
import { importWords } from './words';
import { justWritten, writtenTotals } from './write';

/** What was written, and what is still left out. */
export function ImportDone() {
  const { added, changed } = writtenTotals();
  return (
    <SidePage
      title={importWords.title}
      sub={source.value?.name ?? ''}
      lead={importWords.done(added, changed)}
      step="done"
      hint={importWords.doneMore}
      scrolls
      primary={{ text: words.ok, run: goBack }}
      secondary={
        written.value.length > 0
          ? { text: importWords.takeItBack, run: () => (step.value = { at: 'takeBack', what: justWritten() }) }
          : undefined
      }
    >
      {written.value.length > 0 && <p class="hint">{isNoted.value ? importWords.noted : importWords.notNoted}</p>}
      {said.value !== NO_ANSWERS && <p class="hint">{remembered.value ? importWords.kept : importWords.notKept}</p>}
      {written.value.length > 0 && (
        <ul class="facts box">
          {written.value.map((one) => (
            <Fact key={one.name} icon="check" hint={importWords.doneLine(one.added, one.changed)}>
              <b>{one.name}</b>
            </Fact>
          ))}
        </ul>
      )}
      <LeftOut />
    </SidePage>
  );
}
