/** The sample team as a workbook of its own: made by the add-on's own functions, then put in the place of the open one. */
import type { WorkbookFile } from '../engine/engine';
import { openEngine } from '../engine/open';
import { AddonPlayer } from '../play/addon';
import { playSample, samplePeople } from '../play/sample';
import type { Project } from '../runtime';

/** What may be asked of a running server from outside of a page. */
export interface SampleStage {
  /** Runs a function of the add-on as somebody; gives its result once its effects are on disk. */
  runAs(user: string, functionName: string, args: unknown[]): Promise<unknown>;
  /** The owner of the workbook. */
  owner(): string;
  /** Makes somebody an editor of the file. */
  admit(email: string): Promise<void>;
}

/**
 * Plays the sample on an empty workbook.
 * @param base an empty workbook; its owner becomes the sample's manager
 * @param today epoch ms: the sample's last month is the month it lies in
 */
export async function makeSample(project: Project, base: WorkbookFile, today: number): Promise<WorkbookFile> {
  const engine = await openEngine(base);
  const { owner } = engine.file();
  const editors = [owner, ...samplePeople().map((person) => person.email)];
  await engine.write([{ op: 'file', patch: { name: 'Sample team', editors } }], { kind: 'system', user: owner });
  await playSample(new AddonPlayer(engine, project, { user: owner }), engine, today);
  await engine.settle();
  const file = engine.save();
  engine.dispose();
  return file;
}
