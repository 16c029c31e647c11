/** Tells where deals may come from, whose they can be, and what was answered before. */
import * as v from 'valibot';
import type { ImportPerson, PastImport } from '../../contract/import';
import { hasLeft, sameName } from '../../core/roster';
import type { IsoDate } from '../../core/shared/dates';
import { importTabs } from '../../sheet/acts/import-source';
import { readCameIn } from '../../sheet/setup/import-log';
import type { Setup } from '../../sheet/setup/read';
import { act } from '../act';
import { onlyFor } from '../import-rights';
import { todayOf } from '../screen';
import { openTracker } from '../tracker';
import { type Me, signature, whoIs } from '../who';

export const importSources = act('importSources', {
  doing: 'looking for tabs',
  request: v.object({}),
  run() {
    const tracker = openTracker();
    const setup = tracker.soundSetup();
    return {
      tabs: importTabs(tracker),
      statuses: [...setup.statuses],
      people: peopleOf(setup, todayOf(tracker)),
      only: onlyFor(setup, whoIs(setup)),
      zone: tracker.zone,
      memory: setup.importMemory,
      latest: latestImport(setup, whoIs(setup)),
    };
  },
});

function peopleOf(setup: Setup, today: IsoDate): ImportPerson[] {
  return setup.roster
    .filter((rep) => rep.id !== '' && rep.sheetId !== null && !hasLeft(rep, today))
    .map(({ id, name, email, sheetId }) => ({ id, name, email, sheetId: sheetId as number }));
}

/** A salesperson is shown the own one only. */
function latestImport(setup: Setup, me: Me): PastImport | null {
  const line = setup.imports[setup.imports.length - 1];
  if (line?.state !== '' || (me.role === 'rep' && line.by !== signature(me))) return null;
  const done = readCameIn(line.cameIn);
  const people = done.flatMap(({ name }) => setup.roster.find((rep) => sameName(rep.name, name))?.id ?? []);
  const { id, when, by, file } = line;
  return {
    id,
    when,
    by,
    file,
    // Somebody has another name by now, or a person has changed the line.
    people: people.length < done.length || done.length === 0 ? setup.roster.map((rep) => rep.id) : people,
    added: done.reduce((sum, one) => sum + one.added, 0),
    changed: done.reduce((sum, one) => sum + one.changed, 0),
  };
}
