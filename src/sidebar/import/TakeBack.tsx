/** The pages on which an import is taken back. */
import type { PastImport } from '../../contract/import';
import { goBack } from '../page/go-back';
import { Note } from '../parts/Note';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { step } from './state';
import { importWords } from './words';
import { takeBack } from './write';

/** Asked before an import is taken back: what that means, and which one it is. */
export function TakeBackPage({ what }: { what: PastImport }) {
  return (
    <SidePage
      title={importWords.title}
      sub={what.file}
      lead={importWords.takeBackTitle}
      step="take back"
      hint={importWords.pastImport(what)}
      primary={{ text: importWords.takeItBack, run: () => void takeBack(what) }}
      secondary={{ text: words.back, run: () => (step.value = { at: 'source' }) }}
    >
      <p>{importWords.takeBackMore}</p>
    </SidePage>
  );
}

/** Whether it was taken back, and if not, why. */
export function TakenBackPage({ obstacles, rows }: { obstacles: string[]; rows: number }) {
  return (
    <SidePage
      title={importWords.title}
      sub={words.product}
      lead={obstacles.length > 0 ? importWords.notTakenBack : importWords.takenBack(rows)}
      step="taken back"
      primary={{ text: words.ok, run: goBack }}
    >
      {obstacles.map((text) => (
        <Note icon="info" tone="warn" key={text}>
          {text}
        </Note>
      ))}
    </SidePage>
  );
}
