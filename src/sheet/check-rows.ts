import { fieldUses, knownSection, type Section } from '../core/agenda';
import { monthTitle } from '../core/month';
import { type BlockPlan, itemKeyOf, type PlannedRow } from './block-plan';
import { newId } from './cells';
import { checkFrameCells, checkKpiCells, type Displaced } from './check-cells';
import { type MonthLines, type Note, prefixOf } from './check-months';
import { COL, COLUMNS, FIELD_COL, itemKey, KEY } from './grid';
import { isBlankLine, isFilled, kindOf, type Line, newLine } from './tab-lines';
import { SECTION_LABEL } from './tab-words';

/** Rows that months of the first released grid do not have. */
const GRID_2 = ['text:review', 'text:help', 'text:ready', 'text:plan', KEY.pipeline, 'header:grow'];

export interface LaidOut {
  month: number;
  /** Rows as they should come, band first. */
  lines: Line[];
  /** Rows of the frame and of the KPIs by key. */
  byKey: Map<string, Line>;
  /** The agenda that the month has on the sheet. */
  agenda: Section[];
  isGrid2: boolean;
  /** Rows that people type into, by the kind of their section. */
  items: { deals: Line[]; commitments: Line[] };
}

export interface LayOutInput {
  month: MonthLines;
  /** Sections as Setup has them now. */
  sections: readonly Section[];
  /** Is this the newest month of a tab of grid 2? */
  needsGrid2: boolean;
  /** Rows with text that belong nowhere, to be put into this month. */
  orphans: readonly Line[];
  /** Text that stood in cells of the tab's head. */
  displaced: readonly Displaced[];
  /** Give the lines of development an empty row where they have none. */
  spareGrowth: boolean;
  plan: (agenda: readonly Section[]) => BlockPlan;
  note: Note;
}

