/** When a further question fits: what the record of the meeting shows. The words are those of Setup’s list. */
export const QUESTION_MOMENTS = [
  'always',
  'stuck',
  'pushed again',
  'nothing moved',
  'won',
  'off goal twice',
  'on target',
  'first 1:1',
] as const;

export type QuestionMoment = (typeof QUESTION_MOMENTS)[number];

/** A further question that the sidebar offers in a section. */
export interface Question {
  /** Id of the section; '' for every one. */
  section: string;
  when: QuestionMoment;
  text: string;
  /** Written into Setup by the team itself: it goes before ours. */
  own?: true;
}

/** What “More to ask” offers at the most. */
const MOST = 3;

/**
 * The questions for a section, three at most: those that fit what the record shows come before those for always, one for
 * each thing that it shows before a second one, the team’s own before ours. Ours for always take turns from month to month.
 * @param shown what the record of this meeting shows
 * @param turn the number of the meeting
 */
export function questionsThatFit(
  all: readonly Question[],
  section: string,
  shown: ReadonlySet<QuestionMoment>,
  turn: number,
): string[] {
  const here = all.filter((one) => one.section === section || one.section === '');
  const at = (when: QuestionMoment, own: boolean) =>
    here.filter((one) => one.when === when && (one.own ?? false) === own);
  const fitting = QUESTION_MOMENTS.filter((when) => when !== 'always' && shown.has(when)).map((when) => [
    ...at(when, true),
    ...at(when, false),
  ]);
  const inTurn = at('always', false);
  const first = inTurn.length === 0 ? 0 : (turn - 1) % inTurn.length;
  const wanted = [...oneOfEach(fitting), ...at('always', true), ...inTurn.slice(first), ...inTurn.slice(0, first)].map(
    ({ text }) => text,
  );
  return [...new Set(wanted)].slice(0, MOST);
}

/** The first of each list, then the second of each, and so on. */
function oneOfEach<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list.slice(n, n + 1))).flat();
}

const of = (section: string, when: QuestionMoment, ...texts: string[]): Question[] =>
  texts.map((text) => ({ section, when, text }));

/**
 * What a fresh Setup begins with. Acknowledge, clarify and confirm what was said; celebrate what went well; challenge what
 * is taken for granted (the coaching source’s listening prompts, in our own words).
 */
export const STANDARD_QUESTIONS: readonly Question[] = [
  ...of(
    'new',
    'always',
    'Who decides there, and what makes it urgent for them?',
    'Which of these would you tell as a story?',
    'What do you plan to start that has no name yet?',
  ),
  ...of('new', 'first 1:1', 'How have you found your best customers so far?'),
  ...of(
    'existing',
    'always',
    'What exactly happens next, and on which day?',
    'What would have to be true for this one to close?',
    'Which one may we let go without regret?',
  ),
  ...of('existing', 'stuck', 'What have they said, and what do you think is behind it?'),
  ...of('existing', 'pushed again', 'What did we believe last month that came out differently?'),
  ...of('existing', 'nothing moved', 'If it came up today for the first time, would we take it on?'),
  ...of('existing', 'won', 'What did you do that made them say yes?'),
  ...of(
    'working',
    'always',
    'Could a colleague repeat it? What would they need?',
    'Is something outside helping, and will it last?',
    'Shall we do more of it?',
  ),
  ...of('working', 'won', 'What was your part in winning it?'),
  ...of('working', 'on target', 'What are you proud of this month?'),
  ...of(
    'notWorking',
    'always',
    'Is it the method, the market, the plan, or me as your manager?',
    'Correct it, change it, or stop it?',
    'What have you tried already?',
  ),
  ...of('notWorking', 'stuck', 'What is the hardest part of it for you?'),
  ...of('notWorking', 'off goal twice', 'Let me say back what I heard: is that how it is?'),
  ...of(
    'kpis',
    'always',
    'Is there a plan, are we following it, is it working?',
    'Is it the amount of work, or the way it is done?',
    'Does the pipeline carry the quarter?',
  ),
  ...of('kpis', 'off goal twice', 'What do we take for granted here that may not be so?'),
  ...of('kpis', 'on target', 'What made it so, and who else could use it?'),
  ...of(
    'other',
    'always',
    'What would you like to learn next?',
    'What should I know that I did not ask?',
    'How are you?',
  ),
  ...of('other', 'first 1:1', 'What should I know about how you like to work?'),
];
