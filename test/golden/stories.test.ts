/**
 * What the add-on's acts write, cell for cell, looks and all: whole stories on a book in memory, compared with golden texts.
 * After each act every word that somebody has typed has to stand where people see it.
 */

import { expectGolden } from '../support/golden';
import { Story } from '../support/plain-google/story';
import { QUARTER } from './quarter';
import { TABS } from './tabs';

test.each([...Object.entries({ ...QUARTER, ...TABS })])('%s', (name, tell) => {
  const story = new Story({ editors: ['mira@example.com', 'ben@example.com'] });
  tell(story);
  expectGolden(name.replace(/\W+/g, '-'), story.told);
});
