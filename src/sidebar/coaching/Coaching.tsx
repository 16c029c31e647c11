/** Which page of coaching is shown. */
import { CoachingList } from './CoachingList';
import { DigIn } from './DigIn';
import type { CoachingView } from './views';

/** A page of coaching. */
export function Coaching({ at }: { at: CoachingView }) {
  switch (at.card) {
    case 'dig':
      return <DigIn key={at.about} about={at.about} />;
    case 'list':
    case 'feedback':
    case 'trace':
      return <CoachingList />;
  }
}
