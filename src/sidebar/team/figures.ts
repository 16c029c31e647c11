/** Pasted figures: what they would write, and writing it. */
import type { ActualsPreview, ActualsResult, PastedActuals } from '../../contract/calls';
import { announce } from '../page/notices';
import { applyBelow, whole } from '../page/previewed';
import { inPortions } from '../page/work';
import { words } from '../words';
import { teamWords } from './words';

/** What pasted figures would write; null when it could not be asked, or was given up. Writes nothing. */
export async function planActuals(pasted: PastedActuals): Promise<ActualsPreview | null> {
  const preview = await inPortions('planActuals', () => pasted, {
    sub: words.menu.actuals,
    steps: { tab: words.readingTabs },
    writes: false,
    again: () => undefined,
  });
  return whole(preview);
}

/** Writes pasted figures as previewed; null when nothing was answered. */
export async function applyActuals(pasted: PastedActuals, { people }: ActualsPreview): Promise<ActualsResult | null> {
  const result = await inPortions('applyActuals', () => ({ ...pasted, people }), {
    sub: words.menu.actuals,
    steps: { tab: teamWords.writingFigures },
    writes: true,
    expected: people.length,
    again: () => undefined,
  });
  if (!result) return null;
  applyBelow(result.screen);
  announce(teamWords.figuresWritten(result.written));
  return result;
}
