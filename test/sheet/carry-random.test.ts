import fc from 'fast-check';
import { traceOf } from '../../src/core/coaching/trace';
import { STANDARD_STATUSES } from '../../src/core/deal/carry';
import { type LifeMonth, lifeLines } from '../../src/core/deal/life-line';
import { monthsStuck, readStory } from '../../src/core/deal/story';
import { readTabIndex } from '../../src/sheet/month/read';
import { lifeMonths, lineMonths, readOpportunity, readTab } from '../../src/sheet/tab/history';
import type { DealRow } from '../support/deal-model';
import { OPS, Play } from '../support/deal-play';
import { ZONE } from '../support/deal-tab';
import { comesAlong, LINE_OPS, type LineAct, LinePlay, missed } from '../support/line-play';
import { SOAK } from '../support/soak';

const act = fc.record({ op: fc.constantFrom(...OPS), a: fc.nat(999), b: fc.nat(999) });
const history = fc.array(
  fc.record({
    gap: fc.integer({ min: 1, max: 3 }),
    results: fc.nat(4).map((n) => n === 0),
    acts: fc.array(act, { maxLength: 12 }),
  }),
  { minLength: 2, maxLength: 7 },
);

/** The newest month's existing list, as the sheet has it. */
function listed(play: Play) {
  const items = play.tab.newest().sections.find(({ section }) => section.id === 'existing')?.items ?? [];
  return items.map(({ cells, life, sourceId }) => ({
    tag: cells.why,
    who: cells.who,
    when: cells.when,
    amount: cells.amount,
    status: cells.status,
    moved: cells.moved,
    next: cells.next,
    crm: sourceId,
    told: life && {
      first: life.firstMonth,
      unchanged: life.monthsUnchanged,
      pushed: life.timesPushed,
      story: life.story,
    },
  }));
}

function known(rows: readonly DealRow[]) {
  return rows.map(({ told, ...row }) => {
    const { start: _start, ...rest } = told ?? { start: null };
    return { ...row, told: told && rest };
  });
}

function idsByTag(months: readonly LifeMonth[]): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const item of months.flatMap((month) => [...month.fresh, ...month.existing]))
    ids.set(String(item.cells.why), (ids.get(String(item.cells.why)) ?? new Set()).add(item.id));
  return ids;
}

/** Without the hidden cells: what the months alone tell. */
function bare(months: readonly LifeMonth[]): LifeMonth[] {
  const strip = (items: LifeMonth['existing']) => items.map((item) => ({ ...item, life: null }));
  return months.map((month) => ({ ...month, existing: strip(month.existing), fresh: strip(month.fresh) }));
}

let compared = 0;
let told = 0;

interface Month {
  gap: number;
  results: boolean;
  acts: { op: (typeof OPS)[number]; a: number; b: number }[];
}

function run(months: Month[]): void {
  const play = new Play(202601);
  for (const month of months) {
    for (const one of month.acts) play.act(one);
    play.tab.adopt();
    startNext(play, month);
    agreesWithMonths(play);
  }
  play.account();
  agreesWithAccounts(play);
}

/** Every open one exactly once, in order, with its cells and its story; planned again, before and after the start, the same. */
function startNext(play: Play, { gap, results }: Month): void {
  const before = play.month;
  const first = play.tab.carry();
  expect(play.tab.carry()).toEqual(first);
  play.next(gap, results);
  // Rows have moved down, nothing else.
  const ids = (items: readonly { id: string }[]) => items.map((item) => item.id);
  const again = play.tab.carry(before);
  expect(again.kept).toEqual(first.kept);
  expect([ids(again.won), ids(again.lost)]).toEqual([ids(first.won), ids(first.lost)]);
  expect(listed(play)).toEqual(known(play.lists.existing));
}

/** Ids are unique in a month, and what earlier months tell without hidden cells is what the newest has in them. */
function agreesWithMonths(play: Play): void {
  const months = lifeMonths(readTab(play.tab.sheet(), ZONE).blocks);
  for (const month of months) {
    const ids = [...month.fresh, ...month.existing].map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
  }
  const held = bare(months.slice(1)).map((month) => ({ ...month, over: true }));
  const earlier = new Map(lifeLines(held, STANDARD_STATUSES).map((line) => [line.id, line]));
  for (const { id, life, cells } of months[0]!.existing) {
    if (play.spoilt.has(String(cells.why))) continue;
    const line = earlier.get(id);
    const story = readStory(life?.story ?? '');
    compared++;
    expect({
      first: line?.firstMonth,
      unchanged: line?.monthsUnchanged,
      pushed: line?.timesPushed,
      stuck: line?.monthsStuck,
      open: line?.monthsOpen,
      outcome: line?.outcome,
    }).toEqual({
      first: life?.firstMonth,
      unchanged: life?.monthsUnchanged,
      pushed: life?.timesPushed,
      stuck: monthsStuck(story),
      open: story.length,
      outcome: 'open',
    });
  }
}

