/** Stories of meetings: from the set-up of a team over months with everything in them. */
import type { Edit } from '../../src/contract/calls';
import type { Field } from '../../src/core/shared/fields';
import { keysOf, type Pin, type Story } from '../support/plain-google/story';

export const PEOPLE = 'Mira Oakes, mira@example.com\nBen Sorrel, ben@example.com';

export const edit = (key: string, field: Field, now: string | number, was: string | number = ''): Edit => ({
  key,
  field,
  was,
  now,
});

/** A team set up in November; its pins by name. */
export function team(story: Story): Record<'mira' | 'ben', Pin> {
  story.whole('setUpTeam', { people: PEOPLE, month: 202611, managerName: 'Jon Vale' });
  const pin = (name: string) => {
    const { id: sheetId } = story.book.tab(name);
    const screen = story.call('loadScreen', { sheetId, month: 202611 });
    if (screen.kind !== 'meeting') throw new Error(`no meeting but ${screen.kind}`);
    return { sheetId, repId: screen.rep.repId, month: 202611 };
  };
  return { mira: pin('Mira Oakes'), ben: pin('Ben Sorrel') };
}

/** Something in each section of Mira's November, a line in Ben's. */
export function talk(story: Story, { mira, ben }: Record<'mira' | 'ben', Pin>): void {
  const deals = ['a', 'b', 'c', 'd', 'e'].flatMap((id, n) => [
    edit(`new:${id}`, 'who', n % 2 ? `deal ${id} said so` : `deal ${id} said so\nand more`),
    edit(`new:${id}`, 'when', `2026-11-2${n}`),
    edit(`new:${id}`, 'why', `why ${id} said so`),
    edit(`new:${id}`, 'amount', 1000 * 2 ** n),
  ]);
  story.call('saveEdits', {
    ...mira,
    edits: [
      ...deals,
      edit('new:b', 'status', 'stuck'),
      edit('new:c', 'status', 'won'),
      edit('new:d', 'status', 'lost'),
      edit('new:d', 'moved', 'moved d said so'),
      { ...edit('new:e', 'next', 'call on 20 Nov said so'), day: '2026-11-20' },
      edit('working:w', 'who', 'working said so'),
      edit('working:w', 'why', '=1+1 said so'),
      edit('notWorking:n', 'who', 'not working said so'),
      edit('other:o', 'who', 'other said so'),
      edit('kpis:calls', 'amount', 80),
      edit('kpis:calls', 'why', 'calls said so'),
      edit('grow:g', 'who', 'growth said so'),
      { ...edit('grow:p', 'who', 'plan said so'), coaching: 'plan deal a' },
      edit('grow:p', 'when', '2026-11-15'),
      edit('todo:t', 'who', 'promise said so'),
      edit('todo:t', 'when', '2026-11-15'),
      edit('todo:m', 'who', 'manager’s promise said so'),
      edit('text:plan', 'when', 'the plan said so'),
      edit('text:help', 'when', 'the help said so'),
      edit('text:focus', 'when', 'the focus said so'),
      edit('text:takeaway', 'when', `the takeaway said so ${'and on '.repeat(60)}`),
      edit('text:nextDate', 'when', '2026-12-01'),
      edit('text:ready', 'when', 'ready'),
    ],
  });
  story.call('saveEdits', { ...ben, edits: [edit('new:n', 'who', 'ben’s deal said so'), edit('new:n', 'amount', 5)] });
}

/** Plans, holds, finishes and reopens Mira's meeting. */
function hold(story: Story, pin: Pin): void {
  story.call('planMeeting', { ...pin, date: '2026-11-10' });
  story.call('planMeeting', { ...pin, date: '2026-11-12' });
  story.later(60);
  story.call('setClock', { ...pin, action: { act: 'start', section: 'new' }, actionId: 's1' });
  story.later(5);
  story.call('setClock', { ...pin, action: { act: 'goTo', section: 'existing' }, actionId: 's2', show: true });
  story.later(7);
  story.call('setClock', { ...pin, action: { act: 'pause' }, actionId: 's3' });
  story.later(9);
  story.call('setClock', { ...pin, action: { act: 'resume' }, actionId: 's4' });
  story.refused('undoStart', { sheetId: pin.sheetId, month: pin.month });
  story.later(11);
  story.call('finishMeeting', { ...pin, actionId: 'f1' });
  story.call('finishMeeting', { ...pin, actionId: 'f1' });
  story.call('reopenMeeting', pin);
  story.call('finishMeeting', { ...pin, actionId: 'f2', heldOn: '2026-11-12', minutes: 33 });
}

