/** Protection. Sources: facts §5.11; https://developers.google.com/apps-script/reference/spreadsheet/protection */
import type { FileInfo, NamedRangeState, ProtectionState } from '../engine/engine';
import { PROTECTED_MESSAGE, protectionAdmits } from '../runtime/permissions';
import { read, sheetInfo, write } from './book';
import { type EnumValue, ProtectionType } from './enums';
import { Exception } from './exception';
import { config } from './host';
import { expose } from './members';
import type { NamedRange } from './named-range';
import { type GridRange, newRange, own } from './objects';
import type { Range } from './range';
import { emailsOf, User } from './user';

export class Protection {
  readonly [own]: { id: string };
  constructor(id: string) {
    this[own] = { id };
  }

  canEdit(): boolean {
    const { state, file } = load(this);
    return protectionAdmits(state, { user: config.user, file, protections: [] });
  }
  getProtectionType(): EnumValue {
    return ProtectionType[load(this).state.kind];
  }
  getDescription(): string {
    return load(this).state.description;
  }
  getRange(): Range {
    const { state } = load(this);
    const { maxRows, maxCols } = sheetInfo(state.sheetId);
    return newRange({ sheetId: state.sheetId, ...(state.rect ?? { row: 1, col: 1, rows: maxRows, cols: maxCols }) });
  }
  getRangeName(): string | null {
    return load(this).state.rangeName;
  }
  getUnprotectedRanges(): Range[] {
    const { state } = load(this);
    return state.unprotected.map((rect) => newRange({ sheetId: state.sheetId, ...rect }));
  }
  isWarningOnly(): boolean {
    return load(this).state.warningOnly;
  }
  canDomainEdit(): boolean {
    return loadOwn(this).state.domainEdit;
  }
  /** Right after protect() the owner is not listed although the owner may edit (facts: measured, issue 442636162). */
  getEditors(): User[] {
    const { state, file } = loadOwn(this);
    const emails = state.editors ?? file.editors.filter((email) => email !== file.owner);
    return emails.map((email) => new User(email));
  }

  setDescription(description: string): Protection {
    return change(this, { description });
  }
  setWarningOnly(warningOnly: boolean): Protection {
    return change(this, { warningOnly });
  }
  setDomainEdit(editable: boolean): Protection {
    if (editable) throw new Exception('The domain of this spreadsheet cannot be given edit access.');
    return change(this, { domainEdit: false });
  }
  addEditor(who: unknown): Protection {
    return this.addEditors([who]);
  }
  addEditors(people: unknown[]): Protection {
    const { state, file } = loadOwn(this);
    const before = state.editors ?? file.editors.filter((email) => email !== file.owner);
    return change(this, { editors: [...new Set([...before, ...emailsOf(people)])] });
  }
  removeEditor(who: unknown): Protection {
    return this.removeEditors([who]);
  }
  /** The owner and the current user stay, without an error, as documented. */
  removeEditors(people: unknown[]): Protection {
    const { state, file } = loadOwn(this);
    const gone = new Set(emailsOf(people));
    const before = state.editors ?? file.editors.filter((email) => email !== file.owner);
    const stays = (email: string) => !gone.has(email) || email === file.owner || email === config.user;
    return change(this, { editors: before.filter(stays) });
  }
  setRange(range: Range): Protection {
    const { state } = loadOwn(this);
    const { sheetId, row, col, rows, cols } = range[own];
    const { maxRows, maxCols } = sheetInfo(sheetId);
    const wholeSheet = rows === maxRows && cols === maxCols && row === 1 && col === 1;
    if (wholeSheet !== (state.kind === 'SHEET')) {
      throw new Exception('Cannot change sheet protection to range protection (or vice versa).');
    }
    return change(this, { sheetId, rect: state.kind === 'SHEET' ? null : { row, col, rows, cols }, rangeName: null });
  }
  setNamedRange(namedRange: NamedRange): Protection {
    return this.setRangeName(namedRange.getName());
  }
  setRangeName(name: string): Protection {
    const [all] = read<[NamedRangeState[]]>({ get: 'namedRanges' });
    const found = all.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!found) throw new Exception(`No named range of ${name}.`);
    return change(this, { sheetId: found.sheetId, rect: found.rect, rangeName: found.name });
  }
  setUnprotectedRanges(ranges: Range[]): Protection {
    const { state } = loadOwn(this);
    if (state.kind !== 'SHEET') throw new Exception('Unprotected ranges can only be set on sheet protections.');
    if (ranges.some((range) => range[own].sheetId !== state.sheetId)) {
      throw new Exception('Unprotected ranges must be on the protected sheet.');
    }
    const unprotected = ranges.map((range) => {
      const { row, col, rows, cols } = range[own];
      return { row, col, rows, cols };
    });
    return change(this, { unprotected });
  }
  remove(): void {
    loadOwn(this);
    write({ op: 'removeProtection', id: this[own].id });
  }
}

