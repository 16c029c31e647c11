/** Words that by themselves say neither who does something nor what, nor by when. */
const EMPTY =
  'great good nice well meeting meet call calling follow up followup following tbd tba tbc wait waiting see check checking touch base keep stay pushing push ongoing pending continue continues progress talk talking discuss email mail contact ping chase later asap soon again back ok okay todo open';
/** Words between them. */
const FILLER =
  'a an the to with in on it them of for and will we i is had have very was some more just next step still be';
const SAYS_NOTHING = new Set(`${EMPTY} ${FILLER}`.split(' '));
const MOST_WORDS = 5;

/**
 * Does a next step say nothing ("great meeting", "follow up", "tbd", "call")? Generous: a name, a thing, a day, a
 * figure, or another language than English makes it fine, and so does a blank.
 */
export function isVague(step: string): boolean {
  const text = step.trim().toLowerCase();
  if (/^\?+$/.test(text)) return true;
  if (/\d/.test(text)) return false;
  const found = text
    .replace(/[-–—_/.,;:!?…()"“”'’]+/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  return found.length > 0 && found.length <= MOST_WORDS && found.every((word) => SAYS_NOTHING.has(word));
}
