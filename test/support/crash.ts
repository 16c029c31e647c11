/** A run that is killed in the middle and repeated, as by somebody who presses the same button again. */
import type { WorkbookFile } from '../../workbench/engine/engine';
import type { openEngine } from '../../workbench/engine/open';
import type { AddonPlayer, PlayOptions } from '../../workbench/play/addon';
import type { Fault } from '../../workbench/runtime';
import { openStage, type Stage } from './addon';
import { differences, idsOf, type Picture, pictureOf } from './picture';

/** Something that changes the sheet: from which workbook, by which call. A repeat is the same call again. */
export interface Act {
  name: string;
  file: WorkbookFile;
  play: Partial<PlayOptions>;
  run(player: AddonPlayer): Promise<unknown>;
  /** For acts whose end may differ in rows that nobody has typed into: what must hold instead; [] when it does. */
  sound?(player: AddonPlayer): Promise<string[]>;
}

/** What an act is measured by: its number of service calls, those before which the workbook has changed, the end. */
export interface Course {
  /** Of all its calls from the sidebar together. */
  calls: number;
  /** The first call after each change, and the first of all: a kill at any other leaves what a kill at one of these leaves. */
  points: number[];
  end: Picture;
}

/** A cell of a person's: a literal, not the result of a formula. */
const isText = (where: string) => /![A-Z]+\d+$/.test(where);
/** What the add-on asks about somebody's words is the add-on's: "Help in November: … How did it go?" */
const isPersons = (cell: unknown): cell is string =>
  typeof cell === 'string' && cell.includes('said so') && !/^Help in .* How did it go\?$/.test(cell);

/** More service calls than any act makes. */
const MOST_CALLS = 4000;

/** Runs an act undisturbed and watches the workbook before each of its service calls. */
export async function courseOf(act: Act, eager: boolean): Promise<Course> {
  const stage = await openStage({ file: act.file, ...act.play, eager });
  try {
    const known = await idsOf(stage.engine);
    const points: number[] = [];
    let seen = -1;
    const engine = stage.engine as Awaited<ReturnType<typeof openEngine>>;
    const watch = (at: number): Fault => ({
      kind: 'hook',
      at,
      run: () => {
        if (engine.seq !== seen) points.push(at);
        seen = engine.seq;
      },
    });
    await act.run(
      countingOn(
        stage.player,
        Array.from({ length: MOST_CALLS }, (_, n) => watch(n + 1)),
      ),
    );
    const calls = sumOf(stage.player.serviceCalls);
    if (calls > MOST_CALLS) throw new Error(`${act.name} makes ${calls} service calls`);
    return { calls, points, end: await pictureOf(stage.engine, known) };
  } finally {
    stage.engine.dispose();
  }
}

/** Faults are counted from the beginning of each run; here from the first run on, over all that an act takes. */
function countingOn(player: AddonPlayer, faults: Fault[]): AddonPlayer {
  return player.as({
    faults,
    onRun: ({ serviceCalls }) => {
      const made = sumOf(serviceCalls);
      for (const fault of faults) fault.at -= made;
    },
  });
}

function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Kills the act at its n-th service call, repeats it, and tells what is not as it would have been; [] when all is well. */
export async function killAt(act: Act, at: number, eager: boolean, end: Picture): Promise<string[]> {
  const stage = await openStage({ file: act.file, ...act.play, eager });
  try {
    const known = await idsOf(stage.engine);
    const typed = personsTexts(stage);
    const killed = await act.run(countingOn(stage.player, [{ kind: 'kill', at }])).then(
      () => 'it went on',
      (error: Error) => error.message,
    );
    if (!/Exceeded maximum execution time/.test(killed)) return [`not killed at ${at}: ${killed}`];
    const left = personsTexts(stage);
    const lost = typed.filter((text) => !left.includes(text)).map((text) => `lost at the kill: ${text}`);
    const repeated = await act.run(stage.player).then(
      () => [],
      (error: Error) => [`the repeat says: ${error.message}`],
    );
    if (!act.sound) return [...lost, ...repeated, ...differences(end, await pictureOf(stage.engine, known))];
    const found = personsTexts(stage);
    const gone = textsIn(end)
      .filter((text) => !found.includes(text))
      .map((text) => `lost in the end: ${text}`);
    return [...lost, ...repeated, ...gone, ...(await act.sound(stage.player))];
  } finally {
    stage.engine.dispose();
  }
}

function textsIn(picture: Picture): string[] {
  return [...picture]
    .filter(([where, cell]) => isText(where) && cell.startsWith('"'))
    .map(([, cell]) => JSON.parse(cell) as string)
    .filter(isPersons);
}

/** Every text that a person has typed, wherever it stands. */
export function personsTexts({ engine }: Pick<Stage, 'engine'>): string[] {
  const texts: string[] = [];
  for (const { id, lastRow, lastCol } of engine.sheets()) {
    if (lastRow === 0) continue;
    const cells = engine.typed(id, { row: 1, col: 1, rows: lastRow, cols: lastCol });
    for (const line of cells) texts.push(...line.filter(isPersons));
  }
  return texts.sort();
}
