/** Small lines and signs below the title of a card. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../parts/Icon';

interface MetaLineProps {
  /** Before the text, in full ink. */
  label?: string;
  text: string;
  look?: string;
}

/** A line in small; none where there is nothing to say. */
export function MetaLine({ label, text, look = '' }: MetaLineProps) {
  if (text === '') return null;
  return (
    <span class={`meta ${look}`} dir="auto">
      {label && <span class="ink">{label} </span>}
      {text}
    </span>
  );
}

/** A sign with its words. */
export function Sign({ icon, tone, children }: { icon: IconName; tone: string; children: ComponentChildren }) {
  return (
    <span class={`sign ${tone}`}>
      <Icon name={icon} />
      <span dir="auto">{children}</span>
    </span>
  );
}
