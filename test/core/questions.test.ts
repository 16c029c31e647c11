import { STANDARD_AGENDA } from '../../src/core/shared/agenda';
import {
  QUESTION_MOMENTS,
  type Question,
  type QuestionMoment,
  questionsThatFit,
  STANDARD_QUESTIONS,
} from '../../src/core/shared/questions';

const ask = (when: QuestionMoment, text: string, more: Partial<Question> = {}): Question => ({
  section: 'existing',
  when,
  text,
  ...more,
});
const shows = (...moments: QuestionMoment[]) => new Set<QuestionMoment>(['always', ...moments]);
const OURS = [ask('always', 'a1'), ask('always', 'a2'), ask('always', 'a3'), ask('stuck', 's1'), ask('won', 'w1')];

test('what fits comes before what is always asked, three at most, and nothing of what does not fit', () => {
  expect(questionsThatFit(OURS, 'existing', shows('stuck'), 1)).toEqual(['s1', 'a1', 'a2']);
  expect(questionsThatFit(OURS, 'existing', shows(), 1)).toEqual(['a1', 'a2', 'a3']);
  expect(questionsThatFit(OURS, 'working', shows('stuck'), 1)).toEqual([]);
});

test('one for each thing that the month shows, before a second one for any of them', () => {
  const many = [...OURS, ask('stuck', 's2'), ask('stuck', 's3'), ask('on target', 't1')];
  expect(questionsThatFit(many, 'existing', shows('stuck', 'won', 'on target'), 1)).toEqual(['s1', 'w1', 't1']);
  expect(questionsThatFit(many, 'existing', shows('stuck', 'won'), 1)).toEqual(['s1', 'w1', 's2']);
});

test('a line of the team’s own is asked, however many of ours there are', () => {
  const own = ask('always', 'ours to ask', { own: true, section: '' });
  expect(questionsThatFit([...OURS, own], 'existing', shows('stuck'), 1)).toEqual(['s1', 'ours to ask', 'a1']);
  expect(questionsThatFit([own], 'own1', shows(), 1)).toEqual(['ours to ask']);
});

test('those for always take turns from month to month', () => {
  const firsts = [1, 2, 3, 4].map((turn) => questionsThatFit(OURS, 'existing', shows(), turn)[0]);
  expect(firsts).toEqual(['a1', 'a2', 'a3', 'a1']);
});

test('our own questions are for sections that there are, and each moment has some', () => {
  const sections = new Set(STANDARD_AGENDA.map(({ id }) => id));
  expect(STANDARD_QUESTIONS.filter(({ section }) => !sections.has(section))).toEqual([]);
  expect(new Set(STANDARD_QUESTIONS.map(({ when }) => when))).toEqual(new Set(QUESTION_MOMENTS));
  const texts = STANDARD_QUESTIONS.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
});

test.each([
  ['a deal told as a story', 'new', /tell as a story/],
  ['the next step in detail', 'existing', /exactly happens next/],
  ['done more often, repeated elsewhere', 'working', /colleague repeat it/],
  ['an outside trend', 'working', /something outside/],
  ['the manager’s own coaching', 'notWorking', /me as your manager/],
  ['corrected, changed or stopped', 'notWorking', /Correct it, change it, or stop it/],
  ['process before people', 'kpis', /amount of work, or the way/],
  ['acknowledged: what was hard', 'notWorking', /hardest part/],
  ['clarified: what was really said', 'existing', /What have they said/],
  ['confirmed: said back', 'notWorking', /say back what I heard/],
  ['celebrated', 'existing', /made them say yes/],
  ['challenged: beliefs', 'kpis', /take for granted/],
])('our own questions ask what the method wants asked: %s', (_, section, asks) => {
  expect(STANDARD_QUESTIONS.filter((one) => one.section === section && asks.test(one.text))).toHaveLength(1);
});
