/** The strip on the dock. */
import type { ComponentChildren } from 'preact';
import type { MeetingScreen } from '../../contract/state';
import { checkTab } from '../check/check-tab';
import { goTo, goToConclusion } from '../meeting/clock-acts';
import { ParkStrip } from '../meeting/ParkStrip';
import { wrapUpMinute } from '../meeting/planned';
import { followTo, parking } from '../meeting/state';
import { isWrapUp } from '../meeting/wrap-up';
import { Button } from '../parts/Button';
import { Icon, type IconName } from '../parts/Icon';
import { KeyHints } from '../parts/KeyHints';
import { reviewWords } from '../review/words';
import { hueStyle } from '../rows/colors';
import { rpcWords } from '../rpc/words';
import { tryNow } from '../save/saver';
import { isKept, lostSave, saveProblem, saving, unsaved } from '../save/state';
import { runUndo, undo } from '../save/undo';
import { words } from '../words';
import { errorOfFailure, errorOfProblem, type PageError } from './errors';
import { notice, pageError, waiting } from './notices';
import { loadScreen } from './open-tab';
import { stayHere } from './polling';
import { stopWaiting } from './request';
import { hintsShown, newerHidden, otherTab, problemsHidden } from './shown';
import { meeting, section } from './view';
import { pageWords } from './words';

/** The one notice that matters most now, as a strip on the dock: nothing floats over a field. */
export function Strips() {
  if (parking.value) return <ParkStrip />;
  const error = pageError.value ?? saveError();
  if (error) return <ErrorStrip error={error} />;
  if (otherTab.value !== null) return <OtherTabStrip sheetId={otherTab.value} />;
  const m = meeting.value;
  if (m && !newerHidden.value && m.newestMonth > m.block.month && m.block.state !== 'finished')
    return <NewerStrip m={m} />;
  if (followTo.value !== null) return <FollowStrip id={followTo.value} />;
  if (undo.value) {
    return (
      <Strip icon="check" act={words.undo} run={runUndo}>
        {undo.value.text}
      </Strip>
    );
  }
  if (isWrapUp()) return <WrapUpStrip />;
  if (notice.value !== '') {
    return (
      <Strip icon="check" act={words.ok} run={() => (notice.value = '')}>
        {notice.value}
      </Strip>
    );
  }
  if (!problemsHidden.value && (meeting.value?.tabProblems.length ?? 0) > 0) return <ProblemsStrip />;
  if (hintsShown.value && section.value?.kind === 'existing') return <HintStrip />;
  return null;
}

interface StripProps {
  icon: IconName;
  tone?: string;
  act: string;
  run: () => void;
  second?: { text: string; run: () => void } | undefined;
  /** What Google said, a click away. */
  raw?: string;
  /** Its words need the whole width. */
  isTall?: boolean;
  children: ComponentChildren;
}

function Strip({ icon, tone = '', act, run, second, raw = '', isTall = raw !== '', children }: StripProps) {
  return (
    <div class={`strip-note ${tone} ${isTall ? 'tall' : ''}`}>
      <Icon name={icon} />
      <p dir="auto">{children}</p>
      <span class="strip-acts">
        {act !== '' && (
          <Button small run={run}>
            {act}
          </Button>
        )}
        {second && (
          <Button small quiet run={second.run}>
            {second.text}
          </Button>
        )}
      </span>
      {raw !== '' && (
        <details class="raw">
          <summary>{rpcWords.whatGoogleSays}</summary>
          <p dir="auto">{raw}</p>
        </details>
      )}
    </div>
  );
}

const closePanel = { text: rpcWords.close, run: () => google.script.host.close() };

/** Why saving does not go on, and what becomes of what is not saved. */
function saveError(): PageError | null {
  if (saving.value === 'lost' && lostSave.value) {
    const { failure, times } = lostSave.value;
    return errorOfFailure(failure, times, { rows: unsaved.value.size, isKept: isKept.value }, tryNow);
  }
  return saving.value === 'stopped' && saveProblem.value ? errorOfProblem(saveProblem.value, tryNow) : null;
}

