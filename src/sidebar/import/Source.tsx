import { useRef, useState } from 'preact/hooks';
import { goBack } from '../page/go-back';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { useTitleFocus } from '../parts/use-title-focus';
import { words } from '../words';
import { readFile, readPasted, readTab } from './acts';
import { pastedText, sourceError, sources } from './state';
import { importWords } from './words';

/** Where the deals come from: a file, a pasted table, or a tab. */
export function ImportSourcePage() {
  const title = useTitleFocus('source');
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
  return (
    <>
      <Header title={importWords.title} sub={words.product} />
      <main
        class={over ? 'body dropping' : 'body'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <div>
          <h2 class="lead" tabIndex={-1} ref={title}>
            {importWords.sourceTitle}
          </h2>
          <p class="hint">{over ? importWords.dropIt : importWords.sourceMore}</p>
        </div>
        <div class="field">
          <label class="label" for="import-file">
            {importWords.file}
          </label>
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
        </div>
        <div class="field">
          <label class="label" for="import-text">
            {importWords.paste}
          </label>
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
        </div>
        {sources.value.tabs.length > 0 && (
          <div class="field">
            <label class="label" for="import-tab">
              {importWords.tab}
            </label>
            <select id="import-tab" value={tab} onChange={(event) => setTab(event.currentTarget.value)}>
              <option value="">{importWords.noTab}</option>
              {sources.value.tabs.map((one) => (
                <option key={one.sheetId} value={one.sheetId}>
                  {importWords.tabLine(one.name, one.rows)}
                </option>
              ))}
            </select>
          </div>
        )}
        {error !== '' && (
          <div class="field">
            <p class="message" id="import-error">
              {error}
            </p>
          </div>
        )}
      </main>
      <PlainDock primary={{ text: importWords.goOn, run: goOn }} secondary={{ text: words.back, run: goBack }} />
    </>
  );
}
