import type { FieldView, RowView } from '../../contract/state';
import { isCommitment } from '../saving/merge';
import { meeting } from '../store/state';
import { words } from '../words';
import { AmountField } from './AmountField';
import { DateField } from './DateField';
import { FieldConflict } from './FieldConflict';
import { isPercent, withUnit } from './figure';
import { StatusChips } from './StatusChips';
import { TextField } from './TextField';

interface Props {
  row: RowView;
  view: FieldView;
  onEnter: () => void;
}

/** The right field for what the cell holds. */
export function FieldFor({ row, view, onEnter }: Props) {
  const formula = row.formulas.includes(view.field);
  if (view.type === 'status' && !formula) {
    return (
      <div class="field">
        <StatusChips row={row} legend={words.howMoved} />
        <FieldConflict rowKey={row.key} view={view} />
      </div>
    );
  }
  const props = {
    rowKey: row.key,
    view: row.kpi && view.field === 'amount' ? { ...view, label: withUnit(view.label, row.kpi.unit) } : view,
    value: row.cells[view.field] ?? '',
    percent: isPercent(row.kpi?.unit ?? ''),
    cell: row.at[view.field] ?? '',
    formula,
    onEnter,
  };
  if (view.type === 'date') return <DateField {...props} />;
  if (view.type === 'number') return <AmountField {...props} />;
  const owner = view.field === 'next' && isCommitment(row.key);
  return <TextField {...props} suggestions={owner ? meeting.value?.owners : undefined} />;
}
