import { readFileSync } from 'node:fs';
import path from 'node:path';
import { STANDARD_STATUSES } from '../../src/core/deal/carry';
import { findColumns, type ImportField, tableOf } from '../../src/core/import/columns';
import { complaintText } from '../../src/core/import/complaints';
import type { ImportDeal } from '../../src/core/import/deal';
import { type ImportAnswers, type ImportContext, NO_ANSWERS, understand } from '../../src/core/import/reading';
import { readDeals } from '../../src/core/import/rows';
import { decodeFile } from '../../src/sidebar/import/bytes';
import { decodedLines } from '../../src/sidebar/import/decoded-lines';
import { readText } from '../../src/sidebar/import/read-file';

export const FILES = path.join(__dirname, '../fixtures/import');

export interface ReadOptions {
  answers?: Partial<ImportAnswers>;
  context?: Partial<ImportContext>;
}

/** Reads bytes as the sidebar does when nobody says anything but `answers`. */
export function readBytes(bytes: Uint8Array, { answers = {}, context = {} }: ReadOptions = {}) {
  const file = decodeFile(bytes);
  const source = readText(file.text);
  const table = tableOf(decodedLines(source.lines))!;
  const whole: ImportContext = {
    people: [],
    statuses: STANDARD_STATUSES,
    zone: 'Europe/Berlin',
    dateGuess: 'mdy',
    language: 'en',
    decimalGuess: source.separator === ';' ? ',' : '.',
    ...context,
  };
  const understood = understand(table, findColumns(table, whole.people), whole, { ...NO_ANSWERS, ...answers });
  const { deals, complaints, passedOver } = readDeals(table, understood.reading);
  const headings = Object.fromEntries(
    (Object.keys(understood.columns) as ImportField[]).map((field) => [
      field,
      table.heading[understood.columns[field]!],
    ]),
  );
  const said = [...source.complaints, ...complaints].sort((a, b) => a.line - b.line);
  return {
    file,
    table,
    understood,
    headings,
    deals,
    passedOver,
    complaints: [...source.complaints, ...complaints],
    said: said.map((one) => complaintText(one, 'line')),
    asked: understood.columnQuestions.map(({ field, why, candidates }) => [
      field,
      why,
      ...candidates.map((n) => table.heading[n]),
    ]),
  };
}

/** Reads a file of test/fixtures/import. */
export function readFixture(name: string, options: ReadOptions = {}) {
  return readBytes(readFileSync(path.join(FILES, name)), options);
}

/** A deal in a line: what is blank is left out. */
export const short = ({ line, id, name, account, owner, amount, when, status, next, reason }: ImportDeal) =>
  [line, id, name, account, owner, amount, when, status, next, reason].filter((one) => one !== '').join(' / ');
