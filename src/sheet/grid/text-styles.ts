import type { GridLook } from './formats';

type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;

/** Family, size, weight and colour of a block's texts as one matrix; cells that look alike share a style. */
export function textStyles(look: Pick<GridLook, 'fontColors' | 'fontSizes' | 'fontWeights'>): TextStyle[][] {
  const known = new Map<string, TextStyle>();
  return look.fontColors.map((line, row) =>
    line.map((color, col) => {
      const size = look.fontSizes[row]?.[col] ?? 10;
      const isBold = look.fontWeights[row]?.[col] === 'bold';
      const id = `${color} ${size} ${isBold}`;
      const style = known.get(id) ?? styleOf(color, size, isBold);
      known.set(id, style);
      return style;
    }),
  );
}

function styleOf(color: string, size: number, isBold: boolean): TextStyle {
  return SpreadsheetApp.newTextStyle()
    .setFontFamily('Arial')
    .setForegroundColor(color)
    .setFontSize(size)
    .setBold(isBold)
    .setItalic(false)
    .build();
}
