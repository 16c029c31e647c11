/** A month as the sidebar shows it: rows, texts, KPIs and figures of a block as the contract names them. */
import type {
  BlockView,
  Common,
  ConclusionText,
  KpiView,
  PipelineView,
  PrepareText,
  RowView,
  SectionView,
  TextView,
} from '../contract/state';
import { readAbout } from '../core/coaching/lines';
import { monthsStuck, readStory } from '../core/deal/story';
import type { Kpi } from '../core/kpi';
import { fieldUses, plannedMinutes } from '../core/shared/agenda';
import { isIsoDate } from '../core/shared/dates';
import { doubtIn } from '../core/shared/doubts';
import type { Field } from '../core/shared/fields';
import { BENCHMARK, goalLine, goalPer } from '../core/shared/goal-lines';
import { addMonths, isMonthKey, type MonthKey } from '../core/shared/month';
import type { Columns } from '../sheet/grid/columns';
import { COL, FIELD_COL, KEY } from '../sheet/grid/grid';
import { type Block, type BlockItem, type BlockSection, type PipelineFigures, partOf } from '../sheet/month/block';
import { CONCLUSION_TEXTS, IN_PROGRESS, sectionQuestion, type TextName, textLabel } from '../sheet/month/plan';
import type { Setup } from '../sheet/setup/read';

/** A KPI, with what the team compares itself with in that month. */
type KpiOfMonth = Kpi & Pick<KpiView, 'benchmark'>;

/** The KPIs of a month that looks back on the one before. */
export function kpisOf({ kpis, goals }: Pick<Setup, 'kpis' | 'goals'>, month: MonthKey): KpiOfMonth[] {
  return kpis.map((kpi) => {
    const line = goalLine(goals, BENCHMARK, kpi.name, addMonths(month, -1));
    return line ? { ...kpi, benchmark: goalPer(line, 'month', kpi.over === 'sum') } : kpi;
  });
}

/**
 * A month as the sidebar shows it.
 * @param kpis those of Setup; without them, units and directions are left out
 */
export function blockView(
  block: Block,
  running: boolean,
  kpis: readonly KpiOfMonth[],
  now: Pick<Common, 'today' | 'dueMonth'>,
): BlockView {
  const conclusion = partOf(block, 'todo');
  const state = stateOf(block, running);
  const heldOn = isIsoDate(block.heldOn) ? block.heldOn : '';
  const isOpen = state === 'planned' || state === 'moved';
  const views = (part: BlockSection | undefined) =>
    part ? part.items.map((item) => rowView(item, part, kpis, block.columns)) : [];
  return {
    month: block.month,
    place: { row: block.row, rows: block.rows },
    number: block.number,
    state,
    heldOn,
    overdue: isOpen && (heldOn === '' ? block.month < now.dueMonth : heldOn < now.today),
    reopened: block.state === 'reopened',
    plannedMinutes: plannedMinutes(block.sections.map((part) => part.section)),
    minutes: typeof block.minutes === 'number' ? block.minutes : null,
    lastFocus: String(block.lastFocus),
    lastFocusMonth: isMonthKey(block.fromMonth) ? block.fromMonth : null,
    sections: block.sections.map((part, position) => sectionView(part, position, block, kpis)),
    prepare: textViews<PrepareText>(block, OWN_TEXTS),
    seen: textViewIf(block, 'seen'),
    brings: textViewIf(block, 'brings'),
    plan: textViewIf(block, 'plan'),
    pipeline: pipelineView(block.pipeline, block.columns),
    growth: {
      fields: fieldUses(block.growth.section),
      rows: block.growth.items.map((item) => ({
        ...rowView(item, block.growth, kpis, block.columns),
        ...planView(item, block),
      })),
      spareKeys: block.growth.spares.map((spare) => spare.key),
    },
    commitments: views(conclusion),
    conclusion: textViews<ConclusionText>(block, CONCLUSION_TEXTS),
    revision: block.revision,
  };
}

function stateOf(block: Block, running: boolean): BlockView['state'] {
  if (block.state === 'finished') return 'finished';
  if (running || block.state === 'reopened' || block.minutes === IN_PROGRESS) return 'running';
  return block.state === 'moved' ? 'moved' : 'planned';
}

