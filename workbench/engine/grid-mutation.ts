/** The change of a sheet's rows or columns that a mutation of Univer's makes. */
import type { GridChange } from './shift';
import {
  InsertColMutation,
  InsertRowMutation,
  type IRange,
  MoveColsMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
} from './univer';

/** The params of such mutations. */
export interface GridParams {
  range?: IRange;
  sourceRange?: IRange;
  targetRange?: IRange;
}

/** The change of rows or columns that a mutation makes, null for any other. */
export function gridChangeOf(id: string, params: GridParams): GridChange | null {
  const { range, sourceRange, targetRange } = params;
  const rows = ([InsertRowMutation.id, RemoveRowMutation.id, MoveRowsMutation.id] as string[]).includes(id);
  const start = (place: IRange) => (rows ? place.startRow : place.startColumn) + 1;
  const count = (place: IRange) => (rows ? place.endRow - place.startRow : place.endColumn - place.startColumn) + 1;
  const axis = rows ? 'row' : 'col';
  if ((id === InsertRowMutation.id || id === InsertColMutation.id) && range)
    return { kind: 'insert', axis, at: start(range), count: count(range) };
  if ((id === RemoveRowMutation.id || id === RemoveColMutation.id) && range)
    return { kind: 'delete', axis, at: start(range), count: count(range) };
  if ((id === MoveRowsMutation.id || id === MoveColsMutation.id) && sourceRange && targetRange) {
    return { kind: 'move', axis, at: start(sourceRange), count: count(sourceRange), before: start(targetRange) };
  }
  return null;
}