/** The life lines of the whole tab against the account of each row; one that is read by its own rows is the same. */
function agreesWithAccounts(play: Play): void {
  const sheet = play.tab.sheet();
  const months = lifeMonths(readTab(sheet, ZONE).blocks);
  const lines = lifeLines(months, STANDARD_STATUSES);
  const byId = new Map(lines.map((line) => [line.id, line]));
  expect(byId.size).toBe(lines.length);
  const tags = idsByTag(months);
  for (const [tag, account] of play.accounts) {
    if (play.spoilt.has(tag)) continue;
    const [id, ...more] = [...(tags.get(tag) ?? [])];
    expect(more).toEqual([]);
    const line = byId.get(id!);
    const last = account.months.at(-1)!;
    const outcome = account.outcome === 'open' && last < play.month ? 'left' : account.outcome;
    told++;
    expect({
      months: line?.steps.map((step) => step.month),
      outcome: line?.outcome,
      at: line?.outcomeMonth,
      pushed: line?.timesPushed,
      crm: line?.sourceId,
    }).toEqual({
      months: account.months,
      outcome,
      at: outcome === 'open' ? null : last,
      pushed: account.pushed,
      crm: account.crm,
    });
  }
  const index = readTabIndex(sheet);
  for (const line of lines.slice(0, 4))
    expect(lifeLines(readOpportunity(index, line.id, ZONE), STANDARD_STATUSES)).toEqual([line]);
}

test('over random histories, with all that hands do to a list, every open deal is carried once, in order, with its story', () => {
  const numRuns = Number(process.env.RUNS ?? (SOAK ? 600 : 24));
  fc.assert(fc.property(history, run), { numRuns, seed: Number(process.env.SEED ?? 1) });
  // The histories are no empty ones.
  expect(compared).toBeGreaterThan(numRuns);
  expect(told).toBeGreaterThan(numRuns);
});

const lineAct = fc.record({ op: fc.constantFrom(...LINE_OPS), a: fc.nat(999), b: fc.nat(999) });
const lineHistory = fc.array(
  fc.record({
    gap: fc.integer({ min: 1, max: 2 }),
    results: fc.nat(4).map((n) => n === 0),
    acts: fc.array(lineAct, { minLength: 1, maxLength: 5 }),
  }),
  { minLength: 4, maxLength: 7 },
);

/** What the histories of lines have had in them. */
const drawn = { carried: 0, reviewed: 0, missedTwice: 0, dropped: 0, traced: 0 };

function runLines(months: { gap: number; results: boolean; acts: LineAct[] }[]): void {
  const play = new LinePlay(202601);
  for (const { gap, results, acts } of months) {
    for (const one of acts) play.act(one);
    play.tab.adopt();
    for (const line of play.lines) {
      if (play.dropped.has(line.tag)) drawn.dropped++;
      else if (!comesAlong(line, play.month)) continue;
      else if (missed(line, play.month) > 1) drawn.missedTwice++;
      else if (line.told && line.moved !== '') drawn.reviewed++;
    }
    play.next(gap, results);
    // Exactly those that are open or were given a later day, in order, with their words and what is counted of them.
    expect(play.tab.newest().growth.items.map(shownLine)).toEqual(
      play.lines.map(({ tag, who, when, status, moved, next, about, told }) => ({
        ...{ tag, who, when, status, moved, next, about },
        told: told && { first: told.first, missed: told.missed, day: told.day },
      })),
    );
    drawn.carried += play.lines.length;
  }
  play.account();
  const traces = traceOf(lineMonths(readTab(play.tab.sheet(), ZONE).blocks));
  const byTag = new Map(traces.map((trace) => [trace.steps[0]?.weTry, trace.steps]));
  for (const [tag, account] of play.accounts) {
    drawn.traced++;
    expect(byTag.get(tag)?.map(({ month, state, cameOf }) => ({ month, state, cameOf }))).toEqual(account);
  }
}

function shownLine({ cells, life, coaching }: ReturnType<LinePlay['tab']['newest']>['growth']['items'][number]) {
  return {
    ...{ tag: cells.why, who: cells.who, when: cells.when, status: cells.status, moved: cells.moved, next: cells.next },
    about: coaching ?? '',
    told: life && { first: life.firstMonth, missed: life.monthsUnchanged, day: life.startWhen },
  };
}

test('over random histories every plan and line of development that is open, or is to be looked at again, is carried once, in order', () => {
  const numRuns = Number(process.env.RUNS ?? (SOAK ? 200 : 20));
  fc.assert(fc.property(lineHistory, runLines), { numRuns, seed: Number(process.env.SEED ?? 1) });
  // The histories are no empty ones.
  for (const [what, count] of Object.entries(drawn)) expect([what, count > 4]).toEqual([what, true]);
});
