/** The texts of figures, protection and the Team tab. */
import { addMonths, type MonthKey, monthName, monthTitle } from '../../core/shared/month';
import { many } from '../wording';

/** Short, human, never scolding; each problem says what to do next. */
export const teamWords = {
  protectingTabs: 'Protecting tabs',
  writingFigures: 'Writing figures',
  pasteTitle: 'Paste figures for the team',
  pasteMore: 'Actuals of a month stand in the block of the month after it, which looks back on them.',
  pasteMonth: 'Which figures',
  pasteInto: (month: MonthKey) => `Of ${monthName(addMonths(month, -1))}, into ${monthTitle(month)}`,
  pasteWho: { person: 'Who is this?', kpi: 'Which KPI is this?' },
  pasteChoose: 'Choose…',
  pasteLeaveOut: 'Leave out',
  pasteLabel: 'A table copied from a sheet',
  pasteHint:
    'People down, KPIs across, with a line of titles, or a line for each figure. You see what changes before anything is written.',
  pasteExample: 'Name\tCalls\tRevenue\nMira Oakes\t64\t52000',
  pasteFirst: 'Paste a table first: people down, KPIs across.',
  figuresToWrite: (n: number) => (n === 0 ? 'No figure would change' : `${many(n, 'figure', 'figures')} would change`),
  nothingWrittenYet: 'Nothing has been written yet.',
  figuresSame: (n: number) => `${many(n, 'figure is', 'figures are')} in the sheet already.`,
  changeText: 'Change the text',
  writeFigures: (n: number) => `Write ${many(n, 'figure', 'figures')}`,
  figuresWritten: (n: number) => `${many(n, 'figure', 'figures')} written`,
  figuresLeft: (n: number) => `Stopped: ${many(n, 'figure', 'figures')} written. This is what is left.`,
  protectTitle: 'Let each person edit the own tab only?',
  protectMore: 'Managers edit all tabs, Setup and Team. It can be run again at any time, for a copied file too.',
  protectedTitle: (n: number) => (n === 0 ? 'No tab was protected' : `${many(n, 'tab is', 'tabs are')} protected`),
  protectedNow: 'Edited by their people and managers only',
  leftAsTheyAre: 'Left as they are',
  notProtectedYet: (n: number) => `Stopped: ${many(n, 'tab is', 'tabs are')} still as before. Protect again to go on.`,
  protectedSaid: (n: number, left: number) =>
    `${many(n, 'tab', 'tabs')} protected${left > 0 ? `, ${left} left as they are` : ''}`,
  teamBuilt: 'The Team tab is up to date.',
};
