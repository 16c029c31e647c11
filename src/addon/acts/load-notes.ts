/** The notes that somebody keeps for oneself. */
import * as v from 'valibot';
import { act } from '../act';
import { readNotes } from '../private-notes';

export const loadNotes = act('loadNotes', {
  doing: 'fetching your notes',
  request: v.object({}),
  run: readNotes,
});
