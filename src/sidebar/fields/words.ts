/** The texts of fields. */

/** Short, human, never scolding; each problem says what to do next. */
export const fieldWords = {
  formulaHere: (cell: string) => `A formula or a picture stands in ${cell || 'this cell'}; it stays.`,
  formulaKept: (cell: string, text: string) =>
    `A formula or a picture stands in ${cell || 'this cell'}; it stays. You typed “${text}”.`,
  refusedPlain: 'This text was not taken. Change it a little and it saves itself.',
  unreadableAmount: 'Not a plain number: it stays as typed and is left out of totals.',
  unreadableDate: 'Not a plain day: it stays as typed.',
  periodKept: 'No single day: the words stay as typed.',
  readAs: (value: string) => `Read as ${value}.`,
  ratherAs: (value: string) => `Make it ${value}`,
  pickStepDay: 'Pick a day for it',
  meantDay: (day: string) => `${day} is meant.`,
  pickDay: (label: string) => `Pick a day: ${label}`,
  howMoved: 'How has it moved?',
};
