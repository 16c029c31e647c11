/** Choices of which one is taken, each a chip. */
import type { ComponentChildren } from 'preact';

interface ChipChoice<T extends string> {
  value: T;
  text: ComponentChildren;
  /** The digit that chooses it, where there is one. */
  digit?: string | undefined;
}

/** What a group of chips is given. */
export interface ChipsProps<T extends string> {
  /** Of the group on the page, so that only one of it is taken. */
  name: string;
  legend: string;
  /** The legend is for screen readers only. */
  quiet?: boolean;
  /** A class of its own for the group. */
  look?: string;
  choices: readonly ChipChoice<T>[];
  chosen: T | '' | null;
  onChoice(value: T): void;
  children?: ComponentChildren;
}

/** A group of chips. */
export function Chips<T extends string>(props: ChipsProps<T>) {
  const { name, legend, quiet = false, look = 'agenda-choice', choices, chosen, onChoice, children } = props;
  return (
    <fieldset class={`chips ${look}`}>
      <legend class={quiet ? 'sr' : 'label'}>{legend}</legend>
      {choices.map(({ value, text, digit }) => (
        <label class="chip" key={value}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            aria-keyshortcuts={digit}
            onChange={() => onChoice(value)}
          />
          <span dir="auto">
            {digit && (
              <i class="digit" aria-hidden="true">
                {digit}
              </i>
            )}
            {text}
          </span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}
