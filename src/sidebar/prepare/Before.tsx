/** The page before section one. */
import { useEffect, useRef } from 'preact/hooks';
import type { MeetingScreen, RowView } from '../../contract/state';
import { isHelpRow } from '../../core/deal/carry';
import { titleOf } from '../../core/shared/record';
import { sectionColors } from '../../core/shared/section-colors';
import { DueReviews } from '../coaching/Reviews';
import { currentText } from '../fields/NamedText';
import { Brought } from '../meeting/Brought';
import { goAside, goTo, startMeeting } from '../meeting/clock-acts';
import { openDevelopment } from '../meeting/DevelopmentLines';
import { Nudge } from '../meeting/Nudge';
import { plannedMinutes } from '../meeting/planned';
import { clock } from '../meeting/state';
import { notify } from '../page/notices';
import { meeting, view } from '../page/view';
import { Block, Fact, Sentences } from '../parts/Block';
import { Button } from '../parts/Button';
import { copyText } from '../parts/copy';
import { MeetingDock, type Primary } from '../parts/Dock';
import { MeetingHeader } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { Note } from '../parts/Note';
import { SaveStatus } from '../parts/SaveStatus';
import { SetupProblems } from '../parts/SetupProblems';
import { AgendaNote } from '../team/Agenda';
import { joined } from '../wording';
import { words } from '../words';
import { agendaOf } from './agenda-link';
import { biggestGaps, changes, patterns } from './before-facts';
import { FactList } from './FactList';
import { FirstTime } from './FirstTime';
import { OpenCommitments } from './OpenCommitments';
import { PlanLine } from './PlanLine';
import { ThirtyMinutes } from './ThirtyMinutes';
import { prepareWords } from './words';

/** Before section one, not timed: the salesperson's side first, then last time, what changed, gaps and patterns. */
export function Before() {
  const m = meeting.value;
  const title = useRef<HTMLHeadingElement>(null);
  // Who comes from another page begins at the title; at the start the focus stays where it is.
  useEffect(() => {
    if (view.peek().at === 'before') title.current?.focus({ preventScroll: true });
  }, []);
  if (!m) return null;
  return (
    <>
      <MeetingHeader />
      <main class="page">
        <div class="section-head plain">
          <h2 tabIndex={-1} ref={title}>
            {words.before}
          </h2>
        </div>
        <div class="body">
          <SetupProblems />
          {m.isAgendaNew && clock.value === null && <AgendaNote />}
          <PlanLine m={m} />
          <FirstTime m={m} />
          <Prepared m={m} />
          <Brought m={m} />
          <Topics m={m} />
          <ManagerBrings m={m} />
          <LastFocus m={m} />
          <OpenCommitments m={m} />
          <DueReviews m={m} />
          <Nudge m={m} isTold />
          <FactList title={prepareWords.changedTitle} facts={changes(m)} />
          <FactList title={prepareWords.gapsTitle} facts={biggestGaps(m)} />
          <FactList title={prepareWords.patternsTitle} facts={patterns(m)} />
          <OpenDevelopment m={m} />
          {m.block.number === 1 && <ThirtyMinutes sections={m.block.sections} />}
        </div>
      </main>
      <MeetingDock cap={<BeforeCap m={m} />} status={<SaveStatus />} primary={beforePrimary(m)} />
    </>
  );
}

/** The two things to do before it starts: prepare, and tell what will be talked about. */
function BeforeCap({ m }: { m: MeetingScreen }) {
  if (clock.value !== null) return null;
  const agenda = agendaOf(m);
  const look = () => {
    const first = m.block.sections[0];
    if (first) goTo(first.id);
  };
  return (
    <div class="cap">
      {m.me.role === 'rep' ? (
        <StartButton />
      ) : (
        <Button small quiet run={() => goAside('prepare')}>
          {prepareWords.prepareShort}
        </Button>
      )}
      <Button small quiet run={look}>
        {words.lookFirst}
      </Button>
      {m.me.role !== 'rep' && (
        <a
          class="button quiet small"
          href={agenda.link}
          target="_blank"
          rel="noopener noreferrer"
          onClick={() => void copyAgenda(agenda.text)}
        >
          {prepareWords.shareAgenda}
        </a>
      )}
    </div>
  );
}

