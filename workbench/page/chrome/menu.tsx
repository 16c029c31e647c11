/** A menu bar's menu with sub-menus, by mouse and by keyboard. */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export type Entry =
  | { kind: 'item'; caption: string; run(): void; hint?: string }
  | { kind: 'separator' }
  | { kind: 'menu'; caption: string; entries: Entry[] }
  | { kind: 'words'; caption: string };

/** One word of the menu bar. */
export function BarMenu({ caption, entries, onOpen }: { caption: string; entries: Entry[]; onOpen?(): void }) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const away = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    // The sheet and the frames keep clicks to themselves; losing the focus tells too.
    const blurred = () => setOpen(false);
    document.addEventListener('pointerdown', away, true);
    window.addEventListener('blur', blurred);
    return () => {
      document.removeEventListener('pointerdown', away, true);
      window.removeEventListener('blur', blurred);
    };
  }, [isOpen]);
  const open = () => {
    setOpen(true);
    onOpen?.();
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div class="bar-menu" ref={root}>
      <button
        type="button"
        ref={button}
        class={isOpen ? 'bar-word is-open' : 'bar-word'}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => (isOpen ? setOpen(false) : open())}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          open();
        }}
      >
        {caption}
      </button>
      {isOpen && <Menu entries={entries} close={close} done={() => setOpen(false)} />}
    </div>
  );
}

interface MenuProps {
  entries: Entry[];
  /** Back to what opened it. */
  close(): void;
  /** An entry was chosen: everything closes. */
  done(): void;
}

function Menu({ entries, close, done }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const [child, setChild] = useState(-1);
  // At once: the next key is meant for this menu.
  useLayoutEffect(() => focusEntry(list.current, 0), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>(':scope > * > [role=menuitem]') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) buttons[(at + step + buttons.length) % buttons.length]?.focus();
    else if (event.key === 'Home') buttons[0]?.focus();
    else if (event.key === 'End') buttons.at(-1)?.focus();
    else if (event.key === 'Escape' || event.key === 'ArrowLeft') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="menu" role="menu" ref={list} onKeyDown={onKeyDown}>
      {entries.map((entry, index) => (
        <MenuRow
          key={keyOf(entry, index)}
          entry={entry}
          isOpen={child === index}
          open={() => setChild(index)}
          shut={() => {
            setChild(-1);
            focusEntry(list.current, index);
          }}
          enter={() => setChild(entry.kind === 'menu' ? index : -1)}
          done={done}
        />
      ))}
    </div>
  );
}

interface RowProps {
  entry: Entry;
  isOpen: boolean;
  open(): void;
  shut(): void;
  enter(): void;
  done(): void;
}

function MenuRow({ entry, isOpen, open, shut, enter, done }: RowProps): ComponentChildren {
  if (entry.kind === 'separator') return <hr />;
  if (entry.kind === 'words') return <p class="menu-words">{entry.caption}</p>;
  if (entry.kind === 'item') {
    return (
      <div class="menu-row" onPointerEnter={enter}>
        <button
          type="button"
          role="menuitem"
          onClick={() => {
            done();
            entry.run();
          }}
        >
          <span>{entry.caption}</span>
          {entry.hint && <span class="menu-hint">{entry.hint}</span>}
        </button>
      </div>
    );
  }
  return (
    <div class="menu-row" onPointerEnter={enter}>
      <button
        type="button"
        role="menuitem"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowRight') return;
          event.preventDefault();
          open();
        }}
      >
        <span>{entry.caption}</span>
        <span class="menu-arrow" aria-hidden="true">
          ▸
        </span>
      </button>
      {isOpen && <Menu entries={entry.entries} close={shut} done={done} />}
    </div>
  );
}

/** Each entry is one child of the list; the first that can be chosen at or after `index` gets the focus. */
function focusEntry(list: HTMLElement | null, index: number): void {
  for (const child of [...(list?.children ?? [])].slice(index)) {
    const button = child.querySelector<HTMLElement>('[role=menuitem]');
    if (button) {
      button.focus();
      return;
    }
  }
}

function keyOf(entry: Entry, index: number): string {
  return entry.kind === 'separator' ? `line ${index}` : entry.caption;
}
