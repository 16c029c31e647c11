/** The month as a whole record: planned, moved, reopened; prepared; growth and plan carried; agendas chosen. */
import { dateToSerial } from '../../src/core/shared/dates';
import { COL } from '../../src/sheet/grid/grid';
import { asShown, closeAll, closeStage, meeting, openTeam, startForAll, startMonth } from '../support/addon';

afterAll(closeAll);

type Team = Awaited<ReturnType<typeof openTeam>>;

async function withTeam(act: (team: Team, sheetId: number, repId: string) => Promise<void>): Promise<void> {
  const team = await openTeam('Mira Oakes, mira@example.com\nBen Sorrel');
  try {
    const sheetId = team.sheet['Mira Oakes']!;
    await act(team, sheetId, (await meeting(team, sheetId, 202611)).rep.repId);
  } finally {
    closeStage(team);
  }
}

async function save(
  team: Team,
  sheetId: number,
  month: number,
  edits: [key: string, field: string, now: string | number][],
) {
  const { rep } = await meeting(team, sheetId, month);
  const { outcomes } = await team.player.call('saveEdits', {
    sheetId,
    repId: rep.repId,
    month,
    edits: edits.map(([key, field, now]) => ({ key, field: field as 'who', was: '', now })),
  });
  expect(outcomes.map((one) => one.outcome)).toEqual(edits.map(() => 'saved'));
}

const DAY = (day: number, month = 11) => Date.UTC(2026, month - 1, day, 9);

test('a meeting is planned, moved, not held yet by the calendar, held, opened again and finished again', () =>
  withTeam(async (team, sheetId, repId) => {
    const pin = { sheetId, repId, month: 202611 };
    expect(await team.text(sheetId, 'band', COL.next)).toBe('not held yet');
    const planned = await team.player.call('planMeeting', { ...pin, date: '2026-11-05' });
    expect(planned).toMatchObject({
      kind: 'meeting',
      block: { state: 'planned', heldOn: '2026-11-05', overdue: false },
    });
    expect(await team.text(sheetId, 'band', COL.when)).toBe('on 5 Nov');
    const next = async () => (await team.engine.read(sheetId, { row: 3, col: 1, rows: 1, cols: 1 }))[0]?.[0]?.v;
    expect(await next()).toBe(dateToSerial('2026-11-05'));
    const moved = await team.player.call('planMeeting', { ...pin, date: '2026-11-12' });
    expect(moved).toMatchObject({ block: { state: 'moved', heldOn: '2026-11-12' } });
    expect(await team.text(sheetId, 'end', COL.when)).toBe(
      'opened by Jon Vale, 2 Nov 2026 · moved from 5 Nov 2026 to 12 Nov 2026 by Jon Vale, 2 Nov 2026',
    );
    const late = await team.player.as({ nowMs: DAY(20) }).call('loadScreen', { sheetId, month: 202611 });
    expect(late).toMatchObject({ block: { state: 'moved', overdue: true } });

    const at = (minute: number) => team.player.as({ nowMs: DAY(20) + minute * 60_000 });
    await at(0).call('setClock', { ...pin, action: { act: 'start', section: 'new' }, actionId: 'a' });
    expect(await team.text(sheetId, 'band', COL.when)).toBe('20 Nov');
    expect(await team.text(sheetId, 'band', COL.next)).toBe('in progress');
    expect(await next()).toBe('no date yet');
    await expect(at(1).call('planMeeting', { ...pin, date: '2026-11-30' })).rejects.toThrow(/has been held/);
    // What a person says of a clock that was forgotten counts instead of what it measured.
    const wrong = { ...pin, actionId: 'w', minutes: 0 };
    await expect(at(21).call('finishMeeting', wrong)).rejects.toThrow();
    await at(22).call('finishMeeting', { ...pin, actionId: 'f', heldOn: '2026-11-19', minutes: 35 });
    expect(await team.text(sheetId, 'band', COL.when)).toBe('held 19 Nov');
    const open = await at(30).call('reopenMeeting', pin);
    expect(open).toMatchObject({ block: { state: 'running', reopened: true, minutes: 35, heldOn: '2026-11-19' } });
    const done = await at(40).call('finishMeeting', { ...pin, actionId: 'g' });
    expect([done.minutes, done.screen]).toMatchObject([35, { block: { state: 'finished', heldOn: '2026-11-19' } }]);
    expect((await team.text(sheetId, 'end', COL.when)).split(' · ').slice(-3)).toEqual([
      'finished by Jon Vale, 20 Nov 2026',
      'reopened by Jon Vale, 20 Nov 2026',
      'finished by Jon Vale, 20 Nov 2026',
    ]);
  }));

