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
  'rsaquo:8250 euro:8364 trade:8482 minus:8722 ensp:8194 emsp:8195 thinsp:8201 zwnj:8204 zwj:8205 dagger:8224 permil:8240';

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
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : NAMED.get(name ?? '');
    const isCharacter = code !== undefined && code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}
