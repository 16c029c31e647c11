/** What Google makes of the pages that a script hands it. What the browser then gets, the page itself finds out. */
import { named, probe } from '../../probe';

/** SHA-256 of dist/sidebar.html as it was built, as hexadecimal digits; the build puts it in. */
declare const SIDEBAR_SHA256: string;

const pageFile = probe({
  id: 'page-file',
  name: 'The page’s file is as it was built',
  assume: 'A template hands back the raw content of sidebar.html letter by letter.',
  where: ['src/addon/menu.ts', 'build.mjs'],
  expected: { 'the same as built': true },
  observe() {
    const raw = HtmlService.createTemplateFromFile('sidebar').getRawContent();
    const made = HtmlService.createHtmlOutputFromFile('sidebar').getContent();
    return {
      facts: { 'the same as built': sha256(raw) === SIDEBAR_SHA256 },
      told: { 'letters in the file': raw.length, 'letters by createHtmlOutputFromFile': made.length },
    };
  },
});

/** What HtmlService has been reported to take for comments, or to garble. None of it is in our own page. */
const SCRIPTS = {
  'two slashes in quotes': 'var a = "http://example.com/"; a += "end";',
  'two slashes in backticks': 'var a = `http://example.com/`; a += "end";',
  'two slashes in a regular expression': 'var a = /[/][/]|x\\//; a = "end";',
  'a slash and a star in quotes': 'var a = "/* kept */ end";',
  'letters other than ASCII': 'var a = "Zoë → 東京";',
} as const;
const NAMES = Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[];

const pageOutput = probe({
  id: 'page-output',
  name: 'What a script hands over as a page',
  assume: 'createHtmlOutput(…).getContent() gives back what it was given; comments are cut later, when it is served.',
  where: ['src/addon/menu.ts', 'build.mjs'],
  expected: named(
    NAMES,
    NAMES.map(() => true),
  ),
  observe() {
    const pages = NAMES.map((name) => `<!DOCTYPE html><html><body><script>${SCRIPTS[name]}</script></body></html>`);
    const given = pages.map((page) => HtmlService.createHtmlOutput(page).getContent());
    const changed = NAMES.filter((_, index) => given[index] !== pages[index]);
    return {
      facts: named(
        NAMES,
        NAMES.map((name) => !changed.includes(name)),
      ),
      told: Object.fromEntries(changed.map((name) => [`became of ${name}`, given[NAMES.indexOf(name)] ?? ''])),
    };
  },
});

function sha256(text: string): string {
  return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8)
    .map((byte) => (byte & 0xff).toString(16).padStart(2, '0'))
    .join('');
}

export const SERVED_PROBES = [pageFile, pageOutput];
