/** The page of the export: what to export, and the files. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { goBack } from '../page/go-back';
import { screen } from '../page/view';
import { Block } from '../parts/Block';
import { Button } from '../parts/Button';
import { copyText } from '../parts/copy';
import { Icon } from '../parts/Icon';
import { ListNote, Note } from '../parts/Note';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { csvBlob, csvText, fileName } from './csv';
import { exportRecord } from './export-record';
import type { Exported, ExportView } from './views';
import { exportWords } from './words';

/** The record as files for other programs: of this tab, or of everyone's. */
export function Export({ at }: { at: ExportView }) {
  return at.at === 'exported' ? <Files result={at.result} /> : <Choose />;
}

function Choose() {
  const s = screen.value;
  if (!s) return null;
  const rep = s.kind === 'meeting' || s.kind === 'noMonth' ? s.rep : null;
  const all = s.me.role !== 'rep';
  const one = rep && { text: exportWords.one(rep.shortName), run: () => void exportRecord(rep.sheetId) };
  const everyone = { text: exportWords.everyone, run: () => void exportRecord(null) };
  return (
    <SidePage
      sub={words.menu.exportRecord}
      lead={exportWords.choose}
      step="choose"
      hint={exportWords.more}
      primary={one ?? (all ? everyone : null)}
      secondary={{ text: words.back, run: goBack }}
    >
      <Note icon="info">{all ? exportWords.readers : exportWords.ownOnly}</Note>
      {one && all && (
        <div>
          <Button run={everyone.run}>{everyone.text}</Button>
        </div>
      )}
    </SidePage>
  );
}

function Files({ result: { people, problems, tables } }: { result: Exported }) {
  const [note, setNote] = useState('');
  const who = people.length === 1 ? (people[0] as string) : exportWords.team;
  return (
    <SidePage
      sub={words.menu.exportRecord}
      lead={exportWords.title(people)}
      step="files"
      hint={exportWords.filesMore}
      primary={{ text: words.ok, run: goBack }}
    >
      <ListNote title={words.leftOut} lines={problems} />
      {tables.map((table) => (
        <File key={table.table} who={who} {...table} onNote={setNote} />
      ))}
      <p class="hint" role="status">
        {note}
      </p>
    </SidePage>
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
  const { name, each } = exportWords.tables[table];
  const text = useMemo(() => csvText(columns, rows), [columns, rows]);
  const link = useMemo(() => URL.createObjectURL(csvBlob(text)), [text]);
  useEffect(() => () => URL.revokeObjectURL(link), [link]);
  const file = fileName(who, name.toLowerCase(), screen.peek()?.today ?? '');
  return (
    <Block ink title={name} count={exportWords.lines(rows.length)}>
      <p class="hint">{each}</p>
      {rows.length > 0 && (
        <div class="below">
          {/* Not in a window of its own, as the page has it for links: that one would stay open, empty. */}
          <a class="button small" href={link} download={file} target="_self" aria-label={exportWords.downloadOf(name)}>
            <Icon name="fall" />
            {exportWords.download}
          </a>{' '}
          <Button
            small
            label={exportWords.copyOf(name)}
            run={async () => onNote((await copyText(text)) ? exportWords.copied(name) : words.notCopied)}
          >
            <Icon name="copy" />
            {words.copy}
          </Button>
        </div>
      )}
    </Block>
  );
}
