/** Days: in zones, in cells, over changes of clocks. */
import { dateInZone, dateToSerial, serialToDate } from '../../../core/shared/dates';
import type { RawCell } from '../../../sheet/grid/cells';
import { cellText } from '../../../sheet/grid/cells';
import { named, type Plain, probe } from '../../probe';
import type { Scratch } from '../scratch';

const DATES = 'src/core/shared/dates.ts';
const ZONES = ['America/Los_Angeles', 'Europe/Paris', 'Asia/Kolkata', 'Pacific/Auckland'] as const;
/** Close to midnight somewhere in each of them: 3 March 2026, 07:59 and 18:31 UTC; 30 November, 11:30 UTC. */
const MOMENTS = [Date.UTC(2026, 2, 3, 7, 59), Date.UTC(2026, 2, 3, 18, 31), Date.UTC(2026, 10, 30, 11, 30)];

const days = probe({
  id: 'days',
  name: 'Which day it is in a zone',
  assume: 'The day that the add-on works out for a moment in a zone is the one that Utilities.formatDate gives.',
  where: [DATES],
  expected: named(
    [...ZONES, 'the file’s own zone, now'],
    [...ZONES, 'now'].map(() => true),
  ),
  observe({ zone }: Scratch) {
    const same = (at: number, where: string) =>
      dateInZone(at, where) === Utilities.formatDate(new Date(at), where, 'yyyy-MM-dd');
    const seen: Plain[] = ZONES.map((where) => MOMENTS.every((at) => same(at, where)));
    return {
      facts: named([...ZONES, 'the file’s own zone, now'], [...seen, same(Date.now(), zone)]),
      told: {
        'a day as Intl writes it in en-CA': new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC' }).format(0),
        'zone of the file': zone,
        'zone of the script': Session.getScriptTimeZone(),
        'locale of the file': SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale(),
      },
    };
  },
});

/** Days on which, or on whose eve, clocks change somewhere. */
const CLOCK_DAYS = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-09-27',
  '2026-10-25',
  '2026-11-01',
  '2026-12-31',
] as const;

const dateCells = probe({
  id: 'date-cells',
  name: 'A day written is the day read',
  assume:
    'A day written as a number into a cell with a date format is read as the same day, also when clocks change and when the script’s zone is another than the file’s.',
  where: [DATES, 'src/sheet/grid/cells.ts'],
  expected: named(CLOCK_DAYS, CLOCK_DAYS),
  observe(scratch: Scratch) {
    const { range } = scratch.area(CLOCK_DAYS.length, 1);
    range.setNumberFormat('d mmm yyyy').setValues(CLOCK_DAYS.map((day) => [dateToSerial(day)]));
    SpreadsheetApp.flush();
    const read = range.getValues() as RawCell[][];
    return {
      facts: named(
        CLOCK_DAYS,
        read.map(([value]) => cellText(value, scratch.zone)),
      ),
      told: { 'the first as shown': range.getDisplayValue() },
    };
  },
});

const today = probe({
  id: 'today',
  name: 'Today in a cell',
  assume: 'TODAY() gives the day of the file’s own zone.',
  where: ['src/sheet/tab/head.ts', 'src/sheet/team/plan.ts'],
  expected: { 'it is the day that the script works out': true },
  observe(scratch: Scratch) {
    const { range } = scratch.area(1, 1);
    const now = () => dateInZone(Date.now(), scratch.zone);
    const before = now();
    range.setNumberFormat('0').setFormula('=TODAY()');
    SpreadsheetApp.flush();
    const shown = serialToDate(Number(range.getValue()));
    // At midnight either day is right.
    return { facts: { 'it is the day that the script works out': shown === before || shown === now() } };
  },
});

export const TIME_PROBES = [days, dateCells, today];
