/** Range: how its cells look. Source: https://developers.google.com/apps-script/reference/spreadsheet/range */
import type { BorderEdge, CellStyle } from '../engine/engine';
import { hexColor } from '../values/colors';
import { GENERAL_PATTERN, isGeneral } from '../values/number-pattern';
import { read, write } from './book';
import { checkSize } from './cell-input';
import { Color } from './color';
import { type EnumValue, nameOf, TextDirection, WrapStrategy } from './enums';
import { Exception } from './exception';
import type { Members } from './members';
import { own } from './objects';
import type { Range } from './range';
import { place, topLeft, whole } from './range-values';
import { rotationFrom, TextRotation } from './text-rotation';
import { DEFAULT_FONT } from './text-style';

/** One property of the look: its members' names, and how it is read and written. */
interface Look {
  /** As in getX / setX, and in the plural of the matrix members. */
  one: string;
  many: string;
  /** Signature type of the value. */
  type: string;
  read(style: CellStyle): unknown;
  /** null = this value is no such look and is silently passed over, as Google does (facts §5.2). */
  write(value: unknown): CellStyle | null;
  getOnly?: 'get' | 'set';
  /** Of the setter, when it is another than the type or null. */
  signature?: string;
}

const words = (allowed: readonly string[]) => (value: unknown) => allowed.includes(String(value).toLowerCase());

function word<Key extends keyof CellStyle>(key: Key, allowed: readonly string[], unset: string) {
  const known = words(allowed);
  return {
    read: (style: CellStyle) => style[key] ?? unset,
    write: (value: unknown): CellStyle | null => {
      if (value === null || (String(value).toLowerCase() === 'normal' && !allowed.includes('normal')))
        return { [key]: null };
      return known(value) ? { [key]: String(value).toLowerCase() } : null;
    },
  };
}

function color(key: 'background' | 'fontColor', unset: string) {
  return {
    read: (style: CellStyle) => style[key] ?? unset,
    write: (value: unknown): CellStyle | null => {
      if (value === null || value === '') return { [key]: null };
      const hex = hexColor(String(value));
      return hex === null ? null : { [key]: hex };
    },
  };
}

/** The same colours as objects. */
function colorObject(key: 'background' | 'fontColor', unset: string) {
  return {
    read: (style: CellStyle) => new Color(style[key] ?? unset),
    write: (value: unknown): CellStyle => ({ [key]: value === null ? null : (value as Color)[own] }),
  };
}

/** Here "normal" is a look of its own, which reads back as `general-left`; without any it is `general` (seen at Google). */
const alignments = word('horizontalAlignment', ['left', 'center', 'right'], 'general');
const horizontal = {
  read: alignments.read,
  write: (value: unknown): CellStyle | null =>
    String(value).toLowerCase() === 'normal' ? { horizontalAlignment: 'general-left' } : alignments.write(value),
};

const wrapStrategy = {
  read: (style: CellStyle) => WrapStrategy[style.wrap ?? 'OVERFLOW'],
  write: (value: unknown): CellStyle => ({ wrap: nameOf<'WRAP' | 'OVERFLOW' | 'CLIP'>(value as EnumValue) }),
};

const LOOKS: Look[] = [
  { one: 'Background', many: 'Backgrounds', type: 'str', ...color('background', '#ffffff') },
  { one: 'BackgroundColor', many: 'BackgroundColors', type: 'str', getOnly: 'set', ...color('background', '#ffffff') },
  { one: 'FontColor', many: 'FontColors', type: 'str', ...color('fontColor', '#000000') },
  { one: 'BackgroundObject', many: 'BackgroundObjects', type: 'Color', ...colorObject('background', '#ffffff') },
  { one: 'FontColorObject', many: 'FontColorObjects', type: 'Color', ...colorObject('fontColor', '#000000') },
  {
    one: 'FontFamily',
    many: 'FontFamilies',
    type: 'text',
    read: (style) => style.fontFamily ?? DEFAULT_FONT,
    write: (value) => ({ fontFamily: value === null ? null : String(value) }),
  },
  {
    one: 'FontSize',
    many: 'FontSizes',
    type: 'int',
    read: (style) => style.fontSize ?? 10,
    write: (value) => (Number(value) > 0 ? { fontSize: Number(value) } : null),
  },
  { one: 'FontWeight', many: 'FontWeights', type: 'str', ...word('fontWeight', ['bold', 'normal'], 'normal') },
  { one: 'FontStyle', many: 'FontStyles', type: 'str', ...word('fontStyle', ['italic', 'normal'], 'normal') },
  {
    one: 'FontLine',
    many: 'FontLines',
    type: 'str',
    ...word('fontLine', ['underline', 'line-through', 'none'], 'none'),
  },
  {
    one: 'HorizontalAlignment',
    many: 'HorizontalAlignments',
    type: 'str',
    ...horizontal,
  },
  {
    one: 'VerticalAlignment',
    many: 'VerticalAlignments',
    type: 'str',
    ...word('verticalAlignment', ['top', 'middle', 'bottom'], 'bottom'),
  },
  { one: 'WrapStrategy', many: 'WrapStrategies', type: 'WrapStrategy', ...wrapStrategy },
  {
    one: 'Wrap',
    many: 'Wraps',
    type: 'bool',
    // Google says true for a cell that never had a strategy (facts: measured, issue 427134600).
    read: (style) => (style.wrap ?? 'WRAP') === 'WRAP',
    write: (value) => ({ wrap: value ? 'WRAP' : 'OVERFLOW' }),
  },
  {
    one: 'TextRotation',
    many: 'TextRotations',
    type: 'TextRotation',
    signature: 'int | TextRotation',
    read: (style) => new TextRotation(style.rotation ?? { degrees: 0, vertical: false }),
    write: (value) => ({ rotation: rotationFrom(value) }),
  },
  {
    one: 'TextDirection',
    many: 'TextDirections',
    type: 'TextDirection',
    read: (style) => (style.direction ? TextDirection[style.direction] : null),
    write: (value) => ({
      direction: value === null ? null : nameOf<'LEFT_TO_RIGHT' | 'RIGHT_TO_LEFT'>(value as EnumValue),
    }),
  },
  {
    one: 'NumberFormat',
    many: 'NumberFormats',
    type: 'text',
    read: (style) => (isGeneral(style.numberFormat) ? GENERAL_PATTERN : style.numberFormat),
    write: (value) => ({ numberFormat: isGeneral(String(value)) ? null : String(value) }),
  },
];

