import { currencyNamed } from '../shared/currencies';
import type { CellValue } from '../shared/fields';
import { isBlankMark } from '../shared/fold';
import { readAmountCell } from './amounts';
import { readDayCell } from './dates';
import type { ImportLine, ImportTable } from './deal';
import { fitOfHeading, type Heading, isKnownHeading, readHeading } from './headings';
import { type Person, surelyNames } from './owners';
import { closingShare } from './stages';
import type { HeadingField, ImportField } from './words/types';

export type { ImportField } from './words/types';

/** Index of each field's column, 0-based; without one the table does not have it. */
export type ImportColumns = Partial<Record<ImportField, number>>;

/** The order in which the fields are offered. */
export const IMPORT_FIELDS: readonly ImportField[] = [
  'name',
  'account',
  'owner',
  'amount',
  'currency',
  'when',
  'stage',
  'id',
  'next',
  'reason',
  'pipeline',
  'created',
  'modified',
];

/** What a person has to be asked: a likely column that was not found, or one that could be several. */
export interface ColumnQuestion {
  field: ImportField;
  why: 'missing' | 'several';
  /** Columns that look like it, the likeliest first. */
  candidates: number[];
}

export interface FoundColumns {
  columns: ImportColumns;
  questions: ColumnQuestion[];
}

/** Without one of these a list of deals is a poor one: where none is found, a person says so. */
const LIKELY: readonly ImportField[] = ['amount', 'when', 'stage', 'owner'];
/** The order in which columns are given away. */
const IN_TURN: readonly ImportField[] = [
  'id',
  'stage',
  'when',
  'owner',
  'amount',
  'account',
  'name',
  'next',
  'reason',
  'created',
  'modified',
  'pipeline',
  'currency',
];
/** So many cells of a column show what it holds. */
const SAMPLE = 200;

/** What the cells of a column hold: shares from 0 to 1 of those that are not blank. */
interface Contents {
  filled: number;
  days: number;
  amounts: number;
  people: number;
  closing: number;
  /** No cell stands there twice, and they do not merely count the lines: the next file would number them anew. */
  numbersDeals: boolean;
}

/**
 * Finds which column is what: by its heading in any of the languages known, and between several by what the cells hold.
 * A likely column that is not found becomes a question with the columns that look like it.
 */
export function findColumns(table: ImportTable, people: readonly Person[], teamCurrency = ''): FoundColumns {
  const headings = table.heading.map(readHeading);
  const isPerson = surelyNames(people);
  const contents = table.heading.map((_, index) => contentsOf(table, index, isPerson));
  const taken = new Set<number>();
  const found: FoundColumns = { columns: {}, questions: [] };
  for (const field of IN_TURN) {
    const own = rankedColumns(field, headings, contents, taken);
    const instead = field === 'amount' ? 'convertedAmount' : field === 'id' ? 'number' : null;
    const ranked = own.length > 0 || !instead ? own : rankedColumns(instead, headings, contents, taken);
    const [best] = ranked;
    if (!best) continue;
    const rivals = field === 'amount' ? amountsInOtherCurrencies(ranked, headings, teamCurrency) : [];
    if (rivals.length > 1) found.questions.push({ field, why: 'several', candidates: rivals });
    else {
      found.columns[field] = rivals[0] ?? best.index;
      taken.add(rivals[0] ?? best.index);
    }
  }
  if (found.columns.amount !== undefined) preferConverted(found.columns, headings, contents, taken);
  matchCurrencyColumn(found.columns, headings);
  for (const field of LIKELY)
    if (found.columns[field] === undefined && !found.questions.some((one) => one.field === field))
      found.questions.push({ field, why: 'missing', candidates: lookalikes(field, headings, contents, taken) });
  return found;
}

interface Ranked {
  index: number;
  score: number;
}

