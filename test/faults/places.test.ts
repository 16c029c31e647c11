/** The same months in other countries, languages and time zones: the same figures, the right days. */
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { closeAll, closeStage, MANAGER, meeting, openTeam, screenAfter, startMonth } from '../support/addon';
import { SOAK, tally } from '../support/soak';

afterAll(closeAll);

type Team = Awaited<ReturnType<typeof openTeam>>;

const LOCALES = ['en_US', 'en_GB', 'de_DE', 'fr_FR', 'pt_BR', 'ja_JP', 'tr_TR'];
const REP = 'mira@example.com';

/** Goals, figures, opportunities with statuses as people write them, a meeting, the next month. What came of it. */
async function story(team: Team): Promise<Record<string, unknown>> {
  const sheetId = team.sheet['Mira Oakes']!;
  const setup = team.engine.sheets().find(({ name }) => name === 'Setup')!.id;
  const goals = await team.rowOf(setup, 'header:goals');
  const goal = [[{ v: 'Booked revenue' }, { v: 80000 }, { v: 'month' }]];
  await team.write({ op: 'cells', sheetId: setup, row: goals + 1, col: 4, cells: goal });
  const { rep } = await meeting(team, sheetId, 202611);
  const pin = { sheetId, repId: rep.repId, month: 202611 };
  const save = (...edits: [string, string, string | number][]) =>
    team.player.call('saveEdits', {
      ...pin,
      edits: edits.map(([key, field, now]) => ({ key, field: field as 'who', was: '', now })),
    });
  await save(
    ['new:a', 'who', 'Iğdır İşleri'],
    ['new:a', 'when', '2026-12-24'],
    ['new:a', 'amount', 1234.5],
    ['new:a', 'status', 'STUCK'],
    ['new:b', 'who', 'Won'],
    ['new:b', 'amount', 1000],
    ['new:c', 'who', 'Cold'],
    ['new:c', 'status', 'GOING COLD'],
    ['new:c', 'why', '1.234,5'],
    ['todo:t', 'who', 'Call'],
    ['todo:t', 'when', '2026-10-25'],
    ['text:nextDate', 'when', '2027-01-01'],
  );
  await team.type(sheetId, await team.rowOf(sheetId, 'kpis:revenue'), COL.amount, 76543.25);
  await team.type(sheetId, await team.rowOf(sheetId, 'new:b'), COL.status, 'WON');
  const screen = await meeting(team, sheetId, 202611);
  const preview = await team.player.call('planMonth', { sheetId, month: 202612 });
  const started = await startMonth(team, sheetId, 202612);
  const december = await meeting(team, sheetId, 202612);
  const cell = async (key: string, col: number, month: number) =>
    (await team.values(sheetId))[(await team.rowOf(sheetId, key, month)) - 1]?.[col - 1];
  return {
    share: Math.round(screen.block.sections.find(({ kind }) => kind === 'kpis')!.rows[0]!.kpi!.share! * 1e6),
    percent: (await team.text(sheetId, 'kpis:revenue', COL.status, 202611)).replace(/\D/g, ''),
    pipeline: [screen.block.pipeline?.amount, screen.block.pipeline?.open, screen.block.pipeline?.stuck],
    unreadable: preview.people[0]!.unreadable,
    started: started.started,
    carried: december.block.sections.find(({ id }) => id === 'existing')!.rows.map(({ cells }) => cells),
    due: december.block.commitments.map(({ cells }) => cells.when),
    planned: december.block.heldOn,
    dates: [await cell('existing:a', COL.when, 202612), await cell('todo:t', COL.when, 202612)],
    typed: await cell('new:c', COL.why, 202611),
    broken: (await team.values(sheetId)).flat().filter((value) => /^#[A-Z]+/.test(String(value))),
  };
}

async function storyIn(locale: string, timeZone = 'Europe/Istanbul', scriptTimeZone = 'America/New_York') {
  const team = await openTeam(`Mira Oakes, ${REP}`, {
    locale,
    timeZone,
    scriptTimeZone,
    translate: (message) => `${locale}: ${[...message].reverse().join('')}`,
  });
  try {
    return await story(team);
  } finally {
    closeStage(team);
  }
}

test('the same in every country', async () => {
  const home = await storyIn('en_US');
  expect(home).toMatchObject({
    share: 956791,
    percent: '96',
    unreadable: [],
    started: ['Mira Oakes'],
    carried: [
      { who: 'Iğdır İşleri', when: '2026-12-24', amount: 1234.5, status: 'STUCK' },
      { who: 'Cold', status: 'GOING COLD', why: '1.234,5' },
    ],
    due: ['2026-10-25'],
    planned: '2027-01-01',
    broken: [],
  });
  // Turkey has commas, days before months, and small letters of its own: of the others none has a kind that it has not.
  const others = SOAK ? LOCALES.slice(1) : ['tr_TR'];
  for (const locale of others) expect([locale, await storyIn(locale)]).toEqual([locale, home]);
  tally({ kind: 'places', what: 'locales', cases: others.length + 1, lost: 0 });
});

/** Moments at which a day is another one elsewhere, or has 23 or 25 hours. */
const MOMENTS: [zone: string, script: string, at: string, today: string, due: number][] = [
  ['Pacific/Auckland', 'America/Los_Angeles', '2026-11-30T10:30:00Z', '2026-11-30', 202611],
  ['Pacific/Auckland', 'America/Los_Angeles', '2026-11-30T11:30:00Z', '2026-12-01', 202612],
  ['America/New_York', 'Asia/Tokyo', '2026-12-01T04:30:00Z', '2026-11-30', 202611],
  ['America/New_York', 'Pacific/Kiritimati', '2027-01-01T04:59:00Z', '2026-12-31', 202612],
  ['Pacific/Kiritimati', 'America/New_York', '2026-12-31T10:01:00Z', '2027-01-01', 202701],
  ['Europe/Berlin', 'America/New_York', '2027-03-28T00:59:00Z', '2027-03-28', 202703],
  ['Europe/Berlin', 'America/New_York', '2027-03-28T22:30:00Z', '2027-03-29', 202703],
  ['Europe/Berlin', 'Pacific/Auckland', '2026-10-25T22:59:00Z', '2026-10-25', 202610],
  ['America/Sao_Paulo', 'Asia/Tokyo', '2027-02-01T02:59:00Z', '2027-01-31', 202701],
  ['Asia/Kathmandu', 'America/New_York', '2026-11-30T18:16:00Z', '2026-12-01', 202612],
];

test('a meeting at the edge of a day, a month, a year, at a change of clocks', async () => {
  const team = await openTeam('Mira Oakes', { nowMs: Date.UTC(2026, 8, 1, 12) });
  const sheetId = team.sheet['Mira Oakes']!;
  for (const [timeZone, scriptTimeZone, at, today, due] of MOMENTS) {
    await team.write({ op: 'file', patch: { timeZone } });
    const nowMs = Date.parse(at);
    const there = { ...team, player: team.player.as({ nowMs, scriptTimeZone }) };
    const screen = await there.player.call('loadScreen', { sheetId });
    expect([at, timeZone, screen.today, screen.dueMonth]).toEqual([at, timeZone, today, due]);
    if (screen.kind === 'meeting' ? screen.block.month < due : true) {
      const { started } = await startMonth(there, sheetId, due).catch(() => ({ started: [] }));
      if (started.length === 0) continue;
      const { rep, block } = await meeting(there, sheetId, due);
      expect([at, block.month]).toEqual([at, due]);
      const pin = { sheetId, repId: rep.repId, month: due };
      await there.player.call('setClock', { ...pin, action: { act: 'start', section: 'new' }, actionId: `s${at}` });
      await there.player.as({ nowMs: nowMs + 20 * 60_000 }).call('finishMeeting', { ...pin, actionId: `f${at}` });
      const held = await meeting(there, sheetId, due);
      expect([at, held.block.heldOn, held.block.minutes]).toEqual([at, today, 20]);
      expect(await team.text(sheetId, 'end', COL.when, due)).toContain(`finished by Jon Vale`);
    }
  }
  // A day typed into a cell is that day in any zone.
  const newest = (await team.values(sheetId))[4]![HIDDEN.month - 1] as number;
  const before = await meeting(team, sheetId, newest);
  const { rep } = before;
  for (const [timeZone, scriptTimeZone] of MOMENTS) {
    await team.write({ op: 'file', patch: { timeZone } });
    const day = `2027-03-${String(MOMENTS.findIndex(([zone, script]) => zone === timeZone && script === scriptTimeZone) + 20)}`;
    const edit = { key: `new:${timeZone.replace(/\W/g, '')}${day}`, was: '' };
    const saved = await team.player.as({ scriptTimeZone }).call('saveEdits', {
      sheetId,
      repId: rep.repId,
      month: newest,
      edits: [
        { ...edit, field: 'who', now: timeZone },
        { ...edit, field: 'when', now: day },
      ],
    });
    const row = screenAfter(before, saved)
      .block.sections.find(({ id }) => id === 'new')!
      .rows.find(({ key }) => key === edit.key)!;
    expect([timeZone, row.cells.when]).toEqual([timeZone, day]);
  }
  tally({ kind: 'places', what: 'moments', cases: MOMENTS.length * 2, lost: 0 });
  closeStage(team);
});

test('refusals in another language are understood', async () => {
  const team = await openTeam(`Mira Oakes, ${REP}\nBen Sorrel, ben@example.com`, {
    translate: () => 'Bu işlem yapılamadı',
  });
  const { rep } = await meeting(team, team.sheet['Mira Oakes']!, 202611);
  await team.player.call('protectTabs', {});
  const edits = [{ key: 'new:a', field: 'who' as const, was: '', now: 'x' }];
  const pin = { sheetId: rep.sheetId, repId: rep.repId, month: 202611 };
  await expect(team.player.as({ user: 'ben@example.com' }).call('saveEdits', { ...pin, edits })).rejects.toThrow(
    /is not yours/,
  );
  await expect(team.player.as({ user: 'stranger@example.com' }).call('saveEdits', { ...pin, edits })).rejects.toThrow(
    /You may read “Mira Oakes” but not edit it/,
  );
  expect((await team.player.as({ user: MANAGER }).call('saveEdits', { ...pin, edits })).outcomes[0]?.outcome).toBe(
    'saved',
  );
  closeStage(team);
});
