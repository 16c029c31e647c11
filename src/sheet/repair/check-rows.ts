import { GROWTH, knownSection, type Section } from '../../core/shared/agenda';
import { monthTitle } from '../../core/shared/month';
import { COL, KEY } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import { SECTION_LABEL } from '../month/own-words';
import type { BlockPlan, PlannedRow } from '../month/plan';
import { checkFrameCells, checkKpiCells, type Displaced } from './check-cells';
import { type MonthLines, type Note, prefixOf } from './check-months';
import { MonthRows, type TypedRows, type Unit } from './month-rows';
import { isBlankLine, kindOf, type Line } from './tab-lines';

export interface LaidOut {
  month: number;
  /** Rows as they should come, band first. */
  lines: Line[];
  /** Rows of the frame and of the KPIs by key. */
  byKey: Map<string, Line>;
  /** The agenda that the month has on the sheet. */
  agenda: Section[];
  /** Rows that people type into, by the kind of their section. */
  items: TypedRows;
}

export interface LayOutInput {
  month: MonthLines;
  /** Sections as Setup has them now. */
  sections: readonly Section[];
  isNewest: boolean;
  /** Rows with text that belong nowhere, to be put into this month. */
  orphans: readonly Line[];
  /** Text that stood in cells of the tab's head. */
  displaced: readonly Displaced[];
  plan: (agenda: readonly Section[]) => BlockPlan;
  note: Note;
}

/**
 * Puts a month's rows in order: every row of the frame once and in its place, every other row under the heading that it
 * stands under (or, where the frame itself is out of order, under the one that its key names). Missing rows of the
 * frame are added; texts that stand where the add-on's own words belong go into rows of their own.
 */
export function layOutMonth(input: LayOutInput): LaidOut {
  const { month, note } = input;
  const all = [...month.lines, ...month.strays];
  const agenda = agendaOf(all, input.sections, month.strays.length > 0);
  const units = unitsOf(input.plan(agenda), agenda, month.strays.length > 0 ? [] : all);
  const slotOf = new Map(units.flatMap((unit, u) => unit.slots.map((slot, s) => [slot.key, u * 1000 + s] as const)));
  const byKey = new Map<string, Line>();
  const doubles: Line[] = [];
  for (const line of all) {
    if (!slotOf.has(line.key)) continue;
    if (byKey.has(line.key)) doubles.push(line);
    else byKey.set(line.key, line);
  }
  const kept = new Set(byKey.values());
  const inOrder =
    month.strays.length === 0 &&
    isRising(month.lines.filter((l) => kept.has(l)).map((l) => slotOf.get(l.key) as number));
  const rows = new MonthRows(units, month, note);
  rows.place(all, kept, new Set(doubles), inOrder);
  for (const orphan of input.orphans) rows.adoptOrphan(orphan);
  const displaced: Displaced[] = [...input.displaced];
  for (const double of doubles) {
    note(
      double,
      COL.who,
      `${frameName(double.key, units)} stands in ${monthTitle(month.month)} twice.`,
      'The second one goes; what was typed into it stays.',
    );
    displaced.push(
      ...checkFrameCells({
        line: double,
        planned: plannedOf(units, double.key),
        month: month.month,
        isNewest: false,
        place: frameName(double.key, units),
        note: () => undefined,
        fix: false,
      }),
    );
    rows.drop(double);
  }
  for (const unit of units)
    for (const slot of unit.slots) {
      const line = byKey.get(slot.key);
      if (!line) continue;
      if (
        line.month !== month.month ||
        line.texts[HIDDEN.month - 1] !== String(month.month) ||
        line.texts[HIDDEN.key - 1] !== slot.key
      )
        rows.setKey(line, slot.key);
      displaced.push(
        ...checkFrameCells({
          line,
          planned: slot.row,
          month: month.month,
          isNewest: input.isNewest,
          place: frameName(slot.key, units),
          note,
          fix: true,
        }),
      );
    }
  for (const [key, line] of rows.kpis) {
    byKey.set(key, line);
    displaced.push(...checkKpiCells(line, 'kpis', note));
  }
  for (const text of displaced) rows.addText(text);
  const lines = rows.inOrder(byKey, (key) => {
    const missing = frameName(key, units);
    const near = month.lines[0] ?? month.strays[0];
    if (near) note(near, COL.who, `${missing} is missing in ${monthTitle(month.month)}.`, 'It comes back.');
  });
  return { month: month.month, lines: [...lines, ...month.after], byKey, agenda, items: rows.items() };
}

/**
 * The sections that a month has on the sheet, in the order of their headings (where rows came back from other months,
 * of the numbers that those say); the Conclusion is always last.
 */
