/** Saves into a month as the page shows it: what may be written is decided by the add-on's own plan of a save. */
import { problemView } from '../../src/addon/answer';
import type { Edit, EditOutcome } from '../../src/contract/calls';
import type { BlockView, RowView, SectionView, TextView } from '../../src/contract/state';
import { readAbout } from '../../src/core/coaching/lines';
import { GROWTH, type Section } from '../../src/core/shared/agenda';
import type { CellValue, Field } from '../../src/core/shared/fields';
import { planSave } from '../../src/sheet/acts/save';
import { Columns } from '../../src/sheet/grid/columns';
import { FIELD_COL, itemKey } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { type Block, type BlockItem, type BlockSection, emptyPart } from '../../src/sheet/month/block';

const FIELD_OF = new Map(Object.entries(FIELD_COL).map(([field, col]) => [col, field as Field]));

/** Decides each edit as the add-on does, and writes into the month what may be written. */
export function saveInto(month: BlockView, edits: readonly Edit[], tab: string): EditOutcome[] {
  const lines = new Lines(month);
  const plan = planSave(lines.block(), edits, tab);
  for (const { row, col, value, shown = value } of plan.writes) lines.put(row, col, shown as CellValue);
  for (const { key, values, shown = values } of plan.newRows) {
    const row = addRow(month, key);
    for (const [n, value] of shown.entries()) if (value !== '') putInto(month, row, n + 1, value as CellValue);
  }
  return plan.outcomes.map(({ problem, ...rest }) => ({
    ...rest,
    ...(problem ? { problem: problemView(problem) } : {}),
  }));
}

/** The row with this key; a new one at the end of its section where there is none. */
export function addRow(month: BlockView, key: string): RowView {
  const of = key.split(':')[0];
  const section = month.sections.find(({ id, kind }) => (kind === 'conclusion' ? of === 'todo' : id === of));
  const spares = of === GROWTH.id ? month.growth : section;
  const rows = of === GROWTH.id ? month.growth.rows : of === 'todo' ? month.commitments : section?.rows;
  const known = rows?.find((row) => row.key === key);
  if (known) return known;
  const fresh: RowView = { key, cells: {}, at: { who: 'A99', next: 'H99' }, formulas: [] };
  rows?.push(fresh);
  if (spares) spares.spareKeys = spares.spareKeys.filter((one) => one !== key);
  return fresh;
}

/** What the cell of a row, the hidden ones with them, says on the page. */
function putInto({ sections }: BlockView, row: RowView, col: number, value: CellValue): void {
  const field = FIELD_OF.get(col);
  if (field) row.cells[field] = value;
  else if (col === HIDDEN.nextDay) row.nextDay = String(value);
  else if (col === HIDDEN.coaching && value !== '') {
    const about = readAbout(String(value));
    const rows = sections.flatMap((section) => section.rows);
    const of = about && about.kind !== 'other' ? rows.find(({ key }) => key.endsWith(`:${about.id}`)) : undefined;
    row.plan = { about: of?.key ?? '' };
  }
}

/** A row that waits to be typed into. */
interface Spare {
  key: string;
  at?: RowView['at'];
}

/** All lines of a month that can be typed into; the place in this list stands for the row of the sheet. */
class Lines {
  private readonly all: (RowView | TextView | Spare)[] = [];

  constructor(private readonly month: BlockView) {}

  block(): Parameters<typeof planSave>[0] {
    const { month } = this;
    const { conclusion, prepare, seen, brings, plan } = month;
    const texts: Block['texts'] = {};
    for (const text of [...Object.values(conclusion), ...Object.values(prepare), seen, brings, plan])
      if (text)
        texts[text.key.slice('text:'.length)] = { row: this.add(text), value: text.value, formula: text.formula };
    const rowsOf = (section: SectionView) => (section.kind === 'conclusion' ? month.commitments : section.rows);
    return {
      month: month.month,
      sections: month.sections.map((section) => this.part(section, rowsOf(section), section.spareKeys)),
      growth: this.part(GROWTH, month.growth.rows, month.growth.spareKeys),
      texts,
      columns: new ShownColumns((row, col) => this.cell(row, col)),
    };
  }

  /** Writes what the plan says of a line. */
  put(at: number, col: number, value: CellValue): void {
    const line = this.all[at];
    if (!line) throw new Error(`no line ${at}`);
    if ('label' in line) line.value = value;
    else putInto(this.month, addRow(this.month, line.key), col, value);
  }

  private add(line: RowView | TextView | Spare): number {
    return this.all.push(line) - 1;
  }

  private part(section: Section, rows: readonly RowView[], spareKeys: readonly string[]): BlockSection {
    const item = (row: Pick<RowView, 'key'> & Partial<RowView>): BlockItem => ({
      key: row.key,
      id: itemKey(row.key)?.id ?? '',
      cells: row.cells ?? {},
      formulas: row.formulas ?? [],
      row: this.add(row),
      life: null,
      adopt: false,
      text: '',
      mark: '',
      ...(row.nextDay ? { nextDay: row.nextDay } : {}),
    });
    const items = rows.map(item);
    const spares = spareKeys.map((key) => item({ key }));
    return { ...emptyPart(section, 1), headerRow: 1, items, spares };
  }

  private cell(at: number, col: number): string {
    const line = this.all[at];
    if (line && 'label' in line) return line.cell;
    return line?.at?.[FIELD_OF.get(col) ?? 'who'] ?? '';
  }
}

/** Addresses as the page shows them. */
class ShownColumns extends Columns {
  constructor(private readonly shown: (row: number, col: number) => string) {
    super([]);
  }

  override a1(row: number, col: number): string {
    return this.shown(row, col);
  }
}
