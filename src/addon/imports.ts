import type { ImportPerson, ImportPreview, ImportRequest, ImportResult, ImportTabView } from '../contract/import';
import { dealLabel, importNoteText, wholeLeftOutText } from '../core/import/notes';
import { hasLeft } from '../core/import/owner-tabs';
import { titleOf as nameOf } from '../core/import/plan';
import { stop } from '../core/problems';
import type { IsoDate } from '../core/shared/dates';
import { titleOf } from '../core/shared/record';
import { applyImport as apply, Import, type ImportTabPlan, writesAnything } from '../sheet/acts/import';
import { importTabs, readImportTab } from '../sheet/acts/import-source';
import { needEdit } from '../sheet/grid/edit-rights';
import { FIELD_COL } from '../sheet/grid/grid';
import { HIDDEN } from '../sheet/grid/hidden';
import { readTabIndex } from '../sheet/month/read';
import { migrateTab } from '../sheet/repair/migrate';
import { rememberImport } from '../sheet/setup/import-memory';
import type { Setup } from '../sheet/setup/read';
import { Tracker } from '../sheet/setup/tracker';
import { callable, underLock } from './answer';
import { freshScreen } from './months';
import { todayOf } from './screen';
import { mayActOn, whoIs } from './who';

/** How long one call goes on writing tabs before it answers with what is left, in ms: short, so that progress is seen. */
const PORTION_MS = 6_000;

const open = () => new Tracker(SpreadsheetApp.getActiveSpreadsheet());

export const importSources = callable('importSources', 'looking for tabs', () => {
  const tracker = open();
  const setup = tracker.soundSetup();
  return {
    tabs: importTabs(tracker),
    statuses: [...setup.statuses],
    people: peopleFor(setup, todayOf(tracker)),
    zone: tracker.zone,
    memory: setup.importMemory,
  };
});

export const readImport = callable('readImport', 'reading the tab', ({ sheetId, from }) =>
  readImportTab(open(), sheetId, from),
);

/** Whose tabs the one who asks may import into. */
function peopleFor(setup: Setup, today: IsoDate): ImportPerson[] {
  const me = whoIs(setup);
  return setup.roster
    .filter((rep) => rep.id !== '' && rep.sheetId !== null && !hasLeft(rep, today))
    .filter((rep) => me.role !== 'rep' || rep.email === me.email)
    .map(({ id, name, email, sheetId }) => ({ id, name, email, sheetId: sheetId as number }));
}

export const planImport = callable('planImport', 'reading the deals', (request) => previewOf(startOf(open(), request)));

export const applyImport = callable('applyImport', 'writing the deals', (request): ImportResult => {
  const tracker = open();
  const result: Omit<ImportResult, 'screen'> = { done: [], left: 0, changed: null, remembered: true };
  underLock(() => {
    result.remembered = rememberImport(tracker, request.remember ?? []);
    for (const { sheetId } of request.tabs) bringUpToDate(tracker, sheetId);
    const planned = startOf(tracker, request);
    const until = Date.now() + PORTION_MS;
    for (const { sheetId, digest } of request.tabs) {
      if (result.done.length > 0 && Date.now() > until) {
        result.left++;
        continue;
      }
      const now = planned.plan(sheetId);
      // With nothing left to write, a repeated call has come to its end whatever it was shown before.
      if (!now || (writesAnything(now) && now.digest !== digest)) {
        result.changed = previewOf(startOf(tracker, request));
        result.left = 0;
        return;
      }
      if (writesAnything(now)) apply(now);
      result.done.push(sheetId);
    }
  });
  return { ...result, screen: freshScreen(tracker, request.sheetId) };
});

/** The deals, sorted to the tabs that the one who asks may write. */
function startOf(tracker: Tracker, { deals, sheetId, owners, byName }: ImportRequest): Import {
  const setup = tracker.soundSetup();
  const me = whoIs(setup);
  const words = new Set(setup.statuses.map(({ word }) => word));
  if (deals.some(({ status }) => status !== '' && !words.has(status)))
    stop('badRequest', undefined, { what: 'status' });
  const all = sheetId === null ? null : tracker.repTab(sheetId);
  if (all) {
    mayActOn(me, all.rep, all.sheet.getName());
    needEdit(all.index.tab.range(all.index.blocks[0]?.row ?? 1, HIDDEN.key));
  }
  const only =
    me.role === 'rep' ? (setup.roster.find((rep) => rep.email !== '' && rep.email === me.email) ?? null) : null;
  return new Import(tracker, deals, {
    all: all?.rep ?? null,
    owners: owners ?? {},
    byName,
    only,
    today: todayOf(tracker),
  });
}

/** A month can only be written in this version's grid. */
function bringUpToDate(tracker: Tracker, sheetId: number): void {
  const sheet = tracker.sheetById(sheetId);
  if (!sheet) return;
  const index = readTabIndex(sheet);
  const rep = tracker.repOf(index);
  if (!rep) return;
  mayActOn(whoIs(tracker.setup()), rep, sheet.getName());
  migrateTab(tracker, sheet, index);
}

function previewOf(planned: Import): ImportPreview {
  const tabs = planned.sheetIds.map((sheetId) => planned.plan(sheetId)).filter((tab) => tab !== null);
  return { tabs: tabs.map(viewOf), leftOut: planned.leftOut.map(wholeLeftOutText) };
}

function viewOf({ rep, tab, block, plan, digest }: ImportTabPlan): ImportTabView {
  return {
    repId: rep.id,
    name: rep.name,
    sheetId: tab.sheet.getSheetId(),
    month: block.month,
    digest,
    added: plan.added.map((deal) => ({ line: deal.line, title: nameOf(deal), amount: deal.amount, when: deal.when })),
    updated: plan.updated.map(({ item, link, changes }) => ({
      title: titleOf(item.cells),
      link,
      changes: changes.map(({ field, was, now }) => ({
        field,
        label: dealLabel(field),
        was,
        now,
        cell: tab.columns.a1(item.row, FIELD_COL[field]),
      })),
    })),
    same: plan.same,
    leftOut:
      plan.earlier + plan.neverSeen + plan.notes.filter(({ why }) => why === 'ambiguous' || why === 'elsewhere').length,
    earlier: plan.earlier,
    neverSeen: plan.neverSeen,
    notes: plan.notes.map((note) => importNoteText(note, (field) => tab.columns.letter(FIELD_COL[field]))),
  };
}
