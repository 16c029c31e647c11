/** The acts that change the sheet, each from a workbook in which it has the most to do. */
import type { Edit, RequestOf } from '../../src/contract/calls';
import type { Field } from '../../src/core/shared/fields';
import { COL } from '../../src/sheet/grid/grid';
import type { AddonPlayer } from '../../workbench/play/addon';
import { planDeals, writeDeals } from '../../workbench/play/import';
import {
  asShown,
  closeStage,
  goalForCalls,
  MANAGER,
  meeting,
  openStage,
  openTeam,
  type Stage,
  startMonth,
} from '../support/addon';
import type { Act } from '../support/crash';

const MIRA = 'mira@example.com';
const BEN = 'ben@example.com';
const PEOPLE = `Mira Oakes, ${MIRA}\nBen Sorrel, ${BEN}`;
const DECEMBER = Date.UTC(2026, 11, 1, 12);

/** Acts on many tabs: each of their calls does one tab. */
const IN_PORTIONS = ['start for all', 'paste actuals', 'import', 'add people', 'protect tabs', 'make Team anew'];
const SLOWLY = { modelsWaits: 100 };

let said = 0;
const text = () => `u${++said} said so`;
const edit = (key: string, field: Field, now: string | number, was: string | number = ''): Edit => ({
  key,
  field,
  was,
  now,
});

/** November of Mira with something in every section; Ben's has one line. Today is in December. */
async function openRich() {
  const team = await openTeam(PEOPLE);
  await goalForCalls(team);
  const pins: Record<string, Pin> = {};
  for (const [name, sheetId] of Object.entries(team.sheet)) {
    const { rep } = await meeting(team, sheetId, 202611);
    pins[name] = { sheetId, repId: rep.repId, month: 202611 };
  }
  const [mira, ben] = [pins['Mira Oakes']!, pins['Ben Sorrel']!];
  await team.player.call('saveEdits', {
    ...mira,
    edits: [
      ...['a', 'b', 'c'].flatMap((id) => [
        edit(`new:${id}`, 'who', `${text()}\nand more`),
        edit(`new:${id}`, 'when', '2026-11-20'),
        edit(`new:${id}`, 'amount', 12000),
        edit(`new:${id}`, 'why', text()),
      ]),
      edit('working:w', 'who', text()),
      edit('kpis:calls', 'amount', 80),
      edit('kpis:calls', 'why', text()),
      edit('grow:g', 'who', text()),
      { ...edit('grow:p', 'who', text()), coaching: 'plan deal a' },
      edit('grow:p', 'when', '2026-11-15'),
      edit('todo:t', 'who', text()),
      edit('todo:t', 'when', '2026-11-15'),
      edit('text:plan', 'when', text()),
      ...['seen', 'help', 'brings'].map((name) => edit(`text:${name}`, 'when', text())),
      edit('text:focus', 'when', text()),
      edit('text:nextDate', 'when', '2026-12-01'),
    ],
  });
  await team.player.call('saveEdits', { ...ben, edits: [edit('new:n', 'who', text())] });
  const player = team.player.as({ nowMs: DECEMBER });
  return { ...team, player, mira, ben };
}

interface Pin {
  sheetId: number;
  repId: string;
  month: number;
}

type Rich = Awaited<ReturnType<typeof openRich>>;

/** All acts whose name holds `only`. Opens workbooks, so call it once. */
export async function allActs(only = ''): Promise<Act[]> {
  const rich = await openRich();
  const acts: Act[] = [];
  const add: Add = (name, run, sound) => {
    const play = { user: MANAGER, nowMs: DECEMBER, ...(IN_PORTIONS.includes(name) ? SLOWLY : {}) };
    if (name.includes(only)) acts.push({ name, file: rich.engine.save(), play, run, ...(sound ? { sound } : {}) });
  };
  await meetingActs(rich, add);
  await upkeepActs(rich, add);
  closeStage(rich);
  return [...acts, ...('set up'.includes(only) ? [await setUpAct()] : [])];
}

