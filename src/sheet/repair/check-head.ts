import { toCell } from '../grid/cells';
import { COL, GRID_VERSION, HEAD_ROWS, KEY } from '../grid/grid';
import { COLUMNS, HEAD_CELL, HIDDEN } from '../grid/hidden';
import { type Displaced, short, stoodAt, typedText } from './check-cells';
import { coversCommitments, coversDeals, functionsOf, type Places, spansOf } from './check-formulas';
import type { Note } from './check-months';
import type { LaidOut } from './check-rows';
import { isBlankLine, isFilled, kindOf, type Line, newLine, VISIBLE } from './tab-lines';

/** The rows above the first month. */
export interface HeadLines {
  /** Name, labels, figures and the gap, in this order; those that were missing are new. */
  lines: Line[];
  /** Rows with a person's text that stood among them. */
  orphans: Line[];
  /** Everything from the first row of a month on. */
  body: Line[];
}

const LABEL = /^(Next 1:1|Coverage|Pipeline|Deals|Commitments|[A-Z][a-z]{2} result|[A-Z][a-z]+ goal)$/;

/** Finds the rows of the tab's head, puts the missing ones back, and the rep's hidden id and name with them. */
export function checkHead(all: readonly Line[], rep: { id: string; name: string }, note: Note): HeadLines {
  const lines = [...all];
  const keyed = lines.findIndex((line) => line.key.startsWith(`${KEY.head}:`));
  const first = Math.max(keyed, 0);
  const startsBelow = lines.findIndex((line, index) => index !== keyed && kindOf(line.key) !== 'none');
  const start = startsBelow === -1 ? lines.length : startsBelow;
  const zone = lines.slice(0, start).filter((_, index) => index !== first || start <= first);
  const hasHead = keyed >= 0 || (lines[0] !== undefined && start > 0 && !looksLikeFigures(lines[0]));
  const head = hasHead ? (lines[first] as Line) : blankLine();
  const rest = (hasHead ? zone.filter((line) => line !== head) : zone).filter((line) => line !== head);
  const body = lines.slice(start).filter((line) => line !== head);
  if (hasHead && first > 0) note(head, COL.who, 'The tab’s head does not stand at the top.', 'It moves back to row 1.');
  writeIdentity(head, rep, body, note);
  if (body.length === 0) return { lines: [head, ...rest], orphans: [], body };
  return { ...headRows(head, rest, body, note), body };
}

/** The rows below the name: labels, figures, one empty row. */
function headRows(head: Line, rest: Line[], body: Line[], note: Note): Pick<HeadLines, 'lines' | 'orphans'> {
  const labelsAt = rest.findIndex(
    (line) => line.texts.some((text) => LABEL.test(text)) && !line.formulas.some((f, n) => f !== '' && n !== TODAY - 1),
  );
  const labels = rest[labelsAt] ?? blankLine();
  const below = rest.slice(labelsAt + 1);
  const figures = (labelsAt >= 0 ? below : rest).find(looksLikeFigures) ?? blankLine();
  const others = rest.filter((line) => line !== labels && line !== figures);
  const orphans = others.filter((line) => !isBlankLine(line));
  const gap = others.find((line) => isBlankLine(line) && !line.foreign) ?? blankLine();
  const near = head.origin > 0 ? head : (body[0] as Line);
  if (labels.origin === 0) note(near, COL.who, 'The row of labels in the tab’s head is missing.', 'It comes back.');
  if (figures.origin === 0) note(near, COL.who, 'The row of figures in the tab’s head is missing.', 'It comes back.');
  if (gap.origin === 0) note(near, COL.who, 'The empty row below the tab’s head is missing.', 'It comes back.');
  for (const line of others)
    if (line !== gap && isBlankLine(line) && !line.foreign)
      note(line, COL.who, 'An empty row stands in the tab’s head.', 'It goes.');
  const kept = others.filter((line) => line !== gap && isBlankLine(line) && line.foreign);
  return { lines: [head, labels, figures, gap, ...kept], orphans };
}

function looksLikeFigures(line: Line): boolean {
  return line.formulas.filter((formula) => formula !== '').length > 1;
}

function blankLine(): Line {
  const values = Array.from({ length: COLUMNS }, () => '');
  return {
    ...newLine({ kind: 'gap', section: '', sectionKind: null, colors: null, values, types: {} }),
    planned: null,
  };
}

