/** The ⋯ menu. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { checkTab } from '../check/check-tab';
import { openCoaching } from '../coaching/acts';
import { coachingWords } from '../coaching/words';
import { openImport } from '../import/acts';
import { importWords } from '../import/words';
import { switchChime } from '../meeting/chime';
import { goAside } from '../meeting/clock-acts';
import { chimeOn } from '../meeting/state';
import { mayShowNotes, openNotes } from '../notes/notes-acts';
import { noteWords } from '../notes/words';
import { Icon } from '../parts/Icon';
import { previewMonth, undoStart } from '../start/start-month';
import { buildTeam } from '../team/team-acts';
import { words } from '../words';
import { keysShown, menuOpen } from './shown';
import { openPeople } from './team';
import { meeting, screen, view } from './view';
import { pageWords } from './words';

interface Item {
  text: string;
  run: () => void;
  checked?: boolean;
}

function items(): Item[] {
  const s = screen.value;
  const m = meeting.value;
  if (!s || s.kind === 'setUp') return [];
  const list: Item[] = [];
  if (m && m.block.state !== 'finished') {
    const at = view.value.at === 'home' ? (s.me.role === 'rep' ? 'prepare' : 'before') : view.value.at;
    if (at !== 'before') list.push({ text: words.menu.before, run: () => goAside('before') });
    if (at !== 'prepare') list.push({ text: words.prepare(m.block.month), run: () => goAside('prepare') });
  }
  if (m) list.push({ text: coachingWords.menu, run: () => openCoaching('list') });
  if (m?.block.state === 'finished')
    list.push({ text: words.menu.summary, run: () => (view.value = { at: 'finished', result: null, clock: null }) });
  list.push({ text: s.me.role === 'rep' ? words.menu.switchPerson : words.menu.team, run: openPeople });
  if (s.kind !== 'wrongTab' && (s.months ?? []).length > 1)
    list.push({ text: words.menu.months, run: () => (view.value = { at: 'months' }) });
  if (mayShowNotes()) list.push({ text: noteWords.menu, run: () => void openNotes() });
  if (s.me.role !== 'rep') {
    list.push({ text: words.menu.startEveryone(s.dueMonth), run: () => void previewMonth(null, s.dueMonth) });
    list.push({ text: words.menu.addPeople, run: () => (view.value = { at: 'addPeople' }) });
    list.push({ text: words.menu.actuals, run: () => (view.value = { at: 'actuals' }) });
    list.push({ text: importWords.title, run: () => void openImport() });
    list.push({ text: words.menu.teamTab, run: () => void buildTeam() });
    list.push({ text: words.menu.protect, run: () => (view.value = { at: 'protect', result: null }) });
  }
  if (s.me.role === 'rep' && m?.rep.name === s.me.name)
    list.push({ text: importWords.title, run: () => void openImport() });
  list.push({ text: words.menu.exportRecord, run: () => (view.value = { at: 'export' }) });
  if (m) list.push({ text: words.menu.check, run: () => void checkTab() });
  if (m?.canUndoStart) list.push({ text: words.menu.undoStart(m.block.month), run: () => void undoStart() });
  list.push({
    text: chimeOn.value ? words.menu.chimeOn : words.menu.chimeOff,
    run: switchChime,
    checked: chimeOn.value,
  });
  list.push({ text: words.menu.keys, run: () => (keysShown.value = true) });
  return list;
}

/** ⋯ and what is behind it. */
export function Menu() {
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = menuOpen.value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a signal's value, which the rule takes for fixed
  useLayoutEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const away = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) menuOpen.value = false;
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const close = () => {
    menuOpen.value = false;
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the menu inside, caught where they pass
    <div
      class="menu-root"
      ref={root}
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget))
          menuOpen.value = false;
      }}
      onKeyDown={(event) => {
        if (!open) return;
        if (event.key === 'Escape' || event.key === 'Tab') close();
        else if (!moveFocus(root.current, event.key)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <button
        type="button"
        ref={button}
        class="icon-button"
        aria-label={pageWords.moreActions}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => {
          menuOpen.value = !open;
        }}
      >
        <Icon name="dots" />
      </button>
      {open && (
        <div class="menu" role="menu" aria-label={pageWords.moreActions}>
          {items().map((item) => (
            <button
              key={item.text}
              type="button"
              {...(item.checked === undefined
                ? { role: 'menuitem' as const }
                : { role: 'menuitemcheckbox' as const, 'aria-checked': item.checked })}
              tabIndex={-1}
              onClick={() => {
                close();
                item.run();
              }}
            >
              {item.text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** ↑ ↓ Home End in the menu. False for any other key. */
function moveFocus(root: HTMLElement | null, key: string): boolean {
  const all = [...(root?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[key];
  if (to === undefined) return false;
  all[to % all.length]?.focus();
  return true;
}
