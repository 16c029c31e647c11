import type { ComponentChildren } from 'preact';
import { type MarkStyle, readAmountCell } from '../../core/import/amounts';
import type { ColumnQuestion } from '../../core/import/columns';
import { readDayCell } from '../../core/import/dates';
import type { DateOrder } from '../../core/shared/days';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { Icon } from '../parts/Icon';
import {
  chooseEncoding,
  setColumn,
  setCurrency,
  setDates,
  setDecimal,
  setOtherCurrencies,
  setOwner,
  setStage,
} from './acts';
import { type Encoding, sampleWords } from './bytes';
import { ColumnOptions } from './ColumnList';
import { fullDate } from './days';
import { exampleOf } from './example';
import { More } from './More';
import { OwnerChoice } from './OwnerList';
import { StageChoice } from './StageList';
import {
  allTo,
  answers,
  asked,
  askedOwners,
  askedStages,
  isOpen,
  ownerCandidates,
  type Question,
  said,
  source,
  sources,
  understood,
} from './state';
import { importWords } from './words';

/** What a person has to say before deals can be looked at. A question stays in its place when it is answered. */
export function Questions() {
  return (
    <>
      {asked.value.map((question) => (
        <QuestionFor key={question.about === 'column' ? question.question.field : question.about} question={question} />
      ))}
    </>
  );
}

function QuestionFor({ question }: { question: Question }) {
  switch (question.about) {
    case 'rounded':
      return (
        <Card question={question}>
          <Icon name="warn" />
          <div>{importWords.rounded(understood.value.roundedId)}</div>
        </Card>
      );
    case 'name':
      return (
        <Card question={question}>
          <Icon name="warn" />
          <div>{importWords.whichName}</div>
        </Card>
      );
    case 'letters':
      return <LettersQuestion question={question} />;
    case 'whose':
      return <WhoseQuestion question={question} />;
    case 'column':
      return <WhichColumn question={question} which={question.question} />;
    case 'dates':
      return <DateQuestion question={question} />;
    case 'amounts':
      return <AmountQuestion question={question} />;
    case 'currency':
      return <CurrencyQuestion question={question} />;
    case 'stages':
      return <StagesQuestion question={question} />;
    case 'owners':
      return <OwnersQuestion question={question} />;
  }
}

/** Open ones stand out, answered ones are calm. */
function Card({ question, children }: { question: Question; children: ComponentChildren }) {
  return <div class={isOpen(question) ? 'note warn ask' : 'note ask'}>{children}</div>;
}

function LettersQuestion({ question }: { question: Question }) {
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
      onChoice={(encoding) => encoding !== '' && chooseEncoding(encoding)}
    />
  );
}

function WhoseQuestion({ question }: { question: Question }) {
  const near = ownerCandidates.value;
  const heading = source.value?.table.heading ?? [];
  const choose = (value: string) => {
    if (value.startsWith('column:')) {
      allTo.value = '';
      setColumn('owner', Number(value.slice(7)));
    } else allTo.value = value;
  };
  const names = near.map((n) => ({ n, name: heading[n] || importWords.unnamed(n + 1) }));
  return (
    <Card question={question}>
      <div class="field">
        <label class="label" for="import-whose">
          {importWords.whose}
        </label>
        <select id="import-whose" value={allTo.value} onChange={(event) => choose(event.currentTarget.value)}>
          {allTo.value === '' && <option value="">{importWords.choose('')}</option>}
          <optgroup label={importWords.allBelongTo}>
            {sources.value.people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label={importWords.columnSays}>
            {names.map(({ n, name }) => (
              <option key={n} value={`column:${n}`}>
                {name}
              </option>
            ))}
            {heading.map((name, n) =>
              near.includes(n) ? null : (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns may share a name, and stay where they are
                <option key={n} value={`column:${n}`}>
                  {name || importWords.unnamed(n + 1)}
                </option>
              ),
            )}
          </optgroup>
        </select>
        <p class="hint">{importWords.whoseMore}</p>
      </div>
    </Card>
  );
}

function WhichColumn({ question, which: { field, why, candidates } }: { question: Question; which: ColumnQuestion }) {
  const heading = source.value?.table.heading ?? [];
  const answer = answers.value.columns[field];
  const value = answer === undefined ? '' : answer === null ? 'none' : String(answer);
  const id = `ask-${field}`;
  return (
    <Card question={question}>
      <div class="field">
        <label class="label" for={id}>
          {importWords.whichColumn(field, why)}
        </label>
        <select
          id={id}
          value={value}
          onChange={({ currentTarget }) =>
            currentTarget.value !== '' &&
            setColumn(field, currentTarget.value === 'none' ? null : Number(currentTarget.value))
          }
        >
          {value === '' && <option value="">{importWords.choose('')}</option>}
          {candidates.length > 0 && (
            <optgroup label={why === 'several' ? importWords.foundColumns : importWords.looksLikeIt}>
              {candidates.map((n) => (
                <option key={n} value={n}>
                  {heading[n] || importWords.unnamed(n + 1)}
                </option>
              ))}
            </optgroup>
          )}
          <option value="none">{importWords.noColumn(field)}</option>
          <optgroup label={importWords.otherColumns}>
            <ColumnOptions without={candidates} />
          </optgroup>
        </select>
        {typeof answer === 'number' && <p class="hint one-line">{exampleOf(field, answer)}</p>}
      </div>
    </Card>
  );
}

/** Asked where the days of the table do not tell which comes first, day or month. */
function DateQuestion({ question }: { question: Question }) {
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
      onChoice={(as) => as !== '' && setDates(as)}
    />
  );
}

