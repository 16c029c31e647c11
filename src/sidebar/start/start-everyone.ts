/** Starting a month for the whole team. */
import type { NewTabs, StartPreview, StartResult } from '../../contract/calls';
import type { MonthKey } from '../../core/shared/month';
import { announce } from '../page/notices';
import { previewAnewIfChanged, previewedOf } from '../page/previewed';
import { view } from '../page/view';
import { inPortions } from '../page/work';
import { words } from '../words';
import { arriveOrReread, makingTabs } from './new-tabs';
import { previewMonth } from './start-month';
import { startWords } from './words';

/**
 * Starts a month for everyone, as previewed: those without a tab get theirs, then one tab after the other is opened. Tabs
 * that have changed meanwhile stay as they are and are previewed anew.
 */
export async function startForEveryone(month: MonthKey, preview: StartPreview): Promise<void> {
  const again = () => void startForEveryone(month, preview);
  let made: NewTabs | null = null;
  if (preview.withoutTab.length > 0) {
    const expected = preview.withoutTab.length;
    made = await inPortions('makeTabs', () => ({ month }), {
      ...makingTabs(startWords.everyone(month), again),
      expected,
    });
    // Without any answer the preview is still there, with what is wrong.
    if (!made) return;
  }
  const opened = made && made.rest.length > 0 ? null : await openTabs(month, preview, again);
  if (made || opened) await showStarted(month, preview, made, opened);
}

/** Opens the month on the tabs that do not have it; null where there are none, or without any answer. */
function openTabs(month: MonthKey, { people }: StartPreview, again: () => void): Promise<StartResult | null> {
  const fresh = people.filter((person) => person.state === 'new').map(previewedOf);
  if (fresh.length === 0) return Promise.resolve(null);
  return inPortions('startMonth', () => ({ sheetId: null, month, people: fresh }), {
    sub: startWords.everyone(month),
    steps: { ranks: startWords.keepingRanks, tab: startWords.startingTabs(month), team: words.updatingTeam },
    writes: true,
    expected: fresh.length,
    again,
  });
}

async function showStarted(
  month: MonthKey,
  preview: StartPreview,
  made: NewTabs | null,
  opened: StartResult | null,
): Promise<void> {
  await arriveOrReread(opened ? opened.screen : (made?.screen ?? null));
  const anew = (note: string) => previewMonth(null, month, undefined, [], note);
  if (opened && (await previewAnewIfChanged(opened, anew))) return;
  const started = [...(made?.added ?? []), ...(opened?.started ?? [])];
  const already = preview.people.flatMap((person) => (person.state === 'already' ? [person.name] : []));
  const problems = (opened?.problems ?? []).map((problem) => problem.message);
  const names = [...preview.withoutTab, ...preview.people.flatMap((p) => (p.state === 'new' ? [p.name] : []))];
  const open = names.length - started.length - problems.length;
  if (open > 0) problems.push(startWords.notStartedYet(open));
  view.value = { at: 'everyoneStarted', month, started, already, problems };
  announce(startWords.started(month, started.length));
}
