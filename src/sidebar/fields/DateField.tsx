/** The field for a day. */
import { isIsoDate } from '../../core/shared/dates';
import { meeting } from '../page/view';
import { editAtOnce } from '../save/rows';
import { words } from '../words';
import { DayPicker } from './DayPicker';
import type { FieldProps } from './field-props';
import { language } from './language';
import { ParsedField } from './ParsedField';
import { isPeriod, otherDate, readDate, showDate } from './read-date';
import { fieldWords } from './words';

/** A day, typed in plain words or picked. */
export function DateField(props: FieldProps) {
  const { rowKey, view, value } = props;
  const today = meeting.value?.today ?? '2000-01-01';
  return (
    <ParsedField
      {...props}
      read={(text) => readDate(text, today, language())}
      show={(date) => showDate(date, today)}
      isRead={(date) => date === '' || isIsoDate(date)}
      unreadable={(text) =>
        isPeriod(String(text), today, language()) ? fieldWords.periodKept : fieldWords.unreadableDate
      }
      other={(text) => otherDate(text, today, language())}
    >
      <DayPicker
        label={fieldWords.pickDay(words.label(view.label))}
        value={isIsoDate(value) ? value : ''}
        onPick={(day) => editAtOnce(rowKey, view.field, day)}
      />
    </ParsedField>
  );
}
