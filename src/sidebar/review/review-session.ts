/** One going through last month's list: its order, its groups, and what has been talked about. */
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
 * One session over last month's list. Order and measures are those of its beginning, so that nothing jumps while it is
 * gone through; what differs from its beginning has been talked about.
 */
interface ReviewSession {
  frame: Frame;
  /** Place of each row, by what deserves the minutes. */
  place: ReadonlyMap<string, number>;
  /** Keys of the rows that fit into the section's minutes. */
  recommended: ReadonlySet<string>;
  /** How each row stood at the beginning. */
  initialState: ReadonlyMap<string, string>;
}

/**
 * Where a deal of last month's list stands in the talk. worth: deserves minutes; same: nothing stands out, or said to be
 * unchanged; moved: written down before the talk, nothing stands out; talked: changed in this session; closed: won, lost.
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

let last: { id: string; rows: readonly RowView[]; keys: string; session: ReviewSession } | null = null;

/** The session over this month's list: begun at first sight, and anew when the clock starts. New rows join at its end. */
export function sessionOf(m: MeetingScreen): ReviewSession {
  const section = m.block.sections.find((s) => s.kind === 'existing');
  const rows = section?.rows ?? [];
  const startedAt = clock.peek()?.startedAt ?? null;
  const id = `monthly-1on1 sitting ${m.rep.sheetId} ${m.rep.repId} ${m.block.month} ${startedAt}`;
  if (last?.id === id && last.rows === rows) return last.session;
  const keys = rows
    .map((row) => row.key)
    .sort()
    .join('\n');
  const before = last?.id === id ? last : null;
  const session =
    before?.keys === keys
      ? before.session
      : beginSession(
          m,
          rows,
          section?.minutes ?? USUAL_MINUTES,
          before?.session ?? null,
          startedAt === null ? null : id,
        );
  last = { id, rows, keys, session };
  return session;
}

/** Begins a session over rows; `before` is the one that new rows join. Kept over a reload under `keepAs`. */
export function beginSession(
  m: Pick<MeetingScreen, 'today' | 'statuses' | 'block'>,
  listed: readonly RowView[],
  minutes: number,
  before: ReviewSession | null,
  keepAs: string | null,
): ReviewSession {
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
  const recommended = worth.length === atFirst + 1 ? worth : worth.slice(0, atFirst);
  return {
    frame,
    place: new Map([...new Set(order)].map((key, i) => [key, i])),
    recommended: before?.recommended ?? new Set(recommended),
    initialState: initialStates(rows, before?.initialState ?? recalled(keepAs), keepAs),
  };
}

const digests = new WeakMap<Cells, string>();

function rowDigest({ cells }: RowView): string {
  let digest = digests.get(cells);
  if (digest === undefined) {
    const { when, amount, status, moved, next } = cells;
    digest = digestOf([when, amount, status, moved, next].map((value) => String(value ?? '').trim()));
    digests.set(cells, digest);
  }
  return digest;
}

/** How each row stood: as known, else as it stands now. Kept over a reload of the page. */
function initialStates(
  rows: readonly RowView[],
  known: ReadonlyMap<string, string>,
  keepAs: string | null,
): Map<string, string> {
  const initial = new Map([...known, ...rows.filter((row) => !known.has(row.key)).map(pairOf)]);
  if (keepAs) keepText('session', keepAs, [...initial].map((pair) => pair.join(' ')).join('\n'));
  return initial;
}

const pairOf = (row: RowView): [string, string] => [row.key, rowDigest(row)];

function recalled(keptAs: string | null): Map<string, string> {
  const text = keptAs ? keptText('session', keptAs) : null;
  return new Map((text?.split('\n') ?? []).map((line) => line.split(' ') as [string, string]));
}

/** Why a row deserves minutes, by the measures of the session; [] for one that is closed or that nothing speaks for. */
export function reasonsFor(row: RowView, m = meeting.peek()): Reason[] {
  if (!m || isClosed(row, m.statuses)) return [];
  return reasonsOf(dealOf(row), sessionOf(m).frame);
}

const grouping = new WeakMap<RowView, { session: ReviewSession; statuses: readonly StatusView[]; name: GroupName }>();

/** Where a row stands in the talk. */
export function groupOf(
  row: RowView,
  { statuses }: Pick<MeetingScreen, 'statuses'>,
  session: ReviewSession,
): GroupName {
  let known = grouping.get(row);
  // Found once for each row: with 166 of them, a key stroke in one costs no more than it must.
  if (known?.session !== session || known.statuses !== statuses) {
    known = { session, statuses, name: unmarkedGroupOf(row, statuses, session) };
    grouping.set(row, known);
  }
  const { name } = known;
  return name !== 'closed' && name !== 'talked' && isMarked('kept', row.key) ? 'same' : name;
}

function unmarkedGroupOf(row: RowView, statuses: readonly StatusView[], session: ReviewSession): GroupName {
  if (isClosed(row, statuses)) return 'closed';
  if (session.initialState.get(row.key) !== rowDigest(row)) return 'talked';
  if (reasonsOf(dealOf(row), session.frame).length > 0) return 'worth';
  return String(row.cells.moved ?? '').trim() !== '' ? 'moved' : 'same';
}

/** Rows by what deserves the minutes; those that the session does not know come last, as they stand. */
export function inOrder(rows: readonly RowView[], session: ReviewSession): RowView[] {
  const placeOf = (row: RowView) => session.place.get(row.key) ?? session.place.size;
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b));
}

/**
 * Groups rows, in their order. A row that is being written in, or has the focus, stays in the group where it was: `stay`
 * is its key, `before` the groups of last time.
 */
export function grouped(
  rows: readonly RowView[],
  m: Pick<MeetingScreen, 'statuses'>,
  session: ReviewSession,
  stay: string | null,
  before: ReadonlyMap<string, GroupName>,
): { groups: Record<GroupName, RowView[]>; of: Map<string, GroupName> } {
  const groups: Record<GroupName, RowView[]> = { worth: [], same: [], talked: [], moved: [], closed: [] };
  const of = new Map<string, GroupName>();
  for (const row of rows) {
    const kept = row.key === stay ? before.get(row.key) : undefined;
    const name = kept ?? groupOf(row, m, session);
    groups[name].push(row);
    of.set(row.key, name);
  }
  return { groups, of };
}
