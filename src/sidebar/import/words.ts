/** The texts of the import of deals. */
import type { ImportTabView } from '../../contract/import';
import type { ColumnQuestion, ImportField } from '../../core/import/columns';
import type { ImportPlace } from '../../core/import/complaints';
import { monthTitle } from '../../core/shared/month';
import { joined, many } from '../wording';

const deals = (n: number) => many(n, 'deal', 'deals');

export const importWords = {
  title: 'Import deals',
  lookingForTabs: 'Looking for tabs…',
  readingTab: 'Reading the tab…',
  readingTabs: 'Looking for these deals',
  comparing: 'Comparing with the tabs',
  writingDeals: 'Writing deals',

  // Where from
  sourceTitle: 'Bring in deals from your CRM',
  sourceMore: 'Salesforce, HubSpot, Pipedrive or any other. You see what changes before anything is written.',
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
    `${many(n, 'line', 'lines')} are more than can be read at once (${most.toLocaleString('en-US')}). Split the file, or export open deals only.`,
  fileUnread: 'This file could not be read. Export it again as CSV.',
  pasted: 'Pasted table',

  // Which column is what
  inSource: (n: number, place: ImportPlace) =>
    place === 'line' ? many(n, 'line with a deal', 'lines with deals') : many(n, 'row with a deal', 'rows with deals'),
  allFound: 'All that is needed was found. Look the columns over; nothing is written yet.',
  toAnswer: (n: number) =>
    n === 0
      ? 'All questions are answered. Nothing is written yet.'
      : `${many(n, 'question', 'questions')} first; the rest was found.`,
  columns: 'Columns',
  foundOf: (n: number, all: number) => `${n} of ${all.toLocaleString('en-US')}`,
  none: 'None',
  unnamed: (n: number) => `Column ${n}`,
  choose: (proposal: string) => (proposal === '' ? 'Choose…' : `Choose… (${proposal}?)`),
  example: (text: string) => `First: ${text}`,
  exampleRead: (text: string, read: string) => (text === read ? `First: ${text}` : `First: ${text}, read as ${read}`),
  notRead: (text: string) => `First: ${text}, which can’t be read`,
  rounded: (id: string) =>
    `The ids in this file, like ${id}, have been rounded by a spreadsheet program: deals could not be told apart. Export it again and import the file without opening it in between, or give the column the format “Text” before the ids go in.`,
  whichName: 'Which column has the deal’s name, or the customer? Say it under “Columns”.',
  noId: 'There is no id of the CRM: deals are known by customer and name. In Salesforce, add “Opportunity ID” to the report, and deals are known whatever they are called.',
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
  whoseMore: 'No heading speaks of an owner. Nothing is written before you say it.',
  allBelongTo: 'All of them belong to',
  columnSays: 'A column says it',
  whichLetters: 'How are the letters meant?',
  amountsIn: (list: string[]) => `Amounts are in ${list.join(', ')}. Which is the team’s currency?`,
  currencyCount: (currency: string, n: number) => `${currency} (${n.toLocaleString('en-US')})`,
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
  someOf: (n: number, all: number) => `${n.toLocaleString('en-US')} of ${all.toLocaleString('en-US')}`,
  pipeline: 'Pipeline',
  closeFrom: 'Closing from',
  closeTo: 'until',
  least: 'At least',
  largest: 'The largest … only',
  moreColumns: 'More columns',
  notUsed: (names: string, more: number) =>
    `Not used: ${names}${more > 0 ? ` and ${more.toLocaleString('en-US')} more` : ''}`,
  whichDay: (text: string) => `Which day is ${text}?`,
  howMuch: (text: string) => `How much is ${text}?`,
  stages: 'Stages',
  /** A stage or an owner, and how many deals. */
  stage: (text: string, n: number) => `${text} · ${n.toLocaleString('en-US')}`,
  byName: 'Also know deals by their name',
  byNameMore: 'Where a row has no CRM id yet and the name fits one deal only. The row then gets the id.',

  // What would be written
  toWrite: (added: number, updated: number) =>
    added + updated === 0
      ? 'Nothing would change'
      : joined([
          added > 0 && many(added, 'new deal', 'new deals'),
          updated > 0 && `${updated.toLocaleString('en-US')} to update`,
        ]),
  nothingWrittenYet: 'Nothing has been written yet.',
  into: (name: string, tab: Pick<ImportTabView, 'month'>) => `${name}, ${monthTitle(tab.month)}`,
  numbers: (tab: ImportTabView) =>
    joined([
      tab.added.length > 0 && `${tab.added.length.toLocaleString('en-US')} new`,
      tab.updated.length > 0 && `${tab.updated.length.toLocaleString('en-US')} to update`,
      tab.same > 0 && `${tab.same.toLocaleString('en-US')} the same`,
      tab.leftOut > 0 && `${tab.leftOut.toLocaleString('en-US')} left out`,
    ]) || 'nothing to write',
  isNew: 'New',
  linked: 'gets the CRM’s id',
  earlier: (n: number) =>
    `${deals(n)} of earlier months ${n === 1 ? 'is' : 'are'} closed and ${n === 1 ? 'stays' : 'stay'} there.`,
  neverSeen: (n: number) =>
    `${deals(n)} ${n === 1 ? 'was' : 'were'} closed before ever standing on this tab: left out.`,
  blank: '(blank)',
  leftOut: 'Left out',
  odd: 'Come in without a cell',
  passedOver: (n: number) => `${many(n, 'line', 'lines')} with totals or headings passed over.`,
  brokenLetters: (n: number) =>
    `${many(n, 'character', 'characters')} of the file could not be read: each is shown as \ufffd.`,
  notKept: 'Your answers could not be kept for next time: only those who may edit Setup can do that.',
  kept: 'Your answers stand in Setup, under “Import”: next time they are not asked again.',
  readingMore: (done: number, all: number) => `Row ${done.toLocaleString('en-US')} of ${all.toLocaleString('en-US')}`,
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
      : joined([
          added > 0 && many(added, 'new deal', 'new deals'),
          updated > 0 && `${updated.toLocaleString('en-US')} updated`,
        ]),
  doneMore: 'Importing the same again changes nothing.',
  doneLine: (added: number, updated: number) =>
    joined([
      added > 0 && `${added.toLocaleString('en-US')} new`,
      updated > 0 && `${updated.toLocaleString('en-US')} updated`,
    ]),
};
