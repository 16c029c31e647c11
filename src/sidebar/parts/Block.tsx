/** Parts of a page: a title with what belongs to it, lists of facts, lists of sentences. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

interface BlockProps {
  title: ComponentChildren;
  /** Beside the title, usually how many there are. */
  count?: ComponentChildren;
  /** A title in full ink, as one with a sign always is. */
  ink?: boolean;
  /** A sign before the title. */
  sign?: { icon: IconName; tone?: string };
  children?: ComponentChildren;
}

/** A part of a page under a title. */
export function Block({ title, count, ink = false, sign, children }: BlockProps) {
  return (
    <section class="block">
      <h3 class={sign ? 'ink with-icon' : ink ? 'ink' : undefined} dir="auto">
        {sign && (
          <span class={`sign ${sign.tone ?? ''}`}>
            <Icon name={sign.icon} />
          </span>
        )}
        {title}
        {count !== undefined && <span>{count}</span>}
      </h3>
      {children}
    </section>
  );
}

interface FactProps {
  icon?: IconName;
  /** Small, below. */
  hint?: ComponentChildren;
  /** At the end of the line. */
  end?: ComponentChildren;
  children: ComponentChildren;
}

/** A line of a list of facts. */
export function Fact({ icon, hint, end, children }: FactProps) {
  return (
    <li>
      {icon && <Icon name={icon} />}
      <span class="grow" dir="auto">
        {children}
        {hint && <span class="hint">{hint}</span>}
      </span>
      {end}
    </li>
  );
}

/** Sentences, one below the other. */
export function Sentences({ lines, ink = false }: { lines: readonly string[]; ink?: boolean }) {
  return (
    <ul class={ink ? 'asks ink' : 'asks'}>
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
