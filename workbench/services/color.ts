/** Color and its builder, RGB only: themes are not kept here. Source: https://developers.google.com/apps-script/reference/spreadsheet/color */
import { hexColor } from '../values/colors';
import { type EnumValue, makeEnum } from './enums';
import { Exception, NotImplemented } from './exception';
import { expose } from './members';
import { own } from './objects';

/** Base.ColorType, which SpreadsheetApp also has. */
export const ColorType = makeEnum('Base.ColorType', ['UNSUPPORTED', 'RGB', 'THEME']);

export class Color {
  readonly [own]: string;
  constructor(hex: string) {
    this[own] = hex;
  }
  getColorType(): EnumValue {
    return ColorType.RGB;
  }
  asRgbColor(): RgbColor {
    return new RgbColor(this[own]);
  }
  asThemeColor(): never {
    throw new Exception('Object is not of type ThemeColor.');
  }
}

export class RgbColor {
  readonly [own]: string;
  constructor(hex: string) {
    this[own] = hex;
  }
  getColorType(): EnumValue {
    return ColorType.RGB;
  }
  asHexString(): string {
    return this[own];
  }
  getRed(): number {
    return part(this[own], 1);
  }
  getGreen(): number {
    return part(this[own], 3);
  }
  getBlue(): number {
    return part(this[own], 5);
  }
}

function part(hex: string, at: number): number {
  return Number.parseInt(hex.slice(at, at + 2), 16);
}

export class ColorBuilder {
  readonly [own]: { hex: string | null };
  constructor() {
    this[own] = { hex: null };
  }
  setRgbColor(cssString: string): ColorBuilder {
    const hex = hexColor(cssString);
    if (!hex) throw new Exception(`Invalid color string: ${cssString}`);
    this[own].hex = hex;
    return this;
  }
  setThemeColor(): never {
    throw new NotImplemented('ColorBuilder.setThemeColor');
  }
  build(): Color {
    if (this[own].hex === null) throw new Exception('A color must be set.');
    return new Color(this[own].hex);
  }
}

expose(Color, 'SpreadsheetApp.Color', { getColorType: '', asRgbColor: '', asThemeColor: '' });
expose(RgbColor, 'SpreadsheetApp.RgbColor', {
  getColorType: '',
  asHexString: '',
  getRed: '',
  getGreen: '',
  getBlue: '',
});
expose(ColorBuilder, 'SpreadsheetApp.ColorBuilder', { setRgbColor: 'str', setThemeColor: 'any', build: '' });
