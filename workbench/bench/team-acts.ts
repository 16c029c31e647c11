/** What concerns a whole team, played from an empty workbook on as the sidebar calls it: one month each, no deals yet. */
import type { ImportDeal } from '../../src/core/import/deal';
import { addMonths } from '../../src/core/shared/month';
import { openEngine } from '../engine/open';
import { AddonPlayer } from '../play/addon';
import { type PlannedDeals, planDeals, wantedOf, writeDeals } from '../play/import';
import { startAsShown } from '../play/start-month';
import type { ExecutionResult, Project } from '../runtime';
import { MANAGER, NEWEST, timeOf } from './book';

export const TEAM_ACTS = [
  'setUp',
  'addOne',
  'previewTeam',
  'startTeam',
  'openThrice',
  'firstLook',
  'previewDeals',
  'previewFigures',
  'pasteFigures',
  'importDeals',
  'team',
  'protect',
  'protectAgain',
  'export',
] as const;
export type TeamAct = (typeof TEAM_ACTS)[number];

/** Sets a team of this size up and does with it what is done for everybody; tells the runs that each act has taken. */
export async function playTeam(
  people: number,
  project: Project,
  acts: readonly TeamAct[],
  told: (act: TeamAct, runs: ExecutionResult[]) => void,
): Promise<void> {
  const engine = await openEngine(undefined, { owner: MANAGER, name: 'Bench', timeZone: 'Etc/UTC' });
  let runs: ExecutionResult[] = [];
  const player = new AddonPlayer(engine, project, {
    user: MANAGER,
    nowMs: timeOf(NEWEST, 2),
    modelsWaits: true,
    // What a run may take is told by its modelled wait; the machine may be busy.
    timeLimitMs: 24 * 3_600_000,
    onRun: (result) => runs.push(result),
  });
  const team = teamPlay(player, people);
  for (const act of TEAM_ACTS.slice(0, 1 + Math.max(...acts.map((one) => TEAM_ACTS.indexOf(one))))) {
    // What leads to an act that is asked for is played, too.
    runs = [];
    await team[act]();
    if (acts.includes(act)) told(act, runs);
  }
  engine.dispose();
}

/** The acts in their order, each building on those before it. */
function teamPlay(player: AddonPlayer, people: number): Record<TeamAct, () => Promise<unknown>> {
  const month = addMonths(NEWEST, 1);
  const names = Array.from({ length: people }, (_, n) => `Person ${n + 1}`);
  const lines = names.map((name, n) => `${name}, person${n + 1}@example.com`).join('\n');
  const figures = { month, text: ['Name\tCalls', ...names.map((name, n) => `${name}\t${40 + n}`)].join('\n') };
  const deals = names.map(dealOf);
  let preview: Awaited<ReturnType<typeof previewMonth>>;
  let pasted: Awaited<ReturnType<typeof previewFigures>>;
  let imported: PlannedDeals;
  // The page that asks for them is open by then: not counted.
  const sources = () => player.as({ onRun: () => undefined }).call('importSources', {});
  const previewMonth = () => player.inPortions('planMonth', () => ({ sheetId: null, month }));
  const previewFigures = () => player.inPortions('planActuals', () => figures);
  return {
    setUp: () => player.inPortions('setUpTeam', () => ({ people: lines, month: NEWEST, managerName: 'Jon Vale' })),
    addOne: () => player.inPortions('addPeople', () => ({ people: 'One More', month: NEWEST })),
    previewTeam: async () => {
      preview = await previewMonth();
    },
    startTeam: () => startAsShown(player, month, preview),
    previewFigures: async () => {
      pasted = await previewFigures();
    },
    pasteFigures: async () => {
      const { written } = await player.inPortions('applyActuals', () => ({ ...figures, people: pasted.people }));
      if (written !== people) throw new Error(`the bench has pasted ${written} figures of ${people}`);
    },
    openThrice: async () => {
      const [first] = (await sources()).people;
      if (!first) throw new Error('the bench has no team');
      for (let n = 0; n < 3; n++) await player.call('loadScreen', { sheetId: first.sheetId, month });
    },
    // What the page can show first: the answer to its first call.
    firstLook: async () => {
      const ids = (await sources()).people.map(({ id }) => id);
      const { tabs } = await player.call('lookUpDeals', { ...wantedOf(deals, []), people: ids });
      if (tabs.length === 0) throw new Error('the bench has seen no tab');
    },
    previewDeals: async () => {
      imported = await planDeals(player, deals);
    },
    importDeals: async () => {
      const { did } = await writeDeals(player, imported);
      if (did.length !== people) throw new Error(`the bench has imported ${did.length} deals of ${people}`);
    },
    team: () => player.inPortions('buildTeam', () => ({})),
    protect: () => player.inPortions('protectTabs', () => ({})),
    protectAgain: () => player.inPortions('protectTabs', () => ({})),
    export: () => player.inPortions('exportRecord', () => ({ sheetId: null })),
  };
}

/** A new deal for each of them. */
function dealOf(owner: string, n: number): ImportDeal {
  return {
    line: n + 2,
    id: `crm${n}`,
    name: `Deal ${n + 1}`,
    account: `Customer ${n + 1}`,
    owner,
    amount: 1000,
    when: '2026-12-15',
    status: '',
    next: '',
    reason: '',
    created: '2026-11-02',
  };
}
