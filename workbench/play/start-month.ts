/** Previews a month and starts it, as somebody does who presses the button right away. */
import type { ResultOf } from '../../src/contract/calls';
import type { Previewed } from '../../src/contract/portions';
import type { MonthKey } from '../../src/core/shared/month';
import type { AddonPlayer } from './addon';

/** What was previewed, as a call that writes wants it back. */
export function asShown({ people }: { people: readonly Previewed[] }): Previewed[] {
  return people.map(({ repId, digest }) => ({ repId, digest }));
}

/** On everybody's tab; throws when a tab could not be started or has changed meanwhile. */
export async function startForAll(player: AddonPlayer, month: MonthKey): Promise<ResultOf<'startMonth'>> {
  return startAsShown(player, month, await player.inPortions('planMonth', () => ({ sheetId: null, month })));
}

/** The same from a preview on. */
export async function startAsShown(
  player: AddonPlayer,
  month: MonthKey,
  preview: ResultOf<'planMonth'>,
): Promise<ResultOf<'startMonth'>> {
  const request = { sheetId: null, month, people: asShown(preview) };
  return sound(await player.inPortions('startMonth', () => request));
}

/** On one tab; throws as above. */
export async function startForOne(
  player: AddonPlayer,
  sheetId: number,
  month: MonthKey,
): Promise<ResultOf<'startMonth'>> {
  const preview = await player.call('planMonth', { sheetId, month });
  return sound(await player.call('startMonth', { sheetId, month, people: asShown(preview) }));
}

function sound(result: ResultOf<'startMonth'>): ResultOf<'startMonth'> {
  const [problem] = result.problems;
  if (problem) throw new Error(problem.message);
  const [changed] = result.changed;
  if (changed !== undefined) throw new Error(`the tab of ${changed} changed between preview and start`);
  return result;
}
