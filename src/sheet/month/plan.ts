import {
  type CarriedCommitment,
  type CarriedDeal,
  type CarriedLine,
  type Carry,
  helpAsked,
  type Status,
  sinceText,
} from '../../core/deal/carry';
import { rowMark } from '../../core/deal/row-mark';
import { type Goal, goalFor, type Kpi, pipelineKpi } from '../../core/kpi';
import { fieldUses, GROWTH, type Section } from '../../core/shared/agenda';
import { dateToSerial } from '../../core/shared/dates';
import type { Cells, CellValue, Field, FieldType } from '../../core/shared/fields';
import { addMonths, type MonthKey, monthName, monthTitle, shortMonthName, yearName } from '../../core/shared/month';
import { type SectionColors, sectionColors } from '../../core/shared/section-colors';
import { type RawCell, toCell } from '../grid/cells';
import { a1, COL, FIELD_COL, KEY } from '../grid/grid';
import { COLUMNS, HIDDEN, hiddenCells, TODAY_CELL } from '../grid/hidden';
import type { Span } from './deal-figures';
import { type KpiRow, kpiColumns, kpiFormat } from './kpi-rows';
import { lifeCells } from './life-cells';
import { closingFormulas, type PipelinePlaces, pipelineFormulas, type RowFormulas } from './pipeline-rows';

/** What a row is: decides its look, its height and which cells are for typing. */
export type RowKind =
  | 'band'
  | 'focus'
  | 'prepare'
  | 'gap'
  | 'section'
  | 'header'
  | 'item'
  | 'spare'
  | 'sum'
  | 'text'
  | 'end';

export interface PlannedRow {
  kind: RowKind;
  /** The section it belongs to ("grow" for the lines of development); '' for the rows that belong to none. */
  section: string;
  /** What the section's rows are; null for rows that belong to none. */
  sectionKind: Section['kind'] | null;
  colors: SectionColors | null;
  /** Values for all columns of the grid; formulas begin with "=". */
  values: RawCell[];
  /** What each field of an item row holds. */
  types: Partial<Record<Field, FieldType>>;
  /** Number format of a KPI's goal and actual, or of a band's day. */
  format?: string;
  /** Of the row Pipeline: the year whose goal is meant, "2026" or "2026/27". */
  year?: string;
}

export interface BlockPlan {
  month: MonthKey;
  rows: PlannedRow[];
  sections: readonly Section[];
}

export interface BlockInput {
  rep: string;
  month: MonthKey;
  number: number;
  agenda: readonly Section[];
  carry: Carry;
  kpis: readonly Kpi[];
  goals: readonly Goal[];
  statuses: readonly Status[];
  /** Weight of an opportunity without a status, 0 to 1; without it, it counts in full where others have one. */
  movingWeight?: number | undefined;
  /** The month, 1 to 12, that years begin with; January where it is left out. */
  yearBegins?: number | undefined;
  /** Sheet row of the block's band: formulas need to know where they stand. */
  firstRow: number;
  /** Rows of each KPI in earlier blocks, the latest first, as they will lie once this block has been inserted. */
  earlierKpiRows: Record<string, readonly KpiRow[]>;
  /** Formula text of a KPI's rank in the team, '' where there is none. */
  rankOf?: (kpi: Kpi, row: number) => string;
  /** Formula text of a KPI's goal; without it the goal stands there as it is now. */
  goalOf?: (kpi: Kpi, row: number) => string;
  /** The end line's first words: who opened the month, on which day. */
  opened: string;
  /** Makes an id for a spare row. */
  newId: () => string;
  /**
   * For a month that is there already: the keys of the rows that stand below each row of its frame, '' for rows without one.
   * Then nothing is carried and no spare row is added.
   */
  standing?: Readonly<Record<string, readonly string[]>>;
  /** Texts that a month which is there already goes on without: it was made before there were these rows. */
  without?: readonly LaterText[];
}

/** What the band's right end says while the meeting runs; before that a formula, after it the minutes. */
export const IN_PROGRESS = 'in progress';
/** States in the band's hidden cell; blank before the meeting. */
export const BAND_STATE = { moved: 'moved', finished: 'finished', reopened: 'reopened' } as const;
/** What a ticked "I'm ready" says. */
export const READY = '✓';

/** Spare rows to type into, by kind of section: a fresh month invites. */
export const SPARE = { new: 4, existing: 1, notes: 2, kpis: 0, topics: 2, growth: 1, conclusion: 2 } as const;

