/** Texts cut into columns. Pure. Source: https://support.google.com/docs/answer/6325535 */

/** The separators that are looked for by themselves, the likeliest first. */
const SEPARATORS = [',', ';', '.', ' '];

/** The first separator that any of the texts has; '' when none has one. */
export function separatorIn(texts: readonly string[]): string {
  return SEPARATORS.find((separator) => texts.some((text) => text.includes(separator))) ?? '';
}

/** The parts of a text; a text without the separator stays whole. */
export function splitText(text: string, separator: string): string[] {
  return separator === '' ? [text] : text.split(separator);
}