function rankedColumns(
  field: HeadingField,
  headings: readonly Heading[],
  contents: readonly Contents[],
  taken: ReadonlySet<number>,
): Ranked[] {
  return headings
    .map((heading, index) => ({ index, score: scoreOf(field, heading, contents[index] as Contents) }))
    .filter(({ index, score }) => score > 0 && !taken.has(index))
    .sort((a, b) => b.score - a.score || a.index - b.index);
}

/** The heading's words, and above them what the cells say; 0 where either speaks against it. */
function scoreOf(field: HeadingField, heading: Heading, cells: Contents): number {
  const fit = fitOfHeading(heading, field);
  const isAmount = field === 'amount' && heading.isNoun && cells.amounts > 0.8;
  if (fit === 0 && !isAmount) return 0;
  const blank = cells.filled === 0;
  switch (field) {
    case 'amount':
    case 'convertedAmount':
      return !blank && cells.amounts < 0.5 ? 0 : Math.max(fit, isAmount ? 0.5 : 0) + (blank ? 0 : 1);
    case 'when':
    case 'created':
    case 'modified':
      return !blank && cells.days < 0.5 ? 0 : fit + (blank ? 0 : 1);
    case 'number':
      return cells.numbersDeals ? fit + 1 : 0;
    case 'stage':
      return fit + (cells.closing > 0 ? 2 : 0) + (blank ? 0 : 1);
    case 'owner':
      return !blank && cells.days > 0.5 ? 0 : fit + 2 * cells.people + (blank ? 0 : 1);
    case 'name':
      return heading.isNoun && cells.amounts > 0.8 ? 0 : fit + (blank ? 0 : 1);
    default:
      return fit + (blank ? 0 : 1);
  }
}

/** "Amount (EUR)" beside "Amount (USD)": which one counts is a person's word, unless the team has said its currency. */
function amountsInOtherCurrencies(ranked: readonly Ranked[], headings: readonly Heading[], team: string): number[] {
  const named = ranked.filter(({ index }) => headings[index]?.currency !== '');
  const currencies = new Set(named.map(({ index }) => headings[index]?.currency));
  if (currencies.size < 2 || headings[ranked[0]?.index ?? -1]?.currency === '') return [];
  const own = named.find(({ index }) => team !== '' && headings[index]?.currency === team);
  return own ? [own.index] : named.map(({ index }) => index);
}

/** Of an amount and the same in the company's currency the latter, where it is filled in as often. */
function preferConverted(
  columns: ImportColumns,
  headings: readonly Heading[],
  contents: readonly Contents[],
  taken: Set<number>,
): void {
  const plain = contents[columns.amount as number] as Contents;
  const converted = convertedColumn(headings, contents);
  if (converted === null || taken.has(converted) || (contents[converted] as Contents).filled < plain.filled) return;
  taken.delete(columns.amount as number);
  columns.amount = converted;
  taken.add(converted);
}

function convertedColumn(headings: readonly Heading[], contents: readonly Contents[]): number | null {
  const [best] = headings
    .map((heading, index) => ({ index, score: scoreOf('convertedAmount', heading, contents[index] as Contents) }))
    .filter(({ score }) => score > 1)
    .sort((a, b) => b.score - a.score);
  return best?.index ?? null;
}

/** A converted amount is not in the currency that stands beside the other one. */
function matchCurrencyColumn(columns: ImportColumns, headings: readonly Heading[]): void {
  if (columns.amount === undefined || columns.currency === undefined) return;
  const amount = headings[columns.amount] as Heading;
  const candidates = headings
    .map((heading, index) => ({ index, heading }))
    .filter(({ heading }) => fitOfHeading(heading, 'currency') > 0);
  const speaksOfConverted = (heading: Heading) => /convert|company|base|home/.test(heading.key);
  const isFor = fitOfHeading(amount, 'convertedAmount') > 0;
  const fits = candidates.find(({ heading }) => speaksOfConverted(heading) === isFor);
  if (fits) columns.currency = fits.index;
  else delete columns.currency;
}

