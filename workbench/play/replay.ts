/** Plays a sales pipeline as monthly 1:1s through the add-on's own functions. */
import type { Edit } from '../../src/contract/calls';
import type { MeetingScreen } from '../../src/contract/state';
import type { AddonPlayer } from './addon';
import { agentsOf, expectedDeals, monthOf, monthsOf, type PipelineDeal } from './pipeline-file';
import { startForAll, startForOne } from './start-month';

export interface ReplayOptions {
  /** Months in which nobody meets: nothing is started, deals go on. */
  skip?: (agent: string, month: number) => boolean;
  progress?: (done: number, all: number, month: number) => void;
  /** Called before the first meeting; `player` is the manager. */
  afterSetUp?: (player: AddonPlayer) => Promise<void>;
  /** What a deal is thought to be worth when it comes up; '' or absent: nothing is said. */
  estimate?: (deal: PipelineDeal) => number | '';
  /** More to write down in a meeting, given what stands there when it begins. */
  moreEdits?: (screen: MeetingScreen, agent: string, month: number) => Edit[];
  /** Called when everybody's meeting of a month is over. */
  afterMonth?: (month: number) => Promise<void>;
}

export interface ReplayCount {
  agent: string;
  month: number;
  fresh: string[];
  existing: string[];
  /** The same, counted from the file alone. */
  expected: { fresh: string[]; existing: string[] };
}

/** Sets the team up and plays every month; gives what stood in each block at its meeting's end. */
export async function replay(
  player: AddonPlayer,
  deals: readonly PipelineDeal[],
  options: ReplayOptions = {},
): Promise<ReplayCount[]> {
  const agents = agentsOf(deals);
  const months = monthsOf(deals);
  const [first] = months;
  if (first === undefined) throw new Error('the file has no dated deals');
  const request = { people: agents.join('\n'), month: first, managerName: 'Replay Manager' };
  const { screen: setUp } = await at(player, first).inPortions('setUpTeam', () => request);
  if (!setUp || setUp.kind === 'setUp') throw new Error('the team was not set up');
  await options.afterSetUp?.(at(player, first));
  const sheetIds = new Map(setUp.people.map((person) => [person.name, person.sheetId]));
  const counts: ReplayCount[] = [];
  for (const [index, month] of months.entries()) {
    const now = at(player, month);
    const meeting = agents.filter((agent) => !options.skip?.(agent, month));
    if (meeting.length === agents.length) await startForAll(now, month);
    else for (const agent of meeting) await startForOne(now, sheetOf(sheetIds, agent), month);
    for (const agent of meeting) {
      counts.push(await playMeeting(now, deals, agent, month, sheetOf(sheetIds, agent), options));
      options.progress?.(
        index * agents.length + counts.filter((c) => c.month === month).length,
        months.length * agents.length,
        month,
      );
    }
    await options.afterMonth?.(month);
  }
  return counts;
}

/** The meeting of a month is held on its last day, at noon UTC. */
function at(player: AddonPlayer, month: number): AddonPlayer {
  return player.as({ nowMs: Date.UTC(Math.floor(month / 100), month % 100, 0, 12) });
}

function sheetOf(ids: Map<string, number | null>, agent: string): number {
  const id = ids.get(agent);
  if (id === undefined || id === null) throw new Error(`${agent} has no tab`);
  return id;
}

async function playMeeting(
  player: AddonPlayer,
  deals: readonly PipelineDeal[],
  agent: string,
  month: number,
  sheetId: number,
  options: ReplayOptions,
): Promise<ReplayCount> {
  const where = `${agent}, ${month}`;
  const before = await player.call('loadScreen', { sheetId, month });
  if (before.kind !== 'meeting') throw new Error(`${where}: the month is not there`);
  const byId = new Map(deals.map((deal) => [deal.id, deal]));
  const expected = expectedWithSkips(deals, agent, month, options);
  const existing = before.block.sections.find((section) => section.id === 'existing')?.rows ?? [];
  const edits: Edit[] = [];
  for (const id of expected.fresh) {
    const deal = byId.get(id)!;
    const key = `new:${id}`;
    edits.push({
      key,
      field: 'who',
      was: '',
      now: [deal.account, deal.product].filter((text) => text !== '').join('\n'),
    });
    edits.push({ key, field: 'when', was: '', now: deal.engaged });
    const estimate = options.estimate?.(deal) ?? '';
    if (estimate !== '') edits.push({ key, field: 'amount', was: '', now: estimate });
    edits.push(...closingEdits(key, deal, month, { status: '', amount: estimate }));
  }
  for (const row of existing) {
    const deal = byId.get(idOf(row.key))!;
    edits.push(
      ...closingEdits(row.key, deal, month, { status: row.cells.status ?? '', amount: row.cells.amount ?? '' }),
    );
  }
  edits.push(...(options.moreEdits?.(before, agent, month) ?? []));
  const closed = (status: string) => edits.filter((edit) => edit.field === 'status' && edit.now === status).length;
  const takeaway = `${expected.fresh.length} new, ${closed('won')} won, ${closed('lost')} lost`;
  edits.push({ key: 'text:takeaway', field: 'when', was: '', now: takeaway });
  const { repId } = before.rep;
  const saved = await player.call('saveEdits', { sheetId, repId, month, edits });
  const failed = saved.outcomes.find((outcome) => outcome.outcome !== 'saved');
  if (failed) throw new Error(`${where}: ${failed.key} ${failed.field}: ${failed.outcome}`);
  const { screen } = await player.call('finishMeeting', { sheetId, repId, month, actionId: `finish-${month}` });
  if (screen.kind !== 'meeting') throw new Error(`${where}: no meeting after the finish`);
  const fresh = screen.block.sections.find((section) => section.id === 'new')?.rows ?? [];
  return {
    agent,
    month,
    fresh: fresh.map((row) => idOf(row.key)),
    existing: existing.map((row) => idOf(row.key)),
    expected,
  };
}

const idOf = (key: string): string => key.slice(key.indexOf(':') + 1);

/** A deal that has closed by the end of the month is set won or lost, with its value. */
function closingEdits(
  key: string,
  deal: PipelineDeal,
  month: number,
  was: { status: string | number; amount: string | number },
): Edit[] {
  if (deal.closed === '' || monthOf(deal.closed) > month) return [];
  const edits: Edit[] = [{ key, field: 'status', was: was.status, now: deal.won ? 'won' : 'lost' }];
  if (deal.won) edits.push({ key, field: 'amount', was: was.amount, now: deal.value });
  return edits;
}

/**
 * What the file says about a month, with skipped meetings: what came up in a skipped month is told in the next meeting,
 * and what closed in one is set closed there.
 */
function expectedWithSkips(
  deals: readonly PipelineDeal[],
  agent: string,
  month: number,
  options: ReplayOptions,
): ReplayCount['expected'] {
  const skipped = monthsOf(deals).filter((m) => m < month && options.skip?.(agent, m));
  if (skipped.length === 0) return expectedDeals(deals, agent, month);
  const met = monthsOf(deals).filter((m) => m < month && !options.skip?.(agent, m));
  const lastMet = met.length === 0 ? 0 : Math.max(...met);
  const own = deals.filter((deal) => deal.agent === agent && deal.engaged !== '');
  return {
    fresh: own.filter((d) => monthOf(d.engaged) > lastMet && monthOf(d.engaged) <= month).map((d) => d.id),
    existing: own
      .filter((d) => monthOf(d.engaged) <= lastMet && (d.closed === '' || monthOf(d.closed) > lastMet))
      .map((d) => d.id),
  };
}
