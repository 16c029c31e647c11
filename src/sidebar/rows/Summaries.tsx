/** A closed card in short, by the kind of its row. */
import type { RowView } from '../../contract/state';
import type { Reason } from '../../core/deal/priority';
import { isIsoDate } from '../../core/shared/dates';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { showDate } from '../fields/read-date';
import { meeting } from '../page/view';
import type { IconName } from '../parts/Icon';
import { LifeLine } from '../review/LifeLine';
import { reasonsFor } from '../review/review-session';
import { asksAbout } from '../review/VagueLine';
import { reviewWords } from '../review/words';
import { joined } from '../wording';
import { words } from '../words';
import { isClosed, statusWord } from './group';
import { MetaLine, Sign } from './MetaLine';
import { stepDayOf } from './step-day';
import { rowWords } from './words';

const text = (value: unknown) => String(value ?? '').trim();

/** First line bold, the others (the deal under the customer) in normal weight. */
function Title({ row }: { row: RowView }) {
  const lines = text(row.cells.who).split(/\s*\n\s*/);
  return (
    <span class="title" dir="auto">
      {lines[0] === '' ? <span class="hint">{rowWords.noName}</span> : <b>{lines[0]}</b>}
      {lines.length > 1 && <span class="second">{lines.slice(1).join(', ')}</span>}
    </span>
  );
}

function Amount({ row }: { row: RowView }) {
  const amount = row.cells.amount ?? '';
  if (amount === '') return null;
  return (
    <span class={`amount figures${typeof amount === 'number' ? '' : ' odd'}`} dir="auto">
      {showAmount(amount, language())}
    </span>
  );
}

/** An opportunity in one line, for preparing: how much, why it is worth a thought, else when. */
export function dealLine(row: RowView): string {
  const day = showDate(row.cells.when, meeting.peek()?.today ?? '');
  return joined([showAmount(row.cells.amount, language()), standing(row)?.text.toLowerCase() ?? day]);
}

/** An opportunity: title and amount, how it has lived, what moved, the next step with its day. */
export function dealSummary(row: RowView) {
  const m = meeting.peek();
  const today = m?.today ?? '';
  const day = showDate(row.cells.when, today);
  const moved = text(row.cells.moved);
  const next = text(row.cells.next);
  const line = [day || (row.life ? '' : rowWords.noDate), next || (moved ? '' : text(row.cells.why))]
    .filter((s) => s !== '')
    .join(' · ');
  return (
    <>
      <span class="line-one">
        <Title row={row} />
        <Amount row={row} />
      </span>
      <HowItStands row={row} />
      <MetaLine text={moved} look="moved" />
      <MetaLine text={line} />
      <LateStep row={row} />
      {moved !== '' && asksAbout(row) && <span class="meta">{reviewWords.vagueAsk}</span>}
    </>
  );
}

/** That the day of the next step has passed; nothing for a deal that is won or lost. */
function LateStep({ row }: { row: RowView }) {
  const m = meeting.peek();
  const day = stepDayOf(row, m);
  if (!m || day === '' || day >= m.today || isClosed(row, m.statuses)) return null;
  return (
    <Sign icon="calendar" tone="warn">
      {rowWords.stepWasDue(showDate(day, m.today))}
    </Sign>
  );
}

const STATUS_SIGNS: Record<string, { icon: IconName; tone: string }> = {
  closing: { icon: 'calendar', tone: 'act' },
  stuck: { icon: 'square', tone: 'warn' },
  'going cold': { icon: 'cold', tone: 'cold' },
  won: { icon: 'star', tone: 'good' },
  lost: { icon: 'cross', tone: 'plain' },
};

/** The sign of a status; a plain one for words of one's own. */
export function signOf(status: string): { icon: IconName; tone: string } {
  return STATUS_SIGNS[status] ?? { icon: 'flag', tone: 'plain' };
}

