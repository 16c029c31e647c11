/** Which open page of the sidebar owns what is kept in the browser. */
import { keepText, keptText } from '../page/storage';
import { randomId } from './merge';

/**
 * Whose words are kept. Each open page has an id of its own, which it keeps over a reload, and holds a lock by that id as
 * long as it lives: so what a closed page has left behind can be told from what another open one is just typing.
 */
const SESSION_KEY = 'monthly-1on1 page';

let pageId = '';

/** The id of this page; the same after a reload of its browser tab. */
export function ownId(): string {
  if (pageId === '') {
    pageId = keptText('session', SESSION_KEY) ?? '';
    if (pageId === '') renew();
    void holdLock();
  }
  return pageId;
}

function renew(): void {
  pageId = randomId(Math.random);
  keepText('session', SESSION_KEY, pageId);
}

const lockOf = (owner: string) => `monthly-1on1 page ${owner}`;

/** Tries in all, a second apart: the page before a reload may take a moment to go. */
const TRIES = 3;

/** Holds this page's lock until it is closed. A browser tab that was duplicated finds it taken and goes by another id. */
async function holdLock(): Promise<void> {
  for (let tries = 1; !(await takesLock(pageId)); tries++) {
    if (tries >= TRIES) renew();
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** True once the lock is held, or where there are no locks. */
function takesLock(owner: string): Promise<boolean> {
  return new Promise((resolve) => {
    void withLock(owner, (free) => {
      resolve(free !== false);
      return free ? new Promise(() => undefined) : undefined;
    });
  });
}

/** How old what is kept must be to count as left behind where the browser has no locks, in ms: hidden pages tick once a minute. */
const STALE_MS = 150_000;

/**
 * Runs an act while nobody else can take over what a page has left behind; does nothing while that page is open.
 * @param keptAt when it was kept, epoch ms
 */
export async function ifLeft(owner: string, keptAt: number, act: () => void): Promise<void> {
  await withLock(owner, (free) => {
    if (free ?? Date.now() - keptAt > STALE_MS) act();
  });
}

/** Asks for a page's lock: true while it is held here, false when it is taken, null where the browser has none. */
async function withLock(owner: string, act: (free: boolean | null) => unknown): Promise<void> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) {
    act(null);
    return;
  }
  try {
    await locks.request(lockOf(owner), { ifAvailable: true }, (lock) => act(lock !== null));
  } catch {
    // Refused within another page, as storage may be.
    act(null);
  }
}
