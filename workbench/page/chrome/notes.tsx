/** Toasts at the bottom right, and what went wrong, in words. */
import { dropToast, dropTrouble, toasts, troubles } from '../state';
import { CloseButton } from './dialogs';

export function Notes() {
  return (
    <>
      <div class="troubles" role="alert">
        {troubles.value.map((note) => (
          <div key={note.id} class="trouble">
            <div>
              <strong>{note.title}</strong>
              <p>{note.message}</p>
            </div>
            <CloseButton label="Dismiss" onClick={() => dropTrouble(note.id)} />
          </div>
        ))}
      </div>
      <div class="toasts" role="status">
        {toasts.value.map((note) => (
          <div key={note.id} class="toast">
            <div>
              {note.title && <strong>{note.title}</strong>}
              <p>{note.message}</p>
            </div>
            <CloseButton label="Dismiss" onClick={() => dropToast(note.id)} />
          </div>
        ))}
      </div>
    </>
  );
}
