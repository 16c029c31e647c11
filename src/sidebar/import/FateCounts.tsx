/** What becomes of a file, in numbers. */

import { tally } from '../../core/import/tally';
import { Fold } from '../parts/Fold';
import { digits } from '../wording';
import { found, planned, source, taken } from './state';
import { importWords } from './words';

/** How many lines of the file come to what; together they are all of its lines. */
export function FateCounts() {
  const { deals, complaints, passedOver } = found.value;
  const counts = tally(planned.value.fates, { complaints, passedOver, filtered: deals.length - taken.value.length });
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <Fold title={importWords.whatBecomes} count={importWords.lines(all, source.value?.place ?? 'line')} startOpen>
      <ul class="counts">
        {counts.map(({ fate, count }) => (
          <li key={fate}>
            <b class="figures">{digits(count)}</b>
            <span>{importWords.fates[fate]}</span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
