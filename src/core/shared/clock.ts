/**
 * The meeting's clocks: one for each section and the whole beside them.
 * A clock is start times and sums, never a ticking counter, so it survives a closed sidebar and is the same in two.
 * All times are epoch milliseconds of the server's clock; `now` is always handed in.
 */
export interface MeetingClock {
  /** When the meeting was started. */
  startedAt: number;
  /** The section that is talked about. */
  section: string;
  /** Since when the current section's clock runs; null while paused. */
  runningSince: number | null;
  /** Milliseconds used by each section up to `runningSince`. */
  usedMs: Record<string, number>;
  /** Milliseconds added to a section's plan with "+1". */
  extraMs: Record<string, number>;
  /** Ids of the latest actions, so that a repeated one does nothing. */
  done: string[];
}

export type ClockAction =
  | { act: 'start'; section: string }
  | { act: 'pause' }
  | { act: 'resume' }
  | { act: 'addMinute'; section: string }
  | { act: 'goTo'; section: string };

export const MINUTE_MS = 60_000;
/** Minutes of a meeting whose agenda plans none. */
export const MEETING_MINUTES = 30;

const REMEMBERED_ACTIONS = 12;

/** Applies an action. The same `actionId` twice changes nothing; without a clock only `start` does something. */
export function actOnClock(
  clock: MeetingClock | null,
  action: ClockAction,
  now: number,
  actionId: string,
): MeetingClock | null {
  if (clock?.done.includes(actionId)) return clock;
  if (!clock) {
    if (action.act !== 'start') return null;
    return {
      startedAt: now,
      section: action.section,
      runningSince: now,
      usedMs: {},
      extraMs: {},
      done: [actionId],
    };
  }
  const next = { ...clock, done: [...clock.done, actionId].slice(-REMEMBERED_ACTIONS) };
  switch (action.act) {
    case 'start':
      return next;
    case 'pause':
      return { ...settled(next, now), runningSince: null };
    case 'resume':
      return next.runningSince === null ? { ...next, runningSince: now } : next;
    case 'addMinute':
      return {
        ...next,
        extraMs: { ...next.extraMs, [action.section]: (next.extraMs[action.section] ?? 0) + MINUTE_MS },
      };
    case 'goTo':
      return { ...settled(next, now), section: action.section };
  }
}

/** The same clock with the running time booked on its section. */
function settled(clock: MeetingClock, now: number): MeetingClock {
  if (clock.runningSince === null) return clock;
  const used = (clock.usedMs[clock.section] ?? 0) + Math.max(0, now - clock.runningSince);
  return { ...clock, usedMs: { ...clock.usedMs, [clock.section]: used }, runningSince: now };
}

/** Milliseconds a section has used. */
export function sectionElapsedMs(clock: MeetingClock, section: string, now: number): number {
  return settled(clock, now).usedMs[section] ?? 0;
}

/** Milliseconds of the whole meeting, pauses left out. */
export function meetingElapsedMs(clock: MeetingClock, now: number): number {
  return Object.values(settled(clock, now).usedMs).reduce((sum, ms) => sum + ms, 0);
}

/** Milliseconds left of a section's plan; negative when over. */
export function sectionLeftMs(clock: MeetingClock, section: string, minutesPlanned: number, now: number): number {
  return minutesPlanned * MINUTE_MS + (clock.extraMs[section] ?? 0) - sectionElapsedMs(clock, section, now);
}

/** "3:12", "12:40"; the sign is the caller's. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whole minutes of the meeting, at least 1 for a meeting that was started. */
export function meetingMinutes(clock: MeetingClock, now: number): number {
  return Math.max(1, Math.round(meetingElapsedMs(clock, now) / MINUTE_MS));
}
