/** What must hold of a tab after hands and a repair, worked out from its cells alone. */
import type { HandBook } from './book';
import type { HandEdit } from './edits';
import type { Known, KnownDeal } from './life';

/** A tab as cells: values as text, formulas; columns in the grid's order. */
export interface Cells {
  texts: string[][];
  formulas: string[][];
  /** Letters of the columns "how much" and "status" on the sheet. */
  amount: string;
  status: string;
}

const KEY = 8;

export function cellsOf(book: HandBook): Cells {
  const { values, formulas } = book.grid.cells();
  // The grid's columns are found by the tab's own account of them.
  const told = String(values[0]?.find((cell) => String(cell).startsWith('columns ')) ?? '');
  const order = told.split(' ').slice(1).map(Number);
  const pick = <T>(line: readonly T[]) => (order.length === 0 ? [...line] : order.map((at) => line[at - 1]));
  return {
    texts: values.map((line) => pick(line).map((cell) => String(cell ?? ''))),
    formulas: formulas.map((line) => pick(line).map((cell) => cell ?? '')),
    amount: String.fromCharCode(64 + (order[3] ?? 4)),
    status: String.fromCharCode(64 + (order[4] ?? 5)),
  };
}

/** A person's texts in a cell or a formula. */
const said = (cell: unknown) => String(cell ?? '').match(/\bu\d+ said so/g) ?? [];

/** Every text of a person on the tab, wherever it stands; each once, since a paste may bring one twice. */
export function wordsOf(book: HandBook): Set<string> {
  const { values, formulas } = book.grid.cells();
  return new Set([...values, ...formulas].flat().flatMap(said));
}

/** The rows of the newest month: from its name to the next one. */
function newest(cells: Cells): { from: number; to: number } {
  const bands = cells.texts.flatMap((line, n) => (/^[A-Z][a-z]+ \d{4} · \d+$/.test(line[0] ?? '') ? [n] : []));
  return { from: bands[0] ?? 0, to: bands[1] ?? cells.texts.length };
}

/** Rows below a heading, down to the next one: what a person would read as that section. */
function section(cells: Cells, heading: RegExp): { line: string[]; row: number }[] {
  const { from, to } = newest(cells);
  const lines = cells.texts.slice(from, to).map((line, n) => ({ line, row: from + n + 1 }));
  const at = lines.findIndex(({ line }) => heading.test(line[0] ?? ''));
  if (at < 0) return [];
  const end = lines.findIndex(
    ({ line }, n) => n > at && (/^\d {2}\S/.test(line[0] ?? '') || line[0] === 'Development and coaching'),
  );
  return lines.slice(at, end < 0 ? lines.length : end);
}

const DEALS = { new: /^\d {2}New opp/, existing: /^\d {2}Existing opp/ } as const;

/** What is wrong with words, deals and figures; [] when all is well. */
export function problemsOf(book: HandBook, known: Known, edit: HandEdit, before: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const gone = new Set(edit.gone ?? []);
  const now = wordsOf(book);
  for (const text of before) if (!now.has(text)) problems.push(`lost: ${text}`);
  const cells = cellsOf(book);
  const seen = new Set([...cells.texts, ...cells.formulas].flatMap((line) => line.slice(0, KEY)).flatMap(said));
  const own = ownColumnTexts(book);
  for (const text of before) if (!seen.has(text) && !own.has(text)) problems.push(`hidden: ${text}`);
  for (const deal of known.deals) if (!gone.has(deal.name)) problems.push(...dealProblems(cells, deal, edit));
  problems.push(...figureProblems(cells));
  return problems;
}

/** Texts in columns that are none of the grid's. */
function ownColumnTexts(book: HandBook): Set<string> {
  const { values, formulas } = book.grid.cells();
  const told = String(values[0]?.find((cell) => String(cell).startsWith('columns ')) ?? '');
  const order = told.split(' ').slice(1).map(Number);
  return new Set(
    [...values, ...formulas].flatMap((line) => line.flatMap((cell, n) => (order.includes(n + 1) ? [] : said(cell)))),
  );
}