test('what was prepared stands at the top; plan, development and next date come along until done', () =>
  withTeam(async (team, sheetId) => {
    await save(team, sheetId, 202611, [
      ['text:review', 'when', 'The call with Harbour'],
      ['text:help', 'when', 'The board meeting'],
      ['text:seen', 'when', 'Two thirds of it was us'],
      ['text:brings', 'when', 'The new price list'],
      ['text:ready', 'when', '✓'],
      ['text:plan', 'when', 'Ten calls before noon'],
      ['grow:a', 'who', 'Negotiating'],
      ['grow:a', 'when', '2027-03-01'],
      ['grow:b', 'who', 'Spanish'],
      ['text:nextDate', 'when', '2026-12-03'],
    ]);
    await save(team, sheetId, 202611, [['grow:b', 'status', 'done']]);
    const screen = await meeting(team, sheetId, 202611);
    expect(screen.block.prepare.review.value).toBe('The call with Harbour');
    expect(screen.block.prepare.ready.value).toBe('✓');
    expect([screen.block.seen?.value, screen.block.brings?.value]).toEqual([
      'Two thirds of it was us',
      'The new price list',
    ]);
    const review = await team.rowOf(sheetId, 'text:review');
    expect(review).toBeLessThan(await team.rowOf(sheetId, 'section:new'));
    await startMonth(team, sheetId, 202612);
    const next = await meeting(team, sheetId, 202612);
    expect(next.block.prepare.ready.value).toBe('');
    expect([next.block.seen?.value, next.block.brings?.value, next.block.prepare.help.value]).toEqual(['', '', '']);
    // What help was wanted with is asked about; the answer is typed beside it.
    const topics = next.block.sections.find(({ kind }) => kind === 'topics')!;
    expect(topics.rows.map((row) => [row.key, row.cells.who, row.cells.why])).toEqual([
      ['other:help202611', 'Help in November: The board meeting. How did it go?', ''],
    ]);
    expect(next.block.plan?.value).toBe('Ten calls before noon');
    expect(next.block).toMatchObject({ state: 'planned', heldOn: '2026-12-03' });
    expect(next.block.growth.rows.map((row) => [row.key, row.cells.who, row.fromMonth])).toEqual([
      ['grow:a', 'Negotiating', 202611],
    ]);
    expect(next.canUndoStart).toBe(true);
    expect(await team.text(sheetId, 'grow:a', COL.when, 202612)).toBe('1 Mar');
  }));

