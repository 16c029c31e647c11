import { type IsoDate, isIsoDate, shortDate } from './dates';
import { monthTitle } from './month';
import type { MonthRecord } from './record';
import { isBlank } from './record';

/** A summary of a meeting as plain text: conclusions, every commitment, next date. What is empty is left out. */
export function recapText(rep: string, record: MonthRecord, heldOn: IsoDate | '', minutes: number | null): string {
  const year = Math.floor(record.month / 100);
  const lines = [`1:1 with ${rep}, ${monthTitle(record.month)}`];
  if (heldOn) lines[0] += `, held ${shortDate(heldOn, year)}`;
  if (minutes !== null) lines[0] += ` (${minutes} min)`;
  const text = (label: string, value: unknown) => {
    const s = String(value ?? '').trim();
    if (s !== '') lines.push(`${label}: ${s}`);
  };
  text('What I saw', record.observed);
  text('Focus until next time', record.focus);
  text('Takeaway', record.takeaway);
  const commitments = record.commitments.filter((item) => !isBlank({ ...item.cells, status: '' }));
  if (commitments.length > 0) lines.push('Who does what by when:');
  for (const { cells } of commitments) {
    const owner = String(cells.next ?? '').trim();
    const parts = [String(cells.who ?? '').trim()];
    if (String(cells.why ?? '').trim() !== '') parts.push(String(cells.why).trim());
    if (String(cells.when ?? '').trim() !== '')
      parts.push(`by ${isIsoDate(cells.when) ? shortDate(cells.when, year) : cells.when}`);
    const status = String(cells.status ?? '').trim();
    if (status !== '' && status !== 'open') parts.push(status);
    if (String(cells.moved ?? '').trim() !== '') parts.push(String(cells.moved).trim());
    lines.push(`– ${owner ? `${owner}: ` : ''}${parts.filter((p) => p !== '').join(', ')}`);
  }
  const next = record.nextDate;
  text('Next 1:1', isIsoDate(next) ? shortDate(next, year) : next);
  return lines.join('\n');
}

/** Names of what the Conclusion leaves empty, in the words of the sheet. */
export function leftEmpty(record: MonthRecord): string[] {
  const empty: string[] = [];
  if (String(record.observed).trim() === '') empty.push('What I saw');
  if (String(record.focus).trim() === '') empty.push('Focus until next time');
  if (String(record.takeaway).trim() === '') empty.push('Takeaway');
  if (String(record.nextDate).trim() === '') empty.push('Next 1:1');
  return empty;
}
