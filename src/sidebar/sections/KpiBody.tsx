import type { RowView, SectionView } from '../../contract/state';
import { titleOf } from '../../core/record';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { Icon } from '../parts/Icon';
import { focusCard } from '../rows/focus';
import { RowCard } from '../rows/RowCard';
import { RowList } from '../rows/RowList';
import { closeRow } from '../store/rows';
import { words } from '../words';
import { rowsOf } from './use-rows';

type Standing = 'good' | 'near' | 'off' | 'none';
const SIGNS: Record<string, Standing> = { '▲': 'good', '●': 'near', '▼': 'off' };
const ORDER: readonly Standing[] = ['off', 'near', 'none', 'good'];

/** The sheet calculates "▲ 106%"; the sign says how the figure stands. */
function standing(row: RowView): { how: Standing; sign: string; percent: string } {
  const text = String(row.cells.status ?? '').trim();
  const how = SIGNS[text.charAt(0)];
  return how ? { how, sign: text.charAt(0), percent: text.slice(1).trim() } : { how: 'none', sign: '', percent: text };
}

/** Figures against goal: what is on target is named first, what is off stands on top of the list. */
export function KpiBody({ section }: { section: SectionView }) {
  const rows = rowsOf(section);
  const good = rows.filter((row) => standing(row).how === 'good').map((row) => titleOf(row.cells));
  const sorted = ORDER.flatMap((how) => rows.filter((row) => standing(row).how === how));
  if (rows.length === 0) return <p class="hint">{words.empty.kpis}</p>;
  return (
    <>
      {good.length > 0 && (
        <div class="note good">
          <Icon name="star" />
          <div>
            <b dir="auto">{words.encourage(good.slice(0, 3))}</b> {words.encourageMore}
          </div>
        </div>
      )}
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
            tone={standing(row).how === 'off' ? 'off' : ''}
            onEnter={(r) => {
              closeRow();
              focusCard(r.key);
            }}
            enterWord={words.keyEnterSave}
          />
        )}
      />
    </>
  );
}

const TONES: Record<Standing, string> = { good: 'good', near: 'warn', off: 'warn', none: 'plain' };

function kpiSummary(row: RowView) {
  const { how, sign, percent } = standing(row);
  const actual = showAmount(row.cells.amount, language());
  const goal = showAmount(row.cells.when, language());
  const figures = actual === '' ? words.goalOnly(goal) : words.ofGoal(actual, goal);
  const sums = String(row.cells.moved ?? '');
  const comment = String(row.cells.why ?? '').trim();
  const correction = String(row.cells.next ?? '').trim();
  return (
    <>
      <span class="line-one">
        <span class="title" dir="auto">
          <b>{titleOf(row.cells)}</b>
        </span>
        <span class="percent figures">{percent}</span>
      </span>
      <span class="meta figures">
        {how !== 'none' ? (
          <span class={`ink-${TONES[how]}`}>
            {sign} {words.kpi[how]}
          </span>
        ) : (
          actual === '' && words.kpiNone
        )}
        {figures !== '' && ` · ${figures}`}
      </span>
      {sums !== '' && <span class="meta figures">{sums.charAt(0).toUpperCase() + sums.slice(1)}</span>}
      {comment !== '' && (
        <span class="meta" dir="auto">
          <span class="ink">{words.comment}</span> {comment}
        </span>
      )}
      {correction !== '' && (
        <span class="meta" dir="auto">
          <span class="ink">{words.correction}</span> {correction}
        </span>
      )}
    </>
  );
}