type Add = (name: string, run: Act['run'], sound?: Act['sound']) => void;

async function meetingActs(rich: Rich, add: Add): Promise<void> {
  const { mira, player } = rich;
  const { place } = (await meeting(rich, mira.sheetId, 202611)).block;
  const pin = { ...mira, seen: place };
  add('save one', (on) => on.call('saveEdits', { ...pin, edits: [edit('new:b', 'next', 'call')] }));
  const ten = [
    edit('new:a', 'status', 'stuck'),
    edit('new:b', 'when', '2026-12-20', '2026-11-20'),
    ...['p', 'q', 'r'].flatMap((id) => [
      edit(`new:${id}`, 'who', `row ${id}\nsecond line`),
      edit(`new:${id}`, 'why', '=1+1'),
    ]),
    edit('todo:u', 'who', 'a commitment'),
    edit('text:takeaway', 'when', 'long '.repeat(60)),
  ];
  add('save ten', (on) => on.call('saveEdits', { ...pin, edits: ten }));
  add('plan the day', (on) => on.call('planMeeting', { ...pin, date: '2026-12-03' }));
  await player.call('planMeeting', { ...pin, date: '2026-12-02' });
  add('move the day', (on) => on.call('planMeeting', { ...pin, date: '2026-12-03' }));
  const start = { act: 'start', section: 'new' } as const;
  add('start the clock', (on) => on.call('setClock', { ...pin, action: start, actionId: 's' }));
  await player.call('setClock', { ...pin, action: start, actionId: 's' });
  const go = { act: 'goTo', section: 'existing' } as const;
  add('go to a section', (on) => on.call('setClock', { ...pin, action: go, actionId: 'g' }));
  add('finish', (on) => on.call('finishMeeting', { ...pin, actionId: 'f' }));
  await player.call('finishMeeting', { ...pin, actionId: 'f' });
  add('reopen', (on) => on.call('reopenMeeting', pin));
  await startActs(rich, add);
}

async function startActs({ mira, player, ...rich }: Rich, add: Add): Promise<void> {
  const month = 202612;
  const one = asShown(await player.call('planMonth', { sheetId: mira.sheetId, month }));
  add('start a month', (on) => started(on, { sheetId: mira.sheetId, month, people: one }));
  const all = asShown(await player.inPortions('planMonth', () => ({ sheetId: null, month })));
  add('start for all', (on) => started(on, { sheetId: null, month, people: all }));
  await startMonth({ ...rich, player }, mira.sheetId, month);
  add('take it back', (on) => on.call('undoStart', { sheetId: mira.sheetId, month }));
  const next = asShown(await player.call('planMonth', { sheetId: mira.sheetId, month: 202701 }));
  add('start a third month', (on) => started(on, { sheetId: mira.sheetId, month: 202701, people: next }));
}

async function started(on: AddonPlayer, request: RequestOf<'startMonth'>) {
  const { changed } = await on.inPortions('startMonth', () => request);
  if (changed.length > 0) throw new Error('the preview no longer fits');
}

