/** Setup's agenda for months that were begun by an earlier one: what would change, and changing it. */
import type { Problem } from '../../core/problems';
import type { Rep } from '../../core/roster';
import { AGENDA_IDS, type Section } from '../../core/shared/agenda';
import { isBlank } from '../../core/shared/record';
import { keepUntouched } from '../acts/carry-decisions';
import type { Block, BlockSection } from '../month/block';
import { IN_PROGRESS, sectionQuestion } from '../month/plan';
import { readTabIndex } from '../month/read';
import type { Setup } from '../setup/read';
import type { Tracker } from '../setup/tracker';
import { type CheckedTab, inspectTab, repairTab } from './repair';

/** An agenda for a month that is open, and in sentences what that changes in it. */
export interface NewAgenda {
  agenda: Section[];
  changes: string[];
}

/** What it would come to on a person's tab. */
export interface AgendaPlan extends NewAgenda {
  rep: Rep;
  digest: string;
  /** The sections as they are now: the way back. */
  was: Section[];
  /** Why it cannot be done; then nothing else is worked out. */
  problem: Problem | null;
  tab: CheckedTab | null;
  block: Block;
}

/**
 * The sections that a month would have by Setup as it is now, null where nothing changes. What has text stays, also where
 * Setup no longer has it. A month that was begun with the other one of Setup's agendas goes on with that.
 */
export function newAgenda(block: Block, setup: Pick<Setup, 'agendas'>, rep: Rep): NewAgenda | null {
  const ids = new Set(block.sections.map(({ section }) => section.id));
  const others = (agenda: readonly Section[]) => {
    const common = agenda.filter(({ id }) => ids.has(id)).length;
    return agenda.length + ids.size - 2 * common;
  };
  const [like = rep.agenda] = [rep.agenda, ...AGENDA_IDS].sort(
    (a, b) => others(setup.agendas[a]) - others(setup.agendas[b]),
  );
  return changedTo(block, setup.agendas[like]);
}

function changedTo(block: Block, wanted: readonly Section[]): NewAgenda | null {
  const was = block.sections.map(({ section }) => section);
  const agenda = wanted.filter(({ kind }) => kind !== 'conclusion');
  const kept: string[] = [];
  block.sections.forEach((part, n) => {
    const { section } = part;
    if (section.kind === 'conclusion' || agenda.some(({ id }) => id === section.id) || !hasText(block, part)) return;
    const above = was
      .slice(0, n)
      .reverse()
      .find(({ id }) => agenda.some((one) => one.id === id));
    agenda.splice(above ? agenda.findIndex(({ id }) => id === above.id) + 1 : 0, 0, section);
    kept.push(section.name);
  });
  const end = [...wanted, ...was].find(({ kind }) => kind === 'conclusion');
  if (end) agenda.push(end);
  const changes = differences(was, agenda, block.month);
  return changes.length === 0
    ? null
    : { agenda, changes: [...changes, ...kept.map((name) => `“${name}” stays, it has text`)] };
}

/** Has a person written anything into a section? */
function hasText(block: Block, { section, items }: BlockSection): boolean {
  if (section.kind !== 'kpis') return items.length > 0;
  const typed = items.some(
    ({ cells: { amount = '', why = '', next = '' }, formulas }) =>
      !isBlank({ why, next, amount: formulas.includes('amount') ? '' : amount }),
  );
  return typed || String(block.texts.plan?.value ?? '') !== '';
}

function differences(was: readonly Section[], now: readonly Section[], month: number): string[] {
  const changes: string[] = [];
  const before = (id: string) => was.find((section) => section.id === id);
  for (const section of now) {
    const old = before(section.id);
    const name = `“${section.name}”`;
    if (!old) changes.push(`${name} comes in`);
    else {
      if (old.name !== section.name) changes.push(`“${old.name}” is called ${name}`);
      if (old.question !== sectionQuestion(section, month)) changes.push(`${name} asks something else`);
      if (old.minutes !== section.minutes) changes.push(`${name} has ${section.minutes ?? 'the rest of the'} minutes`);
    }
  }
  for (const { id, name } of was) if (!now.some((section) => section.id === id)) changes.push(`“${name}” goes`);
  const common = now.filter(({ id }) => before(id)).map(({ id }) => id);
  const order = was.filter(({ id }) => common.includes(id)).map(({ id }) => id);
  if (common.join() !== order.join()) changes.push('another order');
  return changes;
}

/**
 * What it would come to on a person's newest month, unless that is over; null where nothing changes. Reads only.
 * @param wanted the sections to have; Setup's where it is left out
 */
export function planAgenda(tracker: Tracker, rep: Rep, wanted?: readonly Section[]): AgendaPlan | null {
  const sheet = rep.sheetId === null ? null : tracker.sheetById(rep.sheetId);
  const index = sheet && readTabIndex(sheet);
  const [newest] = index?.blocks ?? [];
  const block = index && newest ? tracker.block(index, newest.month) : null;
  if (!sheet || index?.repId !== rep.id || !block || block.state === 'finished') return null;
  const found = wanted ? changedTo(block, wanted) : newAgenda(block, tracker.setup(), rep);
  if (!found) return null;
  const was = block.sections.map(({ section }) => section);
  const base = { ...found, rep, was, block, digest: '', tab: null };
  const place = { tab: sheet.getName() };
  if (block.minutes === IN_PROGRESS) return { ...base, problem: { code: 'meetingRuns', place } };
  // What is damaged is put right first, by somebody who has seen it.
  if (inspectTab(tracker, sheet, /* withLooks= */ false).check.actions.length > 0)
    return { ...base, problem: { code: 'repairFirst', place } };
  const tab = inspectTab(tracker, sheet, /* withLooks= */ false, found.agenda);
  return { ...base, tab, digest: tab.check.digest, problem: null };
}

/** Gives the month the sections that were planned, under the lock. One that nobody has typed into can still be taken back. */
export function applyAgenda(tracker: Tracker, { tab, agenda, block }: AgendaPlan): void {
  if (!tab) return;
  repairTab(tracker, tab, tab.check.digest, agenda);
  const { tab: written } = readTabIndex(tab.sheet);
  if (block.marks === block.startMarks) keepUntouched(written, block.month, tracker.zone);
}
