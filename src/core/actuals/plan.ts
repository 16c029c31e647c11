import { isBlankMark } from '../shared/fold';
import { amountOf, type DecimalMark, decimalShown, readMoney } from '../shared/money';
import type { LeftOut, NameQuestion, NamesSaid, PastedFigure } from './figures';
import { type Named, Names } from './names';
import { readTable } from './pasted-table';
import { gridTable, longTable } from './table-shapes';

export interface ParsedActuals {
  figures: PastedFigure[];
  leftOut: LeftOut[];
  questions: NameQuestion[];
}

/**
 * Reads a pasted table of actuals: people in the first column and KPIs in the first line, the other way round, or a line
 * for each figure (person, KPI, value). Blank cells are skipped. What cannot be told beyond doubt is left out and named or
 * asked, the rest is taken. How a lone mark before three digits is meant (7.500) follows the other figures of the table,
 * else `decimal`; "30 mil" follows `language`; a share is 45 %, 45 or 0.45, whichever its column holds.
 */
export function parseActuals(
  text: string,
  people: readonly Named[],
  kpis: readonly Named[],
  decimal: DecimalMark,
  said: NamesSaid = {},
  language = '',
): ParsedActuals {
  const lines = readTable(text);
  if (lines.length < 2) return { figures: [], leftOut: [{ why: 'nothing' }], questions: [] };
  const names = new Names(people, kpis, said);
  const cells = longTable(lines, names) ?? gridTable(lines, names);
  const { leftOut } = names;
  const written = cells.filter((cell) => !isBlankMark(cell.text));
  const mark = commonMark(written.map((cell) => cell.text)) ?? decimal;
  const shares = new Set(kpis.filter(({ isShare }) => isShare).map(({ id }) => id));
  const inHundreds = new Set(written.filter((cell) => isOverOne(cell.text, mark)).map(({ kpiId }) => kpiId));
  const figures: PastedFigure[] = [];
  for (const { repId, kpiId, text: typed, at } of written) {
    const reading = readMoney(typed, { decimal: mark, language });
    const value = amountOf(reading);
    const isPlain = reading.is !== 'blank' && reading.is !== 'unreadable' && !reading.percent;
    const scale = isPlain && shares.has(kpiId) && inHundreds.has(kpiId) ? 100 : 1;
    if (value !== null) figures.push({ repId, kpiId, value: Number((value / scale).toPrecision(15)), ...at });
    else leftOut.push({ why: 'unreadable', text: typed, at });
  }
  return { figures, leftOut, questions: names.questions };
}

/** More than one and a half, without a percent sign: a column of shares that holds it is in hundreds. */
function isOverOne(text: string, decimal: DecimalMark): boolean {
  const reading = readMoney(text, { decimal });
  return (reading.is === 'value' || reading.is === 'ambiguous') && !reading.percent && Math.abs(reading.value) > 1.5;
}

/** The decimal mark of the figures that show it beyond doubt, if they agree. */
function commonMark(texts: readonly string[]): DecimalMark | null {
  const shown = new Set(texts.map(decimalShown).filter((mark) => mark !== null));
  return shown.size === 1 ? ([...shown][0] as DecimalMark) : null;
}
