import { digestOf } from '../../core/shared/hash';
import { toCell } from '../grid/cells';
import { COL, GRID_VERSION, HEAD_ROWS, KEY } from '../grid/grid';
import { HEAD_CELL, HIDDEN } from '../grid/hidden';
import { isOwnText } from '../month/own-words';
import { type Displaced, type Scene, stoodIn, textCells } from './displaced';
import { type NewRow, sameFormula, withRows } from './formulas';
import { type Note, quoted } from './notes';
import { addedLine, isBlankLine, isFilled, kindOf, type Line, VISIBLE } from './tab-lines';

/** The rows above the first month. */
export interface HeadLines {
  /** Name, labels, figures and the gap, in this order; those that were missing are new. */
  lines: Line[];
  /** Rows with a person's text that stood among them. */
  orphans: Line[];
  /** Empty rows too many. */
  doomed: Line[];
  /** Everything from the first row of a month on. */
  body: Line[];
}

/** Whose tab it is: the id in its head, the name there, and what the tab itself is called. */
export interface HeadPerson {
  id: string;
  name: string;
  tab?: string | undefined;
}

const LABEL = /^(Next 1:1|Coverage|Pipeline|Deals|Commitments|[A-Z][a-z]{2} result|[A-Z][a-z]+ goal)$/;
const HINT = /^Type in the white rows/;
const FIGURE = /^(#[A-Z]|–$|[▲●▼] |\d+ open|no date yet|not in yet|no goal yet|reached)/;

/** Finds the rows of the tab's head, puts the missing ones back, and the rep's hidden id and name with them. */
export function checkHead(all: readonly Line[], person: HeadPerson, note: Note): HeadLines {
  const keyed = all.find((line) => kindOf(line.key) === 'head');
  const start = all.findIndex((line) => line !== keyed && kindOf(line.key) !== 'none');
  const zone = all.slice(0, start < 0 ? all.length : start).filter((line) => line !== keyed);
  const body = start < 0 ? [] : all.slice(start).filter((line) => line !== keyed);
  const take = (fits: (line: Line) => boolean) => {
    const at = zone.findIndex(fits);
    return at < 0 ? undefined : zone.splice(at, 1)[0];
  };
  const named = (line: Line) => line.texts[COL.who - 1] === person.name && line.formulas.every((cell) => cell === '');
  const head =
    keyed ?? take((line) => named(line) || line.texts.some((text) => HINT.test(text))) ?? addedLine('', null);
  const labels = take(isHeadRow) ?? take((line) => line.texts.some((text) => LABEL.test(text)) && !isFigures(line));
  const figures = take(isFigures);
  const gap = take((line) => isBlankLine(line) && !line.foreign);
  const near = head.isAdded ? (body[0] ?? head) : head;
  if (head.isAdded) note('head', near, COL.who, 'the row of its name');
  else if (head !== all[0]) note('head', head, COL.who, 'its place');
  writeIdentity(head, person, near, note);
  if (body.length === 0 && start < 0) {
    const rest = [labels, figures, gap].filter((line): line is Line => line !== undefined);
    return { lines: [head, ...rest, ...zone], orphans: [], doomed: [], body };
  }
  if (!labels) note('head', near, COL.who, 'the row of labels');
  if (!figures) note('head', near, COL.who, 'the row of figures');
  if (!gap) note('head', near, COL.who, 'the empty row below it');
  const doomed = zone.filter((line) => isBlankLine(line) && !line.foreign);
  for (const line of doomed) {
    note('emptyHead', line, COL.who);
    line.doomed = true;
  }
  const kept = zone.filter((line) => isBlankLine(line) && line.foreign);
  const lines = [head, labels ?? addedLine('', null), figures ?? addedLine('', null), gap ?? addedLine('', null)];
  return { lines: [...lines, ...kept], orphans: zone.filter((line) => !isBlankLine(line)), doomed, body };
}

/** Are these the labels of the head? */
export function isHeadRow({ texts }: Line): boolean {
  return texts.filter((text) => LABEL.test(text)).length > 1;
}

function isFigures(line: Line): boolean {
  return VISIBLE.filter((col) => line.formulas[col - 1] !== '').length > 1;
}

function writeIdentity(head: Line, { id, name, tab }: HeadPerson, near: Line, note: Note): void {
  const key = `${KEY.head}:${id}`;
  const write = (col: number, value: string | number, what: string) => {
    note('head', near, head.isAdded ? COL.who : col, what);
    head.writes.set(col, { value, plain: col === COL.who });
  };
  if (head.texts[HIDDEN.key - 1] !== key) write(HIDDEN.key, key, 'the hidden id of its person');
  const said = head.texts[COL.who - 1] as string;
  if (said !== name && (said === '' || said !== tab)) write(COL.who, toCell(name, 'text'), 'the person’s name');
  const version = head.values[HEAD_CELL.grid.col - 1];
  if (typeof version !== 'number' || version < 1) write(HEAD_CELL.grid.col, GRID_VERSION, 'the number of its format');
}

/** A person's texts in cells of the head. */
export function headTexts(lines: readonly Line[], { name, tab }: HeadPerson, { note, zone }: Scene): Displaced[] {
  const displaced: Displaced[] = [];
  lines.slice(0, HEAD_ROWS).forEach((line, index) => {
    for (const col of VISIBLE) {
      const text = line.texts[col - 1] as string;
      const formula = line.formulas[col - 1] ?? '';
      if (line.isAdded || !isFilled(line, col) || isHeads(line, col, index, [name, tab ?? ''])) continue;
      const about = quoted(formula || text);
      note('text', line, col, `${about} in the tab’s head`);
      const id = `r${digestOf(['head', index, col, text, formula])}`;
      displaced.push({
        cells: textCells(line, [col], 'the tab’s head', zone),
        unit: '',
        id,
        stood: stoodIn(line, [col]),
      });
      if (index === 0 && !line.writes.has(col)) line.writes.set(col, { value: '', plain: false });
    }
  });
  return displaced;
}

function isHeads(line: Line, col: number, index: number, names: readonly string[]): boolean {
  const text = line.texts[col - 1] as string;
  const formula = line.formulas[col - 1] ?? '';
  if (index === 0) return formula === '' && (names.includes(text) || HINT.test(text));
  if (formula !== '') return index === 2 && /^=(IF|SUM|\()/.test(formula);
  return (
    LABEL.test(text) ||
    (index === 2 && (typeof line.values[col - 1] !== 'string' || FIGURE.test(text) || isOwnText(text)))
  );
}

/**
 * Points the head at the newest month where it does not do so.
 * @param wanted its labels and its figures, and in the hidden cells what the head knows from Setup
 */
export function compareHead(
  lines: readonly Line[],
  wanted: readonly (readonly unknown[])[],
  newRow: NewRow,
  note: Note,
): void {
  lines.slice(1, HEAD_ROWS).forEach((line, n) => {
    (wanted[n] ?? []).forEach((value, index) => {
      const col = index + 1;
      if (isAsWanted(line, col, value, newRow)) return;
      line.writes.set(col, { value: value as string, plain: false });
      if (line.isAdded) return;
      if (n === 1 && col > HEAD_CELL.previous.col) note('head', line, col, 'what it knows from Setup');
      else note('figures', line, col > VISIBLE.length ? COL.who : col);
    });
  });
}

function isAsWanted(line: Line, col: number, value: unknown, newRow: NewRow): boolean {
  const formula = line.formulas[col - 1] ?? '';
  const text = String(value ?? '').replace(/^'/, '');
  if (text.startsWith('=') && !String(value).startsWith("'"))
    return formula !== '' && sameFormula(withRows(formula, newRow), text);
  return formula === '' && line.texts[col - 1] === text;
}