test('a plan: written by a card or by hand, carried with what it is about, reviewed, and dropped after two missed reviews', () =>
  withTeam(async (team, sheetId, repId) => {
    await save(team, sheetId, 202611, [['new:d', 'who', 'Harbour']]);
    const edit = (field: 'who' | 'when' | 'why' | 'status', now: string) => ({ key: 'grow:p', field, was: '', now });
    const edits = [
      { ...edit('who', 'Harbour'), coaching: 'plan deal d' },
      edit('when', '2026-11-20'),
      edit('why', 'Meet the one who signs'),
      edit('status', 'open'),
    ];
    const saved = await team.player.call('saveEdits', { sheetId, repId, month: 202611, edits });
    expect(saved.screen).toMatchObject({ block: { growth: { rows: [{ key: 'grow:p', plan: { about: 'new:d' } }] } } });
    // Once more, as after a lost answer.
    await team.player.call('saveEdits', { sheetId, repId, month: 202611, edits });
    // By hand, on the bare tab: about a KPI, in the white row below.
    const row = (await team.rowOf(sheetId, 'grow:p')) + 1;
    await team.type(sheetId, row, COL.who, 'Calls before ten');
    await team.type(sheetId, row, COL.why, 'A list the evening before');
    const { rows } = (await meeting(team, sheetId, 202611)).block.growth;
    expect(rows).toMatchObject([
      { key: 'grow:p', plan: { about: 'new:d' } },
      { cells: { who: 'Calls before ten' }, plan: { about: 'kpis:calls' } },
    ]);
    const byHand = rows[1]!.key;

    const plans = async (month: number) =>
      (await team.player.call('planMonth', { sheetId, month })).people.flatMap((person) => person.plans);
    expect(await plans(202612)).toEqual([]);
    await startMonth(team, sheetId, 202612);
    const december = await meeting(team, sheetId, 202612);
    expect(december.block.growth.rows).toMatchObject([
      {
        key: 'grow:p',
        plan: { about: 'existing:d' },
        fromMonth: 202611,
        cells: { when: '2026-11-20', status: 'open' },
      },
      { key: byHand, plan: { about: 'kpis:calls' }, fromMonth: 202611 },
    ]);
    expect(await team.text(sheetId, 'grow:p', COL.since, 202612)).toBe('Nov');
    expect([december.canUndoStart, december.block.pipeline?.commitmentsOpen]).toEqual([true, 0]);

    // The one by hand is looked at; of the other nothing is said twice.
    const review = async (month: number, changes: Record<string, [was: string, now: string]>) =>
      team.player.call('saveEdits', {
        sheetId,
        repId,
        month,
        edits: Object.entries(changes).map(([field, [was, now]]) => ({ key: byHand, field: field as 'who', was, now })),
      });
    await review(202612, { status: ['open', 'partly'], moved: ['', 'Three days of five'], when: ['', '2027-01-20'] });
    await startMonth(team, sheetId, 202701);
    await review(202701, { status: ['open', 'worked'], moved: ['', 'It is a habit now'] });
    expect(await plans(202702)).toEqual([{ id: 'p', title: 'Harbour', missed: 2, isDropped: false }]);
    const decisions = [{ id: 'p', what: 'drop' as const, reason: '' }];
    const request = { sheetId, month: 202702, decisions };
    const preview = await team.player.call('planMonth', request);
    expect(preview.people[0]?.plans).toEqual([{ id: 'p', title: 'Harbour', missed: 2, isDropped: true }]);
    await team.player.call('startMonth', { ...request, people: asShown(preview) });
    expect((await meeting(team, sheetId, 202702)).block.growth.rows).toEqual([]);
    expect((await meeting(team, sheetId, 202701)).block.growth.rows).toMatchObject([
      { key: 'grow:p', cells: { status: 'dropped' } },
      { key: byHand, cells: { status: 'worked', moved: 'It is a habit now' } },
    ]);
    // The same page for both, and in the person's own export only.
    const lines = await team.player.as({ user: 'mira@example.com' }).call('loadLines', { sheetId, repId });
    expect(lines.map(({ title, isPlan, steps }) => [title, isPlan, steps.map(({ state }) => state)])).toEqual([
      ['Harbour', true, ['open', 'open', 'dropped']],
      ['Calls before ten', true, ['open', 'partly', 'worked']],
    ]);
    expect(await team.player.call('loadLines', { sheetId, repId, key: byHand })).toEqual(lines.slice(1));
    const others = {
      sheetId: team.sheet['Ben Sorrel']!,
      repId: (await meeting(team, team.sheet['Ben Sorrel']!, 202611)).rep.repId,
    };
    await expect(team.player.as({ user: 'mira@example.com' }).call('loadLines', others)).rejects.toThrow();
    const exported = async (of: number | null) =>
      (await team.player.call('exportRecord', { sheetId: of })).rows.coaching;
    expect(await exported(sheetId)).toHaveLength(6);
    expect(await exported(null)).toEqual([]);
    const check = await team.player.call('checkTab', { sheetId });
    expect(check.findings).toEqual([]);
  }));

