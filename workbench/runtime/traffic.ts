/** What of the cells crosses between a script and its workbook. */
import { cellsWritten } from './cells-written';
import type { ReadRequest, SyncRequest } from './protocol';

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
