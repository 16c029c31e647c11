import { GROWTH, knownSection } from '../../core/shared/agenda';
import { digestOf } from '../../core/shared/hash';
import { cellValue, type RawCell } from '../grid/cells';
import { Columns, USUAL } from '../grid/columns';
import { COL, columnLetter, GRID_VERSION, KEY } from '../grid/grid';
import { COLUMNS, HEAD_CELL } from '../grid/hidden';
import { isRowKey, typedHidden } from '../grid/own-cells';
import { type HeadSource, headFigures } from '../tab/head';
import { rowColumns } from './best-fit';
import { cellActions, dressAll } from './cell-actions';
import { checkColumns, type TabCells } from './check-columns';
import { checkHead, compareHead, type HeadLines, headTexts } from './check-head';
import { checkLooks, type TabLooks } from './check-looks';
import { findLostKeys, type KnownNames, type MonthLines, splitMonths } from './check-months';
import { planRowMoves, type RowMoves } from './check-moves';
import { compareMonth } from './compare';
import { type Displaced, stoodIn, textCells } from './displaced';
import { idFinder, isLabelElsewhere } from './elsewhere';
import { fillPlan, type LaidOut, layOutMonth } from './layout';
import { type Finding, findingsOf, type Note, type Noted, quoted } from './notes';
import { headSource, MonthPlans, type Placed, sectionsOn, type TabContext } from './plans';
import { rejoin } from './rejoin';
import type { RepairAction } from './repair-actions';
import { isBlankLine, isItemKey, kindOf, type Line, linesOf, said } from './tab-lines';

/** What is damaged on a tab, what a repair would do, and a digest of the cells that this was worked out from. */
export interface TabCheck {
  findings: Finding[];
  /** The same, each damaged place for itself. */
  noted: readonly Noted[];
  actions: RepairAction[];
  /** Where the columns stand while the rows are put in order. */
  columns: Columns;
  digest: string;
}

/**
 * Works out what hand edits have damaged on a tab and how to put it right: each row gets its month and its place, then
 * each cell is compared with what the plan of that month would write. Pure. The actions are to be applied in their order;
 * no text that a person typed goes missing by them, wherever they are cut off.
 * @param looks how the cells look; without them looks are not compared
 */
export function checkTab(cells: TabCells, context: TabContext, looks?: TabLooks): TabCheck {
  const digest = digestOf([
    cells.values.map((line) => line.map((cell) => cellValue(cell, context.zone))),
    cells.formulas,
    looks ?? '',
    context.copyOf,
    context.agenda ?? '',
  ]);
  if (context.copyOf !== null) return { digest, noted: [], ...duplicate(cells, context) };
  const columns = checkColumns(cells);
  if (!columns) {
    const words = 'Hardly anything of a 1:1 tab can be recognised here: the hidden columns and the labels are gone.';
    const help = 'Bring them back with Ctrl+Z or from the version history.';
    const findings = [{ cell: '', words: `${words} ${help}`, repair: '' }];
    return { digest, actions: [], noted: [], columns: USUAL, findings };
  }
  const noted: Noted[] = [];
  const note: Note = (damage, line, col, about = '') => {
    const at = columns.order[col - 1] || col;
    noted.push({ damage, row: line.origin, cell: `${columnLetter(at)}${line.origin > 0 ? line.origin : 1}`, about });
  };
  for (const { damage, cell, about } of columns.findings) noted.push({ damage, row: 0, cell, about });
  const lines = linesOf(cells, columns, context.zone);
  const { target, moves } = new TabCheckRun(lines, context, note).arrange(looks && { looks, columns });
  const { before, after } = columns.actions;
  const actions = [...before, ...moves.actions, ...cellActions(target, moves.isSorted), ...after];
  if (before.length > 0) actions.push({ act: 'merge', ...mergedRows(target) });
  return { digest, findings: findingsOf(noted), noted, actions, columns: new Columns(columns.after) };
}

