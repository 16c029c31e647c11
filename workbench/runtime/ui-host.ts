/** The user's screen as an execution sees it: what a script can show there, and what it waits for. */
import type { SelectionState } from './protocol';

export type ButtonName = 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
export type ButtonSetName = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';

export interface MenuItem {
  /** A separator has no caption. */
  kind: 'item' | 'separator' | 'menu';
  caption: string;
  functionName: string;
  items: MenuItem[];
}

export interface Toast {
  message: string;
  title: string;
  /** Seconds; negative stays until it is clicked away. */
  timeoutSeconds: number;
}

export interface Dialog {
  title: string;
  prompt: string;
  buttons: ButtonSetName;
}

export interface Page {
  html: string;
  title: string;
  width: number | null;
  height: number | null;
}

/** What a script put on the screen, in order; part of the result. */
export type UiEffect =
  | { kind: 'toast'; toast: Toast }
  | { kind: 'alert' | 'prompt'; dialog: Dialog }
  | { kind: 'sidebar' | 'modal' | 'modeless'; page: Page }
  | { kind: 'menu'; menu: MenuItem; addon: boolean }
  | { kind: 'removeMenu'; caption: string }
  /** Google asks for these scopes once more; the run has ended. */
  | { kind: 'authorise'; scopes: string[] }
  | { kind: 'select'; selection: SelectionState };

/** The screen. A dialog resolves when the user has answered; an absent `ask…` answers as if it was closed. */
export interface UiHost {
  show?(effect: UiEffect): void;
  askAlert?(dialog: Dialog): Promise<ButtonName>;
  askPrompt?(dialog: Dialog): Promise<{ button: ButtonName; text: string }>;
}
