/** The last months of a KPI as bars. */
import type { KpiView } from '../../contract/state';
import { percentOf } from './kpi';
import { rowWords } from './words';

const BAR = 6;
const GAP = 2;
const HEIGHT = 24;
/** A share beyond this is drawn as this: one good month must not flatten the others. */
const TALLEST = 1.6;

/** Six months as bars from zero, the last one dark, with the goal as a dashed line. Greys only; it says itself in words, too. */
export function KpiBars({ trend }: { trend: KpiView['trend'] }) {
  const known = trend.filter((share) => share !== null);
  if (known.length < 2) return null;
  const most = Math.min(TALLEST, Math.max(1.1, ...known));
  const high = (share: number) => (HEIGHT * Math.max(0, Math.min(share, most))) / most;
  const goal = HEIGHT - high(1);
  const width = trend.length * (BAR + GAP) - GAP;
  return (
    <svg
      class="kpi-bars"
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={rowWords.trendPicture(trend.map((share) => (share === null ? null : percentOf(share))))}
    >
      {trend.map(
        (share, i) =>
          share !== null && (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a month is known by its place alone
              key={i}
              class={i === trend.length - 1 ? 'now' : ''}
              x={i * (BAR + GAP)}
              y={HEIGHT - high(share)}
              width={BAR}
              height={high(share)}
            />
          ),
      )}
      <path d={`M0 ${goal}H${width}`} />
    </svg>
  );
}
