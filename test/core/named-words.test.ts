/** Words that several people's texts have in common. */
import { namedWords, peopleNeeded } from '../../src/core/named-words';

const found = (texts: string[], names: string[] = []) => namedWords(texts, names, 3).map(({ word }) => word);

test.each([
  ['plural and case are one word', ['Discounts again', 'a DISCOUNT', 'discount!'], ['discount']],
  ['German forms', ['Rabatte', 'mit Rabatten', 'Rabatte sofort'], ['rabatte']],
  ['never what one wrote, however often', ['visits visits', 'lunch', 'calls'], []],
  ['two of five are too few', ['pricing', 'pricing', 'a', 'b', 'c'], []],
  ['short words and those of every text', ['what they said about', 'what they said about', 'what they said about'], []],
  ['in other languages, too', ['depuis toujours la remise', 'remise encore', 'pendant la remise'], ['remise']],
  ['the one that most named first', ['terms budget', 'budget terms', 'budget', 'x'], ['budget', 'terms']],
  ['a word inside of another is another', ['order book', 'disorder', 'borders'], []],
])('%s', (_, texts, words) => {
  expect(found(texts)).toEqual(words);
});

test('a name of the team is no subject, and no more are told than asked for', () => {
  expect(found(['with Mira', 'Mira too', 'mira'], ['Mira Oakes'])).toEqual([]);
  const all = 'alpha bravo delta gamma';
  expect(found([all, all, all])).toHaveLength(3);
});

test('half of a small team, three of a large one, never one', () => {
  expect([1, 2, 3, 4, 5, 6, 30].map(peopleNeeded)).toEqual([2, 2, 2, 2, 3, 3, 3]);
});
