/** Data validation on the cells of a sheet. */

import { intersection, subtract } from '../values/addresses';
import { anchorOf, type ChangedGrid, reanchored, shiftAnchored, shiftFormula, sortedRanges } from './anchors';
import type { Book } from './book';
import type { Rect, ValidationRule } from './engine';
import { shiftRects } from './shift';
import {
  AddDataValidationMutation,
  type ISheetDataValidationRule,
  RemoveDataValidationMutation,
  DataValidationType as Type,
  UpdateDataValidationMutation,
} from './univer';
import { toRange, toRect } from './univer-range';
import { type RuleBody, readRule, ruleBody } from './validation-rule';

interface Placed {
  rule: ISheetDataValidationRule;
  rects: Rect[];
}

function placed(book: Book, key: string): Placed[] {
  const grid = book.grid(book.host.sheet(key));
  const rules = book.host.validations.getRules(book.host.unitId, key) as ISheetDataValidationRule[];
  return rules.map((rule) => ({ rule, rects: rule.ranges.map((range) => toRect(range, grid)) }));
}

/** Each cell's rule, null where there is none. */
export function readValidations(book: Book, sheetId: number, rect: Rect): (ValidationRule | null)[][] {
  const found = Array.from({ length: rect.rows }, () => new Array<ValidationRule | null>(rect.cols).fill(null));
  for (const { rule, rects } of placed(book, book.find(sheetId).key)) {
    let google: ValidationRule | undefined;
    for (const range of rects) {
      const common = intersection(range, rect);
      if (!common) continue;
      google ??= readRule(rule, sheetId, book.names);
      for (let r = 0; r < common.rows; r += 1) {
        const line = found[common.row - rect.row + r]!;
        line.fill(google, common.col - rect.col, common.col - rect.col + common.cols);
      }
    }
  }
  return found;
}

/** Gives a rule other ranges, or takes it away when none are left; a formula about its first cell follows. */
function replaceRanges(book: Book, key: string, { rule, rects }: Placed, next: Rect[], formula?: string): void {
  if (next.length === 0) {
    book.run(RemoveDataValidationMutation.id, key, { ruleId: rule.uid });
    return;
  }
  const formula1 =
    formula ?? (rule.type === Type.CUSTOM ? reanchored(rule.formula1 ?? '', rects, next) : rule.formula1);
  const payload = { ranges: sortedRanges(next).map(toRange), ...(formula1 !== undefined && { formula1 }) };
  // 3 is "all": settings, options and ranges in one update.
  book.run(UpdateDataValidationMutation.id, key, { ruleId: rule.uid, payload: { type: 3, payload } });
}

/** Takes all validation off a rectangle. */
export function clearValidations(book: Book, sheetId: number, rect: Rect): void {
  const { key } = book.find(sheetId);
  for (const entry of placed(book, key)) {
    if (!entry.rects.some((range) => intersection(range, rect))) continue;
    replaceRanges(
      book,
      key,
      entry,
      entry.rects.flatMap((range) => subtract(range, rect)),
    );
  }
}

/** Rectangles of equal rules: runs along rows, joined downwards. */
function areas(
  rules: (ValidationRule | null)[][],
  row: number,
  col: number,
): { rule: ValidationRule; rects: Rect[] }[] {
  const byRule = new Map<string, { rule: ValidationRule; rects: Rect[] }>();
  rules.forEach((line, r) => {
    for (let c = 0; c < line.length; ) {
      const rule = line[c];
      const text = ruleText(rule);
      let end = c + 1;
      while (end < line.length && (line[end] === rule || ruleText(line[end]) === text)) end += 1;
      if (rule) {
        const area = byRule.get(text) ?? { rule, rects: [] };
        byRule.set(text, area);
        const above = area.rects.find(
          (rect) => rect.col === col + c && rect.cols === end - c && rect.row + rect.rows === row + r,
        );
        if (above) above.rows += 1;
        else area.rects.push({ row: row + r, col: col + c, rows: 1, cols: end - c });
      }
      c = end;
    }
  });
  return [...byRule.values()];
}

/** The rule in words that do not depend on the order of its members. */
function ruleText(rule: ValidationRule | null | undefined): string {
  if (!rule) return '';
  const { criteria, args, range, allowInvalid, showDropdown, helpText } = rule;
  const place = range && [range.sheetId, range.rect.row, range.rect.col, range.rect.rows, range.rect.cols];
  return JSON.stringify([criteria, args, place, allowInvalid, showDropdown, helpText]);
}

function bodyText(body: RuleBody): string {
  const { type, operator, formula1, formula2, errorStyle, showDropDown, renderMode, error, google } = body;
  return JSON.stringify([
    type,
    operator,
    formula1,
    formula2,
    errorStyle,
    showDropDown,
    renderMode,
    error,
    google?.criteria,
    google?.args,
  ]);
}

