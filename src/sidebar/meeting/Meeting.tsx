/** The page of a section in the talk. */
import type { SectionView } from '../../contract/state';
import { meeting, view } from '../page/view';
import { Button } from '../parts/Button';
import { MeetingDock, type Primary } from '../parts/Dock';
import { MeetingHeader } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { SaveStatus } from '../parts/SaveStatus';
import { beginRow, topicsSection } from '../save/rows';
import { words } from '../words';
import { goTo, goToNeighbour } from './clock-acts';
import { finishOrAsk } from './finish';
import { leftOf } from './left';
import { SectionBody } from './SectionBody';
import { SectionHead } from './SectionHead';
import { SectionQuestion } from './SectionQuestion';
import { clock, now, parking } from './state';
import { meetingWords } from './words';

/** One section of the talk: its clock, its question, its rows. */
export function Meeting({ section }: { section: SectionView }) {
  const sections = meeting.value?.block.sections ?? [];
  const position = sections.indexOf(section);
  const previous = sections[position - 1];
  return (
    <>
      <MeetingHeader />
      <main class="page">
        <SectionHead section={section} position={position} />
        <div class="body" key={section.id}>
          <SectionQuestion key={section.id} section={section} />
          <SectionBody section={section} />
          <OverTimeHint section={section} />
        </div>
      </main>
      <MeetingDock
        cap={<MeetingCap section={section} />}
        back={{ text: previous?.name ?? words.before, run: () => goToNeighbour(-1) }}
        status={<SaveStatus />}
        primary={meetingPrimary(section, sections[position + 1])}
      />
    </>
  );
}

function meetingPrimary(section: SectionView, next: SectionView | undefined): Primary {
  const finished = meeting.value?.block.state === 'finished';
  if (next && section.kind !== 'conclusion')
    return { text: meetingWords.next(meetingWords.shortName(next.name)), icon: 'right', run: () => goTo(next.id) };
  if (finished)
    return {
      text: meetingWords.toSummary,
      icon: 'right',
      run: () => (view.value = { at: 'finished', result: null, clock: null }),
    };
  return { text: meetingWords.finish, icon: 'check', run: finishOrAsk };
}

/** What can be added here, and the way out of a rabbit trail. */
function MeetingCap({ section }: { section: SectionView }) {
  const add = words.addRow(section);
  const topics = topicsSection();
  const park = topics && topics.id !== section.id && section.kind !== 'conclusion';
  if (add === '' && !park) return null;
  return (
    <div class="cap">
      {add !== '' ? (
        <Button small quiet run={() => beginRow(section.id)}>
          <Icon name="plus" />
          {add}
        </Button>
      ) : (
        <span />
      )}
      {park && (
        <button
          type="button"
          class="button quiet small park"
          title={meetingWords.parkTitle(topics.name)}
          onClick={() => {
            parking.value = !parking.value;
          }}
        >
          <Icon name="flag" />
          {meetingWords.parkThought}
        </button>
      )}
    </div>
  );
}

function OverTimeHint({ section }: { section: SectionView }) {
  const c = clock.value;
  if (!c || section.minutes === null || c.section !== section.id || !topicsSection()) return null;
  return leftOf(section, c, now.value) < 0 ? <p class="hint">{meetingWords.stillDeep}</p> : null;
}
