import { batch, computed, signal } from '@preact/signals';
import type { ImportPreview, ImportRequest, ImportSources } from '../../contract/import';
import { type AmountStyle, amountStyle } from '../../core/import/amounts';
import { columnCells, guessColumns, type ImportColumns, type ImportField, tableOf } from '../../core/import/columns';
import { type DateOrder, type DateStyle, dateStyle } from '../../core/import/dates';
import type { ImportDeal, ImportLine, ImportTable } from '../../core/import/deal';
import { type ImportComplaint, type ImportReading, readDeals } from '../../core/import/rows';
import { guessStatus, type ImportStage, stagesOf } from '../../core/import/stages';
import type { ImportPlace } from '../../core/import/words';
import { type DecimalMark, decimalMark } from '../../core/shared/amount';
import { language } from '../fields/language';
import { writesMonthFirst } from '../fields/read-date';
import { ask } from '../page/request';
import { applyScreen } from '../page/screens';
import { say, screen, view } from '../page/state';
import { settled } from '../save/saver';
import { words } from '../words';
import { readText, textOf } from './read-file';
import { importWords } from './words';

/** What was chosen to import from. */
export interface ImportSource {
  name: string;
  place: ImportPlace;
  table: ImportTable;
  /** Lines that could not even be split into cells. */
  complaints: ImportComplaint[];
  decimalGuess: DecimalMark;
}

export type ImportStep =
  | { at: 'source' }
  | { at: 'columns' }
  | { at: 'preview'; preview: ImportPreview; note: string }
  | { at: 'writing'; done: number; total: number }
  | { at: 'done' };

/** As many lines as the server takes at once. */
export const MOST_LINES = 20_000;
const LAST_WORDS_MS = 8000;

export const step = signal<ImportStep>({ at: 'source' });
export const sources = signal<ImportSources>({ tabs: [], statuses: [] });
export const pastedText = signal('');
export const sourceError = signal('');
export const source = signal<ImportSource | null>(null);
export const columns = signal<ImportColumns>({});
export const byName = signal(false);
const chosenDates = signal<DateOrder | null>(null);
const chosenDecimal = signal<DecimalMark | null>(null);
const chosenStages = signal<Record<string, string>>({});
/** Deals that go nowhere, and why, as the server said last. */
export const leftOut = signal<string[]>([]);
/** What has been written so far, tab by tab. */
export const written = signal<{ name: string; added: number; updated: number }[]>([]);

const cellsOf = (...fields: ImportField[]) =>
  source.value ? fields.flatMap((field) => columnCells(source.value!.table, columns.value[field])) : [];

/** How the table writes its days; not sure where a person has to say it. */
export const dates = computed<DateStyle>(() => {
  const found = dateStyle(cellsOf('when', 'created', 'modified'), writesMonthFirst(language()) ? 'mdy' : 'dmy');
  return { ...found, order: chosenDates.value ?? found.order };
});

export const amounts = computed<AmountStyle>(() => {
  const found = amountStyle(cellsOf('amount'), source.value?.decimalGuess ?? '.');
  return { ...found, decimal: chosenDecimal.value ?? found.decimal };
});

/** The stages of the table, with the status that each stands for. */
export const stages = computed<(ImportStage & { status: string })[]>(() =>
  stagesOf(cellsOf('stage')).map((stage) => ({
    ...stage,
    status: chosenStages.value[stage.key] ?? guessStatus(stage.key, sources.value.statuses),
  })),
);

const reading = computed<ImportReading>(() => ({
  columns: columns.value,
  dates: dates.value.order,
  decimal: amounts.value.decimal,
  stages: Object.fromEntries(stages.value.map(({ key, status }) => [key, status])),
}));

/** The deals of the table, and the lines that are left out. */
export const found = computed<{ deals: ImportDeal[]; complaints: ImportComplaint[] }>(() => {
  if (!source.value) return { deals: [], complaints: [] };
  const { deals, complaints } = readDeals(source.value.table, reading.value);
  return { deals, complaints: [...source.value.complaints, ...complaints].sort((a, b) => a.line - b.line) };
});

/** The tab that the page is pinned to. */
export const pinnedTab = computed<{ sheetId: number; name: string } | null>(() => {
  const s = screen.value;
  return s && (s.kind === 'meeting' || s.kind === 'noMonth') ? { sheetId: s.rep.sheetId, name: s.rep.name } : null;
});

/** Opens the page, from its beginning. */
export async function openImport(): Promise<void> {
  await settled(LAST_WORDS_MS);
  const there = await ask(importWords.lookingForTabs, 'importSources', {}, () => void openImport());
  if (!there) return;
  batch(() => {
    sources.value = there;
    pastedText.value = '';
    sourceError.value = '';
    source.value = null;
    written.value = [];
    byName.value = false;
    step.value = { at: 'source' };
    view.value = { at: 'import' };
  });
}

/** Takes up a file that was chosen or dropped. */
export async function readFile(file: File): Promise<void> {
  try {
    readPasted(textOf(new Uint8Array(await file.arrayBuffer())), file.name);
  } catch {
    refuse(importWords.fileUnread);
  }
}

