/** The texts of what came of development and coaching. */
import type { LineStep, TraceCounts } from '../../contract/life';
import { many } from '../wording';

/** Short, human; plain counts and no scores. */
export const traceWords = {
  title: 'What came of it',
  reading: 'Reading…',
  sub: 'Development and coaching',
  same: 'You both see the same page. It goes into this person’s own export only.',
  none: 'Nothing was planned or written yet.',
  plans: 'Plans',
  lines: 'Development',
  counts: ({ plans, reviews }: TraceCounts) => `${many(plans, 'plan', 'plans')}, ${many(reviews, 'review', 'reviews')}`,
  states: ({ states }: TraceCounts) =>
    Object.entries(states)
      .map(([state, n]) => `${n} ${state}`)
      .join(' · '),
  step: (step: LineStep) => (step.state === 'open' ? '' : step.state),
  nothingSaid: 'nothing said',
};
