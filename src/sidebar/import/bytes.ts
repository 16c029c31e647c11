/** How the bytes of a file stand for letters. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1250' | 'windows-1251';

/** A file's text, and how sure it is that its letters are right. */
export interface DecodedFile {
  text: string;
  encoding: Encoding;
  /** Characters that could not be read: each is one replacement mark in the text. */
  broken: number;
  /** Encodings that a person has to choose between, the likeliest first; empty where there is no doubt. */
  doubt: Encoding[];
}

/** What Windows-1252 has from 0x80 to 0x9f. Some engines decode it as Latin-1, which has no characters there. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const LOOK_AT = 200_000;
/** Two code pages are close where this share of the letters speaks for neither. */
const CLOSE = 0.25;
const REPLACEMENT = /\ufffd/g;

/**
 * The text of a file. UTF-8 and UTF-16 are known by their mark or by fitting; UTF-8 with single bad bytes stays UTF-8.
 * Of the Windows code pages the one whose letters stand where letters stand is taken, and where two fit, a person is asked.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  const sure = (encoding: Encoding): DecodedFile => {
    const text = decodeAs(bytes, encoding);
    return { text, encoding, broken: text.match(REPLACEMENT)?.length ?? 0, doubt: [] };
  };
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return sure('utf-16le');
  if (a === 0xfe && b === 0xff) return sure('utf-16be');
  const wide = wideEncoding(bytes);
  if (wide) return sure(wide);
  const { good, bad } = countUtf8(bytes);
  if (bad === 0 || good > bad) return sure('utf-8');
  const ranked = rankCodePages(bytes);
  const encoding = ranked[0]?.encoding ?? 'windows-1252';
  const text = decodeAs(bytes, encoding);
  const least = (ranked[0]?.score ?? 0) - CLOSE * Math.max(1, ranked[0]?.letters ?? 0);
  // What reads the same either way is no question.
  const rivals = ranked.filter((one) => one.score >= least && decodeAs(bytes, one.encoding) !== text);
  return {
    text,
    encoding,
    broken: 0,
    doubt: rivals.length > 0 ? [encoding, ...rivals.map((one) => one.encoding)] : [],
  };
}

/** A file's bytes read as one encoding. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS.charAt(char.charCodeAt(0) - 0x80));
}

/** Some words of a file in which the encoding shows, as one encoding reads them. */
export function sampleWords(bytes: Uint8Array, encoding: Encoding, most = 4): string[] {
  const words = decodeAs(bytes.subarray(0, LOOK_AT), encoding).match(/[^\s,;|"\t]*[\u0080-\uffff][^\s,;|"\t]*/g) ?? [];
  return [...new Set(words)].slice(0, most);
}

/** UTF-16 without its mark: every other byte of Western text is nought. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 4000) & ~1;
  if (length < 8) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  // Cyrillic has its high byte elsewhere, but separators, figures and line ends are there in any text.
  const enough = length / 2 / 8;
  if (odd > enough && even < odd / 8) return 'utf-16le';
  return even > enough && odd < even / 8 ? 'utf-16be' : null;
}

/** How many characters of several bytes fit into UTF-8, and how many bytes do not. */
function countUtf8(bytes: Uint8Array): { good: number; bad: number } {
  let [good, bad] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    const more =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    const rest = bytes.subarray(at + 1, at + 1 + more);
    if (more > 0 && rest.length === more && rest.every((next) => next >= 0x80 && next < 0xc0)) {
      good++;
      at += more;
    } else bad++;
  }
  return { good, bad };
}

/** Letters that are frequent in the languages of each code page; others are read as strange. */
const TYPICAL: Partial<Record<Encoding, RegExp>> = {
  'windows-1252': /[äöüßÄÖÜéèêëàâçîïôûùÉÈÀÇñáíóúÑÁÍÓÚãõåæøÅÆØÃÕœìò]/,
  'windows-1250': /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻčďěňřšťůúýžáíéČĎĚŇŘŠŤŮÚÝŽÁÍÉőűöüäŐŰÖÜÄßľĺŕôĽşţăâîŞŢĂÂÎđĐ]/,
  'windows-1251': /[а-яА-ЯёЁіїєґІЇЄҐ№]/,
};
const ANYWHERE = /[€„“”‚‘’–—…•™©®«»°§\u00a0]/;

interface Ranked {
  encoding: Encoding;
  score: number;
  letters: number;
}

/** The Windows code pages, the likeliest first: each letter beyond ASCII speaks for or against. */
function rankCodePages(bytes: Uint8Array): Ranked[] {
  const part = bytes.subarray(0, LOOK_AT);
  const ranked = (['windows-1252', 'windows-1250', 'windows-1251'] as const).map((encoding): Ranked => {
    const text = decodeAs(part, encoding);
    let [score, letters] = [0, 0];
    for (const { 0: char, index } of text.matchAll(/[\u0080-\uffff]/g)) {
      if (ANYWHERE.test(char)) continue;
      letters++;
      score += scoreOf(encoding, char, text[index - 1] ?? ' ', text[index + 1] ?? ' ');
    }
    return { encoding, score, letters };
  });
  return ranked.filter(({ score }, n) => n === 0 || score > 0).sort((a, b) => b.score - a.score);
}

const LETTER = /\p{L}/u;
const CYRILLIC = /[\u0400-\u04ff]/;

/** 1 for a letter where one is expected, less for strange ones, and less than nothing for a sign inside a word. */
function scoreOf(encoding: Encoding, char: string, before: string, after: string): number {
  const inWord = LETTER.test(before) || LETTER.test(after);
  if (!LETTER.test(char)) return inWord && LETTER.test(before) && LETTER.test(after) ? -1 : 0;
  if (encoding === 'windows-1251') {
    // Cyrillic words are Cyrillic throughout; one such letter in a Latin word is none.
    const alone = !CYRILLIC.test(before) && !CYRILLIC.test(after);
    return alone ? -1 : 1;
  }
  // A capital within small letters is another code page's small one.
  if (/\p{Lu}/u.test(char) && /\p{Ll}/u.test(before)) return -1;
  const isTypical = TYPICAL[encoding]?.test(char) ?? false;
  const crowded = /[\u0080-\uffff]/.test(before) && /[\u0080-\uffff]/.test(after);
  if (crowded) return -0.5;
  return isTypical ? 1 : 0.2;
}
