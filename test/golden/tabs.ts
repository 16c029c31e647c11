/** Stories of hands at the tabs: damage and its repair, columns of one's own, what the sheet does by itself, runs cut off. */

import { makeTabsForNewPeople, makeTeamTab, onInstall, onOpen, openSidebar } from '../../src/addon/menu';
import { onEdit } from '../../src/addon/on-edit';
import { protectTeamTabs } from '../../src/addon/protection';
import { COL } from '../../src/sheet/grid/grid';
import { HEAD_CELL, HIDDEN } from '../../src/sheet/grid/hidden';
import { plainRange } from '../support/plain-google/range';
import { type Pin, rowOf, rowWith, type Story } from '../support/plain-google/story';
import type { PlainTab } from '../support/plain-google/tab';
import { edit, talk, team } from './quarter';

/** Two months of Mira's, the second with everything that the first has brought. */
function twoMonths(story: Story): { mira: Pin; ben: Pin; tab: PlainTab } {
  const pins = team(story);
  talk(story, pins);
  story.later(60 * 24 * 29);
  story.start(pins.mira.sheetId, 202612);
  return { ...pins, tab: story.book.tab('Mira Oakes') };
}

function damages(story: Story): void {
  const { mira, tab } = twoMonths(story);
  const { cells } = tab;
  const put = (key: string, col: number, text: string | number, nth = 0) => cells.put(rowOf(tab, key, nth), col, text);
  const drop = (key: string, nth = 0) => tab.deleteRows(rowOf(tab, key, nth), 1);
  const swap = (a: number, b: number, upTo = COL.next) => {
    for (let col = 1; col <= upTo; col++) {
      const [x, y] = [{ ...cells.at(a, col) }, { ...cells.at(b, col) }];
      Object.assign(cells.at(a, col), y);
      Object.assign(cells.at(b, col), x);
    }
  };
  const kinds: Record<string, () => void> = {
    'a label typed over': () => put('header:new', COL.why, 'over a label said so'),
    'a heading typed over': () => put('section:existing', COL.who, 'over a heading said so'),
    'a heading deleted': () => drop('section:new'),
    'labels deleted': () => drop('header:conclusion'),
    'the focus deleted': () => drop('text:focus'),
    'the month’s name typed over': () => put('band', COL.who, 'over the month said so'),
    'the last line deleted': () => drop('end'),
    'a KPI deleted': () => drop('kpis:calls'),
    'the pipeline typed over': () => put('sum:pipeline', COL.amount, 12),
    'keys of a row cleared': () => cells.put(rowWith(tab, 'deal b said so'), HIDDEN.key, ''),
    'a key typed over': () => cells.put(rowWith(tab, 'deal b said so'), HIDDEN.key, 'over a key said so'),
    'two deals swapped': () => swap(rowWith(tab, 'deal b said so'), rowWith(tab, 'why e said so')),
    'rows typed below a heading': () => {
      tab.insertRows(rowOf(tab, 'header:new') + 1, 2);
      put('header:new', COL.who, 'new', 0);
      cells.put(rowOf(tab, 'header:new') + 1, COL.who, 'inserted said so');
      cells.put(rowOf(tab, 'header:new') + 2, COL.amount, 4444);
    },
    'a text below everything': () => cells.put(cells.lastRow + 3, COL.why, 'below said so'),
    'a text in the head': () => cells.put(2, COL.status, 'in the head said so'),
    'the head’s rows deleted': () => tab.deleteRows(1, 3),
    'the hidden head cells cleared': () => {
      for (const { row, col } of Object.values(HEAD_CELL)) cells.put(row, col, '');
    },
    'a row moved to the other list': () => {
      const from = rowWith(tab, 'deal b said so');
      cells.moveRows(from, 1, rowOf(tab, 'header:new') + 1);
    },
    'a row moved into the older month': () =>
      cells.moveRows(rowWith(tab, 'deal b said so'), 1, rowOf(tab, 'header:existing', 1) + 1),
    'a row copied': () => {
      const from = rowWith(tab, 'deal b said so');
      tab.insertRows(from + 1, 1);
      for (let col = 1; col <= cells.width; col++) Object.assign(cells.at(from + 1, col), { ...cells.at(from, col) });
    },
    'a visible column deleted': () => tab.deleteColumns(COL.moved, 1),
    'the keys’ column deleted': () => tab.deleteColumns(HIDDEN.key, 1),
    'a column of one’s own among the hidden ones, with a text': () => {
      tab.insertColumns(COL.why, 1);
      cells.put(rowOfIn(tab, 'header:new', HIDDEN.key + 1) + 1, COL.why, 'my own column said so');
    },
    'looks gone, cells merged': () => {
      const row = rowWith(tab, 'deal b said so');
      (plainRange(tab, row, 1, 3, 6) as { clearFormat(): unknown }).clearFormat();
      tab.merge({ row: rowOfIn(tab, 'header:new', HIDDEN.key + 1) + 3, col: 1, rows: 2, cols: 2 });
      cells.rowLines[rowOfIn(tab, 'band', HIDDEN.key + 1) - 1] = { height: 4 };
    },
    'a block pasted from a web page': () => {
      const row = rowOfIn(tab, 'header:working', HIDDEN.key + 1) + 2;
      const pasted = [
        ['from a mail said so', '12/24/2026', 'its reason said so', '$1,200', true],
        ['merged said so', '', '', '', ''],
        ['', '#REF!', 'alone said so', false, 5],
      ];
      pasted.forEach((line, r) => {
        line.forEach((value, c) => {
          cells.at(row + r, c + 1).looks = { Background: '#ffe599', FontFamily: 'Verdana', NumberFormat: '0.00%' };
          cells.put(row + r, c + 1, value);
        });
      });
      tab.merge({ row: row + 1, col: 1, rows: 1, cols: 4 });
    },
    'the month sorted': () => {
      const key = HIDDEN.key + 1;
      const [from, to] = [rowOfIn(tab, 'band', key), rowOfIn(tab, 'end', key)];
      const lines = cells.rows.slice(from - 1, to);
      lines.sort((a, b) => String(a[0]?.value ?? '').localeCompare(String(b[0]?.value ?? ''), 'en'));
      cells.rows.splice(from - 1, lines.length, ...lines);
    },
  };
  const { sheetId } = mira;
  for (const [n, [what, act]] of Object.entries(kinds).entries()) {
    story.hand(what, act);
    // What is told of the damage, and what would come along from it.
    for (const month of [202612, 202701]) story.refused('planMonth', { sheetId, month });
    if (n % 2 === 0) story.refused('loadScreen', { sheetId, month: 202612 });
    story.repair(sheetId);
  }
  story.start(mira.sheetId, 202701);
  story.repair(mira.sheetId);
  story.hand('a KPI taken out of Setup, its row typed over', () => {
    const setup = story.book.tab('Setup');
    const line = setup.cells.rows.findIndex((cells) => cells.some((cell) => cell?.value === 'kpis:calls'));
    setup.deleteRows(line + 1, 1);
    const row = rowOfIn(tab, 'kpis:calls', HIDDEN.key + 1);
    for (const col of [COL.who, COL.status, COL.since]) cells.put(row, col, `of ${col} said so`);
  });
  story.repair(mira.sheetId);
}

