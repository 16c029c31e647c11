/** A saved workbook for a look: nothing is locked or written, the journal is played. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Engine, EngineInternals } from '../engine/engine';
import { parseSnapshot } from '../server/book-file';
import { withDiskWords } from '../server/disk-words';
import { readJournal } from '../server/journal';
import { openStored } from '../server/open-stored';
import { PlainError } from '../server/plain-error';

/** Opens the workbook as it lies on disk. Throws PlainError when the file is missing, damaged or no workbook. */
export async function readBook(file: string): Promise<Engine & EngineInternals> {
  if (!existsSync(file)) throw new PlainError(`${file} is not there. With --save it would be made.`);
  const [text, journal] = await withDiskWords(`Cannot read ${file}`, () =>
    Promise.all([readFile(file, 'utf8'), readJournal(`${file}.journal`)]),
  );
  const stored = parseSnapshot(text, file);
  const isOurs = journal !== null && journal.lineage === stored.lineage;
  const lines = isOurs ? journal.lines.filter((line) => line.seq > (stored.seq ?? 0)) : [];
  return openStored(file, stored, lines);
}
