import { fold, foldedWords } from '../../shared/fold';
import { de } from './de';
import { api, en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';
import { nl } from './nl';
import { pt } from './pt';
import { ru } from './ru';
import type { HeadingField, ImportWords, StageWords } from './types';

/** Every language that headings, stages and owners are read in; to add one, write its file and put it here. */
export const LANGUAGES: readonly ImportWords[] = [en, api, de, fr, es, pt, it, nl, ru];

const parts = (text: string | undefined, between: string): string[] =>
  (text ?? '').split(between).filter((part) => part !== '');

/** Single words of all languages, folded. */
function singles(of: (words: ImportWords) => string | undefined): Set<string> {
  return new Set(LANGUAGES.flatMap((words) => parts(of(words), ' ').map(fold)));
}

/** Whole texts of all languages, as words parted by one space. */
function wholes(of: (words: ImportWords) => string | undefined): Set<string> {
  return new Set(LANGUAGES.flatMap((words) => parts(of(words), '|').map((text) => foldedWords(text).join(' '))));
}

export const NOUNS = singles((words) => words.nouns);
export const FILLERS = singles((words) => words.fillers);
export const INACTIVE = wholes((words) => words.owners.inactive);
export const NO_OWNER = wholes((words) => words.owners.none);
export const TOTALS = wholes((words) => words.totals);

const stageSingles = (of: (words: StageWords) => string | undefined) => singles(({ stages }) => of(stages));
const stageWholes = (of: (words: StageWords) => string | undefined) => wholes(({ stages }) => of(stages));

export const STAGES = {
  won: stageSingles((words) => words.won),
  lost: stageSingles((words) => words.lost),
  closed: stageSingles((words) => words.closed),
  /** Words that leave the meaning of the others as it is. */
  neutral: new Set([...NOUNS, ...stageSingles(({ closed, neutral }) => `${closed} ${neutral}`)]),
  not: stageSingles((words) => words.not),
  wonWhole: stageWholes((words) => words.wonWhole),
  lostWhole: stageWholes((words) => words.lostWhole),
  perhapsWon: stageWholes((words) => words.perhapsWon),
  perhapsLost: stageWholes((words) => words.perhapsLost),
  because: stageSingles((words) => words.because),
};

/** For each heading, as `keyOfWords` makes it, the fields that it may be and how sure each is: 1 at most, 0 at least. */
export const HEADINGS: ReadonlyMap<string, Partial<Record<HeadingField, number>>> = headingsIn(LANGUAGES);
const ELSEWHERE = headingsIn(LANGUAGES.filter((words) => words !== es && words !== pt));
/** Headings that no other language has. */
export const IBERIAN_HEADINGS = new Set([...headingsIn([es, pt]).keys()].filter((key) => !ELSEWHERE.has(key)));
/** Words that only make a heading more precise. */
export const QUALIFIERS = singles((words) => words.qualifiers);

function headingsIn(languages: readonly ImportWords[]): Map<string, Partial<Record<HeadingField, number>>> {
  const found = new Map<string, Partial<Record<HeadingField, number>>>();
  for (const words of languages)
    for (const [field, text] of Object.entries(words.headings) as [HeadingField, string][]) {
      const all = parts(text, '|');
      all.forEach((heading, rank) => {
        const key = keyOfWords(foldedWords(heading));
        if (key === '') return;
        const fields = found.get(key) ?? {};
        fields[field] = Math.max(fields[field] ?? 0, 1 - rank / (2 * all.length));
        found.set(key, fields);
      });
    }
  return found;
}

/** The words of a heading that count, parted by one space; all of them where none does, '' for the word for a deal. */
export function keyOfWords(words: readonly string[]): string {
  const counting = words.filter((word) => !FILLERS.has(word) && !NOUNS.has(word));
  return (counting.length > 0 || words.some((word) => NOUNS.has(word)) ? counting : words).join(' ');
}
