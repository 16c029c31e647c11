/** The clock of the talk, and what the page shows of it. */
import { computed, signal } from '@preact/signals';
import { actOnClock, type ClockAction, type MeetingClock } from '../../core/shared/clock';
import { onNewPage, perPage } from '../page/new-page';

/** A press of the clock that is still on its way. */
interface PendingAct {
  action: ClockAction;
  actionId: string;
  /** Server time. */
  at: number;
}

/** The clock as the server last told it; null while none runs. */
export const serverClock = signal<MeetingClock | null>(null);
onNewPage((fresh) => {
  serverClock.value = fresh.kind === 'meeting' ? fresh.clock : null;
});

export const pendingActs = perPage<PendingAct[]>([]);

/** The meeting's clock with what was pressed here and is still on its way. */
export const clock = computed<MeetingClock | null>(() =>
  pendingActs.value.reduce((c, act) => actOnClock(c, act.action, act.at, act.actionId), serverClock.value),
);

/** Server time, moved on while a clock runs. */
export const now = signal(Date.now());

/** A thought is being parked. */
export const parking = perPage(false);

/** The offer to sum up has been put away. */
export const wrapUpHidden = perPage(false);

/** A section the other sidebar went on to while somebody types here. */
export const followTo = perPage<string | null>(null);

/** The chime is switched on in this browser. */
export const chimeOn = signal(false);
