/** What the person does in an import: takes up a table, answers, looks, writes. */
import { batch } from '@preact/signals';
import type { ImportTabTable } from '../../contract/import';
import type { MarkStyle } from '../../core/import/amounts';
import { type ImportField, tableOf } from '../../core/import/columns';
import type { ImportPlace } from '../../core/import/complaints';
import type { ImportLine } from '../../core/import/deal';
import { NO_DECISIONS } from '../../core/import/fates';
import { NO_FILTER } from '../../core/import/filter';
import { type ImportAnswers, NO_ANSWERS } from '../../core/import/reading';
import type { ImportComplaint } from '../../core/import/rows';
import type { DateOrder } from '../../core/shared/days';
import { type DecimalMark, decimalMark } from '../../core/shared/money';
import { language } from '../fields/language';
import { announce } from '../page/notices';
import { callUntilAnswered } from '../page/request';
import { view } from '../page/view';
import { settled } from '../save/saver';
import { decodeAs, decodeFile, type Encoding } from './bytes';
import { decodedLines } from './decoded-lines';
import { readText } from './read-file';
import {
  allTo,
  decisions,
  filter,
  type ImportSource,
  pastedText,
  said,
  source,
  sourceError,
  sources,
  step,
  written,
} from './state';
import { importWords } from './words';
import { beginImport } from './write';

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
    decisions.value = NO_DECISIONS;
    written.value = [];
    beginImport();
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
