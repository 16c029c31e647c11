/** Writes what an import has planned. */
import * as v from 'valibot';
import type { ImportResult } from '../../contract/import';
import { stop } from '../../core/problems';
import type { Rep } from '../../core/roster';
import { writeImport } from '../../sheet/acts/import-write';
import { needEdit } from '../../sheet/grid/edit-rights';
import { minuteInZone } from '../../sheet/grid/zone';
import { readTabIndex } from '../../sheet/month/read';
import { migrateTab } from '../../sheet/repair/migrate';
import { type CameIn, cameIn, noteImport } from '../../sheet/setup/import-log';
import { rememberImport } from '../../sheet/setup/import-memory';
import type { Tracker } from '../../sheet/setup/tracker';
import { act } from '../act';
import { underLock } from '../answer';
import { repOf } from '../import-rights';
import { edits, fileName, importId, remember } from '../import-shapes';
import { inPortions, unitsOf } from '../portions';
import { freshScreen } from '../screen';
import { rest } from '../shapes';
import { openTracker } from '../tracker';
import { mayActOn, signature, whoIs } from '../who';

export const applyImport = act('applyImport', {
  doing: 'writing the deals',
  request: v.object({ importId, file: fileName, tabs: edits, remember, rest }),
  run(request): ImportResult {
    const tracker = openTracker();
    const { rest, remember = [], importId, file, tabs } = request;
    const setup = tracker.soundSetup();
    const words = new Set(['', ...setup.statuses.map(({ word }) => word)]);
    if (tabs.some(({ added }) => added.some(({ cells }) => !words.has(String(cells.status ?? '')))))
      stop('badRequest', undefined, { what: 'status' });
    // What has been said is kept once, with the first tabs.
    const remembered = rest ? null : underLock(() => rememberImport(tracker, remember));
    const changed: string[] = [];
    const done: CameIn[] = [];
    const units = unitsOf(
      'tab',
      tabs.map(({ repId }) => repId),
    );
    const portion = inPortions(rest ?? units, {
      tab: (repId) =>
        underLock(() => {
          const edits = tabs.find((one) => one.repId === repId);
          const rep = repOf(tracker, repId);
          const at = rep && tabToWrite(tracker, rep);
          if (edits && at && writeImport(at.tab, at.block, edits, importId)) done.push(cameIn(rep.name, edits));
          else changed.push(rep?.name ?? '');
        }),
    });
    const line = {
      id: importId,
      when: minuteInZone(Date.now(), tracker.zone),
      file,
      by: signature(whoIs(tracker.setup())),
    };
    const isNoted = done.length === 0 || underLock(() => noteImport(tracker, line, done));
    const screen = portion.rest.length === 0 ? freshScreen(tracker, null) : null;
    return { changed, remembered, isNoted, ...portion, screen };
  },
});

/** A person's newest month, in this version's grid; null where there is none to write into. */
function tabToWrite(tracker: Tracker, rep: Rep) {
  const sheet = rep.sheetId === null ? null : tracker.sheetById(rep.sheetId);
  const first = sheet && readTabIndex(sheet);
  if (!sheet || first?.repId !== rep.id) return null;
  mayActOn(whoIs(tracker.setup()), rep, sheet.getName());
  const index = migrateTab(tracker, sheet, first) ? readTabIndex(sheet) : first;
  const block = tracker.block(index, index.blocks[0]?.month ?? 0);
  if (!block || block.damage) return null;
  needEdit(index.tab.rightsAt(block.row));
  return { tab: index.tab, block };
}
