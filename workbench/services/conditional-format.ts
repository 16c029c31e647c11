/**
 * ConditionalFormatRule and its builder.
 * Source: https://developers.google.com/apps-script/reference/spreadsheet/conditional-format-rule-builder
 */
import type { ConditionalRule, FileInfo } from '../engine/engine';
import { hexColor } from '../values/colors';
import { instantOfSerial } from '../values/zoned-time';
import { read } from './book';
import { serials } from './data-validation';
import { type EnumValue, nameOf } from './enums';
import { Exception } from './exception';
import {
  BooleanCondition,
  CONDITIONS,
  conditionOf,
  GradientCondition,
  type Point,
  type RuleState,
} from './format-conditions';
import { define, expose, type Members } from './members';
import { newRange, own } from './objects';
import type { Range } from './range';

const EMPTY: Omit<RuleState, 'ranges'> = {
  criteria: null,
  args: [],
  background: null,
  fontColor: null,
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
  gradient: null,
};

class RuleReader {
  readonly [own]: RuleState;
  constructor(state: RuleState) {
    this[own] = state;
  }
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder({ ...this[own] });
  }
  getRanges(): Range[] {
    return this[own].ranges.map(newRange);
  }
  getBooleanCondition(): BooleanCondition | null {
    return this[own].criteria === null ? null : new BooleanCondition(this[own]);
  }
  getGradientCondition(): GradientCondition | null {
    return this[own].gradient && new GradientCondition(this[own].gradient);
  }
}

export class ConditionalFormatRule extends RuleReader {}

export class ConditionalFormatRuleBuilder extends RuleReader {
  build(): ConditionalFormatRule {
    const { ranges, criteria, gradient } = this[own];
    if (criteria === null && gradient === null) throw new Exception('A conditional format rule must have a condition.');
    if (ranges.length === 0) throw new Exception('A conditional format rule must have at least one range.');
    return new ConditionalFormatRule({ ...this[own] });
  }
  setRanges(ranges: Range[]): ConditionalFormatRuleBuilder {
    return change(this, { ranges: ranges.map((range) => range[own]) });
  }
  setBackground(color: string | null): ConditionalFormatRuleBuilder {
    return change(this, { background: color === null ? null : hexColor(color) });
  }
  setFontColor(color: string | null): ConditionalFormatRuleBuilder {
    return change(this, { fontColor: color === null ? null : hexColor(color) });
  }
  setBold(bold: boolean | null): ConditionalFormatRuleBuilder {
    return change(this, { bold });
  }
  setItalic(italic: boolean | null): ConditionalFormatRuleBuilder {
    return change(this, { italic });
  }
  setUnderline(underline: boolean | null): ConditionalFormatRuleBuilder {
    return change(this, { underline });
  }
  setStrikethrough(strikethrough: boolean | null): ConditionalFormatRuleBuilder {
    return change(this, { strikethrough });
  }
  withCriteria(criteria: EnumValue, args: unknown[]): ConditionalFormatRuleBuilder {
    return setCondition(this, nameOf(criteria), args);
  }
}

function change(builder: ConditionalFormatRuleBuilder, state: Partial<RuleState>): ConditionalFormatRuleBuilder {
  Object.assign(builder[own], state);
  return builder;
}

function setCondition(
  builder: ConditionalFormatRuleBuilder,
  criteria: string,
  args: unknown[],
): ConditionalFormatRuleBuilder {
  return change(builder, { ...conditionOf(criteria, args), gradient: null });
}

function setPoint(
  builder: ConditionalFormatRuleBuilder,
  at: number,
  point: Point | null,
): ConditionalFormatRuleBuilder {
  const gradient: [Point | null, Point | null, Point | null] = [...(builder[own].gradient ?? [null, null, null])];
  gradient[at] = point && [point[0], point[1], hexColor(point[2]) ?? '#ffffff'];
  return change(builder, { gradient, criteria: null, args: [] });
}