/** "Closing" and "November: …" in their parts; none of an error, or of words that say that there is nothing. */
function partsOf(words: string): string[] {
  const said = words.replace(/^[A-Z][a-z]+: /, '');
  return said === '' || /^(#|no |nothing )(?!date)/.test(said) ? [] : said.split(' · ');
}

function pipelineView(figures: PipelineFigures | null, columns: Columns): PipelineView | null {
  if (!figures) return null;
  return {
    amount: figures.amount,
    weighted: figures.weighted,
    coverage: figures.coverage,
    left: figures.left,
    closing: partsOf(figures.closing),
    changes: partsOf(figures.changes),
    open: figures.open ?? 0,
    stuck: figures.stuck ?? 0,
    uncounted: figures.uncounted,
    commitmentsOpen: figures.commitmentsOpen ?? 0,
    commitmentsLate: figures.commitmentsLate ?? 0,
    cell: columns.a1(figures.row, COL.amount),
  };
}

function textViews<N extends TextName>(block: Block, names: readonly N[]): Record<N, TextView> {
  return Object.fromEntries(names.map((name) => [name, textView(block, name)])) as Record<N, TextView>;
}

/** What the salesperson alone prepares. */
const OWN_TEXTS = ['review', 'help', 'ready'] as const satisfies readonly PrepareText[];

/** A text that not every month has. */
function textViewIf(block: Block, name: TextName): TextView | null {
  return block.texts[name] ? textView(block, name) : null;
}

function textView(block: Block, name: TextName): TextView {
  const text = block.texts[name];
  return {
    key: KEY.text(name),
    label: textLabel(name),
    value: text?.value ?? '',
    cell: text ? block.columns.a1(text.row, COL.when) : '',
    formula: text?.formula ?? false,
  };
}

function sectionView(
  part: BlockSection,
  position: number,
  { month, columns }: Block,
  kpis: readonly KpiOfMonth[],
): SectionView {
  const { section } = part;
  return {
    id: section.id,
    kind: section.kind,
    name: section.name,
    question: sectionQuestion(section, month),
    minutes: section.minutes,
    number: position + 1,
    fields: fieldUses(section),
    rows: section.kind === 'conclusion' ? [] : part.items.map((item) => rowView(item, part, kpis, columns)),
    spareKeys: part.spares.map((spare) => spare.key),
  };
}

function rowView(item: BlockItem, part: BlockSection, kpis: readonly KpiOfMonth[], columns: Columns): RowView {
  const at: Partial<Record<Field, string>> = {};
  for (const use of fieldUses(part.section)) at[use.field] = columns.a1(item.row, FIELD_COL[use.field]);
  const { key, cells, formulas, nextDay } = item;
  const view: RowView = { key, cells, at, formulas, ...perhapsOf(item), ...(nextDay ? { nextDay } : {}) };
  if (part.section.kind === 'kpis') return { ...view, kpi: kpiView(item, kpis) };
  if (!item.life) return view;
  if (part.section.kind !== 'existing') return { ...view, fromMonth: item.life.firstMonth };
  const { firstMonth, timesPushed, monthsUnchanged } = item.life;
  const story = readStory(item.life.story);
  return { ...view, life: { firstMonth, timesPushed, monthsUnchanged, monthsStuck: monthsStuck(story), story } };
}

/** What a coaching plan is about, where that is a row of this month's. */
function planView({ coaching = '' }: BlockItem, { sections }: Block): Pick<RowView, 'plan'> {
  const about = readAbout(coaching);
  if (!about) return {};
  const kinds = about.kind === 'deal' ? ['existing', 'new'] : [about.kind === 'kpi' ? 'kpis' : ''];
  const rows = sections.filter(({ section }) => kinds.includes(section.kind)).flatMap((part) => part.items);
  const row = about.kind === 'other' ? undefined : rows.find(({ id }) => id === about.id);
  return { plan: { about: row?.key ?? '' } };
}

/** The other readings that stand hidden beside a row's day and amount. */
function perhapsOf({ typed = {} }: BlockItem): Pick<RowView, 'perhaps'> {
  const [when, amount] = [doubtIn(typed.when ?? ''), doubtIn(typed.amount ?? '')];
  if (when === null && amount === null) return {};
  return { perhaps: { ...(when === null ? {} : { when }), ...(amount === null ? {} : { amount }) } };
}

function kpiView(item: BlockItem, kpis: readonly KpiOfMonth[]): KpiView {
  const kpi = kpis.find((one) => one.id === item.id);
  const figures = item.figures;
  const share = (actual: unknown, goal: unknown) =>
    typeof actual === 'number' && typeof goal === 'number' && goal !== 0 ? actual / goal : null;
  const own = share(item.cells.amount, item.cells.when);
  const past = trendOf(String(item.cells.moved ?? ''));
  if (typeof item.cells.amount === 'number') past.pop();
  return {
    unit: kpi?.unit ?? '',
    kind: kpi?.kind ?? 'result',
    better: kpi?.better ?? 'higher',
    ...(kpi?.benchmark === undefined ? {} : { benchmark: kpi.benchmark }),
    share: own,
    quarter: share(figures?.quarterActual, figures?.quarterGoal),
    year: share(figures?.yearActual, figures?.yearGoal),
    trend: [...past, own],
    rank: figures?.rank ?? '',
  };
}

/** Shares in the last line of a KPI's computed words ("▲ 88% – 106%"), the oldest first; none in a first month. */
function trendOf(words: string): (number | null)[] {
  const line = words.split('\n').pop() ?? '';
  if (line.includes('·')) return [];
  return line
    .split(' ')
    .filter((word) => word === '–' || word.endsWith('%'))
    .map((word) => (word === '–' ? null : Number.parseInt(word, 10) / 100));
}
