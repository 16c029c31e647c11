/** The sample team as a saved workbook, made once for all tests of a build and a day. */
import path from 'node:path';
import type { WorkbookFile } from '../../workbench/engine/engine';
import { emptyWorkbook } from '../../workbench/engine/open';
import { loadProject } from '../../workbench/runtime';
import { makeSample } from '../../workbench/server/sample';
import { kept } from './kept';

const DIST = path.join(__dirname, '..', '..', 'dist');

/** The sample as its first start makes it today, for manager@example.com; in Etc/UTC, en_US. */
export function sampleBook(): Promise<WorkbookFile> {
  const day = new Date().toISOString().slice(0, 10);
  return kept(DIST, `the sample of ${day}`, async () => {
    const base = emptyWorkbook({ owner: 'manager@example.com', timeZone: 'Etc/UTC' });
    return makeSample(await loadProject(DIST, 'Monthly 1:1'), base, Date.now());
  });
}