/** Takes up a text, pasted or of a file. */
export function readPasted(text: string, name = importWords.pasted): void {
  const { lines, complaints, separator } = readText(text);
  // Where semicolons part the cells, commas are in the figures.
  takeUp(name, 'line', lines, complaints, separator === ';' ? ',' : decimalMark(language()));
}

/** Takes up a tab of the spreadsheet. */
export async function readTab(sheetId: number): Promise<void> {
  const tab = await ask(importWords.readingTab, 'readImport', { sheetId }, () => void readTab(sheetId));
  if (!tab) return;
  if (tab.cut > 0) refuse(importWords.tooMany(tab.lines.length + tab.cut, MOST_LINES));
  else takeUp(tab.name, 'row', tab.lines, [], decimalMark(language()));
}

function takeUp(
  name: string,
  place: ImportPlace,
  lines: readonly ImportLine[],
  complaints: ImportComplaint[],
  decimalGuess: DecimalMark,
): void {
  const table = tableOf(lines);
  if (!table || table.lines.length + complaints.length === 0) {
    refuse(importWords.emptySource);
    return;
  }
  if (table.lines.length > MOST_LINES) {
    refuse(importWords.tooMany(table.lines.length, MOST_LINES));
    return;
  }
  batch(() => {
    sourceError.value = '';
    source.value = { name, place, table, complaints, decimalGuess };
    columns.value = guessColumns(table.heading);
    chosenDates.value = null;
    chosenDecimal.value = null;
    chosenStages.value = {};
    step.value = { at: 'columns' };
  });
}

function refuse(why: string): void {
  sourceError.value = why;
  say(why);
}

/** Says which column a field is in; a column that was another field's is that no longer. */
export function setColumn(field: ImportField, index: number | null): void {
  const next: ImportColumns = { ...columns.peek() };
  for (const other of Object.keys(next) as ImportField[]) if (next[other] === index) delete next[other];
  if (index === null) delete next[field];
  else next[field] = index;
  columns.value = next;
}

export function setDates(order: DateOrder): void {
  chosenDates.value = order;
}

export function setDecimal(mark: DecimalMark): void {
  chosenDecimal.value = mark;
}

export function setStage(key: string, status: string): void {
  chosenStages.value = { ...chosenStages.peek(), [key]: status };
}

function request(): ImportRequest {
  const sheetId = columns.peek().owner === undefined ? (pinnedTab.peek()?.sheetId ?? null) : null;
  return { deals: found.peek().deals, sheetId, byName: byName.peek() };
}

/** Shows what would be written. Writes nothing. */
export async function lookFirst(): Promise<void> {
  if (found.peek().deals.length === 0) {
    show({ tabs: [], leftOut: [] });
    return;
  }
  const preview = await ask(importWords.planning, 'planImport', request(), () => void lookFirst());
  if (!preview) return;
  show(preview);
  const { added, updated } = totals(preview);
  say(importWords.lookSaid(added, updated, found.peek().complaints.length + preview.leftOut.length));
}

function show(preview: ImportPreview, note = ''): void {
  batch(() => {
    leftOut.value = preview.leftOut;
    step.value = { at: 'preview', preview, note };
  });
}

/** How many deals a preview would add and update. */
export function totals({ tabs }: ImportPreview): { added: number; updated: number } {
  return tabs.reduce(
    (sum, tab) => ({ added: sum.added + tab.added.length, updated: sum.updated + tab.updated.length }),
    { added: 0, updated: 0 },
  );
}

/** Writes as previewed, tab by tab. A tab that changed meanwhile is previewed anew; what is written stays. */
export async function write(preview: ImportPreview): Promise<void> {
  const all = preview.tabs.filter((tab) => tab.added.length + tab.updated.length > 0);
  const asked = request();
  let todo = all;
  while (todo.length > 0) {
    step.value = { at: 'writing', done: all.length - todo.length, total: all.length };
    const tabs = todo.map(({ sheetId, digest }) => ({ sheetId, digest }));
    const result = await ask(importWords.writing, 'applyImport', { ...asked, tabs });
    if (!result) {
      show(preview);
      return;
    }
    const at = view.peek();
    const done = todo.filter((tab) => result.done.includes(tab.sheetId));
    todo = todo.filter((tab) => !done.includes(tab));
    batch(() => {
      applyScreen(result.screen);
      view.value = at;
      written.value = [
        ...written.peek(),
        ...done.map(({ name, added, updated }) => ({ name, added: added.length, updated: updated.length })),
      ];
      if (result.changed) show(result.changed, words.previewChanged);
    });
    if (result.changed) {
      say(words.previewChanged);
      return;
    }
    // A round that brings nothing new would be repeated for ever.
    if (done.length === 0) break;
  }
  step.value = { at: 'done' };
  const sum = writtenTotals();
  say(importWords.done(sum.added, sum.updated));
}

export function writtenTotals(): { added: number; updated: number } {
  return written.peek().reduce((sum, one) => ({ added: sum.added + one.added, updated: sum.updated + one.updated }), {
    added: 0,
    updated: 0,
  });
}
