/** Range: notes, protection, metadata, groups, finders, rich text. */
import type { RowGroup } from '../engine/engine';
import { contains, intersection } from '../values/addresses';
import { read, sheetInfo, write } from './book';
import { checkSize, javaText } from './cell-input';
import {
  addMetadata,
  type DeveloperMetadata,
  type DeveloperMetadataFinder,
  finderOn,
  listMetadata,
} from './developer-metadata';
import type { EnumValue } from './enums';
import { Exception } from './exception';
import { controlRow, rowGroups, rowsOf } from './group';
import { own } from './objects';
import { type Protection, protectRange } from './protection';
import type { Range } from './range';
import { matrix } from './range-rules';
import { place, topLeft, whole } from './range-values';
import { type RichTextValue, richTextOf, writeRichText } from './rich-text';
import { TextFinder } from './text-finder';
import { styleOfText, type TextStyle, textStyleOf } from './text-style';

/** The methods that the range's class gets from here. */
export const extraMethods = {
  getNotes(this: Range): string[][] {
    return read<[string[][]]>({ get: 'notes', ...whole(this) })[0];
  },
  getNote(this: Range): string {
    return read<[string[][]]>({ get: 'notes', ...topLeft(this) })[0][0]![0]!;
  },
  setNote(this: Range, note: string | null): Range {
    const { sheetId, row, col, rows, cols } = this[own];
    write({ op: 'notes', sheetId, row, col, notes: matrix(rows, cols, () => note) });
    return this;
  },
  /** Numbers come back with a decimal ("25.0"), as measured at Google (facts §5.5). */
  setNotes(this: Range, notes: unknown[][]): Range {
    const { sheetId, row, col, rows, cols } = this[own];
    checkSize(notes, rows, cols);
    const text = (note: unknown) => (note === null || note === undefined || note === '' ? null : javaText(note));
    write({ op: 'notes', sheetId, row, col, notes: notes.map((line) => line.map(text)) });
    return this;
  },

  protect(this: Range): Protection {
    return protectRange(this[own]);
  },

  addDeveloperMetadata(this: Range, key: string, ...rest: (string | EnumValue)[]): Range {
    addMetadata(metadataLocation(this), key, rest);
    return this;
  },
  getDeveloperMetadata(this: Range): DeveloperMetadata[] {
    const { sheetId, row, col, rows, cols } = this[own];
    const { maxRows, maxCols } = sheetInfo(sheetId);
    return listMetadata(({ location }) => {
      if (!('index' in location) || location.sheetId !== sheetId) return false;
      if (location.type === 'ROW') return cols === maxCols && location.index >= row && location.index < row + rows;
      return rows === maxRows && location.index >= col && location.index < col + cols;
    });
  },
  createDeveloperMetadataFinder(this: Range): DeveloperMetadataFinder {
    return finderOn(this[own]);
  },

  shiftRowGroupDepth(this: Range, delta: number): Range {
    const { sheetId, row, rows } = this[own];
    if (row === 1 && delta > 0 && sheetInfo(sheetId).rowGroupControl === 'BEFORE') {
      throw new Exception('The first row cannot be grouped when the row group control is before the group.');
    }
    write({ op: 'shiftRowGroups', sheetId, row, count: rows, delta });
    return this;
  },
  /** All groups that lie wholly in the range; when there is none, the deepest open one that it meets, as documented. */
  collapseGroups(this: Range): Range {
    const { sheetId, rect } = whole(this);
    const groups = rowGroups(sheetId);
    const inside = groups.filter((group) => contains(rect, { ...rect, ...rowsOf(group) }));
    const met = groups.filter((group) => !group.collapsed && intersection(rect, { ...rect, ...rowsOf(group) }));
    const deepest = Math.max(...met.map((group) => group.depth));
    return fold(this, inside.length > 0 ? inside : met.filter((group) => group.depth === deepest), true);
  },
  /** The collapsed groups whose rows or whose toggle the range meets; of several with one toggle the shallowest. */
  expandGroups(this: Range): Range {
    const { sheetId, rect } = whole(this);
    const toggle = (group: RowGroup) => controlRow(sheetId, group);
    const met = rowGroups(sheetId).filter(
      (group) =>
        group.collapsed &&
        (intersection(rect, { ...rect, ...rowsOf(group) }) ||
          intersection(rect, { ...rect, row: toggle(group), rows: 1 })),
    );
    const shallowest = (group: RowGroup) =>
      !met.some((other) => other.depth < group.depth && toggle(other) === toggle(group));
    return fold(this, met.filter(shallowest), false);
  },

  createTextFinder(this: Range, findText: string): TextFinder {
    return new TextFinder(findText, [this[own]]);
  },

  getRichTextValue(this: Range): RichTextValue | null {
    return richTextOf({ ...this[own], rows: 1, cols: 1 })[0]![0]!;
  },
  getRichTextValues(this: Range): (RichTextValue | null)[][] {
    return richTextOf(this[own]);
  },
  setRichTextValue(this: Range, value: RichTextValue): Range {
    writeRichText(
      this[own],
      matrix(this[own].rows, this[own].cols, () => value),
    );
    return this;
  },
  setRichTextValues(this: Range, values: RichTextValue[][]): Range {
    checkSize(values, this[own].rows, this[own].cols);
    writeRichText(this[own], values);
    return this;
  },
  getTextStyle(this: Range): TextStyle {
    return textStyleOf(read<[Parameters<typeof textStyleOf>[0][][]]>({ get: 'styles', ...topLeft(this) })[0][0]![0]!);
  },
  getTextStyles(this: Range): TextStyle[][] {
    const [styles] = read<[Parameters<typeof textStyleOf>[0][][]]>({ get: 'styles', ...whole(this) });
    return styles.map((line) => line.map(textStyleOf));
  },
  setTextStyle(this: Range, style: TextStyle): Range {
    write({ op: 'style', ...place(this), style: styleOfText(style) });
    return this;
  },
  setTextStyles(this: Range, styles: TextStyle[][]): Range {
    const { sheetId, row, col, rows, cols } = this[own];
    checkSize(styles, rows, cols);
    write({ op: 'styles', sheetId, row, col, styles: styles.map((line) => line.map(styleOfText)) });
    return this;
  },
};

