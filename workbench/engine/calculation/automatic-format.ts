/**
 * The format that a formula's result has by itself. It is kept apart from the format that somebody gave to the cell, as
 * Google does: it goes with the result, and getNumberFormat() does not tell it. In Univer's cell it is a mark beside the
 * result, which whatever is written into the cell takes away.
 */
import { isGeneral } from '../../values/number-pattern';
import type { ICellData, IStyleData, Nullable } from '../univer';

interface AutomaticMark {
  automatic?: string;
}

/** The pattern that the result in this cell has by itself; undefined for a cell without a formula. */
export function automaticFormat(cell: Nullable<ICellData>): string | undefined {
  return cell?.custom && (cell.f || cell.si) ? (cell.custom as AutomaticMark).automatic : undefined;
}

/** The pattern somebody gave to a cell of this style; undefined when there is none. */
export function explicitFormat(style: Nullable<IStyleData>): string | undefined {
  const pattern = style?.n?.pattern;
  return isGeneral(pattern) ? undefined : (pattern ?? undefined);
}

/** The pattern that the cell's number is shown with. */
export function shownFormat(cell: Nullable<ICellData>, style: Nullable<IStyleData>): string | undefined {
  return explicitFormat(style) ?? automaticFormat(cell);
}

/**
 * Turns the pattern that calculation brought along in the result's style into the mark, and takes an old mark away.
 * `stored` is the cell that the result is for, `style` its look.
 */
export function markAutomatic(result: ICellData, stored: Nullable<ICellData>, style: Nullable<IStyleData>): void {
  const pattern = (result.s as Nullable<IStyleData>)?.n?.pattern;
  delete result.s;
  const automatic = explicitFormat(style) === undefined && !isGeneral(pattern) ? pattern : undefined;
  if (automatic) result.custom = { automatic };
  else if (stored?.custom) result.custom = null;
}
