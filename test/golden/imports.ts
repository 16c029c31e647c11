/** Stories of imports, of what Setup says, and of acts that are refused. */
import type { ImportDeal } from '../../src/core/import/deal';
import { idKey, idOfName, nameKey } from '../../src/core/import/deal';
import { type ImportDecisions, NO_DECISIONS } from '../../src/core/import/fates';
import { matchOwner } from '../../src/core/import/owners';
import { planImport } from '../../src/core/import/plan';
import { COL } from '../../src/sheet/grid/grid';
import { SETUP_COL } from '../../src/sheet/setup/tables';
import { type Pin, rowWith, type Story } from '../support/plain-google/story';
import { edit, talk, team } from './quarter';

export const importDeal = (n: number, name: string, more: Partial<ImportDeal> = {}): ImportDeal => ({
  line: n + 2,
  id: `crm${n}`,
  name: '',
  account: name,
  owner: 'Mira Oakes',
  amount: 1000 * n + 500,
  when: '2026-12-18',
  status: '',
  next: 'call said so',
  reason: '',
  created: '2026-10-01',
  ...more,
});

/**
 * Looks the deals up, plans and writes, as the page does. Gives the people on whose tabs it wrote.
 * @param between what happens while somebody looks at the plan
 */
export function bringIn(
  story: Story,
  importId: string,
  deals: readonly ImportDeal[],
  memory = false,
  between: () => void = () => undefined,
  decisions: ImportDecisions = NO_DECISIONS,
): string[] {
  const { people, only, statuses } = story.call('importSources', {});
  const closing = new Set(statuses.filter(({ closes }) => closes).map(({ word }) => word));
  const ids = (isClosed: boolean) =>
    deals.filter(({ status }) => closing.has(status) === isClosed).map(({ id }) => idKey(id));
  const owners = deals.flatMap(({ owner }) => {
    const match = matchOwner(owner, people);
    return match.is === 'person' ? [[nameKey(owner), match.id] as const] : [];
  });
  // Of others' tabs only these deals are looked for.
  const named = [...new Set(owners.map(([, id]) => id))];
  const asked = { open: ids(false), closed: ids(true), people: named };
  const tabs = story.whole('lookUpDeals', asked).flatMap((part) => part.tabs);
  const { edits } = planImport({
    deals,
    inTable: new Set(deals.flatMap((one) => [idKey(one.id), idOfName(one)])),
    tabs,
    owners: Object.fromEntries(owners),
    all: '',
    only,
    statuses,
    decisions,
  });
  between();
  const remember = memory ? [{ what: 'owner' as const, said: 'M. Oakes', means: people[0]!.id }] : [];
  story.whole('applyImport', { importId, file: 'deals.csv', tabs: edits, remember });
  return edits.map(({ repId }) => repId);
}

function imports(story: Story): void {
  const pins = team(story);
  talk(story, pins);
  const { mira } = pins;
  story.later(60 * 24 * 10);
  const first = [
    importDeal(1, 'deal b said so'),
    importDeal(2, 'Portan said so'),
    importDeal(3, '=1+1 said so', { created: '2026-11-05' }),
    importDeal(4, 'Halden said so', { owner: 'Ben Sorrel', status: 'stuck' }),
    importDeal(5, 'Gone said so', { status: 'lost', reason: 'price said so' }),
    importDeal(6, 'Nobody’s said so', { owner: 'Who Else' }),
  ];
  const people = bringIn(story, 'import1', first, true);
  const second = first.map((one) => ({ ...one, amount: Number(one.amount) + 1, next: 'write said so' }));
  bringIn(story, 'import2', [...second.slice(1), importDeal(7, 'Late said so')]);
  story.call('readImport', { sheetId: mira.sheetId, from: 1 });
  story.whole('takeBackImport', { importId: 'import2', people });
  story.whole('takeBackImport', { importId: 'import2', people });
  const tab = story.book.tab('Mira Oakes');
  story.hand('typed over an import', () => tab.cells.put(rowWith(tab, 'Portan said so'), COL.amount, 12345));
  story.whole('takeBackImport', { importId: 'import1', people });
  bringIn(story, 'import3', [
    ...second,
    ...Array.from({ length: 9 }, (_, n) => importDeal(20 + n, `deal ${n} of nine said so`)),
  ]);
  story.later(60 * 24 * 20);
  story.start(null, 202612);
  bringIn(story, 'import4', [
    importDeal(2, 'Portan said so', { status: 'won' }),
    importDeal(4, 'Halden said so', { owner: 'Ben Sorrel' }),
  ]);
  story.whole('takeBackImport', { importId: 'import3', people });
  story.whole('takeBackImport', { importId: 'import4', people });
  story.repair(mira.sheetId);
}

