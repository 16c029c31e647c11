/** People and their tabs. */
import type { PersonView } from '../../contract/state';
import { PersonCard } from './PersonCard';
import { pageWords } from './words';

/** People as cards: a click opens the person's tab. */
export function PersonList({ people, here }: { people: readonly PersonView[]; here?: string | undefined }) {
  return (
    <ul class="rows" aria-label={pageWords.people}>
      {people.map((person) => {
        const isHere = person.repId === here;
        const state = person.owed ? pageWords.noTabYet : pageWords.tabDeleted;
        return (
          <PersonCard key={person.repId || person.name} sheetId={person.sheetId} isHere={isHere} short>
            <b class="title" dir="auto">
              {person.name}
            </b>
            <span class="meta">{person.sheetId === null ? state : isHere ? pageWords.here : ''}</span>
          </PersonCard>
        );
      })}
    </ul>
  );
}
