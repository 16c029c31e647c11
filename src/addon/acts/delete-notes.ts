/** Deletes all notes that somebody keeps for oneself. */
import * as v from 'valibot';
import { act } from '../act';
import { deleteNotes as deleteAll } from '../private-notes';

export const deleteNotes = act('deleteNotes', {
  doing: 'deleting your notes',
  request: v.object({}),
  run: deleteAll,
});
