/** From this size on the first state stays out of the page: about 820 kB has been reported as the limit of a page. */
const MOST_LETTERS = 600_000;

/**
 * The sidebar's page with its first state in it. A state that would make it too large is left out (`null` stands there),
 * and the sidebar asks for it by a call. `raw` is dist/sidebar.html as it is: ASCII only, so letters are bytes.
 */
export function sidebarPage(raw: string, state: unknown): string {
  const page = (json: string) => raw.replace('__FIRST_STATE__', () => json);
  const whole = page(plainJson(state));
  return whole.length > MOST_LETTERS ? page('null') : whole;
}

/**
 * JSON that cannot end its script element or be taken for markup, and that arrives whole: Google's HtmlService cuts what
 * looks like a comment out of scripts, and other than ASCII text has come out garbled there.
 */
function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&`/*]|[^\x20-\x7e]/g, (letter) =>
    letter === '/' ? '\\/' : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