/** Asked where the amounts do not tell whether a mark parts thousands or decimals. */
function AmountQuestion({ question }: { question: Question }) {
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
      onChoice={(mark) => mark !== '' && setDecimal(mark)}
    />
  );
}

function CurrencyQuestion({ question }: { question: Question }) {
  const { currencies, reading } = understood.value;
  const team = said.value.currency ?? reading.currency;
  const list = importWords.amountsIn(
    currencies.map(({ currency, count }) => importWords.currencyCount(currency, count)),
  );
  return (
    <Card question={question}>
      <div class="grow">
        <fieldset class="chips agenda-choice">
          <legend class="label">{list}</legend>
          {currencies.slice(0, 8).map(({ currency }) => (
            <Chip
              key={currency}
              name="import-currency"
              checked={team === currency}
              text={currency}
              onChoice={() => setCurrency(currency)}
            />
          ))}
        </fieldset>
        <fieldset class="chips agenda-choice">
          <legend class="label">{importWords.theOthers}</legend>
          {(['blank', 'out'] as const).map((what) => (
            <Chip
              key={what}
              name="import-others"
              checked={reading.otherCurrencies === what}
              text={importWords.others[what]}
              onChoice={() => setOtherCurrencies(what)}
            />
          ))}
        </fieldset>
      </div>
    </Card>
  );
}

function StagesQuestion({ question }: { question: Question }) {
  const stages = askedStages.value;
  const open = stages.filter(({ isAnswered }) => !isAnswered);
  return (
    <Card question={question}>
      <div class="grow">
        <p class="label">{importWords.whichStages}</p>
        <More
          list="choices"
          items={stages}
          row={(stage) => (
            <li key={stage.key}>
              <StageChoice stage={stage} asked />
            </li>
          )}
        />
        {open.length > 1 && (
          <button
            type="button"
            class="link"
            onClick={() => {
              for (const { key, status } of open) setStage(key, status);
            }}
          >
            {importWords.asProposed(open.length)}
          </button>
        )}
      </div>
    </Card>
  );
}

function OwnersQuestion({ question }: { question: Question }) {
  const owners = askedOwners.value;
  const proposed = owners.flatMap(({ key, match, answer }) =>
    answer === null && match.is === 'perhaps' ? [{ key, id: match.ids[0] ?? '' }] : [],
  );
  return (
    <Card question={question}>
      <div class="grow">
        <p class="label">{importWords.whoIs}</p>
        <More
          list="choices"
          items={owners}
          row={(owner) => (
            <li key={owner.key}>
              <OwnerChoice owner={owner} asked />
            </li>
          )}
        />
        {proposed.length > 1 && (
          <button
            type="button"
            class="link"
            onClick={() => {
              for (const { key, id } of proposed) setOwner(key, id);
            }}
          >
            {importWords.asProposed(proposed.length)}
          </button>
        )}
      </div>
    </Card>
  );
}

function Choice<T extends string>({
  question,
  name,
  legend,
  chosen,
  choices,
  onChoice,
}: {
  question: Question;
  name: string;
  legend: string;
  chosen: T | '';
  choices: { value: T; text: string }[];
  onChoice: (value: T | '') => void;
}) {
  return (
    <Card question={question}>
      <fieldset class="chips agenda-choice">
        <legend class="label">{legend}</legend>
        {choices.map(({ value, text }) => (
          <Chip key={value} name={name} checked={value === chosen} text={text} onChoice={() => onChoice(value)} />
        ))}
      </fieldset>
    </Card>
  );
}

function Chip(props: { name: string; checked: boolean; text: string; onChoice: () => void }) {
  const { name, checked, text, onChoice } = props;
  return (
    <label class="chip">
      <input type="radio" name={name} checked={checked} onChange={onChoice} />
      <span>{text}</span>
    </label>
  );
}
