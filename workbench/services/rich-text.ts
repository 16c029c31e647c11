/** RichTextValue and its builder. Source: https://developers.google.com/apps-script/reference/spreadsheet/rich-text-value-builder */
import type { CellStyle, RunStyle, TextRun } from '../engine/engine';
import type { TypedOutput } from '../runtime/protocol';
import { read, write } from './book';
import { checkLength } from './cell-input';
import { Exception } from './exception';
import { expose } from './members';
import { type GridRange, own } from './objects';
import { styleOfText, type TextStyle, textStyleOf } from './text-style';

interface RichState {
  text: string;
  runs: TextRun[];
  /** Offset of this piece in the whole text. */
  start: number;
  /** The cell's own look, which runs add to; a single piece of a text has its link here. */
  base: Look;
}

type Look = CellStyle & RunStyle;

/** How a link looks when nobody says otherwise: the colour of the default theme. */
const LINK_LOOK: RunStyle = { fontLine: 'underline', fontColor: '#1155cc' };

export class RichTextValue {
  readonly [own]: RichState;
  constructor(state: RichState) {
    this[own] = state;
  }
  copy(): RichTextValueBuilder {
    const { text, runs, base } = this[own];
    return new RichTextValueBuilder({ text, runs: [...runs], start: 0, base });
  }
  getText(): string {
    return this[own].text;
  }
  getStartIndex(): number {
    return this[own].start;
  }
  getEndIndex(): number {
    return this[own].start + this[own].text.length;
  }
  /** null when the pieces differ, as documented; a single offset pair speaks of its first character. */
  getTextStyle(startOffset = 0, endOffset: number = this[own].text.length): TextStyle {
    const { runs, base } = this[own];
    const styles = stylesOf(runs, base, startOffset, Math.max(endOffset, startOffset + 1));
    return textStyleOf(styles[0] ?? base);
  }
  getRuns(): RichTextValue[] {
    const { text, runs, start, base } = this[own];
    const styles = stylesOf(runs, base, 0, text.length);
    const pieces: RichTextValue[] = [];
    for (let from = 0; from < text.length; ) {
      let to = from + 1;
      while (to < text.length && sameStyle(styles[to]!, styles[from]!)) to++;
      pieces.push(
        new RichTextValue({ text: text.slice(from, to), runs: [], start: start + from, base: styles[from]! }),
      );
      from = to;
    }
    return pieces;
  }
  /** null when there is none, or more than one; a single offset pair speaks of its first character. */
  getLinkUrl(startOffset = 0, endOffset: number = this[own].text.length): string | null {
    const { runs, base } = this[own];
    const looks = stylesOf(runs, base, startOffset, Math.max(endOffset, startOffset + 1));
    const links = new Set(looks.map(({ link }) => link ?? null));
    return links.size === 1 ? [...links][0]! : null;
  }
}

export class RichTextValueBuilder {
  readonly [own]: RichState;
  constructor(state: RichState) {
    this[own] = state;
  }
  setText(text: string): RichTextValueBuilder {
    this[own].text = checkLength(text);
    this[own].runs = [];
    return this;
  }
  setTextStyle(...args: unknown[]): RichTextValueBuilder {
    const style = args.at(-1) as TextStyle | null;
    if (style) addRun(this, args, styleOfText(style));
    return this;
  }
  /** A linked piece is underlined in the colour of links until a text style says otherwise, as documented. */
  setLinkUrl(...args: unknown[]): RichTextValueBuilder {
    const link = args.at(-1) as string | null;
    addRun(this, args, link === null ? { link, fontLine: null, fontColor: null } : { link, ...LINK_LOOK });
    return this;
  }
  build(): RichTextValue {
    return new RichTextValue({ ...this[own], runs: [...this[own].runs] });
  }
}

/** Adds a run over the offsets in front of the last argument; over the whole text when there are none. */
function addRun(builder: RichTextValueBuilder, args: unknown[], style: RunStyle): void {
  const { text, runs } = builder[own];
  const [start, end] = args.length === 3 ? (args as [number, number]) : [0, text.length];
  if (start < 0 || end > text.length || start > end) throw new Exception('Index out of bounds.');
  runs.push({ start, end, style });
}

/** A builder without any text. */
export function newRichTextValue(): RichTextValueBuilder {
  return new RichTextValueBuilder({ text: '', runs: [], start: 0, base: {} });
}

/** The look of each character of [start, end). */
function stylesOf(runs: readonly TextRun[], base: Look, start: number, end: number): Look[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, at) =>
    runs
      .filter((run) => run.start <= start + at && start + at < run.end)
      .reduce<Look>((style, run) => Object.assign(style, run.style), { ...base }),
  );
}

function sameStyle(a: Look, b: Look): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)] as (keyof Look)[]);
  return [...keys].every((key) => (a[key] ?? null) === (b[key] ?? null));
}

/** Runs that do not overlap, for the engine. */
function flatRuns(state: RichState): TextRun[] {
  const { text, runs } = state;
  const styles = stylesOf(runs, {}, 0, text.length);
  const flat: TextRun[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from + 1;
    while (to < text.length && sameStyle(styles[to]!, styles[from]!)) to++;
    const said = Object.entries(styles[from]!).filter(([, value]) => value !== null);
    if (said.length > 0) flat.push({ start: from, end: to, style: Object.fromEntries(said) });
    from = to;
  }
  return flat;
}

/** Text cells as rich text; numbers, dates, formulas without text give null (facts §5.5). */
export function richTextOf(range: GridRange): (RichTextValue | null)[][] {
  const { sheetId, row, col, rows, cols } = range;
  const rect = { row, col, rows, cols };
  const [values, styles] = read<[TypedOutput[][], CellStyle[][]]>(
    { get: 'values', sheetId, rect },
    { get: 'styles', sheetId, rect },
  );
  const cells = values.flatMap((line, r) => line.map((value, c) => ({ value, row: row + r, col: col + c })));
  const texts = cells.filter((cell) => typeof cell.value === 'string' && cell.value !== '');
  const rich = read<({ text: string; runs: TextRun[] } | null)[]>(
    ...texts.map((cell) => ({ get: 'richText' as const, sheetId, row: cell.row, col: cell.col })),
  );
  const byPlace = new Map(texts.map((cell, at) => [`${cell.row}:${cell.col}`, rich[at] ?? null]));
  return values.map((line, r) =>
    line.map((value, c) => {
      if (typeof value !== 'string') return null;
      const found = byPlace.get(`${row + r}:${col + c}`);
      return new RichTextValue({ text: found?.text ?? value, runs: found?.runs ?? [], start: 0, base: styles[r]![c]! });
    }),
  );
}

/** Puts rich text into the cells of a range, one value for each. */
export function writeRichText(range: GridRange, values: RichTextValue[][]): void {
  const { sheetId, row, col } = range;
  for (const [r, line] of values.entries()) {
    for (const [c, value] of line.entries()) {
      write({ op: 'richText', sheetId, row: row + r, col: col + c, text: value[own].text, runs: flatRuns(value[own]) });
    }
  }
}

expose(RichTextValue, 'SpreadsheetApp.RichTextValue', {
  copy: '',
  getText: '',
  getStartIndex: '',
  getEndIndex: '',
  getTextStyle: ' | int int',
  getRuns: '',
  getLinkUrl: ' | int int',
});
expose(RichTextValueBuilder, 'SpreadsheetApp.RichTextValueBuilder', {
  setText: 'text',
  setTextStyle: 'TextStyle? | int int TextStyle?',
  setLinkUrl: 'str? | int int str?',
  build: '',
});
