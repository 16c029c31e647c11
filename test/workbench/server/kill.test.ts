/**
 * The promise behind "Saved": a workbench that is killed at any moment opens again with everything it had acknowledged.
 * Kills at seeded moments on one and the same file, ten in `npm test` and a hundred in the soak; each time the sheet must be what some prefix of the edits
 * makes, and that prefix must hold every edit that was said to be on disk.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WorkbookFile } from '../../../workbench/engine/engine';
import { startWorkbench, type Workbench } from '../../support/browser';
import { SOAK } from '../../support/soak';
import { WsPage } from '../../support/ws-page';

const ROUNDS = SOAK ? 100 : 6;
const ROWS = 30;
const fixture = path.join(__dirname, '..', '..', 'support', 'fixture-addon');

/** A small generator, so that every run of the test kills at the same moments. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Edit = { kind: 'put'; row: number; text: string } | { kind: 'insert'; row: number };

function applied(column: readonly string[], edits: readonly Edit[]): string[] {
  const after = [...column];
  for (const edit of edits) {
    if (edit.kind === 'insert') after.splice(edit.row - 1, 0, '');
    else after[edit.row - 1] = edit.text;
  }
  return Array.from(after, (text) => text ?? '').slice(0, ROWS);
}

async function columnA(workbench: Workbench): Promise<string[]> {
  const book = (await (await fetch(`${workbench.address}/api/book`)).json()) as WorkbookFile;
  const { sheets } = book.univer as {
    sheets: Record<string, { cellData: Record<number, Record<number, { v?: unknown }>> }>;
  };
  const cells = sheets['0']?.cellData ?? {};
  return Array.from({ length: ROWS }, (_, row) => String(cells[row]?.[0]?.v ?? ''));
}

function kill(workbench: Workbench): Promise<unknown> {
  const gone = new Promise((resolve) => workbench.process.once('exit', resolve));
  workbench.process.kill('SIGKILL');
  return gone;
}

test('nothing that was said to be saved is ever lost', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kill-'));
  const book = path.join(folder, 'book.json');
  const random = seeded(20261103);
  let column = Array.from({ length: ROWS }, () => '');
  let acknowledged = 0;
  let workbench = await startWorkbench({ book, project: fixture });
  try {
    for (let round = 0; round < ROUNDS; round++) {
      expect(await columnA(workbench)).toEqual(column);
      const page = await WsPage.open(workbench.address, 'manager@example.com');
      const edits: Edit[] = [];
      // Killed so many edits after it has acknowledged so many.
      const acknowledgedFirst = Math.floor(random() * 16);
      let more = Math.floor(random() * 24);
      const keptBy = () => page.heard.filter((message) => message.t === 'kept').length;
      while (keptBy() < acknowledgedFirst || more-- > 0) {
        const row = 1 + Math.floor(random() * (ROWS - 1));
        const edit: Edit =
          random() < 0.1 ? { kind: 'insert', row } : { kind: 'put', row, text: `${round}.${edits.length}` };
        edits.push(edit);
        if (edit.kind === 'insert') page.insertRow(edit.row);
        else page.put(edit.row, 1, edit.text);
        await new Promise((resolve) => setTimeout(resolve, random() * 4));
      }
      await kill(workbench);
      const kept = keptBy();
      acknowledged += kept;
      workbench = await startWorkbench({ book, project: fixture });
      const found = await columnA(workbench);
      const possible = edits.slice(kept).map((_, more) => applied(column, edits.slice(0, kept + more + 1)));
      expect([applied(column, edits.slice(0, kept)), ...possible]).toContainEqual(found);
      column = found;
      // Killed while it folds its journal, at every fourth round; stopped as one stops it, at every other fourth.
      if (round % 2 !== 0) continue;
      if (round % 4 === 0) await kill(workbench);
      else await workbench.stop();
      workbench = await startWorkbench({ book, project: fixture });
    }
    expect(acknowledged).toBeGreaterThan(5 * ROUNDS);
    expect(existsSync(`${book}.journal.orphan`)).toBe(false);
  } finally {
    await workbench.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
