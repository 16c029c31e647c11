import { ProblemError, stop } from '../../core/problems';

/** A range of Google's, or one of a rep's tab. */
interface Editable {
  canEdit(): boolean;
  getSheet(): { getName(): string };
}

/** Before an act writes: stops when Google would refuse it, for want of edit rights or by a protection. One call. */
export function needEdit(range: Editable): void {
  if (!range.canEdit()) stop('mayNotEdit', { tab: range.getSheet().getName() });
}

/**
 * For an act that is a write or two: asks only when Google has refused it, whose own error is in the user's language.
 * @param where what it writes to; null while that is not known
 * @param act the whole of it, with a flush, so that what is refused is refused here
 */
export function needEditOnRefusal<T>(where: () => Editable | null, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const range = error instanceof ProblemError ? null : where();
    if (range) needEdit(range);
    throw error;
  }
}
