/**
 * Words that stand in several people's texts: counted, never interpreted, and never one person's alone. Only long words
 * count, and none of those that every text has: articles, pronouns and the like of the languages that teams write in.
 */

/** A word and how it is looked for: by its shortest form, with an ending of `ENDINGS` or none. */
export interface NamedWord {
  stem: string;
  /** As most people wrote it. */
  word: string;
}

/** Endings that make a plural or a case of a word: one word in two forms counts as one. */
export const ENDINGS = ['', 's', 'es', 'n', 'en', 'e'] as const;

const LEAST_LETTERS = 5;

/** How many people must have written a word before it is told: three, in a small team half of it, never one. */
export function peopleNeeded(team: number): number {
  return Math.min(3, Math.max(2, Math.ceil(team / 2)));
}

const COMMON = new Set(
  `about above after again against almost along already although always among another around because become before being
  below better between cannot client clients could customer customers during early either enough every everybody
  everything first found getting given going great having helps however instead itself keeps later least leave little
  makes making maybe means might month months moves never nobody nothing often other others people perhaps quite rather
  really right seems several shall should since small something still their there these thing things think those though
  three through today together tomorrow towards trying under until using wants weeks where whether which while whole whose
  within without working works would write years yesterday yours
  alles andere anderen beide bereits bevor bisher bleibt braucht damit darauf davon deren deshalb diese diesem diesen dieser
  dieses durch einem einen einer eines einfach einige erste ersten etwas ganze gegen gleich haben hatte heute immer jeden
  jeder jedes jetzt keine keinen konnte kunde kunden können lange macht machen meine meist monat monate morgen müssen nicht
  nichts noch ohne schon seine selbst sollte sonst statt unser unsere unter viele vielen waren weiter wenig weniger werden
  wieder wirklich woche wochen wurde wurden während zurück zwischen
  alors après aussi autre autres avant avoir beaucoup cette comme depuis encore entre était faire leurs moins notre parce
  pendant pourquoi quand quelque souvent toute toutes votre
  ahora antes aunque cuando desde donde durante ellos estaba están estos hacer hasta luego menos mientras mucho muchos
  nosotros nuestra nuestro otras otros porque puede pueden quien siempre sobre también tanto tiene tienen todas todavía todos
  veces allora ancora anche avere della delle dello degli essere fatto hanno mentre molto molti nella nelle nostra nostro
  oltre perché prima quella quello questa questi questo sempre senza sopra sotto stato sulla troppo tutti tutto volta volte
  agora ainda assim depois fazer foram mesmo muito muitos nossa nosso outra outro sempre vezes
  alleen altijd daarom eerste geen hebben heeft kunnen maand moeten niets omdat onder sinds steeds tijdens tussen wanneer
  worden wordt zonder zoals zullen`.split(/\s+/),
);

const wordsIn = (text: string) => new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);

/**
 * The words that most people named, at most so many; fewer where no more are common to enough of them.
 * @param texts what each person wrote, one text a person
 * @param names of the people: a name is no subject
 */
export function namedWords(texts: readonly string[], names: readonly string[], most: number): NamedWord[] {
  const own = wordsIn(names.join(' '));
  const people = new Map<string, Set<number>>();
  texts.forEach((text, person) => {
    for (const word of wordsIn(text)) {
      if (word.length < LEAST_LETTERS || COMMON.has(word) || own.has(word)) continue;
      people.set(word, (people.get(word) ?? new Set()).add(person));
    }
  });
  const formsOf = (stem: string) => ENDINGS.map((ending) => stem + ending).filter((form) => people.has(form));
  const isForm = (word: string) =>
    ENDINGS.some((ending) => ending !== '' && word.endsWith(ending) && people.has(word.slice(0, -ending.length)));
  const told = [...people.keys()]
    .filter((word) => !isForm(word))
    .map((stem) => {
      const forms = formsOf(stem).sort((a, b) => countOf(people, b) - countOf(people, a) || a.length - b.length);
      const all = new Set(forms.flatMap((form) => [...(people.get(form) ?? [])]));
      return { stem, word: forms[0] ?? stem, count: all.size };
    });
  return told
    .filter(({ count }) => count >= peopleNeeded(texts.length))
    .sort((a, b) => b.count - a.count || a.stem.localeCompare(b.stem, 'en'))
    .slice(0, most)
    .map(({ stem, word }) => ({ stem, word }));
}

const countOf = (people: ReadonlyMap<string, ReadonlySet<number>>, word: string) => people.get(word)?.size ?? 0;
