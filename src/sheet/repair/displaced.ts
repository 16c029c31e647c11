import { fieldUses, type Section } from '../../core/shared/agenda';
import { dateToSerial, isIsoDate } from '../../core/shared/dates';
import { digestOf } from '../../core/shared/hash';
import { cellValue, type RawCell, toCell } from '../grid/cells';
import { a1, COL, FIELD_COL } from '../grid/grid';
import { isOwnText } from '../month/own-words';
import { isAstray, purposeOf, type SeenRow } from './frame-cells';
import { type Note, quoted } from './notes';
import { type Line, VISIBLE } from './tab-lines';

/** What a person typed or pasted where nobody reads it, on its way into a row of its own. */
export interface Displaced {
  /** By visible column, as they stood; of a single text only the first one, with where it stood in the third. */
  cells: Partial<Record<number, RawCell>>;
  /** Section that it goes to where that takes texts; '' for none. */
  unit: string;
  /** Made of what it is and where it stood: a run that is repeated makes the same row, not another one. */
  id: string;
  /** The cells that it stood in, as text by column: a run that was cut off may have emptied some of them and not others. */
  stood: { row: number; cells: readonly (readonly [col: number, text: string])[] };
}

/** Where it all happens, for finding words. */
export interface Scene {
  zone: string;
  note: Note;
}

/**
 * Texts of a person in cells of a row where the add-on's own words or nothing belongs. A row that somebody pasted over
 * others is taken as a row; single texts get a row each. The cells are planned to be emptied.
 * @param place "the heading of New opportunities"
 * @param isDouble it goes, and what was typed into it must not
 * @param above section that the row above belongs to: what was pasted goes on there
 */
export function displacedFrom(
  row: SeenRow,
  place: string,
  above: string,
  isDouble: boolean,
  { zone, note }: Scene,
): Displaced[] {
  const { line, planned } = row;
  const isLost = (col: number) => isDouble && purposeOf(planned, line.key, col) === 'typed' && isPersons(line, col);
  const astray = VISIBLE.filter((col) => isAstray(row, col) || isLost(col));
  if (astray.length === 0) return [];
  const clear = (col: number) => line.writes.set(col, { value: '', plain: false });
  const id = (cols: readonly number[]) =>
    `r${digestOf([row.month, line.key, cols.map((col) => [col, line.texts[col - 1], line.formulas[col - 1]])])}`;
  const isFrame = planned.kind !== 'item' || line.key.startsWith('kpis:');
  const besides = astray.some((col) => col > COL.when)
    ? VISIBLE.filter((col) => purposeOf(planned, line.key, col) === 'typed' && isPersons(line, col))
    : [];
  const pasted = [...astray, ...besides].sort((a, b) => a - b);
  if (isFrame && astray.includes(COL.who) && pasted.length > 1) {
    note('pasted', line, COL.who, place);
    for (const col of pasted) clear(col);
    const cells = Object.fromEntries(pasted.map((col) => [col, contentOf(line, col)]));
    return [{ cells, unit: above, id: id(pasted), stood: stoodIn(line, pasted) }];
  }
  return astray.map((col) => {
    note('text', line, col, `${quoted(String(cellValue(contentOf(line, col), zone)))} in ${place}`);
    clear(col);
    return {
      cells: textCells(line, [col], place, zone),
      unit: planned.section,
      id: id([col]),
      stood: stoodIn(line, [col]),
    };
  });
}

/** Some cells of a row, as a rescued row has them. */
export function stoodIn(line: Line, cols: readonly number[]): Displaced['stood'] {
  const text = (col: number) => line.ownFormulas[col - 1] || (line.texts[col - 1] as string);
  return { row: line.origin, cells: cols.map((col) => [col, text(col)] as const) };
}

/** Has a row that a repair has made before all of these texts, each in its column or among those of one cell? */
export function isRescued({ stood }: Displaced, row: Line): boolean {
  const pieces = (row.texts[COL.who - 1] as string).split(' · ');
  const hasIt = ([col, text]: readonly [number, string]) => row.texts[col - 1] === text || pieces.includes(text);
  return stood.row !== row.origin && stood.cells.every(hasIt);
}

/** A formula or what stands there; a picture stays where it is. */
function contentOf(line: Line, col: number): RawCell {
  return line.ownFormulas[col - 1] || (line.values[col - 1] as RawCell);
}

/** Not the add-on's own words, nor the formula of a KPI's goal; a picture cannot be moved. */
function isPersons(line: Line, col: number): boolean {
  if (line.formulas[col - 1] !== '') return !line.key.startsWith('kpis:');
  return !isOwnText(line.texts[col - 1] as string);
}

/** A row that holds a text and says where it stood. */
export function textCells(line: Line, cols: readonly number[], place: string, zone: string): Displaced['cells'] {
  const [first = 1] = cols;
  const last = cols[cols.length - 1] as number;
  const texts = cols.map((col) => line.ownFormulas[col - 1] || String(cellValue(line.values[col - 1], zone)));
  const from = a1(line.origin, first);
  return {
    [COL.who]: texts.join(' · '),
    [COL.why]: `stood in ${place}, ${first === last ? from : `${from} to ${a1(line.origin, last)}`}`,
  };
}

/** What each column of a section's rows holds; what it has no column for joins its third, so that all is read. */
export function asRow(cells: Displaced['cells'], section: Section, zone: string): Partial<Record<number, RawCell>> {
  const row: Partial<Record<number, RawCell>> = {};
  const types = new Map(fieldUses(section).map((use) => [FIELD_COL[use.field], use.type]));
  const rest: string[] = [];
  for (const [at, raw] of Object.entries(cells)) {
    const col = Number(at);
    const type = types.get(col);
    const value = cellValue(raw, zone);
    if (type === undefined || (type === 'computed' && value !== '')) rest.push(String(value));
    else
      row[col] =
        typeof value === 'string' && isIsoDate(value) && type === 'date' ? dateToSerial(value) : toCell(value, type);
  }
  const others = rest.filter((text) => text !== '');
  if (others.length > 0)
    row[COL.why] = [String(row[COL.why] ?? ''), ...others].filter((text) => text !== '').join(' · ');
  if (row[COL.who] === undefined || row[COL.who] === '') {
    // A row without its first cell is no row: what stands furthest to the left takes its place.
    const first = Object.keys(row).find((col) => row[Number(col)] !== '' && types.get(Number(col)) === 'text');
    if (first !== undefined) {
      row[COL.who] = row[Number(first)];
      row[Number(first)] = '';
    }
  }
  return row;
}