function dealProblems(cells: Cells, deal: KnownDeal, edit: HandEdit): string[] {
  const list = edit.nowExisting?.includes(deal.name) ? 'existing' : deal.list;
  const rows = section(cells, DEALS[list]).filter(({ line }) => line[0] === deal.name);
  if (rows.length !== 1) return [`${deal.name} stands ${rows.length} times in ${list}`];
  if (edit.lifeless?.includes(deal.name)) return [];
  const { line } = rows[0]!;
  const life = { first: line[11] === '' ? null : Number(line[11]), story: line[17] };
  return life.first === deal.first && life.story === deal.story
    ? []
    : [`${deal.name} has the life ${JSON.stringify(life)} instead of ${deal.first} ${deal.story}`];
}

/** The open amount that the pipeline's formula comes to, against what stands in the rows. */
function figureProblems(cells: Cells): string[] {
  const { from, to } = newest(cells);
  const row = cells.texts.slice(from, to).findIndex((line) => line[0] === 'Pipeline') + from;
  const formula = cells.formulas[row]?.[3] ?? '';
  const rows = [...section(cells, DEALS.new), ...section(cells, DEALS.existing)];
  const open = rows.filter(({ line }) => line[KEY]?.match(/^(new|existing):/) && !/^(won|lost)$/.test(line[4] ?? ''));
  const wanted = open.reduce((sum, { line }) => sum + (Number(line[3]) || 0), 0);
  const got = openAmount(formula, cells);
  return got === wanted ? [] : [`the pipeline says ${got} instead of ${wanted}: ${formula}`];
}

/** A formula of SUM and SUMIF, worked out; NaN for any other. */
function openAmount(formula: string, cells: Cells): number {
  const numbers = (from: string, to: string) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => cells.texts[Number(from) - 1 + n] ?? []);
  let total = 0;
  const { amount: d, status: e } = cells;
  const part = new RegExp(
    `([-+=])SUMIFS\\(${d}(\\d+):${d}(\\d+);${d}\\2:${d}\\3;"<10{15}"(?:;${e}\\2:${e}\\3;"(\\w+)")?\\)`,
    'g',
  );
  const rest = formula.replace(part, (_, sign: string, from: string, to: string, word: string | undefined) => {
    const sum = numbers(from, to)
      .filter((line) => word === undefined || line[4] === word)
      .reduce((all, line) => all + (Number(line[3]) || 0), 0);
    total += sign === '-' ? -sum : sum;
    return '';
  });
  return rest === '' && formula !== '' ? total : Number.NaN;
}

/** What is wrong with the month that has just been started; [] when everything has come along. */
export function nextMonthProblems(book: HandBook, known: Known, edit: HandEdit): string[] {
  const cells = cellsOf(book);
  const gone = new Set(edit.gone ?? []);
  const problems: string[] = [];
  const listed = section(cells, DEALS.existing).map(({ line }) => line);
  for (const deal of known.deals) {
    if (!deal.isOpen || gone.has(deal.name)) continue;
    const rows = listed.filter((line) => line[0] === deal.name);
    if (rows.length !== 1) problems.push(`${deal.name} comes along ${rows.length} times`);
    else if (!edit.lifeless?.includes(deal.name) && !rows[0]![17]?.startsWith(deal.story))
      problems.push(`${deal.name} comes along with the story ${rows[0]![17]}`);
  }
  const named = (heading: RegExp) => section(cells, heading).map(({ line }) => line[0]);
  for (const name of known.commitments)
    if (!gone.has(name) && !named(/Conclusion$/).includes(name)) problems.push(`the commitment ${name} is left behind`);
  const growth = section(cells, /^Development and coaching$/).map(({ line }) => line[0]);
  for (const name of known.growth)
    if (!gone.has(name) && !growth.includes(name)) problems.push(`${name} is left behind`);
  const asked = section(cells, /^\d {2}Other disc/).map(({ line }) => line[0]);
  if (!gone.has(known.help) && !asked.some((line) => line?.includes(known.help)))
    problems.push(`nothing asks how the help with ${known.help} went`);
  const { from, to } = newest(cells);
  const focus = cells.texts.slice(from, to).find((line) => line[0]?.startsWith('Focus from'));
  if (focus?.[1] !== known.focus) problems.push(`the focus is “${focus?.[1]}”`);
  return problems;
}
