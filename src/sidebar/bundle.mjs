/**
 * Builds sidebar.html: one page with its script, its style and the licences in it, written so that it arrives whole.
 *
 * Google's HtmlService cuts what looks like a comment out of inline scripts (in template literals by many reports, in
 * plain strings and regular expressions by some), drops HTML comments, and other than ASCII text in scripts has come out
 * garbled. So the page holds nothing that could be taken for a comment, no template literal, and ASCII only; a build that
 * does not manage that fails and names the place.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { packedWords, TABLES } from './packed-words.mjs';
import { plainTexts } from './plain-texts.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const at = (...parts) => path.join(root, ...parts);

/**
 * What may stand nowhere in the script and the style, and how to write it otherwise. Nothing of this is mended silently:
 * a text of ours that is changed behind its back is hard to find again.
 */
const FORBIDDEN = [
  ['//', "put an address together (['https:', '', 'example.com'].join('/')), write [/] in a regular expression"],
  ['/*', 'put the text together from two, write [/] in a regular expression'],
  ['`', 'esbuild lowers template literals; write \\x60 in a string'],
  ['<!--', 'put the text together from two'],
  ['-->', 'put the text together from two'],
  ['<?', 'a scriptlet would begin here; put the text together from two'],
  ['?>', 'a scriptlet would end here; put the text together from two'],
  ['<script', 'put the text together from two'],
  ['</script', 'put the text together from two'],
  ['</style', 'put the text together from two'],
];

/** Names of XML in Preact that hold `//`. Only these, only there, are written `\/\/`; ours are put together in the source. */
const PREACT_NAMES = [
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xhtml',
];
const SLASHES = '__TWO_SLASHES__';

/** The pages that there are: the sidebar, and that of the self-check, which is built in the same way. */
const PAGES = {
  sidebar: { entry: 'src/sidebar/main.tsx', template: 'src/sidebar/sidebar.html' },
  'self-check': { entry: 'src/self-check/page/main.tsx', template: 'src/self-check/page/self-check.html' },
};

/**
 * Builds a page into the folder `out`. `plugins` are esbuild's, for builds that are changed on purpose (test/soak,
 * test/build). Gives esbuild's account of what each file adds.
 */
export async function buildSidebar({ out = at('dist'), plugins = [], name = 'sidebar' } = {}) {
  const { entry, template } = PAGES[name];
  const namesLeft = new Set(PREACT_NAMES);
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [at(entry)],
    plugins: [...plugins, preactNames(namesLeft), packedWords(), plainTexts((file) => TABLES.test(file))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    // A page for today's browsers, but for template literals.
    target: 'es2022',
    supported: { 'template-literal': false },
    charset: 'ascii',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    metafile: true,
    // For naming the place of what may not be there; it is not written.
    sourcemap: 'external',
    sourcesContent: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: at('build/sidebar'),
    logLevel: 'warning',
  });
  if (namesLeft.size > 0) throw new Error(`src/sidebar/bundle.mjs: Preact no longer has ${[...namesLeft].join(', ')}`);
  const text = (suffix) => result.outputFiles.find((file) => file.path.endsWith(suffix))?.text ?? '';
  const script = text('.js');
  const style = text('.css');
  const faults = [...faultsIn(script, text('.js.map')), ...faultsIn(style, text('.css.map'))];
  if (faults.length > 0) {
    throw new Error(
      `${name}.html would not arrive whole at Google (src/sidebar/bundle.mjs says why):\n${faults.join('\n')}`,
    );
  }
  const page = (await readFile(at(template), 'utf8'))
    .replace('__LICENCES__', await licencesOf(Object.keys(result.metafile.inputs)))
    .replace('/*STYLE*/', () => style)
    .replace('/*SCRIPT*/', () => asciiRegExps(script).replaceAll(SLASHES, '\\/\\/'));
  if (/[^\n\x20-\x7e]/.test(page)) throw new Error(`src/sidebar/bundle.mjs: ${name}.html is not all ASCII`);
  await writeFile(path.join(out, `${name}.html`), page);
  return result.metafile;
}

/** Marks the names of XML inside Preact; what it finds leaves the set. */
function preactNames(left) {
  return {
    name: 'preact-names',
    setup(build) {
      build.onLoad({ filter: /[\\/]node_modules[\\/]preact[\\/]dist[\\/].*js$/ }, async ({ path: file }) => {
        let contents = await readFile(file, 'utf8');
        for (const name of PREACT_NAMES) {
          if (contents.includes(name)) left.delete(name);
          contents = contents.replaceAll(name, name.replace('//', SLASHES));
        }
        return { contents, loader: 'js' };
      });
    },
  };
}

/** What is forbidden in a script or style, with its place in the sources: one line each. */
function faultsIn(code, map) {
  const found = FORBIDDEN.flatMap(([text, way]) =>
    placesOf(code, text).map(
      (place) => `  ${sourceOf(code, place, map)}: ${text} in ${excerpt(code, place)}\n    ${way}`,
    ),
  );
  return [...new Set(found)];
}

function placesOf(code, text) {
  const places = [];
  const lower = code.toLowerCase();
  for (let place = lower.indexOf(text); place >= 0; place = lower.indexOf(text, place + 1)) places.push(place);
  return places;
}

/** File and line that a place in the built text comes from. */
function sourceOf(code, place, map) {
  const lines = code.slice(0, place).split('\n');
  const entry = new SourceMap(JSON.parse(map)).findEntry(lines.length - 1, lines.at(-1).length);
  if (entry.originalSource === undefined) return 'somewhere';
  return `${path.relative(root, at('build/sidebar', entry.originalSource))}:${entry.originalLine + 1}`;
}

const excerpt = (code, place) => `…${code.slice(Math.max(0, place - 40), place + 30).replaceAll('\n', ' ')}…`;

/** esbuild leaves regular expressions as they are; a code there means the same as the letter that it stands for. */
function asciiRegExps(script) {
  return script.replace(/(\\*)([^\n\x20-\x7e])/g, (_, before, letter) => {
    if (before.length % 2 === 1)
      throw new Error(`src/sidebar/bundle.mjs: \\${letter} in a regular expression; drop the \\`);
    return `${before}\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/**
 * The licences of the packages inside a bundle, as text for a hidden element (a comment would be dropped); texts that are
 * the same but for the copyright line once.
 */
async function licencesOf(inputs) {
  const names = new Set(inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []));
  const holders = new Map();
  for (const name of [...names].sort()) {
    const folder = at(`node_modules/${name}`);
    const { version } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
    const words = (await readFile(`${folder}/LICENSE`, 'utf8')).replace(/\s+/g, ' ').trim();
    const [copyright = ''] = /Copyright .*?(?= Permission )/.exec(words) ?? [];
    const terms = words.replace(copyright, '').replace(/^\W*(The )?MIT License( \(MIT\))?\W*/i, '');
    holders.set(terms, [...(holders.get(terms) ?? []), `${name} ${version}: ${copyright}`]);
  }
  const texts = [...holders].map(([terms, who]) => `${who.join('\n')}\n${terms}`);
  return texts.join('\n\n').replace(/[^\n\x20-\x7e]|[<>&]/gu, (letter) => `&#${letter.codePointAt(0)};`);
}
