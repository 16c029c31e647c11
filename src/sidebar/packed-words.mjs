/**
 * Tables of words, packed for the page: an ASCII page writes each letter of another alphabet as six, and lists of words in
 * eight languages are long. In the files named here every long text is put in as a call that unpacks it, once: when the page
 * begins, or when it is first said. A sign that the texts of a file do not use stands for a letter that is not ASCII, or for two signs that often
 * stand together.
 */
import { readFile } from 'node:fs/promises';
import esbuild from 'esbuild';
import { withoutTemplates } from './plain-texts.mjs';

/** The files that hold little else than words: the tables of what is read, and what pages say. */
export const TABLES =
  /[\\/]src[\\/](sidebar[\\/]\w+[\\/]words|core[\\/](import[\\/](words[\\/]..|entities)|shared[\\/](day-words|currencies|money|fold)))\.ts$/;
/** Shorter texts are not worth a call. */
const LEAST = 16;
/** A sign costs three letters in the table. */
const LEAST_PAIRS = 5;
/** Signs that may stand for others; none that could make up a comment, a scriptlet or the end of a text. */
const SIGNS = [...Array(95).keys()]
  .map((n) => String.fromCharCode(32 + n))
  .filter((sign) => !/["'`\\/*<>?!$-]/.test(sign));

/**
 * The text of what is packed: `pairs` holds signs, each with the two that it stands for, `letters` signs with their letters.
 * It runs here, to see that all comes back, and in the page.
 */
function unpack(packed, pairs, letters) {
  let text = packed;
  for (let at = pairs.length - 3; at >= 0; at -= 3) text = text.split(pairs[at]).join(pairs[at + 1] + pairs[at + 2]);
  for (let at = 0; at < letters.length; at += 2) text = text.split(letters[at]).join(letters[at + 1]);
  return text;
}

/** The plugin of esbuild that packs the tables of words. */
export function packedWords() {
  return {
    name: 'packed-words',
    setup(build) {
      build.onResolve({ filter: /^unpack$/ }, () => ({ path: 'unpack', namespace: 'packed' }));
      build.onLoad({ filter: /.*/, namespace: 'packed' }, () => ({ contents: `export ${unpack}`, loader: 'js' }));
      build.onLoad({ filter: TABLES }, async ({ path: file }) => {
        // As plain JavaScript every text has double quotes, and no comment is left that could hold some.
        const source = withoutTemplates(await readFile(file, 'utf8'), file);
        const { code } = await esbuild.transform(source, {
          loader: 'ts',
          charset: 'utf8',
          sourcemap: 'inline',
          sourcefile: file,
        });
        return { contents: withPackedTexts(code, file), loader: 'js' };
      });
    },
  };
}

/** In a page of ASCII alone a letter of another alphabet takes six. */
const asShipped = (text) => text.replace(/[^\x20-\x7e]/g, '\\u....');

function withPackedTexts(code, file) {
  const found = [...code.matchAll(/(?<!from )"(?:[^"\\\n]|\\.)*"(?!:)/g)].filter(
    // Line ends and the like stay as they are.
    ([text]) => asShipped(text).length > LEAST && !/\\[^"\\]|\t/.test(text),
  );
  if (found.length === 0) return code;
  const texts = found.map(([text]) => JSON.parse(text));
  const { packed, pairs, letters } = pack(texts);
  const parts = [];
  let from = 0;
  for (const [n, match] of found.entries()) {
    parts.push(code.slice(from, match.index), `unpacked(${JSON.stringify(packed[n])})`);
    from = match.index + match[0].length;
  }
  if (packed.some((text, n) => unpack(text, pairs, letters) !== texts[n])) throw new Error(`${file}: not packed right`);
  const table = `${JSON.stringify(pairs)}, ${JSON.stringify(letters)}`;
  const begin = `import { unpack } from "unpack"; const known = {}; const unpacked = (text) => known[text] ??= unpack(text, ${table});`;
  return `${begin} ${parts.join('')}${code.slice(from)}`;
}

/** The texts with signs for what comes up often in them, and what the signs stand for, the later ones made of earlier ones. */
function pack(texts) {
  // No text holds a line end: it parts them, and no pair reaches across.
  let all = texts.join('\n');
  const free = SIGNS.filter((sign) => !all.includes(sign));
  let letters = '';
  for (const letter of new Set(all.match(/[^\n\x20-\x7e]/g) ?? [])) {
    const sign = free.pop();
    if (sign === undefined) throw new Error('src/sidebar/packed-words.mjs: more letters than signs');
    letters += sign + letter;
    all = all.replaceAll(letter, sign);
  }
  let pairs = '';
  while (free.length > 0) {
    const counts = new Map();
    for (let at = 0; at + 1 < all.length; at++) {
      const pair = all.slice(at, at + 2);
      if (!pair.includes('\n')) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    if (!most || most[1] < LEAST_PAIRS) break;
    const sign = free.pop();
    pairs += sign + most[0];
    all = all.replaceAll(most[0], sign);
  }
  return { packed: all.split('\n'), pairs, letters };
}
