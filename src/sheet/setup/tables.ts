import { STANDARD_STATUSES } from '../../core/deal/carry';
import { MEMORY_KINDS } from '../../core/import/memory-lines';
import { KPI_KINDS, KPI_OVER } from '../../core/kpi';
import { AGENDA_IDS, knownSection, RESULTS_AGENDA, type Section, STANDARD_AGENDA } from '../../core/shared/agenda';
import { QUESTION_MOMENTS, STANDARD_QUESTIONS } from '../../core/shared/questions';
import { BETTER } from '../../core/shared/standing';

/**
 * The tables of the Setup tab: title, what it is for, its columns. One definition, from which the tab is written and
 * read. Tables are stacked, so that deleting a person's row never deletes a KPI.
 */
export interface SetupTable {
  id: TableId;
  /** The title in column A; found by it when the hidden key is gone. */
  title: string;
  hint: string;
  columns: readonly SetupColumn[];
  /** Rows that a fresh tracker begins with, as values by column. */
  defaults: readonly { key: string; values: readonly (string | number)[] }[];
  spareRows: number;
  /** A tracker made before there was this table goes on without it. */
  optional?: boolean;
  /** Made when there is something to write into it. */
  onDemand?: boolean;
}

export type TableId =
  | 'managers'
  | 'roster'
  | 'agenda'
  | 'results'
  | 'kpis'
  | 'goals'
  | 'statuses'
  | 'settings'
  | 'questions'
  | 'import'
  | 'imports';

export interface SetupColumn {
  field: string;
  label: string;
  type: 'text' | 'date' | 'number' | 'percent' | 'list';
  list?: readonly string[];
  /** Read only where its label stands: a tracker made before there was this column has something else there. */
  optional?: boolean;
  /** A note on its label. */
  note?: string;
}

const text = (field: string, label = field): SetupColumn => ({ field, label, type: 'text' });
const date = (field: string, label = field): SetupColumn => ({ field, label, type: 'date' });
const list = (field: string, label: string, words: readonly string[]): SetupColumn => ({
  field,
  label,
  type: 'list',
  list: words,
});

const AGENDA_COLUMNS: readonly SetupColumn[] = [
  text('name', 'section'),
  text('question'),
  { field: 'minutes', label: 'minutes', type: 'number' },
  list('shown', 'shown', ['yes', 'no']),
];

function agendaLines(agenda: readonly Section[]): SetupTable['defaults'] {
  return agenda.map((section) => ({
    key: section.id,
    values: [section.name, section.question, section.minutes ?? 'the rest', 'yes'],
  }));
}

/** Keys of the lines in the table Settings. */
export const SETTING = { help: 'help', currency: 'currency', year: 'year', method: 'method' } as const;

/** Setup's line for an empty status: there only for its weight. */
const MOVING_LINE = 'moving (empty)';

/** Is this word of a status table's line the empty status? */
export function meansMoving(word: string): boolean {
  return /^\(?moving\)?$|^moving \((empty|blank)\)$/i.test(word.trim());
}

/** What the words of the table Questions mean. The sidebar decides by `momentsOf`. */
const WHEN_NOTE =
  'What the month has to show: an open deal that is stuck; pushed again: its date was moved to later twice or more; nothing moved: nothing about it has changed for two 1:1s; won: a deal won this month; off goal twice: a KPI below goal for two months; on target: a KPI at its goal; the first 1:1 with somebody. Empty: always.';