/** Those that are more than one look; LOOKS makes the others below. */
export const formatMethods = {
  setBackgroundRGB(this: Range, red: number, green: number, blue: number): Range {
    const part = (value: number) => Math.max(0, Math.min(255, value)).toString(16).padStart(2, '0');
    setLook(this, { background: `#${part(red)}${part(green)}${part(blue)}` });
    return this;
  },

  setVerticalText(this: Range, isVertical: boolean): Range {
    setLook(this, { rotation: isVertical ? { degrees: 0, vertical: true } : null });
    return this;
  },

  setBorder(
    this: Range,
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    borderColor: string | null = null,
    style: EnumValue | null = null,
  ): Range {
    const edge: BorderEdge = {
      style: style === null ? 'SOLID' : nameOf(style),
      color: (borderColor === null ? null : hexColor(borderColor)) ?? '#000000',
    };
    const { sheetId, row, col, rows, cols } = this[own];
    const draw = (wanted: boolean | null) => (wanted ? edge : null);
    const styles = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: cols }, (_, c): CellStyle | null => {
        const above = r === 0 ? top : horizontal;
        const below = r === rows - 1 ? bottom : horizontal;
        const before = c === 0 ? left : vertical;
        const after = c === cols - 1 ? right : vertical;
        const border = {
          ...(above === null ? {} : { top: draw(above) }),
          ...(below === null ? {} : { bottom: draw(below) }),
          ...(before === null ? {} : { left: draw(before) }),
          ...(after === null ? {} : { right: draw(after) }),
        };
        return Object.keys(border).length > 0 ? { border } : null;
      }),
    );
    write({ op: 'styles', sheetId, row, col, styles });
    return this;
  },
};

/** Gives the whole range one look. */
export function setLook(range: Range, style: CellStyle): void {
  write({ op: 'style', ...place(range), style });
}

/** Signatures of the members above and of those that LOOKS makes. */
export const formatMembers: Members = {
  setBackgroundRGB: 'int int int',
  setVerticalText: 'bool',
  setBorder: 'bool? bool? bool? bool? bool? bool? | bool? bool? bool? bool? bool? bool? str? BorderStyle?',
};

/** The members that LOOKS gives to a range. */
export const lookMethods: Record<string, (this: Range, value: never) => unknown> = {};

for (const look of LOOKS) {
  const { one, many, type } = look;
  if (look.getOnly !== 'set') {
    lookMethods[`get${one}`] = function () {
      return look.read(read<[CellStyle[][]]>({ get: 'styles', ...topLeft(this) })[0][0]![0]!);
    };
    lookMethods[`get${many}`] = function () {
      const [styles] = read<[CellStyle[][]]>({ get: 'styles', ...whole(this) });
      return styles.map((line) => line.map(look.read));
    };
    formatMembers[`get${one}`] = '';
    formatMembers[`get${many}`] = '';
  }
  lookMethods[`set${one}`] = function (value: unknown) {
    if (value === null && one === 'NumberFormat') throw new Exception('Argument cannot be null: numberFormat');
    const style = look.write(value);
    if (style) setLook(this, style);
    return this;
  };
  lookMethods[`set${many}`] = function (values: unknown[][]) {
    checkSize(values, this[own].rows, this[own].cols);
    const { sheetId, row, col } = this[own];
    write({ op: 'styles', sheetId, row, col, styles: values.map((line) => line.map(look.write)) });
    return this;
  };
  formatMembers[`set${one}`] = look.signature ?? `${type}?`;
  formatMembers[`set${many}`] = 'any[][]';
}
