/** How much time a section has left. */
import type { SectionView } from '../../contract/state';
import { type MeetingClock, MINUTE_MS, meetingElapsedMs, sectionLeftMs } from '../../core/shared/clock';
import { plannedMinutes } from './planned';

/** Milliseconds left of a section; for one without minutes of its own, what is left of the whole. */
export function leftOf(section: SectionView, clock: MeetingClock, now: number): number {
  return section.minutes === null
    ? plannedMinutes() * MINUTE_MS - meetingElapsedMs(clock, now)
    : sectionLeftMs(clock, section.id, section.minutes, now);
}

/** Milliseconds that the ring stands for when it is full. */
export function plannedMs(section: SectionView, clock: MeetingClock): number {
  return (section.minutes ?? plannedMinutes()) * MINUTE_MS + (clock.extraMs[section.id] ?? 0);
}
