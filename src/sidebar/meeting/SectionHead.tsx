/** The name and the clock of a section. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SectionView } from '../../contract/state';
import { clockText } from '../../core/shared/clock';
import { announce } from '../page/notices';
import { meeting } from '../page/view';
import { Icon } from '../parts/Icon';
import { hueStyle } from '../rows/colors';
import { words } from '../words';
import { pauseOrResume, startMeeting } from './clock-acts';
import { leftOf, plannedMs } from './left';
import { clock, now } from './state';
import { meetingWords } from './words';

const ROUND = 2 * Math.PI * 12;

/** A section's name on its colour, and its clock. Entering a section puts the focus on the name. */
export function SectionHead({ section, position }: { section: SectionView; position: number }) {
  const name = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the section changes
  useLayoutEffect(() => {
    if (document.activeElement === document.body || !document.activeElement?.matches('textarea, input[type=text]'))
      name.current?.focus({ preventScroll: true });
    const c = clock.peek();
    const left = c ? leftOf(section, c, now.peek()) : 0;
    if (c && left > 0) announce(meetingWords.entered(section.name, meetingWords.leftSaid(clockText(left))));
  }, [section.id]);
  return (
    <div class="section-head" style={hueStyle(section, position)}>
      <h2 tabIndex={-1} ref={name} dir="auto">
        {section.name}
      </h2>
      <SectionClock section={section} />
    </div>
  );
}

function SectionClock({ section }: { section: SectionView }) {
  const c = clock.value;
  const finished = meeting.value?.block.state === 'finished';
  const planned = section.minutes === null ? words.theRest : words.minutes(section.minutes);
  // A meeting that was opened again keeps its minutes: no clock is offered.
  if (finished || (!c && meeting.value?.block.reopened)) return <span class="still">{planned}</span>;
  if (!c) {
    return (
      <div class="clock-box">
        <span class="still">{planned}</span>
        <Ring share={1} label={meetingWords.startHere} playing={false} onClick={() => startMeeting(section.id)} />
      </div>
    );
  }
  const left = leftOf(section, c, now.value);
  const over = left < 0;
  const running = c.runningSince !== null;
  const time = clockText(left);
  return (
    <div class={`clock-box${over ? ' over' : ''}`}>
      <span
        class="clock figures"
        role="timer"
        aria-live="off"
        aria-label={over ? meetingWords.overSaid(time) : meetingWords.leftSaid(time)}
      >
        <span aria-hidden="true">
          {over ? '+' : ''}
          {time}
          {(over || !running || section.minutes === null) && (
            <small>{over ? meetingWords.over : running ? meetingWords.left : meetingWords.paused}</small>
          )}
        </span>
      </span>
      <Ring
        share={over ? 1 : left / plannedMs(section, c)}
        label={running ? meetingWords.pause : meetingWords.resume}
        playing={running}
        onClick={pauseOrResume}
      />
    </div>
  );
}

interface RingProps {
  share: number;
  label: string;
  playing: boolean;
  onClick: () => void;
}

/** What is left as a ring round the pause sign; the ring is the button. */
function Ring({ share, label, playing, onClick }: RingProps) {
  return (
    <button type="button" class="ring" aria-label={label} title={label} onClick={onClick}>
      <svg class="round" viewBox="0 0 28 28" aria-hidden="true">
        <circle class="track" cx="14" cy="14" r="12" />
        <circle
          class="rest"
          cx="14"
          cy="14"
          r="12"
          stroke-dasharray={`${ROUND * Math.max(0, Math.min(1, share))} ${ROUND}`}
        />
      </svg>
      <Icon name={playing ? 'pause' : 'play'} />
    </button>
  );
}