function metadataLocation(range: Range) {
  const { sheetId, row, col, rows, cols } = range[own];
  const { maxRows, maxCols } = sheetInfo(sheetId);
  if (rows === 1 && cols === maxCols) return { type: 'ROW' as const, sheetId, index: row };
  if (cols === 1 && rows === maxRows) return { type: 'COLUMN' as const, sheetId, index: col };
  throw new Exception(
    'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
  );
}

function fold(range: Range, groups: RowGroup[], collapsed: boolean): Range {
  if (groups.length > 0) write({ op: 'foldRowGroups', sheetId: range[own].sheetId, groups, collapsed });
  return range;
}

/** Signatures of the members above. */
export const extraMembers = {
  getNote: '',
  getNotes: '',
  setNote: 'text?',
  setNotes: 'any[][]',
  protect: '',
  addDeveloperMetadata: 'str | str DeveloperMetadataVisibility | str text | str text DeveloperMetadataVisibility',
  getDeveloperMetadata: '',
  createDeveloperMetadataFinder: '',
  shiftRowGroupDepth: 'int',
  collapseGroups: '',
  expandGroups: '',
  createTextFinder: 'text',
  getRichTextValue: '',
  getRichTextValues: '',
  setRichTextValue: 'RichTextValue',
  setRichTextValues: 'RichTextValue[][]',
  getTextStyle: '',
  getTextStyles: '',
  setTextStyle: 'TextStyle',
  setTextStyles: 'TextStyle[][]',
} satisfies Record<keyof typeof extraMethods, string>;
