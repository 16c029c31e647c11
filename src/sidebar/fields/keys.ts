/** Enter saves; Shift+Enter is a new line; Enter that picks a word of an input method is left alone. */
export function onFieldKey(event: KeyboardEvent, onEnter: (() => void) | undefined): void {
  if (event.key !== 'Enter' || event.isComposing || event.shiftKey || event.altKey || !onEnter) return;
  event.preventDefault();
  onEnter();
}
