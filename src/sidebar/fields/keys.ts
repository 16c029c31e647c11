/**
 * Enter saves; Shift+Enter is a new line; Ctrl+Enter is the card's; Enter that picks a word of an input method is left
 * alone.
 */
export function onFieldKey(event: KeyboardEvent, onEnter: (() => void) | undefined): void {
  if (event.key !== 'Enter' || event.isComposing || hasModifier(event) || !onEnter) return;
  event.preventDefault();
  onEnter();
}

const hasModifier = (event: KeyboardEvent) => event.shiftKey || event.altKey || event.ctrlKey || event.metaKey;
