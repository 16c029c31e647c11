import { type LineStep, type LineTrace, traceOf } from '../coaching/trace';
import type { Status } from '../deal/carry';
import { type LifeChange, type LifeLine, type LifeMonth, type LifeStep, lifeLines } from '../deal/life-line';
import type { CellValue } from '../shared/fields';
import { addMonths, type MonthKey } from '../shared/month';
import type { Item } from '../shared/record';
import { titleOf } from '../shared/record';

/** What is exported, a file each. */
export type ExportTable = 'lifeLines' | 'steps' | 'commitments' | 'kpis' | 'coaching';

export const EXPORT_TABLES: readonly ExportTable[] = ['lifeLines', 'steps', 'commitments', 'kpis', 'coaching'];

/** A month of a rep's tab, as the export sees it. */
export interface ExportMonth extends LifeMonth {
  commitments: readonly Item[];
  /** Rows of the KPIs: goal in `when`, actual in `amount`, comment in `why`, correction in `next`. */
  kpis: readonly Item[];
  /** Lines of development and coaching. */
  lines: readonly Item[];
}

/** Rows of a table; the first cell of each is the person's name. Months are "2026-11", days "2026-11-03", texts as typed. */
export type ExportRows = Record<ExportTable, CellValue[][]>;

type Columns<T> = readonly (readonly [label: string, value: (of: T) => CellValue])[];

interface Step {
  line: LifeLine;
  step: LifeStep;
}

interface Promised {
  item: Item;
  first: MonthKey;
  last: MonthKey;
}

const LIFE_LINES: Columns<LifeLine> = [
  ['opportunity', (line) => line.title],
  ['id', (line) => line.id],
  ['CRM id', (line) => line.sourceId],
  ['first month', (line) => isoMonth(line.firstMonth)],
  ['months open', (line) => line.monthsOpen],
  ['outcome', (line) => line.outcome],
  ['outcome month', (line) => (line.outcomeMonth === null ? '' : isoMonth(line.outcomeMonth))],
  ['status', (line) => latest(line).status],
  ['amount', (line) => latest(line).amount],
  ['close date', (line) => latest(line).when],
  ['times pushed', (line) => line.timesPushed],
  ['months unchanged', (line) => line.monthsUnchanged],
  ['months stuck', (line) => line.monthsStuck],
  ['months without a step', (line) => line.gaps.map((gap) => isoMonth(gap.month)).join(' ')],
  ['next step', (line) => latest(line).next],
];

const STEPS: Columns<Step> = [
  ['opportunity', ({ line }) => line.title],
  ['id', ({ line }) => line.id],
  ['CRM id', ({ line }) => line.sourceId],
  ['month', ({ step }) => isoMonth(step.month)],
  ['list', ({ step }) => step.list],
  ['status', ({ step }) => step.status],
  ['amount', ({ step }) => step.amount],
  ['close date', ({ step }) => step.when],
  ['change', ({ step }) => step.change],
  ['changed', ({ step }) => step.changes.map(({ what }) => CHANGED[what]).join(', ')],
  ['status before', ({ step }) => before(step, 'status')],
  ['amount before', ({ step }) => before(step, 'amount')],
  ['close date before', ({ step }) => before(step, 'when')],
  ['what moved', ({ step }) => step.moved],
  ['next step', ({ step }) => step.next],
  ['times pushed', ({ step }) => step.timesPushed],
  ['months unchanged', ({ step }) => step.monthsUnchanged],
];

const COMMITMENTS: Columns<Promised> = [
  ['commitment', ({ item }) => titleOf(item.cells)],
  ['id', ({ item }) => item.id],
  ['made in', ({ first }) => isoMonth(first)],
  ['last month', ({ last }) => isoMonth(last)],
  ['owner', ({ item }) => text(item.cells.next)],
  ['due', ({ item }) => item.cells.when ?? ''],
  ['status', ({ item }) => text(item.cells.status) || 'open'],
  ['for whom, for what', ({ item }) => text(item.cells.why)],
  ['what became of it', ({ item }) => text(item.cells.moved)],
];

