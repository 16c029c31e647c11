/** People whose line in Setup has lost its key, or has gone with the whole of Setup, get back the tab that they had. */
import { SETUP_COL } from '../../src/sheet/setup/tables';
import { PEOPLE, talk, team } from '../golden/quarter';
import { Story } from '../support/plain-google/story';

const NAMES = ['Mira Oakes', 'Ben Sorrel'];

function begun() {
  const story = new Story({ editors: ['mira@example.com', 'ben@example.com'] });
  const pins = team(story);
  talk(story, pins);
  return { story, pins, tabs: story.book.tabs.map(({ name }) => name) };
}

function rowsOfPeople(story: Story): number[] {
  const { cells } = story.book.tab('Setup');
  return NAMES.map((name) => {
    for (let row = 1; row < 200; row++) if (cells.value(row, 1) === name) return row;
    throw new Error(`${name} is not in Setup`);
  });
}

/** The month opens on the tab as that person's, with what was said there. */
function opens({ story, pins }: Pick<ReturnType<typeof begun>, 'story' | 'pins'>) {
  for (const pin of Object.values(pins)) {
    const screen = story.call('loadScreen', { sheetId: pin.sheetId, month: 202611 });
    expect(screen).toMatchObject({ kind: 'meeting', rep: { repId: pin.repId } });
  }
  expect(JSON.stringify(story.call('loadScreen', { ...pins.mira }))).toContain('why a said so');
}

test.each(['as they were', 'by another name'])('keys of the roster cleared, tabs %s', (how) => {
  const { story, pins, tabs } = begun();
  const setup = story.book.tab('Setup');
  story.hand('keys cleared', () => {
    for (const row of rowsOfPeople(story))
      for (const col of [SETUP_COL.key, SETUP_COL.sheetId]) setup.cells.put(row, col, '');
    if (how === 'by another name') story.book.tab('Mira Oakes').name = 'North';
  });
  story.whole('makeTabs', { month: null });
  expect(story.book.tabs.map(({ name }) => name)).toEqual(
    how === 'by another name' ? tabs.map((name) => (name === 'Mira Oakes' ? 'North' : name)) : tabs,
  );
  opens({ story, pins });
});

test('Setup deleted and the team set up once more', () => {
  const { story, pins, tabs } = begun();
  story.hand('Setup deleted', () => story.book.spreadsheet.deleteSheet(story.book.tab('Setup').sheet));
  story.whole('setUpTeam', { people: PEOPLE, month: 202611, managerName: 'Jon Vale' });
  expect(story.book.tabs.map(({ name }) => name).sort()).toEqual([...tabs].sort());
  opens({ story, pins });
});

test('two tabs that might be somebody’s are left to people: a new one is made', () => {
  const { story, tabs } = begun();
  const setup = story.book.tab('Setup');
  story.hand('keys cleared, both tabs renamed, both with the same title', () => {
    for (const row of rowsOfPeople(story)) setup.cells.put(row, SETUP_COL.key, '');
    for (const row of rowsOfPeople(story)) setup.cells.put(row, SETUP_COL.sheetId, '');
    for (const [n, name] of NAMES.entries()) {
      const tab = story.book.tab(name);
      tab.name = `Tab ${n}`;
      tab.cells.put(1, 1, 'Mira Oakes');
    }
  });
  story.whole('makeTabs', { month: null });
  expect(story.book.tabs).toHaveLength(tabs.length + 2);
});
