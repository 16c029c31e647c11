import type { Status } from '../deal/carry';
import type { CellValue } from '../shared/fields';
import { fold, foldedWords } from '../shared/fold';
import { nameKey } from './deal';
import { STAGES } from './words';

/** A stage of the CRM, as it is written there, and how many deals of the table are in it. */
export interface ImportStage {
  key: string;
  text: string;
  count: number;
}

/** The status that a stage stands for. Not sure: a person has to say it, and `status` is no more than a proposal. */
export interface StageMeaning {
  /** A status of Setup; '' is moving. */
  status: string;
  sure: boolean;
}

/** The stages of a column, in the order in which they come up; case and spaces do not matter. */
export function stagesOf(cells: readonly CellValue[]): ImportStage[] {
  const stages = new Map<string, ImportStage>();
  for (const cell of cells) {
    const key = nameKey(String(cell));
    const stage = stages.get(key) ?? { key, text: String(cell).trim(), count: 0 };
    stage.count++;
    stages.set(key, stage);
  }
  return [...stages.values()];
}

/** What a stage stands for: a status of the same name, else won or lost by its meaning, else moving. */
export function meaningOf(stage: string, statuses: readonly Status[]): StageMeaning {
  const key = nameKey(stage);
  const same = statuses.find(({ word }) => nameKey(word) === key);
  if (same) return { status: same.word, sure: true };
  const { what, sure } = outcomeOf(stage);
  const closing = (won: boolean) => statuses.find((status) => status.closes && status.won === won)?.word ?? '';
  return { status: what === 'open' ? '' : closing(what === 'won'), sure };
}

/** The share of different cells that surely say won or lost. */
export function closingShare(cells: readonly CellValue[]): number {
  const texts = [...new Set(cells.map((cell) => (typeof cell === 'string' ? nameKey(cell) : '')))];
  // Sentences say many things.
  const closing = texts.filter((text) => {
    if (text === '' || text.length > 60) return false;
    const { what, sure } = outcomeOf(text);
    return sure && what !== 'open';
  });
  return texts.length === 0 ? 0 : closing.length / texts.length;
}

interface Outcome {
  what: 'won' | 'lost' | 'open';
  sure: boolean;
}

const sure = (what: Outcome['what']): Outcome => ({ what, sure: true });
const perhaps = (what: Outcome['what']): Outcome => ({ what, sure: false });

/** Numbers, shares and what numbers a stage say nothing: "6 - Closed Won (100 %)", "C4:WON", "S6 Closed Won". */
function wordsOf(stage: string): string[] {
  const apart = stage
    .replace(/^C\d+:/i, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/['’ʼ\x60]/g, '');
  return foldedWords(apart).filter((word) => !/^\p{L}?\d+$/u.test(word));
}

/** Won, lost or open by the words alone. Words that only sound so ("lost contact", "not won", "won?") are never sure. */
function outcomeOf(stage: string): Outcome {
  const { what, sure } = outcomeOfWords(stage);
  return { what, sure: sure && !(what !== 'open' && /[?？]/.test(stage)) };
}

function outcomeOfWords(stage: string): Outcome {
  const words = wordsOf(stage);
  // A bare number is some CRM's own key: nobody can tell.
  if (words.length === 0) return /\d/.test(stage) ? perhaps('open') : sure('open');
  const whole = words.join(' ');
  if (STAGES.wonWhole.has(whole)) return sure('won');
  if (STAGES.lostWhole.has(whole)) return sure('lost');
  const said = words.filter((word) => !STAGES.neutral.has(word));
  const isClosed = words.some((word) => STAGES.closed.has(word));
  const [won, lost] = [said.some((word) => STAGES.won.has(word)), said.some((word) => STAGES.lost.has(word))];
  if (won || lost) return outcomeOfClosingWords(said, won, lost, isClosed, stage);
  if (STAGES.perhapsWon.has(whole)) return perhaps('won');
  if (STAGES.perhapsLost.has(whole) || words.some((word) => STAGES.perhapsLost.has(word))) return perhaps('lost');
  if (soundsLike(WON_PHRASES, whole)) return perhaps('won');
  if (soundsLike(LOST_PHRASES, whole)) return perhaps('lost');
  // "Closed - other" is closed, and nobody knows how; "Opportunity" alone is no more than a deal.
  return isClosed ? perhaps('open') : sure('open');
}

const phrasesOf = (texts: ReadonlySet<string>) => [...texts].filter((text) => text.includes(' '));
const WON_PHRASES = phrasesOf(STAGES.perhapsWon);
const LOST_PHRASES = phrasesOf(STAGES.perhapsLost);

/** Does a stage hold one of several words: "Contract signed, to be billed"? Single words say too little. */
function soundsLike(phrases: readonly string[], whole: string): boolean {
  const text = ` ${whole} `;
  return phrases.some((phrase) => text.includes(` ${phrase} `));
}

function outcomeOfClosingWords(said: string[], won: boolean, lost: boolean, isClosed: boolean, stage: string): Outcome {
  if (won && lost) return perhaps('open');
  const [what, own] = won ? (['won', STAGES.won] as const) : (['lost', STAGES.lost] as const);
  const other = said.filter((word) => !own.has(word));
  if (other.length === 0) return sure(what);
  if (other.every((word) => STAGES.not.has(word))) return won ? { what: 'lost', sure: isClosed } : perhaps('open');
  // "Closed Lost: no budget", "Lost - price", "Lost to a competitor": the first part says it, the rest says why. What
  // stands behind a win may take it back: "Closed Won - pending".
  const [first = ''] = fold(stage).split(/\s[-–—/|]\s|[:(,]/);
  const says = (words: readonly string[]) => words.length > 0 && words.every((word) => own.has(word));
  if (says(wordsOf(first).filter((word) => !STAGES.neutral.has(word)))) return { what, sure: isClosed && !won };
  const at = said.findIndex((word) => STAGES.because.has(word));
  return !won && says(said.slice(0, Math.max(0, at))) ? { what, sure: isClosed } : perhaps('open');
}
