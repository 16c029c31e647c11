/** The field for a next step. */
import type { RowView } from '../../contract/state';
import { weekdayDate, withDay } from '../../core/shared/next-step';
import { meeting } from '../page/view';
import { stepDayOf, stepStyle } from '../rows/step-day';
import { editAtOnce } from '../save/rows';
import { DayPicker } from './DayPicker';
import type { FieldProps } from './field-props';
import { showDate } from './read-date';
import { TextField } from './TextField';
import { fieldWords } from './words';

/** A next step in words; a day in it is read, or picked, which puts it in front. */
export function StepField({ row, ...props }: FieldProps & { row: RowView }) {
  const { rowKey, view, value } = props;
  const today = meeting.value?.today ?? '';
  const day = stepDayOf(row);
  const pick = (picked: string) => {
    editAtOnce(rowKey, view.field, withDay(String(value), picked, stepStyle(today)));
  };
  // What the words say already is not said twice.
  const isSaid = day === '' || String(value).includes(showDate(day, today));
  return (
    <TextField
      {...props}
      hint={isSaid ? '' : fieldWords.meantDay(weekdayDate(day, today))}
      beside={<DayPicker label={fieldWords.pickStepDay} value={day} onPick={pick} />}
    />
  );
}
