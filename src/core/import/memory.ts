import type { Status } from '../deal/carry';
import { currencyOf } from '../shared/currencies';
import { fold } from '../shared/fold';
import type { MarkStyle } from './amounts';
import { IMPORT_FIELDS, type ImportField } from './columns';
import { type ImportTable, nameKey } from './deal';
import { type ImportMemory, type MemoryKind, NO_COLUMN } from './memory-lines';
import type { Person } from './owners';
import type { ImportAnswers } from './reading';

/** How fields are called, in the sidebar and in Setup. */
export const FIELD_LABELS: Record<ImportField, string> = {
  id: 'Id in the CRM',
  name: 'Name of the deal',
  account: 'Customer',
  owner: 'Owner',
  amount: 'Amount',
  currency: 'Currency',
  when: 'Close date',
  stage: 'Stage or status',
  pipeline: 'Pipeline',
  next: 'Next step',
  reason: 'Why it was lost',
  created: 'Created on',
  modified: 'Last changed on',
};

const MOVING = 'moving';
const LEAVE_OUT = '(leave out)';
const TEAM = 'the team’s';
const OTHERS = 'others';
const ORDERS = { dmy: 'day first', mdy: 'month first' } as const;
const MARKS = { '.': '1,234.50', ',': '1.234,50', either: 'both' } as const;
const FOR_OTHERS = { blank: 'without an amount', out: 'left out' } as const;

/** What has been said about tables before, as far as it speaks of this one. What cannot be understood says nothing. */
export function answersFrom(
  memory: readonly ImportMemory[],
  table: ImportTable,
  people: readonly Person[],
  statuses: readonly Status[],
): ImportAnswers {
  const answers: ImportAnswers = { columns: {}, stages: {}, owners: {} };
  for (const { what, said, means } of memory)
    switch (what) {
      case 'column':
        recallColumn(answers, table, said, means);
        break;
      case 'stage': {
        const status =
          fold(means) === MOVING ? '' : statuses.find(({ word }) => nameKey(word) === nameKey(means))?.word;
        if (status !== undefined) answers.stages[nameKey(said)] = status;
        break;
      }
      case 'owner': {
        const id = means === LEAVE_OUT ? '' : people.find(({ name }) => nameKey(name) === nameKey(means))?.id;
        if (id !== undefined) answers.owners[nameKey(said)] = id;
        break;
      }
      case 'days': {
        const order = keyFor(ORDERS, means);
        if (order && hasHeading(table, said)) answers.dates = order;
        break;
      }
      case 'amounts': {
        const mark: MarkStyle | undefined = keyFor(MARKS, means);
        if (mark && hasHeading(table, said)) answers.decimal = mark;
        break;
      }
      case 'currency':
        recallCurrency(answers, said, means);
    }
  return answers;
}

function recallColumn(answers: ImportAnswers, table: ImportTable, said: string, means: string): void {
  const field = IMPORT_FIELDS.find((one) => nameKey(FIELD_LABELS[one]) === nameKey(means));
  if (!field) return;
  const index = table.heading.findIndex((heading) => nameKey(heading) === nameKey(said));
  if (index >= 0) answers.columns[field] = index;
  else if (said === NO_COLUMN && answers.columns[field] === undefined) answers.columns[field] = null;
}

function recallCurrency(answers: ImportAnswers, said: string, means: string): void {
  const others = keyFor(FOR_OTHERS, means);
  if (fold(said) === OTHERS) {
    if (others) answers.otherCurrencies = others;
    return;
  }
  if (means !== '') answers.currency = currencyOf(means) ?? means;
}

function keyFor<T extends Record<string, string>>(words: T, means: string): keyof T | undefined {
  return (Object.keys(words) as (keyof T)[]).find((key) => nameKey(words[key] as string) === nameKey(means));
}

function hasHeading(table: ImportTable, said: string): boolean {
  return table.heading.some((heading) => nameKey(heading) === nameKey(said));
}

/** What is worth remembering of what a person has said: all of it, in Setup's words. */
export function memoryOf(
  answers: ImportAnswers,
  table: ImportTable,
  stageTexts: Readonly<Record<string, string>>,
  ownerTexts: Readonly<Record<string, string>>,
  people: readonly Person[],
  styledHeadings: { days: string; amounts: string },
): ImportMemory[] {
  const memory: ImportMemory[] = [];
  const keep = (what: MemoryKind, said: string | undefined, means: string | undefined) => {
    if (said !== undefined && said !== '' && means) memory.push({ what, said, means });
  };
  for (const [field, index] of Object.entries(answers.columns) as [ImportField, number | null][]) {
    // Whose deals a file without owners has is another question each time.
    if (field === 'owner' && index === null) continue;
    keep('column', index === null ? NO_COLUMN : table.heading[index], FIELD_LABELS[field]);
  }
  for (const [key, status] of Object.entries(answers.stages)) keep('stage', stageTexts[key], status || MOVING);
  for (const [key, id] of Object.entries(answers.owners))
    keep('owner', ownerTexts[key], id === '' ? LEAVE_OUT : people.find((one) => one.id === id)?.name);
  if (answers.dates) keep('days', styledHeadings.days, ORDERS[answers.dates]);
  if (answers.decimal) keep('amounts', styledHeadings.amounts, MARKS[answers.decimal]);
  if (answers.currency) keep('currency', TEAM, answers.currency);
  if (answers.otherCurrencies) keep('currency', OTHERS, FOR_OTHERS[answers.otherCurrencies]);
  return memory;
}
