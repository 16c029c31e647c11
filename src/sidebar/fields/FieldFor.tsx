/** Which field a cell gets. */
import type { FieldView, RowView } from '../../contract/state';
import { meeting } from '../page/view';
import { FollowUpQuestion } from '../review/FollowUp';
import { type FollowUpKind as Asks, followUpOf } from '../review/follow-ups';
import { LostReasons } from '../review/LostReasons';
import { dealSection } from '../review/review';
import { VagueLine } from '../review/VagueLine';
import { reviewWords } from '../review/words';
import { isStep } from '../rows/step-day';
import { AmountField } from './AmountField';
import { DateField } from './DateField';
import { FieldConflict } from './FieldConflict';
import type { FieldProps } from './field-props';
import { isPercent, withUnit } from './figure';
import { StatusChips } from './StatusChips';
import { StepField } from './StepField';
import { TextField } from './TextField';
import { fieldWords } from './words';

interface FieldForProps {
  row: RowView;
  view: FieldView;
  onEnter: () => void;
}

/** The right field for what the cell holds. */
export function FieldFor({ row, view, onEnter }: FieldForProps) {
  const formula = row.formulas.includes(view.field);
  if (view.type === 'status' && !formula) {
    return (
      <div class="field">
        <StatusChips row={row} legend={fieldWords.howMoved} />
        <FollowUpQuestion row={row} open />
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
    perhaps: row.perhaps?.[view.field],
    onEnter,
  };
  if (view.type === 'date') return <DateField {...props} />;
  if (view.type === 'number') return <AmountField {...props} />;
  const m = meeting.value;
  if (m && dealSection(m, row.key)) return <DealText {...props} row={row} asking={followUpOf(row, m)} />;
  if (isStep(row.key, view.field)) return <StepField {...props} row={row} />;
  const owner = view.field === 'next';
  return <TextField {...props} suggestions={owner ? m?.owners : undefined} />;
}

/** A deal's text, with what belongs under it: reasons for a lost one, the question about a step that says nothing. */
function DealText({ row, asking, ...props }: FieldProps & { row: RowView; asking: Asks | null }) {
  const { view } = props;
  if (view.field !== 'moved') {
    return (
      <div class="field">
        {view.field === 'next' ? <StepField {...props} row={row} replaced /> : <TextField {...props} />}
        {view.field === 'next' && !props.formula && <VagueLine row={row} />}
      </div>
    );
  }
  const label = asking === 'won' ? reviewWords.wonAsk : asking === 'lost' ? reviewWords.lostAsk : view.label;
  return (
    <div class="field">
      <TextField {...props} view={{ ...view, label }} />
      {asking === 'lost' && !props.formula && <LostReasons row={row} />}
    </div>
  );
}
