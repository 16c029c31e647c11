/** Plans whose day has come: how did it go? */
import type { MeetingScreen, RowView } from '../../contract/state';
import { isReviewDue, type LineState, lineState, REVIEW_STATES } from '../../core/coaching/lines';
import { firstWorkday, type IsoDate, isIsoDate, monthOfDate } from '../../core/shared/dates';
import { addMonths } from '../../core/shared/month';
import { titleOf } from '../../core/shared/record';
import { showDate } from '../fields/read-date';
import { TextField } from '../fields/TextField';
import { rowsOf } from '../meeting/use-rows';
import { perPage } from '../page/new-page';
import { Block } from '../parts/Block';
import { Button } from '../parts/Button';
import { Chips } from '../parts/Chips';
import { focusField } from '../rows/focus';
import { developmentSection, sectionOfKey } from '../save/merge';
import { developmentStep, edit, editWithUndo } from '../save/rows';
import { saveNow } from '../save/saver';
import { joined } from '../wording';
import { proposedDay } from './acts';
import { coachingWords } from './words';

/** Keys of plans that are being looked at on this page: they stay until their line is done. */
const lookedThrough = perPage<ReadonlySet<string>>(new Set());

const CHOICES: readonly LineState[] = [...REVIEW_STATES, 'dropped'];

/**
 * The plans that are due, each with one key and a line; none, nothing.
 * @param section only those about something in this section; left out, all of them
 */
export function DueReviews({ m, section }: { m: MeetingScreen; section?: string }) {
  const rows = duePlans(m).filter((row) => section === undefined || placeOfPlan(m, row) === section);
  if (rows.length === 0) return null;
  return (
    <Block sign={{ icon: 'calendar' }} title={coachingWords.reviewsTitle} count={rows.length}>
      <ul class="rows">
        {rows.map((row) => (
          <Review key={row.key} m={m} row={row} />
        ))}
      </ul>
    </Block>
  );
}

/** Plans of which somebody should say today how they went, and those that are being spoken of. */
function duePlans(m: MeetingScreen): RowView[] {
  return rowsOf(developmentSection(m)).filter(
    (row) =>
      row.plan !== undefined &&
      (lookedThrough.value.has(row.key) || isReviewDue(row.cells, row.fromMonth !== undefined, m.today)),
  );
}

/** The section that a plan is about; that of development for one about nothing with a row of its own. */
function placeOfPlan(m: MeetingScreen, { plan }: RowView): string | undefined {
  return plan?.about ? sectionOfKey(plan.about) : developmentStep(m)?.id;
}

function Review({ m, row }: { m: MeetingScreen; row: RowView }) {
  const title = titleOf(row.cells);
  const state = lineState(row.cells.status);
  const choose = (now: LineState) => {
    lookedThrough.value = new Set([...lookedThrough.peek(), row.key]);
    editWithUndo(row, 'status', now, coachingWords.stateNow(title, coachingWords.reviewStates[now] ?? now));
    focusField(row.key, 'moved');
  };
  return (
    <li
      class="row review-plan"
      data-row={row.key}
      onKeyDown={(event) => {
        const chosen = CHOICES[Number(event.key) - 1];
        if (!chosen || event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey)
          return;
        event.preventDefault();
        event.stopPropagation();
        choose(chosen);
      }}
    >
      <p dir="auto">
        <b>{title}</b>
        <span class="hint">{joined([String(row.cells.why ?? '').trim(), showDate(row.cells.when, m.today)])}</span>
      </p>
      <Chips
        name={`review-${row.key}`}
        legend={coachingWords.reviewOf(title)}
        quiet
        look="three"
        choices={CHOICES.map((value, n) => ({
          value,
          text: coachingWords.reviewStates[value],
          digit: String(n + 1),
        }))}
        chosen={state}
        onChoice={choose}
      />
      {state !== 'open' && <ReviewEnd m={m} row={row} state={state} />}
    </li>
  );
}

/** A line, and for what has not worked yet the next day to look again; without one it is closed. */
function ReviewEnd({ m, row, state }: { m: MeetingScreen; row: RowView; state: LineState }) {
  const done = () => {
    lookedThrough.value = new Set([...lookedThrough.peek()].filter((key) => key !== row.key));
    saveNow();
  };
  const day = nextDay(m, row);
  const { when } = row.cells;
  const isBack = isIsoDate(when) && isLater(m, row, when);
  const mayComeBack = state === 'partly' || state === 'did not';
  return (
    <>
      <TextField
        rowKey={row.key}
        view={{ field: 'moved', label: coachingWords.cameOf, type: 'text' }}
        value={row.cells.moved ?? ''}
        cell={row.at.moved ?? ''}
        formula={row.formulas.includes('moved')}
        onEnter={done}
      />
      <p class="review-end">
        <span class="hint">{isBack ? coachingWords.comesBack(showDate(when, m.today)) : coachingWords.closed}</span>
        {mayComeBack && !isBack && (
          <Button
            small
            run={() => {
              edit(row.key, 'when', day);
              saveNow();
            }}
          >
            {coachingWords.lookOn(showDate(day, m.today))}
          </Button>
        )}
      </p>
    </>
  );
}

/** Does a day bring the plan back? One that is due was to be looked at by today; one of this month comes back in the next. */
function isLater(m: MeetingScreen, { fromMonth }: RowView, day: IsoDate): boolean {
  return fromMonth === undefined ? monthOfDate(day) > m.block.month : day > m.today;
}

function nextDay(m: MeetingScreen, row: RowView): IsoDate {
  const day = proposedDay(m);
  return isLater(m, row, day) ? day : firstWorkday(addMonths(m.block.month, 1));
}
