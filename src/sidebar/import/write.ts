/** Looking deals up, writing them, and taking them back. */
import { batch } from '@preact/signals';
import type { KnownDeals, PastImport } from '../../contract/import';
import type { ImportField } from '../../core/import/columns';
import { idKey } from '../../core/import/deal';
import type { TabEdits } from '../../core/import/fates';
import { memoryOf } from '../../core/import/memory';
import { announce } from '../page/notices';
import { applyBelow, previewAnewIfChanged, whole } from '../page/previewed';
import { inPortions } from '../page/work';
import {
  found,
  isNoted,
  known,
  named,
  pending,
  planned,
  remembered,
  said,
  source,
  sources,
  step,
  taken,
  understood,
  written,
} from './state';
import { importWords } from './words';

/** By this the import can be taken back. The same for all that is written of one table. */
let importId = '';

/** A table was taken up: what is written from now on is another import. */
export function beginImport(): void {
  importId = `i${Date.now().toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`;
}

/** What has been said now, in Setup's words. */
function toRemember() {
  const from = source.peek();
  if (!from) return [];
  const { stages, owners, columns } = understood.peek();
  const heading = (field: ImportField) => from.table.heading[columns[field] ?? -1] ?? '';
  return memoryOf(
    said.peek(),
    from.table,
    Object.fromEntries(stages.map(({ key, text }) => [key, text])),
    Object.fromEntries(owners.map(({ key, text }) => [key, text])),
    sources.peek().people,
    { days: heading('when') || heading('created'), amounts: heading('amount') },
  );
}

/** Finds out what the tabs know of the deals, and shows what would be written. Writes nothing. */
export async function lookFirst(note = ''): Promise<void> {
  if (taken.peek().length === 0) {
    known.value = [];
    step.value = { at: 'preview', note };
    return;
  }
  const closing = new Set(sources.peek().statuses.flatMap(({ word, closes }) => (closes ? [word] : [])));
  const ids = (isClosed: boolean) =>
    taken.peek().flatMap(({ id, status }) => (closing.has(status) === isClosed ? [idKey(id)] : []));
  const asked = { open: ids(false), closed: ids(true), people: named.peek() };
  const show = ({ tabs, rest }: KnownDeals) =>
    batch(() => {
      known.value = tabs;
      pending.value = new Set(rest.map((unit) => unit.slice(unit.indexOf(':') + 1)));
      step.value = { at: 'preview', note };
    });
  const answer = await inPortions('lookUpDeals', () => asked, {
    sub: importWords.title,
    steps: { read: importWords.comparing },
    writes: false,
    show,
    again: () => void lookFirst(note),
  });
  const shown = whole(answer);
  if (!shown) {
    // Left in the middle: half a preview is none.
    if (pending.peek().size > 0) step.value = { at: 'columns' };
    pending.value = new Set();
    return;
  }
  show(shown);
  const { added, changed } = totals(planned.peek().edits);
  const left = found.peek().complaints.length + planned.peek().fates.filter(({ fate }) => fate === 'leftOut').length;
  announce(note || importWords.lookSaid(added, changed, left));
}

/** How many rows would come in, and how many would change so that somebody sees it. */
export function totals(edits: readonly TabEdits[]): { added: number; changed: number } {
  const sum = { added: 0, changed: 0 };
  for (const { added, rows } of edits) {
    sum.added += added.length;
    sum.changed += rows.filter(({ cells, sourceId }) => cells.length > 0 || sourceId).length;
  }
  return sum;
}

/** Writes as previewed, tab by tab. What has changed meanwhile, or was not reached, is previewed anew; what is written stays. */
export async function write(): Promise<void> {
  // Where a deal changes hands, the new owner's tab goes first: cut off there, nothing is lost.
  const { edits, fates } = planned.peek();
  const gives = new Set(fates.flatMap(({ fate, other }) => (fate === 'handedOver' && other ? [other.repId] : [])));
  const all = [...edits].sort((a, b) => Number(gives.has(a.repId)) - Number(gives.has(b.repId)));
  const { name: file } = source.peek() ?? { name: '' };
  const asked = { importId, file, remember: toRemember() };
  const left = (rest?: readonly string[]) => all.filter(({ repId }) => rest?.includes(`tab:${repId}`) ?? true);
  const result = await inPortions('applyImport', (soFar) => ({ ...asked, tabs: left(soFar?.rest) }), {
    sub: importWords.title,
    steps: { tab: importWords.writingDeals },
    writes: true,
    expected: all.length,
    again: () => void write(),
  });
  if (!result) return;
  const { changed, did } = result;
  const nameOf = (repId: string) => known.peek().find((tab) => tab.repId === repId)?.name ?? '';
  const done = all
    .map((edits) => ({ repId: edits.repId, name: nameOf(edits.repId), ...totals([edits]) }))
    .filter(({ repId, name }) => did.includes(`tab:${repId}`) && !changed.includes(name));
  batch(() => {
    applyBelow(result.screen);
    remembered.value = result.remembered ?? true;
    isNoted.value = result.isNoted;
    written.value = [...written.peek(), ...done];
  });
  if (await previewAnewIfChanged(result, lookFirst, () => importWords.stopped(done.length, all.length))) return;
  step.value = { at: 'done' };
  const sum = writtenTotals();
  announce(importWords.done(sum.added, sum.changed));
}

export function writtenTotals(): { added: number; changed: number } {
  const sum = { added: 0, changed: 0 };
  for (const { added, changed } of written.peek()) {
    sum.added += added;
    sum.changed += changed;
  }
  return sum;
}

/** What has just been written, as something that can be taken back. */
export function justWritten(): PastImport {
  const { name: file } = source.peek() ?? { name: '' };
  const people = [...new Set(written.peek().map(({ repId }) => repId))];
  return { id: importId, when: '', by: '', file, people, ...writtenTotals() };
}

/** Takes an import back on all tabs, or on none. */
export async function takeBack(what: PastImport): Promise<void> {
  const asked = { importId: what.id, people: what.people };
  const result = await inPortions('takeBackImport', () => asked, {
    sub: importWords.title,
    steps: { check: importWords.checkingTabs, back: importWords.takingBack },
    writes: true,
    again: () => void takeBack(what),
  });
  if (!result) return;
  const { obstacles, rows, rest, screen } = result;
  batch(() => {
    applyBelow(screen);
    step.value = { at: 'takenBack', obstacles: rest.length > 0 ? [importWords.halfTakenBack] : obstacles, rows };
  });
}
