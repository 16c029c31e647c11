/** TextStyle and its builder. Source: https://developers.google.com/apps-script/reference/spreadsheet/text-style */
import type { CellStyle, TextRun } from '../engine/engine';
import { hexColor } from '../values/colors';
import { expose } from './members';
import { own } from './objects';

/** What Google says of a cell whose font nobody chose (seen there; no page of the documentation tells it). */
export const DEFAULT_FONT = 'arial,sans,sans-serif';

/** null = not said. */
interface TextStyleState {
  bold: boolean | null;
  italic: boolean | null;
  underline: boolean | null;
  strikethrough: boolean | null;
  fontFamily: string | null;
  fontSize: number | null;
  foregroundColor: string | null;
}

const UNSAID: TextStyleState = {
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
  fontFamily: null,
  fontSize: null,
  foregroundColor: null,
};

export class TextStyle {
  readonly [own]: TextStyleState;
  constructor(state: TextStyleState) {
    this[own] = state;
  }
  copy(): TextStyleBuilder {
    return new TextStyleBuilder({ ...this[own] });
  }
  getFontFamily(): string | null {
    return this[own].fontFamily;
  }
  getFontSize(): number | null {
    return this[own].fontSize;
  }
  getForegroundColor(): string | null {
    return this[own].foregroundColor;
  }
  isBold(): boolean | null {
    return this[own].bold;
  }
  isItalic(): boolean | null {
    return this[own].italic;
  }
  isStrikethrough(): boolean | null {
    return this[own].strikethrough;
  }
  isUnderline(): boolean | null {
    return this[own].underline;
  }
}

export class TextStyleBuilder {
  readonly [own]: TextStyleState;
  constructor(state: TextStyleState) {
    this[own] = state;
  }
  build(): TextStyle {
    return new TextStyle({ ...this[own] });
  }
  setBold(bold: boolean): TextStyleBuilder {
    return this.#set({ bold });
  }
  setItalic(italic: boolean): TextStyleBuilder {
    return this.#set({ italic });
  }
  setUnderline(underline: boolean): TextStyleBuilder {
    return this.#set({ underline });
  }
  setStrikethrough(strikethrough: boolean): TextStyleBuilder {
    return this.#set({ strikethrough });
  }
  setFontFamily(fontFamily: string): TextStyleBuilder {
    return this.#set({ fontFamily });
  }
  setFontSize(fontSize: number): TextStyleBuilder {
    return this.#set({ fontSize });
  }
  setForegroundColor(color: string): TextStyleBuilder {
    return this.#set({ foregroundColor: hexColor(color) });
  }
  #set(change: Partial<TextStyleState>): TextStyleBuilder {
    Object.assign(this[own], change);
    return this;
  }
}

export function newTextStyle(): TextStyleBuilder {
  return new TextStyleBuilder({ ...UNSAID });
}

/** The whole cell's text style, with Google's defaults filled in. */
export function textStyleOf(style: CellStyle): TextStyle {
  return new TextStyle({
    bold: style.fontWeight === 'bold',
    italic: style.fontStyle === 'italic',
    underline: style.fontLine === 'underline',
    strikethrough: style.fontLine === 'line-through',
    fontFamily: style.fontFamily ?? DEFAULT_FONT,
    fontSize: style.fontSize ?? 10,
    foregroundColor: style.fontColor ?? '#000000',
  });
}

/** What the style says, as the engine writes it. */
export function styleOfText(style: TextStyle): TextRun['style'] {
  const { bold, italic, underline, strikethrough, fontFamily, fontSize, foregroundColor } = style[own];
  const spelt: TextRun['style'] = {};
  if (bold !== null) spelt.fontWeight = bold ? 'bold' : 'normal';
  if (italic !== null) spelt.fontStyle = italic ? 'italic' : 'normal';
  if (strikethrough) spelt.fontLine = 'line-through';
  else if (underline) spelt.fontLine = 'underline';
  else if (underline !== null || strikethrough !== null) spelt.fontLine = 'none';
  if (fontFamily !== null) spelt.fontFamily = fontFamily;
  if (fontSize !== null) spelt.fontSize = fontSize;
  if (foregroundColor !== null) spelt.fontColor = foregroundColor;
  return spelt;
}

expose(TextStyle, 'SpreadsheetApp.TextStyle', {
  copy: '',
  getFontFamily: '',
  getFontSize: '',
  getForegroundColor: '',
  isBold: '',
  isItalic: '',
  isStrikethrough: '',
  isUnderline: '',
});
expose(TextStyleBuilder, 'SpreadsheetApp.TextStyleBuilder', {
  build: '',
  setBold: 'bool',
  setItalic: 'bool',
  setUnderline: 'bool',
  setStrikethrough: 'bool',
  setFontFamily: 'text',
  setFontSize: 'int',
  setForegroundColor: 'str',
});
