import type {
  ImportPerson,
  ImportPreview,
  ImportRequest,
  ImportResult,
  ImportTabView,
  KnownDeals,
} from '../contract/import';
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
import { inPortions, unitsOf } from './portions';
import { freshScreen, todayOf } from './screen';
import { mayActOn, whoIs } from './who';

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

export const planImport = callable('planImport', 'reading the deals', (request): ImportPreview => {
  const tracker = open();
  const known: KnownDeals[] = [];
  const tabs: ImportTabView[] = [];
  const planned = startOf(tracker, request);
  if (request.rest) planned.leftOut.length = 0;
  const units = [...unitsOf('read', planned.toRead()), ...unitsOf('tab', planned.toPlan())];
  const portion = inPortions(request.rest ?? units, {
    read: (repId) => {
      const found = planned.read(repId);
      if (found) known.push(found);
    },
    tab: (repId) => {
      const tab = planned.plan(repId);
      if (tab) tabs.push(viewOf(tab));
    },
  });
  return { tabs, known, leftOut: planned.leftOut.map(wholeLeftOutText), ...portion };
});

export const applyImport = callable('applyImport', 'writing the deals', (request): ImportResult => {
  const tracker = open();
  // What has been said is kept once, with the first tabs.
  const { rest, remember = [] } = request;
  const remembered = rest ? null : underLock(() => rememberImport(tracker, remember));
  const changed: string[] = [];
  const planned = startOf(tracker, request);
  const { people } = request;
  const portion = inPortions(
    request.rest ??
      unitsOf(
        'tab',
        people.map((person) => person.repId),
      ),
    {
      tab: (repId) =>
        underLock(() => {
          bringUpToDate(tracker, repId);
          const now = planned.plan(repId);
          // With nothing left to write, a repeated call has come to its end whatever it was shown before.
          if (now && !writesAnything(now)) return;
          if (now?.digest === people.find((person) => person.repId === repId)?.digest && now) apply(now);
          else changed.push(now?.rep.name ?? nameOfRep(tracker, repId));
        }),
    },
  );
  const screen = portion.rest.length === 0 ? freshScreen(tracker, request.sheetId) : null;
  return { changed, remembered, ...portion, screen };
});

function nameOfRep(tracker: Tracker, repId: string): string {
  return tracker.setup().roster.find((rep) => rep.id === repId)?.name ?? '';
}

/** The deals, sorted to the tabs that the one who asks may write. */
function startOf(tracker: Tracker, { deals, sheetId, owners = {}, byName, known = [] }: ImportRequest): Import {
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
  const options = { all: all?.rep ?? null, owners, byName, only, today: todayOf(tracker) };
  return new Import(tracker, deals, options, [...known]);
}

/** A month can only be written in this version's grid. */
function bringUpToDate(tracker: Tracker, repId: string): void {
  const rep = tracker.setup().roster.find((one) => one.id === repId);
  const sheet = rep && rep.sheetId !== null ? tracker.sheetById(rep.sheetId) : null;
  if (!rep || !sheet) return;
  const index = readTabIndex(sheet);
  if (index.repId !== repId) return;
  mayActOn(whoIs(tracker.setup()), rep, sheet.getName());
  migrateTab(tracker, sheet, index);
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
