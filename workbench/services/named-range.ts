/** NamedRange. Source: https://developers.google.com/apps-script/reference/spreadsheet/named-range */
import type { NamedRangeState } from '../engine/engine';
import { read, write } from './book';
import { Exception } from './exception';
import { expose } from './members';
import { type GridRange, newRange, own } from './objects';
import type { Range } from './range';

export class NamedRange {
  readonly [own]: { name: string };
  constructor(name: string) {
    this[own] = { name };
  }
  getName(): string {
    return this[own].name;
  }
  getRange(): Range {
    const state = find(this[own].name);
    return newRange({ sheetId: state.sheetId, ...state.rect });
  }
  setName(name: string): NamedRange {
    const state = find(this[own].name);
    write({ op: 'putNamedRange', state: { ...state, name: checkName(name) }, formerName: state.name });
    this[own].name = name;
    return this;
  }
  setRange(range: Range): NamedRange {
    putNamedRange(this[own].name, range[own]);
    return this;
  }
  remove(): void {
    removeNamedRange(this[own].name);
  }
}

function all(): NamedRangeState[] {
  return read<[NamedRangeState[]]>({ get: 'namedRanges' })[0];
}

function find(name: string): NamedRangeState {
  const found = all().find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!found) throw new Exception(`No named range of ${name}.`);
  return found;
}

/** Names: letters, digits and underscores, no leading digit, nothing that reads as a cell (support.google.com/docs/answer/63175). */
function checkName(name: string): string {
  const readable = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && name.length <= 250;
  if (!readable || /^[A-Za-z]{1,3}\d+$/.test(name) || /^[Rr]\d+[Cc]\d+$/.test(name) || /^(true|false)$/i.test(name)) {
    throw new Exception(`The name "${name}" is not a valid name for a named range.`);
  }
  return name;
}

/** Makes the name, or moves it. */
export function putNamedRange(name: string, range: GridRange): void {
  const { sheetId, row, col, rows, cols } = range;
  const state = { name: checkName(name), sheetId, rect: { row, col, rows, cols } };
  write({ op: 'putNamedRange', state, formerName: name });
}

/** Throws when there is none of that name. */
export function removeNamedRange(name: string): void {
  write({ op: 'removeNamedRange', name: find(name).name });
}

/** The named ranges of one tab, or (null) of the file. */
export function listNamedRanges(sheetId: number | null): NamedRange[] {
  return all()
    .filter((one) => sheetId === null || one.sheetId === sheetId)
    .map((one) => new NamedRange(one.name));
}

expose(NamedRange, 'SpreadsheetApp.NamedRange', {
  getName: '',
  getRange: '',
  setName: 'str',
  setRange: 'Range',
  remove: '',
});
