import { itemKey } from '../../src/sheet/grid/grid';
import { readBlock, readTabIndex } from '../../src/sheet/month/read';
import { checkTab } from '../../src/sheet/repair/check';
import type { TabCells } from '../../src/sheet/repair/check-columns';
import { applyActions } from '../../src/sheet/repair/repair-actions';
import { GoldenCases, shortDigest } from '../support/golden';
import { damage } from '../support/hand-edits';
import { reset } from '../support/plain-google/clock';
import { CONTEXT, richTab, texts } from '../support/rich-tab';
import { seeded } from '../support/seeded';

const SEQUENCES = Number(process.env.SEQUENCES ?? (process.env.SOAK === '1' ? 1000 : 40));
const FIRST_SEED = Number(process.env.SEED ?? 1);
/** Sequences that went wrong once: a text that was typed into the copy of a month stood there untold. */
const ONCE_WRONG = process.env.SEED === undefined ? [2202, 2599, 2609] : [];

/** What is found and how it is mended: compared, so that nothing changes unseen. More sequences than usual are not. */
const golden = new GoldenCases('careless-hands', SEQUENCES === 40 && process.env.SEED === undefined);
afterAll(() => golden.end());

const content = (cells: TabCells) =>
  cells.values.map((line, r) => line.map((value, c) => cells.formulas[r]?.[c] || String(value ?? '')));
const isPersons = (text: string) => /\bu\d+ said so/.test(text);

/** Every text that a person typed, one for each cell that holds it. */
function personsTexts(cells: TabCells): string[] {
  return content(cells).flat().filter(isPersons).sort();
}

/** Row id and row of each text that stands in a keyed row exactly once on the tab. */
function idsOfTexts(cells: TabCells): Map<string, { id: string; row: number }> {
  const found = new Map<string, { id: string; row: number } | null>();
  content(cells).forEach((line, index) => {
    const key = line
      .map((text) => (isPersons(text) || text.startsWith('=') ? null : itemKey(text)))
      .find((parsed) => parsed !== null);
    for (const text of line.filter(isPersons))
      found.set(text, found.has(text) || !key ? null : { id: key.id, row: index + 1 });
  });
  return new Map([...found].filter((entry): entry is [string, { id: string; row: number }] => entry[1] !== null));
}

function runSequence(seed: number): void {
  const random = seeded(seed);
  // The same ids each time.
  reset();
  const text = texts();
  const grid = richTab(random, random.int(2, 4), text);
  const edits = damage(grid, random, random.int(1, 6), text);
  const story = `seed ${seed}: ${edits.join('; ')}`;
  const before = grid.cells();
  try {
    const sheet = grid.asSheet();
    const read = readTabIndex(sheet);
    const blocks = read.blocks.map((place) => readBlock(read.tab, place, CONTEXT.zone));
    const check = checkTab(before, CONTEXT);
    applyActions(grid.target(check.columns), check.actions);
    const after = grid.cells();
    expect(personsTexts(after)).toEqual(personsTexts(before));
    const reported = new Set(check.noted.map(({ row }) => row));
    const ids = idsOfTexts(after);
    for (const [said, { id, row }] of idsOfTexts(before)) {
      const now = ids.get(said);
      if (now?.id !== id && !reported.has(row))
        throw new Error(`“${said}” was row ${id} and is ${now?.id}, unreported`);
    }
    let again = checkTab(after, CONTEXT);
    // What a repair brings to light it sees to by itself, up to its fourth round.
    for (let round = 1; round < 4 && again.actions.length > 0; round++) {
      applyActions(grid.target(again.columns), again.actions);
      again = checkTab(grid.cells(), CONTEXT);
    }
    expect(again.findings.filter((f) => f.repair !== '')).toEqual([]);
    expect(again.actions).toEqual([]);
    golden.is(`sequence ${seed}`, [
      ...edits.map((edit) => edit.replace(/\n/g, '⏎')),
      `read ${shortDigest(blocks)}, found ${shortDigest(check.findings)}, left ${shortDigest(again.findings)}, cells ${shortDigest(after)}, in the end ${shortDigest(grid.cells())}`,
    ]);
    const repaired = grid.asSheet();
    const index = readTabIndex(repaired);
    const months = index.blocks.map((block) => block.month);
    expect(months).toEqual([...new Set(months)].sort((a, b) => b - a));
    expect(index.repId).toBe(CONTEXT.rep.id);
    for (const place of index.blocks) {
      const block = readBlock(index.tab, place, CONTEXT.zone);
      for (const part of [...block.sections, block.growth])
        expect(
          [...part.items, ...part.spares].filter(({ key, row }) => String(index.keys[row - 1]?.[0]) !== key),
        ).toEqual([]);
    }
  } catch (error) {
    throw new Error(
      `${story}\n${error instanceof Error ? error.message : error}\n${error instanceof Error ? error.stack : ''}`,
    );
  }
}

describe('a tab after careless hands', () => {
  test(`is read without a throw and repaired without losing a word, in ${SEQUENCES} random sequences`, () => {
    const failures: string[] = [];
    const seeds = [...ONCE_WRONG, ...Array.from({ length: SEQUENCES }, (_, n) => FIRST_SEED + n)];
    for (const seed of seeds) {
      try {
        runSequence(seed);
      } catch (error) {
        failures.push((error as Error).message);
      }
    }
    if (failures.length > 0)
      throw new Error(`${failures.length} failed; the first of them:\n${failures.slice(0, 3).join('\n\n')}`);
  });
});
