/** What no script can try: ten things to do by hand, each in a line, with what we assume of it. */
export interface ByHand {
  /** Stays the same for good, as a probe's does. */
  id: string;
  /** What to do, as one would say it. */
  todo: string;
  assume: string;
}

export const BY_HAND: readonly ByHand[] = [
  {
    id: 'hand-edits',
    todo: 'Press “Listen”, then in a tab: type 42k, clear it, paste one cell, paste three cells, choose from a list.',
    assume:
      'onEdit is told of each one; a value only of what was typed or chosen into one cell, none of what was pasted.',
  },
  {
    id: 'hand-undo',
    todo: 'Save a field in the sidebar, press Ctrl+Z in the sheet. Type 42k under “how much”, press Ctrl+Z twice.',
    assume:
      'What a script wrote is taken back or stays, and the sidebar shows it; 42k becomes 42,000, and as 42k comes back it stays.',
  },
  {
    id: 'hand-paste',
    todo: 'Copy four rows of five cells elsewhere and paste them on the first white cell of a month.',
    assume: 'They fill cell by cell from there on, columns that are hidden in between as well.',
  },
  {
    id: 'hand-sort',
    todo: 'Select the filled rows of a section, all visible columns, and sort them (Data ▸ Sort range).',
    assume: 'Hidden columns within the selection move along, those outside stay; heights and folded groups stay.',
  },
  {
    id: 'hand-folded',
    todo: 'Fold a month; somebody who may only view opens the file, on a computer and on a phone.',
    assume: 'It is folded for everybody, in the file; whoever may only view cannot unfold it.',
  },
  {
    id: 'hand-colleague',
    todo: 'As an add-on: a colleague opens the file before and after somebody has used it there.',
    assume: 'Before, only those who have it installed see the menu, and onOpen runs without rights; afterwards all do.',
  },
  {
    id: 'hand-first-time',
    todo: 'Choose “Open 1:1” as somebody new; then once more in a browser with two Google accounts.',
    assume:
      'The menu bears our name; Google asks for three things; the entry must be chosen again; a wrong account is told in words.',
  },
  {
    id: 'hand-keys',
    todo: 'In a meeting press Alt+→ and Alt+← a few times, also at the first section.',
    assume: 'The section changes; the spreadsheet’s page never goes back.',
  },
  {
    id: 'hand-away',
    todo: 'Start the clock, work in another browser tab for six minutes, come back.',
    assume: 'The clock is right at once, and so is what others have typed meanwhile.',
  },
  {
    id: 'hand-copy',
    todo: 'Make a copy of the file (File ▸ Make a copy) and open the sidebar there.',
    assume: 'The script comes along; protected tabs stay so without their people; a running clock stays behind.',
  },
];
