/** Keys that help here, in one line. */
import type { ComponentChildren } from 'preact';

interface KeyHintsProps {
  /** Keys, parted by spaces, and what they do. */
  keys: readonly (readonly [string, string])[];
  look?: string;
  children?: ComponentChildren;
}

/** Each key as a key, what it does beside it. "1–4" is a range of keys. */
export function KeyHints({ keys, look = '', children }: KeyHintsProps) {
  return (
    <p class={`keys ${look}`}>
      {keys.map(([names, what]) => (
        <span key={names}>
          {names.split(/([ –])/).map((part) => (/^[ –]$/.test(part) ? part : <kbd key={part}>{part}</kbd>))} {what}
        </span>
      ))}
      {children}
    </p>
  );
}
