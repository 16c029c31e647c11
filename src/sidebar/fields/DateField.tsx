/** The field for a day. */
import { isIsoDate } from '../../core/shared/dates';
import { meeting } from '../page/view';
import { Icon } from '../parts/Icon';
import { editAtOnce } from '../save/rows';
import { words } from '../words';
import type { FieldProps } from './field-props';
import { language } from './language';
import { ParsedField } from './ParsedField';
import { isPeriod, otherDate, readDate, showDate } from './read-date';
import { fieldWords } from './words';

/**
 * A day, typed in plain words or picked. The browser's own picker lies invisible over the icon: a page within a page
 * may not open it by script, a click on it always may. By keyboard the text is quicker, so Tab passes the picker by.
 */
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
      <span class="picker">
        <Icon name="calendar" />
        <input
          type="date"
          tabIndex={-1}
          aria-label={fieldWords.pickDay(words.label(view.label))}
          value={isIsoDate(value) ? value : ''}
          onChange={(event) => editAtOnce(rowKey, view.field, event.currentTarget.value)}
        />
      </span>
    </ParsedField>
  );
}
