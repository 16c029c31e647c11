/** Conditional formats of a sheet. Univer's own do not follow rows and columns without a page (hole 3): ours do here. */
import { contains, intersection, subtract } from '../values/addresses';
import { type ChangedGrid, reanchored, shiftAnchored, shiftFormula } from './anchors';
import type { Book } from './book';
import { googleRule, type MarkedRule, univerRule } from './conditional-rule';
import type { ConditionalRule, Rect, Scalar } from './engine';
import { shiftRects } from './shift';
import { AddConditionalRuleMutation, DeleteConditionalRuleMutation, SetConditionalRuleMutation } from './univer';
import { toRange, toRect } from './univer-range';

function rulesOf(book: Book, key: string): readonly MarkedRule[] {
  return book.host.conditionals.getSubunitRules(book.host.unitId, key) ?? [];
}

/** The rules in Google's order: the first that holds decides. */
export function readConditionals(book: Book, sheetId: number): ConditionalRule[] {
  const { key, sheet } = book.find(sheetId);
  const grid = book.grid(sheet);
  return rulesOf(book, key).map((rule) =>
    googleRule(
      rule,
      rule.ranges.map((range) => toRect(range, grid)),
    ),
  );
}

/** The rule in words that do not depend on the order of its members. */
function ruleText({ ranges, criteria, args, style, gradient }: ConditionalRule): string {
  const { background, fontColor, fontWeight, fontStyle, fontLine } = style;
  const places = ranges.map(({ row, col, rows, cols }) => [row, col, rows, cols]);
  return JSON.stringify([places, criteria, args, background, fontColor, fontWeight, fontStyle, fontLine, gradient]);
}

let made = 0;

/** Makes these the rules of a sheet. Rules that are as they were are left alone when the list is only added to. */
export function writeConditionals(book: Book, sheetId: number, rules: readonly ConditionalRule[]): void {
  const { key } = book.find(sheetId);
  const before = readConditionals(book, sheetId).map(ruleText);
  const wanted = rules.map(ruleText);
  const kept =
    before.length <= wanted.length &&
    before.every((rule, index) => rule === wanted[wanted.length - before.length + index]);
  if (!kept) for (const { cfId } of [...rulesOf(book, key)]) book.run(DeleteConditionalRuleMutation.id, key, { cfId });
  // Univer puts an added rule first.
  for (const rule of rules.slice(0, kept ? rules.length - before.length : rules.length).reverse()) {
    made += 1;
    const cfId = `c${Date.now().toString(36)}${made.toString(36)}`;
    book.run(AddConditionalRuleMutation.id, key, {
      rule: { ...univerRule(rule, cfId), ranges: rule.ranges.map(toRange) },
    });
  }
}

function replaceRule(book: Book, key: string, cfId: string, rule: ConditionalRule): void {
  book.run(SetConditionalRuleMutation.id, key, {
    cfId,
    rule: { ...univerRule(rule, cfId), ranges: rule.ranges.map(toRange) },
  });
}

function mapFormulas(args: readonly Scalar[], map: (formula: string) => string): Scalar[] {
  return args.map((arg) => (typeof arg === 'string' && arg.startsWith('=') ? map(arg) : arg));
}

/** Brings all rules along with a change of one sheet's grid; `before` are the rules read before the change. */
export function shiftConditionals(book: Book, changedKey: string, grid: ChangedGrid): void {
  for (const { id, key, sheet } of book.sheets()) {
    const home = sheet.getName();
    const cfIds = rulesOf(book, key).map((rule) => rule.cfId);
    readConditionals(book, id).forEach((rule, index) => {
      const cfId = cfIds[index]!;
      const ranges = key === changedKey ? shiftRects(rule.ranges, grid.change) : rule.ranges;
      if (ranges.length === 0) {
        book.run(DeleteConditionalRuleMutation.id, key, { cfId });
        return;
      }
      const args = mapFormulas(rule.args, (formula) =>
        key === changedKey
          ? shiftAnchored(formula, rule.ranges, ranges, home, grid)
          : shiftFormula(formula, home, grid),
      );
      const next = { ...rule, ranges, args };
      if (JSON.stringify(next) !== JSON.stringify(rule)) replaceRule(book, key, cfId, next);
    });
  }
}

