/** Characters of HTML 4 by name: those from 160 to 255 in their order, then others that exports write. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml';
const OTHERS =
  'amp:38 lt:60 gt:62 quot:34 apos:39 OElig:338 oelig:339 Scaron:352 scaron:353 Zcaron:381 zcaron:382 Yuml:376 ndash:8211 ' +
  'mdash:8212 lsquo:8216 rsquo:8217 sbquo:8218 ldquo:8220 rdquo:8221 bdquo:8222 bull:8226 hellip:8230 lsaquo:8249 ' +
  'rsaquo:8250 euro:8364 trade:8482 minus:8722 ensp:8194 emsp:8195 thinsp:8201 zwnj:8204 zwj:8205 dagger:8224 permil:8240 ' +
  'ccaron:269 Ccaron:268 ecaron:283 rcaron:345 Rcaron:344 ncaron:328 uring:367 lstrok:322 Lstrok:321 aogon:261 eogon:281 ' +
  'sacute:347 Sacute:346 nacute:324 zacute:378 zdot:380 Zdot:379 cacute:263 odblac:337 udblac:369 num:35 sol:47 lpar:40 ' +
  'rpar:41 comma:44 colon:58 commat:64 excl:33 quest:63 plus:43 equals:61 percnt:37 dollar:36 ast:42';

/** What Windows-1252 has from 128 to 159. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const NAMED = new Map<string, number>([
  ...LATIN.split(' ').map((name, n): [string, number] => [name, 160 + n]),
  ...OTHERS.split(' ').map((pair): [string, number] => [pair.split(':')[0] ?? '', Number(pair.split(':')[1])]),
]);

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,7}));/gi;

/** Is there anything to decode in a text? */
export function hasEntities(text: string): boolean {
  return text.includes('&') && text.search(ENTITY) >= 0;
}

/** A text with its HTML entities as the characters they stand for: "O&#039;Dell &amp; Sons". What is none stays. */
export function decodeEntities(text: string): string {
  const once = decodeOnce(text);
  // Some programs write them twice: "O&amp;#039;Dell".
  return once !== text && /&amp;/i.test(text) ? decodeOnce(once) : once;
}

function decodeOnce(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name = '') => {
    const number = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : NAMED.get(name);
    const code = number ?? (name === name.toUpperCase() ? NAMED.get(name.toLowerCase()) : undefined);
    // Browsers read 128 to 159 as Windows-1252 has them.
    if (code !== undefined && code >= 128 && code < 160) return WINDOWS.charAt(code - 128).trim() || whole;
    const isCharacter = code !== undefined && code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}
