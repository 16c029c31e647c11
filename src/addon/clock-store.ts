/** Where the clock of a running meeting is kept: the document’s properties. */
import { stop } from '../core/problems';
import type { MeetingClock } from '../core/shared/clock';
import type { MonthKey } from '../core/shared/month';

type Store = GoogleAppsScript.Properties.Properties;

/** The clock of a rep's month lies in the document's properties: shared by everybody, gone with the month's end. */
function clockKey(repId: string, month: MonthKey): string {
  return `clock.${repId}.${month}`;
}

/** The clock, or null before the start and after the end. */
export function readClock(repId: string, month: MonthKey): MeetingClock | null {
  const text = asked((store) => store.getProperty(clockKey(repId, month)));
  return text ? (JSON.parse(text) as MeetingClock) : null;
}

export function writeClock(repId: string, month: MonthKey, clock: MeetingClock): void {
  asked((store) => store.setProperty(clockKey(repId, month), JSON.stringify(clock)));
}

export function removeClock(repId: string, month: MonthKey): void {
  asked((store) => store.deleteProperty(clockKey(repId, month)));
}

/**
 * Asks the store; stops by a code of our own where it refuses. Its allowance a day is the one quota that this add-on can
 * use up, and Google tells of that in the user's language only.
 */
function asked<T>(act: (store: Store) => T): T {
  try {
    return act(PropertiesService.getDocumentProperties());
  } catch (error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    console.error(`the store of clocks: ${detail}`);
    return stop('storeRefused', undefined, { detail });
  }
}
