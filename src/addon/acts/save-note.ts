/** Keeps a note for oneself. */
import * as v from 'valibot';
import { bytesOf, NOTE_MOST_BYTES } from '../../core/shared/private-notes';
import { act } from '../act';
import { keepNote } from '../private-notes';
import { todayOf } from '../screen';
import { repId } from '../shapes';
import { openTracker } from '../tracker';

const note = v.pipe(
  v.string(),
  v.check((text) => bytesOf(text) <= NOTE_MOST_BYTES),
);

export const saveNote = act('saveNote', {
  doing: 'keeping your note',
  request: v.object({ repId, name: v.pipe(v.string(), v.maxLength(100)), was: v.string(), text: note }),
  run: (request) => keepNote(request, todayOf(openTracker())),
});
