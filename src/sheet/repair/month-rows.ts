import type { Section } from '../../core/shared/agenda';
import { type MonthKey, monthTitle } from '../../core/shared/month';
import { newId } from '../grid/cells';
import { COL, itemKey, KEY } from '../grid/grid';
import { COLUMNS, HIDDEN } from '../grid/hidden';
import { itemKeyOf, SPARE } from '../month/plan';
import type { MonthLines } from './check-months';
import { asRow, type Displaced, isRescued } from './displaced';
import { fitting, homeOf, takesText, unitOf } from './homes';
import type { Note } from './notes';
import { addedLine, isBlankLine, isFilled, isFree, isItemKey, kindOf, type Line, setKey } from './tab-lines';
import { keyIn, type Standing, type Unit } from './units';

/** What the rows of a month are put in order by. */
export interface RowsInput {
  month: MonthLines;
  units: readonly Unit[];
  /** An id for a row that has none: the one that the same text has in another month, else a new one. */
  idFor: (line: Line, section: Section, taken: ReadonlySet<string>) => string;
  zone: string;
  note: Note;
}

/** The rows of a month while they are being put in order. */
export class MonthRows {
  private readonly below = new Map<string, Line[]>();
  /** Rows that come from elsewhere: they go behind the others of their section. */
  private readonly late = new Map<string, Line[]>();
  private readonly ids = new Set<string>();
  private readonly keysSeen: Set<string>;
  private readonly idsSeen: Set<string>;
  private readonly gapsLeft: Line[] = [];
  private readonly texts = new Map<string, number>();
  private readonly own: ReadonlySet<Line>;
  /** Rows that a repair has made for texts, this one's forerunner that was cut off among them. */
  private readonly rescued: readonly Line[];
  private readonly month: MonthKey;
  private readonly note: Note;

  constructor(private readonly input: RowsInput) {
    this.month = input.month.month;
    this.note = input.note;
    this.own = new Set(input.month.lines);
    this.rescued = [...input.month.lines, ...input.month.strays].filter(
      ({ key }) => !key.startsWith('kpis:') && /:r[0-9a-z]{8,}(-\d+)?$/.test(key),
    );
    this.keysSeen = new Set([...input.month.lines, ...input.month.strays].map(({ key }) => key));
    this.idsSeen = new Set([...this.keysSeen].map((key) => itemKey(key)?.id ?? ''));
  }

  /** Gives every row that is none of the frame its section. Returns the section above each row, for what was pasted there. */
  place(
    lines: readonly Line[],
    kept: ReadonlySet<Line>,
    doubles: ReadonlySet<Line>,
    inOrder: boolean,
  ): Map<Line, string> {
    const above = new Map<Line, string>();
    const labelled = new Set([...kept].map(({ key }) => key));
    let unit: Unit | null = null;
    let anchor = KEY.band as string;
    for (const line of lines) {
      above.set(line, unit?.id ?? '');
      if (doubles.has(line)) continue;
      if (kept.has(line)) {
        unit = this.input.units.find(({ frame }) => frame.some((row) => keyIn(row) === line.key)) ?? unit;
        anchor = line.key;
        continue;
      }
      const closed = anchor === KEY.end;
      const parsed = itemKey(line.key);
      const named = parsed && isItemKey(line.key) ? unitOf(this.input.units, parsed.section) : undefined;
      if (named && inOrder && !closed && this.hasLostFrame(named, labelled)) {
        unit = named;
        anchor = KEY.header((named.section as Section).id);
      }
      // An empty row goes where its key says when something stands beside it, in a column of somebody’s own, or all is out of order.
      const isEmpty = isBlankLine(line) && !(named && (line.foreign || !inOrder));
      if (isEmpty && !(named && named === unit && !this.ids.has(parsed?.id ?? ''))) {
        const isGap = kindOf(line.key) === 'gap' && line.texts[HIDDEN.key - 1] === line.key;
        if (!isGap) this.forgetKey(line);
        // Where rows have lost their order, an empty row above a section is as good as another one.
        if (isGap && !inOrder && !line.foreign) this.gapsLeft.push(line);
        else this.list(this.below, isGap ? this.anchorOf(unit, anchor, labelled) : anchor).push(line);
        continue;
      }
      const home = homeOf(this.input.units, line, closed ? null : unit, inOrder);
      const key = KEY.header((home.section as Section).id);
      const to = this.take(line, home, closed && !named);
      if (home === unit) anchor = this.anchorOf(unit, anchor, labelled);
      if (to === home && key === anchor && this.own.has(line)) this.list(this.below, key).push(line);
      else this.list(this.late, to.id).push(line);
    }
    return above;
  }