/** What Setup's own damage does, and what is typed there. */
function setup(story: Story): void {
  const { mira } = team(story);
  const tab = story.book.tab('Setup');
  const { cells } = tab;
  const at = (text: string) => {
    const row = cells.rows.findIndex((line) => line.some((cell) => cell?.value === text)) + 1;
    if (row === 0) throw new Error(`Setup has no ${text}`);
    return row;
  };
  const copy = (from: number, name?: string) => {
    tab.insertRows(from + 1, 1);
    for (let col = 1; col <= cells.width; col++) Object.assign(cells.at(from + 1, col), { ...cells.at(from, col) });
    if (name) cells.put(from + 1, 1, name);
  };
  let kept = cells.rows;
  const steps: Record<string, () => void> = {
    'a goal typed': () => {
      const row = at('header:goals') + 1;
      cells.put(row, 4, 'Calls');
      cells.put(row, 5, 100);
      cells.put(row, 6, 'month');
    },
    'a goal that cannot be read': () => {
      const row = at('header:goals') + 2;
      cells.put(row, 4, 'Nothing');
      cells.put(row, 5, 'a lot');
    },
    'the goal taken out': () => cells.put(at('header:goals') + 2, 5, ''),
    'the name, too': () => cells.put(at('header:goals') + 2, 4, ''),
    'a roster line copied and renamed': () => copy(at('Ben Sorrel'), 'Copied Cora'),
    'that copy taken out': () => tab.deleteRows(at('Copied Cora'), 1),
    'a roster line copied': () => copy(at('Mira Oakes')),
    'the copy taken out': () => tab.deleteRows(at('Mira Oakes') + 1, 1),
    'a KPI doubled': () => copy(at('kpis:calls')),
    'and taken out': () => tab.deleteRows(at('kpis:calls') + 1, 1),
    'a section renamed': () => cells.put(at('agenda:working'), 1, 'What goes well'),
    'a status typed': () => cells.put(at('statuses:lost'), 1, 'stalled'),
    'a KPI typed': () => {
      const row = at('kpis:calls') + 2;
      tab.insertRows(row, 1);
      cells.put(row, 1, 'Demos');
    },
    'the keys of the roster cleared': () => {
      for (const name of ['Mira Oakes', 'Ben Sorrel'])
        for (const col of [SETUP_COL.key, SETUP_COL.sheetId]) cells.put(at(name), col, '');
    },
    'all hidden keys cleared': () => {
      kept = cells.rows.map((line) => line.map((cell) => cell && { ...cell }));
      for (let row = 1; row <= cells.lastRow; row++) cells.put(row, SETUP_COL.key, '');
    },
    'and back by Ctrl+Z': () => {
      cells.rows = kept;
    },
    'Setup renamed': () => {
      tab.name = 'Ours';
    },
  };
  for (const [what, act] of Object.entries(steps)) {
    story.hand(what, act);
    for (const name of ['loadScreen', 'makeTabs', 'planMonth'] as const) {
      if (name === 'loadScreen') story.refused(name, { ...mira });
      else if (name === 'makeTabs') story.refused(name, { month: null });
      else story.refused(name, { sheetId: mira.sheetId, month: 202612 });
    }
  }
  story.hand('Setup deleted', () => story.book.spreadsheet.deleteSheet(tab.sheet));
  story.refused('loadScreen', { sheetId: mira.sheetId });
  story.refused('saveEdits', { ...mira, edits: [edit('new:a', 'who', 'x')] });
  story.refused('checkTab', { sheetId: mira.sheetId });
}

