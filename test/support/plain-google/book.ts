/**
 * A spreadsheet in memory, with the services of Apps Script that the add-on asks: its acts run on it as they are, in
 * milliseconds. Formulas are not calculated (but for the one that says where a tab's columns stand), looks are kept cell by
 * cell, and whatever is not here throws by name. The workbench stands in for Google; this only keeps account.
 */
import { createHash } from 'node:crypto';
import { columnLetter } from '../../../src/sheet/grid/grid';
import { passes } from './clock';
import { cellText } from './range';
import { described, names, recorder, strict } from './recorder';
import { PlainTab } from './tab';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface PlainBookOptions {
  locale?: string;
  owner?: string;
  editors?: string[];
  /** Formulas come to something of their own, instead of to nothing, and writes take their time. */
  hasFigures?: boolean;
}

export class PlainBook {
  tabs: PlainTab[] = [];
  readonly spreadsheet: Spreadsheet;
  readonly properties: Record<string, Record<string, string>> = { document: {}, user: {}, cache: {} };
  /** What the add-on has shown: boxes, toasts, panels. */
  readonly told: string[] = [];
  readonly editors: string[];
  readonly owner: string;
  /** Who is at the keyboard. */
  user: string;
  /** Tabs that this person may not edit. */
  readonly closed = new Set<string>();
  private ids = 0;
  private active: PlainTab;
  private writesLeft = Number.POSITIVE_INFINITY;
  /** What an act must not do: cells written outside of the lock; the lock released, or something kept, while cells still wait. */
  readonly broken = new Set<string>();
  /** Another act holds the lock, and goes on holding it. */
  isBusy = false;
  /** How often cells have been asked for or written. */
  calls = 0;
  private isLocked = false;
  private waits = false;
  private readonly locale: string;
  readonly hasFigures: boolean;

  constructor({
    locale = 'en_US',
    owner = 'manager@example.com',
    editors = [],
    hasFigures = false,
  }: PlainBookOptions = {}) {
    this.hasFigures = hasFigures;
    this.locale = locale;
    this.owner = owner;
    this.user = owner;
    this.editors = [owner, ...editors];
    this.spreadsheet = this.asSpreadsheet();
    this.active = this.insert('Sheet1', 0);
    Object.assign(globalThis, this.services());
  }

  tab(name: string): PlainTab {
    const found = this.tabs.find((tab) => tab.name === name);
    if (!found) throw new Error(`no tab ${name} among ${this.tabs.map((tab) => tab.name).join(', ')}`);
    return found;
  }

  activate(tab: PlainTab): void {
    this.active = tab;
  }

  canEdit(tab: PlainTab): boolean {
    return !this.closed.has(tab.name);
  }

  /** Cuts a run off after so many writes. */
  stopAfter(writes: number): void {
    this.writesLeft = writes;
  }

  spend(): void {
    if (this.hasFigures) passes(WRITE_MS);
    if (this.writesLeft-- <= 0) throw new Error('cut off');
    this.waits = true;
    if (!this.isLocked) this.broken.add('cells written without the lock');
  }

  private insert(name: string, index: number): PlainTab {
    if (this.tabs.some((tab) => tab.name === name)) throw new Error(`there is a tab ${name}`);
    const tab = new PlainTab(this, 100 + this.ids++, name);
    this.tabs.splice(index, 0, tab);
    this.active = tab;
    return tab;
  }

  private asSpreadsheet(): Spreadsheet {
    const sheetOf = (find: (tab: PlainTab) => boolean) => this.tabs.find(find)?.sheet ?? null;
    const own = {
      getId: () => 'plain-book-of-twenty-five-letters',
      getName: () => 'Book',
      getSheets: () => this.tabs.map((tab) => tab.sheet),
      getSheetByName: (name: string) => sheetOf((tab) => tab.name === name),
      getSheetById: (id: number) => sheetOf((tab) => tab.id === id),
      getNumSheets: () => this.tabs.length,
      getActiveSheet: () => this.active.sheet,
      setActiveSheet: (sheet: { getSheetId(): number }) => {
        this.active = this.tabs.find((tab) => tab.id === sheet.getSheetId())!;
        return sheet;
      },
      insertSheet: (name: string, index = this.tabs.indexOf(this.active) + 1) => this.insert(name, index).sheet,
      deleteSheet: (sheet: { getSheetId(): number }) => {
        this.tabs = this.tabs.filter((tab) => tab.id !== sheet.getSheetId());
        this.active = this.tabs[0]!;
      },
      getSpreadsheetLocale: () => this.locale,
      getSpreadsheetTimeZone: () => 'Etc/UTC',
      getOwner: () => ({ getEmail: () => this.owner }),
      getEditors: () => this.editors.map((email) => ({ getEmail: () => email })),
      toast: (...words: string[]) => void this.told.push(`toast: ${words.join(' | ')}`),
    };
    return strict('Spreadsheet', own) as unknown as Spreadsheet;
  }

