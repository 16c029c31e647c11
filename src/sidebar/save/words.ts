/** The texts of saving. */

/** Short, human, never scolding; each problem says what to do next. */
export const saveWords = {
  allSaved: 'All saved',
  takenUp: 'What was typed here last time and not saved yet is saved now.',
  rowEmptied: 'Row emptied.',
  typedInto: (label: string) => `Typed into “${label}”.`,
  takenBack: 'Taken back',
  takenBackOf: (text: string) => `Taken back: ${text}`,
  notTakenBack: (text: string) => `Changed since, so it stays: ${text}`,
  undoSaid: (text: string) => `${text} Undo: Ctrl+Z`,
  parked: (section: string) => `Parked under ${section}`,
  keptTheirs: 'The sheet’s text stays',
  keptYours: 'Yours is kept',
};
