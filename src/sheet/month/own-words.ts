import { FIELD_USES, fieldUses, GROWTH, RESULTS_AGENDA, STANDARD_AGENDA } from '../../core/shared/agenda';
import { type MonthKey, parseMonth } from '../../core/shared/month';
import { COL, FIELD_COL } from '../grid/grid';
import { GOAL_REACHED } from './pipeline-rows';
import { CONCLUSION_TEXTS, PREPARE_TEXTS, textLabel } from './plan';

/** The words that the add-on itself writes on a rep's tab: what is none of them, a person has typed. */

const LABEL_COLUMN = new Map<string, number>();
for (const uses of [...Object.values(FIELD_USES), ...STANDARD_AGENDA.map((section) => fieldUses(section))])
  for (const use of uses) LABEL_COLUMN.set(use.label, FIELD_COL[use.field]);
LABEL_COLUMN.set(GROWTH.name, COL.who);
LABEL_COLUMN.set('since', COL.since);
LABEL_COLUMN.set('rank', COL.since);

/** The column that a header's label belongs to; undefined for every other text. */
export function labelColumn(text: string): number | undefined {
  return LABEL_COLUMN.get(text);
}

const TEXTS: ReadonlySet<string> = new Set([
  ...[...CONCLUSION_TEXTS, ...PREPARE_TEXTS, 'plan' as const].map(textLabel),
  'Pipeline',
  'Closing',
  GOAL_REACHED,
  'First 1:1 on this tab',
  'not held yet',
  'planned',
  'moved',
  'in progress',
  'finished',
  'the rest',
]);

/** What a month's last line begins with: who opened it, and on which day. */
export const END_LINE = /^(opened|started|finished|reopened)( by .+)?, \d/;

const PATTERNS = [
  /^(Copy of )?[A-Z][a-z]+ \d{4} · #?\d+$/,
  /^Copy of [A-Z][a-z]+ \d{4}$/,
  /^\d+ {2}\S/,
  /^Focus from [A-Z][a-z]+$/,
  /^\d+ min$/,
  END_LINE,
  /^[▲●▼] -?[\d.,]+%$/,
  /^quarter -?[\d.,]+% · year /,
];

/** True for a text that the add-on writes itself: a label, a heading, something computed. */
export function isOwnText(text: string): boolean {
  return text === '' || TEXTS.has(text) || LABEL_COLUMN.has(text) || PATTERNS.some((pattern) => pattern.test(text));
}

/** How long an opportunity has been there, as its column "since" says it. */
export const SINCE = /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)( · \d+(×| mo))?$/;

/** The month of a band's label ("November 2026 · #3"), null for other texts. */
export function bandMonth(text: string): MonthKey | null {
  const match = /^([A-Z][a-z]+ \d{4}) · #?\d+$/.exec(text);
  return match ? parseMonth(match[1] as string) : null;
}

/** The number of the meeting in a band's label; null for other texts. */
export function bandNumber(text: string): number | null {
  const match = / · #?(\d+)$/.exec(text);
  return match ? Number(match[1]) : null;
}

/** A section row's label: its place and name, like "2  Existing opportunities". */
export const SECTION_LABEL = /^\d+ {2}(\S.*)$/;

/** The end line says who opened, started and finished, and when. */
export const END_LABEL = /^(opened|started|finished|reopened|held|moved|planned)\b/;

/** The key of a text row by its label; '' for other texts. */
export function textKeyOf(label: string): string {
  const name = [...CONCLUSION_TEXTS, ...PREPARE_TEXTS, 'plan' as const].find((n) => textLabel(n) === label);
  return name ? `text:${name}` : '';
}

const QUESTIONS: ReadonlySet<string> = new Set(
  [...STANDARD_AGENDA, ...RESULTS_AGENDA].map(({ question }) => anyMonth(question)),
);

/** True for a question that a section is made with, whichever month it speaks of. */
export function isStandardQuestion(text: string): boolean {
  return QUESTIONS.has(anyMonth(text));
}

function anyMonth(question: string): string {
  return question.replace(/^(Last month|[A-Z][a-z]+)(?= against)/, '');
}
