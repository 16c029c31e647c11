import type { Status } from '../deal/carry';
import type { DateOrder } from '../shared/days';
import type { CellValue } from '../shared/fields';
import { type DecimalMark, milIsThousand } from '../shared/money';
import { type AmountStyle, amountStyle, type MarkStyle } from './amounts';
import { type ColumnQuestion, columnCells, type FoundColumns, type ImportColumns, type ImportField } from './columns';
import { type CurrencyCount, currenciesOf } from './currency-choice';
import { type DateStyle, dateStyle } from './dates';
import type { ImportTable } from './deal';
import { isIberian } from './headings';
import { type ImportOwner, ownersOf, type Person } from './owners';
import { roundedId } from './rounded-ids';
import type { ImportReading } from './rows';
import { type ImportStage, meaningOf, type StageMeaning, stagesOf } from './stages';

/** What the reading of a table hangs on beside the table itself. */
export interface ImportContext {
  people: readonly Person[];
  statuses: readonly Status[];
  /** IANA zone of the spreadsheet. */
  zone: string;
  /** Where the days and the amounts of the table do not tell. */
  dateGuess: DateOrder;
  decimalGuess: DecimalMark;
  /** Language of the spreadsheet ("es-MX"), for "mil". */
  language: string;
}

/** What a person has said about a table, now or before. What is not said is worked out, or asked. */
export interface ImportAnswers {
  /** Column of a field; null: there is none. */
  columns: Partial<Record<ImportField, number | null>>;
  dates?: DateOrder;
  decimal?: MarkStyle;
  /** Status by the stage's key. */
  stages: Record<string, string>;
  /** Roster id by the owner's key; '' leaves their deals out. */
  owners: Record<string, string>;
  /** The team's currency. */
  currency?: string;
  otherCurrencies?: 'blank' | 'out';
}

/** Nothing said yet. */
export const NO_ANSWERS: ImportAnswers = { columns: {}, stages: {}, owners: {} };

/** A table as it is understood, with what is still to be asked. */
export interface ImportUnderstanding {
  columns: ImportColumns;
  /** Columns that a person has to point at. */
  columnQuestions: ColumnQuestion[];
  dates: DateStyle;
  amounts: AmountStyle;
  stages: (ImportStage & StageMeaning & { isAnswered: boolean })[];
  owners: (ImportOwner & { answer: string | null })[];
  currencies: CurrencyCount[];
  /** Is it to be asked which currency counts? */
  asksCurrency: boolean;
  /** An id that a spreadsheet program has rounded: nothing can be imported by such; '' where all is well. */
  roundedId: string;
  reading: ImportReading;
}

/** What is understood of a table, from what was found in it and what a person has said. */
export function understand(
  table: ImportTable,
  found: FoundColumns,
  context: ImportContext,
  answers: ImportAnswers,
): ImportUnderstanding {
  const columns = chosenColumns(found.columns, answers);
  const columnQuestions = found.questions.filter(
    ({ field }) => answers.columns[field] === undefined && columns[field] === undefined,
  );
  const cellsOf = (...fields: ImportField[]) => fields.flatMap((field) => columnCells(table, columns[field]));
  const days = dateStyle(cellsOf('when', 'created', 'modified'), context.dateGuess);
  const dates = { ...days, order: answers.dates ?? days.order, sure: days.sure || answers.dates !== undefined };
  const money = amountStyle(cellsOf('amount'), context.decimalGuess);
  const amounts = {
    ...money,
    decimal: answers.decimal ?? money.decimal,
    sure: money.sure || answers.decimal !== undefined,
  };
  const stages = stagesOf(cellsOf('stage')).map((stage) => {
    const said = answers.stages[stage.key];
    const known = said !== undefined && (said === '' || context.statuses.some(({ word }) => word === said));
    return {
      ...stage,
      ...(known ? { status: said, sure: true } : meaningOf(stage.text, context.statuses)),
      isAnswered: known,
    };
  });
  const currencies = currenciesOf(table, columns, amounts.decimal);
  const currency = chosenCurrency(currencies, answers.currency);
  return {
    columns,
    columnQuestions,
    dates,
    amounts,
    stages,
    owners: ownersIn(table, columns, context, answers),
    currencies,
    asksCurrency: currencies.length > 0 && currency === null,
    roundedId: roundedId(table.lines, columns.id),
    reading: {
      columns,
      dates: dates.order,
      decimal: amounts.decimal,
      milIsThousand: milIsThousand(context.language) || isIberian(table.heading),
      stages: Object.fromEntries(stages.map(({ key, status }) => [key, status])),
      zone: context.zone,
      currency: currency ?? '',
      otherCurrencies: answers.otherCurrencies ?? 'blank',
    },
  };
}

function chosenColumns(found: ImportColumns, answers: ImportAnswers): ImportColumns {
  const columns: ImportColumns = { ...found };
  const said = Object.entries(answers.columns) as [ImportField, number | null][];
  for (const [, index] of said)
    for (const field of Object.keys(columns) as ImportField[]) if (columns[field] === index) delete columns[field];
  for (const [field, index] of said)
    if (index === null) delete columns[field];
    else columns[field] = index;
  return columns;
}

/**
 * The currency whose amounts count: null where it has to be asked. One currency in the table and none known of the team
 * is that one; another than the team's is asked about as several are.
 */
function chosenCurrency(currencies: readonly CurrencyCount[], said: string | undefined): string | null {
  const [only] = currencies;
  if (said !== undefined)
    return currencies.length === 0 || currencies.some(({ currency }) => currency === said) ? said : null;
  return currencies.length > 1 ? null : (only?.currency ?? '');
}

function ownersIn(
  table: ImportTable,
  columns: ImportColumns,
  { people }: ImportContext,
  answers: ImportAnswers,
): ImportUnderstanding['owners'] {
  if (columns.owner === undefined) return [];
  const index = columns.owner;
  const cells = table.lines.map(({ cells: line }): CellValue => line[index] ?? '');
  return ownersOf(cells.map(String), people).map((owner) => {
    const said = answers.owners[owner.key];
    const known = said !== undefined && (said === '' || people.some(({ id }) => id === said));
    return { ...owner, answer: known ? said : null };
  });
}

/** Stages that a person has to say something about. */
export function openStages({ stages }: ImportUnderstanding): ImportUnderstanding['stages'] {
  return stages.filter(({ sure }) => !sure);
}

/** Owners that a person has to say something about: those it may be somebody, and bare keys of users. */
export function openOwners({ owners }: ImportUnderstanding): ImportUnderstanding['owners'] {
  return owners.filter(({ match, answer }) => answer === null && (match.is === 'perhaps' || match.is === 'userId'));
}
