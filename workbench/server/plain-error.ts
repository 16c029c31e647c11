/** Something the person at the terminal or in the page can mend; shown as it is, without a stack. */
export class PlainError extends Error {
  override name = 'PlainError';
}
