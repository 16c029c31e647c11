/** A manager's home: who needs a 1:1 first, from any tab, by a handful of calls whatever the size of the team. */

import type { Edit } from '../../src/contract/calls';
import type { Field } from '../../src/core/shared/fields';
import { setupCol } from '../../src/sheet/setup/tables';
import { TEAM_WIDTHS } from '../../src/sheet/team/plan';
import { costOf } from '../../workbench/bench/measure';
import type { ExecutionResult } from '../../workbench/runtime';
import { closeAll, closeStage, MANAGER, meeting, NOVEMBER, openStage, openTeam } from '../support/addon';

afterAll(closeAll);

const MIRA = 'mira@example.com';
const typed = (key: string, cells: Partial<Record<Field, string>>, day?: string): Edit[] =>
  Object.entries(cells).map(([field, now]) => ({
    key,
    field: field as Field,
    was: '',
    now,
    ...(field === 'next' && day ? { day } : {}),
  }));
const promise = (key: string, who: string, next: string) =>
  typed(key, { who, when: '2026-11-10', next, status: 'open' });
const step = (key: string, who: string, status: string) =>
  typed(key, { who, status, next: 'Thu 12 Nov · call' }, '2026-11-12');
const NOON = 12 * 3_600_000;

test('home tells of each person how the month stands, Team nothing of plans and development; a salesperson’s sidebar opens on the own page', async () => {
  const team = await openTeam(`Mira Oakes, ${MIRA}\nBen Sorrel, ben@example.com\nRosa Lind`);
  try {
    const sheetId = team.sheet['Mira Oakes']!;
    const setup = team.engine.sheets().find((sheet) => sheet.name === 'Setup')!.id;
    const { rep, block } = await meeting(team, sheetId, 202611);
    const pin = { sheetId, repId: rep.repId, month: 202611 };
    await team.player.call('saveEdits', {
      ...pin,
      edits: [
        { key: 'text:ready', field: 'when', was: block.prepare.ready.value, now: '✓' },
        // Two commitments of hers and one of her manager's; a next step with a day, and one of a deal that is won.
        ...promise('todo:p1', 'price list', 'Mira'),
        ...promise('todo:p2', 'reference', 'Mira Oakes'),
        ...promise('todo:p3', 'introduction', 'Jon Vale'),
        ...step('new:d1', 'Harbour', ''),
        ...step('new:d2', 'Vire', 'won'),
      ],
    });
    await team.player.call('planMeeting', { ...pin, date: '2026-11-03' });
    const ben = await meeting(team, team.sheet['Ben Sorrel']!, 202611);
    const benPin = { sheetId: team.sheet['Ben Sorrel']!, repId: ben.rep.repId, month: 202611 };
    const section = ben.block.sections[0]!.id;
    await team.player.call('setClock', { ...benPin, action: { act: 'start', section }, actionId: 'a1' });

    const later = team.player.as({ nowMs: Date.UTC(2026, 10, 29) + NOON });
    const lines = await later.call('loadHome', {});
    expect(lines?.map(({ name, reason, ready }) => [name, reason, ready])).toEqual([
      ['Ben Sorrel', { kind: 'running' }, false],
      ['Mira Oakes', { kind: 'overdue', day: '2026-11-03', days: 26 }, true],
      ['Rosa Lind', { kind: 'noDay' }, false],
    ]);
    expect(lines?.[1]).toMatchObject({ late: 3, lateOthers: 1, lateSteps: 1 });
    // Everybody reads Team: of what is late, only the manager's stands there.
    await later.call('buildTeam', {});
    const teamTab = team.engine.sheets().find((sheet) => sheet.name === 'Team')!.id;
    // What can be seen: to the right stand the rows that its formulas look into.
    const seen = async () => (await team.values(teamTab)).flatMap((line) => line.slice(0, TEAM_WIDTHS.length));
    const cells = await seen();
    expect(cells).toContain('3 · manager 1 late');
    // Plans and lines of development change nothing there: no word, no number, no rank.
    const plan = { coaching: 'plan deal d1' };
    await team.player.call('saveEdits', {
      ...pin,
      edits: [
        ...typed('grow:g1', { who: 'Leading a heron', when: '2026-11-05', status: 'open' }),
        ...typed('grow:g2', { who: 'Harbour', when: '2026-11-05', status: 'partly' }).map((one) => ({
          ...one,
          ...plan,
        })),
        ...typed('text:brings', { when: 'A heron' }),
        ...typed('text:seen', { when: 'A heron' }),
      ],
    });
    await later.call('buildTeam', {});
    expect(await seen()).toEqual(cells);
    const screen = await later.call('loadScreen', { sheetId: setup });
    expect(screen).toMatchObject({ kind: 'wrongTab', home: lines });

    // Goals of all come in by one act: into Setup's empty lines, and more lines than there are of them.
    const goals = ['', 'Mira Oakes', 'Ben Sorrel', 'Rosa Lind', 'Benchmark'].map((rep, n) => ({
      was: null,
      now: { rep, kpi: 'Calls', value: 80 + n, per: 'month' as const, from: 202610 },
    }));
    const { lines: set, written } = await later.call('saveGoals', { changes: goals });
    expect([written, set]).toEqual([true, goals.map(({ now }) => now)]);
    const pasted = await later.call('loadGoals', { pasted: 'Name\tCalls\nBen\t1.2k\nMira Oakes\t95' });
    expect([pasted.pasted?.map(({ value }) => value), pasted.leftOut]).toEqual([[95], ['Ben']]);
    const kpis = (await meeting(team, sheetId, 202611)).block.sections.find(({ kind }) => kind === 'kpis')!.rows;
    expect(kpis.find(({ key }) => key === 'kpis:calls')).toMatchObject({ cells: { when: 81 }, kpi: { benchmark: 84 } });
    // A formula of somebody's own is not written over, and nothing else of the same act is written.
    const row = (await team.rowOf(setup, 'header:goals')) + 1;
    await team.type(setup, row, setupCol(2), '=40*2');
    const byHand = [goals[1]!, goals[0]!].map(({ now }) => ({ was: now, now: { ...now, value: 99 } }));
    await expect(later.call('saveGoals', { changes: byHand })).rejects.toThrow(/is a formula and stays/);
    await team.type(setup, row, setupCol(2), 80);
    const back = await later.call('saveGoals', { changes: goals.map(({ now }) => ({ was: now, now: null })) });
    expect([back.written, back.lines]).toEqual([true, []]);

    // A salesperson has no home of the team: the own page, wherever the sheet stands.
    const mira = team.player.as({ user: MIRA });
    await expect(mira.call('loadHome', {})).rejects.toThrow();
    await expect(mira.call('saveGoals', { changes: goals })).rejects.toThrow();
    expect(await mira.call('loadScreen', { sheetId: setup })).toMatchObject({ kind: 'wrongTab', home: null });
    expect(await mira.call('loadScreen', {})).toMatchObject({ kind: 'meeting', rep: { repId: rep.repId } });
  } finally {
    closeStage(team);
  }
});

test('home and writing Team cost the same calls for two people and for five; home at most six that reach cells', async () => {
  const callsOf = async (people: string) => {
    const team = await openTeam(people);
    const runs: ExecutionResult[] = [];
    const stage = await openStage({
      file: team.engine.save(),
      user: MANAGER,
      nowMs: NOVEMBER,
      onRun: (run) => runs.push(run),
    });
    await stage.player.call('loadHome', {});
    await stage.player.call('buildTeam', {});
    closeStage(team);
    closeStage(stage);
    return runs.slice(-2).map((run) => costOf(run).calls);
  };
  const names = Array.from({ length: 5 }, (_, n) => `Person ${String.fromCharCode(65 + n)}`);
  const [home, teamTab] = await callsOf(names.slice(0, 2).join('\n'));
  const [homeOfMany, teamTabOfMany] = await callsOf(names.join('\n'));
  expect(homeOfMany).toBe(home);
  expect(home).toBeLessThanOrEqual(6);
  expect(teamTabOfMany).toBeLessThanOrEqual(teamTab!);
});
