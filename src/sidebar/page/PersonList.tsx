/** People and their tabs. */
import type { PersonView } from '../../contract/state';
import { waiting } from './notices';
import { openTab } from './open-tab';
import { pageWords } from './words';

/** People as cards: a click opens the person's tab. */
export function PersonList({ people, here }: { people: readonly PersonView[]; here?: string | undefined }) {
  return (
    <ul class="rows" aria-label={pageWords.people}>
      {people.map((person) => (
        <li class="row" key={person.repId || person.name}>
          {person.sheetId === null ? (
            <div class="row-plain">
              <b dir="auto">{person.name}</b>
              <span class="meta">{person.owed ? pageWords.noTabYet : pageWords.tabDeleted}</span>
            </div>
          ) : (
            <button
              type="button"
              class="row-button person"
              data-card
              aria-current={person.repId === here ? 'true' : undefined}
              onClick={() => waiting.peek() === '' && void openTab(person.sheetId ?? 0)}
            >
              <b class="title" dir="auto">
                {person.name}
              </b>
              <span class="meta">{person.repId === here ? pageWords.here : ''}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
