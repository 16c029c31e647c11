/** Which deals of the table are wanted. */
import { amountOf, decimalMark, readMoney } from '../../core/shared/money';
import { language } from '../fields/language';
import { Fold } from '../parts/Fold';
import { LabelledField } from '../parts/LabelledField';
import { filter, found, pipelines, taken } from './state';
import { importWords } from './words';

/** Which of the deals are wanted, before anything is compared. */
export function DealFilter() {
  const { from, to, least, largest, pipeline } = filter.value;
  const set = (more: Partial<typeof filter.value>) => {
    filter.value = { ...filter.value, ...more };
  };
  const [all, some] = [found.value.deals.length, taken.value.length];
  return (
    <Fold
      title={importWords.filter}
      count={all === some ? importWords.all : importWords.someOf(some, all)}
      startOpen={false}
    >
      {pipelines.value.length > 1 && (
        <LabelledField id="filter-pipeline" label={importWords.pipeline}>
          <select id="filter-pipeline" value={pipeline} onChange={(e) => set({ pipeline: e.currentTarget.value })}>
            <option value="">{importWords.all}</option>
            {pipelines.value.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </LabelledField>
      )}
      <div class="two">
        <LabelledField id="filter-from" label={importWords.closeFrom}>
          <input id="filter-from" type="date" value={from} onChange={(e) => set({ from: e.currentTarget.value })} />
        </LabelledField>
        <LabelledField id="filter-to" label={importWords.closeTo}>
          <input id="filter-to" type="date" value={to} onChange={(e) => set({ to: e.currentTarget.value })} />
        </LabelledField>
      </div>
      <div class="two">
        <NumberField id="filter-least" label={importWords.least} value={least} onChange={(n) => set({ least: n })} />
        <NumberField
          id="filter-largest"
          label={importWords.largest}
          value={largest}
          onChange={(n) => set({ largest: n === null ? null : Math.max(1, Math.round(n)) })}
        />
      </div>
    </Fold>
  );
}

function NumberField(props: {
  id: string;
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  const { id, label, value, onChange } = props;
  return (
    <LabelledField id={id} label={label}>
      <input
        id={id}
        type="text"
        class="figures"
        inputMode="decimal"
        autocomplete="off"
        value={value === null ? '' : value.toLocaleString(language())}
        onChange={(event) =>
          onChange(amountOf(readMoney(event.currentTarget.value, { decimal: decimalMark(language()) })))
        }
      />
    </LabelledField>
  );
}
