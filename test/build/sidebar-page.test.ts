/** The page as it is served: nothing in it that Google's HtmlService might cut out or spoil. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sidebarPage } from '../../src/addon/sidebar-page';

const root = path.join(__dirname, '../..');
const raw = readFileSync(path.join(root, 'dist/sidebar.html'), 'utf8');

/** Builds the sidebar with a line added to one of its files; what the build says, '' when it is content. */
function buildWith(file: string, added: string): string {
  const out = mkdtempSync(path.join(tmpdir(), 'sidebar-'));
  const script = `
    import { readFile } from 'node:fs/promises';
    import { buildSidebar } from './src/sidebar/bundle.mjs';
    const [out, file, added] = process.argv.slice(1);
    const plugin = { name: 'added', setup(build) {
      build.onLoad({ filter: /[\\\\/]src[\\\\/]sidebar[\\\\/]/ }, async ({ path }) =>
        path.endsWith(file) ? { contents: (await readFile(path, 'utf8')) + added, loader: file.split('.').pop() } : undefined);
    } };
    await buildSidebar({ out, plugins: [plugin] }).catch((error) => console.log(error.message));`;
  const args = ['--input-type=module', '-e', script, out, file, added];
  try {
    return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  } finally {
    rmSync(out, { recursive: true });
  }
}

const linesOf = (file: string) => readFileSync(path.join(root, 'src/sidebar', file), 'utf8').split('\n').length;

test('the page is ASCII, without a template literal and without anything like a comment', () => {
  expect(raw).not.toMatch(/[^\n\x20-\x7e]/);
  for (const [, code = ''] of raw.matchAll(/<(?:script|style)[^>]*>([\s\S]*?)<\/(?:script|style)>/g))
    expect(code).not.toMatch(/\/\/|\/\*|`|<!--|-->|<\?|\?>/);
  expect(raw).not.toContain('<!--');
});

test('words of other alphabets are packed, not written letter by letter', () => {
  const escaped = (text: string) =>
    [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  for (const word of ['закрыта', 'понедельник', 'миллиард'])
    expect(raw.toLowerCase().split(escaped(word))).toHaveLength(1);
});

test('template literals are sums of texts, not calls', () => {
  expect(raw.split('"".concat(')).toHaveLength(1);
});

test('a build with one // in a string of the sidebar fails and names the place', () => {
  const said = buildWith('main.tsx', `console.log('see https://example.com');`);
  expect(said).toContain(`src/sidebar/main.tsx:${linesOf('main.tsx')}: //`);
  expect(said).toContain('see https://example.com');
});

test('so does one with a slash at the end of a regular expression, a backtick, a comment’s or a scriptlet’s beginning', () => {
  const strings = [String.raw`/end\//.test(name)`, `name + '/*'`, 'name + "`"', `name + '<!--'`, `name + '<?'`];
  const said = buildWith('main.tsx', `const { name } = window;\nconsole.log(${strings.join(',\n')});`);
  for (const [n, text] of ['//', '/*', '`', '<!--', '<?'].entries())
    expect(said).toContain(`src/sidebar/main.tsx:${linesOf('main.tsx') + n + 1}: ${text} in `);
  expect(buildWith('base.css', `.x:before { content: '//'; }`)).toContain(
    `src/sidebar/css/base.css:${linesOf('css/base.css')}: //`,
  );
});

test('the first state is ASCII without slashes that stand alone, and reads back as it was', () => {
  const state = { text: 'a // b /* c */ `d` </script> <!-- … “é” \u2028 日本 😀', list: [1, null] };
  const page = sidebarPage('<script type="text/plain">__FIRST_STATE__</script>', state);
  const json = page.slice('<script type="text/plain">'.length, -'</script>'.length);
  expect(json).toMatch(/^[\x20-\x7e]+$/);
  expect(json).not.toMatch(/(?<!\\)\/|[<>&`]|\/\*/);
  expect(JSON.parse(json)).toEqual(state);
});

test('a page above 600 kB goes without its state, which is then loaded by a call', () => {
  const state = (letters: number) => ({ text: 'x'.repeat(letters) });
  const room = 600_000 - raw.length;
  expect(sidebarPage(raw, state(room - 100))).toContain('"text":"xxx');
  expect(sidebarPage(raw, state(room + 100))).toContain('id="first-state">null</script>');
  expect(sidebarPage(raw, state(0)).length).toBeGreaterThan(raw.length - 20);
});

test('nothing moves for whoever wants less motion', () => {
  const folder = path.join(root, 'src/sidebar/css');
  const styles = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
  const moving = /\b(?:animation|transition|scroll-behavior)\s*:/g;
  expect(styles.match(moving)?.length).toBeGreaterThan(2);
  const calm = styles.replace(/@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/g, '');
  expect(calm.match(moving)).toBe(null);
});
