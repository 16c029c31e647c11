/** What a closer look can go into, each part on demand and none of it needed. */
import type { MeetingScreen } from '../../contract/state';
import { Button } from '../parts/Button';
import { Chips } from '../parts/Chips';
import { Icon } from '../parts/Icon';
import { park, topicsSection } from '../save/rows';
import { CardText } from './CardParts';
import { type Draft, draftOf, note } from './drafts';
import { coachingWords } from './words';

/** Behind one line: why we look at it, where it hangs, both views, what kind of help. */
export function Deeper({ card, m }: { card: string; m: MeetingScreen }) {
  const open = draftOf(card).value.deeper === 'yes';
  return (
    <>
      <button type="button" class="more" aria-expanded={open} onClick={() => note(card, 'deeper', open ? '' : 'yes')}>
        <Icon name={open ? 'down' : 'right'} />
        {coachingWords.deeper}
      </button>
      {open && (
        <div class="stack">
          <CardText card={card} name="whyLook" label={coachingWords.whyLook} />
          <Hoped card={card} />
          <Where card={card} method={m.method} />
          <Views card={card} m={m} />
          <Help card={card} />
          <p class="hint">{coachingWords.practise}</p>
          <p class="hint">{coachingWords.discipline}</p>
        </div>
      )}
    </>
  );
}

/** What else somebody hoped for goes under the topics, so that it is not lost and not in the way. */
function Hoped({ card }: { card: string }) {
  const text = (draftOf(card).value.hoped ?? '').trim();
  return (
    <>
      <CardText card={card} name="hoped" label={coachingWords.hoped} rows={1} />
      {text !== '' && topicsSection() && (
        <Button
          small
          run={() => {
            park(text);
            note(card, 'hoped', '');
          }}
        >
          {coachingWords.park}
        </Button>
      )}
    </>
  );
}

/** Taps only; or a look at a real call first, in place of a guess. */
function Where({ card, method }: { card: string; method: readonly string[] }) {
  return (
    <>
      <Taps card={card} legend={coachingWords.where} taps={Object.entries(coachingWords.wheres)} />
      {method.length > 0 && (
        <Taps card={card} legend={coachingWords.whichStep} taps={method.map((step) => [stepName(step), step])} />
      )}
      <div>
        <Button
          small
          run={() => {
            note(card, 'weTry', coachingWords.seeFirstPlan);
            document.getElementById('card-day')?.focus();
          }}
        >
          {coachingWords.seeFirst}
        </Button>
      </div>
    </>
  );
}

function Taps({ card, legend, taps }: { card: string; legend: string; taps: readonly (readonly [string, string])[] }) {
  const draft = draftOf(card).value;
  return (
    <fieldset class="chips agenda-choice">
      <legend class="label">{legend}</legend>
      {taps.map(([name, text]) => (
        <label class="chip" key={name}>
          <input
            type="checkbox"
            checked={draft[`where ${name}`] === 'yes'}
            onChange={(event) => note(card, `where ${name}`, event.currentTarget.checked ? 'yes' : '')}
          />
          <span dir="auto">{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Keeps a step of the team's own apart from our words for where it hangs. */
const stepName = (step: string) => `step ${step}`;

/** All that was tapped, in its words. */
export function tapped(draft: Draft, method: readonly string[]): string[] {
  const taps = [...Object.entries(coachingWords.wheres), ...method.map((step) => [stepName(step), step])];
  return taps.flatMap(([name, text]) => (text && draft[`where ${name}`] === 'yes' ? [text] : []));
}

function Views({ card, m }: { card: string; m: MeetingScreen }) {
  const isRep = m.me.role === 'rep';
  const { theirs = '', mine = '' } = draftOf(card).value;
  return (
    <>
      <CardText
        card={card}
        name="theirs"
        label={isRep ? coachingWords.yourSide : coachingWords.theirView(m.rep.shortName)}
      />
      <CardText card={card} name="mine" label={isRep ? coachingWords.otherSide : coachingWords.yourSide} />
      {theirs.trim() !== '' && mine.trim() !== '' && <p class="hint">{coachingWords.example}</p>}
      <CardText card={card} name="agreed" label={coachingWords.agreed} />
    </>
  );
}

function Help({ card }: { card: string }) {
  const draft = draftOf(card).value;
  return (
    <>
      <Chips
        name="card-kind"
        legend={coachingWords.kind}
        choices={Object.entries(coachingWords.kinds).map(([value, text]) => ({ value, text }))}
        chosen={draft.kind ?? null}
        onChoice={(value) => note(card, 'kind', value)}
      />
      {draft.kind && draft.kind !== 'none' && (
        <CardText card={card} name="content" label={coachingWords.content} rows={1} />
      )}
    </>
  );
}
