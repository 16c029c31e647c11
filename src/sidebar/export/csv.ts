/** Tables as CSV files. */
import Papa from 'papaparse';
import type { CellValue } from '../../core/shared/fields';

/**
 * A table as CSV (RFC 4180). Numbers are plain, with a point; a text that a spreadsheet would take for a formula gets an
 * apostrophe in front of it.
 */
export function csvText(columns: string[], rows: CellValue[][]): string {
  return `${Papa.unparse({ fields: columns, data: rows }, { newline: '\r\n', escapeFormulae: /^[=+\-@\t\r]/ })}\r\n`;
}

/** The text as a file. The mark at its beginning tells Excel that it is UTF-8. */
export function csvBlob(text: string): Blob {
  return new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' });
}

/** "Ada Quill, life lines, 2026-11-02.csv", without characters that a file's name must not have. */
export function fileName(who: string, table: string, today: string): string {
  const plain = [...`${who}, ${table}, ${today}`].map((c) => (c < ' ' || '\\/:*?"<>|'.includes(c) ? ' ' : c)).join('');
  return `${plain.replace(/\s+/g, ' ').trim()}.csv`;
}
