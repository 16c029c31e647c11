/** What is done for the whole team: protection, and the Team tab. */
import type { AgendaPreview } from '../../contract/calls';
import { goBack } from '../page/go-back';
import { announce, notify } from '../page/notices';
import { applyBelow, previewAnewIfChanged, previewedOf, whole } from '../page/previewed';
import { applyScreen } from '../page/screens';
import { screen, view } from '../page/view';
import { inPortions } from '../page/work';
import { words } from '../words';
import { teamWords } from './words';

/** Lets each person edit the own tab only. */
export async function protectTabs(): Promise<void> {
  const s = screen.peek();
  const result = await inPortions('protectTabs', () => ({}), {
    sub: words.menu.protect,
    steps: { tab: teamWords.protectingTabs, managers: teamWords.protectingTabs },
    writes: true,
    expected: s && s.kind !== 'setUp' ? s.people.length : 0,
    again: () => void protectTabs(),
  });
  if (!result) return;
  const open = result.rest.length === 0 ? [] : [teamWords.notProtectedYet(result.rest.length)];
  // Each portion says who cannot be told apart.
  const left = [...new Set([...result.left, ...open])];
  view.value = { at: 'protect', result: { ...result, left } };
  announce(teamWords.protectedSaid(result.done.length, left.length));
}

/** Shows what Setup's agenda would change in the open months. Writes nothing. */
export async function previewAgenda(note = ''): Promise<void> {
  const again = () => void previewAgenda(note);
  const how = { sub: teamWords.agenda, steps: { tab: words.readingTabs }, writes: false, again };
  const preview = whole(await inPortions('planAgenda', () => ({}), how));
  if (!preview) return;
  view.value = { at: 'agenda', preview, note, isDone: false };
  announce(teamWords.agendaTitle(preview.people.length));
}

/** Writes it as it was previewed, or with `isBack` the sections that were there before. */
export async function applyAgenda(preview: AgendaPreview, isBack = false): Promise<void> {
  const { people } = preview;
  const shown = isBack ? people.map(({ repId }) => ({ repId, digest: '' })) : people.map(previewedOf);
  const back = isBack ? { back: Object.fromEntries(people.map(({ repId, was }) => [repId, was])) } : {};
  const result = await inPortions('applyAgenda', () => ({ people: shown, ...back }), {
    sub: teamWords.agenda,
    steps: { tab: teamWords.changingAgendas },
    writes: true,
    expected: people.length,
    again: () => void applyAgenda(preview, isBack),
  });
  if (!result) return;
  applyBelow(result.screen);
  if (await previewAnewIfChanged(result, previewAgenda, ({ written }) => teamWords.agendaLeft(written.length))) return;
  if (isBack) {
    goBack();
    notify(teamWords.agendaBack);
    return;
  }
  view.value = { at: 'agenda', preview: { ...preview, left: [] }, note: '', isDone: true };
  announce(teamWords.agendaDone(result.written.length));
}

/** Makes the Team tab, or brings it up to date. */
export async function buildTeam(): Promise<void> {
  const result = await inPortions('buildTeam', () => ({}), {
    sub: words.menu.team,
    steps: { team: words.updatingTeam },
    writes: true,
    again: () => void buildTeam(),
  });
  if (!result?.screen) return;
  applyScreen(result.screen);
  notify(teamWords.teamBuilt);
}
