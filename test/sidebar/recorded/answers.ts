/** What `npm run record` has written: the add-on's answers about the team of the sidebar's tests. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Recorded } from './record';

const FILE = path.join(__dirname, 'answers.json');
let kept: Recorded | null = null;

/** One of them, to be changed as one likes. */
export function answer<N extends keyof Recorded>(name: N): Recorded[N] {
  kept ??= JSON.parse(readFileSync(FILE, 'utf8')) as Recorded;
  return structuredClone(kept[name]);
}

export function answerNames(): (keyof Recorded)[] {
  answer('setUp');
  return Object.keys(kept ?? {}) as (keyof Recorded)[];
}

export function keepAnswers(all: Recorded): void {
  writeFileSync(FILE, `${JSON.stringify(all, null, 1)}\n`);
  kept = null;
}
