/** Array formulas: Univer keeps where they spill to beside the cells, not in them, and does not save it. */
import type { Book } from '../book';
import { CellPatches } from '../cell-patches';
import { SetArrayFormulaDataMutation } from '../univer';

/** The cells, from 0, whose formula fills other cells, by Univer's name of their sheet. */
export type SpillAnchors = Record<string, [row: number, col: number][]>;

function rangesOf(book: Book): Record<string, Record<number, Record<number, unknown>> | undefined> {
  return (book.host.formulas.getArrayFormulaRange()[book.host.unitId] ?? {}) as ReturnType<typeof rangesOf>;
}

/** The anchors on one sheet. */
export function anchorsOn(book: Book, key: string): [row: number, col: number][] {
  return Object.entries(rangesOf(book)[key] ?? {}).flatMap(([row, line]) =>
    Object.keys(line ?? {}).map((col): [number, number] => [Number(row), Number(col)]),
  );
}

/** All anchors, to be saved. */
export function spillAnchors(book: Book): SpillAnchors {
  const found = book.sheets().map(({ key }) => [key, anchorsOn(book, key)] as const);
  return Object.fromEntries(found.filter(([, anchors]) => anchors.length > 0));
}

/** Forgets where the formulas of a sheet spill to. */
export function forgetSpills(book: Book, key: string): void {
  const { unitId, formulas } = book.host;
  for (const data of [formulas.getArrayFormulaRange()[unitId], formulas.getArrayFormulaCellData()[unitId]])
    if (data) delete data[key];
}

/** Sets the formulas at these places of a sheet once more, so that they spill anew. */
export function respill(book: Book, key: string, anchors: readonly (readonly [row: number, col: number])[]): void {
  const matrix = book.host.workbook.getSheetBySheetId(key)?.getCellMatrix();
  const patches = new CellPatches();
  for (const [row, col] of anchors) {
    const f = matrix?.getValue(row, col)?.f;
    if (f) patches.at(key, row, col).f = f;
  }
  patches.run(book);
}

/** What a page must run after it loaded the saved workbook, to show what array formulas spilled. */
export function spillMutation(book: Book): { id: string; params: object } | undefined {
  const { formulas } = book.host;
  if (Object.keys(spillAnchors(book)).length === 0) return undefined;
  const params = {
    arrayFormulaRange: formulas.getArrayFormulaRange(),
    arrayFormulaCellData: formulas.getArrayFormulaCellData(),
  };
  return { id: SetArrayFormulaDataMutation.id, params };
}
