/** A deal's life as a line. */
import type { LifeView } from '../../contract/state';
import { type StoryStatus, type StoryStep, storyStatus } from '../../core/deal/story';
import { type MonthKey, monthsBetween } from '../../core/shared/month';
import { reviewWords } from './words';

const STEP = 10;
const MOST = 6;
const [TOP, BOTTOM] = [10, 20];

interface Point {
  x: number;
  y: number;
  step: StoryStep;
}

interface LifeLineProps {
  life: LifeView;
  month: MonthKey;
  /** The status in small letters, '' for moving. */
  status: string;
  /** Has something been written down about it this month? */
  moved: boolean;
}

/**
 * A point for each 1:1 of its life, the latest six, and how it stands now at the end. Climbs where something moved,
 * dotted where nothing did, » where its date was pushed, a bar where it was stuck, falls where it cooled, a diamond where
 * the amount changed.
 */
export function LifeLine({ life, month, status, moved }: LifeLineProps) {
  const now = storyStatus(status);
  const steps = [...stepsOf(life, month).slice(-MOST), { status: now, change: moved ? 'moved' : 'none' } as StoryStep];
  const points = pointsOf(steps);
  const end = points[points.length - 1] as Point;
  const amounts = life.story.filter((step) => step.change === 'amount').length;
  return (
    <svg
      class="life-line"
      width={end.x + (now === 'closing' ? 9 : 5)}
      height="24"
      role="img"
      aria-label={reviewWords.picture(life, amounts, status)}
    >
      {points.slice(1).map((to, i) => {
        const from = points[i] as Point;
        return (
          <path key={to.x} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} class={isQuiet(to.step) ? 'stood' : 'went'} />
        );
      })}
      {points.map((p) =>
        p.step.change === 'pushed' ? (
          <path
            key={p.x}
            class="push"
            d={`M${p.x - 8} ${p.y - 9}l2.6 2.8-2.6 2.8M${p.x - 4.4} ${p.y - 9}l2.6 2.8-2.6 2.8`}
          />
        ) : null,
      )}
      {points.slice(0, -1).map((p) => mark(p))}
      {endMark(now, end)}
    </svg>
  );
}

const isQuiet = ({ change }: StoryStep) => change === 'none';

/** The steps of the story; of months that were made before stories were kept, what the figures tell. */
function stepsOf(life: LifeView, month: MonthKey): StoryStep[] {
  if (life.story.length > 0) return life.story;
  const months = Math.max(1, monthsBetween(life.firstMonth, month));
  return Array.from({ length: months }, (_, i) => ({
    status: 'moving',
    change: i === 0 ? 'new' : i >= months - life.monthsUnchanged ? 'none' : 'moved',
  }));
}

function pointsOf(steps: readonly StoryStep[]): Point[] {
  let y = 18;
  return steps.map((step, i) => {
    const cools = step.status === 'cold' && (i === 0 || steps[i - 1]?.status !== 'cold');
    const climbs = i > 0 && (step.change === 'moved' || step.change === 'earlier' || step.change === 'amount');
    y = Math.max(TOP, Math.min(BOTTOM, y + (cools ? 4 : climbs ? -2 : 0)));
    return { x: 4 + i * STEP, y, step };
  });
}

function mark({ x, y, step }: Point) {
  const quiet = isQuiet(step) ? ' quiet' : '';
  if (step.status === 'stuck') return <path key={`m${x}`} class={`tick${quiet}`} d={`M${x} ${y - 3.5}v7`} />;
  if (step.change === 'amount')
    return <path key={`m${x}`} class="diamond" d={`M${x} ${y - 3.2}l3.2 3.2-3.2 3.2-3.2-3.2z`} />;
  return <circle key={`m${x}`} cx={x} cy={y} r="2" class={`dot${quiet}`} />;
}

function endMark(status: StoryStatus, { x, y }: Point) {
  if (status === 'stuck') return <path class="bar" d={`M${x} ${y - 5.5}v11`} />;
  if (status === 'closing') return <path class="flag" d={`M${x} ${y + 4}V${y - 5}h7l-2 2.6 2 2.6H${x}`} />;
  if (status === 'cold') return <circle class="ring-mark" cx={x} cy={y} r="3.4" />;
  return <circle class="mark" cx={x} cy={y} r="3.6" />;
}