let made = 0;

function newId(): string {
  made += 1;
  return `v${Date.now().toString(36)}${made.toString(36)}`;
}

/** Sets the rules of a block of cells; null takes a cell's rule away. Equal neighbours share one rule of Univer's. */
export function writeValidations(
  book: Book,
  sheetId: number,
  row: number,
  col: number,
  rules: (ValidationRule | null)[][],
): void {
  const rect = { row, col, rows: rules.length, cols: rules[0]?.length ?? 0 };
  clearValidations(book, sheetId, rect);
  const { key } = book.find(sheetId);
  for (const { rule, rects } of areas(rules, row, col))
    addRule(book, key, ruleBody(rule, anchorOf(rects), book.names), rects);
}

/** Gives an equal rule of the sheet more ranges, or adds one. */
function addRule(book: Book, key: string, body: RuleBody, rects: Rect[]): void {
  const text = bodyText(body);
  const twin = body.type === Type.CUSTOM ? undefined : placed(book, key).find(({ rule }) => bodyText(rule) === text);
  if (twin) replaceRanges(book, key, twin, [...twin.rects, ...rects]);
  else
    book.run(AddDataValidationMutation.id, key, {
      rule: { ...body, uid: newId(), ranges: sortedRanges(rects).map(toRange) },
    });
}

/** Rules with the parts of their ranges that lie in a rectangle, for copying them. */
export interface PickedRules {
  from: Rect;
  rules: { body: RuleBody; rects: Rect[]; parts: Rect[] }[];
}

/** The rules that hold somewhere in a rectangle. */
export function pickValidations(book: Book, sheetId: number, from: Rect): PickedRules {
  const rules = placed(book, book.find(sheetId).key).map(({ rule, rects }) => {
    const { uid: _uid, ranges: _ranges, ...body } = structuredClone(rule);
    return { body, rects, parts: rects.flatMap((range) => intersection(range, from) ?? []) };
  });
  return { from, rules: rules.filter(({ parts }) => parts.length > 0) };
}

/** Lays picked rules down from a cell on; formulas about the first cell follow. What was there must be cleared before. */
export function placeValidations(
  book: Book,
  sheetId: number,
  picked: PickedRules,
  row: number,
  col: number,
  transposed = false,
): void {
  const { key } = book.find(sheetId);
  for (const { body, rects, parts } of picked.rules) {
    const next = parts.map((part) => {
      const [down, across] = [part.row - picked.from.row, part.col - picked.from.col];
      return transposed
        ? { row: row + across, col: col + down, rows: part.cols, cols: part.rows }
        : { ...part, row: row + down, col: col + across };
    });
    const custom = body.type === Type.CUSTOM && { formula1: reanchored(body.formula1 ?? '', rects, next) };
    addRule(book, key, { ...body, ...custom }, next);
  }
}

/** Brings all rules along with a change of one sheet's grid: their ranges there, and their formulas everywhere. */
export function shiftValidations(book: Book, changedKey: string, grid: ChangedGrid): void {
  for (const { key, sheet } of book.sheets()) {
    for (const entry of placed(book, key)) {
      const { rule, rects } = entry;
      const next = key === changedKey ? shiftRects(rects, grid.change) : rects;
      const formula = rule.formula1;
      const home = sheet.getName();
      let shifted = formula;
      if (formula?.startsWith('=') && next.length > 0) {
        const anchored = rule.type === Type.CUSTOM && key === changedKey;
        shifted = anchored ? shiftAnchored(formula, rects, next, home, grid) : shiftFormula(formula, home, grid);
      }
      const moved = next.length !== rects.length || next.some((rect, index) => rect !== rects[index]);
      if (moved || shifted !== formula) replaceRanges(book, key, entry, next, shifted);
    }
  }
}

/** Rewrites the formulas of all rules (a sheet renamed or deleted). */
export function mapValidationFormulas(book: Book, map: (formula: string) => string): void {
  for (const { key } of book.sheets()) {
    for (const entry of placed(book, key)) {
      const { formula1 } = entry.rule;
      if (!formula1?.startsWith('=')) continue;
      const next = map(formula1);
      if (next !== formula1) replaceRanges(book, key, entry, entry.rects, next);
    }
  }
}

/** Gives a sheet the same rules as another one, at the same places. */
export function copyValidationsTo(book: Book, from: number, to: number): void {
  const target = book.find(to).key;
  for (const { rule } of placed(book, book.find(from).key)) {
    book.run(AddDataValidationMutation.id, target, { rule: { ...structuredClone(rule), uid: newId() } });
  }
}
