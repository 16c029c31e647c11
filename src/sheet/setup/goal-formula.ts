/** The goal of a KPI in a month that is not over: a formula that looks it up in Setup, so that an edit there is seen at once. */
import type { Kpi } from '../../core/kpi';
import { COL, columnLetter, KEY } from '../grid/grid';
import { HEAD_CELL, HIDDEN } from '../grid/hidden';
import { sheetCell, sheetColumn } from '../grid/tab-formulas';
import { GOAL_BEGINS } from '../month/kpi-rows';
import { sheetRange } from './roster-formulas';
import { SETUP_COL, SETUP_TABLES, setupCol, type TableId } from './tables';

/** Where Setup's tables lie: header row, and the row after the last one. */
export interface GoalsIn {
  tab: string;
  places: Partial<Record<TableId, { header: number; end: number }>>;
}

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/**
 * Formula text without "=": the line of Setup that counts, as core/shared/goal-lines.ts has it. One for the person goes
 * before one for everyone, of several the one that starts last. Blank where none does; '' where Setup has no such table.
 * Person and KPI are found by their hidden keys, so that they may be renamed. From the table's labels to the gap below it:
 * lines that are added in between are looked through as well.
 * @param row sheet row of the KPI's row in the month
 */
export function goalFormula(kpi: Pick<Kpi, 'over'>, row: number, { tab, places }: GoalsIn): string {
  const place = places.goals;
  if (!place) return '';
  const columns = SETUP_TABLES.find(({ id }) => id === 'goals')?.columns ?? [];
  const cells = (field: string) => {
    const letter = columnLetter(setupCol(columns.findIndex((column) => column.field === field)));
    return sheetRange(tab, `$${letter}$${place.header}`, `$${letter}$${place.end - 1}`);
  };
  const [who, value, per] = [`TRIM(${cells('who')})`, cells('value'), cells('per')];
  const keyed = (key: string) =>
    `INDEX(${sheetColumn(tab, SETUP_COL.first)};MATCH(${key};${sheetColumn(tab, SETUP_COL.key)};0))`;
  const own = `${who}=TRIM(${keyed(`"rep:"&MID(${cell(HEAD_CELL.tab.col, HEAD_CELL.tab.row, '$')};${KEY.head.length + 2};99)`)})`;
  // A KPI that somebody has typed into Setup has no key there yet.
  const kpiName = `TRIM(IFERROR(${keyed(cell(HIDDEN.key, row))};${cell(COL.who, row)}))`;
  const month = cell(HIDDEN.month, row);
  // The figures are those of the month before. Each line that counts is this far from it, the nearest is the least.
  const distance = `MOD((${month}-88*(MOD(${month};100)=1))*10000-1-${fromMonth(cells('from'))}*10000-ROW(${value})+ROW(${sheetCell(tab, place.header, SETUP_COL.first)});1000000005000)`;
  const best = `MIN(IFERROR((${distance}+10000000000*(${who}=""))/((TRIM(${cells('kpi')})=${kpiName})*ISNUMBER(${value})*(((${who}="")+(${own}))>0));1000000000000))`;
  const each = kpi.over === 'sum' ? `${value}/(1+11*(TRIM(${per})="year"))` : `${value}/1`;
  return `${GOAL_BEGINS}${each};10000-MOD(${best};10000)));"")`;
}

/** The month that a line counts from as a number, 0 for "always": as core/shared/month.ts reads days, numbers and texts. */
function fromMonth(cells: string): string {
  const text = `TRIM(${cells})`;
  const named = `(2000+VALUE(RIGHT(${text};2)))*100+(SEARCH(LEFT(${text};3);"${MONTHS}")+2)/3`;
  // 2027-01, 202701, 1/2027, 01.2027: the year's four digits, and what is left without them.
  const year = `IF(LEFT(${text};2)="20";LEFT(${text};4);RIGHT(${text};4))`;
  const month = ['-', '/', '.'].reduce(
    (left, sign) => `SUBSTITUTE(${left};"${sign}";"")`,
    `SUBSTITUTE(${text};${year};"")`,
  );
  const digits = `VALUE(${year})*100+VALUE(${month})`;
  return `IF(${text}="";0;IF(ISNUMBER(${cells});IF(${cells}>200000;${cells};YEAR(${cells})*100+MONTH(${cells}));IFERROR(${named};${digits})))`;
}

function cell(col: number, row: number, fixed = ''): string {
  return `$${columnLetter(col)}${fixed}${row}`;
}
