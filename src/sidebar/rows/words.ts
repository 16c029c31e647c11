/** The texts of rows and cards. */
import { type MonthKey, monthName } from '../../core/shared/month';
import { capital } from '../wording';

/** Short, human, never scolding; each problem says what to do next. */
export const rowWords = {
  notSavedTag: 'not saved yet',
  toDecideTag: 'to decide',
  moreFields: 'More fields',
  noName: 'No name yet',
  editing: (title: string) => `Editing: ${title}`,
  emptyThisRow: 'Empty row',
  why: 'Why:',
  do: 'Do:',
  stepWasDue: (day: string) => `Next step was due ${day}`,
  noDate: 'no date yet',
  whichStays: 'Which one stays?',
  yours: 'Yours',
  theirs: (cell: string) => (cell ? `In the sheet, cell ${cell}` : 'In the sheet'),
  both: 'Both',
  keepThis: 'Keep this one',
  decideLater: 'Decide later',
  copyText: 'Copy it',
  addAsNew: 'Add as a new row',
  letGo: 'Let it go',
  trendPicture: (shares: (string | null)[]) =>
    `The last months, of goal: ${shares.map((share) => share ?? 'no figure').join(', ')}`,
  fromMonth: (month: MonthKey) => `from ${monthName(month)}, still open`,
  commitmentState: (word: string) => capital(word || 'open'),
};
