/** What all executions on one workbook share beside the workbook itself. */
import type { Engine } from '../engine/engine';
import { CacheStore } from './cache';
import { LockManager } from './locks';
import { EngineQueue } from './queue';

export interface Hub {
  queue: EngineQueue;
  locks: LockManager;
  cache: CacheStore;
}

const hubs = new WeakMap<Engine, Hub>();

/** The hub of a workbook; the server sends page edits through the same queue. */
export function hubOf(engine: Engine): Hub {
  let hub = hubs.get(engine);
  if (!hub) {
    hub = { queue: new EngineQueue(), locks: new LockManager(), cache: new CacheStore() };
    hubs.set(engine, hub);
  }
  return hub;
}
