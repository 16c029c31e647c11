/** Conditional formats in Excel's terms; gradients and rules that Excel lacks are left out. */
import type ExcelJS from 'exceljs';
import type { ConditionalRule, Rect, Scalar } from '../engine/engine';
import { a1OfRect, columnLetters } from '../values/addresses';
import { argb } from './xlsx-format';

/** Adds the rules in their order; the first that fits wins, as at Google. */
export function addConditionalFormats(sheet: ExcelJS.Worksheet, rules: readonly ConditionalRule[]): void {
  for (const [index, rule] of rules.entries()) {
    // Programs differ in which cell a formula over several ranges is about, so each range gets its own.
    const parts = rule.criteria === 'CUSTOM_FORMULA' ? [rule.ranges] : rule.ranges.map((range) => [range]);
    for (const ranges of parts) {
      const formula = ranges[0] ? conditionOf(rule, ranges[0]) : null;
      if (formula === null) continue;
      sheet.addConditionalFormatting({
        ref: ranges.map(refOf).join(' '),
        rules: [{ type: 'expression', priority: index + 1, formulae: [formula], style: styleOf(rule.style) }],
      });
    }
  }
}

/** Each kind of rule as a formula for the top left cell of its first range. */
function conditionOf(rule: ConditionalRule, first: Rect): string | null {
  const cell = `${columnLetters(first.col)}${first.row}`;
  const [a, b] = rule.args.map(literal);
  switch (rule.criteria) {
    case 'CUSTOM_FORMULA':
      return String(rule.args[0] ?? '').replace(/^=/, '');
    case 'TEXT_EQUAL_TO':
      return `EXACT(${cell},${a})`;
    case 'TEXT_CONTAINS':
      return `ISNUMBER(SEARCH(${a},${cell}))`;
    case 'TEXT_DOES_NOT_CONTAIN':
      return `ISERROR(SEARCH(${a},${cell}))`;
    case 'TEXT_STARTS_WITH':
      return `LEFT(${cell},LEN(${a}))=${a}`;
    case 'TEXT_ENDS_WITH':
      return `RIGHT(${cell},LEN(${a}))=${a}`;
    case 'CELL_EMPTY':
      return `LEN(TRIM(${cell}))=0`;
    case 'CELL_NOT_EMPTY':
      return `LEN(TRIM(${cell}))>0`;
    case 'NUMBER_GREATER_THAN':
      return `${cell}>${a}`;
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return `${cell}>=${a}`;
    case 'NUMBER_LESS_THAN':
      return `${cell}<${a}`;
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return `${cell}<=${a}`;
    case 'NUMBER_EQUAL_TO':
      return `${cell}=${a}`;
    case 'NUMBER_NOT_EQUAL_TO':
      return `${cell}<>${a}`;
    case 'NUMBER_BETWEEN':
      return `AND(${cell}>=${a},${cell}<=${b})`;
    case 'NUMBER_NOT_BETWEEN':
      return `OR(${cell}<${a},${cell}>${b})`;
    default:
      return null;
  }
}

function literal(value: Scalar): string {
  if (typeof value === 'string') return value.startsWith('=') ? value.slice(1) : `"${value.replace(/"/g, '""')}"`;
  return value === null ? '""' : String(value).toUpperCase();
}

function styleOf(style: ConditionalRule['style']): Partial<ExcelJS.Style> {
  const font: Partial<ExcelJS.Font> = {};
  if (style.fontColor) font.color = { argb: argb(style.fontColor) };
  if (style.fontWeight === 'bold') font.bold = true;
  if (style.fontStyle === 'italic') font.italic = true;
  if (style.fontLine === 'line-through') font.strike = true;
  if (style.fontLine === 'underline') font.underline = true;
  const result: Partial<ExcelJS.Style> = Object.keys(font).length > 0 ? { font } : {};
  if (style.background) {
    // A conditional fill takes its colour from the background, unlike a cell's own.
    result.fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: argb(style.background) } };
  }
  return result;
}

function refOf({ row, col, rows, cols }: Rect): string {
  return a1OfRect(row, col, rows, cols);
}
