/** The texts of failed calls. */
import type { FailureKind } from './failure';

interface FailureWords {
  title: string;
  /** What it means, and what is done about it or is to be done. */
  text: string;
  /** The same once it has not passed for a while, where there is more to say then. */
  later?: string;
}

/** Each failure's own sentence, and its own way out. */
export const failureWords: Readonly<Record<FailureKind, FailureWords>> = {
  connection: {
    title: 'No connection',
    text: 'Trying again by itself.',
    later: 'Check your network. Trying again by itself.',
  },
  slow: {
    title: 'No answer yet',
    text: 'Google takes longer than usual. Asking again by itself; nothing is done twice.',
  },
  accounts: {
    title: 'Several Google accounts',
    text: 'Google has taken another account of this browser than yours. Open the spreadsheet in a window that is signed in to yours alone: a browser profile of its own, or a private window.',
  },
  permission: {
    title: 'Permission missing',
    text: 'This add-on may no longer act for you. Close this panel, choose “Open 1:1” in the menu again and allow what Google asks.',
  },
  gone: {
    title: 'The add-on has been updated',
    text: 'This panel is of an older version. Close it and choose “Open 1:1” in the menu again.',
  },
  tooMany: {
    title: 'Too much at once',
    text: 'Too many scripts are running for your account. Trying again by itself.',
    later: 'Too many scripts go on running for your account. Close other panels like this one, or wait a minute.',
  },
  empty: {
    title: 'No answer yet',
    text: 'Google’s answer came without its content. Asking again by itself; nothing is done twice.',
  },
  busy: {
    title: 'Somebody else is saving',
    text: 'Your turn comes by itself.',
  },
  sheets: {
    title: 'Google Sheets is slow',
    text: 'It took too long to answer. Trying again by itself.',
  },
  refused: {
    title: 'Google has turned this down',
    text: 'Trying again by itself.',
    later:
      'Perhaps your account runs too many scripts, or has used up today’s allowance: that passes. Or this add-on may no longer act for you: choose “Open 1:1” in the menu again and allow what Google asks.',
  },
};

const rows = (n: number) => `${n} ${n === 1 ? 'row' : 'rows'}`;
const they = (n: number, one: string, more: string) => (n === 1 ? one : more);

export const rpcWords = {
  whatGoogleSays: 'What Google says',
  close: 'Close the panel',
  /** What becomes of rows that are not in the sheet yet. `kept`: the browser's storage has them. */
  rowsWait: (n: number, kept: boolean) =>
    kept
      ? `${rows(n)} ${they(n, 'waits here and saves itself', 'wait here and save themselves')}.`
      : `${rows(n)} ${they(n, 'waits here and saves itself', 'wait here and save themselves')}: leave this panel open.`,
  /** The same where waiting does not help. */
  rowsLeft: (n: number, kept: boolean) =>
    kept
      ? `${rows(n)} ${they(n, 'is', 'are')} kept in this browser and saved when the panel opens here again.`
      : `${rows(n)} ${they(n, 'stands', 'stand')} only here: copy what you need first.`,
};
