/**
 * What a person types becomes what Google would make of it: dates and numbers of the file's locale, text behind a ',
 * and formulas with `;` between arguments.
 */
import { CellValueType, type ICellData } from '@univerjs/core';
import { AFTER_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import { toEngine } from '../../engine/calculation/formula-text';
import type { FileInfo } from '../../engine/engine';
import { parseUserEntered } from '../../values/user-entered';
import type { SheetMachine } from './create-univer';

/** Before Univer's own reading, which knows only the American way. */
const FIRST = 1000;

type Place = Pick<FileInfo, 'locale' | 'timeZone'>;

export function readTypedValues({ injector }: SheetMachine, place: () => Place): void {
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, context, next) => {
      const typed = (cell ?? null) as ICellData | null;
      const text = typedText(typed);
      if (text === null) return next(cell);
      // Behind a ': Univer has taken the sign off already.
      if (typed?.t === CellValueType.FORCE_STRING) return { ...typed, p: null, v: text, t: CellValueType.STRING };
      const { locale, timeZone } = place();
      const style = context.worksheet.getComposedCellStyle(context.row, context.col);
      const pattern = style.n?.pattern ?? null;
      const entered = parseUserEntered(text, { locale, pattern, year: yearIn(timeZone) });
      const plain: ICellData = { ...typed, p: null, f: null, si: null };
      switch (entered.kind) {
        case 'text':
          // Not "forced" text: Univer would mark it and ask about it.
          return { ...plain, v: entered.value, t: CellValueType.STRING };
        case 'boolean':
          return { ...plain, v: entered.value ? 1 : 0, t: CellValueType.BOOLEAN };
        case 'number': {
          const number: ICellData = { ...plain, v: entered.value, t: CellValueType.NUMBER };
          // A format comes along only where none was set.
          const isPlain = !pattern || pattern === 'General';
          return entered.format && isPlain ? { ...number, s: { ...style, n: { pattern: entered.format } } } : number;
        }
        default:
          return next(cell);
      }
    },
  });
}

/** The text, when it is plain: formulas, formatted text and clearing go their own way. */
function typedText(cell: ICellData | null): string | null {
  if (!cell || cell.f) return null;
  const body = cell.p?.body;
  if (body) {
    const isPlain = !body.textRuns?.length && !body.customRanges?.length && (body.paragraphs?.length ?? 1) <= 1;
    return isPlain ? body.dataStream.replace(/\r\n$/, '') : null;
  }
  return cell.v === null || cell.v === undefined || cell.v === '' ? null : String(cell.v);
}

function yearIn(timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(new Date()));
}

type Cells = Record<string, Record<string, { f?: string | null } | null> | null>;

/** Rewrites the formulas in the params of a set-range-values mutation, in place: the engine knows commas only. */
export function spellForEngine(params: unknown): void {
  const { cellValue } = (params ?? {}) as { cellValue?: Cells };
  for (const line of Object.values(cellValue ?? {})) {
    for (const cell of Object.values(line ?? {})) {
      if (typeof cell?.f !== 'string' || !cell.f.includes(';')) continue;
      // What does not parse stays as typed: the cell then shows the error that belongs to it.
      cell.f = toEngine(cell.f, 'en_US') ?? cell.f;
    }
  }
}
