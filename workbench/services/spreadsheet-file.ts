/** Spreadsheet: the file, its people, its menus. Source: https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet */
import type { FileInfo } from '../engine/engine';
import { isTimeZone } from '../values/zoned-time';
import { read, write } from './book';
import { type EnumValue, RecalculationInterval } from './enums';
import { Exception } from './exception';
import { ask } from './host';
import { emailsOf, User } from './user';

export class SpreadsheetFile {
  getId(): string {
    return file().id;
  }
  getName(): string {
    return file().name;
  }
  rename(name: string): void {
    write({ op: 'file', patch: { name } });
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${file().id}/edit`;
  }
  getSpreadsheetLocale(): string {
    return file().locale;
  }
  setSpreadsheetLocale(locale: string): void {
    write({ op: 'file', patch: { locale } });
  }
  getSpreadsheetTimeZone(): string {
    return file().timeZone;
  }
  setSpreadsheetTimeZone(timeZone: string): void {
    if (!isTimeZone(timeZone)) throw new Exception(`Invalid argument: timezone`);
    write({ op: 'file', patch: { timeZone } });
  }
  getFormUrl(): string | null {
    return null;
  }
  getRecalculationInterval(): EnumValue {
    return RecalculationInterval.ON_CHANGE;
  }
  isIterativeCalculationEnabled(): boolean {
    return false;
  }

  getOwner(): User | null {
    return new User(file().owner);
  }
  getEditors(): User[] {
    return people(file(), false);
  }
  getViewers(): User[] {
    return people(file(), true);
  }
  addEditor(who: unknown): this {
    return this.#share({ editors: { add: emailsOf(who) } });
  }
  addEditors(emails: string[]): this {
    return this.#share({ editors: { add: emails } });
  }
  removeEditor(who: unknown): this {
    return this.#share({ editors: { remove: emailsOf(who) } });
  }
  addViewer(who: unknown): this {
    return this.#share({ viewers: { add: emailsOf(who) } });
  }
  addViewers(emails: string[]): this {
    return this.#share({ viewers: { add: emails } });
  }
  removeViewer(who: unknown): this {
    const gone = emailsOf(who);
    return this.#share({ viewers: { remove: gone }, editors: { remove: gone } });
  }
  #share(change: {
    editors?: { add?: string[]; remove?: string[] };
    viewers?: { add?: string[]; remove?: string[] };
  }): this {
    write({ op: 'shareFile', ...change });
    return this;
  }

  /** Five seconds unless said otherwise; without a screen it has no effect (facts §5.13). */
  toast(message: string, title: string | null = '', timeoutSeconds: number | null = 5): void {
    ask('show', { kind: 'toast', toast: { message, title: title ?? '', timeoutSeconds: timeoutSeconds ?? 5 } });
  }
  addMenu(name: string, items: ({ name: string; functionName: string } | null)[]): void {
    ask('show', {
      kind: 'menu',
      addon: false,
      menu: { kind: 'menu', caption: name, functionName: '', items: items.map(menuItem) },
    });
  }
  updateMenu(name: string, items: ({ name: string; functionName: string } | null)[]): void {
    this.addMenu(name, items);
  }
  removeMenu(name: string): void {
    ask('show', { kind: 'removeMenu', caption: name });
  }
}

function menuItem(item: { name: string; functionName: string } | null) {
  if (item === null) return { kind: 'separator', caption: '', functionName: '', items: [] };
  return { kind: 'item', caption: item.name, functionName: item.functionName, items: [] };
}

function file(): FileInfo {
  return read<[FileInfo]>({ get: 'file' })[0];
}

/** Owner and editors may also view, so they are among the viewers (measured: gas-fakes' notes). */
function people(info: FileInfo, viewersToo: boolean): User[] {
  const emails = [info.owner, ...info.editors, ...(viewersToo ? info.viewers : [])];
  return [...new Set(emails)].filter((email) => email !== '').map((email) => new User(email));
}

/** Signatures of the members above. */
export const fileMembers = {
  getId: '',
  getName: '',
  rename: 'text',
  getUrl: '',
  getSpreadsheetLocale: '',
  setSpreadsheetLocale: 'str',
  getSpreadsheetTimeZone: '',
  setSpreadsheetTimeZone: 'str',
  getFormUrl: '',
  getRecalculationInterval: '',
  isIterativeCalculationEnabled: '',
  getOwner: '',
  getEditors: '',
  getViewers: '',
  addEditor: 'str | User',
  addEditors: 'str[]',
  removeEditor: 'str | User',
  addViewer: 'str | User',
  addViewers: 'str[]',
  removeViewer: 'str | User',
  toast: 'text | text text? | text text? num?',
  addMenu: 'text any[]',
  updateMenu: 'text any[]',
  removeMenu: 'text',
};
