/** The probes that run on the server, and how a portion of them is run. */
import { judge, judgeFailure, type Outcome, type Probe } from '../probe';
import { COLUMN_PROBES } from './probes/columns';
import { PEOPLE_PROBES } from './probes/people';
import { RECORD_PROBES } from './probes/record';
import { ROW_PROBES } from './probes/rows';
import { SERVED_PROBES } from './probes/served';
import { TEXT_PROBES } from './probes/texts';
import { TIME_PROBES } from './probes/time';
import { removeLeftovers, Scratch } from './scratch';

/** The probes that run on the server, in portions: one call of the page each, so that none runs for long. */
export const PORTIONS: readonly { title: string; probes: readonly Probe<Scratch>[] }[] = [
  { title: 'texts and numbers', probes: TEXT_PROBES },
  { title: 'rows, columns and rules', probes: [...ROW_PROBES, ...COLUMN_PROBES] },
  { title: 'days', probes: TIME_PROBES },
  { title: 'people and stores', probes: PEOPLE_PROBES },
  { title: 'pages', probes: SERVED_PROBES },
  { title: 'formulas and times', probes: RECORD_PROBES },
];

/**
 * Runs a portion on scratch tabs of its own and deletes them, also when a probe fails. No other tab is written to.
 * Call it under the document's lock: what the add-on's acts look for must not be met half-made.
 */
export function runPortion(probes: readonly Probe<Scratch>[], isAtGoogle: boolean): Outcome[] {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  removeLeftovers(book);
  const scratch = new Scratch(book);
  try {
    return probes.map((one) => runProbe(one, scratch, isAtGoogle));
  } finally {
    scratch.remove();
  }
}

function runProbe(one: Probe<Scratch>, scratch: Scratch, isAtGoogle: boolean): Outcome {
  try {
    return judge(one, one.observe(scratch), isAtGoogle);
  } catch (error) {
    return judgeFailure(one, error);
  }
}

/** A script's id at Google; the workbench calls its own differently. What only Google can tell goes by it. */
export function isGoogleScript(scriptId: string): boolean {
  return /^[\w-]{40,}$/.test(scriptId);
}