/** A stretch of a month: its rows of the frame, in their order, and what stands below them. */
interface Unit {
  id: string;
  section: Section | null;
  slots: { key: string; row: PlannedRow }[];
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
  const isGrid2 = input.needsGrid2 || all.some((line) => GRID_2.includes(line.key));
  const plan = input.plan(agenda);
  const units = unitsOf(plan, agenda, month.strays.length > 0 ? [] : all, isGrid2);
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
  const rows = new Rows(units, agenda, month, note);
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
        line.texts[COL.month - 1] !== String(month.month) ||
        line.texts[COL.key - 1] !== slot.key
      )
        rows.setKey(line, slot.key);
      displaced.push(
        ...checkFrameCells({
          line,
          planned: slot.row,
          month: month.month,
          isNewest: input.needsGrid2,
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
  if (input.spareGrowth) rows.addSpare('grow', byKey.get(KEY.header('grow')));
  const lines = rows.inOrder(byKey, input.spareGrowth, (key) => {
    const missing = frameName(key, units);
    const near = month.lines[0] ?? month.strays[0];
    if (near) note(near, COL.who, `${missing} is missing in ${monthTitle(month.month)}.`, 'It comes back.');
  });
  return { month: month.month, lines: [...lines, ...month.after], byKey, agenda, isGrid2, items: rows.items() };
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

function unitsOf(plan: BlockPlan, agenda: readonly Section[], lines: readonly Line[], isGrid2: boolean): Unit[] {
  const top: Unit = { id: '', section: null, slots: [] };
  const end: Unit = { id: 'end', section: null, slots: [] };
  const units: Unit[] = [top];
  for (const row of plan.rows) {
    const key = String(row.values[COL.key - 1]);
    if (kindOf(key) === 'gap' || kindOf(key) === 'item') continue;
    if (!isGrid2 && GRID_2.includes(key)) continue;
    if (key === KEY.end) {
      end.slots.push({ key, row });
      continue;
    }
    let unit = units.find((u) => u.id === row.section);
    if (!unit) {
      unit = { id: row.section, section: agenda.find((s) => s.id === row.section) ?? GROW, slots: [] };
      units.push(unit);
    }
    unit.slots.push({ key, row });
  }
  units.push(end);
  return growWhereItStands(units, lines);
}

const GROW: Section = { id: 'grow', kind: 'growth', name: 'Development', question: '', minutes: 0 };

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
  if (key.startsWith('section:')) return `The heading of ${name}`;
  if (key.startsWith('header:')) return `The row of column labels of ${name}`;
  if (key === KEY.focus) return 'The row of the last focus';
  return `The row “${String(plannedOf(units, key).values[COL.who - 1])}”`;
}

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((n, index) => index === 0 || n > (numbers[index - 1] as number));
}

/** The rows of a month while they are being put in order. */
class Rows {
  /** Rows below each row of the frame, and the empty ones that follow a row. */
  private readonly below = new Map<string, Line[]>();
  /** Rows that come from elsewhere: they go behind the others, before the gap. */
  private readonly late = new Set<Line>();
  private readonly tail = new Map<Line, Line[]>();
  private readonly ids = new Set<string>();
  readonly kpis = new Map<string, Line>();
  private readonly first: Line[] = [];
  private readonly own: ReadonlySet<Line>;

  constructor(
    private readonly units: readonly Unit[],
    private readonly agenda: readonly Section[],
    private readonly month: MonthLines,
    private readonly note: Note,
  ) {
    this.own = new Set(month.lines);
  }

  place(lines: readonly Line[], kept: ReadonlySet<Line>, doubles: ReadonlySet<Line>, inOrder: boolean): void {
    let unit: Unit | null = null;
    let before: Line | null = null;
    let closed = false;
    for (const line of lines) {
      if (kept.has(line) || doubles.has(line)) {
        if (kept.has(line)) {
          unit = this.units.find((u) => u.slots.some((slot) => slot.key === line.key)) ?? unit;
          closed = line.key === KEY.end;
          before = line;
        }
        continue;
      }
      const parsed = itemKey(line.key);
      if (isBlankLine(line) && !parsed) {
        this.follow(before, line);
        continue;
      }
      if (isBlankLine(line) && parsed && !this.unitOf(parsed.section)) {
        this.setKey(line, '');
        this.follow(before, line);
        continue;
      }
      const home = this.homeOf(line, closed ? null : unit, inOrder);
      if (home !== unit || closed || !this.own.has(line)) this.late.add(line);
      this.take(line, home);
      before = line;
    }
  }

  /** Gives a row that belongs nowhere a place where its text is read. */
  adoptOrphan(line: Line): void {
    this.late.add(line);
    this.take(line, this.fitting(line));
  }

  /** A duplicate goes; it stays as an empty row when something stands beside it in a column of somebody's own. */
  drop(line: Line): void {
    if (!line.foreign) return;
    for (let col = 1; col <= COLUMNS; col++) if (isFilled(line, col)) line.writes.set(col, { value: '', plain: false });
    line.key = '';
    this.first.push(line);
  }

  /** A text that stood where the add-on's own words belong, in a row of its own. */
  addText(text: Displaced): void {
    const wanted = this.units.find((unit) => unit.id === text.unit && takesText(unit.section));
    const unit = wanted ?? this.fitting(null);
    const section = unit.section as Section;
    const planned = blankItem(section, this.colorsOf(unit), this.month.month);
    planned.values[COL.key - 1] = itemKeyOf(section, newId());
    planned.values[COL.who - 1] = text.text;
    planned.values[COL.why - 1] = text.stood;
    const line = newLine(planned);
    this.late.add(line);
    this.list(unit).push(line);
  }

  /** An empty row to type into, in a section that has none. */
  addSpare(id: string, header: Line | undefined): void {
    const unit = this.units.find((one) => one.id === id);
    if (!unit?.section || this.list(unit).length > 0) return;
    const planned = { ...blankItem(unit.section, this.colorsOf(unit), this.month.month), kind: 'spare' as const };
    planned.values[COL.key - 1] = itemKeyOf(unit.section, newId());
    const tail = (header && this.tail.get(header)) ?? [];
    const free = tail[0] && isFree(tail[0]) ? tail.shift() : undefined;
    const line = free ? fillLine(free, planned) : newLine(planned);
    this.late.add(line);
    this.list(unit).push(line);
  }

  /** All rows, those of the frame that are missing among them. */
  inOrder(byKey: Map<string, Line>, thorough: boolean, missing: (key: string) => void): Line[] {
    const lines: Line[] = [];
    const tail = (line: Line) => lines.push(...(this.tail.get(line) ?? []));
    for (const unit of this.units)
      for (const slot of unit.slots) {
        const there = byKey.get(slot.key) ?? this.emptyRow(lines, slot.row) ?? newLine(withoutFormulas(slot.row));
        if (!byKey.has(slot.key)) {
          missing(slot.key);
          byKey.set(slot.key, there);
          const above = lines[lines.length - 1];
          const opens = slot.key.startsWith('section:') || slot.key === KEY.header('grow');
          if (opens && above && !isBlankLine(above)) lines.push(newLine(gapRow(this.month.month, unit)));
        }
        lines.push(there);
        if (slot.key === KEY.band) lines.push(...this.first);
        const list = slot.key === anchorOf(unit) ? this.list(unit) : [];
        const settled = list.filter((line) => !this.late.has(line));
        const last = settled[settled.length - 1] ?? there;
        if (last !== there) tail(there);
        for (const line of settled) {
          lines.push(line);
          if (line !== last) tail(line);
        }
        for (const line of list.filter((l) => this.late.has(l))) {
          lines.push(line);
          tail(line);
        }
        tail(last);
      }
    return this.closeGaps(lines, thorough);
  }

  /** An empty row without a key that stands just there, as one that was inserted before a run was cut off. */
  private emptyRow(lines: Line[], planned: PlannedRow): Line | null {
    const line = lines[lines.length - 1];
    if (!line || !isFree(line)) return null;
    lines.pop();
    return fillLine(line, withoutFormulas(planned));
  }

  items(): LaidOut['items'] {
    const of = (...kinds: string[]) =>
      this.units
        .filter((unit) => unit.section && kinds.includes(unit.section.kind))
        .flatMap((unit) => this.list(unit).filter((line) => !isBlankLine(line)));
    return { deals: of('new', 'existing'), commitments: of('conclusion') };
  }

  /** A row's key and month in the sheet. */
  setKey(line: Line, key: string): void {
    line.key = key;
    line.month = this.month.month;
    line.writes.set(COL.key, { value: key, plain: false });
    line.writes.set(COL.month, { value: key === '' ? '' : this.month.month, plain: false });
  }

  /** A gap that was typed into has become a row; the next heading gets a new one. `thorough`: every heading has one. */
  private closeGaps(lines: Line[], thorough: boolean): Line[] {
    return lines.flatMap((line, index) => {
      const before = lines[index - 1];
      if (!before || !/^section:/.test(line.key) || before.key === KEY.gap) return [line];
      const gap = gapRow(this.month.month, null);
      if (thorough && isFree(before)) fillLine(before, gap);
      else if (thorough || before.dress?.kind === 'item') return [newLine(gap), line];
      return [line];
    });
  }

  private follow(before: Line | null, line: Line): void {
    if (!before) this.first.push(line);
    else this.tail.set(before, [...(this.tail.get(before) ?? []), line]);
  }

  private list(unit: Unit): Line[] {
    const list = this.below.get(unit.id) ?? [];
    this.below.set(unit.id, list);
    return list;
  }

  private unitOf(prefix: string): Unit | undefined {
    return this.units.find((unit) =>
      prefix === 'todo' ? unit.section?.kind === 'conclusion' : unit.section !== null && unit.id === prefix,
    );
  }

  private homeOf(line: Line, stands: Unit | null, inOrder: boolean): Unit {
    const parsed = itemKey(line.key);
    const named = parsed ? this.unitOf(parsed.section) : undefined;
    if (named?.section?.kind === 'kpis') return named;
    const here = stands?.section && stands.section.kind !== 'kpis' ? stands : null;
    if (!named) return here ?? this.fitting(line);
    if (!here || named === here) return named;
    return inOrder && fits(line, here.section as Section) ? here : named;
  }

  /** Where a row that says nothing about itself is read best. */
  private fitting(line: Line | null): Unit {
    const asDeal = line !== null && [COL.when, COL.amount, COL.status, COL.moved].some((col) => isFilled(line, col));
    const kinds = asDeal
      ? ['new', 'existing', 'topics', 'notes', 'conclusion']
      : ['topics', 'notes', 'new', 'existing', 'conclusion'];
    const units = kinds.flatMap((kind) => this.units.filter((unit) => unit.section?.kind === kind));
    return units[0] as Unit;
  }

  private take(line: Line, home: Unit): void {
    const section = home.section as Section;
    const parsed = itemKey(line.key);
    let unit = home;
    let id = parsed?.id ?? '';
    const title = monthTitle(this.month.month);
    if (section.kind === 'kpis' && this.ids.has(id)) {
      unit = this.fitting(null);
      id = '';
      // What is computed would speak of a KPI that this row no longer is.
      for (const col of [COL.d, COL.e, COL.f, COL.g, COL.amount, COL.status, COL.moved, COL.since])
        if (line.formulas[col - 1] !== '') line.writes.set(col, { value: '', plain: false });
      this.note(
        line,
        COL.who,
        `The KPI “${line.texts[0]}” stands in ${title} twice.`,
        `The second row becomes a plain row of ${unit.section?.name}.`,
      );
    } else if (parsed === null && !isBlankLine(line)) {
      this.note(line, COL.who, `This row has no key of its own yet.`, `It gets one, as a row of ${section.name}.`);
    } else if (this.ids.has(id)) {
      this.note(line, COL.who, 'This row carries the key of another row.', 'It gets a key of its own.');
      id = '';
    } else if (line.key !== itemKeyOf(section, id)) {
      this.note(line, COL.who, 'This row comes from another section.', `It becomes a row of ${section.name}.`);
    } else if (line.texts[COL.month - 1] !== String(this.month.month)) {
      this.note(line, COL.who, 'This row comes from another month.', `It becomes a row of ${title}.`);
    }
    if (id === '') id = newId();
    this.ids.add(id);
    const key = itemKeyOf(unit.section as Section, id);
    if (kindOf(line.texts[COL.key - 1] as string) === 'gap')
      line.dress = blankItem(unit.section as Section, this.colorsOf(unit), this.month.month);
    if (line.texts[COL.key - 1] !== key || line.texts[COL.month - 1] !== String(this.month.month))
      this.setKey(line, key);
    if (unit.section?.kind === 'kpis') this.kpis.set(key, line);
    this.list(unit).push(line);
  }

  private colorsOf(unit: Unit): PlannedRow['colors'] {
    return unit.slots[0]?.row.colors ?? null;
  }
}

/** An empty row of the sheet that nobody has a use for. */
function isFree(line: Line): boolean {
  return line.origin > 0 && line.key === '' && !line.foreign && isBlankLine(line);
}

/** Makes an empty row of the sheet what was planned. */
function fillLine(line: Line, planned: PlannedRow): Line {
  line.dress = planned;
  line.key = String(planned.values[COL.key - 1]);
  line.month = Number(planned.values[COL.month - 1]);
  planned.values.forEach((value, index) => {
    if (value !== '') line.writes.set(index + 1, { value, plain: false });
  });
  return line;
}

/** Formulas follow once it is known where their cells stand. */
function withoutFormulas(row: PlannedRow): PlannedRow {
  return {
    ...row,
    values: row.values.map((value) => (typeof value === 'string' && value.startsWith('=') ? '' : value)),
  };
}

/** The row of the frame that a section's rows stand below. */
function anchorOf(unit: Unit): string {
  return KEY.header(unit.id);
}

function takesText(section: Section | null): boolean {
  return section !== null && section.kind !== 'kpis' && section.kind !== 'conclusion';
}

/** Does a row keep all its texts readable under this section? */
function fits(line: Line, section: Section): boolean {
  const used = new Set(fieldUses(section).map((use) => FIELD_COL[use.field]));
  return Object.values(FIELD_COL).every((col) => used.has(col) || !isFilled(line, col));
}

function blankItem(section: Section, colors: PlannedRow['colors'], month: number): PlannedRow {
  const values = Array.from({ length: COLUMNS }, () => '' as string | number);
  values[COL.month - 1] = month;
  return {
    kind: 'item',
    section: section.id,
    sectionKind: section.kind,
    colors,
    values,
    types: Object.fromEntries(fieldUses(section).map((use) => [use.field, use.type])),
  };
}

function gapRow(month: number, unit: Unit | null): PlannedRow {
  const values = Array.from({ length: COLUMNS }, () => '' as string | number);
  values[COL.key - 1] = KEY.gap;
  values[COL.month - 1] = month;
  return { kind: 'gap', section: unit?.id ?? '', sectionKind: null, colors: null, values, types: {} };
}
