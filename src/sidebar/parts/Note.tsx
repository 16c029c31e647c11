/** A box with a sign beside what has to be known here. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

interface NoteProps {
  icon?: IconName;
  tone?: 'warn' | 'good';
  children: ComponentChildren;
}

/** A note on the page. */
export function Note({ icon, tone, children }: NoteProps) {
  return (
    <div class={tone ? `note ${tone}` : 'note'}>
      {icon && <Icon name={icon} />}
      <div dir="auto">{children}</div>
    </div>
  );
}

/** A note with a list of sentences below its title; none, no note. */
export function ListNote({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Note icon="warn" tone="warn">
      <b>{title}</b>
      <ul>
        {lines.map((text) => (
          <li key={text} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </Note>
  );
}
