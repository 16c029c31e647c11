/** The section with the figures. */
import { useRef } from 'preact/hooks';
import type { RowView, SectionView } from '../../contract/state';
import { titleOf } from '../../core/shared/record';
import { actualAndGoal, showFigure } from '../fields/figure';
import { NamedText } from '../fields/NamedText';
import { meeting } from '../page/view';
import { Icon } from '../parts/Icon';
import { focusCard } from '../rows/focus';
import { KpiBars } from '../rows/KpiBars';
import { percentOf, runOf, STANDINGS, type Standing, standOf } from '../rows/kpi';
import { MetaLine } from '../rows/MetaLine';
import { RowCard } from '../rows/RowCard';
import { RowList } from '../rows/RowList';
import { openKey } from '../rows/state';
import { closeRow } from '../save/rows';
import { joined } from '../wording';
import { words } from '../words';
import { Pipeline } from './Pipeline';
import { rowsOf } from './use-rows';
import { meetingWords } from './words';

/** Figures against goal: what is on target is named first, what is off stands on top of the list; then the plan. */
export function KpiBody({ section }: { section: SectionView }) {
  const rows = rowsOf(section);
  const block = meeting.value?.block;
  // An agenda that begins with results looks ahead first.
  const first = block?.sections[0]?.id === section.id;
  const pipeline = block?.pipeline && <Pipeline pipeline={block.pipeline} month={block.month} />;
  // As they stood when the section was entered: a figure that is typed moves no card away.
  const places = useRef(new Map<string, number>());
  for (const row of STANDINGS.flatMap((how) => rows.filter((r) => standOf(r).how === how)))
    if (!places.current.has(row.key)) places.current.set(row.key, places.current.size);
  const placeOf = (row: RowView) => places.current.get(row.key) ?? rows.length;
  const sorted = [...rows].sort((a, b) => placeOf(a) - placeOf(b));
  // A word of praise does not move in above a card that is being typed in either.
  const praised = useRef(rows);
  if (openKey.value === null) praised.current = rows;
  return (
    <>
      {first && pipeline}
      {rows.length === 0 && <p class="hint">{words.empty.kpis}</p>}
      <OnTarget rows={praised.current} />
      <RowList
        rows={sorted}
        label={section.name}
        render={(row) => (
          <RowCard
            key={row.key}
            row={row}
            section={section}
            summary={kpiSummary}
            headed
            begins="amount"
            tone={standOf(row).how === 'off' ? 'off' : ''}
            onEnter={(r) => {
              closeRow();
              focusCard(r.key);
            }}
            enterWord={meetingWords.keyEnterSave}
          />
        )}
      />
      {!first && pipeline}
      {block?.plan && <NamedText text={block.plan} rows={2} />}
    </>
  );
}

/** Encouragement before correction: what has been on target the longest leads. */
function OnTarget({ rows }: { rows: readonly RowView[] }) {
  const good = rows
    .filter((row) => standOf(row).how === 'good')
    .map((row) => ({ name: titleOf(row.cells), months: runOf(row.kpi).good }))
    .sort((a, b) => b.months - a.months);
  if (good.length === 0) return null;
  return (
    <div class="note good">
      <Icon name="star" />
      <div>
        <b dir="auto">{meetingWords.encourage(good)}</b>
      </div>
    </div>
  );
}

const TONES: Record<Standing, string> = { good: 'good', near: 'warn', off: 'warn', none: 'plain' };

function kpiSummary(row: RowView) {
  const { how, sign, percent } = standOf(row);
  const { kpi, cells } = row;
  const { actual, goal } = actualAndGoal(cells.amount, cells.when, kpi?.unit ?? '');
  const figures = actual === '' ? words.goalOnly(goal) : meetingWords.ofGoal(actual, goal);
  const trend = kpi ? words.trend(runOf(kpi)) : '';
  return (
    <>
      <span class="line-one">
        <span class="title" dir="auto">
          <b>{titleOf(cells)}</b>
        </span>
        <span class="percent figures">{percent}</span>
      </span>
      <span class="kpi">
        <span class="grow">
          <span class="meta figures">
            {how !== 'none' ? (
              <span class={`ink-${TONES[how]}`}>
                {sign} {meetingWords.kpi[how]}
              </span>
            ) : (
              actual === '' && meetingWords.kpiNone
            )}
            {figures !== '' && ` · ${figures}`}
            {kpi?.benchmark !== undefined && ` · ${meetingWords.benchmark(showFigure(kpi.benchmark, kpi.unit))}`}
          </span>
          <span class="meta figures">{sumsOf(row)}</span>
        </span>
        {kpi && <KpiBars trend={kpi.trend} />}
      </span>
      {trend !== '' && <span class="meta moved">{words.label(trend)}</span>}
      <MetaLine label={meetingWords.comment} text={String(cells.why ?? '').trim()} />
      <MetaLine label={meetingWords.correction} text={String(cells.next ?? '').trim()} />
    </>
  );
}

/** Quarter, year and rank; from the sheet's own words where it gave no figures. */
function sumsOf({ kpi, cells }: RowView): string {
  if (!kpi) return words.label(String(cells.moved ?? '').split('\n')[0] ?? '');
  const part = (name: string, share: number | null) => (share === null ? '' : `${name} ${percentOf(share)}`);
  const rank = kpi.rank === '' ? '' : meetingWords.rank(kpi.rank);
  return words.label(joined([part(meetingWords.quarter, kpi.quarter), part(meetingWords.year, kpi.year), rank]));
}
