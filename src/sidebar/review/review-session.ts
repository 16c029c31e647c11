import type { MeetingScreen, RowView, StatusView } from '../../contract/state';
import { bigFrom, type Frame, type OpenDeal, prioritize, type Reason, reasonsOf } from '../../core/deal/priority';
import type { Cells } from '../../core/shared/fields';
import { digestOf } from '../../core/shared/hash';
import { clock } from '../meeting/state';
import { keepText, keptText } from '../page/storage';
import { meeting } from '../page/view';
import { isClosed } from '../rows/group';
import { withEdits } from '../save/merge';
import { edits } from '../save/state';
import { isMarked } from './review-marks';

/**
 * One sitting over last month's list. Order and measures are those of its beginning, so that nothing jumps while it is
 * gone through; what differs from its beginning has been talked about.
 */
export interface Sitting {
  frame: Frame;
  /** Place of each row, by what deserves the minutes. */
  place: ReadonlyMap<string, number>;
  /** Keys of the rows that fit into the section's minutes. */
  top: ReadonlySet<string>;
  /** How each row stood at the beginning. */
  began: ReadonlyMap<string, string>;
}

/**
 * Where a deal of last month's list stands in the talk. worth: deserves minutes; same: nothing stands out, or said to be
 * unchanged; moved: written down before the talk, nothing stands out; talked: changed in this sitting; closed: won, lost.
 */
export type GroupName = 'worth' | 'talked' | 'moved' | 'same' | 'closed';
export const GROUPS: readonly GroupName[] = ['worth', 'same', 'talked', 'moved', 'closed'];

/** A deal takes about three quarters of a minute. */
const DEALS_A_MINUTE = 1.4;
const FEWEST_AT_FIRST = 3;
const USUAL_MINUTES = 5;

/** An opportunity's row as priorities see it. */
function dealOf(row: RowView): OpenDeal {
  const { status, amount, when } = row.cells;
  return { status, amount, when, life: row.life };
}

let last: { id: string; rows: readonly RowView[]; keys: string; sitting: Sitting } | null = null;

/** The sitting over this month's list: begun at first sight, and anew when the clock starts. New rows join at its end. */
export function sittingOf(m: MeetingScreen): Sitting {
  const section = m.block.sections.find((s) => s.kind === 'existing');
  const rows = section?.rows ?? [];
  const startedAt = clock.peek()?.startedAt ?? null;
  const id = `monthly-1on1 sitting ${m.rep.sheetId} ${m.rep.repId} ${m.block.month} ${startedAt}`;
  if (last?.id === id && last.rows === rows) return last.sitting;
  const keys = rows
    .map((row) => row.key)
    .sort()
    .join('\n');
  const before = last?.id === id ? last : null;
  const sitting =
    before?.keys === keys
      ? before.sitting
      : begin(m, rows, section?.minutes ?? USUAL_MINUTES, before?.sitting ?? null, startedAt === null ? null : id);
  last = { id, rows, keys, sitting };
  return sitting;
}

/** Begins a sitting over rows; `before` is the one that new rows join. Kept over a reload under `keepAs`. */
export function begin(
  m: Pick<MeetingScreen, 'today' | 'statuses' | 'block'>,
  listed: readonly RowView[],
  minutes: number,
  before: Sitting | null,
  keepAs: string | null,
): Sitting {
  const rows = listed.map((row) => withEdits(row, edits.peek().get(row.key)));
  const open = rows.filter((row) => !isClosed(row, m.statuses));
  const frame = before?.frame ?? {
    today: m.today,
    month: m.block.month,
    bigFrom: bigFrom(open.map((row) => row.cells.amount)),
  };
  const ranked = prioritize(
    open.map((row) => ({ ...dealOf(row), key: row.key })),
    frame,
  );
  const order = [...(before?.place.keys() ?? []), ...ranked.map((r) => r.deal.key), ...rows.map((row) => row.key)];
  const worth = ranked.filter((r) => r.reasons.length > 0).map((r) => r.deal.key);
  const atFirst = Math.max(FEWEST_AT_FIRST, Math.round(minutes * DEALS_A_MINUTE));
  // One left over is shown, too: "show 1 more" takes as much room.
  const top = worth.length === atFirst + 1 ? worth : worth.slice(0, atFirst);
  return {
    frame,
    place: new Map([...new Set(order)].map((key, i) => [key, i])),
    top: before?.top ?? new Set(top),
    began: beganAs(rows, before?.began ?? recalled(keepAs), keepAs),
  };
}

