/** The one quiet line that offers a closer look. */
import type { MeetingScreen } from '../../contract/state';
import { Icon } from '../parts/Icon';
import { sectionOfKey } from '../save/merge';
import { openCoaching } from './acts';
import { reasonsToDig } from './reasons';
import { coachingWords } from './words';

/**
 * Offers what is most worth a closer look: on the page of its section, so that a meeting has one such line, and in
 * preparing. All other reasons stand in the list of the menu.
 * @param section id of the section on the page; null in preparing
 */
export function OfferLine({ m, section }: { m: MeetingScreen; section: string | null }) {
  const [first] = reasonsToDig(m);
  if (!first || (section !== null && placeOfReason(m, first.key) !== section)) return null;
  return (
    <button type="button" class="more offer" data-dig onClick={() => openCoaching('dig', first.key)}>
      <Icon name="right" />
      <span dir="auto">{coachingWords.digInto(first.title)}</span>
    </button>
  );
}

/** The section that a reason is looked at in: what was prepared stands with the topics. */
function placeOfReason(m: MeetingScreen, key: string): string {
  const topics = m.block.sections.find(({ kind }) => kind === 'topics');
  return sectionOfKey(key) === 'text' ? (topics?.id ?? '') : sectionOfKey(key);
}
