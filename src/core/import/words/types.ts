/** What a column of a CRM's table can hold for the tracker. */
export type ImportField =
  | 'id'
  | 'name'
  | 'account'
  | 'owner'
  | 'amount'
  | 'currency'
  | 'when'
  | 'stage'
  | 'pipeline'
  | 'next'
  | 'reason'
  | 'created'
  | 'modified';

/**
 * Beside the fields an amount that the CRM has converted into one currency for all, of two columns the better one; and a
 * number or a reference, which is an id only where it does not just count the lines.
 */
export type HeadingField = ImportField | 'convertedAmount' | 'number';

/**
 * The words of one language, or of the CRMs' own interfaces. Each text is a list parted by "|" (by spaces where single
 * words are meant); case, accents and small words do not matter. How to add some: docs/import.md.
 */
export interface ImportWords {
  /** What a deal is called: in a heading it does not count ("Name of the deal" is "Name"). Single words. */
  nouns: string;
  /** Small words that do not count in a heading. Single words. */
  fillers: string;
  /** How a field's column is called, the surest first, without nouns and fillers. */
  headings: Partial<Record<HeadingField, string>>;
  /** Single words that only make a heading more precise: "Exp. close", "Amount excl. VAT" are "Close", "Amount". */
  qualifiers: string;
  stages: StageWords;
  owners: {
    /** Behind the name of somebody who may no longer log in. */
    inactive: string;
    /** In place of a name where there is no owner. */
    none: string;
  };
  /** What the first word of a line of totals is. */
  totals: string;
}

/** Stages by what they mean. */
export interface StageWords {
  /** Single words that mean won by themselves, and lost. */
  won: string;
  lost: string;
  /** Single words for closed: they do not change the meaning of those, and alone do not say which. */
  closed: string;
  /** Other single words that do not change the meaning of those. */
  neutral: string;
  /** Single words that turn the meaning round. */
  not: string;
  /** Whole stages that are won or lost though no word of theirs says so. */
  wonWhole?: string;
  lostWhole?: string;
  /** Whole stages or single words that sound like it: a person is asked. */
  perhapsWon?: string;
  perhapsLost?: string;
  /** Single words between lost and why, or to whom: "Lost to", "Verloren wegen". */
  because?: string;
}
