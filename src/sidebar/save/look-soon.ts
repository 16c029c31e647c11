/** How long after a save the page looks at what the sheet's formulas have made of it, in ms. */
const SOON_MS = 3000;

/** When it is to look; Infinity when nothing calls for it. */
let dueAt = Number.POSITIVE_INFINITY;

/** Something has been saved: formulas in the sheet may show something else by now. */
export function lookSoon(): void {
  dueAt = Date.now() + SOON_MS;
}

/** Is it time to look? */
export function isLookDue(): boolean {
  return Date.now() >= dueAt;
}

/** A look is under way: what was saved before it is known with it. */
export function noteLook(): void {
  dueAt = Number.POSITIVE_INFINITY;
}