/** Lays a new month out, row by row. Pure: the same input gives the same plan. */
export function planBlock(input: BlockInput): BlockPlan {
  const rows: PlannedRow[] = [];
  const at = () => input.firstRow + rows.length;
  let owner: { section: Section; colors: SectionColors } | null = null;
  const push = (kind: RowKind, values: Columns, types: PlannedRow['types'] = {}) => {
    const line: RawCell[] = Array.from({ length: COLUMNS }, () => '');
    for (const [col, value] of Object.entries(values)) line[Number(col) - 1] = value;
    line[HIDDEN.month - 1] = input.month;
    rows.push({
      kind,
      section: owner?.section.id ?? '',
      sectionKind: owner?.section.kind ?? null,
      colors: owner?.colors ?? null,
      values: line,
      types,
    });
    if (input.standing && kind !== 'item' && kind !== 'spare') standing(String(values[HIDDEN.key]));
  };
  /** Rows of a month that is there; those of KPIs are laid out as in a fresh one. */
  const standing = (frameKey: string) => {
    const keys = input.standing?.[frameKey] ?? [];
    const types = owner ? typesOf(owner.section) : {};
    const figures = owner?.section.kind === 'kpis' ? kpiRows(input, at(), keys) : [];
    keys.forEach((key, n) => {
      push(key === '' ? 'spare' : 'item', { ...figures[n]?.columns, [HIDDEN.key]: key }, key === '' ? {} : types);
      const row = rows[rows.length - 1] as PlannedRow;
      if (figures[n]) row.format = figures[n].format;
      if (key === '') row.values[HIDDEN.month - 1] = '';
    });
  };
  const text = (kind: 'prepare' | 'text', name: TextName, value: RawCell = '') =>
    push(
      kind,
      { [COL.who]: TEXT_LABELS[name], [HIDDEN.key]: KEY.text(name), [COL.when]: value },
      { when: name === 'nextDate' ? 'date' : 'text' },
    );
  const items = (section: Section) => {
    push('header', { ...headerLabels(section), [HIDDEN.key]: KEY.header(section.id) });
    const types = typesOf(section);
    if (input.standing) return;
    if (section.kind === 'kpis')
      for (const kpi of kpiRows(
        input,
        at(),
        input.kpis.map(({ id }) => KEY.item('kpis', id)),
      )) {
        if (!kpi) continue;
        push('item', kpi.columns, types);
        (rows[rows.length - 1] as PlannedRow).format = kpi.format;
      }
    for (const { id, cells, more } of carriedItems(section, input))
      push(
        'item',
        {
          ...cellsToColumns(cells, types),
          ...more,
          ...hiddenCells({ text: rowMark(cells) }),
          [HIDDEN.key]: itemKeyOf(section, id),
        },
        types,
      );
    for (let n = 0; n < SPARE[section.kind]; n++)
      push('spare', { [HIDDEN.key]: itemKeyOf(section, input.newId()) }, types);
  };
  const { month, carry } = input;
  const band = at();
  push('band', {
    // Without the sign, "November 2026 · 3" could be read as a day.
    [COL.who]: toCell(`${monthTitle(month)} · #${input.number}`, 'text'),
    [HIDDEN.key]: KEY.band,
    ...hiddenCells({ number: input.number, fromMonth: carry.fromMonth }),
    [COL.when]: carry.plannedFor === '' ? '' : dateToSerial(carry.plannedFor),
    [COL.next]: plannedFormula(band),
  });
  push('focus', {
    [COL.who]: carry.fromMonth ? `Focus from ${monthName(carry.fromMonth)}` : 'First 1:1 on this tab',
    [HIDDEN.key]: KEY.focus,
    [COL.when]: toCell(String(carry.lastFocus), 'text'),
  });
  for (const name of PREPARE_TEXTS) if (!input.without?.some((later) => later === name)) text('prepare', name);

  const host = growthHost(input.agenda);
  input.agenda.forEach((section, position) => {
    const colors = sectionColors(section.id, position);
    owner = { section, colors };
    push('gap', { [HIDDEN.key]: KEY.gap });
    push('section', {
      [COL.who]: `${position + 1}  ${section.name}`,
      [HIDDEN.key]: KEY.section(section.id),
      [COL.when]: toCell(sectionQuestion(section, month), 'text'),
      [COL.next]: section.minutes === null ? 'the rest' : `${section.minutes} min`,
    });
    items(section);
    if (section.kind === 'kpis') {
      push('sum', { [COL.who]: 'Pipeline', [HIDDEN.key]: KEY.pipeline });
      push('sum', { [COL.who]: 'Closing', [HIDDEN.key]: KEY.closing });
      text('text', 'plan', toCell(String(carry.plan), 'text'));
    }
    if (section.kind === 'conclusion') for (const name of CONCLUSION_TEXTS) text('text', name);
    if (section === host) {
      owner = { section: GROWTH, colors };
      push('gap', { [HIDDEN.key]: KEY.gap });
      items(GROWTH);
    }
  });
  owner = null;
  push('end', { [COL.when]: toCell(input.opened, 'text'), [HIDDEN.key]: KEY.end });
  push('gap', { [HIDDEN.key]: KEY.gap });

  const plan: BlockPlan = { month, rows, sections: input.agenda };
  fillTakeaway(plan, input);
  fillPipeline(plan, input);
  return plan;
}

