/** The texts of the feedback card. */

/** Short, human, never scolding; without the names of frames. */
export const feedbackWords = {
  title: 'Feedback',
  offer: 'Give feedback',
  mayI: 'May I tell you something I noticed?',
  mayIMore: 'If now is not the moment, agree on another: nothing is noted.',
  goOn: 'Yes, go on',
  kind: 'Kind, and to the point',
  steps: {
    situation: () => 'When and where was it?',
    saw: () => 'What did you see or hear? Only that, no verdict.',
    theirs: (name: string) => `How does ${name} see it?`,
    impact: () => 'What came of it, for whom?',
  } as Record<string, (name: string) => string>,
  alike: 'Do you see it alike?',
  yes: 'Yes',
  no: 'No',
  listen: 'Then leave your own view for a moment, and ask:',
  questions: [
    'What did it look like from where you stood?',
    'What matters to you there?',
    'What makes it hard to do otherwise?',
  ],
  toTry: 'What could be tried next time?',
  end: 'How does it end?',
  ends: {
    nothing: 'Nothing is written',
    commitment: 'A commitment',
    plan: 'A plan',
  } as Record<string, string>,
  nothingMore: 'What you typed here is forgotten.',
  promise: 'What is promised',
  due: 'By when',
  plan: (name: string) => `The plan, as ${name} words it`,
  wordFirst: 'Write the words for it first.',
  done: 'Done',
  committed: 'Written down under the commitments.',
};
