/** Formulas of the plain book: their references follow rows and columns; they are not calculated but for one. */
import { columnNumber } from '../../../src/sheet/grid/columns';
import { columnLetter } from '../../../src/sheet/grid/grid';

/** Where a line goes; null where it is deleted. */
export type Moved = (line: number) => number | null;

const CELL = String.raw`\$?[A-Z]{1,3}\$?\d+`;
const REFERENCE = new RegExp(
  String.raw`("[^"]*")|((?:'(?:[^']|'')+'|\b[A-Za-z]\w*)!)?(?<![\w$.])(${CELL}(?::${CELL})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3})(?![\w(!])`,
  'g',
);

/** The formula once rows or columns of a sheet have moved. `home`: the sheet it stands on. */
export function follow(formula: string, home: string, sheet: string, axis: 'row' | 'col', moved: Moved): string {
  if (home !== sheet && !formula.includes(sheet)) return formula;
  return formula.replace(REFERENCE, (whole: string, quoted?: string, prefix = '', reference = '') => {
    if (quoted !== undefined) return whole;
    const named = prefix.replace(/!$/, '').replace(/^'|'$/g, '').replace(/''/g, "'");
    if ((named || home) !== sheet) return whole;
    const [from, to] = reference.split(':') as [string, string?];
    const now = to === undefined ? single(from, axis, moved) : range(from, to, axis, moved);
    return now === null ? '#REF!' : `${prefix}${now}`;
  });
}

const PARTS = /^(\$?)([A-Z]*)(\$?)(\d*)$/;

function line(reference: string, axis: 'row' | 'col'): number {
  const [, , letters = '', , digits = ''] = PARTS.exec(reference) ?? [];
  return axis === 'row' ? Number(digits) : letters === '' ? 0 : columnNumber(letters);
}

function withLine(reference: string, axis: 'row' | 'col', to: number): string {
  const [, a = '', letters = '', b = '', digits = ''] = PARTS.exec(reference) ?? [];
  return axis === 'row' ? `${a}${letters}${b}${to}` : `${a}${columnLetter(to)}${b}${digits}`;
}

function single(reference: string, axis: 'row' | 'col', moved: Moved): string | null {
  const at = line(reference, axis);
  const now = at === 0 ? 0 : moved(at);
  if (now === null) return null;
  return at === 0 ? reference : withLine(reference, axis, now);
}

function range(from: string, to: string, axis: 'row' | 'col', moved: Moved): string | null {
  let [first, last] = [line(from, axis), line(to, axis)];
  if (first === 0) return `${from}:${to}`;
  while (first <= last && moved(first) === null) first++;
  while (last >= first && moved(last) === null) last--;
  if (first > last) return null;
  return `${withLine(from, axis, moved(first) as number)}:${withLine(to, axis, moved(last) as number)}`;
}

/** As the spreadsheet gives it: what the head's formula says of the columns; all others come to nothing. */
export function resultOf(formula: string, col: number): string {
  if (!formula.startsWith('="columns ')) return '';
  const parts = formula.replace('="columns "&', '').split('&" "&');
  const places = parts.map((part) => {
    if (part === 'COLUMN()') return col;
    const letters = /COLUMN\(\$([A-Z]+):/.exec(part)?.[1];
    return letters === undefined ? 0 : columnNumber(letters);
  });
  return `columns ${places.join(' ')}`;
}

/** What figures look like that formulas come to. */
const FIGURES = [
  1234.5,
  0.85,
  3,
  '',
  '▲ 105 %',
  '2 of 8',
  '#N/A',
  46370,
  1.2,
  0,
  'Discounts, always',
  'a discount again',
];

/** One of them, the same for the same formula. */
export function madeUp(formula: string, row: number): string | number {
  let hash = 7;
  for (const letter of relative(formula, row)) hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_003;
  return FIGURES[hash % FIGURES.length]!;
}

/** For a dump: rows of the own sheet as steps from the formula's row, so that a formula that moved along reads the same. */
export function relative(formula: string, row: number): string {
  const id = `${row} ${formula}`;
  const there = steps.get(id);
  if (there !== undefined) return there;
  const now = formula.replace(REFERENCE, (whole: string, quoted?: string, prefix?: string) =>
    quoted !== undefined || prefix ? whole : whole.replace(/(\d+)/g, (digits) => `[${Number(digits) - row}]`),
  );
  steps.set(id, now);
  return now;
}

const steps = new Map<string, string>();
