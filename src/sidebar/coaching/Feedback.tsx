/** Feedback, step by step: asked for first, and after each step whether both see it alike. */
import type { MeetingScreen } from '../../contract/state';
import { aboutText } from '../../core/coaching/lines';
import { showDate } from '../fields/read-date';
import { announce } from '../page/notices';
import { meeting } from '../page/view';
import { Sentences } from '../parts/Block';
import { Chips } from '../parts/Chips';
import type { Primary } from '../parts/Dock';
import { Note } from '../parts/Note';
import { leaveCoaching, proposedDay, writeCommitment, writeDown } from './acts';
import { CardDay, CardFrame, CardText, cardDay } from './CardParts';
import { type Draft, draftOf, forgetCard, note } from './drafts';
import { feedbackWords } from './feedback-words';
import { coachingWords } from './words';

const CARD = 'feedback';

/** What is spoken about, one after the other. Nothing of it is written into the sheet. */
const STEPS = ['situation', 'saw', 'theirs', 'impact'] as const;

/** The card asks for leave first, and shows the next step once something was said about the one before. */
export function Feedback() {
  const m = meeting.value;
  const draft = draftOf(CARD).value;
  if (!m) return null;
  if (draft.allowed !== 'yes')
    return (
      <CardFrame
        sub={feedbackWords.title}
        title={feedbackWords.mayI}
        primary={{ text: feedbackWords.goOn, icon: 'right', run: () => note(CARD, 'allowed', 'yes') }}
      >
        <p class="hint">{feedbackWords.mayIMore}</p>
      </CardFrame>
    );
  const said = STEPS.findIndex((step) => !draft[`alike ${step}`]);
  const shown = said < 0 ? STEPS : STEPS.slice(0, said + 1);
  return (
    <CardFrame key="steps" sub={feedbackWords.title} title={feedbackWords.kind} primary={primaryOfFeedback(m, draft)}>
      {shown.map((step) => (
        <FeedbackStep key={step} step={step} name={m.rep.shortName} draft={draft} />
      ))}
      {said < 0 && <FeedbackEnd m={m} draft={draft} />}
    </CardFrame>
  );
}

function FeedbackStep({ step, name, draft }: { step: (typeof STEPS)[number]; name: string; draft: Draft }) {
  const alike = draft[`alike ${step}`] ?? '';
  return (
    <>
      <CardText card={CARD} name={step} label={feedbackWords.steps[step]?.(name) ?? ''} />
      <Chips
        name={`alike-${step}`}
        legend={feedbackWords.alike}
        choices={[
          { value: 'yes', text: feedbackWords.yes },
          { value: 'no', text: feedbackWords.no },
        ]}
        chosen={alike}
        onChoice={(value) => note(CARD, `alike ${step}`, value)}
      />
      {alike === 'no' && (
        <Note icon="info">
          {feedbackWords.listen}
          <Sentences lines={feedbackWords.questions} />
        </Note>
      )}
    </>
  );
}

/** It may end with nothing written; a promise; or, where it weighs more, a plan that the salesperson words. */
function FeedbackEnd({ m, draft }: { m: MeetingScreen; draft: Draft }) {
  const end = draft.end ?? 'nothing';
  return (
    <>
      <CardText card={CARD} name="toTry" label={feedbackWords.toTry} />
      <Chips
        name="feedback-end"
        legend={feedbackWords.end}
        choices={Object.entries(feedbackWords.ends).map(([value, text]) => ({ value, text }))}
        chosen={end}
        onChoice={(value) => note(CARD, 'end', value)}
      />
      {end === 'commitment' && <CardText card={CARD} name="promise" label={feedbackWords.promise} rows={1} />}
      {end === 'plan' && (
        <>
          <CardText card={CARD} name="subject" label={coachingWords.anotherLabel} rows={1} />
          <CardText card={CARD} name="plan" label={feedbackWords.plan(m.rep.shortName)} />
        </>
      )}
      {end === 'nothing' ? (
        <p class="hint">{feedbackWords.nothingMore}</p>
      ) : (
        <>
          <CardDay
            card={CARD}
            name="day"
            label={end === 'plan' ? coachingWords.lookAgain : feedbackWords.due}
            proposed={proposedDay(m)}
          />
          <p class="hint">{coachingWords.privacy}</p>
        </>
      )}
      <p class="hint">{coachingWords.discipline}</p>
    </>
  );
}

function primaryOfFeedback(m: MeetingScreen, draft: Draft): Primary {
  const text = (name: string) => (draft[name] ?? '').trim();
  const day = cardDay(draft, 'day', proposedDay(m), m.today);
  const end = draft.end ?? 'nothing';
  const need = (names: readonly string[], run: () => void) => () => {
    const missing = names.find((name) => text(name) === '');
    if (missing === undefined) {
      forgetCard(CARD);
      run();
      return;
    }
    announce(feedbackWords.wordFirst);
    document.getElementById(`card-${missing}`)?.focus();
  };
  if (end === 'commitment')
    return {
      text: coachingWords.writeDown,
      icon: 'check',
      run: need(['promise'], () => writeCommitment({ who: text('promise'), when: day, next: m.rep.name })),
    };
  if (end === 'plan')
    return {
      text: coachingWords.writeDown,
      icon: 'check',
      run: need(['subject', 'plan'], () =>
        writeDown(
          { who: text('subject'), when: day, why: text('plan') },
          aboutText({ kind: 'other' }),
          coachingWords.written(showDate(day, m.today)),
        ),
      ),
    };
  return { text: feedbackWords.done, icon: 'check', run: need([], leaveCoaching) };
}