function rowOfIn(tab: PlainTab, key: string, col: number): number {
  const at = tab.cells.rows.findIndex((line) => line[col - 1]?.value === key);
  if (at < 0) throw new Error(`no row ${key} by column ${col}`);
  return at + 1;
}

/** The same acts where a person's own columns stand among the grid's. */
function ownColumns(story: Story): void {
  const pins = team(story);
  const tab = story.book.tab('Mira Oakes');
  story.hand('a column inserted', () => tab.insertColumns(COL.amount, 1));
  story.hand('another among the hidden', () => tab.insertColumns(HIDDEN.month + 2, 1));
  talk(story, pins);
  const { mira } = pins;
  story.call('planMeeting', { ...mira, date: '2026-11-12' });
  story.call('setClock', { ...mira, action: { act: 'start', section: 'new' }, actionId: 's' });
  story.later(20);
  story.call('finishMeeting', { ...mira, actionId: 'f' });
  story.later(60 * 24 * 29);
  const plan = story.call('planMonth', { sheetId: mira.sheetId, month: 202612 }).people[0]!;
  story.start(mira.sheetId, 202612, { decisions: [{ id: plan.kept[1]!.id, what: 'drop', reason: 'why said so' }] });
  story.call('undoStart', { sheetId: mira.sheetId, month: 202612 });
  story.start(mira.sheetId, 202612);
  story.hand('a label typed over', () => tab.cells.put(rowOfIn(tab, 'header:new', HIDDEN.key + 1), 1, 'label said so'));
  story.repair(mira.sheetId);
  story.whole('buildTeam', {});
  const text = 'Rep\tCalls\nMira Oakes\t91';
  const shown = story.whole('planActuals', { month: 202612, text }).flatMap((one) => one.people);
  story.whole('applyActuals', { month: 202612, text, people: shown });
  const many = Array.from({ length: 6 }, (_, n) => edit(`new:m${n}`, 'who', `row ${n} said so`));
  story.call('saveEdits', { ...mira, month: 202612, edits: many });
  story.call('loadScreen', { ...mira, month: 202612 });
}

