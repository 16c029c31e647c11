import { fieldUses, type Section } from '../../core/shared/agenda';
import { monthTitle } from '../../core/shared/month';
import { newId } from '../grid/cells';
import { COL, FIELD_COL, itemKey, KEY } from '../grid/grid';
import { COLUMNS, HIDDEN } from '../grid/hidden';
import { itemKeyOf, type PlannedRow } from '../month/plan';
import type { Displaced } from './check-cells';
import type { MonthLines, Note } from './check-months';
import { isBlankLine, isFilled, kindOf, type Line, newLine } from './tab-lines';

/** A stretch of a month: its rows of the frame, in their order, and what stands below them. */
export interface Unit {
  id: string;
  section: Section | null;
  slots: { key: string; row: PlannedRow }[];
}

/** Rows that people type into, by the kind of their section. */
export interface TypedRows {
  deals: Line[];
  commitments: Line[];
}

/** The rows of a month while they are being put in order. */
export class MonthRows {
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
    planned.values[HIDDEN.key - 1] = itemKeyOf(section, newId());
    planned.values[COL.who - 1] = text.text;
    planned.values[COL.why - 1] = text.stood;
    const line = newLine(planned);
    this.late.add(line);
    this.list(unit).push(line);
  }

  /** All rows, those of the frame that are missing among them. */
  inOrder(byKey: Map<string, Line>, missing: (key: string) => void): Line[] {
    const lines: Line[] = [];
    for (const unit of this.units)
      for (const slot of unit.slots) {
        const known = byKey.get(slot.key);
        const line = known ?? this.missingRow(lines, unit, slot.row);
        if (!known) missing(slot.key);
        byKey.set(slot.key, line);
        // What ends a month stands above its gap.
        const gap = known || slot.key !== KEY.end ? [] : trailingBlanks(lines);
        lines.push(line);
        if (slot.key === KEY.band) lines.push(...this.first);
        this.pushBelow(lines, line, slot.key === KEY.header(unit.id) ? this.list(unit) : []);
        lines.push(...gap);
      }
    return this.closeGaps(lines);
  }

  private missingRow(lines: Line[], unit: Unit, planned: PlannedRow): Line {
    const row = withoutFormulas(planned);
    const above = lines[lines.length - 1];
    // An empty row without a key may be one that was inserted before a run was cut off.
    if (above && isFree(above)) return fillLine(lines.pop() as Line, row);
    const key = String(planned.values[HIDDEN.key - 1]);
    const opens = key.startsWith('section:') || key === KEY.header('grow');
    if (opens && above && !isBlankLine(above)) lines.push(newLine(gapRow(this.month.month, unit)));
    return newLine(row);
  }

  /** The rows below a row of the frame; those that come from elsewhere last, but above the gap. */
  private pushBelow(lines: Line[], anchor: Line, list: readonly Line[]): void {
    const tail = (line: Line) => lines.push(...(this.tail.get(line) ?? []));
    const settled = list.filter((line) => !this.late.has(line));
    const last = settled[settled.length - 1] ?? anchor;
    if (last !== anchor) tail(anchor);
    for (const line of settled) {
      lines.push(line);
      if (line !== last) tail(line);
    }
    for (const line of list.filter((one) => this.late.has(one))) {
      lines.push(line);
      tail(line);
    }
    tail(last);
  }

  items(): TypedRows {
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
    line.writes.set(HIDDEN.key, { value: key, plain: false });
    line.writes.set(HIDDEN.month, { value: key === '' ? '' : this.month.month, plain: false });
  }

  /** A gap that was typed into has become a row; the next heading gets a new one. */
  private closeGaps(lines: Line[]): Line[] {
    return lines.flatMap((line, index) => {
      const before = lines[index - 1];
      if (!before || !/^section:/.test(line.key) || before.key === KEY.gap) return [line];
      const gap = gapRow(this.month.month, null);
      if (before.dress?.kind === 'item') return [newLine(gap), line];
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
      for (let col = 1; col <= COLUMNS; col++)
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
    } else if (line.texts[HIDDEN.month - 1] !== String(this.month.month)) {
      this.note(line, COL.who, 'This row comes from another month.', `It becomes a row of ${title}.`);
    }
    if (id === '') id = newId();
    this.ids.add(id);
    const key = itemKeyOf(unit.section as Section, id);
    if (kindOf(line.texts[HIDDEN.key - 1] as string) === 'gap')
      line.dress = blankItem(unit.section as Section, this.colorsOf(unit), this.month.month);
    if (line.texts[HIDDEN.key - 1] !== key || line.texts[HIDDEN.month - 1] !== String(this.month.month))
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
  line.key = String(planned.values[HIDDEN.key - 1]);
  line.month = Number(planned.values[HIDDEN.month - 1]);
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

/** Takes the empty rows off the end. */
function trailingBlanks(lines: Line[]): Line[] {
  let from = lines.length;
  while (from > 0 && itemKey((lines[from - 1] as Line).key) === null && isBlankLine(lines[from - 1] as Line)) from--;
  return lines.splice(from);
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
  values[HIDDEN.month - 1] = month;
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
  values[HIDDEN.key - 1] = KEY.gap;
  values[HIDDEN.month - 1] = month;
  return { kind: 'gap', section: unit?.id ?? '', sectionKind: null, colors: null, values, types: {} };
}
