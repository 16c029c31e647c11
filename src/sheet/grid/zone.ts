import { dateInZone, type IsoDate } from '../../core/shared/dates';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The zone that a spreadsheet's days are of; the script's where the file says none. */
export function zoneOf(book: Spreadsheet): string {
  return book.getSpreadsheetTimeZone() || Session.getScriptTimeZone() || 'Etc/UTC';
}

/** Zones that Google knows and the script's engine does not: a renamed one may reach the one before the other. */
const unknown = new Set<string>();

/**
 * The calendar day of a moment in a zone, on the server.
 * @param epochMs moment, milliseconds since 1970 UTC
 */
export function dayInZone(epochMs: number, zone: string): IsoDate {
  if (!unknown.has(zone)) {
    try {
      return dateInZone(epochMs, zone);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      unknown.add(zone);
    }
  }
  return Utilities.formatDate(new Date(epochMs), zone, 'yyyy-MM-dd');
}

/** "2026-11-30 14:05": a moment as people read it, in a zone. `epochMs`: milliseconds since 1970 UTC. */
export function minuteInZone(epochMs: number, zone: string): string {
  return Utilities.formatDate(new Date(epochMs), zone, 'yyyy-MM-dd HH:mm');
}
