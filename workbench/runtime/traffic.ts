/** What of the cells crosses between a script and its workbook. */
import type { ReadRequest, ServiceOp, SyncRequest } from './protocol';

export interface Traffic {
  /** Cells whose content or look was asked for. */
  cellsRead: number;
  /** Cells whose content or look was set. */
  cellsWritten: number;
  /** Length of the questions, answers and changes as JSON, in UTF-8 bytes. */
  bytes: number;
}

export function noTraffic(): Traffic {
  return { cellsRead: 0, cellsWritten: 0, bytes: 0 };
}

/** Adds one exchange to what was counted so far. */
export function addTraffic(traffic: Traffic, request: SyncRequest, results: readonly unknown[]): void {
  for (const read of request.reads) traffic.cellsRead += cellsRead(read);
  for (const op of request.ops) traffic.cellsWritten += cellsWritten(op);
  if (request.ops.length > 0) traffic.bytes += bytesOf(request.ops);
  if (request.reads.length > 0) traffic.bytes += bytesOf(request.reads) + bytesOf(results);
}

function bytesOf(data: unknown): number {
  return Buffer.byteLength(JSON.stringify(data));
}

function cellsRead(read: ReadRequest): number {
  if ('rect' in read) return read.rect.rows * read.rect.cols;
  return read.get === 'richText' ? 1 : 0;
}

function cellsWritten(op: ServiceOp): number {
  switch (op.op) {
    case 'values':
    case 'formulas':
    case 'style':
      return op.rows * op.cols;
    case 'styles':
      return sizeOf(op.styles);
    case 'notes':
      return sizeOf(op.notes);
    case 'validations':
      return sizeOf(op.rules);
    case 'cells':
      return sizeOf(op.cells);
    case 'richText':
      return 1;
    case 'copy':
      return op.to.rows * op.to.cols;
    case 'move':
      return op.from.rows * op.from.cols;
    case 'appendRow':
      return op.values.length;
    case 'clear':
    case 'merge':
    case 'unmerge':
    case 'sortRows':
    case 'arrangeRows':
      return op.rect.rows * op.rect.cols;
    default:
      return 0;
  }
}

function sizeOf(lines: readonly (readonly unknown[])[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
