/** How the team stands, as a manager last asked for it. */
import { signal } from '@preact/signals';
import type { HomeLine } from '../../core/home';
import { callUntilAnswered } from './request';
import { screen, view } from './view';
import { pageWords } from './words';

/** How everybody stands, once a manager has asked for it; null for others, and before the answer. */
export const team = signal<HomeLine[] | null>(null);

/** Everybody on the team: for a manager with how they stand. */
export function openPeople(): void {
  team.value = null;
  view.value = { at: 'people' };
  if (screen.peek()?.me.role !== 'rep') void askForTeam();
}

async function askForTeam(): Promise<void> {
  const lines = await callUntilAnswered(pageWords.reading, 'loadHome', {}, () => void askForTeam());
  if (lines) team.value = lines;
}
