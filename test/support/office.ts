/** LibreOffice as a judge of figures, where it is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Engine } from '../../workbench/engine/engine';
import { workbookToXlsx } from '../../workbench/server/xlsx';

/** Looked for, not started: that alone takes seconds. */
const isThere = (name: string) =>
  name.includes(path.sep)
    ? existsSync(name)
    : (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));

/** Is there a LibreOffice to be started? Tests that need it skip without one, and say so by their name. */
export const HAS_OFFICE = [process.env.SOFFICE ?? 'soffice', 'libreoffice'].some(isThere);

/** Exports a workbook and lets LibreOffice calculate it anew: what `npm run recalculate` says of it. */
export async function recalculated(engine: Engine): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-'));
  try {
    const file = path.join(folder, 'book.xlsx');
    writeFileSync(file, await workbookToXlsx(engine));
    const script = path.join(__dirname, '../../docs/recalculate.mjs');
    const { stdout, stderr } = spawnSync(process.execPath, [script, file], { encoding: 'utf8' });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
