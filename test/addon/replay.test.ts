import { HIDDEN } from '../../src/sheet/grid/hidden';
import { checkLives, compareLives, expectedLives, type Life } from '../../workbench/play/life-lines';
import { readPipeline } from '../../workbench/play/pipeline-file';
import { replay } from '../../workbench/play/replay';
import { ReplayFigures } from '../../workbench/play/replay-figures';
import { closeAll, closeStage, openStage } from '../support/addon';
import { HAS_OFFICE, recalculated } from '../support/office';
import { SOAK } from '../support/soak';

afterAll(closeAll);

/** A small pipeline of the same shape as the public one: repeated names, blank accounts, undated prospects, deals of all ages. */
function smallPipeline(deals = 60): string {
  let seed = 42;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const day = (month: number, d: number) => `2017-${String(month).padStart(2, '0')}-${String(d + 1).padStart(2, '0')}`;
  const lines = ['opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value'];
  for (let n = 0; n < deals; n++) {
    const engaged = 1 + random(5);
    const closed = engaged + random(6);
    const stage = n % 9 === 0 ? 'Prospecting' : closed > 6 ? 'Engaging' : ['Won', 'Lost'][random(2)];
    lines.push(
      [
        `OPP${String(n).padStart(4, '0')}`,
        ['Ada Quill', "Bram O'Dell"][random(2)],
        ['GTX', 'MG Special'][random(2)],
        ['', 'Acme', 'Zoomit'][random(3)],
        stage,
        stage === 'Prospecting' ? '' : day(engaged, random(28)),
        stage === 'Won' || stage === 'Lost' ? day(closed, random(28)) : '',
        stage === 'Won' ? String(100 + random(900)) : stage === 'Lost' ? '0' : '',
      ].join(','),
    );
  }
  // One deal closes in June, so that the replay runs to the end of it.
  lines.push(`LAST0001,Ada Quill,GTX,Acme,Won,${day(5, 3)},${day(6, 20)},5`);
  return lines.join('\n');
}

test.each([
  ['every month', SOAK ? 60 : 36, () => false, 1],
  [
    'with skipped months, in a year from April',
    SOAK ? 35 : 24,
    (agent: string, month: number) => (agent === 'Ada Quill' ? month === 201703 || month === 201704 : month === 201702),
    4,
  ],
])('a pipeline replayed %s: lists and figures are exactly what the file says', async (_, size, skip, begins) => {
  const stage = await openStage();
  try {
    const deals = readPipeline(smallPipeline(size));
    const figures = new ReplayFigures(stage.engine, deals, skip, begins);
    const counts = await replay(stage.player, deals, figures.options());
    expect(counts.length).toBeGreaterThan(8);
    for (const { agent, month, fresh, existing, expected } of counts) {
      expect({ agent, month, deals: [...fresh].sort() }).toEqual({ agent, month, deals: [...expected.fresh].sort() });
      expect({ agent, month, deals: [...existing].sort() }).toEqual({
        agent,
        month,
        deals: [...expected.existing].sort(),
      });
    }
    expect(counts.some((count) => count.existing.length > 3)).toBe(true);
    // Two tabs and Team, in two months: open deals, six KPIs, the head.
    expect(figures.differences).toEqual([]);
    expect(figures.compared).toBeGreaterThan(2 * 2 * (7 + 6 * 8 + 6));
    // The sheet itself says the same: rows of the last month, by their keys.
    const last = counts[counts.length - 1]!;
    const sheet = stage.engine.sheets().find((s) => s.name === last.agent)!;
    const keys = (await stage.values(sheet.id))
      .filter((line) => line[HIDDEN.month - 1] === last.month)
      .map((line) => String(line[HIDDEN.key - 1]));
    for (const id of last.existing) expect(keys).toContain(`existing:${id}`);
    // Every life line as the add-on exports it, against the file.
    const player = stage.player.as({ nowMs: Date.UTC(2017, 5, 30, 12) });
    const lives = await checkLives(player, deals, { skip });
    expect(lives).toEqual({ expected: lives.found, equal: lives.found, found: lives.found, differences: [] });
    expect(lives.found).toBe(expectedLives(deals, { skip }).size);
    expect(lives.found).toBeGreaterThan(size / 2);
    if (HAS_OFFICE) {
      const said = (await recalculated(stage.engine)).trim().split('\n');
      expect(said.pop()).toMatch(/^\d{3,} formulas compared, \d differ$/);
      // Nobody in the file has an e-mail: an empty cell that a formula hands on is nothing to Google, and 0 to LibreOffice.
      expect(said.filter((line) => !/^[^!]+!N3: "" became 0 /.test(line))).toEqual([]);
    } else console.info('LibreOffice is not installed here: the replayed book was not calculated by it.');
  } finally {
    closeStage(stage);
  }
});

test('a life line that differs is named, with what the file says', () => {
  const expected = expectedLives(readPipeline(smallPipeline()));
  const [[id, life], [other]] = [...expected] as [[string, Life], [string, Life]];
  const found = [...expected].filter(([of]) => of !== other);
  found[0] = [id, { ...life, outcome: 'left' }];
  const check = compareLives(expected, [...found, found[1]!, ['NOBODY', life]]);
  expect(check).toMatchObject({ expected: expected.size, equal: expected.size - 2, found: expected.size + 1 });
  expect(check.differences).toEqual([
    `${id} outcome: "left" (file: ${JSON.stringify(life.outcome)})`,
    expect.stringMatching(/twice/),
    expect.stringMatching(/NOBODY: on .* not in the file/),
    `${other}: missing on ${expected.get(other)?.person}’s tab`,
  ]);
});

test('a file that is no pipeline is refused with the place', () => {
  expect(() => readPipeline('a,b\n1,2')).toThrow(/lacks the columns opportunity_id/);
  expect(() => readPipeline(smallPipeline().replace(/,2017-01-\d\d,/, ',soon,'))).toThrow(
    /line \d+: engage_date is “soon”/,
  );
});
