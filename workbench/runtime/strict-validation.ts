/**
 * Data validation that rejects: whether a value that a script writes keeps the rule.
 * Source: facts §5.7 (texts measured; matching is exact; blank is accepted), https://developers.google.com/apps-script/reference/spreadsheet/data-validation-criteria
 */
import type { CellInput, Engine, Rect, Scalar, ValidationRule } from '../engine/engine';
import { a1OfRect } from '../values/addresses';

/** A refusal, in Google's words. */
export class ValidationRefusal extends Error {}

/** Throws a ValidationRefusal for the first cell whose new value breaks a rejecting rule. Formulas are not judged. */
export async function checkValidation(
  engine: Engine,
  place: { sheetId: number; row: number; col: number },
  cells: readonly (readonly (CellInput | null)[])[],
): Promise<void> {
  const rect: Rect = { row: place.row, col: place.col, rows: cells.length, cols: cells[0]?.length ?? 0 };
  if (rect.rows === 0 || rect.cols === 0) return;
  const rules = engine.validations(place.sheetId, rect);
  for (const [r, line] of cells.entries()) {
    for (const [c, cell] of line.entries()) {
      const rule = rules[r]?.[c];
      if (!rule || rule.allowInvalid || !cell || cell.v === undefined || cell.v === null || cell.v === '') continue;
      const list = await allowedValues(engine, rule);
      if (keepsRule(cell.v, rule, list)) continue;
      const at = a1OfRect(place.row + r, place.col + c, 1, 1);
      const hint = list ? ` Please enter one of the following values: ${list.join(', ')}.` : '';
      throw new ValidationRefusal(
        rule.helpText && !list
          ? rule.helpText
          : `The data you entered in cell ${at} violates the data validation rules set on this cell.${hint}`,
      );
    }
  }
}

async function allowedValues(engine: Engine, rule: ValidationRule): Promise<string[] | null> {
  if (rule.criteria === 'VALUE_IN_LIST') return rule.args.map(String);
  if (rule.criteria !== 'VALUE_IN_RANGE' || !rule.range) return null;
  const shown = await engine.displayValues(rule.range.sheetId, rule.range.rect);
  return shown.flat().filter((text) => text !== '');
}

function keepsRule(value: Scalar, rule: ValidationRule, list: string[] | null): boolean {
  if (list) return list.includes(wordOf(value));
  const args = rule.args;
  if (rule.criteria.startsWith('NUMBER_')) return typeof value === 'number' && keepsNumber(value, rule.criteria, args);
  if (rule.criteria.startsWith('DATE_')) return typeof value === 'number' && keepsDate(value, rule.criteria, args);
  const text = wordOf(value);
  const wanted = String(args[0] ?? '');
  switch (rule.criteria) {
    case 'CHECKBOX':
      return args.length > 0 ? args.some((arg) => arg === value) : typeof value === 'boolean';
    case 'TEXT_CONTAINS':
      return text.toLowerCase().includes(wanted.toLowerCase());
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text.toLowerCase().includes(wanted.toLowerCase());
    case 'TEXT_EQUAL_TO':
      return text === wanted;
    case 'TEXT_IS_VALID_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    case 'TEXT_IS_VALID_URL':
      return /^(https?:\/\/|ftp:\/\/|mailto:)?[\w-]+(\.[\w-]+)+\S*$/i.test(text);
    default:
      // A custom formula would need the cell's value first; it is not judged here.
      return true;
  }
}

function wordOf(value: Scalar): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

function keepsNumber(value: number, criteria: string, args: readonly Scalar[]): boolean {
  const [low = 0, high = 0] = args.map(Number);
  switch (criteria) {
    case 'NUMBER_BETWEEN':
      return value >= low && value <= high;
    case 'NUMBER_NOT_BETWEEN':
      return value < low || value > high;
    case 'NUMBER_EQUAL_TO':
      return value === low;
    case 'NUMBER_NOT_EQUAL_TO':
      return value !== low;
    case 'NUMBER_GREATER_THAN':
      return value > low;
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return value >= low;
    case 'NUMBER_LESS_THAN':
      return value < low;
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return value <= low;
    default:
      return true;
  }
}

/** The arguments are serial days; the time of day does not count. */
function keepsDate(value: number, criteria: string, args: readonly Scalar[]): boolean {
  const day = Math.floor(value);
  const [first = 0, last = 0] = args.map((arg) => Math.floor(Number(arg)));
  switch (criteria) {
    case 'DATE_AFTER':
      return day > first;
    case 'DATE_BEFORE':
      return day < first;
    case 'DATE_EQUAL_TO':
      return day === first;
    case 'DATE_ON_OR_AFTER':
      return day >= first;
    case 'DATE_ON_OR_BEFORE':
      return day <= first;
    case 'DATE_BETWEEN':
      return day >= first && day <= last;
    case 'DATE_NOT_BETWEEN':
      return day < first || day > last;
    default:
      return true;
  }
}
