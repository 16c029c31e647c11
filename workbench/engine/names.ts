/** Named ranges, kept as Univer's defined names so that formulas can use them. */
import { absoluteAddress } from '../values/addresses';
import { type ChangedGrid, shiftFormula } from './anchors';
import type { Book } from './book';
import type { NamedRangeState } from './engine';
import { formulaPieces, referenceRect } from './references';
import { RemoveDefinedNameMutation, SetDefinedNameMutation } from './univer';

/** Univer's word for a name that holds in the whole workbook. */
const everywhere = 'AllDefaultWorkbook';

interface Defined {
  id: string;
  name: string;
  formulaOrRefString: string;
}

function defined(book: Book): Defined[] {
  return Object.values(book.host.names.getDefinedNameMap(book.host.unitId) ?? {});
}

/** The named ranges; names that stand for something else than one range are left out. */
export function readNames(book: Book): NamedRangeState[] {
  return defined(book).flatMap(({ name, formulaOrRefString }) => {
    const [before, reference, after] = formulaPieces(formulaOrRefString.replace(/^=/, ''));
    if (before !== '' || after !== '' || typeof reference !== 'object' || reference.sheet === null) return [];
    const sheet = book.names.idOf(reference.sheet);
    return sheet ? [{ name, sheetId: sheet.sheetId, rect: referenceRect(reference, sheet) }] : [];
  });
}

function set(book: Book, id: string, name: string, formulaOrRefString: string): void {
  book.host.run(SetDefinedNameMutation.id, { id, name, formulaOrRefString, localSheetId: everywhere });
}

/** Makes these the named ranges of the workbook. */
export function writeNames(book: Book, all: readonly NamedRangeState[]): void {
  const now = defined(book);
  const lower = (name: string) => name.toLowerCase();
  for (const { id, name } of now) {
    if (!all.some((wanted) => lower(wanted.name) === lower(name))) book.host.run(RemoveDefinedNameMutation.id, { id });
  }
  for (const { name, sheetId, rect } of all) {
    const old = now.find((known) => lower(known.name) === lower(name));
    const address = absoluteAddress(book.names.nameOf(sheetId), rect);
    if (old?.name !== name || old.formulaOrRefString !== address)
      set(book, old?.id ?? `name-${lower(name)}`, name, address);
  }
}

/** Rewrites what the names stand for; one that lost its range disappears, as at Google. */
export function mapNames(book: Book, map: (formula: string) => string): void {
  for (const { id, name, formulaOrRefString } of defined(book)) {
    const next = map(formulaOrRefString);
    if (next === formulaOrRefString) continue;
    if (next.includes('#REF!')) book.host.run(RemoveDefinedNameMutation.id, { id });
    else set(book, id, name, next);
  }
}

/** Brings the names along with a change of one sheet's grid. */
export function shiftNames(book: Book, grid: ChangedGrid): void {
  mapNames(book, (formula) => shiftFormula(formula, '', grid));
}