function agendaOf(lines: readonly Line[], known: readonly Section[], scattered: boolean): Section[] {
  const order: string[] = [];
  const label = new Map<string, string>();
  const number = new Map<string, number>();
  const see = (id: string) => {
    if (id !== '' && id !== 'grow' && id !== 'todo' && !order.includes(id)) order.push(id);
  };
  for (const line of lines)
    if (line.key.startsWith('section:')) {
      const id = line.key.slice(8);
      see(id);
      const named = SECTION_LABEL.exec(line.texts[COL.who - 1] as string);
      if (named && !label.has(id)) {
        label.set(id, named[1] as string);
        number.set(id, Number.parseInt(named[0], 10));
      }
    }
  // Rows of a section that has lost its heading still say which it was.
  const lost: string[] = [];
  for (const line of lines) {
    const id = line.key.startsWith('header:') ? line.key.slice(7) : isBlankLine(line) ? '' : prefixOf(line.key);
    if (id === '' || id === 'grow' || id === 'todo' || order.includes(id) || lost.includes(id)) continue;
    if (line.key.startsWith('header:') || knownSection(id) || known.some((s) => s.id === id)) lost.push(id);
  }
  for (const id of lost) {
    const at = lines.findIndex((line) => line.key === KEY.header(id) || prefixOf(line.key) === id);
    const next = lines.slice(at).find((line) => line.key.startsWith('section:'));
    const place = next ? order.indexOf(next.key.slice(8)) : order.length;
    order.splice(place < 0 ? order.length : place, 0, id);
  }
  if (scattered) {
    const rank = (id: string) => number.get(id) ?? known.findIndex((s) => s.id === id) + 1;
    order.sort((a, b) => rank(a) - rank(b));
  }
  const ids = [...order.filter((id) => id !== 'conclusion'), 'conclusion'];
  return ids.map((id) => {
    const section = known.find((s) => s.id === id) ?? knownSection(id);
    const name = label.get(id);
    if (section) return name ? { ...section, name } : section;
    return { id, kind: 'notes', name: name ?? 'Section', question: '', minutes: 5 };
  });
}

function unitsOf(plan: BlockPlan, agenda: readonly Section[], lines: readonly Line[]): Unit[] {
  const top: Unit = { id: '', section: null, slots: [] };
  const end: Unit = { id: 'end', section: null, slots: [] };
  const units: Unit[] = [top];
  for (const row of plan.rows) {
    const key = String(row.values[HIDDEN.key - 1]);
    if (kindOf(key) === 'gap' || kindOf(key) === 'item') continue;
    if (key === KEY.end) {
      end.slots.push({ key, row });
      continue;
    }
    let unit = units.find((u) => u.id === row.section);
    if (!unit) {
      unit = { id: row.section, section: agenda.find((s) => s.id === row.section) ?? GROWTH, slots: [] };
      units.push(unit);
    }
    unit.slots.push({ key, row });
  }
  units.push(end);
  return growWhereItStands(units, lines);
}

/** The lines of development stay below the section that they stand below. */
function growWhereItStands(units: Unit[], lines: readonly Line[]): Unit[] {
  const at = lines.findIndex((line) => line.key === KEY.header('grow'));
  const grow = units.find((unit) => unit.id === 'grow');
  if (at < 0 || !grow) return units;
  const above = lines.slice(0, at).filter((line) => /^(section|header):/.test(line.key));
  const host = above[above.length - 1]?.key.replace(/^\w+:/, '');
  if (!host || host === 'conclusion' || !units.some((unit) => unit.id === host)) return units;
  const rest = units.filter((unit) => unit !== grow);
  rest.splice(rest.findIndex((unit) => unit.id === host) + 1, 0, grow);
  return rest;
}

function plannedOf(units: readonly Unit[], key: string): PlannedRow {
  return units.flatMap((unit) => unit.slots).find((slot) => slot.key === key)?.row as PlannedRow;
}

/** What a row of the frame is called in messages. */
function frameName(key: string, units: readonly Unit[]): string {
  const unit = units.find((u) => u.slots.some((slot) => slot.key === key));
  const name = unit?.section?.name ?? '';
  if (key === KEY.band) return 'The month’s heading';
  if (key === KEY.end) return 'The month’s last line';
  if (key === KEY.pipeline) return 'The row “Pipeline”';
  if (key === KEY.closing) return 'The row “Closing”';
  if (key.startsWith('section:')) return `The heading of ${name}`;
  if (key.startsWith('header:')) return `The row of column labels of ${name}`;
  if (key === KEY.focus) return 'The row of the last focus';
  return `The row “${String(plannedOf(units, key).values[COL.who - 1])}”`;
}

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((n, index) => index === 0 || n > (numbers[index - 1] as number));
}
