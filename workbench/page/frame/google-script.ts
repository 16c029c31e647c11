/**
 * `google.script.run` and `google.script.host` as a sidebar or dialog finds them. Bundled by itself (build/page/frame.js)
 * and loaded in front of the project's own markup.
 * Sources: developers.google.com/apps-script/guides/html/reference/run and …/reference/host; where those are silent,
 * what others measured (illegal values throw at the call, an eleventh call waits).
 */
import { packArguments } from '../../runtime/script-run';

/** What a frame is told when it is served. */
export interface FrameConfig {
  frame: string;
  /** The page that shows the frame; messages go nowhere else. */
  pageOrigin: string;
  /** Names of the project's public functions at the time of serving. */
  functions: string[];
}

/** From the frame to the page. */
export type FrameMessage =
  | { workbenchFrame: string; kind: 'call'; call: number; fn: string; args: string }
  | { workbenchFrame: string; kind: 'close' | 'focus' }
  | { workbenchFrame: string; kind: 'size'; width?: number; height?: number };

/** From the page to the frame: the result as JSON text, or the error. */
export type FrameAnswer = { workbenchFrame: string; call: number } & (
  | { ok: true; value: string }
  | { ok: false; error: { name: string; message: string } }
);

/** The members of a window that the client uses; tests hand in their own. */
export interface FrameWindow {
  parent: { postMessage(message: FrameMessage, origin: string): void };
  addEventListener(type: 'message', listener: (event: { data: unknown; origin: string }) => void): void;
  console: { error(...args: unknown[]): void };
  google?: unknown;
}

/** Puts `google.script` into a frame's window. */
export function installGoogleScript(win: FrameWindow, config: FrameConfig): void {
  interface Handlers {
    success: ((value: unknown, userObject?: unknown) => void) | null;
    failure: ((error: Error, userObject?: unknown) => void) | null;
    userObject: unknown;
  }
  interface Pending {
    fn: string;
    args: string;
    handlers: Handlers;
  }
  const inFlightLimit = 10;
  const inFlight = new Map<number, Pending>();
  const waiting: Pending[] = [];
  let calls = 0;

  const send = (pending: Pending): void => {
    calls++;
    inFlight.set(calls, pending);
    win.parent.postMessage(
      { workbenchFrame: config.frame, kind: 'call', call: calls, fn: pending.fn, args: pending.args },
      config.pageOrigin,
    );
  };

  const start = (fn: string, args: unknown[], handlers: Handlers): void => {
    const sent = args.length === 1 && isForm(args[0]) ? [formValues(args[0])] : args;
    const pending = { fn, args: packArguments(sent), handlers };
    if (inFlight.size < inFlightLimit) send(pending);
    else waiting.push(pending);
  };

  const runner = (handlers: Handlers): object => {
    const self: Record<string, unknown> = {
      withSuccessHandler: (success: Handlers['success']) => runner({ ...handlers, success }),
      withFailureHandler: (failure: Handlers['failure']) =>
        // null silences: the error then goes nowhere, not even to the console.
        runner({ ...handlers, failure: failure ?? (() => undefined) }),
      withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
    };
    for (const fn of config.functions) {
      if (!(fn in self)) self[fn] = (...args: unknown[]) => start(fn, args, handlers);
    }
    return self;
  };

  win.addEventListener('message', (event) => {
    const answer = event.data as FrameAnswer | null;
    if (event.origin !== config.pageOrigin || !answer || answer.workbenchFrame !== config.frame) return;
    const pending = inFlight.get(answer.call);
    if (!pending) return;
    inFlight.delete(answer.call);
    const next = waiting.shift();
    if (next) send(next);
    const { success, failure, userObject } = pending.handlers;
    if (answer.ok) {
      success?.(JSON.parse(answer.value), userObject);
      return;
    }
    const error = new Error(answer.error.message);
    error.name = answer.error.name;
    if (failure) failure(error, userObject);
    else win.console.error(`Uncaught ${answer.error.name}: ${answer.error.message} (in ${pending.fn})`);
  });

  const tell = (kind: 'close' | 'focus') =>
    win.parent.postMessage({ workbenchFrame: config.frame, kind }, config.pageOrigin);
  const size = (members: { width?: number; height?: number }) =>
    win.parent.postMessage({ workbenchFrame: config.frame, kind: 'size', ...members }, config.pageOrigin);
  win.google = {
    script: {
      run: runner({ success: null, failure: null, userObject: undefined }),
      host: {
        origin: config.pageOrigin,
        close: () => tell('close'),
        editor: { focus: () => tell('focus') },
        setHeight: (height: number) => size({ height }),
        setWidth: (width: number) => size({ width }),
      },
    },
  };
}

interface FormLike {
  elements: ArrayLike<Record<string, unknown>>;
}

const isForm = (value: unknown): value is FormLike =>
  typeof value === 'object' && value !== null && (value as { nodeName?: unknown }).nodeName === 'FORM';

/** A form becomes its fields' values, all of them strings; a name that occurs twice becomes a list. */
function formValues(form: FormLike): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const field of Array.from(form.elements)) {
    const name = String(field.name || field.id || '');
    const type = String(field.type || '');
    if (!name || field.disabled || type === 'submit' || type === 'button' || type === 'reset') continue;
    if ((type === 'checkbox' || type === 'radio') && !field.checked) continue;
    if (type === 'file') throw new Error('NotImplemented: files in a form passed to google.script.run');
    const before = values[name];
    const value = String(field.value ?? '');
    values[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return values;
}
