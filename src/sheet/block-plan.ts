import { fieldUses, type Section } from '../core/agenda';
import { type Carry, sinceText } from '../core/carry';
import type { Cells, CellValue, Field, FieldType } from '../core/fields';
import { type Goal, goalFor, type Kpi } from '../core/kpi';
import { addMonths, type MonthKey, monthName, monthTitle } from '../core/month';
import { type RawCell, toCell } from './cells';
import { a1, COL, COLUMNS, FIELD_COL, KEY } from './grid';

/** What a row is: decides its look, its height and which cells are for typing. */
export type RowKind = 'band' | 'focus' | 'gap' | 'section' | 'header' | 'item' | 'spare' | 'text' | 'end';

export interface PlannedRow {
  kind: RowKind;
  /** The section it belongs to; '' for band, focus, first gap and end. */
  section: string;
  /** Values for A to N; formulas begin with "=". */
  values: RawCell[];
  /** What each field of an item row holds. */
  types: Partial<Record<Field, FieldType>>;
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
  /** Sheet row of the block's band: formulas need to know where they stand. */
  firstRow: number;
  /** Row of each KPI in the block below, as it will lie after this block has been inserted; for chained totals. */
  previousKpiRows: Record<string, number>;
  /** Month of the block below, for "the same quarter, the same year". */
  previousMonth: MonthKey | null;
  /** The end line's first words: who opened the month, on which day. */
  opened: string;
  /** Makes an id for a spare row. */
  newId: () => string;
}

/** What the band's right end says before there are minutes. */
export const NOT_HELD = 'not held yet';
export const IN_PROGRESS = 'in progress';

/** Spare rows to type into, by kind of section: a fresh month invites. */
const SPARE = { new: 4, existing: 1, notes: 2, kpis: 0, topics: 2, conclusion: 2 } as const;

/** Lays a new month out, row by row. Pure: the same input gives the same plan. */
export function planBlock(input: BlockInput): BlockPlan {
  const rows: PlannedRow[] = [];
  const at = () => input.firstRow + rows.length;
  const push = (
    kind: RowKind,
    section: string,
    values: Partial<Record<number, RawCell>>,
    types: PlannedRow['types'] = {},
  ) => {
    const line: RawCell[] = Array.from({ length: COLUMNS }, () => '');
    for (const [col, value] of Object.entries(values)) line[Number(col) - 1] = value;
    line[COL.month - 1] = input.month;
    rows.push({ kind, section, values: line, types });
  };
  const { month, carry } = input;

  const band = at();
  push('band', '', {
    [COL.who]: toCell(`${monthTitle(month)} · ${input.number}`, 'text'),
    [COL.key]: KEY.band,
    [COL.d]: input.number,
    [COL.f]: carry.fromMonth ?? '',
    [COL.next]: NOT_HELD,
  });
  push('focus', '', {
    [COL.who]: carry.fromMonth ? `Focus from ${monthName(carry.fromMonth)}` : 'First 1:1 on this tab',
    [COL.key]: KEY.focus,
    [COL.when]: toCell(String(carry.lastFocus), 'text'),
  });

  const textRow: Record<string, number> = {};
  input.agenda.forEach((section, position) => {
    push('gap', section.id, { [COL.key]: KEY.gap });
    push('section', section.id, {
      [COL.who]: `${position + 1}  ${section.name}`,
      [COL.key]: KEY.section(section.id),
      [COL.when]: toCell(sectionQuestion(section, month), 'text'),
      [COL.next]: section.minutes === null ? 'the rest' : `${section.minutes} min`,
    });
    const uses = fieldUses(section);
    const header: Partial<Record<number, RawCell>> = { [COL.key]: KEY.header(section.id) };
    for (const use of uses) header[FIELD_COL[use.field]] = use.label;
    if (section.kind === 'existing') header[COL.since] = 'since';
    push('header', section.id, header);
    const types = Object.fromEntries(uses.map((use) => [use.field, use.type])) as PlannedRow['types'];
    const prefix = section.kind === 'conclusion' ? 'todo' : section.id;
    const item = (kind: 'item' | 'spare', id: string, cells: Cells, more: Partial<Record<number, RawCell>> = {}) =>
      push(kind, section.id, { ...cellsToColumns(cells, types), ...more, [COL.key]: `${prefix}:${id}` }, types);

    if (section.kind === 'existing')
      for (const deal of carry.kept)
        item('item', deal.id, deal.cells, {
          [COL.d]: deal.life.firstMonth,
          [COL.e]: deal.life.monthsUnchanged,
          [COL.f]: deal.life.timesPushed,
          [COL.g]: `'${deal.life.startWhen}|${deal.life.startDigest}`,
          [COL.since]: sinceText(deal.life),
        });
    if (section.kind === 'conclusion')
      for (const promise of carry.commitments) item('item', promise.id, promise.cells, { [COL.d]: promise.firstMonth });
    if (section.kind === 'kpis')
      for (const kpi of input.kpis) {
        const goal = goalFor(input.goals, input.rep, kpi, addMonths(month, -1));
        push('item', section.id, kpiColumns(kpi, goal, at(), input), types);
      }
    for (let n = 0; n < SPARE[section.kind]; n++) item('spare', input.newId(), {});

    if (section.kind === 'conclusion')
      for (const [name, label] of CONCLUSION_TEXTS) {
        textRow[name] = at();
        push(
          'text',
          section.id,
          { [COL.who]: label, [COL.key]: KEY.text(name) },
          { when: name === 'nextDate' ? 'date' : 'text' },
        );
      }
  });
  push('end', '', {
    [COL.who]: toCell(input.opened, 'text'),
    [COL.key]: KEY.end,
  });
  push('gap', '', { [COL.key]: KEY.gap });

  const bandLine = rows[0] as PlannedRow;
  if (textRow.takeaway) bandLine.values[COL.why - 1] = takeawayFormula(textRow.takeaway, band);
  return { month, rows, sections: input.agenda };
}

