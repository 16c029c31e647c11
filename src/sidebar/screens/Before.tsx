import type { MeetingScreen } from '../../contract/state';
import { titleOf } from '../../core/record';
import { sectionColors } from '../../core/section-colors';
import { MeetingDock, type Primary } from '../parts/Dock';
import { MeetingHeader } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { SetupProblems } from '../parts/SetupProblems';
import { statusWord } from '../rows/group';
import { goTo, startMeeting } from '../store/clock-acts';
import { clock, meeting } from '../store/state';
import { words } from '../words';
import { OpenCommitments } from './OpenCommitments';
import { ThirtyMinutes } from './ThirtyMinutes';

/** Before section one, not timed: last focus, open commitments, topics, what stands out. */
export function Before() {
  const m = meeting.value;
  if (!m) return null;
  const first = m.block.sections[0];
  const isRep = m.me.role === 'rep';
  const running = clock.value !== null;
  const look = () => {
    if (first) goTo(first.id);
  };
  return (
    <>
      <MeetingHeader />
      <main class="page">
        <div class="section-head plain">
          <h2>{words.before}</h2>
          <span class="still">{words.notTimed}</span>
        </div>
        <div class="body">
          <SetupProblems />
          <Prepared m={m} />
          <LastFocus m={m} />
          <OpenCommitments m={m} />
          <Topics m={m} />
          <StandsOut m={m} />
          {m.block.number === 1 && <ThirtyMinutes sections={m.block.sections} />}
        </div>
      </main>
      <MeetingDock
        status={
          running ? (
            <span class="status" />
          ) : (
            <button type="button" class="button quiet small look" onClick={isRep ? () => startMeeting() : look}>
              {isRep ? words.start30 : words.lookFirst}
            </button>
          )
        }
        primary={primaryOf(m, look)}
      />
    </>
  );
}

function primaryOf(m: MeetingScreen, look: () => void): Primary {
  const talk = clock.value?.section;
  if (talk !== undefined) return { text: words.backToTalk, icon: 'right', run: () => goTo(talk) };
  if (m.me.role === 'rep') return { text: words.prepare(m.block.month), icon: 'right', run: look };
  return { text: words.start30, icon: 'play', run: () => startMeeting() };
}

function ownRows(m: MeetingScreen): number {
  return m.block.sections.reduce((sum, s) => {
    if (s.kind === 'existing') return sum + s.rows.filter((r) => String(r.cells.moved ?? '').trim() !== '').length;
    return s.kind === 'kpis' || s.kind === 'conclusion' ? sum : sum + s.rows.length;
  }, 0);
}

function Prepared({ m }: { m: MeetingScreen }) {
  const rows = ownRows(m);
  const hasDeals = m.block.sections.some((s) => s.kind === 'existing' && s.rows.length > 0);
  if (m.block.number === 1 && rows === 0) return <p class="question">{words.firstMeeting(m.rep.shortName)}</p>;
  return rows > 0 ? (
    <div class="note good">
      <Icon name="check" />
      <div>
        <b>{words.prepared(rows)}</b> {m.me.role === 'rep' ? words.youGoFirst : words.goesFirst(m.rep.shortName)}
      </div>
    </div>
  ) : (
    <div class="note">
      <Icon name="info" />
      <div>
        <b>{words.notPrepared}</b> {words.notPreparedMore(hasDeals)}
      </div>
    </div>
  );
}

function LastFocus({ m }: { m: MeetingScreen }) {
  const { lastFocus, lastFocusMonth, sections } = m.block;
  if (lastFocus.trim() === '') return null;
  const at = sections.findIndex((s) => s.kind === 'conclusion');
  const end = sections[at];
  return (
    <section class="block">
      <h3>
        {words.lastFocus}
        {lastFocusMonth !== null && <span>{words.from(lastFocusMonth)}</span>}
      </h3>
      <p class="quote" dir="auto" style={end ? { '--solid': sectionColors(end.id, at).solid } : {}}>
        {lastFocus}
      </p>
    </section>
  );
}

function Topics({ m }: { m: MeetingScreen }) {
  const rows = m.block.sections.filter((s) => s.kind === 'topics').flatMap((s) => s.rows);
  if (rows.length === 0) return null;
  return (
    <section class="block">
      <h3>{m.me.role === 'rep' ? words.youWouldLikeTo : words.wouldLikeTo(m.rep.shortName)}</h3>
      <ul class="asks ink">
        {rows.map((row) => (
          <li key={row.key} dir="auto">
            {titleOf(row.cells)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const MOST = 4;

/** A line for each deal that was pushed, is stuck or going cold; the first few. */
function StandsOut({ m }: { m: MeetingScreen }) {
  const rows = m.block.sections.filter((s) => s.kind === 'existing').flatMap((s) => s.rows);
  const lines = rows.flatMap((row) => {
    const status = statusWord(row);
    const word = row.life ? words.lifeShort(row.life, status) : status;
    const telling = status !== '' || (row.life?.timesPushed ?? 0) > 0 || (row.life?.monthsUnchanged ?? 0) > 1;
    return telling && word !== '' ? [{ key: row.key, title: titleOf(row.cells), word }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <section class="block">
      <h3>{words.groups.worth}</h3>
      <ul class="facts">
        {lines.slice(0, MOST).map((line) => (
          <li key={line.key}>
            <span class="grow" dir="auto">
              {line.title}
              <span class="hint">{line.word}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
