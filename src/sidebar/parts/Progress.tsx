/** How far a long piece of work is. */

interface ProgressProps {
  /** What it is. */
  label: string;
  /** How far it is, in words. */
  text: string;
  /** From 0 to 1. */
  share: number;
}

/** A bar that fills. */
export function Progress({ label, text, share }: ProgressProps) {
  return (
    <div
      class="meter whole-width"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(100 * share)}
      aria-valuetext={text}
    >
      <i style={{ inlineSize: `${100 * share}%` }} />
    </div>
  );
}
