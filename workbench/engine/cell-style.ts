/** The look of a cell between Google's terms and Univer's style data. */
import type { BorderEdge, BorderStyle, CellStyle } from './engine';
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderData,
  type IStyleData,
  type ITextRotation,
  type Nullable,
  TextDirection,
  VerticalAlign,
  WrapStrategy,
} from './univer';

const horizontal = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  'general-left': HorizontalAlign.UNSPECIFIED,
};
const vertical = { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM };
const wraps = { OVERFLOW: WrapStrategy.OVERFLOW, WRAP: WrapStrategy.WRAP, CLIP: WrapStrategy.CLIP };
const directions = { LEFT_TO_RIGHT: TextDirection.LEFT_TO_RIGHT, RIGHT_TO_LEFT: TextDirection.RIGHT_TO_LEFT };
const borders: Record<BorderStyle, BorderStyleTypes> = {
  SOLID: BorderStyleTypes.THIN,
  SOLID_MEDIUM: BorderStyleTypes.MEDIUM,
  SOLID_THICK: BorderStyleTypes.THICK,
  DOTTED: BorderStyleTypes.DOTTED,
  DASHED: BorderStyleTypes.DASHED,
  DOUBLE: BorderStyleTypes.DOUBLE,
};
const edges = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;

/** Univer's types say undefined where its mutations want null for "back to the default". */
export type StylePatch = { [K in keyof IStyleData]: IStyleData[K] | null };

function keyOf<T extends string>(map: Record<T, number>, value: unknown): T | undefined {
  return (Object.keys(map) as T[]).find((key) => map[key] === value);
}

function flag(value: string | null | undefined, on: string): BooleanNumber | null | undefined {
  if (value === undefined) return undefined;
  return value === on ? BooleanNumber.TRUE : null;
}

function color(value: string | null | undefined): { rgb: string } | null | undefined {
  return value ? { rgb: value } : value === undefined ? undefined : null;
}

function pick<T extends string, V>(map: Record<T, V>, value: T | null | undefined): V | null | undefined {
  if (value === undefined) return undefined;
  return value === null ? null : (map[value] ?? null);
}

/** What a write of this style sets in Univer: absent members stay, nulls go back to the default. */
export function stylePatch(style: CellStyle): StylePatch {
  const line = style.fontLine;
  const patch: Record<string, unknown> = {
    bg: color(style.background),
    cl: color(style.fontColor),
    ff: style.fontFamily,
    fs: style.fontSize,
    bl: flag(style.fontWeight, 'bold'),
    it: flag(style.fontStyle, 'italic'),
    ul: line === undefined ? undefined : line === 'underline' ? { s: BooleanNumber.TRUE } : null,
    st: line === undefined ? undefined : line === 'line-through' ? { s: BooleanNumber.TRUE } : null,
    ht: pick(horizontal, style.horizontalAlignment),
    vt: pick(vertical, style.verticalAlignment),
    tb: pick(wraps, style.wrap),
    tr: rotation(style.rotation),
    td: pick(directions, style.direction),
    n: style.numberFormat === undefined ? undefined : style.numberFormat ? { pattern: style.numberFormat } : null,
    bd: style.border && borderPatch(style.border),
  };
  for (const key of Object.keys(patch)) if (patch[key] === undefined) delete patch[key];
  return patch as StylePatch;
}

/** Univer's angles are clockwise. */
function rotation(said: CellStyle['rotation']): ITextRotation | null | undefined {
  return said && { a: 0 - said.degrees, v: said.vertical ? BooleanNumber.TRUE : BooleanNumber.FALSE };
}

function rotationOf(data: Nullable<ITextRotation>): CellStyle['rotation'] | undefined {
  if (!data || (!data.a && !data.v)) return undefined;
  return { degrees: 0 - data.a, vertical: data.v === BooleanNumber.TRUE };
}

function borderPatch(border: NonNullable<CellStyle['border']>): IBorderData {
  const patch: IBorderData = {};
  for (const side of Object.keys(edges) as (keyof typeof edges)[]) {
    const edge = border[side];
    if (edge === undefined) continue;
    patch[edges[side]] = edge && { s: borders[edge.style], cl: { rgb: edge.color } };
  }
  return patch;
}

function borderOf(data: Nullable<IBorderData>): CellStyle['border'] | undefined {
  const border: NonNullable<CellStyle['border']> = {};
  for (const side of Object.keys(edges) as (keyof typeof edges)[]) {
    const edge = data?.[edges[side]];
    if (!edge?.s) continue;
    border[side] = { style: keyOf(borders, edge.s) ?? 'SOLID', color: edge.cl?.rgb ?? '#000000' } satisfies BorderEdge;
  }
  return Object.keys(border).length ? border : undefined;
}

/** A cell's own style; members at their default are absent. */
export function styleOf(data: IStyleData | null | undefined): CellStyle {
  if (!data) return {};
  const style: Record<string, unknown> = {
    background: data.bg?.rgb,
    fontColor: data.cl?.rgb,
    fontFamily: data.ff,
    fontSize: data.fs,
    fontWeight: data.bl === BooleanNumber.TRUE ? 'bold' : undefined,
    fontStyle: data.it === BooleanNumber.TRUE ? 'italic' : undefined,
    fontLine: data.ul?.s ? 'underline' : data.st?.s ? 'line-through' : undefined,
    horizontalAlignment: keyOf(horizontal, data.ht),
    verticalAlignment: keyOf(vertical, data.vt),
    wrap: keyOf(wraps, data.tb),
    rotation: rotationOf(data.tr),
    direction: keyOf(directions, data.td),
    numberFormat: data.n?.pattern,
    border: borderOf(data.bd),
  };
  for (const key of Object.keys(style)) if (style[key] === undefined || style[key] === null) delete style[key];
  return style as CellStyle;
}

const everyKey = ['ff', 'fs', 'it', 'bl', 'ul', 'st', 'ol', 'bg', 'bd', 'cl', 'n', 'tr', 'td', 'ht', 'vt', 'tb', 'pd'];

/** A patch that leaves exactly this style, whatever the cell looked like. */
export function replacingPatch(data: IStyleData | null | undefined): StylePatch {
  const patch: Record<string, unknown> = {};
  for (const key of everyKey) patch[key] = null;
  return { ...patch, ...data } as StylePatch;
}