function ErrorStrip({ error }: { error: PageError }) {
  const { title, text, again, raw = '', isToClose, isOffline } = error;
  const isPages = error === pageError.value;
  const isRepeated = isPages ? waiting.value !== '' : saving.value === 'lost';
  const aside = isRepeated
    ? { text: pageWords.stopWaiting, run: stopWaiting }
    : { text: words.ok, run: () => (pageError.value = null) };
  return (
    <Strip
      icon={isOffline && !isPages ? 'offline' : 'warn'}
      tone="warn"
      act={again ? (isRepeated ? pageWords.tryNow : words.tryAgain) : ''}
      run={() => again?.()}
      second={isToClose ? closePanel : isPages ? aside : undefined}
      raw={raw}
      isTall={title !== undefined || raw !== ''}
    >
      {title && <b>{title}.</b>} {text}
    </Strip>
  );
}

function OtherTabStrip({ sheetId }: { sheetId: number }) {
  const name = meeting.value?.people.find((person) => person.sheetId === sheetId)?.name ?? '';
  return (
    <Strip
      icon="sheet"
      act={pageWords.switchTo}
      run={() => void loadScreen({ sheetId })}
      second={{ text: pageWords.stay, run: stayHere }}
    >
      {pageWords.otherTab(name)}
    </Strip>
  );
}

/** What is typed into the older month no longer comes along by itself. */
function NewerStrip({ m: { block, newestMonth, rep } }: { m: MeetingScreen }) {
  return (
    <Strip
      icon="info"
      act={words.openMonth(newestMonth)}
      run={() => void loadScreen({ sheetId: rep.sheetId, month: newestMonth })}
      second={{ text: pageWords.stay, run: () => (newerHidden.value = true) }}
    >
      {pageWords.newerMonth(newestMonth, block.month)}
    </Strip>
  );
}

function FollowStrip({ id }: { id: string }) {
  const name = meeting.value?.block.sections.find((s) => s.id === id)?.name ?? '';
  return (
    <Strip
      icon="forward"
      act={pageWords.goAlong}
      run={() => goTo(id)}
      second={{ text: pageWords.stay, run: () => (followTo.value = null) }}
    >
      {pageWords.wentOn(name)}
    </Strip>
  );
}

function WrapUpStrip() {
  const sections = meeting.value?.block.sections ?? [];
  const at = sections.findIndex((s) => s.kind === 'conclusion');
  const conclusion = sections[at];
  if (!conclusion) return null;
  return (
    <div class="wrap-up" style={hueStyle(conclusion, at)}>
      <p>
        <b>{pageWords.wrapUp(wrapUpMinute())}</b> {pageWords.sumUp}
      </p>
      <Button small run={goToConclusion}>
        {conclusion.name} <kbd>Alt</kbd>
        <kbd>7</kbd>
      </Button>
    </div>
  );
}

function ProblemsStrip() {
  const problems = meeting.value?.tabProblems ?? [];
  // What keeps a month from coming along whole is told in full.
  const grave = problems.find(({ code }) => ['frameDamaged', 'monthLost', 'keysUnsure'].includes(code));
  return (
    <Strip
      icon="info"
      act={pageWords.lookAtThem}
      run={() => void checkTab()}
      second={{ text: pageWords.later, run: () => (problemsHidden.value = true) }}
      isTall={grave !== undefined}
    >
      {grave?.message ?? pageWords.tabProblems(problems.map(({ cell = '' }) => cell))}
    </Strip>
  );
}

function HintStrip() {
  const last = (meeting.value?.statuses.length ?? 0) + 1;
  return (
    <KeyHints
      look="hints"
      keys={[
        ['↑ ↓', pageWords.hintDeal],
        [`1–${last}`, reviewWords.keyStatus],
        ['N', reviewWords.kept],
        ['?', pageWords.hintAll],
      ]}
    />
  );
}
