import type { Rep } from '../../core/roster';
import type { TabRef } from '../grid/tab-formulas';

/** Somebody on the roster, as the team's formulas need to know them. */
export interface TeamMember {
  id: string;
  name: string;
  /** Sheet id of the person's tab: where the name leads; null where there is none. */
  sheetId: number | null;
  /** The person's tab as it is now (formulas follow when it is renamed, or its columns move); null when it is gone. */
  tab: TabRef | null;
  /** Has left the team by now: has a line in older months only. */
  left: boolean;
}

/** Everybody on the roster who has been given an id, in its order. `tabOf` knows tabs by their sheet id. */
export function teamMembers(
  roster: readonly Rep[],
  tabOf: (sheetId: number) => TabRef | null,
  today: string,
): TeamMember[] {
  const month = today.slice(0, 7);
  return roster
    .filter((rep) => rep.id !== '')
    .map((rep) => ({
      id: rep.id,
      name: rep.name,
      sheetId: rep.sheetId,
      tab: rep.sheetId === null ? null : tabOf(rep.sheetId),
      left: rep.end !== '' && rep.end.slice(0, 7) < month,
    }));
}
