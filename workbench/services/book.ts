/**
 * The workbook as one execution sees it: changes wait here until a read, a flush or the end (facts §5.14), while the grid
 * that they will leave is known at once, so that bounds can be checked without a flush.
 */
import type { SheetInfo } from '../engine/engine';
import { cellsWritten } from '../runtime/cells-written';
import type { ReadRequest, ServiceOp, SyncReply, SyncRequest } from '../runtime/protocol';
import { Exception } from './exception';
import { ask, config, countSent } from './host';

let waiting: ServiceOp[] = [];
let known: SheetInfo[] | null = null;

/** Puts a change into the buffer; in eager mode it goes to the workbook at once. */
export function write(op: ServiceOp): void {
  waiting.push(op);
  if (config.eager) flush();
  else if (op.op === 'appendRow') known = null;
  else if (known) known = afterOp(known, op);
}

/** Sends what waits; errors of protection and validation surface here. */
export function flush(): void {
  if (waiting.length > 0) sync({ reads: [] });
}

/** Sends what waits, then asks; one answer for each question. */
export function read<T extends unknown[]>(...reads: { [K in keyof T]: ReadRequest }): T {
  return sync({ reads }) as T;
}

function sync(request: Omit<SyncRequest, 'ops'>): unknown[] {
  const ops = waiting;
  waiting = [];
  known = null;
  const reply = ask<SyncReply>('sync', { ops, ...request });
  countSent(ops.reduce((sum, op) => sum + cellsWritten(op), 0));
  known = reply.sheets;
  return reply.results;
}

/** Somebody else may have changed the grid meanwhile (after a lock, a sleep, a dialog). */
export function forgetGrid(): void {
  known = null;
}

/** The tabs in their order, with waiting changes of the grid counted in; lastRow and lastCol as of the last flush. */
export function sheets(): SheetInfo[] {
  if (!known) {
    // Whether an appended row makes the grid grow, only the workbook knows.
    if (waiting.some((op) => op.op === 'appendRow')) sync({ reads: [] });
  }
  if (!known) {
    const reply = ask<SyncReply>('sync', { ops: [], reads: [] });
    known = waiting.reduce(afterOp, reply.sheets);
  }
  return known;
}

/** One tab; throws when it is gone. */
export function sheetInfo(sheetId: number): SheetInfo {
  const info = sheets().find((sheet) => sheet.id === sheetId);
  if (!info) throw new Exception(`Sheet ${sheetId} not found`);
  return info;
}

/** Last row and column with content, after everything that waits. */
export function contentBounds(sheetId: number): { lastRow: number; lastCol: number } {
  sync({ reads: [], bounds: true });
  return sheetInfo(sheetId);
}

function afterOp(sheetsBefore: SheetInfo[], op: ServiceOp): SheetInfo[] {
  const patch = (sheetId: number, change: (sheet: SheetInfo) => Partial<SheetInfo>) =>
    sheetsBefore.map((sheet) => (sheet.id === sheetId ? { ...sheet, ...change(sheet) } : sheet));
  switch (op.op) {
    case 'insertRows':
      return patch(op.sheetId, (sheet) => ({ maxRows: sheet.maxRows + op.count }));
    case 'deleteRows':
      return patch(op.sheetId, (sheet) => ({
        maxRows: sheet.maxRows - op.count,
        frozenRows: sheet.frozenRows - inFront(op.row, op.count, sheet.frozenRows),
      }));
    case 'insertCols':
      return patch(op.sheetId, (sheet) => ({ maxCols: sheet.maxCols + op.count }));
    case 'deleteCols':
      return patch(op.sheetId, (sheet) => ({
        maxCols: sheet.maxCols - op.count,
        frozenCols: sheet.frozenCols - inFront(op.col, op.count, sheet.frozenCols),
      }));
    case 'freeze':
      return patch(op.sheetId, (sheet) => ({
        frozenRows: op.rows ?? sheet.frozenRows,
        frozenCols: op.cols ?? sheet.frozenCols,
      }));
    case 'renameSheet':
      return patch(op.sheetId, () => ({ name: op.name }));
    case 'sheetHidden':
      return patch(op.sheetId, () => ({ hidden: op.hidden }));
    case 'gridlines':
      return patch(op.sheetId, () => ({ gridlinesHidden: op.hidden }));
    case 'tabColor':
      return patch(op.sheetId, () => ({ tabColor: op.color }));
    case 'rowGroupControl':
      return patch(op.sheetId, () => ({ rowGroupControl: op.control }));
    case 'deleteSheet':
      return sheetsBefore.filter((sheet) => sheet.id !== op.sheetId);
    case 'moveSheet':
      return moved(sheetsBefore, op.sheetId, op.index);
    case 'insertSheet':
      return inserted(sheetsBefore, op);
    default:
      return sheetsBefore;
  }
}

function inFront(at: number, count: number, frozen: number): number {
  return Math.max(0, Math.min(at + count - 1, frozen) - at + 1);
}

function moved(before: SheetInfo[], sheetId: number, index: number): SheetInfo[] {
  const sheet = before.find((one) => one.id === sheetId);
  const rest = before.filter((one) => one.id !== sheetId);
  return sheet ? [...rest.slice(0, index), sheet, ...rest.slice(index)] : before;
}

function inserted(before: SheetInfo[], op: Extract<ServiceOp, { op: 'insertSheet' }>): SheetInfo[] {
  const template = before.find((sheet) => sheet.id === op.template);
  const sheet: SheetInfo = {
    hidden: false,
    frozenRows: 0,
    frozenCols: 0,
    gridlinesHidden: false,
    tabColor: null,
    rowGroupControl: 'AFTER',
    lastRow: 0,
    lastCol: 0,
    ...template,
    id: op.sheetId,
    name: op.name,
    maxRows: op.rows,
    maxCols: op.cols,
  };
  return [...before.slice(0, op.index), sheet, ...before.slice(op.index)];
}
