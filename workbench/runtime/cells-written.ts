/** How large a change is. */
import type { ServiceOp } from './protocol';

/** Cells whose content or look a change sets. */
export function cellsWritten(op: ServiceOp): number {
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
