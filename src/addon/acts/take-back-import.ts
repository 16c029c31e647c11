/** Takes an import back as a whole. */
import * as v from 'valibot';
import type { TakenBack } from '../../contract/import';
import { ProblemError } from '../../core/problems';
import { findImported, takeBack } from '../../sheet/acts/take-back';
import { needEdit } from '../../sheet/grid/edit-rights';
import { noteTakenBack } from '../../sheet/setup/import-log';
import { act } from '../act';
import { problemView, underLock } from '../answer';
import { repOf } from '../import-rights';
import { importId, repIds } from '../import-shapes';
import { inPortions, unitsOf } from '../portions';
import { freshScreen, todayOf } from '../screen';
import { rest } from '../shapes';
import { openTracker } from '../tracker';
import { mayActOn, signature, whoIs } from '../who';

export const takeBackImport = act('takeBackImport', {
  doing: 'taking the import back',
  request: v.object({ importId, people: repIds, rest }),
  run(request): TakenBack {
    const tracker = openTracker();
    const { importId, people, rest } = request;
    const obstacles: string[] = [];
    let rows = 0;
    const find = (repId: string) => {
      const rep = repOf(tracker, repId);
      if (!rep) return null;
      const found = findImported(tracker, rep, importId);
      if (!found) return null;
      mayActOn(whoIs(tracker.setup()), rep, found.tab.name);
      needEdit(found.tab.rightsAt(found.block.row));
      return found;
    };
    const told = (act: () => void) => {
      try {
        act();
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        obstacles.push(problemView(error.problem).message);
      }
    };
    // Nothing is taken back before all of it can be.
    const portion = inPortions(rest ?? [...unitsOf('check', people), ...unitsOf('back', people)], {
      check: (repId) => told(() => find(repId)),
      back: (repId) => {
        if (obstacles.length > 0) return;
        told(() =>
          underLock(() => {
            const found = find(repId);
            if (!found) return;
            takeBack(found);
            rows += found.rows.length;
          }),
        );
      },
    });
    if (obstacles.length > 0) return { obstacles, rows, did: portion.did, rest: [], screen: null };
    if (portion.rest.length > 0) return { obstacles, rows, ...portion, screen: null };
    const by = `taken back ${todayOf(tracker)} by ${signature(whoIs(tracker.setup()))}`;
    underLock(() => noteTakenBack(tracker, importId, by));
    return { obstacles, rows, ...portion, screen: freshScreen(tracker, null) };
  },
});
