/** The ⋯ menu. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { checkTab } from '../check/check-tab';
import { openCoaching } from '../coaching/acts';
import { coachingWords } from '../coaching/words';
import { openImport } from '../import/acts';
import { importWords } from '../import/words';
import { switchChime } from '../meeting/chime';
import { goAside } from '../meeting/clock-acts';
import { sheetFollows, switchSheetFollows } from '../meeting/follow-sheet';
import { chimeOn } from '../meeting/state';
import { mayShowNotes, openNotes } from '../notes/notes-acts';
import { noteWords } from '../notes/words';
import { Icon } from '../parts/Icon';
import { focusSoon } from '../rows/focus';
import { previewMonth, undoStart } from '../start/start-month';
import { openGoals } from '../team/goal-grid';
import { buildTeam } from '../team/team-acts';
import { words } from '../words';
import { openTab } from './open-tab';
import { keysShown, menuOpen } from './shown';
import { openPeople } from './team';
import { meeting, screen, view } from './view';
import { pageWords } from './words';

interface Item {
  text: string;
  run: () => void;
  checked?: boolean;
}

/** A line that leads to more of them. */
interface MenuGroup {
  text: string;
  items: Item[];
}

/** What is done with the month on the page, then who and when, then three groups: at most eight lines. */
function menuLines(): (Item | MenuGroup)[] {
  const s = screen.value;
  if (!s || s.kind === 'setUp') return [];
  const groups = [
    { text: words.menu.monthAndDeals, items: monthAndDeals() },
    { text: words.menu.setup, items: setup() },
    { text: words.menu.help, items: help() },
  ];
  const isManager = s.me.role !== 'rep';
  return [
    ...meetingItems(),
    { text: isManager ? words.menu.team : words.menu.switchPerson, run: openPeople },
    ...(s.kind !== 'wrongTab' && (s.months ?? []).length > 1
      ? [{ text: words.menu.months, run: () => (view.value = { at: 'months' }) }]
      : []),
    ...(mayShowNotes() && view.value.at !== 'section' ? [{ text: noteWords.menu, run: () => void openNotes() }] : []),
    ...groups.filter(({ items }) => items.length > 0),
  ];
}

function meetingItems(): Item[] {
  const m = meeting.value;
  if (!m) return [];
  const coaching = { text: coachingWords.menu, run: () => openCoaching('list') };
  if (m.block.state === 'finished')
    return [
      { text: words.menu.summary, run: () => (view.value = { at: 'finished', result: null, clock: null }) },
      coaching,
    ];
  const at = view.value.at === 'home' ? (m.me.role === 'rep' ? 'prepare' : 'before') : view.value.at;
  return [
    ...(at === 'before' ? [] : [{ text: words.menu.before, run: () => goAside('before') }]),
    ...(at === 'prepare' ? [] : [{ text: words.prepare(m.block.month), run: () => goAside('prepare') }]),
    coaching,
  ];
}

function monthAndDeals(): Item[] {
  const s = screen.value;
  const m = meeting.value;
  if (!s || s.kind === 'setUp') return [];
  const isManager = s.me.role !== 'rep';
  const list: Item[] = [];
  if (isManager) {
    list.push({ text: words.menu.startEveryone(s.dueMonth), run: () => void previewMonth(null, s.dueMonth) });
    list.push({ text: words.menu.actuals, run: () => (view.value = { at: 'actuals' }) });
  }
  if (isManager || m?.rep.name === s.me.name) list.push({ text: importWords.title, run: () => void openImport() });
  list.push({ text: words.menu.exportRecord, run: () => (view.value = { at: 'export' }) });
  if (m?.canUndoStart) list.push({ text: words.menu.undoStart(m.block.month), run: () => void undoStart() });
  return list;
}

function setup(): Item[] {
  const list: Item[] = [];
  if (screen.value?.me.role !== 'rep') {
    list.push({ text: words.menu.setupTab, run: () => void openTab(null) });
    list.push({ text: words.menu.goals, run: openGoals });
    list.push({ text: words.menu.addPeople, run: () => (view.value = { at: 'addPeople' }) });
    list.push({ text: words.menu.teamTab, run: () => void buildTeam() });
    list.push({ text: words.menu.protect, run: () => (view.value = { at: 'protect', result: null }) });
  }
  if (meeting.value) list.push({ text: words.menu.check, run: () => void checkTab() });
  return list;
}

function help(): Item[] {
  return [
    { text: words.menu.keys, run: () => (keysShown.value = true) },
    { text: words.menu.sheetFollows, run: switchSheetFollows, checked: sheetFollows.value },
    { text: chimeOn.value ? words.menu.chimeOn : words.menu.chimeOff, run: switchChime, checked: chimeOn.value },
  ];
}

/** ⋯ and what is behind it. */
export function Menu() {
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = menuOpen.value;
  /** The group that is open, by its name. */
  const [within, setWithin] = useState<string | null>(null);
  const group = menuLines().find((line): line is MenuGroup => 'items' in line && line.text === within);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a signal's value, which the rule takes for fixed
  useLayoutEffect(() => {
    if (!open) return setWithin(null);
    root.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const away = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) menuOpen.value = false;
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const into = (name: string | null) => {
    // The focus goes along: on the first line of the group, or back on the group's own.
    setWithin(name);
    focusSoon(name === null ? `.menu [data-group="${within}"]` : '.menu [role^=menuitem]:nth-of-type(2)');
  };
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
        const named = (event.target as HTMLElement).dataset.group;
        if (group && (event.key === 'Escape' || event.key === 'ArrowLeft')) into(null);
        else if (named && event.key === 'ArrowRight') into(named);
        else if (event.key === 'Escape' || event.key === 'Tab') close();
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
        <div class="menu" role="menu" aria-label={group?.text ?? pageWords.moreActions}>
          {group && (
            <button type="button" role="menuitem" tabIndex={-1} class="back" onClick={() => into(null)}>
              <Icon name="left" />
              {group.text}
            </button>
          )}
          {(group?.items ?? menuLines()).map((line) =>
            'items' in line ? (
              <button
                key={line.text}
                type="button"
                role="menuitem"
                aria-haspopup="menu"
                tabIndex={-1}
                class="group"
                data-group={line.text}
                onClick={() => into(line.text)}
              >
                {line.text}
                <Icon name="right" />
              </button>
            ) : (
              <MenuItem key={line.text} item={line} close={close} />
            ),
          )}
        </div>
      )}
    </div>
  );
}

function MenuItem({ item, close }: { item: Item; close: () => void }) {
  return (
    <button
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
