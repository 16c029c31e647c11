import type { DateOrder } from '../shared/days';
import type { CellValue } from '../shared/fields';
import { readDayCell } from './dates';

/** When a deal was changed, as a text that sorts: the day, then the time as it stands; '' where it cannot be told. */
export function momentOf(value: CellValue, dates: DateOrder, zone: string): string {
  if (/^\d{10,13}$/.test(String(value).trim())) return String(value).trim().padStart(14, '0');
  const day = readDayCell(value, dates, zone);
  if (day.is !== 'day') return '';
  const time = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?/i.exec(String(value));
  if (!time) return day.day;
  const half = time[4]?.toLowerCase();
  const hour = half ? (Number(time[1]) % 12) + (half === 'p' ? 12 : 0) : Number(time[1]);
  return `${day.day} ${String(hour).padStart(2, '0')}:${time[2]}:${time[3] ?? '00'}`;
}
