/**
 * What a probe of the self-check is: one assumption about Google, where it matters, and a run that finds out. The same
 * definitions run in a spreadsheet at Google, in the workbench and in its page, and stand in docs/google.md.
 */

/** A value that crosses to the page as JSON and can be compared. */
export type Plain = string | number | boolean | null;

/** A fact that could not be found out here, and why. */
export interface Untold {
  untold: string;
}

/** What a probe has seen: a value for each fact, and what is only to be told. */
export interface Seen<Name extends string = string> {
  facts: Record<Name, Plain | Untold>;
  /** Told beside the facts and judged by nobody: names, times, words. */
  told?: Record<string, Plain>;
}

/** What docs, page and report say of a probe. */
export interface ProbeText {
  /** Stays the same for good: docs/google.md and reports name it. */
  id: string;
  name: string;
  /** What we assume, in a sentence. */
  assume: string;
  /** Files that go wrong if it is otherwise, from the root of the project. */
  where: readonly string[];
  /** True for what only Google can tell: anywhere else it counts as "could not tell", whatever was seen. */
  onlyAtGoogle?: true;
}

/** A probe without its run. */
export interface Assumption<Name extends string = string> extends ProbeText {
  /** Each fact in plain words, with the value that we assume. */
  expected: Readonly<Record<Name, Plain>>;
}

/** A probe: `Bench` is what its kind of run hands in, `Answer` what comes back. */
export interface Probe<Bench, Answer = Seen> extends Assumption {
  observe(bench: Bench): Answer;
}

/** A probe on the server. Keeps the names of the facts, so that a run has to see each of them. */
export function probe<Bench, Name extends string>(
  definition: Assumption<Name> & { observe(bench: Bench): Seen<Name> },
): Probe<Bench> {
  return definition;
}

/** Facts from their names and what stands for each, in the same order. */
export function named<Name extends string>(names: readonly Name[], values: readonly Plain[]): Record<Name, Plain> {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? null])) as Record<Name, Plain>;
}

export function untold(why: string): Untold {
  return { untold: why };
}

export function isUntold(seen: Plain | Untold): seen is Untold {
  return typeof seen === 'object' && seen !== null;
}

export type Verdict = 'asAssumed' | 'differs' | 'couldNotTell';

/** One fact of a line: what we assume of it, and what was seen. */
export interface JudgedFact {
  what: string;
  expected: Plain;
  seen: Plain | Untold;
}

/** One line of the table. */
export interface Outcome extends ProbeText {
  verdict: Verdict;
  facts: JudgedFact[];
  told: Record<string, Plain>;
}

/**
 * Holds what was seen against what we assume. One fact that differs makes the probe differ; one that could not be told
 * leaves it untold; nothing is as assumed that has not been seen.
 */
export function judge(assumption: Assumption, seen: Seen, isAtGoogle: boolean): Outcome {
  const facts = Object.entries(assumption.expected).map(([what, expected]): JudgedFact => {
    const value = seen.facts[what];
    return { what, expected, seen: value === undefined ? untold('it was not looked at') : value };
  });
  const isWrong = facts.some((fact) => !isUntold(fact.seen) && fact.seen !== fact.expected);
  const isComplete = facts.length > 0 && !facts.some((fact) => isUntold(fact.seen));
  const verdict = isWrong ? 'differs' : isComplete ? 'asAssumed' : 'couldNotTell';
  return {
    ...textOf(assumption),
    verdict: assumption.onlyAtGoogle && !isAtGoogle ? 'couldNotTell' : verdict,
    facts,
    told: seen.told ?? {},
  };
}

/**
 * A run that threw. Google refused what we rely on, so it differs; but what the workbench does not implement tells
 * nothing of Google.
 */
export function judgeFailure(assumption: Assumption, error: unknown): Outcome {
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  const isMissing = name === 'NotImplemented';
  return {
    ...textOf(assumption),
    verdict: isMissing ? 'couldNotTell' : 'differs',
    facts: [{ what: 'it runs', expected: true, seen: isMissing ? untold(`the workbench lacks ${message}`) : false }],
    told: { 'what was thrown': `${name}: ${message}` },
  };
}

/** A probe whose run nobody heard of: told as such, so that no line of the table is missing. */
export function judgeUnheard(text: ProbeText, why: string): Outcome {
  const facts = [{ what: 'it runs', expected: true, seen: untold(why) }];
  return { ...textOf(text), verdict: 'couldNotTell', facts, told: {} };
}

/** What is said of a probe, without its run. */
export function textOf({ id, name, assume, where, onlyAtGoogle }: ProbeText): ProbeText {
  return { id, name, assume, where, ...(onlyAtGoogle ? { onlyAtGoogle } : {}) };
}
