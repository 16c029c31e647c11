/** Notes that somebody keeps for oneself: no other account gets them by any call, and they stand nowhere in the file. */
import type { CallName } from '../../src/contract/calls';
import { NOTE_MOST_BYTES, STORE_MOST_BYTES } from '../../src/core/shared/private-notes';
import { ACT_NAMES } from '../support/acts';
import { closeAll, closeStage, MANAGER, meeting, openTeam } from '../support/addon';

const REP = 'mira@example.com';
const OTHER_MANAGER = 'ana@example.com';
const SECRET = 'unmistakable-heron';

let team: Awaited<ReturnType<typeof openTeam>>;
let mira: number;
let repId: string;

beforeAll(async () => {
  team = await openTeam(`Mira Oakes, ${REP}`);
  await team.write({ op: 'file', patch: { editors: [MANAGER, REP, OTHER_MANAGER] } });
  mira = team.sheet['Mira Oakes']!;
  repId = (await meeting(team, mira, 202611)).rep.repId;
  const setup = team.engine.sheets().find(({ name }) => name === 'Setup')!.id;
  const spare = (await team.rowOf(setup, 'manager')) + 1;
  await team.type(setup, spare, 1, 'Ana Roth');
  await team.type(setup, spare, 4, OTHER_MANAGER);
});

afterAll(async () => {
  closeStage(team);
  await closeAll();
});

const save = (was: string, text: string, who = MANAGER) =>
  team.player.as({ user: who }).call('saveNote', { repId, name: 'Mira Oakes', was, text });
const notesOf = async (user: string) => (await team.player.as({ user }).call('loadNotes', {})).notes;

/** One request for each call, of somebody who wants to see everything. */
async function requests(): Promise<Record<CallName, unknown>> {
  const { block } = await meeting(team, mira, 202611);
  const pin = { sheetId: mira, repId, month: 202611, seen: block.place };
  const text = 'name\tCalls\nMira Oakes\t3';
  const people = [{ repId, digest: 'd' }];
  return {
    loadScreen: { sheetId: mira },
    loadHome: {},
    loadGoals: {},
    showRow: { ...pin, key: 'new:x1' },
    saveGoals: { changes: [] },
    loadNotes: {},
    openTab: { sheetId: mira },
    setUpTeam: { people: 'X', month: 202611, managerName: 'X' },
    addPeople: { people: 'Cem Darwell', month: null },
    makeTabs: { month: null },
    planMonth: { sheetId: mira, month: 202612 },
    startMonth: { sheetId: mira, month: 202612, people },
    undoStart: { sheetId: mira, month: 202612 },
    saveEdits: { ...pin, edits: [{ key: 'new:a1', field: 'who', was: '', now: 'Harbour' }] },
    setClock: { ...pin, action: { act: 'start', section: 'new' }, actionId: 'a' },
    lookForChanges: { ...pin, revision: '' },
    finishMeeting: { ...pin, actionId: 'b' },
    planMeeting: { ...pin, date: '2026-11-20' },
    reopenMeeting: pin,
    checkTab: { sheetId: mira },
    repairTab: { sheetId: mira, digest: 'd' },
    planActuals: { month: 202611, text },
    applyActuals: { month: 202611, text, people },
    planAgenda: {},
    applyAgenda: { people },
    loadLife: { sheetId: mira, repId, key: 'new:a1' },
    loadLines: { sheetId: mira, repId },
    exportRecord: { sheetId: null },
    protectTabs: {},
    buildTeam: {},
    importSources: {},
    readImport: { sheetId: mira, from: 1 },
    lookUpDeals: { open: [], closed: [] },
    applyImport: { importId: 'i1', file: 'f', tabs: [] },
    takeBackImport: { importId: 'i1', people: [repId] },
    saveNote: { repId, name: 'Mira Oakes', was: '', text: 'x' },
    deleteNotes: {},
  };
}

