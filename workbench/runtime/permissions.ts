/**
 * Who may change which cells. Pure; used for scripts at every flush, and fit for page edits too.
 * Source: facts §5.11 and https://developers.google.com/apps-script/reference/spreadsheet/protection
 */
import type { FileInfo, ProtectionState, Rect, SheetInfo, WriteOp } from '../engine/engine';
import { covers, intersection } from '../values/addresses';

/** What a refused write says (facts §5.11). */
export const PROTECTED_MESSAGE =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** The facts that decide. */
export interface AccessState {
  user: string;
  file: Pick<FileInfo, 'owner' | 'editors'>;
  protections: readonly ProtectionState[];
}

/** Whether the user may edit the file at all. */
export function mayEditFile(access: AccessState): boolean {
  return access.user === access.file.owner || access.file.editors.includes(access.user);
}

/** Whether this protection lets the user edit; the owner always may. */
export function protectionAdmits(protection: ProtectionState, access: AccessState): boolean {
  if (access.user === access.file.owner) return true;
  if (!access.file.editors.includes(access.user)) return false;
  return protection.editors === null || protection.editors.includes(access.user);
}

/** Whether the user may change every cell of the rectangle; a warning does not stop anybody. */
export function mayEditCells(sheetId: number, rect: Rect, access: AccessState): boolean {
  if (!mayEditFile(access)) return false;
  return access.protections.every((protection) => {
    if (protection.sheetId !== sheetId || protection.warningOnly || protectionAdmits(protection, access)) return true;
    if (protection.rect) return intersection(protection.rect, rect) === null;
    return covers(protection.unprotected, rect);
  });
}

/** Whether the user may change what belongs to the tab as a whole (its name, its rows' heights, its existence). */
function mayEditSheet(sheetId: number, access: AccessState, rangesToo: boolean): boolean {
  return access.protections.every((protection) => {
    if (protection.sheetId !== sheetId || protection.warningOnly || protectionAdmits(protection, access)) return true;
    return protection.rect !== null && !rangesToo;
  });
}

/** Whether the user may do this to the workbook. */
export function mayWrite(op: WriteOp, access: AccessState, sheets: readonly SheetInfo[]): boolean {
  if (access.user === access.file.owner) return true;
  if (op.op === 'properties') return true;
  if (!mayEditFile(access)) return false;
  if (access.protections.length === 0) return true;
  const wide = (sheetId: number, row: number, rows: number): Rect => {
    const sheet = sheets.find((one) => one.id === sheetId);
    return { row, col: 1, rows, cols: sheet?.maxCols ?? 1 };
  };
  const tall = (sheetId: number, col: number, cols: number): Rect => {
    const sheet = sheets.find((one) => one.id === sheetId);
    return { row: 1, col, rows: sheet?.maxRows ?? 1, cols };
  };
  switch (op.op) {
    case 'cells':
      return mayEditCells(op.sheetId, matrixRect(op.row, op.col, op.cells), access);
    case 'styles':
      return mayEditCells(op.sheetId, matrixRect(op.row, op.col, op.styles), access);
    case 'notes':
      return mayEditCells(op.sheetId, matrixRect(op.row, op.col, op.notes), access);
    case 'validations':
      return mayEditCells(op.sheetId, matrixRect(op.row, op.col, op.rules), access);
    case 'style':
      return mayEditCells(op.sheetId, { row: op.row, col: op.col, rows: op.rows, cols: op.cols }, access);
    case 'richText':
      return mayEditCells(op.sheetId, { row: op.row, col: op.col, rows: 1, cols: 1 }, access);
    case 'filter':
      return op.filter ? mayEditCells(op.sheetId, op.filter.rect, access) : mayEditSheet(op.sheetId, access, false);
    case 'clear':
    case 'merge':
    case 'unmerge':
      return mayEditCells(op.sheetId, op.rect, access);
    case 'insertRows':
      return mayInsert(op.sheetId, access, (rect) => rect.row < op.before && op.before < rect.row + rect.rows);
    case 'insertCols':
      return mayInsert(op.sheetId, access, (rect) => rect.col < op.before && op.before < rect.col + rect.cols);
    case 'deleteRows':
    case 'moveRows':
    case 'rowHeights':
    case 'rowsHidden':
      return mayEditCells(op.sheetId, wide(op.sheetId, op.row, op.count), access);
    case 'deleteCols':
    case 'moveCols':
    case 'colWidths':
    case 'colsHidden':
      return mayEditCells(op.sheetId, tall(op.sheetId, op.col, op.count), access);
    case 'copy':
      return mayEditCells(op.toSheetId, pasted(op.from, op.to, op.transposed), access);
    case 'move':
      return (
        mayEditCells(op.sheetId, op.from, access) &&
        mayEditCells(op.toSheetId, { ...op.from, row: op.row, col: op.col }, access)
      );
    case 'deleteSheet':
      return mayEditSheet(op.sheetId, access, true);
    case 'renameSheet':
    case 'sheetHidden':
    case 'freeze':
    case 'gridlines':
    case 'tabColor':
    case 'conditionalRules':
    case 'rowGroups':
      return mayEditSheet(op.sheetId, access, false);
    // What every editor may; properties and protections have gates of their own (services).
    case 'insertSheet':
    case 'moveSheet':
    case 'file':
    case 'metadata':
    case 'namedRanges':
    case 'protections':
      return true;
    default:
      return op satisfies never;
  }
}

function matrixRect(row: number, col: number, matrix: readonly (readonly unknown[])[]): Rect {
  return { row, col, rows: matrix.length, cols: matrix[0]?.length ?? 0 };
}

/** Where a copy lands: a larger target is tiled with whole copies, a smaller one is overrun (facts §5.5). */
export function pasted(from: Rect, to: Rect, transposed: boolean): Rect {
  const rows = transposed ? from.cols : from.rows;
  const cols = transposed ? from.rows : from.cols;
  return {
    row: to.row,
    col: to.col,
    rows: Math.max(1, Math.floor(to.rows / rows)) * rows,
    cols: Math.max(1, Math.floor(to.cols / cols)) * cols,
  };
}

/** New rows or columns may go anywhere but into a protected tab or inside a protected range. */
function mayInsert(sheetId: number, access: AccessState, inside: (rect: Rect) => boolean): boolean {
  return access.protections.every((protection) => {
    if (protection.sheetId !== sheetId || protection.warningOnly || protectionAdmits(protection, access)) return true;
    return protection.rect !== null && !inside(protection.rect);
  });
}
