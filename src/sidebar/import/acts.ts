/** What the person does in an import: takes up a table, answers, looks, writes. */
import { batch } from '@preact/signals';
import type { ImportPreview, ImportRequest, ImportTabTable } from '../../contract/import';
import type { MarkStyle } from '../../core/import/amounts';
import { type ImportField, tableOf } from '../../core/import/columns';
import type { ImportPlace } from '../../core/import/complaints';
import type { ImportLine } from '../../core/import/deal';
import { NO_FILTER } from '../../core/import/filter';
import { memoryOf } from '../../core/import/memory';
import { type ImportAnswers, NO_ANSWERS } from '../../core/import/reading';
import type { ImportComplaint } from '../../core/import/rows';
import type { DateOrder } from '../../core/shared/days';
import { type DecimalMark, decimalMark } from '../../core/shared/money';
import { language } from '../fields/language';
import { announce } from '../page/notices';
import { applyBelow, previewAnewIfChanged, previewedOf, whole } from '../page/previewed';
import { callUntilAnswered } from '../page/request';
import { view } from '../page/view';
import { inPortions } from '../page/work';
import { settled } from '../save/saver';
import { decodeAs, decodeFile, type Encoding } from './bytes';
import { decodedLines } from './decoded-lines';
import { readText } from './read-file';
import {
  allTo,
  byName,
  filter,
  found,
  type ImportSource,
  leftOut,
  ownersSaid,
  pastedText,
  remembered,
  said,
  source,
  sourceError,
  sources,
  step,
  taken,
  understood,
  written,
} from './state';
import { importWords } from './words';

/** As many lines as the server takes at once. */
const MOST_LINES = 20_000;

/** Opens the page, from its beginning. */
export async function openImport(): Promise<void> {
  await settled();
  const there = await callUntilAnswered(importWords.lookingForTabs, 'importSources', {}, () => void openImport());
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
    const bytes = new Uint8Array(await file.arrayBuffer());
    const decoded = decodeFile(bytes);
    takeUpText(decoded.text, file.name, { bytes, decoded, chosen: null });
  } catch {
    refuse(importWords.fileUnread);
  }
}

/** Takes up a pasted text. */
export function readPasted(text: string): void {
  takeUpText(text, importWords.pasted);
}

/** Reads the file once more, with the letters that a person has said. */
export function chooseEncoding(encoding: Encoding): void {
  const from = source.peek();
  if (!from?.file) return;
  const { bytes, decoded } = from.file;
  takeUpText(decodeAs(bytes, encoding), from.name, { bytes, decoded, chosen: encoding });
}

function takeUpText(text: string, name: string, file?: ImportSource['file']): void {
  const { lines, complaints, separator } = readText(text);
  // Where semicolons part the cells, commas are in the figures.
  takeUp(name, 'line', lines, complaints, separator === ';' ? ',' : decimalMark(language()), file);
}

/** Takes up a tab of the spreadsheet, part by part. */
export async function readTab(sheetId: number): Promise<void> {
  const lines: ImportLine[] = [];
  for (let from: number | null = 1; from !== null; ) {
    const part: ImportTabTable | null = await callUntilAnswered(
      importWords.readingTab,
      'readImport',
      { sheetId, from },
      () => void readTab(sheetId),
    );
    if (!part) {
      step.value = { at: 'source' };
      return;
    }
    lines.push(...part.lines);
    from = part.next;
    if (lines.length > MOST_LINES) {
      step.value = { at: 'source' };
      refuse(importWords.tooMany(part.rows, MOST_LINES));
      return;
    }
    if (from === null) takeUp(part.name, 'row', lines, [], decimalMark(language()));
    else step.value = { at: 'reading', done: from - 1, total: part.rows };
  }
}

function takeUp(
  name: string,
  place: ImportPlace,
  lines: readonly ImportLine[],
  complaints: ImportComplaint[],
  decimalGuess: DecimalMark,
  file?: ImportSource['file'],
): void {
  const table = tableOf(decodedLines(lines));
  if (!table || table.lines.length + complaints.length === 0) {
    step.value = { at: 'source' };
    refuse(importWords.emptySource);
    return;
  }
  if (table.lines.length > MOST_LINES) {
    refuse(importWords.tooMany(table.lines.length, MOST_LINES));
    return;
  }
  batch(() => {
    sourceError.value = '';
    source.value = { name, place, table, complaints, decimalGuess, ...(file ? { file } : {}) };
    said.value = NO_ANSWERS;
    filter.value = NO_FILTER;
    allTo.value = '';
    step.value = { at: 'columns' };
  });
}