test('a note is kept for the account that wrote it; another window’s text is not written over, a repeat changes nothing', async () => {
  expect(await save('', SECRET)).toMatchObject({
    outcome: 'saved',
    notes: [{ repId, name: 'Mira Oakes', text: SECRET }],
  });
  expect((await save('', SECRET)).outcome).toBe('saved');
  expect(await save('', 'from an older window')).toMatchObject({ outcome: 'conflict', theirs: SECRET });
  expect(await notesOf(MANAGER)).toEqual([{ repId, name: 'Mira Oakes', savedOn: '2026-11-02', text: SECRET }]);
});

/** What a call answers to somebody, as it crosses: also its problems. */
const answerTo = async (user: string, name: CallName, request: unknown) =>
  String(await team.player.as({ user }).run(name, [JSON.stringify(request)]));

test('no call gives it to another account, be it a manager’s or the salesperson’s, and it stands nowhere in the file', async () => {
  const asked = await requests();
  expect(Object.keys(asked).sort()).toEqual([...ACT_NAMES].sort());
  const names = ACT_NAMES as CallName[];
  for (const name of names)
    expect(`${name}: ${(await answerTo(OTHER_MANAGER, name, asked[name])).includes(SECRET)}`).toBe(`${name}: false`);
  for (const name of names.filter((one) => /^(load|look|save|delete|export|check)/.test(one)))
    expect(`${name}: ${(await answerTo(REP, name, asked[name])).includes(SECRET)}`).toBe(`${name}: false`);
  // They have deleted what was theirs; what was another's is untouched.
  expect([await notesOf(OTHER_MANAGER), await notesOf(REP)].flat().filter(({ text }) => text === SECRET)).toEqual([]);
  expect((await notesOf(MANAGER)).map(({ text }) => text)).toEqual([SECRET]);
  const { properties, ...file } = team.engine.save().extras;
  const kept = Object.entries(properties).filter(([, values]) => JSON.stringify(values).includes(SECRET));
  expect(kept.map(([store]) => store)).toEqual([`user:${MANAGER}`]);
  const elsewhere = JSON.stringify([{ ...team.engine.save(), extras: null }, file]);
  expect(elsewhere.includes(SECRET)).toBe(false);
});

test('no screen of the own account shows it either, and no export', async () => {
  const asked = await requests();
  for (const name of [
    'loadScreen',
    'lookForChanges',
    'saveEdits',
    'setClock',
    'finishMeeting',
    'exportRecord',
  ] as const)
    expect(`${name}: ${(await answerTo(MANAGER, name, asked[name])).includes(SECRET)}`).toBe(`${name}: false`);
});

test('too long is refused, a full store says so and keeps what was there, and deleting takes only one’s notes', async () => {
  await expect(save(SECRET, 'x'.repeat(NOTE_MOST_BYTES + 1))).rejects.toThrow();
  const long = 'ß'.repeat(NOTE_MOST_BYTES / 2);
  expect((await save(SECRET, long)).outcome).toBe('saved');
  const { room } = await team.player.call('loadNotes', {});
  expect(room).toBeLessThan(STORE_MOST_BYTES - NOTE_MOST_BYTES);
  // Something else of this account’s fills the store: another file’s notes.
  const others = Array.from({ length: 57 }, (_, n) => [`note.other.r${n}`, 'x'.repeat(8400)] as const);
  await team.write({ op: 'properties', store: `user:${MANAGER}`, entries: Object.fromEntries(others) });
  const more = { repId: 'r2', name: 'Somebody', was: '', text: long };
  expect(await team.player.call('saveNote', more)).toMatchObject({ outcome: 'full', notes: [{ text: long }] });
  expect((await save(long, `${long.slice(1)}x`)).outcome).toBe('saved');
  expect((await team.player.call('deleteNotes', {})).notes).toEqual([]);
  expect(Object.keys(team.engine.properties(`user:${MANAGER}`))).toHaveLength(57);
  expect((await team.player.call('saveNote', more)).outcome).toBe('saved');
  expect((await team.player.call('saveNote', { ...more, was: long, text: '' })).notes).toEqual([]);
});
