/** The texts of parts of pages. */

/** Short, human, never scolding; each problem says what to do next. */
export const partWords = {
  saving: 'Saving…',
  notSaved: 'Not saved yet',
  toDecide: (n: number) => `${n} to decide`,
  ofMinutes: (n: number) => `of ${n} min`,
  heldOn: (day: string) => `held ${day}`,
  backTo: (name: string) => `Back to ${name}`,
  showMore: (n: number) => `Show ${n} more`,
  setupProblems: (n: number) => (n === 1 ? 'One line of Setup to mend' : `${n} lines of Setup to mend`),
};
