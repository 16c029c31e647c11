import type { MeetingClock } from '../core/shared/clock';
import type { MonthKey } from '../core/shared/month';

/** The clock of a rep's month lies in the document's properties: shared by everybody, gone with the month's end. */
function clockKey(repId: string, month: MonthKey): string {
  return `clock.${repId}.${month}`;
}

/** The clock, or null before the start and after the end. */
export function readClock(repId: string, month: MonthKey): MeetingClock | null {
  const text = PropertiesService.getDocumentProperties().getProperty(clockKey(repId, month));
  return text ? (JSON.parse(text) as MeetingClock) : null;
}

export function writeClock(repId: string, month: MonthKey, clock: MeetingClock): void {
  PropertiesService.getDocumentProperties().setProperty(clockKey(repId, month), JSON.stringify(clock));
}

export function removeClock(repId: string, month: MonthKey): void {
  PropertiesService.getDocumentProperties().deleteProperty(clockKey(repId, month));
}