/** Without a mail program nothing opens: then it can be pasted. */
async function copyAgenda(text: string): Promise<void> {
  if (await copyText(text)) notify(words.copied);
}

/** The quiet way to start, for the salesperson: usually the manager does. */
export function StartButton() {
  return (
    <Button small quiet run={() => startMeeting()}>
      <Icon name="play" />
      {prepareWords.start(plannedMinutes())}
    </Button>
  );
}

function beforePrimary(m: MeetingScreen): Primary {
  const talk = clock.value?.section;
  if (talk !== undefined) return { text: prepareWords.backToTalk, icon: 'right', run: () => goTo(talk) };
  if (m.me.role === 'rep') return { text: words.prepare(m.block.month), icon: 'right', run: () => goAside('prepare') };
  return { text: prepareWords.start(plannedMinutes()), icon: 'play', run: () => startMeeting() };
}

/** Has somebody written it? The question how last month's help went was there already. */
const isOwn = ({ key, cells }: RowView) => !isHelpRow(key) || String(cells.why ?? '').trim() !== '';

function ownRows(m: MeetingScreen): number {
  return m.block.sections.reduce((sum, s) => {
    if (s.kind === 'existing') return sum + s.rows.filter((r) => String(r.cells.moved ?? '').trim() !== '').length;
    return s.kind === 'kpis' || s.kind === 'conclusion' ? sum : sum + s.rows.filter(isOwn).length;
  }, 0);
}

function Prepared({ m }: { m: MeetingScreen }) {
  const rows = ownRows(m);
  const isRep = m.me.role === 'rep';
  const ready = String(currentText(m.block.prepare.ready)).trim() !== '';
  const hasDeals = m.block.sections.some((s) => s.kind === 'existing' && s.rows.length > 0);
  if (!ready && m.block.number === 1 && rows === 0) return null;
  return ready || rows > 0 ? (
    <Note icon="check" tone="good">
      <b>{ready ? prepareWords.isReady(isRep ? null : m.rep.shortName) : prepareWords.prepared(rows)}</b>{' '}
      {isRep ? prepareWords.youGoFirst : prepareWords.goesFirst(m.rep.shortName)}
    </Note>
  ) : (
    <Note icon="info">
      <b>{prepareWords.notPrepared}</b> {prepareWords.notPreparedMore(hasDeals)}
    </Note>
  );
}

function LastFocus({ m }: { m: MeetingScreen }) {
  const { lastFocus, lastFocusMonth, sections } = m.block;
  if (lastFocus.trim() === '') return null;
  const at = sections.findIndex((s) => s.kind === 'conclusion');
  const end = sections[at];
  return (
    <Block
      title={prepareWords.lastFocus}
      count={lastFocusMonth === null ? undefined : prepareWords.from(lastFocusMonth)}
    >
      <p class="quote" dir="auto" style={end ? { '--solid': sectionColors(end.id, at).solid } : {}}>
        {lastFocus}
      </p>
    </Block>
  );
}

function Topics({ m }: { m: MeetingScreen }) {
  const rows = m.block.sections.filter((s) => s.kind === 'topics').flatMap((s) => s.rows.filter(isOwn));
  if (rows.length === 0) return null;
  return (
    <Block title={m.me.role === 'rep' ? prepareWords.youWouldLikeTo : prepareWords.wouldLikeTo(m.rep.shortName)}>
      <Sentences lines={rows.map((row) => titleOf(row.cells))} ink />
    </Block>
  );
}

/** What the manager has prepared and shares: after what the salesperson brings. */
function ManagerBrings({ m }: { m: MeetingScreen }) {
  const text = m.block.brings ? String(currentText(m.block.brings)).trim() : '';
  if (text === '') return null;
  return (
    <Block title={m.me.role === 'rep' ? words.brought.brings : prepareWords.youBring}>
      <Sentences lines={text.split(/\n+/)} ink />
    </Block>
  );
}

function OpenDevelopment({ m }: { m: MeetingScreen }) {
  const rows = openDevelopment(m);
  if (rows.length === 0) return null;
  return (
    <Block title={words.development}>
      <ul class="facts">
        {rows.map(({ key, cells }) => (
          <Fact key={key} hint={joined([String(cells.why ?? ''), String(cells.next ?? '')])}>
            {titleOf(cells)}
          </Fact>
        ))}
      </ul>
    </Block>
  );
}
