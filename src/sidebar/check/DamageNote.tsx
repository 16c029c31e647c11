/** Damage of a tab, wherever it is told. */
import { Note } from '../parts/Note';
import { words } from '../words';
import { checkTab } from './check-tab';

/** What is damaged on the tab, and the way to its repair. */
export function DamageNote({ message }: { message: string }) {
  return (
    <Note icon="warn" tone="warn">
      {message}{' '}
      <button type="button" class="link" onClick={() => void checkTab()}>
        {words.menu.check}
      </button>
    </Note>
  );
}