type Columns = Partial<Record<number, RawCell>>;

/** The words of a section's row of labels, by column. That of development has no heading above it, so it says what it is. */
export function headerLabels(section: Pick<Section, 'id' | 'kind'>): Partial<Record<number, string>> {
  const labels: Partial<Record<number, string>> = {};
  for (const use of fieldUses(section)) labels[FIELD_COL[use.field]] = use.label;
  if (section.kind === 'growth') labels[COL.who] = GROWTH.name;
  if (hasSince(section.kind)) labels[COL.since] = 'since';
  if (section.kind === 'kpis') labels[COL.since] = 'rank';
  return labels;
}

/** Do a section's rows say since when they are known? */
export function hasSince(kind: Section['kind'] | null): boolean {
  return kind === 'existing' || kind === 'growth';
}

/** What each field of a section's rows holds. */
export function typesOf(section: Section): PlannedRow['types'] {
  return Object.fromEntries(fieldUses(section).map((use) => [use.field, use.type])) as PlannedRow['types'];
}

/** Texts that are one cell with a label: the field `when` of the row with key "text:<name>". */
export type TextName = keyof typeof TEXT_LABELS;

const TEXT_LABELS = {
  review: 'To review together',
  seen: 'What we saw, learnt',
  help: 'Help wanted with',
  brings: 'The manager brings',
  ready: 'I’m ready',
  plan: 'The plan: is it working?',
  observed: 'What I saw',
  focus: 'Focus until next time',
  takeaway: 'Takeaway',
  nextDate: 'Next 1:1',
} as const;

/** The label of a text in column A. */
export function textLabel(name: TextName): string {
  return TEXT_LABELS[name];
}

/** What is prepared at the top of the month, in their order on the sheet: by the salesperson, and what the manager brings. */
export const PREPARE_TEXTS = ['review', 'seen', 'help', 'brings', 'ready'] as const;

/** Of those the ones that months of earlier versions have not: no damage where they are missing. */
export const LATER_TEXTS = ['seen', 'brings'] as const;
type LaterText = (typeof LATER_TEXTS)[number];

/** Does a month without this text go on as it is? */
export function isLaterText(name: string): boolean {
  return LATER_TEXTS.some((later) => later === name);
}

/** The Conclusion's texts, in their order on the sheet. */
export const CONCLUSION_TEXTS = ['observed', 'focus', 'takeaway', 'nextDate'] as const;

/** The section below which the lines of development stand: the last one before the Conclusion. */
export function growthHost(agenda: readonly Section[]): Section | undefined {
  const others = agenda.filter((section) => section.kind !== 'conclusion');
  return others[others.length - 1] ?? agenda[agenda.length - 1];
}

/** "existing:k3f9", "todo:k3f9" in the Conclusion. */
export function itemKeyOf(section: Pick<Section, 'id' | 'kind'>, id: string): string {
  return KEY.item(section.kind === 'conclusion' ? 'todo' : section.id, id);
}

/** Sheet row of a planned key; 0 when it is not there. */
export function plannedRow(plan: BlockPlan, firstRow: number, key: string): number {
  const index = plan.rows.findIndex((row) => row.values[HIDDEN.key - 1] === key);
  return index < 0 ? 0 : index + firstRow;
}

/** From a section's header to the row after its last one. */
export function plannedSpan(plan: BlockPlan, firstRow: number, section: Pick<Section, 'id'>): Span {
  const top = plannedRow(plan, firstRow, KEY.header(section.id));
  let bottom = top - firstRow;
  while (plan.rows[bottom + 1]?.section === section.id) bottom++;
  return [top, bottom + 1 + firstRow];
}