async function upkeepActs(rich: Rich, add: Add): Promise<void> {
  const { player, mira, ben } = rich;
  const table = 'Rep\tBooked revenue\tCalls\nMira Oakes\t50000\t91\nBen Sorrel\t40000\t70';
  const pasted = { month: 202611, text: table };
  const figures = asShown(await player.inPortions('planActuals', () => pasted));
  add('paste actuals', async (on) => {
    const { changed } = await on.inPortions('applyActuals', () => ({ ...pasted, people: figures }));
    // Of somebody's figures a run that was cut off may have written some: what is left is previewed anew, and confirmed.
    if (changed.length === 0) return;
    const left = asShown(await on.inPortions('planActuals', () => pasted));
    const again = await on.inPortions('applyActuals', () => ({ ...pasted, people: left }));
    if (again.changed.length > 0) throw new Error('the preview never fits');
  });
  await importAct(rich, add);
  add('add people', (on) => on.inPortions('addPeople', () => ({ people: 'Zoë Quist\nIda Vale', month: 202612 })));
  add('protect tabs', (on) => on.inPortions('protectTabs', () => ({})));
  await rich.type(rich.engine.sheets().find((sheet) => sheet.name === 'Team')!.id, 1, 5, 'Nov 2026');
  add('make Team anew', (on) => on.inPortions('buildTeam', () => ({})));
  await damage(rich);
  const check = await player.call('checkTab', { sheetId: mira.sheetId });
  add(
    'repair',
    (on) => confirmed((digest) => on.call('repairTab', { sheetId: mira.sheetId, digest }), check.digest),
    async (on) =>
      (await on.call('checkTab', { sheetId: mira.sheetId })).findings.map(
        (finding) => `left: ${finding.cell} ${finding.words}`,
      ),
  );
  await player.call('finishMeeting', { ...ben, actionId: 'b' });
}

/** Deals of a CRM: two that are linked with rows by name, some new ones, one of somebody else's. */
async function importAct({ player, mira, engine }: Rich, add: Add): Promise<void> {
  const column = await engine.read(mira.sheetId, { row: 1, col: COL.who, rows: 40, cols: 1 });
  const known = column.flat().map(({ v }) => String(v ?? ''));
  const names = known.filter((name) => name.includes('said so')).slice(0, 2);
  const deals = [...names, 'Portan\nFleet', '=1+1', 'Halden', 'Lumen', 'Oakum'].map((name, n) => ({
    line: n + 2,
    id: `crm${n}`,
    name: name.split('\n')[1] ?? '',
    account: name.split('\n')[0] ?? '',
    owner: name === 'Lumen' ? 'Ben Sorrel' : 'Mira Oakes',
    amount: 1000 * n + 500,
    when: '2026-12-18',
    status: '',
    next: 'call',
    reason: '',
    created: '2026-10-01',
  }));
  const shown = await planDeals(player, deals);
  add('import', async (on) => {
    let planned = shown;
    for (let n = 0; n < 2; n++) {
      const { changed } = await writeDeals(on, planned);
      if (changed.length === 0) return;
      planned = await planDeals(on, deals);
    }
    throw new Error('the import does not come to an end');
  });
}

/** What a run that was cut off has left to do is another preview: shown, and confirmed. */
async function confirmed(
  apply: (digest: string) => Promise<{ changed: { digest: string } | null }>,
  digest: string,
): Promise<void> {
  const { changed } = await apply(digest);
  if (changed && (await apply(changed.digest)).changed) throw new Error('the preview never fits');
}

/** Rows lost, doubled, moved, and texts where the frame belongs. */
async function damage({ mira: { sheetId }, ...team }: Rich): Promise<void> {
  await team.write({ op: 'deleteRows', sheetId, row: await team.rowOf(sheetId, 'header:working'), count: 1 });
  await team.type(sheetId, await team.rowOf(sheetId, 'section:existing'), COL.who, text());
  await team.write({
    op: 'insertRows',
    sheetId,
    before: (await team.rowOf(sheetId, 'header:new')) + 1,
    count: 1,
    inherit: 'after',
  });
  await team.type(sheetId, (await team.rowOf(sheetId, 'header:new')) + 1, COL.who, text());
  await team.write({ op: 'deleteRows', sheetId, row: await team.rowOf(sheetId, 'text:focus'), count: 1 });
  await team.engine.calculate();
}

/** A fresh workbook with one empty tab. */
async function setUpAct(): Promise<Act> {
  const stage: Stage = await openStage();
  const file = stage.engine.save();
  closeStage(stage);
  const request = { people: PEOPLE, month: 202611, managerName: 'Jon Vale' };
  return {
    name: 'set up',
    file,
    play: { user: MANAGER, nowMs: Date.UTC(2026, 10, 2, 12), ...SLOWLY },
    run: (on) => on.inPortions('setUpTeam', () => request),
  };
}