function writeIdentity(head: Line, rep: { id: string; name: string }, body: readonly Line[], note: Note): void {
  const near = head.origin > 0 ? head : (body[0] ?? head);
  if (!head.key.startsWith(`${KEY.head}:`)) {
    note(
      near,
      COL.who,
      'The tab’s head has lost the hidden id of its person.',
      `It is marked as the tab of ${rep.name} again.`,
    );
    head.writes.set(HIDDEN.key, { value: `${KEY.head}:${rep.id}`, plain: false });
  }
  if (head.texts[COL.who - 1] === '') {
    if (head.origin > 0) note(near, COL.who, 'The name in the tab’s head is missing.', 'It comes back.');
    head.writes.set(COL.who, { value: toCell(rep.name, 'text'), plain: true });
  }
  const said = head.values[HEAD_CELL.grid.col - 1];
  if (typeof said === 'number' && said >= 1) return;
  note(near, COL.who, 'The tab has lost the hidden number of its format.', 'It comes back.');
  head.writes.set(HEAD_CELL.grid.col, { value: GRID_VERSION, plain: false });
}

const FUNCTIONS = ['IF', 'AND', 'OR', 'ISNUMBER', 'N', 'SUM', 'SUMIF', 'COUNTA', 'COUNTIF', 'COUNTIFS', 'TODAY'];

function isHeadFormula(formula: string): boolean {
  const used = functionsOf(formula);
  return used.length > 0 && used.every((name) => FUNCTIONS.includes(name));
}

/** A person's texts in cells of the head's labels and figures. */
export function headTexts(lines: readonly Line[], note: Note): Displaced[] {
  const displaced: Displaced[] = [];
  lines.slice(1, HEAD_ROWS).forEach((line, index) => {
    for (const col of VISIBLE) {
      const text = line.texts[col - 1] as string;
      const typed = line.values[col - 1];
      const formula = line.formulas[col - 1] ?? '';
      if (line.origin === 0 || (text === '' && formula === '') || LABEL.test(text)) continue;
      if (formula !== '' && index > 0 && isHeadFormula(formula)) continue;
      if (
        formula === '' &&
        (typeof typed !== 'string' || /^(#[A-Z]|–$|[▲●▼] |\d+ open|no date yet|not in yet|no goal yet)/.test(text))
      )
        continue;
      displaced.push({ text: typedText(line, col), stood: stoodAt('the tab’s head', line, col), unit: '' });
      note(
        line,
        col,
        `The tab’s head has been typed over: “${short(text || formula)}”.`,
        'The text gets a row of its own in the newest month, the head comes back.',
      );
    }
  });
  return displaced;
}

/** Where the head's hidden cells say which months are the newest. */
const MONTHS: readonly number[] = [HEAD_CELL.newest.col];
const TODAY: number = HEAD_CELL.today.col;

/** Points the head at the newest month where it does not do so. `wanted` are its labels and its figures. */
export function checkFigures(
  lines: readonly Line[],
  wanted: readonly (readonly unknown[])[],
  newest: LaidOut,
  places: Places,
  note: Note,
): void {
  const [, labels, figures] = lines;
  const [wantedLabels, wantedFigures] = wanted;
  if (!labels || !figures || !wantedLabels || !wantedFigures) return;
  const month = newest.lines;
  const wrong = [...MONTHS, TODAY, ...VISIBLE].filter((col) => {
    if (col === TODAY) return labels.formulas[col - 1] !== wantedLabels[col - 1];
    if (MONTHS.includes(col))
      return [labels, figures].some((line, n) => line.texts[col - 1] !== String((wanted[n] ?? [])[col - 1]));
    const label = String(wantedLabels[col - 1]).replace(/^'/, '');
    if (labels.texts[col - 1] !== label || labels.formulas[col - 1] !== '') return true;
    const formula = figures.formulas[col - 1] ?? '';
    if (String(wantedFigures[col - 1]) === '') return isFilled(figures, col);
    if (formula === '' || formula.includes('#REF!')) return true;
    const spans = spansOf(formula);
    const own = new Set([...month, ...lines]);
    if (spans.some(([from, to]) => [from, to].some((row) => !own.has(places.lineAt.get(row) as Line)))) return true;
    if (label === 'Pipeline' || label === 'Deals') return !coversDeals(spans, newest, places);
    return label === 'Commitments' && !coversCommitments(spans, newest, places);
  });
  if (wrong.length === 0) return;
  const seen = wrong.find((col) => VISIBLE.includes(col)) ?? COL.who;
  if (figures.origin > 0)
    note(figures, seen, 'The figures in the tab’s head do not show the newest month.', 'They are pointed at it again.');
  labels.writes.set(TODAY, { value: wantedLabels[TODAY - 1] as string, plain: false });
  [labels, figures].forEach((line, n) => {
    for (const col of [...MONTHS, ...VISIBLE]) {
      line.writes.set(col, { value: (wanted[n] ?? [])[col - 1] as string, plain: false });
    }
  });
}
