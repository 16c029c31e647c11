/** The texts of check and repair. */
import { many } from '../wording';

/** Short, human, never scolding; each problem says what to do next. */
export const checkWords = {
  checking: 'Checking the tab…',
  repairing: 'Repairing…',
  checkTitle: (n: number) => (n === 0 ? 'Nothing to repair' : `${many(n, 'thing', 'things')} to look at`),
  checkNothing: 'Every row of this tab can be read.',
  checkMore: 'No text is lost.',
  repairable: 'A repair puts right',
  yoursToMend: 'Left for you',
  repair: (n: number) => `Repair ${many(n, 'thing', 'things')}`,
  repaired: (n: number) => (n === 0 ? 'Nothing was changed' : `${many(n, 'thing', 'things')} repaired`),
  checkAgain: 'Check again',
};
