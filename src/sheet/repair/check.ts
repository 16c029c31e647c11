import { NOTHING_CARRIED, type Status } from '../../core/deal/carry';
import type { Goal, Kpi } from '../../core/kpi';
import { knownSection, type Section } from '../../core/shared/agenda';
import { digestOf } from '../../core/shared/hash';
import type { MonthKey } from '../../core/shared/month';
import { cellValue, newId } from '../grid/cells';
import { Columns, USUAL } from '../grid/columns';
import { a1, columnLetter, KEY } from '../grid/grid';
import { COLUMNS, HEAD_CELL, HIDDEN } from '../grid/hidden';
import type { KpiRow } from '../month/kpi-rows';
import { type BlockInput, type BlockPlan, planBlock } from '../month/plan';
import { type HeadSource, headFigures } from '../tab/head';
import { checkColumns, type TabCells } from './check-columns';
import { checkFormulas, FAR, frameRows, lastBelow, type Places } from './check-formulas';
import { checkFigures, checkHead, headTexts } from './check-head';
import { type MonthLines, type Note, splitMonths } from './check-months';
import { planRowMoves } from './check-moves';
import { type LaidOut, layOutMonth } from './check-rows';
import type { RepairAction } from './repair-actions';
import { isBlankLine, type Line, linesOf } from './tab-lines';

/** Something that a hand edit has damaged. */
export interface Finding {
  /** A1 address on the tab as it is; '' when it is about the whole tab. */
  cell: string;
  words: string;
  /** What a repair does about it; '' when only a person can. */
  repair: string;
}

/** What is known of a tab from Setup. */
export interface TabContext {
  rep: { id: string; name: string };
  /** Name of the tab that Setup has for this person, when it is another one: then this tab is a duplicate. */
  copyOf: string | null;
  zone: string;
  /** Setup's sections, of all agendas. */
  sections: readonly Section[];
  kpis: readonly Kpi[];
  goals: readonly Goal[];
  statuses: readonly Status[];
  movingWeight?: number | undefined;
  /** Formula text of a KPI's rank in the team; without it, ranks are left alone. */
  rankOf?: BlockInput['rankOf'];
}

/** What is damaged on a tab, what a repair would do, and a digest of the cells that this was worked out from. */
export interface TabCheck {
  findings: Finding[];
  actions: RepairAction[];
  /** Where the columns stand while the rows are put in order. */
  columns: Columns;
  digest: string;
}

/**
 * Reads a whole tab and works out what hand edits have damaged and how to put it right. Pure. The actions are to be
 * applied in their order; no text that a person typed goes missing by them.
 */
export function checkTab(cells: TabCells, context: TabContext): TabCheck {
  const digest = digestOf([
    cells.values.map((line) => line.map((cell) => cellValue(cell, context.zone))),
    cells.formulas,
    context.copyOf,
  ]);
  if (context.copyOf !== null) return { digest, ...duplicate(cells, context) };
  const columns = checkColumns(cells);
  if (!columns) {
    const words = 'Hardly anything of a 1:1 tab can be recognised here: the hidden columns and the labels are gone.';
    return {
      digest,
      actions: [],
      columns: USUAL,
      findings: [{ cell: '', words: `${words} Bring them back with Ctrl+Z or from the version history.`, repair: '' }],
    };
  }
  const findings: Finding[] = [...columns.findings];
  const note: Note = (line, col, words, repair) => {
    const at = columns.order[col - 1] || col;
    findings.push({ cell: line.origin > 0 ? a1(line.origin, at) : `${columnLetter(at)}1`, words, repair });
  };
  const lines = linesOf(cells, columns, context.zone);
  const target = arrange(lines, context, note);
  const { before, after } = columns.actions;
  const actions = [...before, ...planRowMoves(lines, target, note), ...after];
  if (before.length > 0) {
    const wide = rowsWith(target, (key) => key === KEY.focus || /^text:(?!nextDate|ready)/.test(key));
    actions.push({ act: 'merge', rows: wide, closing: rowsWith(target, (key) => key === KEY.closing) });
  }
  return { digest, findings, actions, columns: new Columns(columns.after) };
}

/** A copy of a tab is nobody's: its hidden id goes, everything else stays. */
function duplicate(cells: TabCells, { rep, copyOf }: TabContext): Omit<TabCheck, 'digest'> {
  const { row, col } = HEAD_CELL.tab;
  const at = (cells.values[0] ?? []).indexOf(`${KEY.head}:${rep.id}`) + 1;
  return {
    // Of the columns only this one counts.
    columns: new Columns(Array.from({ length: COLUMNS }, (_, n) => (n + 1 === col ? at : 0))),
    findings: [
      {
        cell: 'A1',
        words: `This tab is a copy. ${rep.name}’s own tab is “${copyOf}”.`,
        repair: 'It becomes a plain tab that the tracker leaves alone; everything on it stays.',
      },
    ],
    actions: [{ act: 'write', row, col, value: '', plain: false }],
  };
}