const KPIS: Columns<{ item: Item; month: MonthKey }> = [
  ['month', ({ month }) => isoMonth(month)],
  ['results of', ({ month }) => isoMonth(addMonths(month, -1))],
  ['KPI', ({ item }) => text(item.cells.who)],
  ['KPI id', ({ item }) => item.id],
  ['goal', ({ item }) => item.cells.when ?? ''],
  ['actual', ({ item }) => item.cells.amount ?? ''],
  ['comment', ({ item }) => text(item.cells.why)],
  ['correction', ({ item }) => text(item.cells.next)],
];

const COACHING: Columns<{ line: LineTrace; step: LineStep }> = [
  ['about', ({ line }) => line.title],
  ['id', ({ line }) => line.id],
  ['kind', ({ line }) => (line.isPlan ? 'coaching' : 'development')],
  ['since', ({ line }) => isoMonth(line.firstMonth)],
  ['month', ({ step }) => isoMonth(step.month)],
  ['look again on', ({ step }) => step.when],
  ['what we try', ({ step }) => step.weTry],
  ['status', ({ step }) => step.state],
  ['what came of it', ({ step }) => step.cameOf],
  ['next step', ({ step }) => step.next],
];

const CHANGED: Record<LifeChange['what'], string> = { status: 'status', amount: 'amount', when: 'close date' };

/** The heads of the columns of each table. */
export function exportColumns(): Record<ExportTable, string[]> {
  const heads = <T>(columns: Columns<T>) => ['person', ...columns.map(([label]) => label)];
  return {
    lifeLines: heads(LIFE_LINES),
    steps: heads(STEPS),
    commitments: heads(COMMITMENTS),
    kpis: heads(KPIS),
    coaching: heads(COACHING),
  };
}

/** A person's whole record as rows: opportunities as they came up, the steps of each and the KPIs by month. */
export function exportRows(person: string, months: readonly ExportMonth[], statuses: readonly Status[]): ExportRows {
  const rows = <T>(columns: Columns<T>, all: readonly T[]) =>
    all.map((one) => [person, ...columns.map(([, value]) => value(one))]);
  const inOrder = [...months].sort((a, b) => a.month - b.month);
  const lines = lifeLines(inOrder, statuses);
  return {
    lifeLines: rows(LIFE_LINES, lines),
    steps: rows(
      STEPS,
      lines.flatMap((line) => line.steps.map((step) => ({ line, step }))),
    ),
    commitments: rows(COMMITMENTS, promises(inOrder)),
    kpis: rows(
      KPIS,
      inOrder.flatMap(({ month, kpis }) => kpis.map((item) => ({ item, month }))),
    ),
    coaching: rows(
      COACHING,
      traceOf(inOrder.map(({ month, lines: items }) => ({ month, items }))).flatMap((line) =>
        line.steps.map((step) => ({ line, step })),
      ),
    ),
  };
}

/** Each commitment once, as its latest month has it. */
function promises(months: readonly ExportMonth[]): Promised[] {
  const byId = new Map<string, Promised>();
  for (const { month, commitments } of months)
    for (const item of commitments) {
      const first = byId.get(item.id)?.first ?? item.life?.firstMonth ?? month;
      byId.set(item.id, { item, first, last: month });
    }
  return [...byId.values()];
}

/** "2026-11". */
export function isoMonth(month: MonthKey): string {
  return `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`;
}

function latest(line: LifeLine): LifeStep {
  return line.steps[line.steps.length - 1] as LifeStep;
}

function before(step: LifeStep, what: LifeChange['what']): CellValue {
  return step.changes.find((change) => change.what === what)?.from ?? '';
}

function text(value: CellValue | undefined): string {
  return String(value ?? '').trim();
}
