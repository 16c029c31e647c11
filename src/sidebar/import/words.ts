/** The texts of the import of deals. */
import type { PastImport } from '../../contract/import';
import type { ColumnQuestion, ImportField } from '../../core/import/columns';
import type { ImportPlace } from '../../core/import/complaints';
import type { DealFate, LeftOutWhy } from '../../core/import/fates';
import type { LineFate } from '../../core/import/tally';
import { FIELD_USES } from '../../core/shared/agenda';
import type { Field } from '../../core/shared/fields';
import { type MonthKey, monthName, monthTitle } from '../../core/shared/month';
import { digits, joined, many } from '../wording';

const deals = (n: number) => many(n, 'deal', 'deals');

export const importWords = {
  title: 'Import deals',
  lookingForTabs: 'Looking for tabs…',
  readingTab: 'Reading the tab…',
  comparing: 'Comparing with the tabs',
  writingDeals: 'Writing deals',
  checkingTabs: 'Looking whether anybody has edited it',
  takingBack: 'Taking it back',

  // Where from
  sourceTitle: 'Bring in deals from your CRM',
  sourceMore: 'You see what changes before anything is written.',
  file: 'A file (CSV), chosen or dropped here',
  dropIt: 'Drop the file',
  paste: 'Or a table, copied and pasted',
  pasteExample: 'Id,Name,Owner,Amount,Close date,Stage',
  tab: 'Or a tab of this spreadsheet',
  noTab: 'None',
  tabLine: (name: string, rows: number) => `${name}, ${many(rows, 'row', 'rows')}`,
  goOn: 'Go on',
  sourceFirst: 'Choose a file, paste a table, or choose a tab first.',
  emptySource: 'There is no deal in it: a line of headings and at least one line below it are needed.',
  tooMany: (n: number, most: number) =>
    `${many(n, 'line', 'lines')} are more than can be read at once (${digits(most)}). Split the file, or export open deals only.`,
  fileUnread: 'This file could not be read. Export it again as CSV.',
  pasted: 'Pasted table',

  // Which column is what
  inSource: (n: number, place: ImportPlace) =>
    place === 'line' ? many(n, 'line with a deal', 'lines with deals') : many(n, 'row with a deal', 'rows with deals'),
  allFound: 'All that is needed was found.',
  toAnswer: (n: number) =>
    n === 0 ? 'All questions are answered.' : `${many(n, 'question', 'questions')} first; the rest was found.`,
  columns: 'Columns',
  foundOf: (n: number, all: number) => `${n} of ${digits(all)}`,
  none: 'None',
  unnamed: (n: number) => `Column ${n}`,
  choose: (proposal: string) => (proposal === '' ? 'Choose…' : `Choose… (${proposal}?)`),
  example: (text: string) => `First: ${text}`,
  exampleRead: (text: string, read: string) => (text === read ? `First: ${text}` : `First: ${text}, read as ${read}`),
  notRead: (text: string) => `First: ${text}, which can’t be read`,
  rounded: (id: string) =>
    `The ids in this file, like ${id}, have been rounded by a spreadsheet program: deals could not be told apart. Export it again and import the file without opening it in between.`,
  whichName: 'Which column has the deal’s name, or the customer? Say it under “Columns”.',
  noId: 'There is no id of the CRM: deals are known by customer and name. Better add it to the report (“Opportunity ID” in Salesforce).',
  whichColumn: (field: ImportField, why: ColumnQuestion['why']) => {
    const what: Partial<Record<ImportField, string>> = {
      amount: why === 'several' ? 'Which amount counts?' : 'Which column has the amount?',
      when: 'Which column has the expected close date?',
      stage: 'Which column has the stage, or says won and lost?',
    };
    return what[field] ?? 'Which column is it?';
  },
  noColumn: (field: ImportField) => {
    const what: Partial<Record<ImportField, string>> = {
      amount: 'None: deals come in without amounts',
      when: 'None: deals come in without dates',
      stage: 'None: every deal counts as moving',
    };
    return what[field] ?? 'None';
  },
  looksLikeIt: 'Looks like it',
  foundColumns: 'Found',
  otherColumns: 'Other columns',
  whose: 'Whose deals are these?',
  whoseMore: 'No heading speaks of an owner.',
  allBelongTo: 'All of them belong to',
  columnSays: 'A column says it',
  whichLetters: 'How are the letters meant?',
  amountsIn: (list: string[]) => `Amounts are in ${list.join(', ')}. Which is the team’s currency?`,
  currencyCount: (currency: string, n: number) => `${currency} (${digits(n)})`,
  theOthers: 'Deals in another one',
  others: { blank: 'come in without an amount', out: 'are left out' },
  whichStages: 'What do these stages stand for?',
  whoIs: 'Who is this?',
  asProposed: (n: number) => (n === 2 ? 'Take both as proposed' : `Take all ${n} as proposed`),
  owners: 'Whose deals',
  notOnTeam: (n: number) => `${n} not on the team`,
  ownerless: (n: number) => `${deals(n)} without an owner: left out.`,
  leaveOut: 'Not on the team: leave out',
  filter: 'Which deals',
  all: 'all',
  someOf: (n: number, all: number) => `${digits(n)} of ${digits(all)}`,
  pipeline: 'Pipeline',
  closeFrom: 'Closing from',
  closeTo: 'until',
  least: 'At least',
  largest: 'The largest … only',
  moreColumns: 'More columns',
  notUsed: (names: string, more: number) => `Not used: ${names}${more > 0 ? ` and ${digits(more)} more` : ''}`,
  whichDay: (text: string) => `Which day is ${text}?`,
  howMuch: (text: string) => `How much is ${text}?`,
  stages: 'Stages',
  /** A stage or an owner, and how many deals. */
  stage: (text: string, n: number) => `${text} · ${digits(n)}`,

  // What would be written
  toWrite: (added: number, updated: number) =>
    added + updated === 0
      ? 'Nothing would change'
      : joined([added > 0 && many(added, 'new deal', 'new deals'), updated > 0 && `${digits(updated)} to update`]),
  soFar: 'So far: a deal may still turn up on another tab.',
  into: (name: string, tab: { month: MonthKey }) => `${name}, ${monthTitle(tab.month)}`,
  whatBecomes: 'What becomes of them',
  lines: (n: number, place: ImportPlace) => (place === 'line' ? many(n, 'line', 'lines') : many(n, 'row', 'rows')),
  fates: {
    pending: 'not compared yet',
    new: 'new',
    changed: 'changed',
    reopened: 'open again',
    handedOver: 'with a new owner',
    doubtful: 'to be told apart first',
    proposed: 'for a manager to hand over',
    kept: 'differ: your words stay',
    same: 'the same',
    closedHere: 'closed; they stay in their month',
    closedBefore: 'closed before they came here',
    leftBehind: 'left behind by decision',
    leftOut: 'without a tab to go to',
    out: 'left out by you',
    filtered: 'held back by your choice',
    doubled: 'more than once in it',
    unreadable: 'could not be read',
    passedOver: 'totals and headings',
  } satisfies Record<LineFate, string>,
  /** What becomes of one deal, below its name. */
  fateOf: ({ fate, other, twin, row }: DealFate): string => {
    const place = other ? `${other.name}${other.name === '' ? '' : ', '}${monthName(other.month)}` : '';
    switch (fate) {
      case 'new':
        return 'New';
      case 'reopened':
        return other?.status
          ? `Open again; was ${other.status} (${place})`
          : `Open again; left the list after ${place}`;
      case 'handedOver':
        return `From ${other?.name}, whose row is closed as handed over`;
      case 'proposed':
        return row
          ? `The CRM says it is ${other?.name}’s now: a manager’s import hands it over`
          : `Stands on the tab of ${other?.name}: a manager’s import hands it over`;
      case 'doubtful':
        return 'Could be a row that was typed by hand';
      case 'kept':
        return 'Differs';
      default:
        return twin ? 'Taken for a row that was typed by hand' : '';
    }
  },
  numbers: (own: readonly DealFate[]) => {
    const counts = new Map<LineFate, number>();
    for (const { fate, isOut } of own) counts.set(isOut ? 'out' : fate, (counts.get(isOut ? 'out' : fate) ?? 0) + 1);
    return [...counts].map(([fate, n]) => `${digits(n)} ${importWords.fates[fate]}`).join(' · ');
  },
  takeIn: (title: string) => `Bring in ${title}`,
  fieldName: (field: Field) => FIELD_LABELS[field] ?? field,
  stays: 'stays;',
  crmSays: (text: string) => `the CRM says ${text}.`,
  takeTheirs: 'Take the CRM’s',
  keepOurs: 'Keep what stood there',
  formulaStays: 'your own formula stays',
  sameAs: 'It is the same as',
  aNewDeal: 'none of these: a new deal',
  missing: 'No longer in the CRM',
  missingMore: 'Merged, deleted, or given to somebody else?',
  missingChoice: { keep: 'Keep them', drop: 'Leave them behind' },
  dropMore: 'Left behind is closed without a sale, and its row says so.',
  keepRow: (title: string) => `Keep ${title}`,
  looksFiltered: (name: string, gone: number, all: number) =>
    `${digits(gone)} of ${name}’s ${digits(all)} open deals are not in the file. It looks filtered: they stay as they are.`,
  leftOutWhy: (left: LeftOutWhy, n: number, name: string): string => {
    switch (left.why) {
      case 'noOwner':
        return `${deals(n)} without an owner.`;
      case 'stranger':
        return `${deals(n)} of ${name}, who is not on the roster.`;
      case 'notYours':
        return `${deals(n)} of others: you can import into your own tab only.`;
      case 'noTab':
        return `${deals(n)} of ${name}, who has no tab in this spreadsheet.`;
      case 'hasLeft':
        return `${deals(n)} of ${name}, who has left by the roster.`;
      case 'mayNotEdit':
        return `${deals(n)} of ${name}: a tab that you may not edit is concerned.`;
      case 'noSection':
        return `${deals(n)} of ${name}: the newest month has no section for opportunities.`;
      case 'noMonth':
        return `${deals(n)} of ${name}, who has no month yet. Start one first.`;
      case 'moved':
        return `${deals(n)} of ${name}: columns of a tab have been moved (${left.cell}). Run Check and repair there, then import again.`;
    }
  },
  standsAt: (title: string, line: number, name: string) =>
    `${title} (line ${line}) stands on the tab of ${name} and stays there.`,
  leftBehind: (title: string, month: MonthKey) =>
    `${title} was left behind by decision${month > 0 ? ` in ${monthName(month)}` : ''} and stays so.`,
  linked: 'gets the CRM’s id',
  blank: '(blank)',
  leftOut: 'Left out',
  odd: 'Come in without a cell',
  passedOver: (n: number) => `${many(n, 'line', 'lines')} with totals or headings passed over.`,
  brokenLetters: (n: number) =>
    `${many(n, 'character', 'characters')} of the file could not be read: each is shown as \ufffd.`,
  notKept: 'Your answers were not kept: only those who may edit Setup can do that.',
  kept: 'Your answers stand in Setup, under “Import”.',
  readingMore: (done: number, all: number) => `Row ${digits(done)} of ${digits(all)}`,
  noDeals: 'No line could be read',
  noDealsMore: 'Look at the columns again.',
  write: (n: number) => `Write ${deals(n)}`,
  lookSaid: (added: number, updated: number, left: number) =>
    `${importWords.toWrite(added, updated)}${left > 0 ? `, ${left} left out` : ''}`,

  // Writing, done
  stopped: (done: number, all: number) =>
    `Stopped: ${done} of ${many(all, 'tab', 'tabs')} are written. This is what is left.`,
  done: (added: number, updated: number) =>
    added + updated === 0
      ? 'Everything was there already'
      : joined([added > 0 && many(added, 'new deal', 'new deals'), updated > 0 && `${digits(updated)} updated`]),
  noted: 'Setup tells of this import, under “Imports”.',
  notNoted: 'Setup does not tell of this import: only those who may edit Setup can write there.',
  latest: (what: PastImport) => `The latest import: ${importWords.pastImport(what)}`,
  pastImport: ({ when, by, file, added, changed }: PastImport) =>
    joined([when !== '' && when, by !== '' && by, file, `${added} new, ${changed} changed`]),
  takeItBack: 'Take it back',
  takeBackTitle: 'Take this import back?',
  takeBackMore: 'Cells get back what stood there, and rows that came in go. What somebody has edited since stays.',
  takenBack: (n: number) => `Taken back: ${many(n, 'row', 'rows')}`,
  notTakenBack: 'It was not taken back',
  halfTakenBack: 'Stopped: some tabs are not as before yet. Take it back once more.',
  doneMore: 'Importing the same again changes nothing.',
  doneLine: (added: number, updated: number) =>
    joined([added > 0 && `${digits(added)} new`, updated > 0 && `${digits(updated)} updated`]),
};

const FIELD_LABELS: Partial<Record<Field, string>> = Object.fromEntries(
  FIELD_USES.existing.map(({ field, label }) => [field, label]),
);
