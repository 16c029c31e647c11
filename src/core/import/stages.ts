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

/** Numbers, shares and the prefix of a pipeline say nothing: "6 - Closed Won (100 %)", "C4:WON". */
function wordsOf(stage: string): string[] {
  const apart = stage
    .replace(/^C\d+:/i, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/['’ʼ\x60]/g, '');
  return foldedWords(apart).filter((word) => !/^\d+$/.test(word));
}

/** Won, lost or open by the words alone. Words that only sound so ("lost contact", "not won") are never sure. */
function outcomeOf(stage: string): Outcome {
  const words = wordsOf(stage);
  // A bare number is some CRM's own key: nobody can tell.
  if (words.length === 0) return /\d/.test(stage) ? perhaps('open') : sure('open');
  const whole = words.join(' ');
  if (STAGES.wonWhole.has(whole)) return sure('won');
  if (STAGES.lostWhole.has(whole)) return sure('lost');
  const said = words.filter((word) => !STAGES.neutral.has(word));
  const isClosed = said.length < words.length;
  const [won, lost] = [said.some((word) => STAGES.won.has(word)), said.some((word) => STAGES.lost.has(word))];
  if (won || lost) return outcomeOfClosingWords(said, won, lost, isClosed, stage);
  if (STAGES.perhapsWon.has(whole)) return perhaps('won');
  if (STAGES.perhapsLost.has(whole)) return perhaps('lost');
  return said.length === 0 ? perhaps('open') : sure('open');
}

function outcomeOfClosingWords(said: string[], won: boolean, lost: boolean, isClosed: boolean, stage: string): Outcome {
  const what = won ? 'won' : 'lost';
  const other = said.filter((word) => !STAGES.won.has(word) && !STAGES.lost.has(word));
  if (won && lost) return perhaps('open');
  if (other.length === 0) return sure(what);
  const turned = other.every((word) => STAGES.not.has(word));
  if (turned) return won ? { what: 'lost', sure: isClosed } : perhaps('open');
  // "Closed Lost: no budget", "Lost - price": the first part says it, the rest says why.
  const [first = ''] = fold(stage).split(/\s[-–—/|]\s|[:(,]/);
  const firstWords = wordsOf(first).filter((word) => !STAGES.neutral.has(word));
  const plain = firstWords.length > 0 && firstWords.every((word) => (won ? STAGES.won : STAGES.lost).has(word));
  return plain ? { what, sure: isClosed } : perhaps('open');
}
