import { BY_HAND } from '../hand';
import { isUntold, type JudgedFact, type Outcome, type Plain, type Verdict } from '../probe';

/** The table as text, for a mail or a ticket. No address, no name of the file, nothing out of its cells. */

export const VERDICT_WORDS: Record<Verdict, string> = {
  differs: 'differs',
  couldNotTell: 'could not tell',
  asAssumed: 'as we assume',
};

/** Worst first. */
export const VERDICTS = ['differs', 'couldNotTell', 'asAssumed'] as const;

/** "27 as we assume, 1 differs, 4 could not tell". */
export function countWords(outcomes: readonly Outcome[]): string {
  const count = (verdict: Verdict) => outcomes.filter((one) => one.verdict === verdict).length;
  return (['asAssumed', 'differs', 'couldNotTell'] as const)
    .map((verdict) => `${count(verdict)} ${VERDICT_WORDS[verdict]}`)
    .join(', ');
}

/** A value as it is shown: texts in quotes, line breaks as such. */
export function valueWords(value: Plain): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** What was seen of a fact, in words. */
export function seenWords({ seen }: JudgedFact): string {
  return isUntold(seen) ? `could not tell: ${seen.untold}` : valueWords(seen);
}

export interface ReportInput {
  outcomes: readonly Outcome[];
  /** Seconds that the run took. */
  seconds: number;
  /** What happened by hand, by the id of what was tried. */
  byHand: Readonly<Record<string, string>>;
  userAgent: string;
  isAtGoogle: boolean;
  /** ISO moment. */
  at: string;
}

export function reportText(input: ReportInput): string {
  const lines = [
    `Self-check of Monthly 1:1, ${input.at.slice(0, 16).replace('T', ' ')} UTC, ${input.isAtGoogle ? 'at Google' : 'not at Google'}`,
    `${countWords(input.outcomes)}; ${input.seconds} seconds`,
    input.userAgent,
  ];
  for (const verdict of VERDICTS) {
    const some = input.outcomes.filter((one) => one.verdict === verdict);
    if (some.length > 0) lines.push('', VERDICT_WORDS[verdict].toUpperCase());
    for (const one of some) lines.push(...outcomeLines(one));
  }
  lines.push('', 'BY HAND');
  for (const { id, todo } of BY_HAND) lines.push(`${id}: ${todo}`, `  ${input.byHand[id]?.trim() || 'not tried yet'}`);
  return `${lines.join('\n')}\n`;
}

function outcomeLines({ id, name, assume, verdict, facts, told }: Outcome): string[] {
  const telling = facts.filter(({ expected, seen }) => verdict !== 'asAssumed' || seen !== expected);
  return [
    `${id}: ${name}`,
    ...(verdict === 'asAssumed' ? [] : [`  assumed: ${assume}`]),
    ...telling.map((fact) => `  ${fact.what}: assumed ${valueWords(fact.expected)}, seen ${seenWords(fact)}`),
    ...Object.entries(told).map(([what, value]) => `  (${what}: ${valueWords(value)})`),
  ];
}
