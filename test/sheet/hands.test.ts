/** Each hand edit of the list, by a person with and without the add-on looking in between, then repaired, then the next month. */
import { EDITS, type HandEdit } from '../support/hands/edits';
import { livedTab } from '../support/hands/life';
import { nextMonthProblems, problemsOf, wordsOf } from '../support/hands/oracle';
import { sample } from '../support/soak';

/** How often the sheet has helped with an edit. */
let helped = 0;

function tryOut(one: HandEdit, look: boolean, helps = false): string[] {
  const edit = look ? one : { ...one, gone: [...(one.gone ?? []), ...(one.unsure ?? [])] };
  const { book, known } = livedTab();
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
  const { findings } = book.repair();
  const problems = problemsOf(book, known, edit, before);
  const left = book.check();
  problems.push(
    ...left.findings.filter(({ repair }) => repair !== '').map((finding) => `left: ${finding.cell} ${finding.words}`),
  );
  book.start();
  problems.push(...nextMonthProblems(book, known, edit));
  return problems.length > 0 ? [...problems, ...findings.map((f) => `found: ${f.cell} ${f.words}`)] : [];
}

describe.each([
  ['with the add-on looking in between', true],
  ['without', false],
])('a hand edit %s, repaired', (_, look) => {
  test.each(EDITS)('$name', (edit) => {
    expect(tryOut(edit, look)).toEqual([]);
  });
});

/** The same with onEdit, which runs after a person's edit and before anything else. */
describe('a hand edit that the sheet has helped with, repaired', () => {
  test.each(sample(EDITS, 40, 'hand edits with help'))('$name', (edit) => {
    expect(tryOut(edit, false, true)).toEqual([]);
  });
  test('it has had something to help with', () => expect(helped).toBeGreaterThan(5));
});