function refuse(why: string): void {
  sourceError.value = why;
  announce(why);
}

function answer(more: Partial<ImportAnswers>): void {
  said.value = { ...said.peek(), ...more };
}

/** Says which column a field is in (null: there is none); a column that was another field's is that no longer. */
export function setColumn(field: ImportField, index: number | null): void {
  const columns = { ...said.peek().columns };
  for (const other of Object.keys(columns) as ImportField[])
    if (index !== null && columns[other] === index) delete columns[other];
  columns[field] = index;
  answer({ columns });
}

export const setDates = (dates: DateOrder): void => answer({ dates });
export const setDecimal = (decimal: MarkStyle): void => answer({ decimal });
export const setCurrency = (currency: string): void => answer({ currency });
export const setOtherCurrencies = (otherCurrencies: 'blank' | 'out'): void => answer({ otherCurrencies });
export const setStage = (key: string, status: string): void =>
  answer({ stages: { ...said.peek().stages, [key]: status } });
export const setOwner = (key: string, id: string): void => answer({ owners: { ...said.peek().owners, [key]: id } });

function request(): ImportRequest {
  const all = sources.peek().people.find(({ id }) => id === allTo.peek());
  const sheetId = understood.peek().columns.owner === undefined ? (all?.sheetId ?? null) : null;
  return { deals: taken.peek(), sheetId, owners: ownersSaid(), byName: byName.peek() };
}

/** What has been said now, in Setup's words. */
function toRemember() {
  const from = source.peek();
  if (!from) return [];
  const { stages, owners, columns } = understood.peek();
  const heading = (field: ImportField) => from.table.heading[columns[field] ?? -1] ?? '';
  return memoryOf(
    said.peek(),
    from.table,
    Object.fromEntries(stages.map(({ key, text }) => [key, text])),
    Object.fromEntries(owners.map(({ key, text }) => [key, text])),
    sources.peek().people,
    { days: heading('when') || heading('created'), amounts: heading('amount') },
  );
}

/** Shows what would be written. Writes nothing. */
export async function lookFirst(note = ''): Promise<void> {
  if (taken.peek().length === 0) {
    show({ tabs: [], leftOut: [], known: [], did: [], rest: [] });
    return;
  }
  const asked = request();
  const preview = await inPortions('planImport', (soFar) => ({ ...asked, known: soFar?.known ?? [] }), {
    sub: importWords.title,
    steps: { read: importWords.readingTabs, tab: importWords.comparing },
    writes: false,
    again: () => void lookFirst(note),
  });
  const shown = whole(preview);
  if (!shown) return;
  show(shown, note);
  const { added, updated } = totals(shown);
  announce(note || importWords.lookSaid(added, updated, found.peek().complaints.length + shown.leftOut.length));
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

/** Writes as previewed, tab by tab. What has changed meanwhile, or was not reached, is previewed anew; what is written stays. */
export async function write(preview: ImportPreview): Promise<void> {
  const all = preview.tabs.filter((tab) => tab.added.length + tab.updated.length > 0);
  const asked = { ...request(), known: preview.known, people: all.map(previewedOf), remember: toRemember() };
  const result = await inPortions('applyImport', () => asked, {
    sub: importWords.title,
    steps: { tab: importWords.writingDeals },
    writes: true,
    expected: all.length,
    again: () => void write(preview),
  });
  if (!result) return;
  const { changed, did } = result;
  const done = all.filter((tab) => did.includes(`tab:${tab.repId}`) && !changed.includes(tab.name));
  batch(() => {
    applyBelow(result.screen);
    remembered.value = result.remembered ?? true;
    written.value = [
      ...written.peek(),
      ...done.map(({ name, added, updated }) => ({ name, added: added.length, updated: updated.length })),
    ];
  });
  if (await previewAnewIfChanged(result, lookFirst, () => importWords.stopped(done.length, all.length))) return;
  step.value = { at: 'done' };
  const sum = writtenTotals();
  announce(importWords.done(sum.added, sum.updated));
}

export function writtenTotals(): { added: number; updated: number } {
  return written.peek().reduce((sum, one) => ({ added: sum.added + one.added, updated: sum.updated + one.updated }), {
    added: 0,
    updated: 0,
  });
}