const REASON_SIGNS: Record<Reason['code'], { icon: IconName; tone: string }> = {
  stuck: { icon: 'square', tone: 'warn' },
  pushed: { icon: 'push', tone: 'warn' },
  past: { icon: 'calendar', tone: 'warn' },
  closing: { icon: 'calendar', tone: 'act' },
  cold: { icon: 'cold', tone: 'cold' },
  unchanged: { icon: 'equal', tone: 'plain' },
  big: { icon: 'flag', tone: 'plain' },
};

/** Why a deal deserves minutes, else its status: a sign and words. Null when there is nothing to say. */
export function standing(row: RowView): { icon: IconName; tone: string; text: string } | null {
  const [first, ...others] = reasonsFor(row);
  const status = statusWord(row);
  if (first) return { ...REASON_SIGNS[first.code], text: reviewWords.reasons([first, ...others]) };
  return status === '' ? null : { ...signOf(status), text: words.status(status) };
}

function HowItStands({ row }: { row: RowView }) {
  const m = meeting.peek();
  const { life } = row;
  const how = standing(row);
  if (!life && !how) return null;
  // What the reason says already is not said twice.
  const pushed =
    life &&
    !reasonsFor(row)
      .slice(0, 2)
      .some((r) => r.code === 'pushed')
      ? life.timesPushed
      : 0;
  const moved = text(row.cells.moved) !== '';
  return (
    <span class="life">
      {life && m && <LifeLine life={life} month={m.block.month} status={statusWord(row)} moved={moved} />}
      <span class="life-words">
        {how && (
          <Sign icon={how.icon} tone={how.tone}>
            {how.text}
          </Sign>
        )}
        {life && <span class="hint">{reviewWords.since(life.firstMonth, pushed)}</span>}
      </span>
    </span>
  );
}

/** What works or does not, a topic, a row of a section of one's own. */
export function noteSummary(row: RowView, whyWord: string = rowWords.why) {
  return (
    <>
      <span class="line-one">
        <Title row={row} />
      </span>
      <MetaLine label={whyWord} text={text(row.cells.why)} />
      <MetaLine label={rowWords.do} text={text(row.cells.next)} />
      <LateStep row={row} />
    </>
  );
}

/** A topic: no "why", its note as it stands. */
export function topicSummary(row: RowView) {
  return (
    <>
      <span class="line-one">
        <Title row={row} />
      </span>
      <MetaLine text={joined([text(row.cells.why), text(row.cells.next)])} />
      <LateStep row={row} />
    </>
  );
}

/** A commitment: owner, what, due, and where it came from. */
export function commitmentSummary(row: RowView) {
  const today = meeting.peek()?.today ?? '';
  const { when } = row.cells;
  const status = text(row.cells.status).toLowerCase();
  const late = isIsoDate(when) && when < today && status !== 'done' && status !== 'dropped';
  return (
    <>
      <span class="line-one">
        <span class="title plain" dir="auto">
          {text(row.cells.next) !== '' && <b>{text(row.cells.next)}: </b>}
          {text(row.cells.who) || <span class="hint">{rowWords.noName}</span>}
        </span>
        <span class={`amount figures${late ? ' late' : ''}`}>{showDate(when, today)}</span>
      </span>
      <MetaLine text={text(row.cells.why)} />
      {status !== '' && status !== 'open' ? (
        <StateSign row={row} />
      ) : (
        row.fromMonth !== undefined && <span class="meta">{rowWords.fromMonth(row.fromMonth)}</span>
      )}
    </>
  );
}

/** What became of something promised or tried; nothing while it is open. */
export function StateSign({ row }: { row: RowView }) {
  const status = text(row.cells.status).toLowerCase();
  if (status === '' || status === 'open') return null;
  const isGood = status === 'done' || status === 'worked';
  return (
    <Sign icon={isGood ? 'check' : status === 'partly' ? 'equal' : 'cross'} tone={isGood ? 'good' : 'plain'}>
      {rowWords.commitmentState(status)}
    </Sign>
  );
}
