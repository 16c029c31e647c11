/** The page where an import begins. */
import { useRef, useState } from 'preact/hooks';
import { goBack } from '../page/go-back';
import { LabelledField } from '../parts/LabelledField';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { readFile, readPasted, readTab } from './acts';
import { pastedText, sourceError, sources, step } from './state';
import { importWords } from './words';

/** Where the deals come from: a file, a pasted table, or a tab. */
export function ImportSourcePage() {
  const area = useRef<HTMLTextAreaElement>(null);
  const [over, setOver] = useState(false);
  const [tab, setTab] = useState('');
  const goOn = () => {
    if (tab !== '') void readTab(Number(tab));
    else if (pastedText.peek().trim() !== '') readPasted(pastedText.peek());
    else {
      sourceError.value = importWords.sourceFirst;
      area.current?.focus();
    }
  };
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) void readFile(file);
  };
  const error = sourceError.value;
  const { latest } = sources.value;
  return (
    <SidePage
      title={importWords.title}
      sub={words.product}
      lead={importWords.sourceTitle}
      step="source"
      hint={over ? importWords.dropIt : importWords.sourceMore}
      main={{
        class: over ? 'body dropping' : 'body',
        onDragOver: (event) => {
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDrop: (event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        },
      }}
      primary={{ text: importWords.goOn, run: goOn }}
      secondary={{ text: words.back, run: goBack }}
    >
      <LabelledField id="import-file" label={importWords.file}>
        <input
          id="import-file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file, exported anew, can be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </LabelledField>
      <LabelledField id="import-text" label={importWords.paste}>
        <textarea
          id="import-text"
          class="paste few"
          rows={5}
          dir="auto"
          wrap="off"
          spellcheck={false}
          ref={area}
          value={pastedText.value}
          placeholder={importWords.pasteExample}
          aria-invalid={error !== ''}
          {...(error === '' ? {} : { 'aria-describedby': 'import-error' })}
          onInput={(event) => {
            pastedText.value = event.currentTarget.value;
            sourceError.value = '';
          }}
        />
      </LabelledField>
      {sources.value.tabs.length > 0 && (
        <LabelledField id="import-tab" label={importWords.tab}>
          <select id="import-tab" value={tab} onChange={(event) => setTab(event.currentTarget.value)}>
            <option value="">{importWords.noTab}</option>
            {sources.value.tabs.map((one) => (
              <option key={one.sheetId} value={one.sheetId}>
                {importWords.tabLine(one.name, one.rows)}
              </option>
            ))}
          </select>
        </LabelledField>
      )}
      {latest && (
        <div class="field">
          <p class="hint" dir="auto">
            {importWords.latest(latest)}
          </p>
          <button type="button" class="link" onClick={() => (step.value = { at: 'takeBack', what: latest })}>
            {importWords.takeItBack}
          </button>
        </div>
      )}
      {error !== '' && (
        <div class="field">
          <p class="message" id="import-error">
            {error}
          </p>
        </div>
      )}
    </SidePage>
  );
}
