import { lacksName } from '../../core/import/columns';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { useTitleFocus } from '../parts/use-title-focus';
import { words } from '../words';
import { lookFirst } from './acts';
import { ColumnList } from './ColumnList';
import { DealFilter } from './DealFilter';
import { OwnerList } from './OwnerList';
import { Questions } from './Questions';
import { StageList } from './StageList';
import { asked, byName, open, source, step, understood } from './state';
import { importWords } from './words';

/** What was understood of the table: first what has to be asked, then all the rest, folded. */
export function ImportColumnsPage() {
  const title = useTitleFocus('columns');
  const from = source.value;
  if (!from) return null;
  const count = open.value.length;
  const { columns } = understood.value;
  return (
    <>
      <Header title={importWords.title} sub={from.name} />
      <main class="body ruled">
        <div>
          <h2 class="lead" tabIndex={-1} ref={title}>
            {importWords.inSource(from.table.lines.length, from.place)}
          </h2>
          <p class="hint" role="status">
            {asked.value.length === 0 ? importWords.allFound : importWords.toAnswer(count)}
          </p>
        </div>
        <Questions />
        {columns.id === undefined && !lacksName(columns) && <p class="hint">{importWords.noId}</p>}
        <div>
          <ColumnList />
          <StageList />
          <OwnerList />
          <DealFilter />
        </div>
        <div>
          <label class="check">
            <input
              type="checkbox"
              checked={byName.value}
              aria-describedby="by-name-hint"
              onChange={(event) => (byName.value = event.currentTarget.checked)}
            />
            {importWords.byName}
          </label>
          <p class="hint" id="by-name-hint">
            {importWords.byNameMore}
          </p>
        </div>
      </main>
      <PlainDock
        primary={{ text: words.lookFirst, disabled: count > 0, run: () => void lookFirst() }}
        secondary={{ text: words.back, run: () => (step.value = { at: 'source' }) }}
      />
    </>
  );
}
