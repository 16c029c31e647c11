/** What hands do to the tabs of a team's file as wholes: for the test that tries each, and for the table in docs/reliability.md. */
import { PEOPLE } from '../../golden/quarter';
import type { Pin, Story } from '../plain-google/story';
import type { PlainTab } from '../plain-google/tab';

export interface BookEdit {
  name: string;
  outcome: string;
  /** @param look opens the sidebar in the middle of it; nothing where nobody does */
  act(story: Story, look: () => void): void;
  /** What a person presses afterwards. */
  mend?(story: Story, pin: Pin): void;
}

const tabOf = (story: Story, name: RegExp): PlainTab => {
  const tab = story.book.tabs.find((one) => name.test(one.name));
  if (!tab) throw new Error(`no tab ${name}`);
  return tab;
};

const drop = (story: Story, name: RegExp) =>
  story.hand(`${name} deleted`, () => story.book.spreadsheet.deleteSheet(tabOf(story, name).sheet));

const deleted = (what: string, name: RegExp, outcome: string, mend?: BookEdit['mend']): BookEdit => ({
  name: `${what} deleted`,
  outcome,
  act: (story) => drop(story, name),
  ...(mend ? { mend } : {}),
});

const backByUndo = (what: string, name: RegExp): BookEdit => ({
  name: `${what} deleted, undone`,
  outcome: 'as before',
  act: (story, look) => {
    const tab = tabOf(story, name);
    const at = story.book.tabs.indexOf(tab);
    drop(story, name);
    look();
    story.hand('undone', () => story.book.tabs.splice(at, 0, tab));
  },
});

const makeTeam = (story: Story) => void story.whole('buildTeam', {});

export const BOOK_EDITS: readonly BookEdit[] = [
  deleted('the tab Team', /^Team$/, 'made anew by Make Team tab', makeTeam),
  deleted('the hidden tab of Figures', /^Figures/, 'made anew by Make Team tab', makeTeam),
  deleted('the hidden tab that months are copied from', /^Month pattern/, 'painted anew by the next month'),
  deleted('the tab Setup', /^Setup$/, 'set up again, everybody gets the own tab back', (story) => {
    story.whole('setUpTeam', { people: PEOPLE, month: 202611, managerName: 'Jon Vale' });
  }),
  backByUndo('the tab Setup', /^Setup$/),
  backByUndo('a salesperson’s tab', /^Mira Oakes$/),
  backByUndo('the hidden tab of Figures', /^Figures/),
  {
    name: 'tabs renamed, Setup and a salesperson’s',
    outcome: 'nothing to repair',
    act: (story, look) => {
      story.hand('renamed', () => {
        tabOf(story, /^Setup$/).name = 'Our set-up';
      });
      look();
      story.hand('renamed', () => {
        tabOf(story, /^Mira Oakes$/).name = 'North';
      });
    },
  },
];
