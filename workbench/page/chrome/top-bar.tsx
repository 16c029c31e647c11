/** The file's name, what this is, who is looking; below it the menus. */
import { useState } from 'preact/hooks';
import type { MenuEntry } from '../../server/protocol';
import type { Actions } from '../actions';
import { diskTrouble, fileName, isDiskBusy, isOnline, menus, menuTrouble, project, role, unsavedEdits } from '../state';
import { Confirm } from './confirm';
import { HelpBadge, HelpBox } from './help';
import { BarMenu, type Entry } from './menu';
import { PeopleSwitch } from './people-switch';

export function TopBar({ actions, onMenuUsed }: { actions: Actions; onMenuUsed(): void }) {
  return (
    <header class="top">
      <div class="title-row">
        <SheetIcon />
        <h1>{fileName.value}</h1>
        <HelpBadge />
        <SaveState />
        <PeopleSwitch add={actions.addPerson} />
      </div>
      <Menus actions={actions} onMenuUsed={onMenuUsed} />
    </header>
  );
}

function Menus({ actions, onMenuUsed }: { actions: Actions; onMenuUsed(): void }) {
  const [asks, setAsks] = useState<'empty' | 'sample' | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const entriesOf = (entries: MenuEntry[]): Entry[] =>
    entries.map((entry) => {
      if (entry.kind === 'separator') return entry;
      if (entry.kind === 'menu') return { ...entry, entries: entriesOf(entry.entries) };
      return {
        kind: 'item',
        caption: entry.caption,
        run: () => {
          onMenuUsed();
          actions.runMenu(entry.fn);
        },
      };
    });
  const isOwner = role.value === 'owner';
  const file: Entry[] = [
    { kind: 'item', caption: 'Download as Microsoft Excel (.xlsx)', run: () => location.assign('/api/xlsx') },
  ];
  if (isOwner) {
    file.push({ kind: 'separator' });
    if (project.value.hasSample)
      file.push({ kind: 'item', caption: 'Load the sample team…', run: () => setAsks('sample') });
    file.push({ kind: 'item', caption: 'Start with an empty sheet…', run: () => setAsks('empty') });
  }
  const addons = menus.value.filter((menu) => menu.where === 'extensions');
  const extensions: Entry[] = addons.map((menu) => ({
    kind: 'menu',
    caption: menu.caption,
    entries: entriesOf(menu.entries),
  }));
  if (extensions.length === 0) extensions.push({ kind: 'words', caption: emptyWords() });
  return (
    <nav class="menu-row-bar" aria-label="Menus">
      <BarMenu caption="File" entries={file} />
      <BarMenu caption="Extensions" entries={extensions} />
      {menus.value
        .filter((menu) => menu.where === 'bar')
        .map((menu) => (
          <BarMenu key={menu.caption} caption={menu.caption} entries={entriesOf(menu.entries)} />
        ))}
      <BarMenu
        caption="Help"
        entries={[{ kind: 'item', caption: 'What the workbench is', run: () => setHelpOpen(true) }]}
      />
      {isHelpOpen && <HelpBox close={() => setHelpOpen(false)} />}
      {asks && (
        <Confirm
          title={asks === 'empty' ? 'Start with an empty sheet?' : 'Load the sample team?'}
          words="The workbook that is open now is put aside as a copy beside its file, ending in .bak. A copy put aside earlier is overwritten."
          action={asks === 'empty' ? 'Start empty' : 'Load the sample'}
          confirm={asks === 'empty' ? actions.startEmpty : actions.loadSample}
          close={() => setAsks(null)}
        />
      )}
    </nav>
  );
}

function emptyWords(): string {
  if (role.value === 'viewer') return 'Somebody who can only view has no add-on menu, as at Google.';
  if (menuTrouble.value) return `The add-on could not build its menu. ${menuTrouble.value}`;
  return menus.value.length > 0 ? 'This project’s menu stands in the bar.' : 'This project adds no menu.';
}

function SaveState() {
  const words = saveWords();
  return (
    <span class={words.isBad ? 'save-state is-bad' : 'save-state'} role="status">
      {words.text}
    </span>
  );
}

function saveWords(): { text: string; isBad?: true } {
  if (!isOnline.value) return { text: 'No connection to the workbench. Trying again…', isBad: true };
  if (diskTrouble.value) return { text: 'Not saved', isBad: true };
  if (unsavedEdits.value > 0 || isDiskBusy.value) return { text: 'Saving…' };
  return { text: 'Saved' };
}

function SheetIcon() {
  return (
    <svg class="sheet-icon" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
      <rect x="4" y="2" width="16" height="20" rx="2" fill="#188038" />
      <path d="M8 9h8v9H8zM8 13.5h8M12 9v9" stroke="#fff" stroke-width="1.4" fill="none" />
    </svg>
  );
}
