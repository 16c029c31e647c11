import type { Rep } from '../../core/roster';

/** Somebody on the roster, as the team's formulas need to know them. */
export interface TeamMember {
  id: string;
  name: string;
  /** Name of the person's tab as it is now (formulas follow when it is renamed); null when it is gone. */
  tab: string | null;
  /** Has left the team by now: has a line in older months only. */
  left: boolean;
}

/** Everybody on the roster who has been given an id, in its order. `tabNames` holds the names of tabs by sheet id. */
export function teamMembers(
  roster: readonly Rep[],
  tabNames: ReadonlyMap<number, string>,
  today: string,
): TeamMember[] {
  const month = today.slice(0, 7);
  return roster
    .filter((rep) => rep.id !== '')
    .map((rep) => ({
      id: rep.id,
      name: rep.name,
      tab: (rep.sheetId === null ? undefined : tabNames.get(rep.sheetId)) ?? null,
      left: rep.end !== '' && rep.end.slice(0, 7) < month,
    }));
}