/** Rewrites the formulas of all rules (a sheet renamed or deleted). */
export function mapConditionalFormulas(book: Book, map: (formula: string) => string): void {
  for (const { id, key } of book.sheets()) {
    const cfIds = rulesOf(book, key).map((rule) => rule.cfId);
    readConditionals(book, id).forEach((rule, index) => {
      const next = { ...rule, args: mapFormulas(rule.args, map) };
      if (JSON.stringify(next) !== JSON.stringify(rule)) replaceRule(book, key, cfIds[index]!, next);
    });
  }
}

function moved(rect: Rect, from: Rect, row: number, col: number): Rect {
  return { ...rect, row: rect.row - from.row + row, col: rect.col - from.col + col };
}

/** The rule for other ranges: formulas about its first cell follow. */
function withRanges(rule: ConditionalRule, ranges: Rect[]): ConditionalRule {
  return { ...rule, ranges, args: mapFormulas(rule.args, (formula) => reanchored(formula, rule.ranges, ranges)) };
}

/**
 * After a copy: the rules that hold for the source hold for the copy as well. Those of another sheet's cells come in place of
 * the ones that are there: pasted cells are cut out of these.
 */
export function extendConditionals(
  book: Book,
  fromSheet: number,
  from: Rect,
  toSheet: number,
  row: number,
  col: number,
): void {
  const own = fromSheet === toSheet;
  const added: ConditionalRule[] = [];
  let changed = false;
  const rules = readConditionals(book, fromSheet).map((rule) => {
    const parts = rule.ranges
      .flatMap((range) => intersection(range, from) ?? [])
      .map((part) => moved(part, from, row, col));
    const missing = own ? parts.filter((part) => !rule.ranges.some((range) => contains(range, part))) : parts;
    if (missing.length === 0) return rule;
    if (!own) added.push(withRanges(rule, missing));
    changed = true;
    return withRanges(rule, [...rule.ranges, ...missing]);
  });
  if (own) {
    if (changed) writeConditionals(book, toSheet, rules);
    return;
  }
  const place = moved(from, from, row, col);
  const there = readConditionals(book, toSheet);
  const isHit = there.some((rule) => rule.ranges.some((range) => intersection(range, place)));
  if (changed || isHit) writeConditionals(book, toSheet, [...without(there, place), ...added]);
}

/** Rules without a rectangle of cells; those that held for no others are left out. */
function without(rules: readonly ConditionalRule[], place: Rect): ConditionalRule[] {
  return rules
    .map((rule) =>
      withRanges(
        rule,
        rule.ranges.flatMap((range) => subtract(range, place)),
      ),
    )
    .filter((rule) => rule.ranges.length > 0);
}

/** After a cut and paste: the rules leave the old place and hold at the new one. */
export function moveConditionals(
  book: Book,
  fromSheet: number,
  from: Rect,
  toSheet: number,
  row: number,
  col: number,
): void {
  const before = readConditionals(book, fromSheet);
  if (!before.some((rule) => rule.ranges.some((range) => intersection(range, from)))) return;
  const left = (rule: ConditionalRule) => rule.ranges.flatMap((range) => subtract(range, from));
  const gone = (rule: ConditionalRule) =>
    rule.ranges.flatMap((range) => intersection(range, from) ?? []).map((part) => moved(part, from, row, col));
  if (fromSheet === toSheet) {
    writeConditionals(
      book,
      toSheet,
      before.map((rule) => withRanges(rule, [...left(rule), ...gone(rule)])),
    );
    return;
  }
  writeConditionals(book, fromSheet, without(before, from));
  const arrived = before.map((rule) => withRanges(rule, gone(rule))).filter((rule) => rule.ranges.length > 0);
  writeConditionals(book, toSheet, [...readConditionals(book, toSheet), ...arrived]);
}
