/** HTML entities in a table as characters. */
import type { ImportLine } from '../../core/import/deal';
import { decodeEntities, hasEntities } from '../../core/import/entities';

/** A table's lines with their HTML entities as characters, as some exports have them ("O&#039;Dell &amp; Sons"). */
export function decodedLines(lines: readonly ImportLine[]): ImportLine[] {
  return lines.map((line) => {
    if (!line.cells.some((cell) => typeof cell === 'string' && hasEntities(cell))) return line;
    return { ...line, cells: line.cells.map((cell) => (typeof cell === 'string' ? decodeEntities(cell) : cell)) };
  });
}
