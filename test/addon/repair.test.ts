import { COL, HEAD_ROWS, itemKey } from '../../src/sheet/grid/grid';
import { COLUMNS, HIDDEN } from '../../src/sheet/grid/hidden';
import { closeAll, closeStage, meeting, openTeam, startMonth } from '../support/addon';
import { type Random, seeded } from '../support/seeded';
import { SOAK } from '../support/soak';

afterAll(closeAll);

type Team = Awaited<ReturnType<typeof openTeam>>;

const NAME = 'Mira Oakes';
const isPersons = (text: string) => /^u\d+ said so/.test(text);

/** A team whose first tab has three months with texts in them. */
async function richTeam(
  options: Parameters<typeof openTeam>[1] = {},
): Promise<Team & { tab: number; say: () => string }> {
  const team = await openTeam(`${NAME}\nBen Sorrel`, { ...options, nowMs: Date.UTC(2027, 0, 4, 12) });
  const tab = team.sheet[NAME]!;
  let count = 0;
  const text = () => `u${++count} said so`;
  for (const month of [202611, 202612, 202701]) {
    if (month !== 202611) await startMonth(team, tab, month);
    const screen = await meeting(team, tab, month);
    const edits = screen.block.sections
      .filter((section) => section.kind !== 'kpis' && section.kind !== 'conclusion')
      .flatMap((section) => [
        { key: `${section.id}:a${month}`, field: 'who' as const, was: '', now: text() },
        { key: `${section.id}:b${month}`, field: 'who' as const, was: '', now: text() },
        { key: `${section.id}:b${month}`, field: 'why' as const, was: '', now: text() },
      ]);
    const more = [
      { key: `todo:c${month}`, field: 'who' as const, was: '', now: text() },
      { key: 'text:takeaway', field: 'when' as const, was: '', now: text() },
      { key: 'kpis:revenue', field: 'amount' as const, was: '', now: 1000 },
    ];
    await team.player.call('saveEdits', { sheetId: tab, repId: screen.rep.repId, month, edits: [...edits, ...more] });
  }
  return { ...team, tab, say: text };
}

async function personsTexts(team: Team, tab: number): Promise<string[]> {
  const { lastRow, maxCols } = team.engine.sheets().find((sheet) => sheet.id === tab)!;
  const cells = await team.engine.read(tab, { row: 1, col: 1, rows: lastRow, cols: maxCols });
  return cells
    .flatMap((line) => line.map((cell) => (cell.f ? '' : String(cell.v ?? ''))))
    .filter(isPersons)
    .sort();
}

/** Where the keys stand now, 0-based: a column of somebody's own moves them to the right. */
function keyColumn(values: readonly (readonly unknown[])[]): number {
  for (const line of values) {
    const found = line.indexOf('band');
    if (found >= 0) return found;
  }
  return HIDDEN.key - 1;
}

/** One hand edit, as the page makes them. */
async function handEdit(team: Team, tab: number, random: Random, text: () => string): Promise<string> {
  const values = await team.values(tab);
  const rows = values.length;
  const width = values[0]!.length;
  const key = keyColumn(values);
  const row = random.int(1, rows);
  const frame = values.flatMap((line, n) =>
    /^(band|focus|end|section:|header:|text:|sum:)/.test(String(line[key])) ? [n + 1] : [],
  );
  const count = random.int(1, 4);
  const other = random.int(5, rows);
  const cells = (lines: number) => ({ row, col: 1, rows: lines, cols: width });
  switch (random.int(0, 9)) {
    case 0:
      await team.write({ op: 'insertRows', sheetId: tab, before: row, count, inherit: 'before' });
      await team.type(tab, row, COL.who, text());
      return `insert ${count} at ${row}`;
    case 1: {
      const at = random.pick(frame);
      await team.write({ op: 'deleteRows', sheetId: tab, row: at, count });
      return `delete ${count} at ${at}`;
    }
    case 2:
    case 3: {
      const at = random.pick(frame);
      const col = random.pick([COL.who, COL.when]);
      await team.type(tab, at, col, text());
      return `type over ${at},${col}`;
    }
    case 4: {
      const to = other > row && other <= row + count ? row : other;
      if (to !== row) await team.write({ op: 'moveRows', sheetId: tab, row, count, before: to });
      return `move ${count} from ${row} before ${to}`;
    }
    case 5:
      await team.write({ op: 'insertRows', sheetId: tab, before: other, count, inherit: 'before' });
      await team.write({
        op: 'copy',
        sheetId: tab,
        from: { ...cells(count), row: row >= other ? row + count : row },
        toSheetId: tab,
        to: { ...cells(count), row: other },
        what: 'ALL',
        transposed: false,
      });
      return `copy ${count} from ${row} to ${other}`;
    case 6: {
      const bands = values.flatMap((line, n) => (line[key] === 'band' ? [n + 1] : []));
      const band = random.pick(bands);
      const height = (bands.find((n) => n > band) ?? rows + 1) - band;
      // A paste beyond the last row makes the sheet longer.
      const { maxRows } = team.engine.sheets().find((sheet) => sheet.id === tab)!;
      const lacking = rows + 1 + height - maxRows;
      if (lacking > 0)
        await team.write({ op: 'insertRows', sheetId: tab, before: maxRows + 1, count: lacking, inherit: 'before' });
      await team.write({
        op: 'copy',
        sheetId: tab,
        from: { row: band, col: 1, rows: height, cols: width },
        toSheetId: tab,
        to: { row: rows + 2, col: 1, rows: height, cols: width },
        what: 'ALL',
        transposed: false,
      });
      return `copy the month at ${band}`;
    }
    case 7: {
      const at = random.pick([COL.why, COL.amount, COL.status, COL.next]);
      await team.write({ op: 'insertCols', sheetId: tab, before: at, count: 1, inherit: 'before' });
      return `insert column ${at}`;
    }
    case 8: {
      // As a person who sorts the visible cells of some rows: the hidden ones come along.
      const block = values.slice(row - 1, row - 1 + 5);
      if (block.some((line) => /^(band|focus|text:|tab:)|^$/.test(String(line[key] ?? '')))) return 'nothing';
      await team.write({ op: 'moveRows', sheetId: tab, row: row + block.length - 1, count: 1, before: row });
      return `sort ${block.length} at ${row}`;
    }
    default:
      await team.write({ op: 'cells', sheetId: tab, row: random.pick(frame), col: key + 1, cells: [[{ v: null }]] });
      return 'lose a key';
  }
}

