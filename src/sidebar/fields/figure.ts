/** Figures with their units, for reading. */
import type { CellValue } from '../../core/shared/fields';
import { language } from './language';
import { editAmount, readAmount, showAmount } from './read-amount';

/** A unit that says nothing beside a figure. */
const PLAIN = /^(number)?$/i;
/** "€" or "EUR" stands before the amount, "calls" behind it. */
const BEFORE = /^(\p{Sc}|[A-Z]{3})$/u;

/** The unit; '' when it says nothing. */
function unitWord(unit: string): string {
  return PLAIN.test(unit.trim()) ? '' : unit.trim();
}

/** A label with its unit, where that says something new; a percentage is known by the figure beside it. */
export function withUnit(label: string, unit: string): string {
  const word = unitWord(unit);
  return word === '' || isPercent(unit) || label.toLowerCase().includes(word.toLowerCase())
    ? label
    : `${label}, ${word}`;
}

/** Is the unit a percentage? A sheet holds 27 % as 0.27. */
export function isPercent(unit: string): boolean {
  return unitWord(unit) === '%';
}

/** A figure with its unit: "€52,000", "27 %", "80 calls"; a text as it stands. */
export function showFigure(value: CellValue | undefined, unit: string): string {
  if (typeof value !== 'number') return String(value ?? '');
  if (isPercent(unit)) return `${showAmount(Math.round(value * 1000) / 10, language())}\u00a0%`;
  const word = unitWord(unit);
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
  const twice = isPercent(unit) || BEFORE.test(unitWord(unit)) || typeof goal !== 'number';
  return { actual: showFigure(actual, twice ? unit : ''), goal: showFigure(goal, unit) };
}

const exact = (value: number) => Number(value.toPrecision(12));

/** Where a percentage belongs, 27 is 27 %, as in a cell of the sheet. */
export function readShare(text: string): CellValue {
  const value = readAmount(text, language());
  return typeof value === 'number' && !text.trim().endsWith('%') ? exact(value / 100) : value;
}

/** A share for editing: what `readShare` reads back as the same number. */
export function editShare(value: CellValue): string {
  return typeof value === 'number' ? `${editAmount(exact(value * 100), language())} %` : editAmount(value, language());
}
