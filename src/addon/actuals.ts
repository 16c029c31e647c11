import type { ActualsPreview, ActualsResult } from '../contract/calls';
import { leftOutText } from '../core/actuals/words';
import { stop } from '../core/problems';
import { isMonthKey, type MonthKey } from '../core/shared/month';
import { type ActualsPlan, applyActuals as apply, planActuals as plan } from '../sheet/acts/actuals';
import { a1, COL } from '../sheet/grid/grid';
import { Tracker } from '../sheet/setup/tracker';
import { callable, underLock } from './answer';
import { freshScreen } from './months';
import { mayActForAll, whoIs } from './who';

export const planActuals = callable('planActuals', 'reading the pasted figures', ({ month, text }) =>
  previewOf(planned(new Tracker(SpreadsheetApp.getActiveSpreadsheet()), month, text)),
);

export const applyActuals = callable(
  'applyActuals',
  'writing the pasted figures',
  ({ month, text, digest }): ActualsResult => {
    const tracker = new Tracker(SpreadsheetApp.getActiveSpreadsheet());
    const result = underLock(() => {
      const now = planned(tracker, month, text);
      // With nothing left to write, a repeated call has come to its end whatever it was shown before.
      if (now.changes.length > 0 && now.digest !== digest) return { written: 0, changed: previewOf(now) };
      return { written: apply(now), changed: null };
    });
    return { ...result, screen: freshScreen(tracker, null) };
  },
);

function planned(tracker: Tracker, month: MonthKey, text: string): ActualsPlan {
  if (!isMonthKey(month)) stop('badMonth', undefined, { text: String(month) });
  mayActForAll(whoIs(tracker.soundSetup()));
  return plan(tracker, month, text);
}

function previewOf({ changes, same, leftOut, digest }: ActualsPlan): ActualsPreview {
  return {
    digest,
    changes: changes.map(({ rep, kpi, was, now, row }) => ({
      name: rep.name,
      kpi: kpi.name,
      was,
      now,
      cell: a1(row, COL.amount),
    })),
    same,
    leftOut: leftOut.map(leftOutText),
  };
}
