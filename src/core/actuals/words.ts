import { monthTitle } from '../shared/month';
import type { LeftOut, TextPlace } from './figures';

/** One plain sentence for something pasted that is not taken: what, where in the text, and what to do. */
export function leftOutText(left: LeftOut): string {
  switch (left.why) {
    case 'nothing':
      return 'There is no table yet. Paste KPI names in the first line and a line for each person below it.';
    case 'noNames':
      return 'No name of the roster and no KPI of Setup is in the first line or the first column.';
    case 'unknown':
      if (left.name === '') return `There is no name in ${placeText(left.at)}.`;
      return left.what === 'kpi'
        ? `“${left.name}” (${placeText(left.at)}) is not a KPI of Setup.`
        : `“${left.name}” (${placeText(left.at)}) is not on the roster.`;
    case 'twice':
      return `${left.name} stands there ${left.at.length === 2 ? 'twice' : `${left.at.length} times`} (${left.at.map(placeText).join('; ')}). None of them is taken.`;
    case 'ragged':
      return `Line ${left.line} has ${left.cells} cells, the first line ${left.expected}. Put quotes round figures with commas, or paste from a spreadsheet.`;
    case 'unreadable':
      return `“${left.text}” (${placeText(left.at)}) is not a number.`;
    case 'noTab':
      return `${left.name} has no tab in this spreadsheet.`;
    case 'noMonth':
      return `${left.name} has no ${monthTitle(left.month)} yet. Start it first.`;
    case 'notInMonth':
      return `${left.kpi} is not among the KPIs in ${monthTitle(left.month)} of ${left.name}.`;
    case 'formula':
      return `${left.kpi} of ${left.name} is a formula (${left.cell}) and stays.`;
    case 'mayNotEdit':
      return `You may read the tab of ${left.name} but not edit it.`;
  }
}

function placeText({ line, column }: TextPlace): string {
  return `line ${line}, column ${column}`;
}
