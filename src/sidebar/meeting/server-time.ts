/** The server's time, as far as it is known here. */
import { now } from './state';

const JUMP_MS = 60_000;
let skewMs: number | null = null;

/**
 * Learns the difference between the server's clock and this computer's. An answer is always a little old on arrival,
 * which makes the server look behind: the largest difference seen is the nearest to the truth.
 */
export function noteServerTime(serverNow: number): void {
  const seen = serverNow - Date.now();
  if (skewMs === null || seen > skewMs || skewMs - seen > JUMP_MS) skewMs = seen;
  now.value = serverTime();
}

/** The server's time now, epoch ms. */
export function serverTime(): number {
  return Date.now() + (skewMs ?? 0);
}
