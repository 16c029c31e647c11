/** The texts of the notes that a manager keeps for oneself. */
import { type IsoDate, shortDate } from '../../core/shared/dates';
import { many } from '../wording';

/** Short, human, never scolding; each problem says what to do next. */
export const noteWords = {
  page: 'Notes',
  title: 'Only for me',
  menu: 'Notes only for me',
  about: (name: string) => `Your note about ${name}`,
  loading: 'Fetching your notes…',
  deleting: 'Deleting your notes…',
  hint: 'Never in the sheet, and closed while a meeting runs.',
  whereTitle: 'Where this lies, and who can see it',
  where: [
    'Google keeps it for your account alone, beside this script: not in the sheet, and not in a copy of it.',
    'It goes with the script: keep a copy of what matters.',
    'Where the script lies in this file, whoever may edit the file could change it to read this: what nobody must ever read does not belong here.',
    'Warnings belong with HR.',
  ],
  understood: 'All right, write',
  saving: 'Saving…',
  saved: 'Saved for you alone',
  savedOn: (day: IsoDate) => `Saved for you alone, ${shortDate(day)}`,
  nothing: 'Nothing written yet',
  left: (letters: number) => `Room for about ${many(letters, 'more letter', 'more letters')}.`,
  tooLong: (letters: number) =>
    `About ${many(letters, 'letter', 'letters')} too long to be kept. The text stays in this browser until it is shorter.`,
  full: 'Your store is full: the text stays in this browser. Copy and delete notes that you no longer need, then write on.',
  nearlyFull: (percent: number) => `Your store is ${percent}% full.`,
  conflict: 'You have written something else in another window:',
  keepMine: 'Keep this text',
  takeOther: 'Take the other one',
  unsent: 'Not kept yet. The text stays in this browser and is sent again.',
  others: (n: number) => many(n, 'note in all', 'notes in all'),
  copyAll: 'Copy all',
  deleteAll: 'Delete all',
  sure: (n: number) => `Delete ${n === 1 ? 'your note' : `all ${n} notes`} for good?`,
  deleteThem: 'Delete for good',
  keepThem: 'Keep',
  deleted: 'Deleted',
};
