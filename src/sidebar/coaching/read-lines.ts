/** Reading what became of lines, and how they are told month by month. */
import type { LineStep, LineTrace } from '../../contract/life';
import { showDate } from '../fields/read-date';
import { perPage } from '../page/new-page';
import { callUntilAnswered } from '../page/request';
import { pin } from '../page/view';
import { reviewWords } from '../review/words';
import { joined } from '../wording';
import { openCoaching } from './acts';
import { traceWords } from './trace-words';
import { coachingWords } from './words';

/** All lines of the tab, as they were read last; null before that. */
export const trace = perPage<LineTrace[] | null>(null);

/** Reads them, and shows the page. */
export async function openTrace(): Promise<void> {
  const of = pin.peek();
  if (!of) return;
  const request = { sheetId: of.sheetId, repId: of.repId };
  const lines = await callUntilAnswered(traceWords.reading, 'loadLines', request, () => void openTrace());
  if (!lines) return;
  trace.value = lines;
  openCoaching('trace');
}

/** A line for each month: what was tried first or anew, what came of it, and when it is looked at again. */
export function toldByMonth({ steps }: Pick<LineTrace, 'steps'>): { when: string; what: string }[] {
  const years = new Set(steps.map(({ month }) => Math.floor(month / 100)));
  return steps.map((step, n) => {
    const range = reviewWords.monthRange(step.month, step.month);
    return {
      when: years.size > 1 ? reviewWords.inYear(range, step.month) : range,
      what: saidIn(step, steps[n - 1]) || traceWords.nothingSaid,
    };
  });
}

function saidIn(step: LineStep, before: LineStep | undefined): string {
  const day = step.when === before?.when ? '' : showDate(step.when, `${Math.floor(step.month / 100)}-01-01`);
  return joined([
    step.weTry !== before?.weTry && step.weTry,
    traceWords.step(step),
    step.cameOf,
    step.next !== before?.next && step.next !== '' && coachingWords.nextStep(step.next),
    day !== '' && coachingWords.lookOn(day).toLowerCase().replace(day.toLowerCase(), day),
  ]);
}
