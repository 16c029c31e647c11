/**
 * What several people named, as formula texts (without "="). Which words are looked for is written when Team is written; who
 * has written them, and in which row, is calculated: what is told is true of the rows as they are, in any month.
 */
import { ENDINGS } from '../../core/named-words';

/** So many words are told at most. */
export const MOST_WORDS = 3;
/** A text that is longer is cut in the line. */
const MOST_LETTERS = 170;
/** Signs that may stand beside a word. */
const SIGNS = [',', '.', ';', ':', '!', '?', '(', ')', '"', '“', '”', '/', '–'];
const NOWHERE = 99999;

/** The rows of a text without their signs, each as long as before, so that a place in one is a place in the other. */
export function withoutSigns(text: string): string {
  const quoted = (sign: string) => `"${sign.replace(/"/g, '""')}"`;
  const plain = SIGNS.reduce((all, sign) => `SUBSTITUTE(${all};${quoted(sign)};" ")`, text);
  return `SUBSTITUTE(${plain};CHAR(10);" ")`;
}

/** Where a word stands in a text without signs, in any of its forms; blank where it does not. */
export function placeOf(stem: string, plain: string): string {
  const places = ENDINGS.map((ending) => `IFERROR(SEARCH(" "&${stem}&"${ending} ";${plain});${NOWHERE})`);
  return `IF(OR(${stem}="";${plain}="");"";MIN(${places.join(';')}))`;
}

/** "Ana: Discounts in every call": a person's name and the row that has the word at a place; blank without one. */
export function rowAt(place: string, wrote: string, name: string): string {
  const before = `RIGHT(SUBSTITUTE(LEFT(${wrote};${place});CHAR(10);REPT(" ";999));999)`;
  const after = `MID(${wrote};${place}+1;FIND(CHAR(10);${wrote};${place}+1)-${place}-1)`;
  return `IF(N(${place})=0;"";IF(${place}=${NOWHERE};"";${name}&": "&TRIM(${before}&${after})))`;
}

/** "3 of 4 wrote about “discounts”: Ana: …; Ben: …"; blank for fewer than three, or than half of a small team. */
export function namedLine(word: string, rows: string, team: string): string {
  const count = `SUMPRODUCT((LEN(${rows})>0)*1)`;
  const needed = `MIN(3;MAX(2;ROUNDUP(${team}/2;0)))`;
  const all = `TEXTJOIN("; ";TRUE;${rows})`;
  const cut = `IF(LEN(${all})>${MOST_LETTERS};LEFT(${all};${MOST_LETTERS})&"…";${all})`;
  return `IF(${count}<${needed};"";${count}&" of "&${team}&" wrote about “"&${word}&"”: "&${cut})`;
}
