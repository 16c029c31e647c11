/** Questions about how letters, days, amounts and currencies are written. */
import { type MarkStyle, readAmountCell } from '../../core/import/amounts';
import { readDayCell } from '../../core/import/dates';
import type { DateOrder } from '../../core/shared/days';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { Chips } from '../parts/Chips';
import { chooseEncoding, setCurrency, setDates, setDecimal, setOtherCurrencies } from './acts';
import { type Encoding, sampleWords } from './bytes';
import { fullDate } from './days';
import { Card, Choice } from './QuestionCard';
import { answers, type Question, said, source, sources, understood } from './state';
import { importWords } from './words';

/** Asked where the letters of a file fit two encodings: samples of each. */
export function LettersQuestion({ question }: { question: Question }) {
  const file = source.value?.file;
  if (!file) return null;
  const choice = (encoding: Encoding) => ({ value: encoding, text: sampleWords(file.bytes, encoding).join(', ') });
  return (
    <Choice
      question={question}
      name="import-letters"
      legend={importWords.whichLetters}
      chosen={file.chosen ?? ''}
      choices={file.decoded.doubt.map(choice)}
      onChoice={chooseEncoding}
    />
  );
}

/** Asked where the days of the table do not tell which comes first, day or month. */
export function DateQuestion({ question }: { question: Question }) {
  const { example, order } = understood.value.dates;
  const choice = (as: DateOrder) => {
    const read = readDayCell(example, as, sources.value.zone);
    return { value: as, text: read.is === 'day' ? fullDate(read.day) : example };
  };
  return (
    <Choice
      question={question}
      name="import-days"
      legend={importWords.whichDay(example)}
      chosen={answers.value.dates ? order : ''}
      choices={[choice('dmy'), choice('mdy')]}
      onChoice={setDates}
    />
  );
}

/** Asked where the amounts do not tell whether a mark parts thousands or decimals. */
export function AmountQuestion({ question }: { question: Question }) {
  const { example, decimal } = understood.value.amounts;
  const choice = (mark: MarkStyle) => {
    const read = readAmountCell(example, mark);
    return { value: mark, text: read.is === 'amount' ? showAmount(read.amount, language()) : example };
  };
  return (
    <Choice
      question={question}
      name="import-amounts"
      legend={importWords.howMuch(example)}
      chosen={answers.value.decimal ? decimal : ''}
      choices={[choice('.'), choice(',')]}
      onChoice={setDecimal}
    />
  );
}

/** Asked where a table has several currencies: they are never added up. */
export function CurrencyQuestion({ question }: { question: Question }) {
  const { currencies, reading } = understood.value;
  const team = said.value.currency ?? reading.currency;
  const list = importWords.amountsIn(
    currencies.map(({ currency, count }) => importWords.currencyCount(currency, count)),
  );
  return (
    <Card question={question}>
      <div class="grow">
        <Chips
          name="import-currency"
          legend={list}
          choices={currencies.slice(0, 8).map(({ currency }) => ({ value: currency, text: currency }))}
          chosen={team ?? null}
          onChoice={setCurrency}
        />
        <Chips
          name="import-others"
          legend={importWords.theOthers}
          choices={(['blank', 'out'] as const).map((what) => ({ value: what, text: importWords.others[what] }))}
          chosen={reading.otherCurrencies ?? null}
          onChoice={setOtherCurrencies}
        />
      </div>
    </Card>
  );
}
