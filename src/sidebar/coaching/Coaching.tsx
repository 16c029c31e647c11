/** Which page of coaching is shown. */
import { CoachingList } from './CoachingList';
import { DigIn } from './DigIn';
import { Feedback } from './Feedback';
import { Trace } from './Trace';
import type { CoachingView } from './views';

/** A page of coaching. */
export function Coaching({ at }: { at: CoachingView }) {
  switch (at.card) {
    case 'dig':
      return <DigIn key={at.about} about={at.about} />;
    case 'list':
      return <CoachingList />;
    case 'feedback':
      return <Feedback />;
    case 'trace':
      return <Trace />;
  }
}
