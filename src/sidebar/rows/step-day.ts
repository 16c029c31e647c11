/** The days of next steps. */
import type { MeetingScreen, RowView } from '../../contract/state';
import type { IsoDate } from '../../core/shared/dates';
import { type DayStyle, writesMonthFirst } from '../../core/shared/days';
import type { Field } from '../../core/shared/fields';
import { dayToKeep, stepDay } from '../../core/shared/next-step';
import { language } from '../fields/language';
import { meeting } from '../page/view';
import { isCommitment } from '../save/merge';
import { edits } from '../save/state';

/** How days in next steps are read here. */
export function stepStyle(today: IsoDate): DayStyle {
  return { order: writesMonthFirst(language()) ? 'mdy' : 'dmy', today, zone: '' };
}

/** Does this field say what to do next? With a commitment it names the owner. */
export function isStep(key: string, field: Field): boolean {
  return field === 'next' && !isCommitment(key);
}

/** The day that a row's next step names; '' for none. A step that is just being typed means its day as of today. */
export function stepDayOf(row: RowView, m: Pick<MeetingScreen, 'today'> | null = meeting.peek()): IsoDate | '' {
  if (!m || isCommitment(row.key)) return '';
  const text = String(row.cells.next ?? '');
  const style = stepStyle(m.today);
  return edits.peek().get(row.key)?.next === undefined
    ? stepDay(text, row.nextDay ?? '', style)
    : dayToKeep(text, style);
}
