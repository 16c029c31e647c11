/** Calls of the server, as promises: what Google's runner hands to its two handlers, untouched. */

interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner & Calls;
  withFailureHandler(handler: (error: unknown) => void): Runner & Calls;
}
type Calls = Record<string, ((argument: unknown) => void) | undefined>;

declare const google: { script: { run: Runner & Calls } };

/** Makes a call; rejects with what the failure handler got, or with what was thrown at once. */
export function call(name: string, argument: unknown = null): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const run = google.script.run.withSuccessHandler(resolve).withFailureHandler(reject)[name];
    if (!run) throw new Error(`the page knows no function ${name}`);
    run(argument);
  });
}

/** Does the page know a function of this name? */
export function knows(name: string): boolean {
  return typeof google.script.run[name] === 'function';
}
