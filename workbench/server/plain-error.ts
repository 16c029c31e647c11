/** Something the person at the terminal or in the page can mend; shown as it is, without a stack. */
export class PlainError extends Error {
  override name = 'PlainError';
}

/**
 * What the terminal says of any error: a PlainError's own words; a fault of the workbench in one line, with its stack only
 * when WORKBENCH_STACKS is set.
 */
export function failureWords(error: unknown): string {
  if (error instanceof PlainError) return error.message;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (process.env.WORKBENCH_STACKS) return stack ?? message;
  return `The workbench failed: ${message} (WORKBENCH_STACKS=1 in the environment shows where.)`;
}
