/** The evident first step, until a menu of the add-on has been used in this browser. */
import { useState } from 'preact/hooks';
import type { MenuEntry } from '../../server/protocol';
import { menus, project, role } from '../state';

const keyOf = (name: string) => `workbench-started:${name}`;

function wasStarted(name: string): boolean {
  try {
    return localStorage.getItem(keyOf(name)) !== null;
  } catch {
    // Storage is switched off: the hint then shows in every window, which does no harm.
    return false;
  }
}

/** Remembers that the way is known. */
export function noteStarted(): void {
  try {
    localStorage.setItem(keyOf(project.value.name), '1');
  } catch {
    // See wasStarted.
  }
}

interface FirstEntry {
  path: string[];
  fn: string;
}

function firstEntry(entries: MenuEntry[], path: string[]): FirstEntry | null {
  for (const entry of entries) {
    if (entry.kind === 'item') return { path: [...path, entry.caption], fn: entry.fn };
    if (entry.kind === 'menu') {
      const inside = firstEntry(entry.entries, [...path, entry.caption]);
      if (inside) return inside;
    }
  }
  return null;
}

export function FirstStep({ run, isUsed }: { run(fn: string): void; isUsed: boolean }) {
  const [isClosed, setClosed] = useState(false);
  const menu = menus.value[0];
  if (!menu || isClosed || isUsed || role.value === 'viewer' || wasStarted(project.value.name)) return null;
  const start = firstEntry(menu.entries, menu.where === 'extensions' ? ['Extensions', menu.caption] : [menu.caption]);
  if (!start) return null;
  const caption = start.path.at(-1) ?? '';
  return (
    <aside class="first-step" aria-label="First step">
      <strong>Start here</strong>
      <span class="first-path">{start.path.join(' ▸ ')}</span>
      <button type="button" class="button action" onClick={() => run(start.fn)}>
        {caption}
      </button>
      <button type="button" class="quiet" onClick={() => setClosed(true)}>
        Not now
      </button>
    </aside>
  );
}