const seen = new WeakMap<Cells, string>();

function stateOf({ cells }: RowView): string {
  let digest = seen.get(cells);
  if (digest === undefined) {
    const { when, amount, status, moved, next } = cells;
    digest = digestOf([when, amount, status, moved, next].map((value) => String(value ?? '').trim()));
    seen.set(cells, digest);
  }
  return digest;
}

/** How each row stood: as known, else as it stands now. Kept over a reload of the page. */
function beganAs(
  rows: readonly RowView[],
  known: ReadonlyMap<string, string>,
  keepAs: string | null,
): Map<string, string> {
  const began = new Map([...known, ...rows.filter((row) => !known.has(row.key)).map(pairOf)]);
  if (keepAs) keepText('session', keepAs, [...began].map((pair) => pair.join(' ')).join('\n'));
  return began;
}

const pairOf = (row: RowView): [string, string] => [row.key, stateOf(row)];

function recalled(keptAs: string | null): Map<string, string> {
  const text = keptAs ? keptText('session', keptAs) : null;
  return new Map((text?.split('\n') ?? []).map((line) => line.split(' ') as [string, string]));
}

/** Why a row deserves minutes, by the measures of the sitting; [] for one that is closed or that nothing speaks for. */
export function reasonsFor(row: RowView, m = meeting.peek()): Reason[] {
  if (!m || isClosed(row, m.statuses)) return [];
  return reasonsOf(dealOf(row), sittingOf(m).frame);
}

const grouping = new WeakMap<RowView, { sitting: Sitting; statuses: readonly StatusView[]; name: GroupName }>();

/** Where a row stands in the talk. */
export function groupOf(row: RowView, { statuses }: Pick<MeetingScreen, 'statuses'>, sitting: Sitting): GroupName {
  let known = grouping.get(row);
  // Found once for each row: with 166 of them, a key stroke in one costs no more than it must.
  if (known?.sitting !== sitting || known.statuses !== statuses) {
    known = { sitting, statuses, name: unmarkedGroupOf(row, statuses, sitting) };
    grouping.set(row, known);
  }
  const { name } = known;
  return name !== 'closed' && name !== 'talked' && isMarked('kept', row.key) ? 'same' : name;
}

function unmarkedGroupOf(row: RowView, statuses: readonly StatusView[], sitting: Sitting): GroupName {
  if (isClosed(row, statuses)) return 'closed';
  if (sitting.began.get(row.key) !== stateOf(row)) return 'talked';
  if (reasonsOf(dealOf(row), sitting.frame).length > 0) return 'worth';
  return String(row.cells.moved ?? '').trim() !== '' ? 'moved' : 'same';
}

/** Rows by what deserves the minutes; those that the sitting does not know come last, as they stand. */
export function inOrder(rows: readonly RowView[], sitting: Sitting): RowView[] {
  const placeOf = (row: RowView) => sitting.place.get(row.key) ?? sitting.place.size;
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b));
}

/**
 * Groups rows, in their order. A row that is being written in, or has the focus, stays in the group where it was: `stay`
 * is its key, `before` the groups of last time.
 */
export function grouped(
  rows: readonly RowView[],
  m: Pick<MeetingScreen, 'statuses'>,
  sitting: Sitting,
  stay: string | null,
  before: ReadonlyMap<string, GroupName>,
): { groups: Record<GroupName, RowView[]>; of: Map<string, GroupName> } {
  const groups: Record<GroupName, RowView[]> = { worth: [], same: [], talked: [], moved: [], closed: [] };
  const of = new Map<string, GroupName>();
  for (const row of rows) {
    const kept = row.key === stay ? before.get(row.key) : undefined;
    const name = kept ?? groupOf(row, m, sitting);
    groups[name].push(row);
    of.set(row.key, name);
  }
  return { groups, of };
}