test('sequences of hand edits: repaired on request, as previewed, no word lost, a second repair changes nothing', async () => {
  const team = await richTeam();
  const { tab, say: text } = team;
  let found = 0;
  try {
    for (let seed = 1; seed <= (SOAK ? 40 : 3); seed++) {
      const random = seeded(seed);
      const edits: string[] = [];
      for (let n = random.int(1, 3); n > 0; n--) edits.push(await handEdit(team, tab, random, text));
      const story = `seed ${seed}: ${edits.join('; ')}`;
      const before = await personsTexts(team, tab);
      if (seed % 3 === 0) await team.player.call('loadScreen', { sheetId: tab });
      const check = await team.player.call('checkTab', { sheetId: tab });
      found += check.findings.length;
      const result = await team.player.call('repairTab', { sheetId: tab, digest: check.digest });
      expect({ story, changed: result.changed }).toEqual({ story, changed: null });
      expect({ story, texts: await personsTexts(team, tab) }).toEqual({ story, texts: before });
      expect({ story, left: result.left }).toEqual({ story, left: [] });
      const values = await team.values(tab);
      const again = await team.player.call('repairTab', { sheetId: tab, digest: check.digest });
      expect({ story, done: again.done, changed: again.changed }).toEqual({ story, done: [], changed: null });
      expect({ story, values: await team.values(tab) }).toEqual({ story, values });
      const key = keyColumn(values);
      const month = key + HIDDEN.month - HIDDEN.key;
      const bands = values.filter((line) => line[key] === 'band').map((line) => line[month]);
      expect({ story, bands }).toEqual({ story, bands: [...bands].sort((a, b) => Number(b) - Number(a)) });
      expect(values.filter((line) => itemKey(String(line[key]))).every((line) => typeof line[month] === 'number')).toBe(
        true,
      );
    }
    expect(found).toBeGreaterThan(SOAK ? 7 : 3);
  } finally {
    closeStage(team);
  }
});

test('a duplicated tab and one without its head are nobody’s: it is told, and repair helps', async () => {
  const team = await richTeam();
  try {
    const copy = 77;
    await team.write({
      op: 'insertSheet',
      sheetId: copy,
      name: 'Copy of Mira Oakes',
      index: 1,
      rows: 1000,
      cols: COLUMNS,
      template: team.tab,
    });
    const screen = await team.player.call('loadScreen', { sheetId: copy });
    expect(screen).toMatchObject({ kind: 'wrongTab', sheetId: copy, damage: { code: 'copiedTab' } });
    const check = await team.player.call('checkTab', { sheetId: copy });
    expect(check.findings.map((finding) => finding.cell)).toEqual(['A1']);
    const before = await personsTexts(team, copy);
    await team.player.call('repairTab', { sheetId: copy, digest: check.digest });
    expect(await personsTexts(team, copy)).toEqual(before);
    expect((await team.values(copy))[0]![HIDDEN.key - 1]).toBeFalsy();
    await expect(team.player.call('checkTab', { sheetId: copy })).rejects.toMatchObject({
      problem: { code: 'notARepTab' },
    });
    expect((await team.player.call('checkTab', { sheetId: team.tab })).findings).toEqual([]);
    const head = { row: 1, col: 1, rows: HEAD_ROWS, cols: COLUMNS };
    const look = team.engine.styles(team.tab, head);
    const heights = team.engine.rowDimensions(team.tab, 1, HEAD_ROWS);
    await team.write({ op: 'deleteRows', sheetId: team.tab, row: 2, count: 2 });
    await team.type(team.tab, 1, HIDDEN.key, '');
    const lost = await team.player.call('loadScreen', { sheetId: team.tab });
    expect(lost).toMatchObject({ kind: 'wrongTab', sheetId: team.tab, damage: { code: 'headLost' } });
    const { digest } = await team.player.call('checkTab', { sheetId: team.tab });
    const repaired = await team.player.call('repairTab', { sheetId: team.tab, digest });
    expect(repaired.screen).toMatchObject({ kind: 'meeting', rep: { name: NAME } });
    expect(team.engine.styles(team.tab, head)).toEqual(look);
    expect(team.engine.rowDimensions(team.tab, 1, HEAD_ROWS)).toEqual(heights);
  } finally {
    closeStage(team);
  }
});