/** From the Conclusion's header to the row above its first text: what the commitments are counted over. */
export function commitmentSpan(plan: BlockPlan, firstRow: number): Span | null {
  const conclusion = plan.sections.find((section) => section.kind === 'conclusion');
  if (!conclusion) return null;
  const top = plannedRow(plan, firstRow, KEY.header(conclusion.id));
  return [top, Math.max(top, plannedRow(plan, firstRow, KEY.text('observed')))];
}

/** KPIs are those of the month before, and the question says so. */
export function sectionQuestion(section: Section, month: MonthKey): string {
  return section.kind === 'kpis'
    ? section.question.replace(/^last month/i, monthName(addMonths(month, -1)))
    : section.question;
}

/** What comes along into a section, with its hidden cells. */
function carriedItems(
  section: Section,
  { carry, agenda }: Pick<BlockInput, 'carry' | 'agenda'>,
): { id: string; cells: Cells; more: Columns }[] {
  const promises = (list: readonly CarriedCommitment[]) =>
    list.map((promise) => ({
      id: promise.id,
      cells: promise.cells,
      more: hiddenCells({ firstMonth: promise.firstMonth }),
    }));
  if (section.kind === 'growth') return carry.growth.map((line) => ({ ...line, more: lineColumns(line) }));
  const asked = helpAsked(carry);
  const asks = asked && section === helpHost(agenda) ? [helpItem(section, asked)] : [];
  if (section.kind === 'topics') return asks;
  if (section.kind === 'conclusion') return [...promises(carry.commitments), ...asks];
  if (section.kind !== 'existing') return [];
  return carry.kept.map((deal) => ({ id: deal.id, cells: deal.cells, more: storyColumns(deal) }));
}

/** Where the question how help went stands: among the topics, or where the agenda has none, among the commitments. */
export function helpHost(agenda: readonly Section[]): Section | undefined {
  return agenda.find(({ kind }) => kind === 'topics') ?? agenda.find(({ kind }) => kind === 'conclusion');
}

function helpItem(
  { kind }: Section,
  { id, cells, firstMonth }: CarriedCommitment,
): { id: string; cells: Cells; more: Columns } {
  if (kind !== 'conclusion') return { id, cells, more: {} };
  return { id, cells: { ...cells, status: 'open' }, more: hiddenCells({ firstMonth }) };
}

function storyColumns({ life, sourceId, imported = '', periodEnd = '', nextDay = '', typed }: CarriedDeal): Columns {
  const { when: typedWhen = '', amount: typedAmount = '' } = typed ?? {};
  return {
    ...lifeCells(life),
    ...hiddenCells({ importId: sourceId, imported, typedWhen, typedAmount, periodEnd, nextDay }),
    [COL.since]: sinceText(life),
  };
}

function lineColumns({ firstMonth, missed, startWhen, coaching, nextDay = '' }: CarriedLine): Columns {
  return {
    ...hiddenCells({ firstMonth, unchanged: missed === 0 ? null : missed, startWhen, coaching, nextDay }),
    [COL.since]: shortMonthName(firstMonth),
  };
}

/** Key and values (all columns) of an opportunity that comes along into a month which is there already. */
export function carriedDealRow(section: Section, deal: CarriedDeal, month: MonthKey): CarriedRow {
  return carriedRow(section, deal, month, storyColumns(deal));
}

/** The same of a line of development or coaching. */
export function carriedLineRow(section: Section, line: CarriedLine, month: MonthKey): CarriedRow {
  return carriedRow(section, line, month, lineColumns(line));
}

/** The same of a commitment. */
export function carriedPromiseRow(section: Section, promise: CarriedCommitment, month: MonthKey): CarriedRow {
  return carriedRow(section, promise, month, hiddenCells({ firstMonth: promise.firstMonth }));
}

/** The same of the question how help went. */
export function carriedHelpRow(section: Section, asked: CarriedCommitment, month: MonthKey): CarriedRow {
  const item = helpItem(section, asked);
  return carriedRow(section, item, month, item.more);
}

interface CarriedRow {
  key: string;
  values: RawCell[];
}

function carriedRow(
  section: Section,
  { id, cells }: { id: string; cells: Cells },
  month: MonthKey,
  more: Columns,
): CarriedRow {
  const types = typesOf(section);
  const key = itemKeyOf(section, id);
  const columns: Columns = {
    ...cellsToColumns(cells, types),
    ...more,
    ...hiddenCells({ text: rowMark(cells) }),
    [HIDDEN.key]: key,
    [HIDDEN.month]: month,
  };
  return { key, values: Array.from({ length: COLUMNS }, (_, n) => columns[n + 1] ?? '') };
}

