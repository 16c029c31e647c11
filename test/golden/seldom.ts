/** What happens seldom: starts cut off on tabs with columns of one's own, salespeople who import, tabs that are nobody's. */
import { COL } from '../../src/sheet/grid/grid';
import { HEAD_CELL, HIDDEN } from '../../src/sheet/grid/hidden';
import { setupCol } from '../../src/sheet/setup/tables';
import { type Pin, rowOf, rowWith, type Story } from '../support/plain-google/story';
import { bringIn, importDeal } from './imports';
import { edit, talk, team } from './quarter';

/** A start that ends after some of its writes, is looked at, perhaps typed into, and pressed again. */
function cutOffApart(story: Story): void {
  const pins = team(story);
  talk(story, pins);
  const { sheetId } = pins.mira;
  const tab = story.book.tab('Mira Oakes');
  story.hand('a column of one’s own', () => tab.insertColumns(COL.amount, 1));
  story.later(60 * 24 * 29);
  const sound = tab.remember();
  for (let writes = 1; writes < 60; writes++) {
    story.hand('the tab as it was', sound);
    let isCut = false;
    story.hand(`a start cut off after ${writes} writes`, () => {
      story.book.stopAfter(writes);
      try {
        story.start(sheetId, 202612);
      } catch (error) {
        isCut = /cut off/.test(String(error));
        if (!isCut) throw error;
      } finally {
        story.book.stopAfter(Number.POSITIVE_INFINITY);
      }
    });
    if (!isCut) break;
    story.attempt('loadScreen', { sheetId, month: 202612 });
    if (writes % 2 === 0)
      story.hand('typed into what is half made', () => {
        const row = tab.cells.rows.findIndex((line) => line.some((cell) => cell?.value === 'focus')) + 3;
        tab.cells.put(row, 1, `half ${writes} said so`);
      });
    story.start(sheetId, 202612);
    story.attempt('checkTab', { sheetId });
  }
  story.repair(sheetId);
}

/** Acts of a salesperson, on tabs that are nobody's, and with answers that are given again. */
function otherDoors(story: Story): void {
  const pins = team(story);
  talk(story, pins);
  const { mira, ben } = pins;
  const { book } = story;
  story.attempt('addPeople', { people: 'Ida Vale, ida@example.com\nUwe Late', month: null });
  const setup = book.tab('Setup');
  // Weights, in each of the ways that people write a share.
  const status = setup.cells.rows.findIndex((line) => line.some((cell) => cell?.value === 'statuses:stuck')) + 1;
  for (const weight of ['a lot', 200, '0,4', 35, 0.5, '', '60%']) {
    story.hand(`a weight of ${weight}`, () => setup.cells.put(status, setupCol(4), weight));
    story.attempt('loadScreen', mira);
    story.attempt('planMonth', { sheetId: null, month: 202612 });
  }
  book.user = 'ben@example.com';
  const deals = [importDeal(1, 'rep’s own said so', { owner: 'Ben Sorrel' }), importDeal(2, 'other’s said so')];
  bringIn(story, 'import1', deals);
  story.attempt('loadHome', {});
  story.attempt('exportRecord', { sheetId: ben.sheetId });
  story.attempt('exportRecord', { sheetId: mira.sheetId });
  book.user = 'manager@example.com';
  bringIn(story, 'import2', deals, true);
  bringIn(story, 'import3', deals, true);
  // Past months are looked through for deals of the table.
  story.later(60 * 24 * 29);
  story.start(null, 202612);
  story.later(60 * 24 * 31);
  story.start(mira.sheetId, 202701);
  const known = [importDeal(2, 'other’s said so', { status: 'lost' }), importDeal(3, 'deal c said so', { id: '' })];
  bringIn(story, 'import4', known);
  const own = book.tab('Mira Oakes');
  story.hand('a text of one’s own beside a row', () =>
    own.cells.put(rowWith(own, 'deal b said so'), own.cells.width, 'beside said so'),
  );
  story.hand('the tab of Uwe Late deleted', () => book.spreadsheet.deleteSheet(book.tab('Uwe Late').sheet));
  book.closed.add('Ben Sorrel');
  const all = story.attempt('planMonth', { sheetId: null, month: 202701 })?.people ?? [];
  const seen = all.map(({ repId, digest }) => ({ repId, digest }));
  story.attempt('startMonth', { sheetId: null, month: 202701, people: seen, bringAlong: true });
  book.closed.clear();
  const from = { month: 202612, text: 'Rep\tCalls\nIda Vale\t1\nBen Sorrel\t7\nMirra Oaks\t3\nUwe Late\t4' };
  const people = story.attempt('planActuals', from)?.people ?? [];
  story.attempt('applyActuals', { ...from, people });
  const screen = story.attempt('loadScreen', { ...mira, month: 202701 });
  if (screen?.kind === 'meeting') {
    const { revision, sections } = screen.block;
    const pin: Pin = { ...mira, month: 202701 };
    story.attempt('lookForChanges', { ...pin, revision });
    for (const { rows } of sections) for (const { key } of rows.slice(0, 1)) story.attempt('showRow', { ...pin, key });
    story.attempt('showRow', { ...pin, key: 'new:nobody' });
  }
  for (const name of ['Setup', 'Team', 'Ida Vale', 'Ben Sorrel', 'Mira Oakes']) {
    const { id: sheetId } = book.tab(name);
    const check = story.attempt('checkTab', { sheetId });
    story.attempt('repairTab', { sheetId, digest: check?.digest ?? 'none' });
    story.attempt('openTab', { sheetId });
  }
  const damage: Record<string, () => void> = {
    'a grid of the future': () => own.cells.put(HEAD_CELL.grid.row, HEAD_CELL.grid.col, 99),
    'no grid said': () => own.cells.put(HEAD_CELL.grid.row, HEAD_CELL.grid.col, ''),
    'the head of somebody else': () => own.cells.put(HEAD_CELL.tab.row, HEAD_CELL.tab.col, 'tab:nobody'),
    'no head': () => own.cells.put(HEAD_CELL.tab.row, HEAD_CELL.tab.col, ''),
    'a band without its month': () => own.cells.put(rowOf(own, 'band'), HIDDEN.month, ''),
    'two rows with one key': () => {
      const row = rowWith(own, 'deal b said so');
      own.cells.put(row + 1, HIDDEN.key, own.cells.value(row, HIDDEN.key));
    },
    'labels of Development above all': () => {
      const at = own.cells.rows.findIndex((line) => line[HIDDEN.key - 1]?.value === 'header:grow') + 1;
      own.cells.moveRows(at, 1, at - 3);
    },
    'rows of the head': () => own.deleteRows(2, 2),
  };
  const sound = own.remember();
  for (const [what, act] of Object.entries(damage)) {
    story.hand(what, act);
    story.attempt('loadScreen', { ...mira, month: 202701 });
    story.attempt('planMonth', { sheetId: null, month: 202702 });
    story.attempt('saveEdits', { ...mira, month: 202701, edits: [edit('new:d', 'who', `${what} said so`)] });
    story.attempt('lookUpDeals', { open: ['id:crm2'], closed: ['id:crm1'] });
    const check = story.attempt('checkTab', { sheetId: mira.sheetId });
    story.attempt('repairTab', { sheetId: mira.sheetId, digest: check?.digest ?? 'none' });
    story.hand('the tab as it was', sound);
  }
}

export const SELDOM: Record<string, (story: Story) => void> = {
  'a start cut off where columns stand apart': cutOffApart,
  'other doors': otherDoors,
};
