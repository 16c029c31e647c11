import type { ImportTabView } from '../../contract/import';
import type { ImportField } from '../../core/import/columns';
import type { ImportPlace } from '../../core/import/words';
import { monthTitle } from '../../core/shared/month';

/** The texts of the import of deals. */
const many = (n: number, one: string, more: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : more}`;
const deals = (n: number) => many(n, 'deal', 'deals');
const joined = (parts: (string | false)[]) => parts.filter((part) => part !== false).join(' · ');

export const importWords = {
  title: 'Import deals',
  lookingForTabs: 'Looking for tabs…',
  readingTab: 'Reading the tab…',
  planning: 'Comparing with the tabs…',
  writing: 'Writing the deals…',

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
  columnsMore: 'The columns were found by their names. Correct what is wrong; nothing is written yet.',
  columns: 'Columns',
  none: 'None',
  unnamed: (n: number) => `Column ${n}`,
  field: {
    id: 'Id in the CRM',
    name: 'Name of the deal',
    account: 'Customer',
    owner: 'Owner',
    amount: 'Amount',
    when: 'Close date',
    stage: 'Stage or status',
    next: 'Next step',
    reason: 'Why it was lost',
    created: 'Created on',
    modified: 'Last changed on',
  } satisfies Record<ImportField, string>,
  example: (text: string) => `First: ${text}`,
  exampleRead: (text: string, read: string) => (text === read ? `First: ${text}` : `First: ${text}, read as ${read}`),
  notRead: (text: string) => `First: ${text}, which can’t be read`,
  missing: {
    id: 'Which column has the CRM’s id? Without it a deal is not known again next time. In Salesforce, add “Opportunity ID” to the report.',
    name: 'Which column has the deal’s name, or the customer?',
  },
  allTo: (name: string) => `None: all deals go to ${name}.`,
  ownerOrTab: 'Without an owner, open the tab of the person they belong to first.',
  moreColumns: 'More columns',
  notUsed: (names: string) => `Not used: ${names}`,
  whichDay: (text: string) => `Which day is ${text}?`,
  bothDays: (text: string) => `Some days have the month first, others the day. Which day is ${text}?`,
  howMuch: (text: string) => `How much is ${text}?`,
  stages: 'What the stages stand for',
  stage: (text: string, n: number) => `${text} · ${n.toLocaleString('en-US')}`,
  noStage: 'No stage: every deal counts as moving.',
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
  noDeals: 'No line could be read',
  noDealsMore: 'Look at the columns again.',
  write: (n: number) => `Write ${deals(n)}`,
  lookSaid: (added: number, updated: number, left: number) =>
    `${importWords.toWrite(added, updated)}${left > 0 ? `, ${left} left out` : ''}`,

  // Writing, done
  progress: (done: number, all: number) => `${done} of ${many(all, 'tab', 'tabs')}`,
  progressMore: 'You can go on working in the sheet. What is done stays done.',
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
