/** The pipeline in figures. */
import type { PipelineView } from '../../contract/state';
import type { MonthKey } from '../../core/shared/month';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { meeting } from '../page/view';
import { meetingWords } from './words';

/** The opportunities in figures, as the sheet has them: what is open, what it covers, when it closes, what has changed. */
export function Pipeline({ pipeline, month }: { pipeline: PipelineView; month: MonthKey }) {
  const { amount, weighted, coverage, left, open, stuck, closing, changes, uncounted } = pipeline;
  const year = meeting.value?.year ?? '';
  const whole = (value: number) => showAmount(Math.round(value), language());
  return (
    <section class="row" aria-label={meetingWords.pipeline}>
      <div class="row-plain">
        <span class="line-one">
          <b class="title">{meetingWords.pipeline}</b>
          {amount !== null && <span class="percent figures">{whole(amount)}</span>}
        </span>
        <span class="meta figures">
          {meetingWords.pipelineLine(open, stuck, weighted === null ? '' : whole(weighted), uncounted)}
        </span>
        {(coverage !== null || left !== null) && (
          <span class="meta figures">
            {coverage === null
              ? left !== null && left <= 0 && meetingWords.goalReached(year)
              : meetingWords.covers(
                  showAmount(Math.round(coverage * 10) / 10, language()),
                  left === null ? '' : whole(left),
                  year,
                )}
          </span>
        )}
        {closing.length > 0 && <b class="meta">{meetingWords.closingWhen}</b>}
        {closing.map((part) => (
          <Closing key={part} part={part} />
        ))}
        {changes.length > 0 && (
          <>
            <b class="meta">{meetingWords.inThisMonth(month)}</b>
            <span class="meta figures">{changes.map((change) => change.replace(/ /g, '\u00a0')).join(' · ')}</span>
          </>
        )}
      </div>
    </section>
  );
}

/** "this month 40k (2)": the figures stand at the end, so that they are read down. */
function Closing({ part }: { part: string }) {
  const [, label = part, figures = ''] = /^(.*?) (\S+ \(\d+\))$/.exec(part) ?? [];
  return (
    <span class="meta pair">
      <span>{label}</span>
      <span class="figures">{figures}</span>
    </span>
  );
}
