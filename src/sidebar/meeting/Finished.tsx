/** The page of a meeting that is over. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FinishResult } from '../../contract/calls';
import type { MeetingScreen } from '../../contract/state';
import { type MeetingClock, MINUTE_MS, sectionElapsedMs } from '../../core/shared/clock';
import { isIsoDate, shortDate } from '../../core/shared/dates';
import { addMonths, type MonthKey } from '../../core/shared/month';
import { isBlank } from '../../core/shared/record';
import { sectionColors } from '../../core/shared/section-colors';
import { loadScreen } from '../page/open-tab';
import { openPeople } from '../page/team';
import { meeting } from '../page/view';
import { Block, Fact } from '../parts/Block';
import { Button } from '../parts/Button';
import { copyText } from '../parts/copy';
import { PlainDock } from '../parts/Dock';
import { MeetingHeader } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { commitmentSummary } from '../rows/Summaries';
import { previewMonth } from '../start/start-month';
import { words } from '../words';
import { reopenMeeting } from './finish';
import { coachingOf, invitationLink, invitedAt, keepInvitedAt, recapLink, recapOf } from './finished-view';
import { wasVisited } from './left';
import { Nudge } from './Nudge';
import { meetingWords } from './words';

/** Done: the recap is ready, the next day can go into the calendar, and next month is one press away. */
export function Finished({ result, clock }: { result: FinishResult | null; clock: MeetingClock | null }) {
  const m = meeting.value;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  if (!m) return null;
  const made = recapOf(m);
  const next = result?.nextMonth ?? addMonths(m.block.month, 1);
  const newest = m.newestMonth;
  return (
    <>
      <MeetingHeader />
      <main class="body ruled">
        <div>
          <h2 class="lead" tabIndex={-1} ref={title} dir="auto">
            {result ? meetingWords.doneIn(m.block.minutes) : meetingWords.heldTitle(m.block.month, m.block.heldOn)}
          </h2>
          {!result && (
            <p class="hint" dir="auto">
              {meetingWords.heldLine(m.rep.name, m.block.number, m.block.minutes)}
            </p>
          )}
          {clock && <MinutesStrip m={m} clock={clock} />}
        </div>
        {!result && <WhatWasSaid m={m} />}
        <Nudge m={m} />
        <Recap m={m} recap={made.recap} short={!result} />
        <Onwards m={m} clock={clock} next={newest >= next ? null : next} empty={result?.leftEmpty ?? made.leftEmpty} />
      </main>
      <PlainDock
        primary={
          newest >= next
            ? {
                text: words.openMonth(newest),
                run: () => void loadScreen({ sheetId: m.rep.sheetId, month: newest }),
              }
            : next <= m.dueMonth
              ? { text: words.startMonth(next), run: () => void previewMonth(m.rep.sheetId, next) }
              : null
        }
        secondary={
          m.me.role !== 'rep' && m.people.length > 1
            ? { text: words.menu.team, run: openPeople }
            : { text: words.close, run: closeSidebar }
        }
        quiet
      />
    </>
  );
}

/** For who reads it later: the takeaway, the focus, and what became of the promises. */
function WhatWasSaid({ m }: { m: MeetingScreen }) {
  const { conclusion, commitments, sections } = m.block;
  const at = sections.findIndex((s) => s.kind === 'conclusion');
  const color = sections[at] ? { '--solid': sectionColors(sections[at].id, at).solid } : {};
  const texts = ([conclusion.takeaway, conclusion.focus] as const).filter((text) => String(text.value).trim() !== '');
  const rows = commitments.filter((row) => !isBlank({ ...row.cells, status: '' }));
  return (
    <>
      {texts.map((text) => (
        <Block title={text.label} key={text.key}>
          <p class="quote" dir="auto" style={color}>
            {text.value}
          </p>
        </Block>
      ))}
      {rows.length > 0 && (
        <Block title={meetingWords.whoDoesWhat} count={rows.length}>
          <ul class="rows joined">
            {rows.map((row) => (
              <li class="row" key={row.key}>
                <div class="row-plain">{commitmentSummary(row)}</div>
              </li>
            ))}
          </ul>
        </Block>
      )}
    </>
  );
}