/** The Conclusion's texts, in their order on the sheet. */
export const CONCLUSION_TEXTS = [
  ['observed', 'What I saw'],
  ['focus', 'Focus until next time'],
  ['takeaway', 'Takeaway'],
  ['nextDate', 'Next 1:1'],
] as const;

/** KPIs are those of the month before, and the question says so. */
export function sectionQuestion(section: Section, month: MonthKey): string {
  return section.kind === 'kpis'
    ? section.question.replace(/^last month/i, monthName(addMonths(month, -1)))
    : section.question;
}

function cellsToColumns(cells: Cells, types: PlannedRow['types']): Partial<Record<number, RawCell>> {
  const columns: Partial<Record<number, RawCell>> = {};
  for (const [field, value] of Object.entries(cells) as [Field, CellValue][])
    if (types[field] !== undefined) columns[FIELD_COL[field]] = toCell(value, types[field] as FieldType);
  return columns;
}

/** The band's middle: the takeaway once there is one; before that, in what state the month is. */
function takeawayFormula(row: number, band: number): string {
  const takeaway = a1(row, COL.when);
  return `=IF(${takeaway}<>"";${takeaway};IF(${a1(band, COL.next)}="${NOT_HELD}";"type what is new straight into the white rows";IF(${a1(band, COL.next)}="${IN_PROGRESS}";"in progress; the takeaway will stand here";"takeaway missing")))`;
}

/** A KPI's row: goal as of Setup, % of goal and the chained totals as formulas. */
function kpiColumns(kpi: Kpi, goal: number | null, row: number, input: BlockInput): Partial<Record<number, RawCell>> {
  const columns: Partial<Record<number, RawCell>> = {
    [COL.who]: toCell(kpi.name, 'text'),
    [COL.key]: KEY.item('kpis', kpi.id),
    [COL.when]: goal ?? '',
    [COL.status]: percentFormula(a1(row, COL.amount), a1(row, COL.when), kpi.better),
  };
  if (kpi.over !== 'sum') return columns;
  const figures = addMonths(input.month, -1);
  const before = input.previousMonth === null ? null : addMonths(input.previousMonth, -1);
  const quarter = (m: MonthKey) => Math.floor(m / 100) * 10 + Math.ceil((m % 100) / 3);
  const year = (m: MonthKey) => Math.floor(m / 100);
  const previous = input.previousKpiRows[kpi.id];
  const chained = (col: number, own: number, same: boolean) =>
    `=${previous !== undefined && same ? `${a1(previous, col)}+` : ''}N(${a1(row, own)})`;
  const sameQuarter = before !== null && quarter(before) === quarter(figures);
  const sameYear = before !== null && year(before) === year(figures);
  columns[COL.d] = chained(COL.d, COL.amount, sameQuarter);
  columns[COL.e] = chained(COL.e, COL.when, sameQuarter);
  columns[COL.f] = chained(COL.f, COL.amount, sameYear);
  columns[COL.g] = chained(COL.g, COL.when, sameYear);
  columns[COL.moved] =
    `=IF(OR(${a1(row, COL.e)}=0;${a1(row, COL.g)}=0);"";"quarter "&TEXT(${a1(row, COL.d)}/${a1(row, COL.e)};"0%")&" · year "&TEXT(${a1(row, COL.f)}/${a1(row, COL.g)};"0%"))`;
  return columns;
}

/** "▲ 106%": at or over goal ▲, within a tenth ●, else ▼; blank while goal or actual is missing. */
function percentFormula(actual: string, goal: string, better: Kpi['better']): string {
  const ratio = `${actual}/${goal}`;
  const good = better === 'higher' ? `${ratio}>=1` : `${ratio}<=1`;
  const near = better === 'higher' ? `${ratio}>=9/10` : `${ratio}<=11/10`;
  return `=IF(OR(${actual}="";NOT(ISNUMBER(${actual}));NOT(ISNUMBER(${goal})));"";IF(${goal}=0;"";IF(${good};"▲ ";IF(${near};"● ";"▼ "))&TEXT(${ratio};"0%")))`;
}