/** Acts that are refused, by whom and why; nothing is written. */
function refusals(story: Story): void {
  story.refused('loadLife', { sheetId: 1, repId: 'r', key: 'new:a' });
  const pins = team(story);
  talk(story, pins);
  const { mira, ben } = pins;
  const all = () => {
    const { sheetId } = mira;
    story.refused('saveEdits', { ...mira, edits: [edit('new:a', 'why', 'over it', 'something else')] });
    story.refused('saveEdits', { ...mira, edits: [edit('new:a', 'amount', 'x', 1000), edit('nowhere:a', 'who', 'x')] });
    story.refused('saveEdits', { ...mira, month: 202611, edits: [edit('new:gone', 'who', 'x', 'it was')] });
    story.refused('saveEdits', { ...mira, month: 202610, edits: [edit('new:a', 'who', 'x')] });
    story.refused('saveEdits', { ...mira, repId: ben.repId, edits: [] });
    story.refused('saveEdits', { ...mira, sheetId: 4711, edits: [] });
    story.refused('saveEdits', { ...mira, edits: 'none' });
    story.refused('saveEdits', { ...mira, edits: [edit('new:a', 'when', 'long '.repeat(20_000), '2026-11-20')] });
    story.refused('planMonth', { sheetId, month: 202613 });
    story.refused('planMonth', { sheetId, month: 202609 });
    story.refused('startMonth', { sheetId, month: 202612, people: [{ repId: mira.repId, digest: 'old' }] });
    story.refused('undoStart', { sheetId, month: 202611 });
    story.refused('undoStart', { sheetId, month: 202612 });
    story.refused('reopenMeeting', mira);
    story.refused('finishMeeting', { ...mira, actionId: 'f', heldOn: '2027-01-01' });
    story.refused('planMeeting', { ...mira, date: '2026-02-30' });
    story.refused('setClock', { ...mira, action: { act: 'pause' }, actionId: 'p' });
    story.refused('repairTab', { sheetId, digest: 'another' });
    story.refused('checkTab', { sheetId: 4711 });
    story.refused('loadLife', { ...mira, key: 'new:nobody' });
    story.refused('exportRecord', { sheetId: null });
    story.refused('buildTeam', {});
    story.refused('protectTabs', {});
    story.refused('addPeople', { people: 'No, address@', month: null });
    story.refused('setUpTeam', { people: 'Once More', month: 202611, managerName: 'J' });
    story.refused('planActuals', { month: 202611, text: 'nothing' });
    story.refused('takeBackImport', { importId: 'import9', people: [mira.repId] });
    story.refused('loadHome', {});
  };
  for (const user of ['manager@example.com', 'ben@example.com', 'stranger@example.com']) {
    story.book.user = user;
    all();
  }
  story.book.user = 'ben@example.com';
  story.book.closed.add('Mira Oakes');
  all();
}

/** Each act cut off after each of its writes and done again: the same book as undisturbed. */
function cutOff(story: Story): void {
  const pins: Record<'mira' | 'ben', Pin> = team(story);
  talk(story, pins);
  for (const writes of [0, 1, 2, 3, 5, 8, 13]) {
    story.book.stopAfter(writes);
    story.hand(`a start cut off after ${writes} writes`, () => {
      try {
        story.start(pins.mira.sheetId, 202612);
      } catch (error) {
        if (!/cut off/.test(String(error))) throw error;
      } finally {
        story.book.stopAfter(Number.POSITIVE_INFINITY);
      }
    });
  }
  story.start(pins.mira.sheetId, 202612);
  story.repair(pins.mira.sheetId);
}

export const IMPORTS = {
  imports,
  'refused acts': refusals,
  'damage to Setup': setup,
  'a start cut off': cutOff,
};
