/** A text of the month that is no row: conclusion, preparation, plan. */
import type { TextView } from '../../contract/state';
import { edits } from '../save/state';
import { DateField } from './DateField';
import { TextField } from './TextField';

interface NamedTextProps {
  text: TextView;
  /** A label that says more than the sheet's. */
  label?: string;
  rows?: number;
  date?: boolean;
}

/** One text of the block that is no row: it is edited as field `when` of its key. */
export function NamedText({ text, label = text.label, rows = 1, date = false }: NamedTextProps) {
  const props = {
    rowKey: text.key,
    view: { field: 'when' as const, label, type: date ? ('date' as const) : ('text' as const) },
    value: currentText(text),
    cell: text.cell,
    formula: text.formula,
  };
  return <div data-row={text.key}>{date ? <DateField {...props} /> : <TextField {...props} rows={rows} />}</div>;
}

/** The text with what is typed here laid over it. */
export function currentText(text: TextView) {
  return edits.value.get(text.key)?.when ?? text.value;
}