test('the results agenda for a rep or for one month; what comes along keeps its place either way', () =>
  withTeam(async (team, sheetId) => {
    await save(team, sheetId, 202611, [
      ['new:a', 'who', 'Harbour'],
      ['new:a', 'amount', 5000],
      ['todo:p', 'who', 'Price list'],
      ['grow:g', 'who', 'Negotiating'],
    ]);
    const request = { sheetId, month: 202612, agenda: 'results' as const };
    const preview = await team.player.call('planMonth', request);
    await team.player.call('startMonth', { ...request, people: asShown(preview) });
    const results = await meeting(team, sheetId, 202612);
    expect(results.block.sections.map((section) => section.id)).toEqual(['kpis', 'existing', 'new', 'conclusion']);
    expect(results.block.plannedMinutes).toBe(20);
    expect(results.block.sections[1]?.rows.map((row) => row.key)).toEqual(['existing:a']);
    expect(results.block.growth.rows.map((row) => row.key)).toEqual(['grow:g']);
    expect(results.block.pipeline).toMatchObject({ amount: 5000, open: 1, stuck: 0, commitmentsOpen: 1 });
    // The month after goes back to the agenda of the roster, and loses nothing.
    await startMonth(team, sheetId, 202701);
    const full = await meeting(team, sheetId, 202701);
    expect([full.block.sections.length, full.block.plannedMinutes]).toEqual([7, 30]);
    expect(full.block.sections.find((section) => section.id === 'existing')?.rows).toHaveLength(1);
    expect(full.block.growth.rows).toHaveLength(1);
    expect(full.block.commitments).toHaveLength(1);
  }));

test('a section of one’s own follows into the block, keeps its rows when it is renamed, and leaves Setup without a trace in older months', () =>
  withTeam(async (team, sheetId) => {
    const setup = team.engine.sheets().find((sheet) => sheet.name === 'Setup')!.id;
    const line = (await team.rowOf(setup, 'agenda:conclusion')) + 1;
    const typed = (name: string, shown: string) =>
      team.write(
        { op: 'cells', sheetId: setup, row: line, col: 1, cells: [[{ v: name }]] },
        {
          op: 'cells',
          sheetId: setup,
          row: line,
          col: 4,
          cells: [[{ v: 'What did you learn?' }, { v: 6 }, { v: shown }]],
        },
      );
    await typed('Learning', 'yes');
    // A run for everyone is a manager's: it gives the typed line its key.
    await startForAll(team.player, 202612);
    const own = (await meeting(team, sheetId, 202612)).block.sections.find((section) => section.name === 'Learning')!;
    expect(own).toMatchObject({ kind: 'notes', question: 'What did you learn?', minutes: 6 });
    await save(team, sheetId, 202612, [[`${own.id}:x`, 'who', 'Silence after the price']]);
    await typed('What we learnt', 'yes');
    await startMonth(team, sheetId, 202701);
    const renamed = (await meeting(team, sheetId, 202701)).block.sections.find((section) => section.id === own.id);
    expect(renamed?.name).toBe('What we learnt');
    await typed('What we learnt', 'no');
    const before = (await meeting(team, sheetId, 202612)).block.sections.find((section) => section.id === own.id);
    expect(before?.rows.map((row) => row.cells.who)).toEqual(['Silence after the price']);
  }));

test('ranks of months that nobody changes any longer stay, for everyone', () =>
  withTeam(async (team, sheetId) => {
    const ben = team.sheet['Ben Sorrel']!;
    for (const [sheet, actual] of [
      [sheetId, 70],
      [ben, 90],
    ] as const)
      await team.type(sheet, await team.rowOf(sheet, 'kpis:calls', 202611), COL.amount, actual);
    const ranks = async () =>
      Promise.all([sheetId, ben].map((sheet) => team.text(sheet, 'kpis:calls', COL.since, 202611)));
    expect(await ranks()).toEqual(['2 of 2', '1 of 2']);
    await startForAll(team.player, 202612);
    expect(await ranks()).toEqual(['2 of 2', '1 of 2']);
    await startForAll(team.player, 202701);
    expect(await ranks()).toEqual(['2 of 2', '1 of 2']);
    // A figure typed later changes no rank of a month that has been left behind.
    await team.type(sheetId, await team.rowOf(sheetId, 'kpis:calls', 202611), COL.amount, 99);
    expect(await ranks()).toEqual(['2 of 2', '1 of 2']);
  }));
