/** What an import has taken up, understood and asked so far. */
import { computed, signal } from '@preact/signals';
import type { ImportSources, PastImport } from '../../contract/import';
import { type ColumnQuestion, columnCells, findColumns, lacksName } from '../../core/import/columns';
import type { ImportPlace } from '../../core/import/complaints';
import { type ImportDeal, type ImportTable, idKey, idOfName, nameKey } from '../../core/import/deal';
import { type ImportDecisions, type ImportPlan, NO_DECISIONS } from '../../core/import/fates';
import { filterDeals, filtersAnything, type ImportFilter, NO_FILTER } from '../../core/import/filter';
import type { KnownTab } from '../../core/import/known';
import { answersFrom } from '../../core/import/memory';
import { planImport } from '../../core/import/plan';
import {
  type ImportAnswers,
  type ImportContext,
  type ImportUnderstanding,
  NO_ANSWERS,
  openOwners,
  openStages,
  understand,
} from '../../core/import/reading';
import { type ImportComplaint, type ReadDeals, readDeals } from '../../core/import/rows';
import { writesMonthFirst } from '../../core/shared/days';
import type { DecimalMark } from '../../core/shared/money';
import { language } from '../fields/language';
import type { DecodedFile, Encoding } from './bytes';

/** What was chosen to import from. */
export interface ImportSource {
  name: string;
  place: ImportPlace;
  table: ImportTable;
  /** Lines that could not even be split into cells. */
  complaints: ImportComplaint[];
  decimalGuess: DecimalMark;
  /** Of a file: its bytes, how they were read, and whether a person has said so. */
  file?: { bytes: Uint8Array; decoded: DecodedFile; chosen: Encoding | null };
}

type ImportStep =
  | { at: 'source' }
  | { at: 'reading'; done: number; total: number }
  | { at: 'columns' }
  | { at: 'preview'; note: string }
  | { at: 'done' }
  | { at: 'takeBack'; what: PastImport }
  | { at: 'takenBack'; obstacles: string[]; rows: number };

export const step = signal<ImportStep>({ at: 'source' });
export const sources = signal<ImportSources>({
  tabs: [],
  statuses: [],
  people: [],
  only: '',
  zone: '',
  memory: [],
  latest: null,
});
export const pastedText = signal('');
export const sourceError = signal('');
export const source = signal<ImportSource | null>(null);
/** What has been said about this table since it was taken up. */
export const said = signal<ImportAnswers>(NO_ANSWERS);
/** Whose deals these are, where the table does not say: a roster id; '' for not said. */
export const allTo = signal('');
/** Which of the deals are wanted. */
export const filter = signal<ImportFilter>(NO_FILTER);
/** What the tabs know of the table's deals, as the server said last. */
export const known = signal<KnownTab[]>([]);
/** Those whose tabs have not been looked at yet. */
export const pending = signal<ReadonlySet<string>>(new Set());
/** What has been said in the preview. */
export const decisions = signal<ImportDecisions>(NO_DECISIONS);
/** What has been written so far, tab by tab. */
export const written = signal<{ repId: string; name: string; added: number; changed: number }[]>([]);
/** Whether the answers are in Setup for the next time, and whether Setup tells of the import. */
export const remembered = signal(true);
export const isNoted = signal(true);

/** What was said at earlier imports, as far as it speaks of this table, and what has been said since. */
export const answers = computed<ImportAnswers>(() => {
  const from = source.value;
  if (!from) return NO_ANSWERS;
  const { memory, people, statuses } = sources.value;
  const before = answersFrom(memory, from.table, people, statuses);
  const now = said.value;
  return {
    ...before,
    ...now,
    columns: { ...before.columns, ...now.columns },
    stages: { ...before.stages, ...now.stages },
    owners: { ...before.owners, ...now.owners },
  };
});

const context = computed<ImportContext>(() => ({
  people: sources.value.people,
  statuses: sources.value.statuses,
  zone: sources.value.zone,
  dateGuess: writesMonthFirst(language()) ? 'mdy' : 'dmy',
  decimalGuess: source.value?.decimalGuess ?? '.',
  language: language(),
}));

/** Columns by their headings and cells; a person's word comes on top of it. */
const foundColumns = computed(() =>
  source.value
    ? findColumns(source.value.table, sources.value.people, answers.value.currency)
    : { columns: {}, questions: [] },
);

const EMPTY: ImportTable = { heading: [], lines: [] };

export const understood = computed<ImportUnderstanding>(() =>
  understand(source.value?.table ?? EMPTY, foundColumns.value, context.value, answers.value),
);

/** The deals of the table, and the lines that are left out. */
export const found = computed<ReadDeals>(() => {
  const from = source.value;
  if (!from) return { deals: [], complaints: [], passedOver: 0 };
  const read = readDeals(from.table, understood.value.reading);
  return { ...read, complaints: [...from.complaints, ...read.complaints].sort((a, b) => a.line - b.line) };
});

/** The pipelines of the table, by name. */
export const pipelines = computed<string[]>(() => {
  const cells = columnCells(source.value?.table ?? EMPTY, understood.value.columns.pipeline);
  return [...new Set(cells.map(String))].slice(0, 100);
});

/** The deals that are taken up: all, or what the filter lets through. */
export const taken = computed<ImportDeal[]>(() => {
  const { deals } = found.value;
  if (!filtersAnything(filter.value)) return deals;
  const index = understood.value.columns.pipeline;
  const lines = new Map(source.value?.table.lines.map(({ line, cells }) => [line, cells]));
  const pipelineOf = (line: number) => (index === undefined ? '' : String(lines.get(line)?.[index] ?? ''));
  return filterDeals(deals, filter.value, pipelineOf);
});