function load(protection: Protection): { state: ProtectionState; file: FileInfo } {
  const [all, file] = read<[ProtectionState[], FileInfo]>({ get: 'protections' }, { get: 'file' });
  const state = all.find((one) => one.id === protection[own].id);
  if (!state) throw new Exception('The protected range or sheet no longer exists.');
  return { state, file };
}

/** As load, for what only those may see or change who may edit the protection. */
function loadOwn(protection: Protection): { state: ProtectionState; file: FileInfo } {
  const { state, file } = load(protection);
  if (!protectionAdmits(state, { user: config.user, file, protections: [] })) throw new Exception(PROTECTED_MESSAGE);
  return { state, file };
}

function change(protection: Protection, patch: Partial<ProtectionState>): Protection {
  loadOwn(protection);
  write({ op: 'patchProtection', id: protection[own].id, patch });
  return protection;
}

function newState(kind: 'SHEET' | 'RANGE', sheetId: number): ProtectionState {
  return {
    id: String(Math.floor(Math.random() * 2 ** 31)),
    kind,
    sheetId,
    rect: null,
    description: '',
    warningOnly: false,
    editors: null,
    domainEdit: false,
    unprotected: [],
    rangeName: null,
  };
}

/** A new protection, even where one lies already; like any, it stops nobody until its editors are changed. */
export function protectRange(range: GridRange): Protection {
  const { sheetId, row, col, rows, cols } = range;
  const state = { ...newState('RANGE', sheetId), rect: { row, col, rows, cols } };
  write({ op: 'putProtection', state });
  return new Protection(state.id);
}

/** The tab's protection; a second call gives the same one. */
export function protectSheet(sheetId: number): Protection {
  const [all] = read<[ProtectionState[]]>({ get: 'protections' });
  const existing = all.find((one) => one.kind === 'SHEET' && one.sheetId === sheetId);
  if (existing) return new Protection(existing.id);
  const state = newState('SHEET', sheetId);
  write({ op: 'putProtection', state });
  return new Protection(state.id);
}

/** The protections of one kind, on one tab or (null) in the file. */
export function listProtections(kind: string, sheetId: number | null): Protection[] {
  const [all] = read<[ProtectionState[]]>({ get: 'protections' });
  return all
    .filter((one) => one.kind === kind && (sheetId === null || one.sheetId === sheetId))
    .map((one) => new Protection(one.id));
}

expose(Protection, 'SpreadsheetApp.Protection', {
  canEdit: '',
  canDomainEdit: '',
  getProtectionType: '',
  getDescription: '',
  getRange: '',
  getRangeName: '',
  getUnprotectedRanges: '',
  getEditors: '',
  isWarningOnly: '',
  setDescription: 'text',
  setWarningOnly: 'bool',
  setDomainEdit: 'bool',
  addEditor: 'str | User',
  addEditors: 'any[]',
  removeEditor: 'str | User',
  removeEditors: 'any[]',
  setRange: 'Range',
  setNamedRange: 'NamedRange',
  setRangeName: 'str',
  setUnprotectedRanges: 'Range[]',
  remove: '',
});
