import type { CellValue } from '../../core/fields';
import { language } from './language';
import { showAmount } from './read-amount';

/** A unit that says nothing beside a figure. */
const PLAIN = /^(number)?$/i;
/** "€" or "EUR" stands before the amount, "calls" behind it. */
const BEFORE = /^(\p{Sc}|[A-Z]{3})$/u;
/** Up to here a figure in % is a share, as a percentage typed into a sheet is: 0.27 is 27 %. */
const LARGEST_SHARE = 2;

/** The unit; '' when it says nothing. */
function unitWord(unit: string): string {
  return PLAIN.test(unit.trim()) ? '' : unit.trim();
}

/** A label with its unit, where that says something new; a percentage is known by the figure beside it. */
export function withUnit(label: string, unit: string): string {
  const word = unitWord(unit);
  return word === '' || word === '%' || label.toLowerCase().includes(word.toLowerCase()) ? label : `${label}, ${word}`;
}

/** A figure with its unit: "€52,000", "27 %", "80 calls"; a text as it stands. `like` decides whether a % is a share. */
export function showFigure(value: CellValue | undefined, unit: string, like: CellValue | undefined = value): string {
  if (typeof value !== 'number') return String(value ?? '');
  const word = unitWord(unit);
  if (word === '%') {
    const share = typeof like === 'number' && Math.abs(like) <= LARGEST_SHARE;
    return `${showAmount(share ? Math.round(value * 1000) / 10 : value, language())}\u00a0%`;
  }
  const amount = showAmount(value, language());
  if (!BEFORE.test(word)) return word === '' ? amount : `${amount} ${word}`;
  return word.length > 1 ? `${word}\u00a0${amount}` : `${word}${amount}`;
}

/** The actual beside its goal, in parts that a sentence can take: the unit is not said twice when it is a word. */
export function actualAndGoal(
  actual: CellValue | undefined,
  goal: CellValue | undefined,
  unit: string,
): { actual: string; goal: string } {
  const word = unitWord(unit);
  const like = typeof goal === 'number' ? goal : actual;
  const twice = word === '%' || BEFORE.test(word) || typeof goal !== 'number';
  return { actual: showFigure(actual, twice ? unit : '', like), goal: showFigure(goal, unit, like) };
}
