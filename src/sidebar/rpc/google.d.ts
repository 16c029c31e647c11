/** What Google gives to the page. */
import type { CallName } from '../../contract/calls';

/** What Google puts into the sidebar's page; only the part that is used. */
declare global {
  interface ScriptRunner {
    withSuccessHandler(handler: (answer: string | null) => void): ScriptRunner & ScriptCalls;
    withFailureHandler(handler: (error: Error) => void): ScriptRunner & ScriptCalls;
  }
  type ScriptCalls = Record<CallName, (request: string) => void>;

  const google: {
    script: {
      run: ScriptRunner & ScriptCalls;
      host: { close(): void };
    };
  };
}
