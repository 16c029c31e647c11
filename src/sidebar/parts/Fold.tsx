/** Groups that fold. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './Icon';

interface FoldProps {
  title: string;
  count: string;
  startOpen: boolean;
  /** Stays open whatever was chosen, while something in it is being edited. */
  forceOpen?: boolean;
  children: ComponentChildren;
}

/** A group that can be folded away; what is folded is not drawn. */
export function Fold({ title, count, startOpen, forceOpen = false, children }: FoldProps) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = forceOpen || (chosen ?? startOpen);
  return (
    <div class="fold-group">
      <button type="button" class="fold" aria-expanded={open} onClick={() => setChosen(!open)}>
        <Icon name={open ? 'down' : 'right'} />
        <b>{title}</b>
        <span class="count">{count}</span>
      </button>
      {open && <div class="fold-body">{children}</div>}
    </div>
  );
}
