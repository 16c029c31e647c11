/** Text areas that grow, where the style sheet cannot do it. */
let native: boolean | null = null;

/** Lets a text area grow with its text, in browsers whose style sheet cannot. */
export function grow(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  native ??= CSS.supports('field-sizing', 'content');
  if (native) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}
