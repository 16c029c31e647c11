/** Writes what was typed into cells of a month; each edit is answered on its own. */
import * as v from 'valibot';
import type { SavedBlock, SaveResult } from '../../contract/calls';
import { monthOfDate } from '../../core/shared/dates';
import { planSave } from '../../sheet/acts/save';
import { applySave, withSave } from '../../sheet/acts/save-apply';
import { undoObstacle } from '../../sheet/acts/undo-month';
import { needEditOnRefusal } from '../../sheet/grid/edit-rights';
import type { TabRange } from '../../sheet/grid/rep-tab';
import type { Block } from '../../sheet/month/block';
import { parseBlock } from '../../sheet/month/read';
import type { Tracker } from '../../sheet/setup/tracker';
import { act } from '../act';
import { problemView, underLock } from '../answer';
import { type AtMonth, monthToWrite } from '../at-month';
import { blockView } from '../month-view';
import { screenFor, todayOf } from '../screen';
import { cell, coaching, date, field, key, pin } from '../shapes';
import { openTracker } from '../tracker';

export const saveEdits = act('saveEdits', {
  doing: 'saving',
  request: v.object({
    ...pin,
    edits: v.pipe(
      v.array(
        v.object({ key, field, was: cell, now: cell, coaching, day: v.exactOptional(v.union([v.literal(''), date])) }),
      ),
      v.maxLength(2000),
    ),
  }),
  run({ edits, ...pin }): SaveResult {
    const tracker = openTracker();
    let band: TabRange | null = null;
    const write = () => {
      const at = monthToWrite(tracker, pin);
      band = at.tab.rightsAt(at.block.row);
      const save = planSave(at.block, edits, at.sheet.getName());
      return { at, save, isRearranged: applySave(at.tab, at.block, save) };
    };
    const { at, save, isRearranged } = needEditOnRefusal(
      () => band,
      () => underLock(write),
    );
    const outcomes = save.outcomes.map(({ problem, ...rest }) => ({
      ...rest,
      ...(problem ? { problem: problemView(problem) } : {}),
    }));
    if (isRearranged || !at.window) return { outcomes, saved: null, screen: screenFor(tracker, at.sheet, pin.month) };
    const { place, values, formulas } = at.window;
    const block = parseBlock(withSave(at.block, save, values), formulas, place, tracker.zone, at.tab.columns);
    return { outcomes, saved: savedBlock(tracker, block, at), screen: null };
  },
});

function savedBlock(tracker: Tracker, block: Block, { sheet, newest }: AtMonth): SavedBlock {
  const today = todayOf(tracker);
  return {
    block: blockView(block, /* running= */ false, [], { today, dueMonth: monthOfDate(today) }),
    untouched: undoObstacle(block, newest, sheet.getName()) === null,
    serverNow: Date.now(),
  };
}
