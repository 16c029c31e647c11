import type { PersonView } from '../../contract/state';
import { words } from '../words';
import { waiting } from './notices';
import { openTab } from './open-tab';

/** People as cards: a click opens the person's tab. */
export function PersonList({ people, here }: { people: readonly PersonView[]; here?: string | undefined }) {
  return (
    <ul class="rows" aria-label={words.people}>
      {people.map((person) => (
        <li class="row" key={person.repId || person.name}>
          {person.sheetId === null ? (
            <div class="row-plain">
              <b dir="auto">{person.name}</b>
              <span class="meta">{person.owed ? words.noTabYet : words.tabDeleted}</span>
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
              <span class="meta">{person.repId === here ? words.here : ''}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
