/** Where in the spreadsheet something is. */
export interface Place {
  tab: string;
  /** A1 address, when it is about one cell. */
  cell?: string;
}

/**
 * Something a person can mend. Core and sheet return these; words.ts turns one into a sentence.
 * Broken invariants are thrown instead.
 */
export interface Problem {
  code: ProblemCode;
  place?: Place;
  /** What the sentence is about: names, the text that could not be read, numbers. */
  about?: Record<string, string | number>;
}

export type ProblemCode =
  | 'noTracker'
  | 'trackerExists'
  | 'noPeople'
  | 'duplicatePerson'
  | 'nameTooOdd'
  | 'oddAddress'
  | 'setupUnreadable'
  | 'setupCopies'
  | 'setupLineTwice'
  | 'setupTableMissing'
  | 'setupFormula'
  | 'badDate'
  | 'badMinutes'
  | 'badMonth'
  | 'monthTooFar'
  | 'monthBeforeNewest'
  | 'notARepTab'
  | 'tabGone'
  | 'notOnRoster'
  | 'tabOfSomeoneElse'
  | 'blockGone'
  | 'monthTouched'
  | 'monthNotNewest'
  | 'tooLong'
  | 'badRequest'
  | 'managersOnly'
  | 'notYourTab'
  | 'mayNotEdit'
  | 'alreadyHeld'
  | 'noTab'
  | 'repNoEmail'
  | 'repRefused'
  | 'managerNoEmail'
  | 'addressRefused'
  | 'protectedByPeople'
  | 'protectionNotYours'
  | 'protectionRefused'
  | 'columnsMoved'
  | 'columnGone'
  | 'frameDamaged'
  | 'repairFirst'
  | 'meetingRuns'
  | 'monthLost'
  | 'textStranded'
  | 'keysUnsure'
  | 'headLost'
  | 'copiedTab'
  | 'tabTooNew'
  | 'importEdited'
  | 'importMonthBegun'
  | 'busy'
  | 'permissionMissing'
  | 'storeRefused'
  | 'noteRefused'
  | 'sheetsSlow'
  | 'unexpected';

/** Carries a Problem out of nested calls to the one place that answers it. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
  }
}

/** Throws the problem. */
export function stop(code: ProblemCode, place?: Place, about?: Record<string, string | number>): never {
  throw new ProblemError({ code, ...(place ? { place } : {}), ...(about ? { about } : {}) });
}
