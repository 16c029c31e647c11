import type { LifeView } from '../../contract/state';
import { type MonthKey, monthsBetween } from '../../core/month';
import { words } from '../words';

const STEP = 12;
const MOST = 7;

/** A dot for each month since it came up; dotted where nothing changed. How it ends says how it stands. Greys only. */
export function LifeLine({ life, month, status }: { life: LifeView; month: MonthKey; status: string }) {
  const months = Math.max(1, Math.min(MOST, monthsBetween(life.firstMonth, month)));
  const quiet = Math.min(months, life.monthsUnchanged);
  const points = [{ x: 4, y: 19 }];
  for (let i = 0; i < months; i++) {
    const last = points[points.length - 1] ?? { x: 4, y: 19 };
    const fall = status === 'going cold' && i === months - 1 ? 5 : 0;
    points.push({ x: last.x + STEP, y: i < months - quiet ? last.y - 2 : Math.min(20, last.y + fall) });
  }
  const turn = months - quiet;
  const line = (from: number, to: number) =>
    points
      .slice(from, to + 1)
      .map((p, i) => `${i === 0 ? 'M' : 'L'}${p.x} ${p.y}`)
      .join('');
  const end = points[months] ?? { x: 4, y: 19 };
  return (
    <svg class="life-line" width={end.x + 10} height="24" role="img" aria-label={words.lifePicture(life)}>
      <path d={line(0, turn)} class="went" />
      {quiet > 0 && <path d={line(turn, months)} class="stood" />}
      {points.slice(0, months).map((p, i) => (
        <circle key={p.x} cx={p.x} cy={p.y} r="2" class={i > turn ? 'dot quiet' : 'dot'} />
      ))}
      {endMark(status, end.x, end.y)}
    </svg>
  );
}

function endMark(status: string, x: number, y: number) {
  if (status === 'stuck') return <path class="bar" d={`M${x} ${y - 5.5}v11`} />;
  if (status === 'closing') return <path class="flag" d={`M${x} ${y + 4}V${y - 5}h7l-2 2.6 2 2.6H${x}`} />;
  if (status === 'going cold') return <circle class="ring-mark" cx={x} cy={y} r="3.4" />;
  return <circle class="mark" cx={x} cy={y} r="3.6" />;
}
