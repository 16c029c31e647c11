/**
 * DeveloperMetadata, its location and finder. Sources: facts §5.10;
 * https://developers.google.com/apps-script/reference/spreadsheet/developer-metadata
 */
import type { MetadataState } from '../engine/engine';
import { read, sheetInfo, write } from './book';
import { DeveloperMetadataLocationType, DeveloperMetadataVisibility, type EnumValue, nameOf } from './enums';
import { Exception } from './exception';
import { expose } from './members';
import { type GridRange, newRange, newSheet, own, theSpreadsheet } from './objects';
import type { Range } from './range';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

type Location = MetadataState['location'];
type Visibility = MetadataState['visibility'];

export class DeveloperMetadata {
  readonly [own]: { id: number };
  constructor(id: number) {
    this[own] = { id };
  }
  getId(): number {
    return this[own].id;
  }
  getKey(): string {
    return stateOf(this).key;
  }
  getValue(): string | null {
    return stateOf(this).value;
  }
  getVisibility(): EnumValue {
    return DeveloperMetadataVisibility[stateOf(this).visibility];
  }
  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(stateOf(this).location);
  }
  setKey(key: string): DeveloperMetadata {
    return change(this, { key });
  }
  setValue(value: string): DeveloperMetadata {
    return change(this, { value });
  }
  setVisibility(visibility: EnumValue): DeveloperMetadata {
    return change(this, { visibility: nameOf<Visibility>(visibility) });
  }
  moveToRow(row: Range): DeveloperMetadata {
    const range = row[own];
    if (range.rows !== 1) throw new Exception('The range must be a single row.');
    return change(this, { location: { type: 'ROW', sheetId: range.sheetId, index: range.row } });
  }
  moveToColumn(column: Range): DeveloperMetadata {
    const range = column[own];
    if (range.cols !== 1) throw new Exception('The range must be a single column.');
    return change(this, { location: { type: 'COLUMN', sheetId: range.sheetId, index: range.col } });
  }
  moveToSheet(sheet: Sheet): DeveloperMetadata {
    return change(this, { location: { type: 'SHEET', sheetId: sheet[own] } });
  }
  moveToSpreadsheet(): DeveloperMetadata {
    return change(this, { location: { type: 'SPREADSHEET' } });
  }
  remove(): void {
    stateOf(this);
    write({ op: 'removeMetadata', id: this[own].id });
  }
}

function stateOf(metadata: DeveloperMetadata): MetadataState {
  const found = allMetadata().find((one) => one.id === metadata[own].id);
  if (!found) throw new Exception('The developer metadata no longer exists.');
  return found;
}

function change(metadata: DeveloperMetadata, patch: Partial<MetadataState>): DeveloperMetadata {
  write({ op: 'putMetadata', state: { ...stateOf(metadata), ...patch } });
  return metadata;
}

function allMetadata(): MetadataState[] {
  return read<[MetadataState[]]>({ get: 'metadata' })[0];
}

/** The metadata that the test admits, in the order in which they were made. */
export function listMetadata(admits: (state: MetadataState) => boolean): DeveloperMetadata[] {
  return allMetadata()
    .filter(admits)
    .map((state) => new DeveloperMetadata(state.id));
}

/** Adds one; `rest` is value and visibility in any of the documented combinations. */
export function addMetadata(location: Location, key: string, rest: readonly (string | EnumValue)[]): void {
  const [value] = rest.filter((item): item is string => typeof item === 'string');
  const visibility = rest.find((item): item is EnumValue => typeof item !== 'string');
  write({
    op: 'putMetadata',
    state: {
      id: Math.floor(Math.random() * 2 ** 31),
      key,
      value: value ?? null,
      visibility: visibility ? nameOf<Visibility>(visibility) : 'DOCUMENT',
      location,
    },
  });
}

export class DeveloperMetadataLocation {
  readonly [own]: Location;
  constructor(location: Location) {
    this[own] = location;
  }
  getLocationType(): EnumValue {
    return DeveloperMetadataLocationType[this[own].type];
  }
  getSpreadsheet(): Spreadsheet | null {
    return this[own].type === 'SPREADSHEET' ? theSpreadsheet() : null;
  }
  getSheet(): Sheet | null {
    return this[own].type === 'SHEET' ? newSheet(this[own].sheetId) : null;
  }
  getRow(): Range | null {
    const location = this[own];
    if (location.type !== 'ROW') return null;
    const { maxCols } = sheetInfo(location.sheetId);
    const bounds = { startRow: true, endRow: true, startCol: false, endCol: false };
    return newRange({ sheetId: location.sheetId, row: location.index, col: 1, rows: 1, cols: maxCols, bounds });
  }
  getColumn(): Range | null {
    const location = this[own];
    if (location.type !== 'COLUMN') return null;
    const { maxRows } = sheetInfo(location.sheetId);
    const bounds = { startRow: false, endRow: false, startCol: true, endCol: true };
    return newRange({ sheetId: location.sheetId, row: 1, col: location.index, rows: maxRows, cols: 1, bounds });
  }
}

