/** Each hand edit of the list, by a person with and without the add-on looking in between, then repaired, then the next month. */
import { EDITS, type HandEdit } from '../support/hands/edits';
import { livedTab } from '../support/hands/life';
import { nextMonthProblems, problemsOf, wordsOf } from '../support/hands/oracle';

function tryOut(one: HandEdit, look: boolean): string[] {
  const edit = look ? one : { ...one, gone: [...(one.gone ?? []), ...(one.unsure ?? [])] };
  const { book, known } = livedTab();
  if (look) book.look();
  edit.act(book, book.grid, look ? () => book.look() : () => undefined);
  const before = wordsOf(book);
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
