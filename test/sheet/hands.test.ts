/**
 * Each hand edit of the list, then repaired, then the next month: in soak by a person with the add-on looking in between, by one
 * without, and by one whom the sheet helps; in `npm test` in turn with and without (both where the outcome depends on it), and
 * with help for some.
 */
import { readBlock, readTabIndex } from '../../src/sheet/month/read';
import { talk, team } from '../golden/quarter';
import { GoldenCases, shortDigest } from '../support/golden';
import type { HandBook } from '../support/hands/book';
import { BOOK_EDITS, type BookEdit } from '../support/hands/book-edits';
import { EDITS, type HandEdit } from '../support/hands/edits';
import { livedTab } from '../support/hands/life';
import { nextMonthProblems, problemsOf, wordsOf } from '../support/hands/oracle';
import { reset } from '../support/plain-google/clock';
import { Story } from '../support/plain-google/story';
import type { PlainTab } from '../support/plain-google/tab';
import { CONTEXT } from '../support/rich-tab';
import { SOAK, sample } from '../support/soak';

/** What is found, and each cell as a repair and the next month leave it: compared, so that nothing changes unseen. */
const golden = new GoldenCases('hands', !SOAK);
afterAll(() => golden.end());

const cellsNow = (book: HandBook) => shortDigest(book.grid.cells());

/** All that is read of the tab's months. */
function readNow(book: HandBook): string {
  const { tab, blocks } = readTabIndex(book.sheet());
  return shortDigest(blocks.map((place) => readBlock(tab, place, CONTEXT.zone)));
}

/** How often the sheet has helped with an edit. */
let helped = 0;

function tryOut(one: HandEdit, look: boolean, helps = false): string[] {
  const edit = look ? one : { ...one, gone: [...(one.gone ?? []), ...(one.unsure ?? [])] };
  const { book, known } = livedTab();
  // The same ids each time, whatever was tried before.
  reset();
  if (look) book.look();
  let seen = book.seen();
  const help = () => {
    if (helps && book.help(seen)) helped++;
    seen = book.seen();
  };
  edit.act(book, book.grid, look ? () => book.look() : help);
  const before = wordsOf(book);
  help();
  if (look) book.look();
  const damaged = cellsNow(book);
  const read = readNow(book);
  const { findings } = book.repair();
  const repaired = cellsNow(book);
  const problems = problemsOf(book, known, edit, before);
  const left = book.check();
  problems.push(
    ...left.findings.filter(({ repair }) => repair !== '').map((finding) => `left: ${finding.cell} ${finding.words}`),
  );
  book.start();
  problems.push(...nextMonthProblems(book, known, edit));
  golden.is(`${edit.name}${look ? ', with a look' : helps ? ', with help' : ''}`, [
    `cells ${damaged}, read as ${read}, repaired ${repaired}, next month ${cellsNow(book)}`,
    ...findings.map(({ cell, words, repair }) => `${cell}: ${words} ${repair}`.replace(/\n/g, '⏎')),
    ...left.findings.map(({ cell, words }) => `left ${cell}: ${words}`.replace(/\n/g, '⏎')),
  ]);
  return problems.length > 0 ? [...problems, ...findings.map((f) => `found: ${f.cell} ${f.words}`)] : [];
}

/** Those that are tried with a look, or without: outside of soak every other one, and those of which nothing else tells rows. */
function inTurn<T extends HandEdit | BookEdit>(edits: readonly T[], look: boolean): T[] {
  return edits.filter((edit, n) => SOAK || (n % 2 === 0) === look || ('unsure' in edit && edit.unsure !== undefined));
}

describe.each([
  ['with the add-on looking in between', true],
  ['without', false],
])('a hand edit %s, repaired', (_, look) => {
  test.each(inTurn(EDITS, look))('$name', (edit) => {
    expect(tryOut(edit, look)).toEqual([]);
  });

  test.each(inTurn(BOOK_EDITS, look))('$name', (edit) => {
    expect(tryTabs(edit, look)).toEqual([]);
  });
});

/** The same with onEdit, which runs after a person's edit and before anything else. */
describe('a hand edit that the sheet has helped with, repaired', () => {
  test.each(sample(EDITS, 24, 'hand edits with help'))('$name', (edit) => {
    expect(tryOut(edit, false, true)).toEqual([]);
  });
  // It has had something to help with.
  afterAll(() => expect(helped).toBeGreaterThan(5));
});

/** Visible texts of a tab, its newest month's first cells among them. */
function seenOn(tab: PlainTab): { all: Set<string>; newest: string[] } {
  const rows = tab.cells.rows.map((line) => line.slice(0, 8).map((cell) => String(cell?.value ?? '')));
  const names = rows.map(([first]) => first ?? '');
  const bands = names.flatMap((text, n) =>
    /^[A-Z][a-z]+ \d{4} · \d+$|^[A-Z][a-z]+ \d{4} · #\d+$/.test(text) ? [n] : [],
  );
  return {
    all: new Set(rows.flat().filter((text) => text.includes('said so'))),
    newest: names.slice(bands[0], bands[1]),
  };
}

/** What has gone wrong with somebody’s month after tabs were deleted, renamed or brought back; [] when nothing has. */
function tryTabs(edit: BookEdit, look: boolean): string[] {
  const story = new Story({ editors: ['mira@example.com', 'ben@example.com'] });
  const pins = team(story);
  talk(story, pins);
  const { sheetId, repId } = pins.mira;
  const tab = story.book.tab('Mira Oakes');
  const before = seenOn(tab).all;
  const open = () => story.refused('loadScreen', { sheetId, month: 202611 });
  if (look) open();
  edit.act(story, look ? open : () => undefined);
  if (look) open();
  edit.mend?.(story, pins.mira);
  const screen = story.call('loadScreen', { sheetId, month: 202611 });
  const problems = screen.kind === 'meeting' && screen.rep.repId === repId ? [] : [`the sidebar shows ${screen.kind}`];
  story.start(sheetId, 202612);
  const { all, newest } = seenOn(tab);
  for (const text of before) if (!all.has(text)) problems.push(`lost: ${text}`);
  // Open deals, promises and development come along, once each.
  for (const name of ['deal a', 'deal b', 'deal e', 'deal c', 'promise', 'growth', 'plan']) {
    const times = newest.filter((text) => text.startsWith(`${name} said so`)).length;
    if (times !== (name === 'deal c' ? 0 : 1)) problems.push(`${name} comes along ${times} times`);
  }
  return problems;
}
