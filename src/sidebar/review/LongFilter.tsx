/** Finding a deal in a long list. */
import { useEffect } from 'preact/hooks';
import { announce } from '../page/notices';
import { Chips } from '../parts/Chips';
import { Icon } from '../parts/Icon';
import { LabelledField } from '../parts/LabelledField';
import { reviewWords } from './words';

export type Shown = 'worth' | 'stuck' | 'all';

interface LongFilterProps {
  wanted: string;
  onWanted(text: string): void;
  shown: Shown;
  onShown(shown: Shown): void;
  counts: Record<Shown, number>;
  /** How many rows the text finds; null without one. */
  hits: number | null;
}

const CHIPS: [Shown, string][] = [
  ['worth', reviewWords.chipWorth],
  ['stuck', reviewWords.chipStuck],
  ['all', reviewWords.chipAll],
];
const FOUND_SAID_AFTER_MS = 700;

/** Finds a deal among many, and chooses which are shown. */
export function LongFilter({ wanted, onWanted, shown, onShown, counts, hits }: LongFilterProps) {
  useEffect(() => {
    if (hits === null) return;
    const timer = setTimeout(() => announce(reviewWords.foundSaid(hits, counts.all)), FOUND_SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [hits, counts.all]);
  return (
    <div class="long-filter">
      <LabelledField id="find-deal" label={reviewWords.findDeal}>
        <div class="with-button">
          <input
            id="find-deal"
            type="text"
            dir="auto"
            autocomplete="off"
            value={wanted}
            onInput={(event) => onWanted(event.currentTarget.value)}
          />
          <span class="picker" aria-hidden="true">
            <Icon name="find" />
          </span>
        </div>
      </LabelledField>
      <Chips
        name="shown"
        legend={reviewWords.showWhich}
        quiet
        look=""
        choices={CHIPS.map(([value, text]) => ({
          value,
          text: (
            <>
              {text} <span class="figures">{counts[value]}</span>
            </>
          ),
        }))}
        chosen={shown}
        onChoice={onShown}
      />
    </div>
  );
}