/** The rows of these keys, from `first` on; null for a key that is no KPI of Setup's. */
function kpiRows(
  input: BlockInput,
  first: number,
  keys: readonly string[],
): ({ columns: Columns; format: string } | null)[] {
  const { kpis, month } = input;
  const rowOf = (id: string) => first + keys.indexOf(KEY.item('kpis', id));
  return keys.map((key) => {
    const kpi = kpis.find(({ id }) => KEY.item('kpis', id) === key);
    if (!kpi) return null;
    const goal = goalFor(input.goals, input.rep, kpi, addMonths(month, -1));
    const columns = kpiColumns({
      kpi,
      kpis,
      goal,
      goalFormula: input.goalOf?.(kpi, rowOf(kpi.id)) ?? '',
      month,
      row: rowOf(kpi.id),
      rowOf,
      earlier: input.earlierKpiRows[kpi.id] ?? [],
      rank: input.rankOf?.(kpi, rowOf(kpi.id)) ?? '',
      yearBegins: input.yearBegins,
    });
    return { columns, format: kpiFormat(kpi, goal) };
  });
}

function cellsToColumns(cells: Cells, types: PlannedRow['types']): Columns {
  const columns: Columns = {};
  for (const [field, value] of Object.entries(cells) as [Field, CellValue][])
    if (types[field] !== undefined) columns[FIELD_COL[field]] = toCell(value, types[field] as FieldType);
  return columns;
}

/** Before the meeting: "planned" or "moved" up to its day, and "not held yet" by the calendar alone. */
export function plannedFormula(band: number): string {
  const [day, state] = [a1(band, COL.when), a1(band, HIDDEN.state)];
  return `=IF(AND(ISNUMBER(${day});N(${day})>=${TODAY_CELL});IF(${state}="${BAND_STATE.moved}";"moved";"planned");"not held yet")`;
}

/** The band's middle: the takeaway once there is one; before that, in what state the month is. */
function fillTakeaway(plan: BlockPlan, input: BlockInput): void {
  const row = plannedRow(plan, input.firstRow, KEY.text('takeaway'));
  if (row === 0) return;
  const [takeaway, state, end] = [a1(row, COL.when), a1(input.firstRow, HIDDEN.state), a1(input.firstRow, COL.next)];
  (plan.rows[0] as PlannedRow).values[COL.why - 1] =
    `=IF(${takeaway}<>"";${takeaway};IF(OR(${state}="${BAND_STATE.finished}";${state}="${BAND_STATE.reopened}");"takeaway missing";IF(${end}="${IN_PROGRESS}";"in progress; the takeaway will stand here";"type what is new straight into the white rows")))`;
}

/** The opportunities in figures, below the KPIs. */
function fillPipeline(plan: BlockPlan, input: BlockInput): void {
  const { firstRow, kpis } = input;
  const row = (key: string) => plannedRow(plan, firstRow, key);
  const [pipelineRow, closingRow] = [row(KEY.pipeline), row(KEY.closing)];
  if (pipelineRow === 0) return;
  const spans = (kind: Section['kind']) =>
    plan.sections.filter((section) => section.kind === kind).map((section) => plannedSpan(plan, firstRow, section));
  const main = pipelineKpi(kpis);
  const places: PipelinePlaces = {
    month: input.month,
    pipelineRow,
    closingRow,
    deals: { fresh: spans('new'), existing: spans('existing') },
    promises: commitmentSpan(plan, firstRow),
    statuses: input.statuses,
    movingWeight: input.movingWeight,
    main: main
      ? {
          kpi: main,
          row: row(KEY.item('kpis', main.id)),
          goals: input.goals,
          rep: input.rep,
          earlier: input.earlierKpiRows[main.id] ?? [],
        }
      : null,
    yearBegins: input.yearBegins ?? 1,
  };
  const fill = (at: number, formulas: RowFormulas) => {
    const line = (plan.rows[at - firstRow] as PlannedRow).values;
    for (const [col, formula] of Object.entries(formulas)) line[Number(col) - 1] = formula;
  };
  (plan.rows[pipelineRow - firstRow] as PlannedRow).year = yearName(input.month, places.yearBegins);
  fill(pipelineRow, pipelineFormulas(places));
  fill(closingRow, closingFormulas(places));
}
