/** How much time a section has left. */
import type { SectionView } from '../../contract/state';
import {
  type MeetingClock,
  MINUTE_MS,
  meetingElapsedMs,
  sectionElapsedMs,
  sectionLeftMs,
} from '../../core/shared/clock';
import { plannedMinutes } from './planned';

/** Milliseconds left of a section; for one without minutes of its own, what is left of the whole. */
export function leftOf(section: SectionView, clock: MeetingClock, now: number): number {
  return section.minutes === null
    ? plannedMinutes() * MINUTE_MS - meetingElapsedMs(clock, now)
    : sectionLeftMs(clock, section.id, section.minutes, now);
}

/** A section that was only passed through by key has not been visited. */
const VISIT_MS = 3000;

/** Has a section been talked about, as far as its clock knows? The running stretch does not count yet. */
export function wasVisited(section: SectionView, clock: MeetingClock): boolean {
  return sectionElapsedMs(clock, section.id, 0) >= VISIT_MS;
}

/** Milliseconds that the ring stands for when it is full. */
export function plannedMs(section: SectionView, clock: MeetingClock): number {
  return (section.minutes ?? plannedMinutes()) * MINUTE_MS + (clock.extraMs[section.id] ?? 0);
}
