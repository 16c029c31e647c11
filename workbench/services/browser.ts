/** Browser: the old dialogs. Source: https://developers.google.com/apps-script/reference/base/browser */
import { ButtonSet, type EnumValue, makeEnum } from './enums';
import { Exception } from './exception';
import { config } from './host';
import { expose } from './members';
import { Ui } from './ui';

/** Browser.Buttons; the same four sets as Ui.ButtonSet under an older name. */
export const Buttons = makeEnum('Browser.Buttons', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

export class Browser {
  /** The lower-case name of the button that was clicked. */
  msgBox(...args: unknown[]): string {
    const button = new Ui()
      .alert(...withUiButtons(args))
      .toString()
      .toLowerCase();
    return button === 'close' ? 'cancel' : button;
  }
  /** What was typed, or 'cancel'. */
  inputBox(...args: unknown[]): string {
    const response = new Ui().prompt(...withUiButtons(args));
    const button = response.getSelectedButton().toString();
    return button === 'OK' || button === 'YES' ? response.getResponseText() : 'cancel';
  }
}

function withUiButtons(args: unknown[]): unknown[] {
  if (!config.hasUi) throw new Exception('Cannot call Browser.msgBox() from this context.');
  return args.map((arg) =>
    typeof arg === 'object' && arg !== null ? ButtonSet[(arg as EnumValue).toString() as 'OK'] : arg,
  );
}

expose(Browser, 'Browser', {
  msgBox: 'text | text Buttons | text text Buttons',
  inputBox: 'text | text Buttons | text text Buttons',
});
