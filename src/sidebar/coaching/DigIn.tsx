/** A closer look at something: what is behind it, what we try, when to look again. */
import type { MeetingScreen } from '../../contract/state';
import { isIsoDate } from '../../core/shared/dates';
import { showDate } from '../fields/read-date';
import { announce } from '../page/notices';
import { meeting } from '../page/view';
import type { Primary } from '../parts/Dock';
import { proposedDay, proposedMeeting, writeDown } from './acts';
import { CardDay, CardFrame, CardText, CardTick, cardDay } from './CardParts';
import { Deeper, tapped } from './Deeper';
import { type Draft, draftOf, forgetCard } from './drafts';
import { type Subject, subjectOf } from './subject';
import { TooBig } from './TooBig';
import { coachingWords } from './words';

/** The card opens with three fields; all else is on demand, and nothing of it has to be filled in. */
export function DigIn({ about }: { about: string }) {
  const m = meeting.value;
  const card = `dig ${about}`;
  const draft = draftOf(card).value;
  if (!m) return null;
  const subject = subjectOf(m, about, draft.subject ?? '');
  const isRep = m.me.role === 'rep';
  const { isGood } = subject;
  return (
    <CardFrame
      sub={coachingWords.sub(isGood)}
      title={subject.title || coachingWords.another}
      primary={primaryOf(m, card, draft, subject)}
    >
      {subject.facts !== '' && (
        <p class="hint facts-line" dir="auto">
          {subject.facts}
        </p>
      )}
      {about === '' && <CardText card={card} name="subject" label={coachingWords.anotherLabel} rows={1} />}
      <CardText
        card={card}
        name="behind"
        label={coachingWords.behind(isGood)}
        hint={isRep ? coachingWords.yourView : coachingWords.firstThey(m.rep.shortName)}
      />
      <CardText
        card={card}
        name="weTry"
        label={coachingWords.weTry(isGood)}
        hint={isRep ? '' : coachingWords.theirWords(m.rep.shortName)}
      />
      {draft.big === 'yes' ? null : (
        <CardDay card={card} name="day" label={coachingWords.lookAgain} proposed={proposedDay(m)} />
      )}
      <Deeper card={card} m={m} />
      <TooBig card={card} m={m} title={subject.title} />
      <div class="written">
        {behindOf(draft, m.method).length > 0 && (
          <CardTick card={card} name="alsoBehind">
            {coachingWords.alsoBehind}
          </CardTick>
        )}
        {(draft.kind ?? '') !== '' && (
          <CardTick card={card} name="alsoKind">
            {coachingWords.alsoKind}
          </CardTick>
        )}
        <p class="hint">{coachingWords.privacy}</p>
      </div>
    </CardFrame>
  );
}

/** Writes the card down as one row; what was typed and not ticked goes with it. */
function primaryOf(m: MeetingScreen, card: string, draft: Draft, subject: Subject): Primary {
  const isBig = draft.big === 'yes';
  const day = isBig
    ? cardDay(draft, 'bookDay', proposedMeeting(m), m.today)
    : cardDay(draft, 'day', proposedDay(m), m.today);
  const weTry = (draft.weTry ?? '').trim() || (isBig ? coachingWords.bookPlan : '');
  const run = () => {
    if (weTry === '' || subject.title === '') {
      announce(coachingWords.tryFirst);
      document.getElementById(subject.title === '' ? 'card-subject' : 'card-weTry')?.focus();
      return;
    }
    const said = showDate(day, m.today);
    const shown = isIsoDate(day) ? said : '';
    forgetCard(card);
    writeDown(
      { who: subject.title, when: day, why: [weTry, ...also(draft, m.method)].join('\n') },
      subject.coaching,
      isBig ? coachingWords.booked(said) : coachingWords.written(shown),
    );
  };
  return { text: isBig ? coachingWords.bookIt : coachingWords.writeDown, icon: 'check', run };
}

/** What is behind it, as it was said and tapped. */
function behindOf(draft: Draft, method: readonly string[]): string[] {
  return [(draft.behind ?? '').trim(), ...tapped(draft, method)].filter((text) => text !== '');
}

function also(draft: Draft, method: readonly string[]): string[] {
  const behind = behindOf(draft, method);
  const kind = coachingWords.kinds[draft.kind ?? ''];
  return [
    ...(draft.alsoBehind === 'yes' && behind.length > 0 ? [coachingWords.behindLine(behind)] : []),
    ...(draft.alsoKind === 'yes' && kind ? [coachingWords.kindLine(kind, (draft.content ?? '').trim())] : []),
  ];
}