  private services(): object {
    const mine = { tryLock: () => true, releaseLock: () => undefined };
    const lock = {
      tryLock: () => {
        if (this.isBusy) return false;
        this.isLocked = true;
        this.waits = false;
        return true;
      },
      releaseLock: () => {
        if (this.waits) this.broken.add('the lock released before cells are written');
        this.isLocked = false;
      },
    };
    const store = (name: string) => {
      const kept = this.properties[name]!;
      const put = (key: string, value: string | null) => {
        if (this.waits && name === 'document') this.broken.add(`${key} kept before cells are written`);
        if (value === null) delete kept[key];
        else kept[key] = value;
      };
      return {
        getProperty: (key: string) => kept[key] ?? null,
        getProperties: () => ({ ...kept }),
        setProperty: put,
        deleteProperty: (key: string) => put(key, null),
        get: (key: string) => kept[key] ?? null,
        put,
      };
    };
    const menu = (what: string) => {
      const self: object = {
        addItem: (title: string, act: string) => {
          this.told.push(`menu ${what}: ${title} = ${act}`);
          return self;
        },
        addToUi: () => undefined,
      };
      return self;
    };
    const page = (text: string) => ({ setTitle: (title: string) => ({ text, title }) });
    return {
      SpreadsheetApp: strict('SpreadsheetApp', {
        getActiveSpreadsheet: () => this.spreadsheet,
        flush: () => {
          this.waits = false;
        },
        newDataValidation: () => recorder('list'),
        newConditionalFormatRule: () => recorder('rule'),
        newTextStyle: () => recorder('style'),
        newRichTextValue: () => recorder('rich'),
        BorderStyle: names,
        CopyPasteType: names,
        DataValidationCriteria: names,
        GroupControlTogglePosition: names,
        ProtectionType: names,
        getUi: () =>
          strict('Ui', {
            ButtonSet: names,
            Button: names,
            alert: (...words: string[]) => {
              this.told.push(`alert: ${words.join(' | ')}`);
              return 'YES';
            },
            createMenu: menu,
            createAddonMenu: () => menu('add-on'),
            showSidebar: ({ text, title }: { text: string; title: string }) =>
              void this.told.push(`sidebar ${title}: ${digest(text)}`),
          }),
      }),
      LockService: { getDocumentLock: () => lock, getUserLock: () => mine },
      PropertiesService: { getDocumentProperties: () => store('document'), getUserProperties: () => store('user') },
      CacheService: { getDocumentCache: () => store('cache') },
      Session: {
        getActiveUser: () => ({ getEmail: () => this.user }),
        getEffectiveUser: () => ({ getEmail: () => this.user }),
        getScriptTimeZone: () => 'Etc/UTC',
      },
      ScriptApp: {
        AuthMode: names,
        requireAllScopes: () => undefined,
        getAuthorizationInfo: () => ({ getAuthorizationStatus: () => 'NOT_REQUIRED' }),
        getInstallationSource: () => 'NONE',
      },
      HtmlService: {
        createTemplateFromFile: () => ({ getRawContent: () => '<body></body>' }),
        createHtmlOutput: page,
      },
      Utilities: { formatDate: (day: Date) => day.toISOString().slice(0, 16).replace('T', ' ') },
    };
  }
}

export function digest(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 8);
}

/** Texts of looks, which are never changed in place. */
const known = new WeakMap<object, string>();

function looksText(looks: Record<string, unknown>): string {
  const there = known.get(looks);
  if (there !== undefined) return there;
  const all = Object.entries(looks).map(([name, look]) => `${name} ${described(look)}`);
  const text = all.length === 0 ? '' : digest(all.sort().join('; '));
  known.set(looks, text);
  return text;
}

/** How long a write takes where a book has figures: what takes long is done in portions. */
const WRITE_MS = 60;

/** A tab, a line for each row and one for the tab as a whole: cells as texts, looks as a digest. */
export function dumpTab(tab: PlainTab): string[] {
  const { cells } = tab;
  const looksOf = (row: number) => {
    const line = cells.rows[row - 1] ?? [];
    const looks = Array.from(line, (cell) => (cell ? looksText(cell.looks) : ''));
    const merges = cells.merges
      .filter((one) => one.row === row)
      .map((one) => `${columnLetter(one.col)} ${one.rows} ${one.cols}`);
    const own = Object.entries(cells.rowLines[row - 1] ?? {}).sort();
    const text = `${looks.join().replace(/,+$/, '')} ${merges.sort().join()} ${own.join()}`;
    return text === '  ' ? '-' : digest(text);
  };
  const rows = Array.from({ length: Math.max(cells.lastRow, 1) }, (_, n) => {
    const line = (cells.rows[n] ?? []).map((cell) => cellText(cell, n + 1));
    const texts = line.flatMap((text, c) => (text === '' ? [] : [`${columnLetter(c + 1)} ${text}`]));
    return `${looksOf(n + 1)} | ${texts.join(' | ')}`;
  });
  const { protections } = tab;
  const whole = { ...tab.props, protections: protections.map(({ self: _, ...of }) => of) };
  const said = Object.entries(whole).map(([name, of]) => `${name} ${described(of)}`);
  const size = `${cells.height} × ${cells.width}, looks below ${digest(described(Array.from({ length: 40 }, (_, n) => looksOf(rows.length + 1 + n))))}`;
  return [
    `${size} | ${said.sort().join(' | ')} | ${described(cells.colLines.map((line) => Object.entries(line ?? {}).sort()))}`,
    ...rows,
  ];
}
