/** Worker threads for executions: an idle one is used again, its context is always fresh (facts §1.3). */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

const MAX_IDLE = 4;
/** Used contexts are tidied away late: a worker is replaced after so many jobs. */
const MAX_JOBS = 100;
/** A script that wants more memory ends, and only it. */
const LIMITS = { maxOldGenerationSizeMb: 512 };
const idle: Worker[] = [];
const jobs = new WeakMap<Worker, number>();

/** A worker ready for one job. */
export function takeWorker(): Worker {
  const worker = idle.pop() ?? start();
  worker.ref();
  jobs.set(worker, (jobs.get(worker) ?? 0) + 1);
  return worker;
}

/** Gives a healthy worker back. */
export function returnWorker(worker: Worker): void {
  worker.removeAllListeners('message');
  worker.removeAllListeners('error');
  worker.removeAllListeners('exit');
  // An idle worker must not keep the process alive.
  worker.unref();
  if (idle.length >= MAX_IDLE || (jobs.get(worker) ?? 0) >= MAX_JOBS) void worker.terminate();
  else idle.push(worker);
}

/** Ends all idle workers, for tests and for the end of the server. */
export async function closeWorkers(): Promise<void> {
  await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
}

function start(): Worker {
  return new Worker(path.join(bundleFolder(), 'worker.cjs'), { stdout: false, stderr: false, resourceLimits: LIMITS });
}

/** build/, seen from a bundle that lies in it or from the source. */
function bundleFolder(): string {
  const places = [__dirname, path.join(__dirname, '..', '..', 'build')];
  const found = places.find((place) => existsSync(path.join(place, 'worker.cjs')));
  if (!found) throw new Error('build/worker.cjs is missing; run: node build.mjs workbench');
  return found;
}
