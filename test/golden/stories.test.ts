/**
 * What the add-on's acts write, cell for cell, looks and all: whole stories on a book in memory, compared with golden texts.
 * Besides, no act may take away a word that somebody has said, but those that are meant to.
 */
import { Golden } from '../support/golden';
import { Story } from '../support/plain-google/story';
import { IMPORTS } from './imports';
import { QUARTER } from './quarter';
import { SELDOM } from './seldom';
import { TABS } from './tabs';
import { UPKEEP_WALKS } from './upkeep-walks';
import { WALKS } from './walks';

/** Where a mutant is looked for, the first failure is enough. */
let hasFailed = false;

test.each([
  ...Object.entries({ ...QUARTER, ...IMPORTS, ...TABS }).map(([name, tell]) => ({ name, tell, isWalk: false })),
  ...Object.entries({ ...WALKS, ...UPKEEP_WALKS, ...SELDOM }).map(([name, tell]) => ({ name, tell, isWalk: true })),
])('$name', ({ name, tell, isWalk }) => {
  if (hasFailed && process.env.FIRST_FAILURE) return;
  hasFailed = true;
  const golden = new Golden(name.replace(/\W+/g, '-'));
  const editors = ['mira@example.com', 'ben@example.com'];
  const onTold = (told: readonly string[]) => golden.soFar(told);
  const story = isWalk ? new Story({ editors, hasFigures: true }, onTold, 0) : new Story({ editors }, onTold);
  tell(story);
  golden.end(story.told);
  hasFailed = false;
});
