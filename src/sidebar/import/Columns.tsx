/** The page with what was understood of a table. */
import { lacksName } from '../../core/import/columns';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { ColumnList } from './ColumnList';
import { DealFilter } from './DealFilter';
import { OwnerList } from './OwnerList';
import { Questions } from './Questions';
import { StageList } from './StageList';
import { asked, open, source, step, understood } from './state';
import { importWords } from './words';
import { lookFirst } from './write';

/** What was understood of the table: first what has to be asked, then all the rest, folded. */
export function ImportColumnsPage() {
  const from = source.value;
  if (!from) return null;
  const count = open.value.length;
  const { columns } = understood.value;
  return (
    <SidePage
      title={importWords.title}
      sub={from.name}
      lead={importWords.inSource(from.table.lines.length, from.place)}
      step="columns"
      hint={<span role="status">{asked.value.length === 0 ? importWords.allFound : importWords.toAnswer(count)}</span>}
      ruled
      primary={{ text: words.lookFirst, disabled: count > 0, run: () => void lookFirst() }}
      secondary={{ text: words.back, run: () => (step.value = { at: 'source' }) }}
    >
      <Questions />
      {columns.id === undefined && !lacksName(columns) && <p class="hint">{importWords.noId}</p>}
      <div>
        <ColumnList />
        <StageList />
        <OwnerList />
        <DealFilter />
      </div>
    </SidePage>
  );
}