function quarter(story: Story): void {
  const pins = team(story);
  const { mira, ben } = pins;
  talk(story, pins);
  const look = story.call('loadScreen', mira);
  if (look.kind !== 'meeting') throw new Error('no meeting');
  const seen = look.block.place;
  story.call('saveEdits', { ...mira, seen, edits: [edit('new:a', 'next', 'call said so')] });
  story.call('saveEdits', { ...mira, seen, edits: [edit('new:a', 'next', 'other words', 'what nobody saw')] });
  hold(story, { ...mira, seen } as Pin);
  story.later(60 * 24 * 29);
  const deals = story.call('planMonth', { sheetId: mira.sheetId, month: 202612 }).people[0]!;
  story.start(mira.sheetId, 202612, {
    decisions: [
      { id: deals.kept[0]!.id, what: 'drop', reason: 'no budget said so' },
      { id: deals.won[0]!.id, what: 'keep', reason: '' },
    ],
  });
  story.call('undoStart', { sheetId: mira.sheetId, month: 202612 });
  story.start(mira.sheetId, 202612, { decisions: [{ id: deals.kept[1]!.id, what: 'drop', reason: '' }] });
  story.start(null, 202612, { agenda: 'results' });
  // A deal that came in after the start is brought along.
  story.call('saveEdits', {
    ...mira,
    edits: [
      edit('new:late', 'who', 'late said so'),
      edit('new:late', 'amount', 77),
      edit('todo:late', 'who', 'late promise said so'),
      edit('grow:late', 'who', 'late growth said so'),
      edit('text:focus', 'when', 'another focus said so', 'the focus said so'),
    ],
  });
  story.start(mira.sheetId, 202612, { bringAlong: true });
  story.start(ben.sheetId, 202701);
  const december = { ...mira, month: 202612 };
  story.call('loadScreen', december);
  const keys = keysOf(story.book.tab('Mira Oakes'), 202612).filter((key) => /^(existing|new|grow):/.test(key));
  story.call('saveEdits', {
    ...december,
    edits: [
      ...keys.filter((key) => /^existing/.test(key)).map((key) => edit(key, 'moved', `moved ${key} said so`)),
      edit('new:z', 'who', 'deal z said so'),
      edit('text:seen', 'when', 'seen said so'),
      edit('text:review', 'when', 'review said so'),
    ],
  });
  for (const key of keys.filter((one) => /^(existing|new)/.test(one)))
    story.call('loadLife', { sheetId: mira.sheetId, repId: mira.repId, key });
  story.call('loadLines', { sheetId: mira.sheetId, repId: mira.repId });
  story.call('loadLines', { sheetId: mira.sheetId, repId: mira.repId, key: 'grow:p' });
  story.call('lookForChanges', { ...december, revision: 'none' });
  story.start(mira.sheetId, 202701);
  story.start(mira.sheetId, 202703);
  story.whole('exportRecord', { sheetId: null });
  story.whole('exportRecord', { sheetId: mira.sheetId });
  story.call('loadHome', {});
  story.call('openTab', { sheetId: null });
  story.call('openTab', { sheetId: ben.sheetId });
  story.repair(mira.sheetId);
  story.repair(ben.sheetId);
}

function upkeep(story: Story): void {
  const pins = team(story);
  talk(story, pins);
  const text = 'Rep\tBooked revenue\tCalls\nMira Oakes\t50000\t91\nBen Sorrel\t40000\t70\nNobody\t1\t2';
  const pasted = { month: 202611, text };
  const shown = story.whole('planActuals', pasted).flatMap((one) => one.people);
  story.whole('applyActuals', { ...pasted, people: shown });
  story.whole('applyActuals', { ...pasted, people: shown });
  const again = { month: 202611, text: text.replace('91', '92') };
  story.whole('applyActuals', { ...again, people: story.whole('planActuals', again).flatMap((one) => one.people) });
  story.whole('addPeople', { people: 'Zoë Quist\nIda Vale, ida@example.com\nMira Oakes', month: 202611 });
  story.whole('addPeople', { people: 'Uwe Late', month: null });
  const setup = story.book.tab('Setup');
  const line = setup.cells.rows.findIndex((cells) => cells[0]?.value === 'Uwe Late') + 2;
  story.type(setup, line, 1, 'Typed Tim');
  story.type(setup, line, 4, 'tim@example.com');
  story.whole('makeTabs', { month: 202611 });
  story.whole('makeTabs', { month: 202611 });
  story.whole('protectTabs', {});
  story.whole('protectTabs', {});
  story.type(story.book.tab('Team'), 1, 9, 'Nov 2026');
  story.whole('buildTeam', {});
  const { repId } = pins.mira;
  story.call('saveNote', { repId, name: 'Mira Oakes', was: '', text: 'note said so' });
  story.call('saveNote', { repId, name: 'Mira Oakes', was: 'another', text: 'note two' });
  story.call('saveNote', { repId, name: 'Mira Oakes', was: 'note said so', text: 'note three\nand on' });
  story.call('loadNotes', {});
  story.call('saveNote', { repId, name: 'Mira Oakes', was: 'note three\nand on', text: '' });
  story.call('saveNote', { repId: pins.ben.repId, name: 'Ben', was: '', text: 'of Ben' });
  story.call('deleteNotes', {});
}

export const QUARTER = { 'a quarter': quarter, 'upkeep of a team': upkeep };