/** Columns that hold what a field needs, whatever they are called; the fullest first. */
function lookalikes(
  field: ImportField,
  headings: readonly Heading[],
  contents: readonly Contents[],
  taken: ReadonlySet<number>,
): number[] {
  const share = (cells: Contents): number => {
    if (field === 'amount') return cells.days > 0.5 ? 0 : cells.amounts;
    if (field === 'when') return cells.days;
    if (field === 'owner') return cells.people;
    return cells.closing > 0 ? 1 : 0;
  };
  return headings
    .map((heading, index) => ({ index, cells: contents[index] as Contents, heading }))
    .filter(({ index, cells }) => !taken.has(index) && cells.filled > 0 && share(cells) > 0.5)
    .sort((a, b) => share(b.cells) * b.cells.filled - share(a.cells) * a.cells.filled)
    .map(({ index }) => index)
    .slice(0, 8);
}

function contentsOf(table: ImportTable, index: number, isPerson: (cell: string) => boolean): Contents {
  const cells: CellValue[] = [];
  for (const { cells: line } of table.lines) {
    const cell = line[index] ?? '';
    if (!isBlankMark(String(cell))) cells.push(cell);
    if (cells.length >= SAMPLE) break;
  }
  const share = (of: (cell: CellValue) => boolean) => (cells.length === 0 ? 0 : cells.filter(of).length / cells.length);
  return {
    filled: cells.length,
    days: share((cell) => /\d/.test(String(cell)) && readDayCell(cell, 'dmy', '').is === 'day'),
    amounts: share((cell) => readAmountCell(cell, '.').is === 'amount'),
    people: share((cell) => isPerson(String(cell))),
    closing: closingShare(cells),
    numbersDeals:
      new Set(cells).size === cells.length && !cells.every((cell, n) => Number(cell) === n + Number(cells[0])),
  };
}

/** How far down a heading is looked for: reports begin with their title and filters. */
const HEADING_WITHIN = 25;

/** How many headings of a line are known. */
export function knownHeadings(cells: readonly CellValue[]): number {
  return cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '' && isKnownHeading(cell)).length;
}

/** Finds the heading: of the first lines the one with the most known names, else the first that is not blank. */
export function tableOf(lines: readonly ImportLine[]): ImportTable | null {
  const filled = lines.filter(({ cells }) => cells.some((cell) => String(cell).trim() !== ''));
  const known = filled.slice(0, HEADING_WITHIN).map(({ cells }) => knownHeadings(cells));
  const most = Math.max(0, ...known);
  const at = most > 1 ? known.indexOf(most) : 0;
  const heading = filled[at]?.cells.map((cell) => String(cell).trim());
  if (!heading) return null;
  while (heading.length > 0 && heading[heading.length - 1] === '') heading.pop();
  return { heading, lines: filled.slice(at + 1) };
}

/** What still lacks before deals can be read: a name or a customer. */
export function lacksName(columns: ImportColumns): boolean {
  return columns.name === undefined && columns.account === undefined;
}

/** All cells of a column that are not blank. */
export function columnCells(table: ImportTable, index: number | undefined): CellValue[] {
  if (index === undefined) return [];
  return table.lines.map(({ cells }) => cells[index] ?? '').filter((cell) => !isBlankMark(String(cell)));
}

/** The currency that a column's heading names; '' for none. */
export function headingCurrency(table: ImportTable, index: number | undefined): string {
  return index === undefined ? '' : readHeading(table.heading[index] ?? '').currency;
}

/** What the amounts of a column are counted in by its heading: 1000 for "k€"; else 1. */
export function headingFactor(table: ImportTable, index: number | undefined): number {
  return index === undefined ? 1 : readHeading(table.heading[index] ?? '').factor;
}

/** The currency in a cell of the currency column; a word that no currency is known by stands for itself, '' for none. */
export function cellCurrency(cell: CellValue): string {
  const text = String(cell).trim();
  return currencyNamed(text) ?? (isBlankMark(text) || /\d/.test(text) ? '' : text.slice(0, 40));
}
