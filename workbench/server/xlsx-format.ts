/** A cell's look in Excel's terms. */
import type ExcelJS from 'exceljs';
import type { BorderEdge, CellStyle } from '../engine/engine';

const BORDERS: Record<BorderEdge['style'], ExcelJS.BorderStyle> = {
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOTTED: 'dotted',
  DASHED: 'dashed',
  DOUBLE: 'double',
};

/** Sets what the style names; the rest keeps Excel's default. */
export function fillFormat(cell: ExcelJS.Cell, style: CellStyle): void {
  cell.font = fontOf(style);
  if (style.background && style.background !== '#ffffff') {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(style.background) } };
  }
  if (style.numberFormat && style.numberFormat !== 'General') cell.numFmt = style.numberFormat;
  const alignment: Partial<ExcelJS.Alignment> = { vertical: style.verticalAlignment ?? 'bottom' };
  if (style.horizontalAlignment && style.horizontalAlignment !== 'general-left')
    alignment.horizontal = style.horizontalAlignment;
  if (style.wrap === 'WRAP') alignment.wrapText = true;
  cell.alignment = alignment;
  const { border } = style;
  if (border) {
    const edge = (one: BorderEdge | null | undefined): Partial<ExcelJS.Border> | undefined =>
      one ? { style: BORDERS[one.style], color: { argb: argb(one.color) } } : undefined;
    const edges = {
      top: edge(border.top),
      bottom: edge(border.bottom),
      left: edge(border.left),
      right: edge(border.right),
    };
    cell.border = Object.fromEntries(Object.entries(edges).filter(([, value]) => value !== undefined));
  }
}

/** A font as far as the style names one; Google's default is Arial 10. */
export function fontOf(style: CellStyle): Partial<ExcelJS.Font> {
  const font: Partial<ExcelJS.Font> = { name: style.fontFamily ?? 'Arial', size: style.fontSize ?? 10 };
  if (style.fontWeight === 'bold') font.bold = true;
  if (style.fontStyle === 'italic') font.italic = true;
  if (style.fontLine === 'underline') font.underline = true;
  if (style.fontLine === 'line-through') font.strike = true;
  if (style.fontColor) font.color = { argb: argb(style.fontColor) };
  return font;
}

/** '#1f7a75' as Excel's 'FF1F7A75'. */
export function argb(color: string): string {
  return `FF${color.replace('#', '').toUpperCase()}`;
}
