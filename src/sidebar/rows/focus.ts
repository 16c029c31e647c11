/** Id of the button that stands for a row's card. */
export const cardId = (key: string) => `card-${key}`;

/** Id of a field's input. */
export const fieldId = (key: string, field: string) => `field-${key}-${field}`;

/** Puts the focus on a row's card once it is drawn; on its first field where it has no card. */
export function focusCard(key: string): void {
  focusOnce(() => document.getElementById(cardId(key)) ?? firstIn(key));
}

/** Closes an open row with the focus on its card: there first, so that the row is never without it on the way. */
export function leaveToCard(key: string, close: () => void): void {
  document.getElementById(cardId(key))?.focus();
  close();
  focusCard(key);
}

/** Puts the focus on a field of a row once it is drawn; on the row's card where the field is not on the page. */
export function focusField(key: string, field: string): void {
  focusOnce(() => document.getElementById(fieldId(key, field)) ?? document.getElementById(cardId(key)) ?? firstIn(key));
}

/** Puts the cursor at the end of a text field once it is drawn, and types a text there as a person would. */
export function typeInto(key: string, field: string, text: string): void {
  const find = () => document.querySelector<HTMLTextAreaElement>(`textarea#${CSS.escape(fieldId(key, field))}`);
  focusOnce(find, (area) => {
    if (!(area instanceof HTMLTextAreaElement)) return;
    area.setSelectionRange(area.value.length, area.value.length);
    // As a person's own keys: the field hears of it, and the browser's Undo in it takes it back.
    document.execCommand('insertText', false, text);
  });
}

function firstIn(key: string): HTMLElement | null {
  return document.querySelector(`[data-row="${CSS.escape(key)}"] :is([data-field], input:checked)`);
}

/** Puts the focus on an element once it is drawn. */
export function focusSoon(selector: string): void {
  focusOnce(() => document.querySelector<HTMLElement>(selector));
}

/** Drawing is the next micro task; the focus follows right behind it, so that a quick key does not go astray. */
function focusOnce(find: () => HTMLElement | null, then?: (element: HTMLElement) => void): void {
  const focus = (element: HTMLElement | null): boolean => {
    element?.focus();
    if (element) then?.(element);
    return element !== null;
  };
  void Promise.resolve().then(() => focus(find()) || requestAnimationFrame(() => focus(find())));
}

/** The first field without text in an element, else the first one. */
export function focusFirstEmpty(root: HTMLElement | null): void {
  const fields = [...(root?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-field]') ?? [])];
  (fields.find((f) => f.value === '') ?? fields[0])?.focus();
}
