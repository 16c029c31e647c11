/** A month as the record reads it, for tests of what comes along from it. */
import type { MonthRecord } from '../../src/core/shared/record';

/** November 2026, the first 1:1, with nothing in it but what is given. */
export function monthRecord(more: Partial<MonthRecord> = {}): MonthRecord {
  return {
    month: 202611,
    number: 1,
    sections: [],
    commitments: [],
    growth: [],
    observed: '',
    focus: '',
    takeaway: '',
    nextDate: '',
    plan: '',
    help: '',
    ...more,
  };
}
