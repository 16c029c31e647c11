import { readMoney } from '../../core/import/amounts';
import { type DateOrder, readDay } from '../../core/import/dates';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { fullDate } from './days';
import { amounts, dates, setDates, setDecimal } from './state';
import { importWords } from './words';

/** Asked where the days of the table do not tell which comes first, day or month. */
export function DateQuestion() {
  const { sure, example, order } = dates.value;
  if (sure || example === '') return null;
  const choice = (as: DateOrder) => ({ value: as, text: fullDate(readDay(example, as) || '') });
  return (
    <Choice
      name="import-days"
      legend={importWords.whichDay(example)}
      chosen={order}
      choices={[choice('dmy'), choice('mdy')]}
      onChoice={setDates}
    />
  );
}

/** Asked where the amounts do not tell whether a mark parts thousands or decimals. */
export function AmountQuestion() {
  const { sure, example, decimal } = amounts.value;
  if (sure || example === '') return null;
  const choice = (mark: '.' | ',') => ({
    value: mark,
    text: showAmount(readMoney(example, mark) ?? example, language()),
  });
  return (
    <Choice
      name="import-amounts"
      legend={importWords.howMuch(example)}
      chosen={decimal}
      choices={[choice('.'), choice(',')]}
      onChoice={setDecimal}
    />
  );
}

function Choice<T extends string>({
  name,
  legend,
  chosen,
  choices,
  onChoice,
}: {
  name: string;
  legend: string;
  chosen: T;
  choices: { value: T; text: string }[];
  onChoice: (value: T) => void;
}) {
  return (
    <div class="note warn">
      <fieldset class="chips agenda-choice">
        <legend class="label">{legend}</legend>
        {choices.map(({ value, text }) => (
          <label class="chip" key={value}>
            <input type="radio" name={name} checked={value === chosen} onChange={() => onChoice(value)} />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
