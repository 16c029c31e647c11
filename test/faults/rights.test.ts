/** With every tab protected: each act works within the rights of whoever asks, or says why not before it begins. */

import type { CallName, RequestOf } from '../../src/contract/calls';
import type { Previewed } from '../../src/contract/portions';
import { AddonProblem } from '../../workbench/play/addon';
import { asShown, closeAll, closeStage, MANAGER, meeting, openTeam } from '../support/addon';
import { differences, pictureOf } from '../support/picture';
import { tally } from '../support/soak';

type Team = Awaited<ReturnType<typeof openTeam>>;

const MIRA = 'mira@example.com';
const BEN = 'ben@example.com';
const STRANGER = 'editor@example.com';
const DECEMBER = Date.UTC(2026, 11, 1, 12);

let team: Team;
let pin: { sheetId: number; repId: string; month: number };

beforeAll(async () => {
  team = await openTeam(`Mira Oakes, ${MIRA}\nBen Sorrel, ${BEN}`);
  await team.write({ op: 'file', patch: { editors: [MANAGER, MIRA, BEN, STRANGER], viewers: ['viewer@example.com'] } });
  const { rep } = await meeting(team, team.sheet['Mira Oakes']!, 202611);
  pin = { sheetId: rep.sheetId, repId: rep.repId, month: 202611 };
  await team.player.call('protectTabs', {});
});
afterAll(async () => {
  closeStage(team);
  await closeAll();
});

/** Every act that changes something, aimed at Mira's tab or at everybody, as the sidebar or a crafted call sends it. */
function requests(people: Previewed[]): { [N in CallName]?: RequestOf<N> } {
  const { sheetId, month } = pin;
  return {
    saveEdits: { ...pin, edits: [{ key: 'new:x', field: 'who', was: '', now: 'crafted' }] },
    planMeeting: { ...pin, date: '2026-12-09' },
    setClock: { ...pin, action: { act: 'start', section: 'new' }, actionId: 'c' },
    finishMeeting: { ...pin, actionId: 'f' },
    reopenMeeting: pin,
    planMonth: { sheetId, month: 202612 },
    startMonth: { sheetId, month: 202612, people },
    undoStart: { sheetId, month },
    repairTab: { sheetId, digest: 'x' },
  };
}

const FOR_ALL: { [N in CallName]?: RequestOf<N> } = {
  planMonth: { sheetId: null, month: 202612 },
  startMonth: { sheetId: null, month: 202612, people: [] },
  makeTabs: { month: 202612 },
  addPeople: { people: 'Zoë Quist', month: null },
  setUpTeam: { people: 'Zoë Quist', month: 202611, managerName: 'Me' },
  applyActuals: { month: 202611, text: 'Rep\tCalls\nMira Oakes\t7', people: [] },
  protectTabs: {},
  buildTeam: {},
};

/** Sends them all; what each was answered with, and what it changed in the workbook. */
async function send(user: string, all: { [N in CallName]?: RequestOf<N> }): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  const before = await pictureOf(team.engine);
  for (const [name, request] of Object.entries(all)) {
    const calls = { ...team.player.serviceCalls };
    answers[name] = await team.player
      .as({ user, nowMs: DECEMBER, eager: true })
      .call(name as 'reopenMeeting', request as never)
      .then(
        () => 'done',
        (error: Error) => (error instanceof AddonProblem ? error.problem.code : error.message),
      );
    const wrote = Object.keys(team.player.serviceCalls).filter(
      (member) =>
        /^(Range|Sheet|Protection|Spreadsheet)\.(set(?!Active)|insert|delete|clear|copy|merge|hide|add|remove|protect)/.test(
          member,
        ) && team.player.serviceCalls[member] !== calls[member],
    );
    // A refusal comes before the first write.
    if (answers[name] !== 'done') expect([user, name, wrote]).toEqual([user, name, []]);
  }
  expect(differences(before, await pictureOf(team.engine))).toEqual([]);
  return answers;
}

test('another rep’s crafted calls are refused by our own check', async () => {
  const answers = await send(BEN, requests([]));
  expect(new Set(Object.values(answers))).toEqual(new Set(['notYourTab']));
  tally({ kind: 'rights', what: 'calls as another rep', cases: Object.keys(answers).length, lost: 0 });
});

test('and where Google protects nothing, by our own check alone', async () => {
  const kept = team.engine.protections();
  await team.write({ op: 'protections', all: [] });
  expect(new Set(Object.values(await send(BEN, requests([]))))).toEqual(new Set(['notYourTab']));
  await team.write({ op: 'protections', all: kept });
});

test('what is for everybody is the managers’', async () => {
  const answers = await send(BEN, FOR_ALL);
  expect(answers).toEqual({
    ...Object.fromEntries(Object.keys(FOR_ALL).map((name) => [name, 'managersOnly'])),
    setUpTeam: 'trackerExists',
  });
  tally({ kind: 'rights', what: 'calls for all as a rep', cases: Object.keys(answers).length, lost: 0 });
});

test('somebody on no list meets the protection, in words about rights, before anything is written', async () => {
  const answers = { ...(await send(STRANGER, requests([]))), ...(await send(STRANGER, FOR_ALL)) };
  for (const [name, answer] of Object.entries(answers))
    expect([name, answer]).toEqual([name, expect.stringMatching(/mayNotEdit|managersOnly|trackerExists|done/)]);
  expect(answers.saveEdits).toBe('mayNotEdit');
});

test('within the own rights everything works', async () => {
  const mira = team.player.as({ user: MIRA, nowMs: DECEMBER });
  const preview = await mira.call('planMonth', { sheetId: pin.sheetId, month: 202612 });
  const { repairTab: _, undoStart: __, ...acts } = requests(asShown(preview));
  for (const [name, request] of Object.entries(acts)) {
    const answer = await mira.call(name as 'reopenMeeting', request as never).then(
      () => 'done',
      (error: Error) => error.message,
    );
    expect([name, answer]).toEqual([name, 'done']);
  }
  const { digest: repair } = await mira.call('checkTab', { sheetId: pin.sheetId });
  expect((await mira.call('repairTab', { sheetId: pin.sheetId, digest: repair })).changed).toBeNull();
  await mira.call('undoStart', { sheetId: pin.sheetId, month: 202612 });
  expect(await team.rowOf(pin.sheetId, 'band', 202612)).toBe(-1);
});