/** All rows of the tab as they should come, with what is to be written into them. */
function arrange(lines: readonly Line[], context: TabContext, note: Note): Line[] {
  const head = checkHead(lines, context.rep, note);
  if (head.body.length === 0) return head.lines;
  const names = new Map(context.sections.map((section) => [section.name, section.id]));
  for (const { name, id } of context.sections) names.set(knownSection(id)?.name ?? name, id);
  const kpis = new Map(context.kpis.map((kpi) => [kpi.name, kpi.id]));
  const { months, loose } = splitMonths(head.body, { sections: names, kpis }, note);
  const displaced = headTexts(head.lines, note);
  const stray = [...head.orphans, ...loose];
  if (months.length === 0) return [...head.lines, ...stray];
  const orphans = stray.filter((line) => !isBlankLine(line));
  const laid = months.map((month, index) => {
    const older = months[index + 1];
    return layOutMonth({
      month,
      sections: context.sections,
      isNewest: index === 0,
      orphans: index === 0 ? orphans : [],
      displaced: index === 0 ? displaced : [],
      plan: (agenda) => plan(context, month.month, agenda, numberOf(months, index), older?.month ?? null, {}),
      note,
    });
  });
  const blanks = stray.filter(isBlankLine);
  const target = [...head.lines, ...blanks.filter((line) => line.foreign), ...laid.flatMap((month) => month.lines)];
  const places: Places = {
    rowOf: new Map(target.map((line, index) => [line, index + 1])),
    lineAt: new Map(lines.map((line) => [line.origin, line])),
  };
  checkFormulas(laid, places, (month, earlier) => planAgain(context, laid, month, earlier), note);
  const newest = laid[0] as LaidOut;
  const source = headSource(newest, (laid[1]?.month ?? null) as MonthKey | null, places);
  checkFigures(head.lines, headFigures(source, context.statuses, context.kpis), newest, places, note);
  return target;
}

function plan(
  context: TabContext,
  month: MonthKey,
  agenda: readonly Section[],
  number: number,
  fromMonth: MonthKey | null,
  earlierKpiRows: Record<string, KpiRow[]>,
): BlockPlan {
  return planBlock({
    rep: context.rep.name,
    month,
    number,
    agenda,
    carry: { ...NOTHING_CARRIED, fromMonth },
    kpis: context.kpis,
    goals: context.goals,
    statuses: context.statuses,
    movingWeight: context.movingWeight,
    firstRow: FAR,
    earlierKpiRows,
    opened: 'opened',
    ...(context.rankOf ? { rankOf: context.rankOf } : {}),
    newId,
  });
}

function planAgain(
  context: TabContext,
  laid: readonly LaidOut[],
  month: LaidOut,
  earlier: Record<string, KpiRow[]>,
): BlockPlan {
  return plan(context, month.month, month.agenda, laid.length - laid.indexOf(month), null, earlier);
}

/** The number of a month's meeting: as its band has it, else one more than the month below. */
function numberOf(months: readonly MonthLines[], index: number): number {
  for (let n = index; n < months.length; n++) {
    const band = [...(months[n] as MonthLines).lines, ...(months[n] as MonthLines).strays].find(
      (l) => l.key === KEY.band,
    );
    const said = band?.values[HIDDEN.number - 1];
    if (typeof said === 'number') return said + n - index;
  }
  return months.length - index;
}

function headSource(newest: LaidOut, previousMonth: MonthKey | null, { rowOf }: Places): HeadSource {
  const row = (key: string) => rowOf.get(newest.byKey.get(key) as Line) ?? 0;
  const frame = frameRows(newest, rowOf);
  const top = row(KEY.header('conclusion'));
  return {
    month: newest.month,
    previousMonth,
    rowOf: row,
    deals: newest.agenda
      .filter((section) => section.kind === 'new' || section.kind === 'existing')
      .map((section) => [row(KEY.header(section.id)), lastBelow(row(KEY.header(section.id)), frame)] as const),
    promises: top ? [top, Math.max(top, row(KEY.text('observed')) - 1)] : null,
  };
}

/** Rows with such keys, by where they come to stand. */
function rowsWith(target: readonly Line[], fits: (key: string) => boolean): number[] {
  return target.flatMap((line, index) => (fits(line.key) ? [index + 1] : []));
}
