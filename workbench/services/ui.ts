/** Ui, Menu, PromptResponse. Sources: https://developers.google.com/apps-script/reference/base/ui, facts §3.1, §4.2 */
import type { ButtonName, ButtonSetName, Dialog, MenuItem } from '../runtime/ui-host';
import { flush, forgetGrid } from './book';
import { Button, ButtonSet, type EnumValue, nameOf } from './enums';
import { Exception } from './exception';
import { ask, config } from './host';
import type { HtmlOutput } from './html';
import { define, expose } from './members';
import { own } from './objects';

export class Ui {
  alert(...args: unknown[]): EnumValue {
    return Button[wait<ButtonName>('alert', args)];
  }
  prompt(...args: unknown[]): PromptResponse {
    const { button, text } = wait<{ button: ButtonName; text: string }>('prompt', args);
    return new PromptResponse(Button[button], text);
  }
  createMenu(caption: string): Menu {
    return new Menu(caption, false);
  }
  createAddonMenu(): Menu {
    return new Menu(config.projectName, true);
  }
  showSidebar(html: HtmlOutput): void {
    show('sidebar', html, html.getTitle());
  }
  showModalDialog(html: HtmlOutput, title: string): void {
    show('modal', html, title);
  }
  showModelessDialog(html: HtmlOutput, title: string): void {
    show('modeless', html, title);
  }
}

/** Shows a dialog and stands still until it is answered; what waits is written first, so that the user sees it. */
function wait<T>(kind: 'alert' | 'prompt', args: unknown[]): T {
  const texts = args.filter((arg): arg is string => typeof arg === 'string');
  const buttons = args.find((arg): arg is EnumValue => typeof arg === 'object' && arg !== null);
  const dialog: Dialog = {
    title: texts.length > 1 ? texts[0]! : '',
    prompt: texts.at(-1) ?? '',
    buttons: buttons ? nameOf<ButtonSetName>(buttons) : 'OK',
  };
  flush();
  const answer = ask<T>(kind, dialog);
  forgetGrid();
  return answer;
}

function show(kind: 'sidebar' | 'modal' | 'modeless', html: HtmlOutput, title: string | null): void {
  flush();
  ask('show', {
    kind,
    page: { html: html.getContent(), title: title ?? '', width: html.getWidth(), height: html.getHeight() },
  });
}

export class PromptResponse {
  readonly [own]: { button: EnumValue; text: string };
  constructor(button: EnumValue, text: string) {
    this[own] = { button, text };
  }
  getSelectedButton(): EnumValue {
    return this[own].button;
  }
  getResponseText(): string {
    return this[own].text;
  }
}

export class Menu {
  readonly [own]: { menu: MenuItem; addon: boolean };
  constructor(caption: string, addon: boolean) {
    this[own] = { menu: { kind: 'menu', caption, functionName: '', items: [] }, addon };
  }
  addItem(caption: string, functionName: string): Menu {
    this[own].menu.items.push({ kind: 'item', caption, functionName, items: [] });
    return this;
  }
  addSeparator(): Menu {
    this[own].menu.items.push({ kind: 'separator', caption: '', functionName: '', items: [] });
    return this;
  }
  addSubMenu(menu: Menu): Menu {
    this[own].menu.items.push(menu[own].menu);
    return this;
  }
  addToUi(): void {
    if (this[own].menu.items.length === 0) throw new Exception('A menu must have at least one item.');
    ask('show', { kind: 'menu', menu: this[own].menu, addon: this[own].addon });
  }
}

expose(Ui, 'Base.Ui', {
  alert: 'text | text ButtonSet | text? text ButtonSet',
  prompt: 'text | text ButtonSet | text? text ButtonSet',
  createMenu: 'text',
  createAddonMenu: '',
  showSidebar: 'HtmlOutput',
  showModalDialog: 'HtmlOutput text',
  showModelessDialog: 'HtmlOutput text',
});
expose(PromptResponse, 'Base.PromptResponse', { getSelectedButton: '', getResponseText: '' });
expose(Menu, 'Base.Menu', { addItem: 'text text', addSeparator: '', addSubMenu: 'Menu', addToUi: '' });
define(Ui.prototype, 'Button', Button);
define(Ui.prototype, 'ButtonSet', ButtonSet);