const TYPED: readonly (readonly [key: string, col: number, value: string | number, old?: string])[] = [
  ['header:new', COL.who, 'typed said so'],
  ['header:new', COL.when, 'end of March'],
  ['header:new', COL.when, 'Q2'],
  ['header:new', COL.when, '12/24'],
  ['header:new', COL.amount, '12k'],
  ['header:new', COL.amount, '3.5m USD', '12000'],
  ['header:new', COL.amount, 'a lot said so'],
  ['header:new', COL.status, 'Won ', ''],
  ['header:new', COL.status, 'stuck'],
  ['header:new', COL.next, 'call on Friday said so'],
  ['header:conclusion', COL.who, 'typed promise said so'],
  ['header:conclusion', COL.when, 'tomorrow'],
  ['header:conclusion', COL.status, 'Done'],
  ['header:grow', COL.who, 'typed growth said so'],
  ['header:grow', COL.when, '31.12.'],
];

/** What the sheet does by itself while somebody types and pastes. */
function typing(story: Story): void {
  const { tab, ...pins } = twoMonths(story);
  const event = (row: number, col: number, rows: number, cols: number, more: object) =>
    onEdit({ range: plainRange(tab, row, col, rows, cols), source: story.book.spreadsheet, ...more } as never);
  const type = (row: number, col: number, value: string | number, old?: string) =>
    story.hand(`${value} typed`, () => {
      tab.cells.put(row, col, value);
      event(row, col, 1, 1, { value: String(value), ...(old === undefined ? {} : { oldValue: old }) });
    });
  for (const nth of [0, 1])
    for (const [key, col, value, old] of TYPED) {
      let row = rowOf(tab, key, nth) + 1;
      while (col === COL.who && tab.cells.peek(row, COL.who)?.value) row++;
      type(row, col, value, old);
    }
  story.hand('a block pasted over a heading', () => {
    const row = rowOf(tab, 'section:new') - 1;
    for (let r = 0; r < 4; r++)
      for (let c = 1; c <= 8; c++)
        tab.cells.put(row + r, c, c === 4 ? '$1,200' : c === 2 ? 'Dec 3' : `pasted ${r} ${c} said so`);
    event(row, 1, 4, 8, {});
  });
  story.hand('a row cleared', () => {
    const row = rowWith(tab, 'typed said so');
    for (let c = 1; c <= 8; c++) tab.cells.put(row, c, '');
    event(row, 1, 1, 8, {});
  });
  story.hand('a cell of Setup', () =>
    onEdit({ range: plainRange(story.book.tab('Setup'), 5, 4), value: 'x', source: story.book.spreadsheet } as never),
  );
  const changed = (cell: keyof typeof HEAD_CELL, value: string | number) => {
    const { row, col } = HEAD_CELL[cell];
    const was = tab.cells.value(row, col);
    tab.cells.put(row, col, value);
    type(rowOf(tab, 'header:new') + 1, COL.amount, '7k');
    tab.cells.put(row, col, was);
  };
  // Where it does not help: switched off, another version's tab, nobody's, another act at work.
  changed('help', 'No');
  changed('grid', 99);
  changed('tab', '');
  story.book.isBusy = true;
  type(rowOf(tab, 'header:new') + 1, COL.amount, '8k');
  story.refused('saveEdits', { ...pins.mira, edits: [edit('new:busy', 'who', 'x')] });
  story.book.isBusy = false;
  type(rowOf(tab, 'header:new') + 1, COL.amount, '9k');
  story.hand('not enabled here', () => event(rowOf(tab, 'header:new') + 1, 1, 1, 1, { authMode: 'NONE', value: 'x' }));
}

/** The menu and what it does. */
function menu(story: Story): void {
  story.hand('the file opened', () => onOpen({ authMode: 'LIMITED' } as never));
  story.hand('installed', () => onInstall());
  story.hand('the sidebar opened', openSidebar);
  story.hand('Team, without a tracker', makeTeamTab);
  team(story);
  story.hand('the sidebar opened', openSidebar);
  const setup = story.book.tab('Setup');
  const row = setup.cells.rows.findIndex((cells) => cells.some((cell) => cell?.value === 'Ben Sorrel')) + 2;
  story.hand('a name typed', () => setup.cells.put(row, 1, 'Typed Tim'));
  story.hand('tabs for new people', makeTabsForNewPeople);
  story.hand('and again', makeTabsForNewPeople);
  story.hand('Team', makeTeamTab);
  story.hand('protected', protectTeamTabs);
  story.hand('protected again', protectTeamTabs);
}

export const TABS = {
  'columns of one’s own': ownColumns,
  'typing at the sheet': typing,
  'the menu': menu,
  'damages and repairs': damages,
};
