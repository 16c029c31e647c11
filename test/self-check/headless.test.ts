/** The self-check without a page: what can be told is as assumed, what cannot is said so, and no other tab is touched. */
import type { Answer } from '../../src/contract/calls';
import type { Outcome } from '../../src/self-check/probe';
import type { Engine } from '../../workbench/engine/engine';
import { openEngine } from '../../workbench/engine/open';
import { AddonPlayer, type PlayOptions } from '../../workbench/play/addon';
import { closeWorkers, loadProject, type Project } from '../../workbench/runtime';
import { buildSelfCheck, WRONG } from '../support/self-check';

const USER = 'manager@example.com';
const PORTIONS = 6;
/** What only Google can tell: pictures in cells are not in the workbench, nothing is drawn, its clock is not Google's. */
const UNTOLD = ['costs', 'row-heights'];

type Built = Awaited<ReturnType<typeof buildSelfCheck>>;
let right: Built;
let wrong: Built;
let project: Project;
let engine: Engine;

beforeAll(async () => {
  right = await buildSelfCheck();
  wrong = await buildSelfCheck(WRONG);
  project = await loadProject(right.folder, 'Monthly 1:1');
});
afterEach(() => engine.dispose());
afterAll(async () => {
  right.remove();
  wrong.remove();
  await closeWorkers();
});

/** A file with a tab of somebody's, and one that only bears the name of a scratch tab. */
async function open(locale = 'en_US'): Promise<void> {
  engine = await openEngine(undefined, { locale, timeZone: 'America/Los_Angeles', owner: USER, name: 'Mine' });
  const [first] = engine.sheets();
  const cells = [
    [{ v: 'mine' }, { v: 7 }],
    [{ f: '=B1*2' }, { v: 'too' }],
  ];
  await engine.write([{ op: 'cells', sheetId: first!.id, row: 1, col: 1, cells }], { kind: 'page', user: USER });
  await engine.write(
    [{ op: 'insertSheet', sheetId: 77, name: 'Self-check, may be deleted', index: 1, rows: 20, cols: 5 }],
    { kind: 'page', user: USER },
  );
}

function player(options: Partial<PlayOptions> = {}, of = project): AddonPlayer {
  return new AddonPlayer(engine, of, { user: USER, ...options });
}

async function run(portion: number, by: AddonPlayer): Promise<Outcome[]> {
  const answer = JSON.parse(String(await by.run('runSelfCheck', [portion]))) as Answer<Outcome[]>;
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

async function runAll(by: AddonPlayer): Promise<Outcome[]> {
  const all: Outcome[] = [];
  for (let portion = 0; portion < PORTIONS; portion++) all.push(...(await run(portion, by)));
  return all;
}

const ids = (outcomes: readonly Outcome[], verdict: Outcome['verdict']) =>
  outcomes
    .filter((one) => one.verdict === verdict)
    .map((one) => one.id)
    .sort();

/** Everything in the file, but for how often it was changed. */
const whole = () => JSON.stringify(engine.file());

test.each(['en_US', 'fr_FR'])('in %s all is as assumed or could not be told; the file is as it was', async (locale) => {
  await open(locale);
  const before = whole();
  const outcomes = await runAll(player());
  expect(outcomes.filter((one) => one.verdict === 'differs')).toEqual([]);
  expect(ids(outcomes, 'couldNotTell')).toEqual(UNTOLD);
  expect(ids(outcomes, 'asAssumed').length).toBeGreaterThan(25);
  expect(whole()).toBe(before);
});

test('nothing hangs on the words of Google’s errors', async () => {
  await open();
  const by = player({ translate: () => 'Das geht so nicht.' });
  expect(ids([...(await run(0, by)), ...(await run(3, by))], 'differs')).toEqual([]);
});

test('each wrong assumption is red, with what was seen, and nothing else is', async () => {
  await open();
  const outcomes = await runAll(player({}, await loadProject(wrong.folder, 'Monthly 1:1')));
  const expected = WRONG.filter(({ file }) => file.startsWith('server/')).map((change) => change.probe);
  expect(expected.length).toBeGreaterThan(4);
  expect(ids(outcomes, 'differs')).toEqual([...expected].sort());
  const team = outcomes.find((one) => one.id === 'team');
  expect(team?.facts).toContainEqual({ what: 'share of goal', expected: '▲ 111%', seen: '▲ 110%' });
});

test('a probe that Google refuses is red; its tabs go, the others run', async () => {
  await open();
  const before = whole();
  const faults = [{ at: 1, member: 'Range.shiftRowGroupDepth', kind: 'fail' as const, message: 'No.' }];
  const outcomes = await run(1, player({ faults }));
  expect(ids(outcomes, 'differs')).toEqual(['row-groups']);
  expect(outcomes.find((one) => one.id === 'row-groups')?.told).toEqual({ 'what was thrown': 'Exception: No.' });
  expect(ids(outcomes, 'asAssumed').length).toBeGreaterThan(5);
  expect(whole()).toBe(before);
});

test('what a run that was cut off has left goes with the next one; a tab of that name that is somebody’s stays', async () => {
  await open();
  const before = whole();
  const faults = [{ at: 1, member: 'Range.shiftRowGroupDepth', kind: 'kill' as const }];
  await expect(run(1, player({ faults }))).rejects.toThrow(/Exceeded maximum execution time/);
  const names = () => engine.sheets().map((sheet) => sheet.name);
  expect(names().length).toBeGreaterThan(2);
  await run(2, player());
  expect(names()).toEqual(['Sheet1', 'Self-check, may be deleted']);
  expect(whole()).toBe(before);
});
