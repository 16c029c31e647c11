/** Id of the button that stands for a row's card. */
export const cardId = (key: string) => `card-${key}`;

/** Id of a field's input. */
export const fieldId = (key: string, field: string) => `field-${key}-${field}`;

/** Puts the focus on a row's card once it is drawn; on its first field where it has no card. */
export function focusCard(key: string): void {
  focusOnce(() => document.getElementById(cardId(key)) ?? firstIn(key));
}

/** Puts the focus on a field of a row once it is drawn; on the row's card where the field is not on the page. */
export function focusField(key: string, field: string): void {
  focusOnce(() => document.getElementById(fieldId(key, field)) ?? document.getElementById(cardId(key)) ?? firstIn(key));
}

function firstIn(key: string): HTMLElement | null {
  return document.querySelector(`[data-row="${CSS.escape(key)}"] :is([data-field], input:checked)`);
}

/** Puts the focus on an element once it is drawn. */
export function focusSoon(selector: string): void {
  focusOnce(() => document.querySelector<HTMLElement>(selector));
}

/** Drawing is the next micro task; the focus follows right behind it, so that a quick key does not go astray. */
function focusOnce(find: () => HTMLElement | null): void {
  void Promise.resolve().then(() => {
    const element = find();
    if (element) element.focus();
    else requestAnimationFrame(() => find()?.focus());
  });
}

/** The first field without text in an element, else the first one. */
export function focusFirstEmpty(root: HTMLElement | null): void {
  const fields = [...(root?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-field]') ?? [])];
  (fields.find((f) => f.value === '') ?? fields[0])?.focus();
}
