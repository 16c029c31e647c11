import type { MeetingScreen, RowView } from '../../contract/state';
import { leftEmpty, recapText } from '../../core/recap';
import type { Item, MonthRecord } from '../../core/record';

/** The block as the recap reads it, for a meeting that was finished before the sidebar was opened. */
function recordOf(m: MeetingScreen): MonthRecord {
  const { block } = m;
  const item = (row: RowView): Item => ({ id: row.key, cells: row.cells, formulas: row.formulas, row: 0, life: null });
  return {
    month: block.month,
    number: block.number,
    sections: block.sections.map((s) => ({ id: s.id, items: s.rows.map(item) })),
    commitments: block.commitments.map(item),
    observed: block.conclusion.observed.value,
    focus: block.conclusion.focus.value,
    takeaway: block.conclusion.takeaway.value,
    nextDate: block.conclusion.nextDate.value,
  };
}

/** The summary of a finished month, made from what the sheet says now. */
export function recapOf(m: MeetingScreen): { recap: string; leftEmpty: string[] } {
  const record = recordOf(m);
  return { recap: recapText(m.rep.name, record, m.block.heldOn, m.block.minutes), leftEmpty: leftEmpty(record) };
}

/** A mail with the recap in it, as a link: opens the person's own mail program, needs no right. */
export function mailLink(m: MeetingScreen, recap: string): string {
  const subject = recap.split('\n')[0] ?? '';
  // Long links are cut off by some mail programs; the sheet has the rest.
  const body = recap.length > 1700 ? `${recap.slice(0, 1700)}…` : recap;
  return `mailto:${encodeURIComponent(m.rep.email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`;
}
