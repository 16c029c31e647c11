import { useEffect, useMemo, useState } from 'preact/hooks';
import { goBack } from '../page/go-back';
import { screen } from '../page/view';
import { copyText } from '../parts/copy';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { useTitleFocus } from '../parts/use-title-focus';
import { words } from '../words';
import { csvBlob, csvText, fileName } from './csv';
import { exportRecord } from './export-record';
import type { Exported, ExportView } from './views';

/** The record as files for other programs: of this tab, or of everyone's. */
export function Export({ at }: { at: ExportView }) {
  return at.at === 'exported' ? <Files result={at.result} /> : <Choose />;
}

function Choose() {
  const s = screen.value;
  const title = useTitleFocus('choose');
  if (!s) return null;
  const rep = s.kind === 'meeting' || s.kind === 'noMonth' ? s.rep : null;
  const all = s.me.role !== 'rep';
  const one = rep && { text: words.exporting.one(rep.shortName), run: () => void exportRecord(rep.sheetId) };
  const everyone = { text: words.exporting.everyone, run: () => void exportRecord(null) };
  return (
    <>
      <Header title={words.product} sub={words.menu.exportRecord} />
      <main class="body">
        <div>
          <h2 class="lead" tabIndex={-1} ref={title}>
            {words.exporting.choose}
          </h2>
          <p class="hint">{words.exporting.more}</p>
        </div>
        <div class="note">
          <Icon name="info" />
          <div>{all ? words.exporting.readers : words.exporting.ownOnly}</div>
        </div>
        {one && all && (
          <div>
            <button type="button" class="button" onClick={everyone.run}>
              {everyone.text}
            </button>
          </div>
        )}
      </main>
      <PlainDock primary={one ?? (all ? everyone : null)} secondary={{ text: words.back, run: goBack }} />
    </>
  );
}

function Files({ result }: { result: Exported }) {
  const title = useTitleFocus('files');
  const [note, setNote] = useState('');
  const who = result.people.length === 1 ? (result.people[0] as string) : words.exporting.team;
  return (
    <>
      <Header title={words.product} sub={words.menu.exportRecord} />
      <main class="body">
        <div>
          <h2 class="lead" tabIndex={-1} ref={title} dir="auto">
            {words.exporting.title(result.people)}
          </h2>
          <p class="hint">{words.exporting.filesMore}</p>
        </div>
        {result.problems.length > 0 && (
          <div class="note warn">
            <Icon name="warn" />
            <div>
              <b>{words.leftOut}</b>
              <ul>
                {result.problems.map((text) => (
                  <li key={text} dir="auto">
                    {text}
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )}
        {result.tables.map((table) => (
          <File key={table.table} who={who} {...table} onNote={setNote} />
        ))}
        <p class="hint" role="status">
          {note}
        </p>
      </main>
      <PlainDock primary={{ text: words.ok, run: goBack }} />
    </>
  );
}

interface FileProps {
  who: string;
  table: Exported['tables'][number]['table'];
  columns: string[];
  rows: Exported['tables'][number]['rows'];
  onNote(text: string): void;
}

function File({ who, table, columns, rows, onNote }: FileProps) {
  const { name, each } = words.exporting.tables[table];
  const text = useMemo(() => csvText(columns, rows), [columns, rows]);
  const link = useMemo(() => URL.createObjectURL(csvBlob(text)), [text]);
  useEffect(() => () => URL.revokeObjectURL(link), [link]);
  const file = fileName(who, name.toLowerCase(), screen.peek()?.today ?? '');
  return (
    <section class="block">
      <h3 class="ink">
        {name}
        <span class="hint">{words.exporting.lines(rows.length)}</span>
      </h3>
      <p class="hint">{each}</p>
      {rows.length > 0 && (
        <div class="below">
          {/* Not in a window of its own, as the page has it for links: that one would stay open, empty. */}
          <a
            class="button small"
            href={link}
            download={file}
            target="_self"
            aria-label={words.exporting.downloadOf(name)}
          >
            <Icon name="fall" />
            {words.exporting.download}
          </a>{' '}
          <button
            type="button"
            class="button small"
            aria-label={words.exporting.copyOf(name)}
            onClick={async () => onNote((await copyText(text)) ? words.exporting.copied(name) : words.notCopied)}
          >
            <Icon name="copy" />
            {words.copy}
          </button>
        </div>
      )}
    </section>
  );
}
