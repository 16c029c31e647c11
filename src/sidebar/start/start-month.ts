/** Starting a month on one tab: looked at first, decided deal by deal, opened, taken back. */
import { batch } from '@preact/signals';
import type { StartPreview } from '../../contract/calls';
import type { AgendaView } from '../../contract/state';
import type { CarryDecision } from '../../core/deal/carry';
import type { MonthKey } from '../../core/shared/month';
import { monthName } from '../../core/shared/month';
import { announce } from '../page/notices';
import { arrive } from '../page/open-tab';
import { previewedOf, whole } from '../page/previewed';
import { callUntilAnswered } from '../page/request';
import { firstView } from '../page/screens';
import { meeting, view } from '../page/view';
import { inPortions } from '../page/work';
import { settled } from '../save/saver';
import { words } from '../words';
import { startWords } from './words';

/** What an agenda and decisions add to a request, each only where there is one. */
interface Wishes {
  agenda?: AgendaView['id'] | undefined;
  decisions?: CarryDecision[] | undefined;
}

function wishesOf({ agenda, decisions = [] }: Wishes) {
  return { ...(agenda ? { agenda } : {}), ...(decisions.length > 0 ? { decisions } : {}) };
}

/** Shows what a month would begin with. Writes nothing. */
export async function previewMonth(
  sheetId: number | null,
  month: MonthKey,
  agenda?: AgendaView['id'],
  decisions: CarryDecision[] = [],
  note = '',
): Promise<void> {
  await settled();
  const again = () => void previewMonth(sheetId, month, agenda, decisions, note);
  const request = { sheetId, month, ...wishesOf({ agenda, decisions }) };
  const preview =
    sheetId === null
      ? await inPortions('planMonth', () => request, {
          sub: startWords.everyone(month),
          steps: { tab: words.readingTabs },
          writes: false,
          again,
        })
      : await callUntilAnswered(startWords.lookingAhead, 'planMonth', request, again);
  const shown = whole(preview);
  if (!shown) return;
  view.value = { at: 'preview', month, preview: shown, everyone: sheetId === null, note, agenda, decisions };
  if (note !== '') announce(note);
}

/**
 * Decides about one deal of a preview; `what` null takes the decision back. Shown at once; the preview is worked
 * out anew, since the start has to fit it.
 */
export function decideDeal(id: string, what: CarryDecision['what'] | null, reason = ''): void {
  const at = view.peek();
  const person = at.at === 'preview' ? at.preview.people[0] : undefined;
  if (at.at !== 'preview' || !person) return;
  const others = (at.decisions ?? []).filter((decision) => decision.id !== id);
  const decisions = what ? [...others, { id, what, reason }] : others;
  view.value = { ...at, decisions, note: '' };
  void previewMonth(person.sheetId, at.month, at.agenda, decisions);
}

/** Starts a month on one tab, as previewed. A tab that has changed meanwhile is previewed anew. */
export async function startMonth(
  month: MonthKey,
  preview: StartPreview,
  wishes: Wishes & { bringAlong?: boolean } = {},
): Promise<void> {
  const { agenda, decisions, bringAlong = false } = wishes;
  const [person] = preview.people;
  if (!person) return;
  const { sheetId } = person;
  const people = [previewedOf(person)];
  const request = { sheetId, month, people, ...wishesOf(wishes), ...(bringAlong ? { bringAlong } : {}) };
  const again = () => void startMonth(month, preview, wishes);
  const result = await callUntilAnswered(startWords.starting(month), 'startMonth', request, again);
  if (!result) return;
  if (result.changed.length > 0) {
    await previewMonth(sheetId, month, agenda, decisions, words.previewChanged);
    return;
  }
  batch(() => {
    if (result.screen) arrive(result.screen);
    const problems = result.problems.map((problem) => problem.message);
    if (problems.length > 0) view.value = { at: 'everyoneStarted', month, ...result, problems };
    else if (result.screen) view.value = firstView(result.screen);
  });
  announce(bringAlong ? startWords.broughtAlong(result.brought) : startWords.started(month, result.started.length));
}

/** Takes a started month back. */
export async function undoStart(): Promise<void> {
  const m = meeting.peek();
  if (!m) return;
  const request = { sheetId: m.rep.sheetId, month: m.block.month };
  const fresh = await callUntilAnswered(startWords.takingBack, 'undoStart', request, () => void undoStart());
  if (!fresh) return;
  arrive(fresh);
  announce(startWords.takenBack(monthName(request.month)));
}
