/** A saved workbook for a look: nothing is locked or written, the journal is played. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Engine, EngineInternals, JournalEntry, WorkbookFile } from '../engine/engine';
import { openEngine } from '../engine/open';
import { readJournal } from '../server/journal';
import { PlainError } from '../server/plain-error';

/** What is stored beside the workbook (see server/book-file.ts). */
type Stored = WorkbookFile & { lineage?: string; seq?: number };

/** Opens the workbook as it lies on disk. Throws PlainError when the file is missing or is no workbook. */
export async function readBook(file: string): Promise<Engine & EngineInternals> {
  if (!existsSync(file)) throw new PlainError(`${file} is not there. With --save it would be made.`);
  const stored = parse(await readFile(file, 'utf8'), file);
  const engine = await openEngine(stored);
  const journal = await readJournal(`${file}.journal`);
  if (journal && journal.lineage === stored.lineage) {
    const lines = journal.lines.filter((line) => line.seq > (stored.seq ?? 0));
    await engine.replay(lines.flatMap((line) => line.changes as JournalEntry[]));
  }
  return engine;
}

function parse(text: string, file: string): Stored {
  try {
    const stored = JSON.parse(text) as Stored;
    if (stored.format === 'scorecard-workbench') return stored;
  } catch {
    // Falls through: what it is does not matter, it is no workbook.
  }
  throw new PlainError(`${file} is not a workbook of this workbench.`);
}
