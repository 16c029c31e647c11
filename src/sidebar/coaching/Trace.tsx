/** What came of plans and of development: the same page for both of the two. */
import type { LineTrace } from '../../contract/life';
import { countsOf } from '../../core/coaching/trace';
import { meeting } from '../page/view';
import { Block } from '../parts/Block';
import { CardFrame } from './CardParts';
import { toldByMonth, trace } from './read-lines';
import { traceWords } from './trace-words';

/** Plain counts, and each line month by month. */
export function Trace() {
  const m = meeting.value;
  const lines = trace.value ?? [];
  if (!m) return null;
  const counts = countsOf(lines);
  return (
    <CardFrame sub={traceWords.sub} title={traceWords.title} primary={null}>
      <p class="hint">{lines.length === 0 ? traceWords.none : traceWords.same}</p>
      {counts.plans > 0 && (
        <p>
          <b>{traceWords.counts(counts)}</b>
          <br />
          <span class="hint">{traceWords.states(counts)}</span>
        </p>
      )}
      <TraceLines title={traceWords.plans} lines={lines.filter(({ isPlan }) => isPlan)} />
      <TraceLines title={traceWords.lines} lines={lines.filter(({ isPlan }) => !isPlan)} />
    </CardFrame>
  );
}

function TraceLines({ title, lines }: { title: string; lines: readonly LineTrace[] }) {
  if (lines.length === 0) return null;
  return (
    <Block title={title} count={lines.length}>
      {[...lines].reverse().map((line) => (
        <div class="trace" key={line.id}>
          <b dir="auto">{line.title}</b>
          <ol class="story-lines">
            {toldByMonth(line).map(({ when, what }) => (
              <li key={when}>
                <span class="hint">{when}</span>
                <span dir="auto">{what}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </Block>
  );
}