/** A copy of a tab is nobody's: its hidden id goes, everything else stays. */
function duplicate(cells: TabCells, { rep, copyOf }: TabContext): Pick<TabCheck, 'columns' | 'findings' | 'actions'> {
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

/** Rows whose text goes from B to H, and those with two texts side by side. */
function mergedRows(target: readonly Line[]): { rows: number[]; closing: number[] } {
  const rowsWith = (fits: (key: string) => boolean) => target.flatMap(({ key }, n) => (fits(key) ? [n + 1] : []));
  return {
    rows: rowsWith((key) => key === KEY.focus || /^text:(?!nextDate|ready)/.test(key)),
    closing: rowsWith((key) => key === KEY.closing),
  };
}

/** All rows of a tab as they should come, with what is to be written into them. */
class TabCheckRun {
  private readonly known: KnownNames;
  private readonly prefixes: ReadonlySet<string>;
  /** What stood in a row's hidden cells and is a person's, as the cells of a row. */
  private readonly aside = new Map<Line, { cols: readonly number[] } & Pick<Displaced, 'cells' | 'stood'>>();

  constructor(
    private readonly lines: Line[],
    private readonly context: TabContext,
    private readonly note: Note,
  ) {
    const sections = new Map(context.sections.map(({ name, id }) => [name, id]));
    for (const { name, id } of context.sections) sections.set(knownSection(id)?.name ?? name, id);
    this.known = {
      sections,
      kpis: new Map(context.kpis.map(({ name, id }) => [name, id])),
      columns: rowColumns(context.sections),
    };
    const ids = [...context.sections.map(({ id }) => id), ...sectionsOn(lines), 'todo', GROWTH.id];
    this.prefixes = new Set(ids);
  }

  arrange(seen?: { looks: TabLooks; columns: { order: readonly number[] } }): { target: Line[]; moves: RowMoves } {
    const { context, note, lines } = this;
    for (const line of lines) this.setAside(line);
    rejoin(lines, this.known, context.zone, note);
    findLostKeys(lines, this.known, note);
    const person = { ...context.rep, tab: context.tab };
    const head = checkHead(lines, person, note);
    if (head.body.length === 0) return this.withoutMonths(head);
    const texts = headTexts(head.lines, person, { note, zone: context.zone });
    const { months, loose } = splitMonths(head.body, note);
    const stray = [...head.orphans, ...loose];
    if (months.length === 0) return this.withoutMonths({ ...head, lines: [...head.lines, ...stray] });
    const inMonths = new Set(months.flatMap((month) => [...month.lines, ...month.strays]));
    const beside = lines.flatMap((line) => (inMonths.has(line) ? [] : this.hiddenTexts(line, '')));
    const plans = new MonthPlans(months, context);
    const laid = this.layOut(
      months,
      plans,
      stray.filter((line) => !isBlankLine(line)),
      [...texts, ...beside],
    );
    const above = [...head.lines, ...stray.filter((line) => isBlankLine(line) && line.foreign)];
    const doomed = [...head.doomed, ...stray.filter((line) => isBlankLine(line) && !line.foreign)];
    const placed = plans.placed(laid, above.length);
    const rows = laid.map((month, n) => [...fillPlan(month, (placed[n] as Placed).plan, note), ...month.after]);
    const target = [...above, ...rows.flat(), ...doomed, ...laid.flatMap((month) => month.doomed)];
    const moves = planRowMoves(lines, target, note);
    const { newRow } = moves;
    laid.forEach((month, n) => {
      for (const line of rows[n] as Line[]) {
        compareMonth([line], month, isLabelElsewhere(lines, month.month), newRow(line), note, context.isYearNew);
      }
    });
    const source = headSource(laid, placed);
    const wanted = this.headWanted(source);
    compareHead(head.lines, wanted, newRow(head.lines[2] as Line), note);
    if (moves.isSorted) dressAll(rows.flat());
    else if (seen) checkLooks(rows.flat(), seen.looks, seen.columns.order, laid[0]?.month ?? 0, note);
    return { target, moves };
  }

  private withoutMonths({ lines, doomed, body }: HeadLines): { target: Line[]; moves: RowMoves } {
    const target = [...lines, ...body, ...doomed];
    // There is no month that could take a text.
    for (const [line, { cols }] of this.aside)
      for (const col of cols) if (line.writes.get(col)?.value === '') line.writes.delete(col);
    return { target, moves: planRowMoves(this.lines, target, this.note) };
  }

  private layOut(
    months: readonly MonthLines[],
    plans: MonthPlans,
    orphans: readonly Line[],
    displaced: readonly Displaced[],
  ): LaidOut[] {
    const { context, note, lines } = this;
    const idFor = idFinder(lines);
    return months.map((month, index) => {
      const isNewest = index === 0;
      const older = months.slice(1).flatMap((other) => [...other.lines, ...other.strays]);
      const hasKpis = month.lines.some(({ key }) => key === KEY.header('kpis'));
      const had = (id: string) =>
        months.length === 1 || !hasKpis || older.some((line) => line.key === KEY.item('kpis', id));
      return layOutMonth({
        month,
        sections: context.sections,
        agenda: isNewest ? context.agenda : undefined,
        isNewest,
        kpis: isNewest ? context.kpis.filter(({ id }) => had(id)) : [],
        orphans: isNewest ? orphans : [],
        displaced: isNewest ? displaced : [],
        plan: (agenda, standing) => plans.of(index, agenda, standing),
        isOwnElsewhere: isLabelElsewhere(lines, month.month),
        hiddenTexts: (line, unit) => this.hiddenTexts(line, unit),
        idFor,
        zone: context.zone,
        note,
      });
    });
  }

  /** What somebody typed or pasted into a row's hidden cells. */
  private hiddenTexts(line: Line, unit: string): Displaced[] {
    const aside = this.aside.get(line);
    if (!aside) return [];
    const { cells, cols, stood } = aside;
    this.note('text', line, cols[0] as number, `${quoted(String(cells[COL.who]))} in a hidden column`);
    return [{ cells, unit, id: `r${digestOf([line.month, cells[COL.who]])}`, stood }];
  }

  /** Takes what is a person's out of a row's hidden cells, before anything reads them as the machine's. */
  private setAside(line: Line): void {
    const { key } = line;
    // The tab's head keeps other things in these cells; it may have lost its key.
    if (key === '' && line.origin === HEAD_CELL.tab.row && line.values[HEAD_CELL.grid.col - 1] === GRID_VERSION) return;
    const isKey =
      kindOf(key) !== 'none' && (!isItemKey(key) || isRowKey(key, line.month, (id) => this.prefixes.has(id)));
    const cols = typedHidden(line.values, isKey ? key : '', (col) => line.formulas[col - 1] !== '');
    if (cols.length === 0) return;
    const cells = textCells(line, cols, 'a hidden column', this.context.zone);
    this.aside.set(line, { cols, cells, stood: stoodIn(line, cols) });
    for (const col of cols) line.writes.set(col, { value: '', plain: false });
    const values = line.values.map((value, n) => (cols.includes(n + 1) ? '' : value));
    Object.assign(line, said(values, this.context.zone));
  }

  private headWanted(source: HeadSource): RawCell[][] {
    const [labels = [], figures = []] = headFigures(source, this.context.statuses, this.context.kpis);
    for (const [col, formula] of Object.entries(this.context.rights ?? {})) figures[Number(col) - 1] = formula;
    // Without rights, what stands in their cells stays.
    return [labels, this.context.rights ? figures : figures.slice(0, HEAD_CELL.previous.col)];
  }
}
