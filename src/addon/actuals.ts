import type { ActualsPreview, ActualsResult, NameQuestionView, PastedActuals } from '../contract/calls';
import type { NameQuestion } from '../core/actuals/figures';
import { nameQuestionKey } from '../core/actuals/names';
import { leftOutText } from '../core/actuals/words';
import { stop } from '../core/problems';
import { isMonthKey } from '../core/shared/month';
import { type ActualsPlan, applyActuals as apply, planActuals as plan } from '../sheet/acts/actuals';
import { COL } from '../sheet/grid/grid';
import { Tracker } from '../sheet/setup/tracker';
import { callable, underLock } from './answer';
import { freshScreen } from './months';
import { mayActForAll, whoIs } from './who';

export const planActuals = callable('planActuals', 'reading the pasted figures', (request) => {
  const tracker = new Tracker(SpreadsheetApp.getActiveSpreadsheet());
  return previewOf(tracker, planned(tracker, request));
});

export const applyActuals = callable(
  'applyActuals',
  'writing the pasted figures',
  ({ digest, ...request }): ActualsResult => {
    const tracker = new Tracker(SpreadsheetApp.getActiveSpreadsheet());
    const result = underLock(() => {
      const now = planned(tracker, request);
      // With nothing left to write, a repeated call has come to its end whatever it was shown before.
      if (now.changes.length > 0 && now.digest !== digest) return { written: 0, changed: previewOf(tracker, now) };
      return { written: apply(now), changed: null };
    });
    return { ...result, screen: freshScreen(tracker, null) };
  },
);

function planned(tracker: Tracker, { month, text, names }: PastedActuals): ActualsPlan {
  if (!isMonthKey(month)) stop('badMonth', undefined, { text: String(month) });
  mayActForAll(whoIs(tracker.soundSetup()));
  return plan(tracker, month, text, names);
}

function previewOf(tracker: Tracker, { changes, same, leftOut, questions, digest }: ActualsPlan): ActualsPreview {
  return {
    digest,
    changes: changes.map(({ rep, kpi, tab, was, now, row }) => ({
      name: rep.name,
      kpi: kpi.name,
      was,
      now,
      cell: tab.columns.a1(row, COL.amount),
    })),
    same,
    leftOut: leftOut.map(leftOutText),
    questions: questions.map((one) => questionView(tracker, one)),
  };
}

function questionView(tracker: Tracker, { what, name, ids }: NameQuestion): NameQuestionView {
  const { roster, kpis } = tracker.setup();
  const all = (what === 'person' ? roster : kpis).filter(({ id }) => id !== '');
  const likely = ids.flatMap((id) => all.find((one) => one.id === id) ?? []);
  const choices = [...likely, ...all.filter((one) => !likely.includes(one))];
  return {
    key: nameQuestionKey(what, name),
    what,
    name,
    choices: choices.map(({ id, name: shown }) => ({ id, name: shown })),
  };
}
