import type { Help, Remembered } from '../sheet/acts/edited-cells';

/** So many texts are remembered, for so many seconds. */
const MOST = 300;
const SECONDS = 21_600;

/**
 * Texts of a tab that the sheet has just made numbers of, by the row's id. They are kept outside of the sheet, since undo may
 * take back what stands hidden beside a cell together with the number: the text that comes back must stay.
 */
export class TypingMemory {
  private known: Record<string, string> | null = null;
  private readonly key: string;

  constructor(sheetId: number) {
    this.key = `typed:${sheetId}`;
  }

  /** What is remembered. Asks the cache once. */
  texts(): Remembered {
    this.known ??= parsed(CacheService.getDocumentCache()?.get(this.key) ?? null);
    return this.known;
  }

  /** Notes what has been converted, and forgets what was typed anew. */
  keep({ conversions, forgotten }: Pick<Help, 'conversions' | 'forgotten'>): void {
    if (conversions.length === 0 && forgotten.length === 0) return;
    const texts = { ...this.texts() };
    for (const id of forgotten) delete texts[id];
    for (const { id, typed } of conversions) texts[id] = typed;
    const kept = Object.fromEntries(Object.entries(texts).slice(-MOST));
    CacheService.getDocumentCache()?.put(this.key, JSON.stringify(kept), SECONDS);
  }
}

function parsed(text: string | null): Record<string, string> {
  return text === null ? {} : (JSON.parse(text) as Record<string, string>);
}
