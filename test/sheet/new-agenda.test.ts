/** Setup's agenda changed while months are open: what is previewed, what is written, what stays, and the way back. */
import { knownSection, RESULTS_AGENDA, STANDARD_AGENDA } from '../../src/core/shared/agenda';
import { COL } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import { edit, talk, team } from '../golden/quarter';
import { rowWith, Story } from '../support/plain-google/story';
import type { PlainTab } from '../support/plain-google/tab';

const SECTIONS = /^section:/;

/** The headings of a tab's newest month, as people read them. */
function headings(tab: PlainTab): string[] {
  const { rows } = tab.cells;
  const newest = rows.find((line) => line[HIDDEN.key - 1]?.value === 'band')?.[HIDDEN.month - 1]?.value;
  return rows.flatMap((line) =>
    SECTIONS.test(String(line[HIDDEN.key - 1]?.value)) && line[HIDDEN.month - 1]?.value === newest
      ? [`${line[COL.who - 1]?.value}: ${line[COL.next - 1]?.value}`]
      : [],
  );
}

const keysOf = (tab: PlainTab) => tab.cells.rows.map((line) => String(line[HIDDEN.key - 1]?.value ?? ''));

test('is offered, previewed and written month by month; a section with text stays and is told; Undo brings the sections back', () => {
  const story = new Story();
  const { mira, ben } = team(story);
  const [miras, bens, setup] = ['Mira Oakes', 'Ben Sorrel', 'Setup'].map((name) => story.book.tab(name)) as [
    PlainTab,
    PlainTab,
    PlainTab,
  ];
  const screenOf = (sheetId: number) => story.call('loadScreen', { sheetId, month: 202611 });
  expect(screenOf(mira.sheetId)).not.toHaveProperty('isAgendaNew');
  story.call('saveEdits', {
    ...mira,
    edits: [
      edit('notWorking:n', 'who', 'not working said so'),
      edit('new:a', 'who', 'deal said so'),
      edit('new:a', 'amount', 5000),
      edit('grow:g', 'who', 'growth said so'),
    ],
  });
  const before = headings(bens);
  // One section is renamed and gets more time, one goes, and the KPIs come before all others.
  const rowOf = (name: string) => rowWith(setup, name);
  story.type(setup, rowOf('What’s working'), 1, 'What carries us');
  story.hand('a section deleted', () => setup.sheet.deleteRows(rowOf('What’s not working'), 1));
  expect(screenOf(mira.sheetId)).toMatchObject({ isAgendaNew: true });
  const [preview] = story.whole('planAgenda', {});
  expect(preview).toMatchObject({ left: [] });
  expect(preview!.people.map(({ name, changes }) => [name, changes])).toEqual([
    ['Mira Oakes', ['“What’s working” is called “What carries us”', '“What’s not working” stays, it has text']],
    ['Ben Sorrel', ['“What’s working” is called “What carries us”', '“What’s not working” goes']],
  ]);
  const shown = preview!.people.map(({ repId, digest }) => ({ repId, digest }));
  const [done] = story.whole('applyAgenda', { people: shown });
  expect(done).toMatchObject({ written: ['Mira Oakes', 'Ben Sorrel'], changed: [] });
  expect(headings(miras).map((line) => line.replace(/:.*/, ''))).toEqual([
    '1  New opportunities',
    '2  Existing opportunities',
    '3  What carries us',
    '4  What’s not working',
    '5  KPIs',
    '6  Other discussion',
    '7  Conclusion',
  ]);
  expect(headings(bens)).toHaveLength(6);
  expect(keysOf(bens).join()).not.toContain('notWorking');
  for (const text of ['not working said so', 'deal said so', 'growth said so']) rowWith(miras, text);
  for (const { sheetId } of [mira, ben]) {
    expect(screenOf(sheetId)).not.toHaveProperty('isAgendaNew');
    expect(story.call('checkTab', { sheetId }).findings).toEqual([]);
  }
  // Nobody has typed into Ben's month: it can still be taken back.
  expect(screenOf(ben.sheetId)).toMatchObject({ canUndoStart: true });
  expect(story.whole('planAgenda', {})[0]).toMatchObject({ people: [], left: [] });
  const back = Object.fromEntries(preview!.people.map(({ repId, was }) => [repId, was]));
  story.whole('applyAgenda', { people: shown.map(({ repId }) => ({ repId, digest: '' })), back });
  expect(headings(bens)).toEqual(before);
  expect(headings(miras)).toEqual(before);
  expect(story.call('checkTab', { sheetId: ben.sheetId }).findings).toEqual([]);
  // A row to type into has come back with the section.
  expect(keysOf(bens).filter((key) => key.startsWith('notWorking:'))).toHaveLength(2);
});