  /** Of a section that has lost both its heading and its labels, the keys of its rows still say where it began. */
  private hasLostFrame({ section }: Unit, labelled: ReadonlySet<string>): boolean {
    const { id, kind } = section as Section;
    return kind !== 'kpis' && !labelled.has(KEY.section(id)) && !labelled.has(KEY.header(id));
  }

  /** Where a section's row of labels is missing, its rows stand below its heading as if it were there. */
  private anchorOf(unit: Unit | null, anchor: string, labelled: ReadonlySet<string>): string {
    const header = unit?.section ? KEY.header(unit.section.id) : '';
    return header !== '' && !labelled.has(header) && anchor.startsWith('section:') ? header : anchor;
  }

  /** Gives a row that belongs nowhere a place where its text is read. */
  adoptOrphan(line: Line): void {
    const home = fitting(this.input.units, line);
    this.list(this.late, this.take(line, home, true).id).push(line);
  }

  /** A second row of the frame goes; it stays, empty, when something stands beside it in a column of somebody's own. */
  drop(line: Line): void {
    line.doomed = !line.foreign;
    if (line.doomed) return;
    for (let col = 1; col <= COLUMNS; col++) if (isFilled(line, col)) line.writes.set(col, { value: '', plain: false });
    line.key = '';
    this.list(this.below, KEY.band).push(line);
  }

  /** A text that stood where nobody reads it, in a row of its own; a run that was cut off may have made that already. */
  addText(text: Displaced): void {
    const wanted = this.input.units.find((unit) => unit.id === text.unit && takesText(unit.section));
    const unit = wanted ?? fitting(this.input.units, null);
    const section = unit.section as Section;
    // The same text may have stood in such a place more than once.
    const nth = this.texts.get(text.id) ?? 0;
    this.texts.set(text.id, nth + 1);
    const id = `${text.id}${nth === 0 ? '' : `-${nth}`}`;
    if (this.idsSeen.has(id) || this.rescued.some((row) => isRescued(text, row))) return;
    const key = itemKeyOf(section, id);
    this.idsSeen.add(id);
    this.list(this.late, unit.id).push(addedLine(key, this.month, asRow(text.cells, section, this.input.zone)));
  }

  /** A KPI's row that is missing. */
  addKpi(id: string, name: string): void {
    const key = KEY.item('kpis', id);
    if (this.keysSeen.has(key) || !this.input.units.some((unit) => unit.section?.kind === 'kpis')) return;
    const line = addedLine(key, this.month);
    this.note('missing', line, COL.who, `the row of the KPI “${name}” in ${monthTitle(this.month)}`);
    this.list(this.late, 'kpis').push(line);
  }

  /** Rows to type into, for a section that has come into the month. */
  addSpares(section: Section): void {
    for (let n = 0; n < SPARE[section.kind]; n++)
      this.list(this.late, section.id).push(addedLine(itemKeyOf(section, newId()), this.month));
  }

  /** All rows in their lists, once no more come. `missing` are the rows of the frame that are not there. */
  standing(missing: ReadonlySet<string>): Standing {
    const gaps = new Map<string, Line>();
    const free = new Map<string, Line>();
    for (const unit of this.input.units) if (unit.section) this.settle(unit);
    let above = KEY.band as string;
    this.input.units.forEach((unit, u) => {
      unit.frame.forEach((row, n) => {
        const key = keyIn(row);
        const list = this.list(this.below, above);
        // What ended the month has gone from above its empty row.
        const last = list[list.length - 1];
        if (key === KEY.end && missing.has(key) && last?.key === KEY.gap) gaps.set('', list.pop() as Line);
        if (u > 0 && n === 0 && key !== KEY.end) {
          const there = unit.frame.findIndex((one) => !missing.has(keyIn(one)));
          const gone = unit.frame.slice(0, there < 0 ? undefined : there).map(keyIn);
          const gap = this.gapsLeft.shift() ?? takeGap(list, gone, free);
          if (gap) gaps.set(key, gap);
        } else if (missing.has(key) && key !== KEY.band && list.length > 0 && isFree(list[list.length - 1] as Line))
          free.set(key, list.pop() as Line);
        above = key;
      });
    });
    const after = [...this.gapsLeft, ...(this.below.get(KEY.end) ?? [])];
    if (after.length > 0 && !gaps.has('')) gaps.set('', after.shift() as Line);
    this.below.delete(KEY.end);
    return { below: this.below, gaps, free, after };
  }

