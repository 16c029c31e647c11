/** A fresh global scope with ECMAScript's own names and nothing of Node or the browser. */
import vm from 'node:vm';

/** Names that V8 puts into every context and Apps Script lacks (facts §1.1). */
const ABSENT = ['WeakRef', 'FinalizationRegistry', 'console', 'gc', 'escapeHTML'];

/** The context: no eval, no timers, no I/O; its promises go on only at the end of each evaluation. */
export function bareContext(): vm.Context {
  const context = vm.createContext(Object.create(null) as object, {
    codeGeneration: { strings: false, wasm: true },
    microtaskMode: 'afterEvaluate',
  });
  for (const name of ABSENT) vm.runInContext(`delete globalThis.${name}`, context);
  return context;
}
