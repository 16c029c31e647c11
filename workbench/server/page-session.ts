/** One window on the workbook: who looks through it, where the cursor stands, and what a script can show there. */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { ButtonName, Dialog, MenuItem, Page, SelectionState, UiEffect, UiHost } from '../runtime';
import type { Frames } from './frames';
import type { LiveBook } from './live-book';
import type { AddedMenu, MenuEntry, PageSelection, ToPage } from './protocol';

const BUTTONS: Record<Dialog['buttons'], ButtonName[]> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};

type Answer = { button: ButtonName; text: string };

export class PageSession {
  readonly id = randomUUID();
  /** Numbers of the last changes that others made: a page that has not seen them must not act on old positions. */
  lastByOthers = 0;
  lastMoveByOthers = 0;
  private selection: PageSelection | null = null;
  /** A selection that a script asked for and that is not shown yet. */
  private wanted: SelectionState | null = null;
  private menus: AddedMenu[] = [];
  private questions = new Map<number, (answer: Answer) => void>();
  private questionCount = 0;
  private isGone = false;

  constructor(
    private readonly socket: Pick<WebSocket, 'send'>,
    readonly user: string,
    private readonly book: LiveBook,
    private readonly frames: Frames,
  ) {}

  send(message: ToPage): void {
    this.sendText(JSON.stringify(message));
  }

  sendText(json: string): void {
    if (!this.isGone) this.socket.send(json);
  }

  /** The connection ended: whatever waits for this window's person is answered as if it was closed. */
  leave(): void {
    this.isGone = true;
    for (const answer of this.questions.values()) answer({ button: 'CLOSE', text: '' });
    this.questions.clear();
    this.frames.removePage(this.id);
  }

  /** Where the cursor stands, as a script sees it; null before the page has told, or when the tab is gone. */
  get selectionState(): SelectionState | null {
    if (!this.selection) return null;
    const sheetId = this.book.internals.sheetIdOf(this.selection.sheetKey);
    if (sheetId === undefined) return null;
    return { sheetId, ranges: this.selection.ranges, current: this.selection.current };
  }

  get sheetKey(): string | null {
    return this.selection?.sheetKey ?? null;
  }

  select(selection: PageSelection): void {
    this.selection = selection;
  }

  /** Tells where the selected cell leads, if it does. */
  async tellLink(): Promise<void> {
    const { selection, selectionState: at } = this;
    if (!selection || !at || at.ranges.length > 1) return;
    const { sheetKey, current } = selection;
    const url = await this.book.internals.linkOf(at.sheetId, current.row, current.col);
    if (url === null || selection !== this.selection) return;
    const tab = /^#gid=(\d+)/.exec(url)?.[1];
    const key = tab === undefined ? null : this.tabOf(Number(tab));
    // A tab that is gone, or a script in disguise, leads nowhere.
    if (tab === undefined ? !/^https?:\/\//.test(url) : key === null) return;
    const to = { url, tab: key?.sheetKey ?? null, label: key?.name ?? url };
    this.send({ t: 'link', link: { sheetKey, ...current, ...to } });
  }

  private tabOf(sheetId: number): { sheetKey: string; name: string } | null {
    const sheet = this.book.engine.sheets().find(({ id, hidden }) => id === sheetId && !hidden);
    return sheet ? { sheetKey: this.book.internals.sheetKey(sheetId), name: sheet.name } : null;
  }

  answer(question: number, answer: Answer): void {
    this.questions.get(question)?.(answer);
    this.questions.delete(question);
  }

  /** Forgets menus before onOpen builds them again. */
  clearMenus(): void {
    this.menus = [];
  }

  sendMenus(trouble: string | null): void {
    this.send({ t: 'menus', menus: this.menus, trouble });
  }

  /** The screen for one run of a script. `mayOpen` is false while the menu is built: no dialogs then. */
  screen(addonName: string, functions: string[]): UiHost {
    return {
      show: (effect) => this.show(effect, addonName, functions),
      askAlert: async (dialog) => (await this.ask('alert', dialog)).button,
      askPrompt: (dialog) => this.ask('prompt', dialog),
    };
  }

  private ask(kind: 'alert' | 'prompt', dialog: Dialog): Promise<Answer> {
    if (this.isGone) return Promise.resolve({ button: 'CLOSE', text: '' });
    this.showWanted();
    const question = ++this.questionCount;
    const { title, prompt } = dialog;
    this.send({ t: 'ask', question, kind, title, prompt, buttons: BUTTONS[dialog.buttons] });
    return new Promise((resolve) => this.questions.set(question, resolve));
  }

  private show(effect: UiEffect, addonName: string, functions: string[]): void {
    switch (effect.kind) {
      case 'toast': {
        const { title, message, timeoutSeconds } = effect.toast;
        this.send({ t: 'toast', title, message, seconds: timeoutSeconds });
        return;
      }
      case 'sidebar':
      case 'modal':
      case 'modeless':
        this.openFrame(effect.kind, effect.page, functions);
        return;
      case 'menu': {
        const caption = effect.addon ? addonName : effect.menu.caption;
        const where = effect.addon ? 'extensions' : 'bar';
        this.menus = this.menus.filter((menu) => menu.where !== where || menu.caption !== caption);
        this.menus.push({ where, caption, entries: effect.menu.items.map(entryOf) });
        this.sendMenus(null);
        return;
      }
      case 'removeMenu':
        this.menus = this.menus.filter((menu) => menu.where !== 'bar' || menu.caption !== effect.caption);
        this.sendMenus(null);
        return;
      case 'select':
        this.wanted = effect.selection;
        this.showWanted();
        return;
      case 'alert':
      case 'prompt':
        // Asked above; the effect only records that it was.
        return;
      case 'authorise':
        // In the page everything is granted, so nothing is ever asked for.
        return;
    }
  }

  /**
   * Moves the cursor where a script put it. A tab that the script has only just made may still wait to be written; the
   * end of the run tries again.
   */
  showWanted(): void {
    const { wanted } = this;
    if (!wanted || !this.book.engine.sheets().some((sheet) => sheet.id === wanted.sheetId)) return;
    this.wanted = null;
    const { sheetId, ranges, current } = wanted;
    this.selection = { sheetKey: this.book.internals.sheetKey(sheetId), ranges, current };
    this.send({ t: 'activate', selection: this.selection });
  }

  private openFrame(where: 'sidebar' | 'modal' | 'modeless', page: Page, functions: string[]): void {
    const frame = this.frames.add(this.id, page.html, functions);
    // Google's sizes when a script names none.
    const width = where === 'sidebar' ? 300 : (page.width ?? 600);
    this.send({ t: 'frame', frame, where, title: page.title, width, height: page.height ?? 400 });
  }
}

function entryOf(item: MenuItem): MenuEntry {
  if (item.kind === 'separator') return { kind: 'separator' };
  if (item.kind === 'menu') return { kind: 'menu', caption: item.caption, entries: item.items.map(entryOf) };
  return { kind: 'item', caption: item.caption, fn: item.functionName };
}
