/** Plain buttons; the blue one is the dock's. */
import type { ComponentChildren } from 'preact';

interface ButtonProps {
  small?: boolean;
  /** Without a border. */
  quiet?: boolean;
  /** What it does, for screen readers, where its text alone does not say of what. */
  label?: string;
  run: () => unknown;
  children: ComponentChildren;
}

/** A button with a text. */
export function Button({ small, quiet, label, run, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${quiet ? 'quiet' : ''} ${small ? 'small' : ''}`}
      aria-label={label}
      onClick={() => run()}
    >
      {children}
    </button>
  );
}
