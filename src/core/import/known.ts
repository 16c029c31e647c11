import type { Field } from '../shared/fields';
import type { MonthKey } from '../shared/month';
import type { Item } from '../shared/record';

/** An opportunity's row in the newest month of somebody's tab. `key` is unique within its month. */
export type KnownRow = Item & { key: string };

/** The row of an opportunity in the latest older month that has it. */
export type PastRow = KnownRow & { month: MonthKey };

/** Why nothing can be written on a tab. `moved`: its columns do not stand where they should, `cell` says where. */
export type TabObstacle =
  | { why: 'noTab' | 'hasLeft' | 'noMonth' | 'noSection' | 'mayNotEdit' }
  | { why: 'moved'; cell: string };

/** What an import needs to know of somebody's tab. */
export interface KnownTab {
  repId: string;
  name: string;
  /** The newest month; 0 where there is none. */
  month: MonthKey;
  obstacle: TabObstacle | null;
  /** All opportunities of the newest month; of a tab that the one who imports may not write, those of the table only. */
  rows: KnownRow[];
  /** Of the table's deals, those that stand in older months and not in the newest one. */
  past: PastRow[];
  /** Sections that take rows. */
  sections: ('new' | 'existing')[];
  /** On the sheet: "D" for the amount. */
  letters: Partial<Record<Field, string>>;
}