  /** Late rows go behind the settled ones, above the empty rows at the section's end; added ones take empty rows that are there. */
  private settle(unit: Unit): void {
    const list = this.list(this.below, KEY.header((unit.section as Section).id));
    let end = list.length;
    while (end > 0 && isBlankLine(list[end - 1] as Line) && !isItemKey((list[end - 1] as Line).key)) end--;
    const blanks = list.splice(end);
    for (const line of this.late.get(unit.id) ?? []) {
      const [first, ...others] = blanks;
      if (line.origin === 0 && first && others.length > 0 && isFree(first)) {
        fill(first, line);
        list.push(blanks.shift() as Line);
      } else list.push(line);
    }
    list.push(...blanks);
  }

  /** Sees to a row's key. Returns the section that it goes to in the end. */
  private take(line: Line, home: Unit, isAstray: boolean): Unit {
    const parsed = isItemKey(line.key) ? itemKey(line.key) : null;
    let unit = home;
    let id = parsed && unitOf(this.input.units, parsed.section) ? parsed.id : '';
    if (home.section?.kind === 'kpis' && this.ids.has(`kpis:${id}`)) {
      unit = fitting(this.input.units, null);
      id = '';
      this.note('kpiTwice', line, COL.who, String(line.texts[COL.who - 1]));
      // What is computed would speak of a KPI that this row no longer is.
      for (let col = 1; col <= COLUMNS; col++)
        if (line.formulas[col - 1] !== '') line.writes.set(col, { value: '', plain: false });
      line.formulas = line.formulas.map(() => '');
    } else this.tell(line, home, id, isAstray);
    const section = unit.section as Section;
    if (id === '' || this.ids.has(idIn(section, id))) id = this.freshId(line, section);
    this.ids.add(idIn(section, id));
    const key = itemKeyOf(section, id);
    if (kindOf(line.texts[HIDDEN.key - 1] as string) === 'gap') line.dress = true;
    if (line.texts[HIDDEN.key - 1] !== key || line.values[HIDDEN.month - 1] !== this.month)
      setKey(line, key, this.month);
    return unit;
  }

  /** The id that the same text has in another month, unless a row of this one has it. */
  private freshId(line: Line, section: Section): string {
    const known = this.input.idFor(line, section, this.idsSeen);
    const id = known === '' ? newId() : known;
    this.idsSeen.add(id);
    return id;
  }

  private tell(line: Line, { section }: Unit, id: string, isAstray: boolean): void {
    const name = section?.name ?? '';
    if (isAstray) this.note('astray', line, COL.who, String(line.origin));
    else if (id === '') this.note('key', line, COL.who);
    else if (this.ids.has(idIn(section as Section, id))) this.note('doubleKey', line, COL.who);
    else if (line.key !== itemKeyOf(section as Section, id)) this.note('section', line, COL.who, name);
    else if (line.values[HIDDEN.month - 1] !== this.month) this.note('month', line, COL.who, monthTitle(this.month));
  }

  private forgetKey(line: Line): void {
    if (line.key !== '' && line.texts[HIDDEN.key - 1] !== '') setKey(line, '', null);
    else line.key = '';
  }

  private list(lists: Map<string, Line[]>, id: string): Line[] {
    const list = lists.get(id) ?? [];
    lists.set(id, list);
    return list;
  }
}

/** KPIs have ids of their own kind. */
function idIn(section: Section, id: string): string {
  return section.kind === 'kpis' ? `kpis:${id}` : id;
}

/**
 * The empty row above a section, out of those that stand there; where the section's first rows are missing, others are those,
 * as a run leaves them that was cut off.
 * @param gone the keys of the rows that are missing, from the first on
 */
function takeGap(list: Line[], gone: readonly string[], free: Map<string, Line>): Line | undefined {
  const isBlank = (line: Line | undefined) =>
    line !== undefined && isBlankLine(line) && !isItemKey(line.key) && !line.dress;
  const from = (n: number) => list[list.length - n];
  if (!isBlank(from(1))) return undefined;
  let count = 0;
  while (count < gone.length && isFree(from(count + 1) as Line) && isBlank(from(count + 2))) count++;
  list.splice(list.length - count).forEach((line, n) => {
    free.set(gone[n] as string, line);
  });
  return list.pop();
}

/** Makes an empty row of the sheet what was to be added. */
function fill(free: Line, added: Line): void {
  free.key = added.key;
  free.month = added.month;
  free.values = added.values;
  free.texts = added.texts;
  free.dress = true;
  free.isAdded = true;
}