function Recap({ m, recap: plain, short }: { m: MeetingScreen; recap: string; short: boolean }) {
  const [note, setNote] = useState('');
  const [isWhole, setWhole] = useState(false);
  const coaching = coachingOf(m);
  const recap = isWhole && coaching !== '' ? `${plain}\n${coaching}` : plain;
  const [first = '', ...others] = recap.split('\n');
  return (
    <Block title={meetingWords.recap} count={meetingWords.lines(others.length + 1)}>
      <div class={short ? '' : 'row recap'}>
        {!short && (
          <p class="recap-text" dir="auto">
            <b>{first}</b>
            {'\n'}
            {others.join('\n')}
          </p>
        )}
        {coaching !== '' && (
          <label class="check">
            <input type="checkbox" checked={isWhole} onChange={(event) => setWhole(event.currentTarget.checked)} />
            <span>{meetingWords.withCoaching}</span>
          </label>
        )}
        <div class="acts">
          <Button small run={async () => setNote((await copyText(recap)) ? words.copied : words.notCopied)}>
            <Icon name="copy" />
            {words.copy}
          </Button>
          <a class="button small" href={recapLink(m, recap)} target="_blank" rel="noopener noreferrer">
            <Icon name="mail" />
            {meetingWords.writeMail}
          </a>
        </div>
        <p class="hint" role="status">
          {note}
        </p>
      </div>
    </Block>
  );
}

/** The next 1:1 with its time, and an invitation that opens filled in. */
function NextMeeting({ m, clock }: { m: MeetingScreen; clock: MeetingClock | null }) {
  const [time, setTime] = useState(() => invitedAt(m, clock));
  const invitation = invitationLink(m, time);
  const date = m.block.conclusion.nextDate.value;
  if (invitation === null || !isIsoDate(date)) return null;
  return (
    <Fact
      icon="calendar"
      end={
        <a class="button small" href={invitation} target="_blank" rel="noopener noreferrer">
          {meetingWords.invite}
        </a>
      }
    >
      {meetingWords.nextOn(shortDate(date, Number(m.today.slice(0, 4))))}{' '}
      <input
        type="time"
        class="time"
        aria-label={meetingWords.inviteTime}
        value={time}
        onChange={(event) => {
          if (event.currentTarget.value === '') return;
          setTime(event.currentTarget.value);
          keepInvitedAt(m, event.currentTarget.value);
        }}
      />
    </Fact>
  );
}

interface OnwardsProps {
  m: MeetingScreen;
  clock: MeetingClock | null;
  next: MonthKey | null;
  empty: string[];
}

/** What can be done from here: invite, next month, what was left empty, and opening it again. */
function Onwards({ m, clock, next, empty }: OnwardsProps) {
  return (
    <ul class="facts box">
      <NextMeeting m={m} clock={clock} />
      {next !== null && (
        <Fact
          icon="sheet"
          end={
            next > m.dueMonth && (
              <Button small run={() => void previewMonth(m.rep.sheetId, next)}>
                {words.startMonth(next)}
              </Button>
            )
          }
        >
          {meetingWords.monthFor(next, m.rep.shortName)}
        </Fact>
      )}
      <Fact
        icon="info"
        end={
          <Button small run={() => void reopenMeeting()}>
            {meetingWords.reopen}
          </Button>
        }
      >
        {empty.length > 0 ? meetingWords.leftEmpty(empty) : meetingWords.nothingEmpty}
      </Fact>
    </ul>
  );
}

/** Where the minutes of this meeting went; figures only, so that nobody reads a score into it. */
function MinutesStrip({ m, clock }: { m: MeetingScreen; clock: MeetingClock }) {
  const parts = m.block.sections.flatMap((section, i) => {
    const minutes = Math.round(sectionElapsedMs(clock, section.id, 0) / MINUTE_MS);
    return minutes > 0 ? [{ section, minutes, color: sectionColors(section.id, i).solid }] : [];
  });
  if (parts.length === 0) return null;
  const others = m.block.sections
    .filter((section) => !wasVisited(section, clock))
    .map((section) => meetingWords.shortName(section.name));
  return (
    <>
      <div
        role="img"
        aria-label={meetingWords.minutesStrip(
          parts.map((p) => `${meetingWords.shortName(p.section.name)} ${p.minutes}`),
        )}
      >
        <div class="share">
          {parts.map((p) => (
            <i key={p.section.id} style={{ flexGrow: p.minutes, background: p.color }} />
          ))}
        </div>
        <div class="share-figures figures">
          {parts.map((p) => (
            <span key={p.section.id} style={{ flexGrow: p.minutes }}>
              {p.minutes}
            </span>
          ))}
        </div>
      </div>
      {others.length > 0 && <p class="hint">{meetingWords.notTalked(others)}</p>}
    </>
  );
}

function closeSidebar(): void {
  try {
    google.script.host.close();
  } catch {
    // Outside of Google's page there is nothing that could be closed.
  }
}