/** Where a finder looks: the file, a tab, or a range. */
type Scope = GridRange | { sheetId: number } | null;

interface FinderState {
  scope: Scope;
  intersecting: boolean;
  wanted: Partial<{ id: number; key: string; value: string; visibility: string; type: string }>;
}

export class DeveloperMetadataFinder {
  readonly [own]: FinderState;
  constructor(scope: Scope) {
    this[own] = { scope, intersecting: false, wanted: {} };
  }
  find(): DeveloperMetadata[] {
    const { wanted, scope, intersecting } = this[own];
    return listMetadata((state) => {
      if (wanted.id !== undefined && state.id !== wanted.id) return false;
      if (wanted.key !== undefined && state.key !== wanted.key) return false;
      if (wanted.value !== undefined && state.value !== wanted.value) return false;
      if (wanted.visibility !== undefined && state.visibility !== wanted.visibility) return false;
      if (wanted.type !== undefined && state.location.type !== wanted.type) return false;
      return inScope(state.location, scope, intersecting);
    });
  }
  onIntersectingLocations(): DeveloperMetadataFinder {
    this[own].intersecting = true;
    return this;
  }
  withId(id: number): DeveloperMetadataFinder {
    return this.#want({ id });
  }
  withKey(key: string): DeveloperMetadataFinder {
    return this.#want({ key });
  }
  withValue(value: string): DeveloperMetadataFinder {
    return this.#want({ value });
  }
  withVisibility(visibility: EnumValue): DeveloperMetadataFinder {
    return this.#want({ visibility: nameOf(visibility) });
  }
  withLocationType(type: EnumValue): DeveloperMetadataFinder {
    return this.#want({ type: nameOf(type) });
  }
  #want(wanted: FinderState['wanted']): DeveloperMetadataFinder {
    Object.assign(this[own].wanted, wanted);
    return this;
  }
}

/** Rows and columns must lie wholly inside a range, unless intersecting ones are wanted (facts §5.10). */
function inScope(location: Location, scope: Scope, intersecting: boolean): boolean {
  if (scope === null) return true;
  if (location.type === 'SPREADSHEET') return intersecting;
  if (location.sheetId !== scope.sheetId) return false;
  if (!('rows' in scope)) return true;
  if (location.type === 'SHEET') return intersecting;
  const { maxRows, maxCols } = sheetInfo(scope.sheetId);
  if (location.type === 'ROW') {
    const inside = location.index >= scope.row && location.index < scope.row + scope.rows;
    return inside && (intersecting || scope.cols === maxCols);
  }
  const inside = location.index >= scope.col && location.index < scope.col + scope.cols;
  return inside && (intersecting || scope.rows === maxRows);
}

export function finderOn(scope: Scope): DeveloperMetadataFinder {
  return new DeveloperMetadataFinder(scope);
}

expose(DeveloperMetadata, 'SpreadsheetApp.DeveloperMetadata', {
  getId: '',
  getKey: '',
  getValue: '',
  getVisibility: '',
  getLocation: '',
  setKey: 'str',
  setValue: 'text',
  setVisibility: 'DeveloperMetadataVisibility',
  moveToRow: 'Range',
  moveToColumn: 'Range',
  moveToSheet: 'Sheet',
  moveToSpreadsheet: '',
  remove: '',
});
expose(DeveloperMetadataLocation, 'SpreadsheetApp.DeveloperMetadataLocation', {
  getLocationType: '',
  getSpreadsheet: '',
  getSheet: '',
  getRow: '',
  getColumn: '',
});
expose(DeveloperMetadataFinder, 'SpreadsheetApp.DeveloperMetadataFinder', {
  find: '',
  onIntersectingLocations: '',
  withId: 'int',
  withKey: 'str',
  withValue: 'text',
  withVisibility: 'DeveloperMetadataVisibility',
  withLocationType: 'DeveloperMetadataLocationType',
});
