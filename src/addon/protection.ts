/** Protecting the tabs: from the menu, and for the act of the sidebar. */
import type { ProtectResult } from '../contract/calls';
import { stop } from '../core/problems';
import { problemText } from '../core/words';
import { MANAGERS_TABS, Protector } from '../sheet/acts/protect';
import type { Tracker } from '../sheet/setup/tracker';
import { menuAct, TITLE } from './menu';
import { inPortions, MENU_MS, unitsOf } from './portions';
import { todayOf } from './screen';
import { openTracker } from './tracker';
import { whoIs } from './who';

/** The menu's way to the same: says in a box, or at the edge when all went well, whose tabs are whose now. */
export function protectTeamTabs(): void {
  menuAct('protecting the tabs', () => {
    const { done, left, rest } = protectInPortions(undefined, MENU_MS);
    const said = done.length === 0 ? 'No tab was protected.' : `Protected: ${done.join(', ')}.`;
    const more = rest.length === 0 ? [] : [`${rest.length} more tabs are to come: choose Protect tabs once more.`];
    if (left.length + more.length === 0) SpreadsheetApp.getActiveSpreadsheet().toast(said, TITLE);
    else {
      const ui = SpreadsheetApp.getUi();
      ui.alert(TITLE, [said, ...more, ...left].join('\n\n'), ui.ButtonSet.OK);
    }
  });
}

/** A portion of it. Without the lock: it holds no cell, and may take longer than others should wait with their typing. */
export function protectInPortions(rest: readonly string[] | undefined, until?: number): ProtectResult {
  const tracker = openTracker();
  needManager(tracker);
  const protector = new Protector(tracker, todayOf(tracker));
  if (!rest) protector.nameUnknown();
  const people = tracker.setup().roster.flatMap(({ id }) => (id === '' ? [] : [id]));
  const portion = inPortions(
    rest ?? [...unitsOf('tab', people), ...unitsOf('managers', MANAGERS_TABS)],
    {
      tab: (repId) => protector.protectTabOf(repId),
      managers: (which) => protector.protectManagersTab(which),
    },
    until === undefined ? {} : { until },
  );
  return { ...portion, done: protector.done, left: protector.left.map(problemText) };
}

/**
 * Whoever protects a tab can edit it from then on: so it takes a manager of Setup, or the owner of the file. Somebody whose
 * e-mail Google hides is let through, and so is everybody while Setup has no manager's e-mail.
 */
function needManager(tracker: Tracker): void {
  const { managers } = tracker.setup();
  const me = whoIs(tracker.setup());
  if (me.role === 'manager') return;
  if (me.role === 'rep') stop('managersOnly');
  const isKnown = me.email !== '' && managers.some((manager) => manager.email !== '');
  if (isKnown && tracker.book.getOwner()?.getEmail().toLowerCase() !== me.email) stop('managersOnly');
}
