/**
 * Locks as LockService gives them: one holder for each key, waiting outside of the engine's queue.
 * Source: facts §5.14; https://developers.google.com/apps-script/reference/lock/lock
 */

/** The owner of a lock: one execution. */
export type LockOwner = symbol;

interface Waiter {
  owner: LockOwner;
  grant: (got: boolean) => void;
}

export class LockManager {
  private readonly holders = new Map<string, LockOwner>();
  private readonly waiting = new Map<string, Waiter[]>();

  /** True once the owner holds the key (at once when it already does), false when `waitMs` have passed before. */
  acquire(key: string, owner: LockOwner, waitMs: number): Promise<boolean> {
    const holder = this.holders.get(key);
    if (holder === undefined || holder === owner) {
      this.holders.set(key, owner);
      return Promise.resolve(true);
    }
    if (waitMs <= 0) return Promise.resolve(false);
    return new Promise((resolve) => {
      const line = this.waiting.get(key) ?? [];
      this.waiting.set(key, line);
      // The waiting worker keeps the process alive; the timer of a killed one must not.
      const timer = setTimeout(() => waiter.grant(false), waitMs).unref();
      const waiter: Waiter = {
        owner,
        grant: (got) => {
          clearTimeout(timer);
          line.splice(line.indexOf(waiter), 1);
          resolve(got);
        },
      };
      line.push(waiter);
    });
  }

  /** Whether this owner holds the key. */
  holds(key: string, owner: LockOwner): boolean {
    return this.holders.get(key) === owner;
  }

  /** Gives the key up; nothing happens when the owner does not hold it. */
  release(key: string, owner: LockOwner): void {
    if (this.holders.get(key) !== owner) return;
    this.holders.delete(key);
    const next = this.waiting.get(key)?.[0];
    if (!next) return;
    this.holders.set(key, next.owner);
    next.grant(true);
  }

  /** At the end of an execution, or when a dialog opens: all its locks go, and it stops waiting. */
  releaseAll(owner: LockOwner): void {
    for (const line of this.waiting.values()) {
      for (const waiter of line.filter((one) => one.owner === owner)) waiter.grant(false);
    }
    for (const [key, holder] of [...this.holders]) if (holder === owner) this.release(key, owner);
  }
}
