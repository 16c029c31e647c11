/** What the signs of deals and figures mean: the one legend. */
import type { LifeView } from '../../contract/state';
import type { StoryStep } from '../../core/deal/story';
import { LifeLine } from './LifeLine';
import { reviewWords } from './words';

const MONTH = 202611;

/** A deal's life with one thing to be seen in it. */
function lifeWith(...story: StoryStep[]): LifeView {
  return { firstMonth: 202608, timesPushed: 0, monthsUnchanged: 0, monthsStuck: 0, story };
}

const NEW: StoryStep = { status: 'moving', change: 'new' };
const STOOD: StoryStep = { status: 'moving', change: 'none' };
const WENT: StoryStep = { status: 'moving', change: 'moved' };

type SignName = keyof typeof reviewWords.lifeSigns;

/** The pictures, drawn as they are on the cards; `status` and `moved` say how a life stands now. */
const LIVES: Record<SignName, { life: LifeView; status: string; moved: boolean }> = {
  climbs: { life: lifeWith(NEW, WENT, WENT), status: '', moved: true },
  stands: { life: lifeWith(NEW, STOOD, STOOD), status: '', moved: false },
  pushed: { life: lifeWith(NEW, { status: 'moving', change: 'pushed' }, STOOD), status: '', moved: false },
  amount: { life: lifeWith(NEW, { status: 'moving', change: 'amount' }, STOOD), status: '', moved: false },
  stuck: { life: lifeWith(NEW, { status: 'stuck', change: 'none' }, STOOD), status: 'stuck', moved: false },
  cold: { life: lifeWith(NEW, WENT, { status: 'cold', change: 'none' }), status: 'going cold', moved: false },
  closing: { life: lifeWith(NEW, WENT, WENT), status: 'closing', moved: false },
};

/** Signs in words and the lines of deals, each with what it says. */
export function Signs() {
  return (
    <dl>
      {reviewWords.signs.map(([sign, what]) => (
        <div key={sign}>
          <dt class="figures">{sign}</dt>
          <dd>{what}</dd>
        </div>
      ))}
      {(Object.keys(LIVES) as SignName[]).map((name) => (
        <div key={name}>
          <dt aria-hidden="true">
            <LifeLine month={MONTH} {...LIVES[name]} />
          </dt>
          <dd>{reviewWords.lifeSigns[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