/** Whose deals all are, where the table does not say; '' where it does. */
export const allBelongTo = computed(() => (understood.value.columns.owner === undefined ? allTo.value : ''));

/** What becomes of each deal, as things stand and as has been said. */
export const planned = computed<ImportPlan>(() => {
  const { statuses, only } = sources.value;
  return planImport({
    deals: taken.value,
    inTable: new Set(found.value.deals.flatMap((deal) => [idKey(deal.id), idOfName(deal)])),
    tabs: known.value,
    owners: ownersSaid.value,
    all: allBelongTo.value,
    only,
    statuses,
    decisions: decisions.value,
    pending: pending.value,
  });
});

/** Whose the deals are, those with most of them first: roster ids. */
export const named = computed<string[]>(() => {
  if (allBelongTo.value !== '') return [allBelongTo.value];
  const ids = understood.value.owners.map((owner) => (owner.key === '' ? '' : personOf(owner)));
  return [...new Set(ids)].filter((id) => id !== '');
});

/** Something that a person has to say before deals can be looked at. */
export type Question =
  | { about: 'rounded' | 'name' | 'whose' | 'letters' | 'dates' | 'amounts' | 'currency' | 'stages' | 'owners' }
  | { about: 'column'; question: ColumnQuestion };

/** What was said at earlier imports. */
const before = computed(() => {
  const from = source.value;
  const { memory, people, statuses } = sources.value;
  return from ? answersFrom(memory, from.table, people, statuses) : NO_ANSWERS;
});

/** The table as it would be understood without today's answers, but in the columns that have been chosen. */
const unanswered = computed(() => {
  const { dates, decimal, currency, otherCurrencies, stages, owners } = before.value;
  const then: ImportAnswers = { columns: answers.value.columns, stages, owners };
  return understand(source.value?.table ?? EMPTY, foundColumns.value, context.value, {
    ...then,
    ...(dates ? { dates } : {}),
    ...(decimal ? { decimal } : {}),
    ...(currency ? { currency } : {}),
    ...(otherCurrencies ? { otherCurrencies } : {}),
  });
});

/** All that is asked about this table, answered by now or not: a question stays in its place when it is answered. */
export const asked = computed<Question[]>(() => {
  const file = source.value?.file;
  const columnQuestions = foundColumns.value.questions.filter(({ field }) => before.value.columns[field] === undefined);
  return questionsOf(unanswered.value, columnQuestions, {
    letters: file !== undefined && file.decoded.doubt.length > 0,
    whose: unanswered.value.columns.owner === undefined,
  });
});

/** What is still open. */
export const open = computed<Question[]>(() => {
  const file = source.value?.file;
  const u = understood.value;
  return questionsOf(u, u.columnQuestions, {
    letters: file !== undefined && file.decoded.doubt.length > 0 && file.chosen === null,
    whose: u.columns.owner === undefined && allTo.value === '',
  });
});

function questionsOf(
  u: ImportUnderstanding,
  columnQuestions: readonly ColumnQuestion[],
  more: { letters: boolean; whose: boolean },
): Question[] {
  if (u.roundedId !== '') return [{ about: 'rounded' }];
  const list: Question[] = [];
  const add = (about: Exclude<Question['about'], 'column'>, isAsked: boolean) => {
    if (isAsked) list.push({ about });
  };
  add('letters', more.letters);
  add('name', lacksName(u.columns));
  add('whose', more.whose);
  for (const question of columnQuestions) if (question.field !== 'owner') list.push({ about: 'column', question });
  add('dates', !u.dates.sure && u.dates.example !== '');
  add('amounts', !u.amounts.sure && u.amounts.example !== '');
  add('currency', u.asksCurrency);
  add('stages', openStages(u).length > 0);
  add('owners', openOwners(u).length > 0);
  return list;
}

/** Is this question still open? */
export function isOpen(one: Question): boolean {
  return open.value.some((other) =>
    one.about === 'column' && other.about === 'column'
      ? one.question.field === other.question.field
      : one.about === other.about,
  );
}

/** The stages and the owners that are asked about, with what has been said of them by now. */
export const askedStages = computed(() => {
  const keys = new Set(openStages(unanswered.value).map(({ key }) => key));
  return understood.value.stages.filter(({ key }) => keys.has(key));
});
export const askedOwners = computed(() => {
  const keys = new Set(openOwners(unanswered.value).map(({ key }) => key));
  return understood.value.owners.filter(({ key }) => keys.has(key));
});

/** Columns that look like the owner's, though no heading says so. */
export const ownerCandidates = computed(
  () => foundColumns.value.questions.find(({ field }) => field === 'owner')?.candidates ?? [],
);

/** Whose deals an owner's are: what has been said, else who it surely is; '' where they are left out. */
export function personOf(owner: ImportUnderstanding['owners'][number]): string {
  return owner.answer ?? (owner.match.is === 'person' ? owner.match.id : '');
}

/** Who each owner is: roster ids by the owner's key. */
const ownersSaid = computed<Record<string, string>>(() =>
  Object.fromEntries(
    understood.value.owners.filter((owner) => owner.key !== '').map((owner) => [nameKey(owner.text), personOf(owner)]),
  ),
);