const readerMembers: Members = { copy: '', getRanges: '', getBooleanCondition: '', getGradientCondition: '' };
const builderMembers: Members = {
  ...readerMembers,
  build: '',
  setRanges: 'Range[]',
  setBackground: 'str?',
  setFontColor: 'str?',
  setBold: 'bool?',
  setItalic: 'bool?',
  setUnderline: 'bool?',
  setStrikethrough: 'bool?',
  withCriteria: 'BooleanCriteria any[]',
};
for (const [member, [criteria, signature]] of Object.entries(CONDITIONS)) {
  builderMembers[member] = signature;
  define(
    ConditionalFormatRuleBuilder.prototype,
    member,
    function (this: ConditionalFormatRuleBuilder, ...args: unknown[]) {
      return setCondition(this, criteria, args);
    },
  );
}
for (const [at, name] of ['Minpoint', 'Midpoint', 'Maxpoint'].entries()) {
  if (name !== 'Midpoint') {
    builderMembers[`setGradient${name}`] = 'str';
    define(
      ConditionalFormatRuleBuilder.prototype,
      `setGradient${name}`,
      function (this: ConditionalFormatRuleBuilder, color: string) {
        return setPoint(this, at, [at === 0 ? 'MIN' : 'MAX', '', color]);
      },
    );
  }
  builderMembers[`setGradient${name}WithValue`] = 'str? InterpolationType? text?';
  define(
    ConditionalFormatRuleBuilder.prototype,
    `setGradient${name}WithValue`,
    function (this: ConditionalFormatRuleBuilder, color: string | null, type: EnumValue | null, value: string | null) {
      return setPoint(this, at, color === null || type === null ? null : [nameOf(type), value ?? '', color]);
    },
  );
}

export function newConditionalFormatRule(): ConditionalFormatRuleBuilder {
  return new ConditionalFormatRuleBuilder({ ...EMPTY, ranges: [] });
}

/** The rule as the engine keeps it. */
export function conditionForEngine(rule: ConditionalFormatRule): ConditionalRule {
  const state = rule[own];
  const style: ConditionalRule['style'] = {};
  if (state.background !== null) style.background = state.background;
  if (state.fontColor !== null) style.fontColor = state.fontColor;
  if (state.bold !== null) style.fontWeight = state.bold ? 'bold' : 'normal';
  if (state.italic !== null) style.fontStyle = state.italic ? 'italic' : 'normal';
  if (state.strikethrough) style.fontLine = 'line-through';
  else if (state.underline) style.fontLine = 'underline';
  else if (state.strikethrough !== null || state.underline !== null) style.fontLine = 'none';
  const spelt: ConditionalRule = {
    ranges: state.ranges.map(({ row, col, rows, cols }) => ({ row, col, rows, cols })),
    criteria: state.gradient ? 'GRADIENT' : state.criteria!,
    args: serials(state.args),
    style,
  };
  if (state.gradient) spelt.gradient = state.gradient;
  return spelt;
}

/** The engine's rule as scripts see it. */
export function conditionFromEngine(rule: ConditionalRule, sheetId: number): ConditionalFormatRule {
  const { style } = rule;
  const dated = /^DATE_/.test(rule.criteria) && rule.args.some((arg) => typeof arg === 'number');
  const zone = dated ? read<[FileInfo]>({ get: 'file' })[0].timeZone : '';
  return new ConditionalFormatRule({
    ranges: rule.ranges.map((rect) => ({ sheetId, ...rect })),
    criteria: rule.criteria === 'GRADIENT' ? null : rule.criteria,
    args: rule.args.map((arg) => (dated && typeof arg === 'number' ? new Date(instantOfSerial(arg, zone)) : arg)),
    background: style.background ?? null,
    fontColor: style.fontColor ?? null,
    bold: style.fontWeight ? style.fontWeight === 'bold' : null,
    italic: style.fontStyle ? style.fontStyle === 'italic' : null,
    underline: style.fontLine ? style.fontLine === 'underline' : null,
    strikethrough: style.fontLine ? style.fontLine === 'line-through' : null,
    gradient: rule.gradient ? [rule.gradient[0] ?? null, rule.gradient[1] ?? null, rule.gradient[2] ?? null] : null,
  });
}

expose(ConditionalFormatRule, 'SpreadsheetApp.ConditionalFormatRule', readerMembers);
expose(ConditionalFormatRuleBuilder, 'SpreadsheetApp.ConditionalFormatRuleBuilder', builderMembers);