test('any sections can follow any others: each text stays, each section once, and nothing is left to repair', () => {
  const story = new Story();
  const pins = team(story);
  talk(story, pins);
  const tab = story.book.tab('Mira Oakes');
  const { sheetId, repId } = pins.mira;
  story.start(sheetId, 202612);
  const pin = { ...pins.mira, month: 202612 };
  const words = ['existing said so', 'working again said so', 'why calls said so'];
  story.call('saveEdits', {
    ...pin,
    edits: [
      edit('working:w2', 'who', 'working again said so'),
      edit('kpis:calls', 'why', 'why calls said so'),
      edit('existing:a', 'moved', 'existing said so'),
    ],
  });
  const own = { id: 'own1', kind: 'notes' as const, name: 'Risks', question: 'What may go wrong?', minutes: 4 };
  const of = (...ids: string[]) => ids.map((id) => (id === 'own1' ? own : knownSection(id)!));
  const month = () => {
    const screen = story.call('loadScreen', { sheetId, month: 202612 });
    if (screen.kind !== 'meeting') throw new Error(screen.kind);
    return screen.block;
  };
  for (const agenda of [
    of('kpis', 'own1', 'existing', 'new', 'conclusion'),
    of('conclusion'),
    of('new', 'existing', 'working', 'notWorking', 'kpis', 'other', 'conclusion'),
    of('other', 'own1', 'notWorking', 'new', 'conclusion'),
    RESULTS_AGENDA,
    STANDARD_AGENDA,
  ]) {
    const was = month();
    story.whole('applyAgenda', {
      people: [{ repId, digest: '' }],
      back: { [repId]: agenda.map((one) => ({ ...one })) },
    });
    const now = month();
    const ids = now.sections.map(({ id }) => id);
    const wanted = agenda.map(({ id }) => id);
    expect(ids.filter((id) => wanted.includes(id))).toEqual(wanted);
    // What is not wanted and has text stays: opportunities that came along, notes, comments on KPIs.
    expect(ids).toEqual(expect.arrayContaining(['existing', 'working', 'kpis']));
    expect(new Set(ids).size).toBe(ids.length);
    expect(headings(tab).map((line) => Number.parseInt(line, 10))).toEqual(ids.map((_, n) => n + 1));
    for (const text of words) rowWith(tab, text);
    expect(story.call('checkTab', { sheetId }).findings).toEqual([]);
    // Figures go on: the same KPIs, the row of opportunities in figures, the lines of development, the commitments.
    expect(now.pipeline).not.toBeNull();
    for (const part of ['growth', 'commitments'] as const)
      expect(JSON.stringify(now[part])).toContain(part === 'growth' ? 'growth said so' : 'promise said so');
    expect(now.growth.rows.map(({ key }) => key)).toEqual(was.growth.rows.map(({ key }) => key));
  }
});

test('cut off at any write no text is lost; Check and repair or the same once more ends it', () => {
  const agenda = ['kpis', 'new', 'existing', 'working', 'conclusion'].map((id) => ({ ...knownSection(id)! }));
  let cuts = 0;
  for (let writes = 1; ; writes += 9) {
    const story = new Story();
    const { mira } = team(story);
    story.call('saveEdits', {
      ...mira,
      edits: [
        edit('new:a', 'who', 'deal said so'),
        edit('new:a', 'amount', 5000),
        edit('notWorking:n', 'who', 'not working said so'),
        edit('kpis:calls', 'why', 'why calls said so'),
        edit('grow:g', 'who', 'growth said so'),
      ],
    });
    const { sheetId, repId } = mira;
    const apply = () => story.whole('applyAgenda', { people: [{ repId, digest: '' }], back: { [repId]: agenda } });
    story.book.stopAfter(writes);
    let isCut = false;
    try {
      apply();
    } catch {
      isCut = true;
    }
    story.book.stopAfter(Number.POSITIVE_INFINITY);
    const tab = story.book.tab('Mira Oakes');
    const texts = () => {
      for (const text of ['deal said so', 'not working said so', 'why calls said so', 'growth said so'])
        rowWith(tab, text);
    };
    texts();
    if (story.call('checkTab', { sheetId }).findings.length > 0) story.repair(sheetId);
    texts();
    apply();
    texts();
    expect(story.call('checkTab', { sheetId }).findings).toEqual([]);
    expect(headings(tab).map((line) => line.replace(/^\d+ {2}|:.*/g, ''))).toEqual([
      'KPIs',
      'New opportunities',
      'Existing opportunities',
      'What’s working',
      'What’s not working',
      'Conclusion',
    ]);
    if (!isCut) break;
    cuts++;
  }
  expect(cuts).toBeGreaterThan(1);
});