export const SETUP_TABLES: readonly SetupTable[] = [
  {
    id: 'managers',
    title: 'Managers',
    hint: 'Who runs 1:1s and looks after this tab',
    columns: [text('name'), text('email', 'e-mail'), date('start', 'since')],
    defaults: [],
    spareRows: 2,
  },
  {
    id: 'roster',
    title: 'Roster',
    hint: 'One line for each salesperson; an end date takes a person off the team, the tab stays',
    columns: [
      text('name'),
      text('email', 'e-mail'),
      date('start'),
      date('end'),
      text('manager'),
      list('agenda', 'agenda', AGENDA_IDS),
    ],
    defaults: [],
    spareRows: 3,
  },
  {
    id: 'agenda',
    title: 'Agenda',
    hint: 'The full talk, in the order of the meeting; a line of your own becomes a section of your own',
    columns: AGENDA_COLUMNS,
    defaults: agendaLines(STANDARD_AGENDA),
    spareRows: 1,
  },
  {
    id: 'results',
    title: 'Results agenda',
    hint: 'A shorter talk on results: choose it in the roster, or for one month when it is started',
    columns: AGENDA_COLUMNS,
    defaults: agendaLines(RESULTS_AGENDA),
    spareRows: 1,
    optional: true,
  },
  {
    id: 'kpis',
    title: 'KPIs',
    hint: 'Results first, activities where results call for them',
    columns: [
      text('name'),
      text('counts', 'what it counts'),
      text('unit'),
      list('kind', 'kind', KPI_KINDS),
      list('better', 'better', BETTER),
      list('over', 'over months', KPI_OVER),
      text('ratioOf', 'ratio of'),
    ],
    defaults: [
      {
        key: 'revenue',
        values: ['Booked revenue', 'Signed contracts, whole value', '', 'result', 'higher', 'sum', ''],
      },
      {
        key: 'meetings',
        values: ['First meetings', 'First talk with a new customer', 'number', 'activity', 'higher', 'sum', ''],
      },
      { key: 'calls', values: ['Calls', 'Conversations, not attempts', 'number', 'activity', 'higher', 'sum', ''] },
      {
        key: 'hitrate',
        values: [
          'Meetings from calls',
          'First meetings for each call',
          '%',
          'activity',
          'higher',
          'ratio',
          'First meetings / Calls',
        ],
      },
    ],
    spareRows: 2,
  },
  {
    id: 'goals',
    title: 'Goals',
    hint: 'An empty “who” means everyone, “Benchmark” what you compare with; the newest line that fits counts',
    columns: [
      text('who'),
      text('kpi', 'KPI'),
      { field: 'value', label: 'goal', type: 'number' },
      list('per', 'per', ['month', 'year']),
      text('from', 'from month'),
    ],
    defaults: [],
    spareRows: 4,
  },
  {
    id: 'statuses',
    title: 'Statuses',
    hint: 'Of an opportunity; an empty status means: moving. Weights make a weighted pipeline from the next month on',
    columns: [
      text('word', 'status'),
      text('means', 'what it means'),
      list('closes', 'closes it', ['yes', 'no']),
      list('won', 'as won', ['yes', 'no']),
      {
        field: 'weight',
        label: 'weight',
        type: 'percent',
        optional: true,
        note: 'How much of an open amount counts, like 60%. All empty: no weighted pipeline. One empty among others: that status counts in full. What is won or lost counts in neither.',
      },
    ],
    defaults: [
      { key: 'moving', values: [MOVING_LINE, 'Nothing special; the cell is left empty', 'no', 'no'] },
      ...STANDARD_STATUSES.map((status) => ({
        key: status.word.replace(/ /g, '-'),
        values: [status.word, meaningOf(status.word), status.closes ? 'yes' : 'no', status.won ? 'yes' : 'no'],
      })),
    ],
    spareRows: 1,
  },
  {
    id: 'settings',
    title: 'Settings',
    hint: 'For the whole team',
    columns: [text('name', 'setting'), text('value'), text('means', 'what it does')],
    defaults: [
      {
        key: SETTING.help,
        values: [
          'The sheet helps',
          'yes',
          'While somebody types: 42k becomes 42,000, new rows get their lists. no: never',
        ],
      },
      {
        key: SETTING.currency,
        values: [
          'Currency',
          '',
          'Of all amounts, like EUR. Another one beside an amount: it is not counted, and says so',
        ],
      },
      {
        key: SETTING.year,
        values: ['Year begins in', 'January', 'For quarters, the year’s goal, coverage and rank'],
      },
      {
        key: SETTING.method,
        values: ['Our method', '', 'The steps you sell by, like Research > First call > Offer: taps in “Go deeper”'],
      },
    ],
    spareRows: 0,
    optional: true,
  },
  {
    id: 'questions',
    title: 'Questions',
    hint: '“More to ask” in the sidebar: those that fit come first, three at most. Change, empty or add lines',
    columns: [
      { ...text('section'), note: 'The name of a section; empty: in every section.' },
      text('text', 'question'),
      { ...list('when', 'when', QUESTION_MOMENTS), note: WHEN_NOTE },
    ],
    defaults: STANDARD_QUESTIONS.map(({ section, when, text: said }, n) => ({
      key: String(n + 1),
      values: [knownSection(section)?.name ?? '', said, when],
    })),
    spareRows: 3,
    optional: true,
  },
  {
    id: 'import',
    title: 'Import',
    hint: 'What was answered when deals came in from the CRM; the next import asks no more. Change a line, or delete it to be asked anew',
    columns: [list('what', 'about', MEMORY_KINDS), text('said', 'in the file'), text('means', 'means')],
    defaults: [],
    spareRows: 1,
    optional: true,
    onDemand: true,
  },
  {
    id: 'imports',
    title: 'Imports',
    hint: 'Each import of deals. The latest can be taken back in the sidebar, as long as nobody has edited what it wrote',
    columns: [text('when'), text('file'), text('by'), text('cameIn', 'what came in'), text('state')],
    defaults: [],
    spareRows: 0,
    optional: true,
    onDemand: true,
  },
];

function meaningOf(word: string): string {
  const meanings: Record<string, string> = {
    closing: 'A date for the signature is in sight',
    stuck: 'Nothing moves; it needs us both',
    'going cold': 'They answer less and less',
    won: 'Signed; stays in the month it was won in',
    lost: 'Gone, without blame; stays in its month',
  };
  return meanings[word] ?? '';
}

/** Sheet columns of Setup: A is visible, B and C hidden (key, sheet id of a rep's tab), D to I visible. */
export const SETUP_COL = { first: 1, key: 2, sheetId: 3, second: 4 } as const;
export const SETUP_COLUMNS = 9;
export const SETUP_WIDTHS = [200, 60, 60, 210, 110, 110, 120, 130, 160] as const;

/** The sheet column of a table's n-th column (0-based). */
export function setupCol(index: number): number {
  return index === 0 ? SETUP_COL.first : SETUP_COL.second + index - 1;
}

/** Name of the tab, and the key in its hidden head cell by which it is known when it has been renamed. */
export const SETUP_TAB = 'Setup';
export const SETUP_KEY = 'setup';
