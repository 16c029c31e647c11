/** From what lies on disk to an open workbook; what is damaged is named and left as it is. */
import type { Engine, EngineInternals, JournalEntry, WorkbookFile } from '../engine/engine';
import { openEngine } from '../engine/open';
import type { JournalLine } from './journal';
import { PlainError } from './plain-error';

/** Opens a snapshot and plays its journal. Throws PlainError naming the file when one of them is damaged. */
export async function openStored(
  file: string,
  stored: WorkbookFile,
  lines: readonly JournalLine[],
): Promise<Engine & EngineInternals> {
  const problem = problemOf(stored);
  if (problem) throw new PlainError(damaged(file, problem));
  let engine: (Engine & EngineInternals) | null = null;
  try {
    engine = await openEngine(stored);
  } catch (error) {
    throw new PlainError(damaged(file, (error as Error).message));
  }
  const entries = lines.flatMap((line) => line.changes as JournalEntry[]);
  if (entries.length === 0) return engine;
  try {
    await engine.replay(entries);
    return engine;
  } catch (error) {
    engine.dispose();
    throw new PlainError(
      `The changes in ${file}.journal cannot be played onto ${file}: ${(error as Error).message}.\n` +
        `Both were left as they are. To open the workbook without them, move ${file}.journal aside.`,
    );
  }
}

function damaged(file: string, problem: string): string {
  return (
    `${file} is damaged and was left as it is: ${problem.replace(/\.$/, '')}.\n` +
    'Put a copy of it in its place, perhaps FILE.bak, or choose another file with --book FILE.'
  );
}

/** What is missing for a workbook, before anything is opened: an engine would make up what it does not find. */
function problemOf({ univer, extras }: Partial<WorkbookFile>): string | null {
  const { sheetOrder, sheets } = (univer ?? {}) as { sheetOrder?: unknown; sheets?: Record<string, unknown> };
  const isObject = (value: unknown) => typeof value === 'object' && value !== null;
  if (!Array.isArray(sheetOrder) || sheetOrder.length === 0) return 'it names no tabs';
  const missing = sheetOrder.find((key) => !isObject(sheets?.[String(key)]));
  if (missing !== undefined) return `the tab ${String(missing)} is not in it`;
  const file = extras?.file;
  if (!file || [file.id, file.name, file.locale, file.timeZone, file.owner].some((fact) => typeof fact !== 'string'))
    return 'it does not say whose it is';
  const lists = [file.editors, file.viewers, extras.protections, extras.metadata, extras.namedRanges];
  if (!lists.every(Array.isArray) || !isObject(extras.rowGroups) || !isObject(extras.properties))
    return 'a part of it is missing';
  return null;
}
