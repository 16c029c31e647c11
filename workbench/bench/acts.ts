/** The acts that are measured, as the sidebar or the menu would call them. */
import type { Edit, MonthPin } from '../../src/contract/calls';
import type { MeetingScreen, RowView } from '../../src/contract/state';
import type { ImportDeal } from '../../src/core/import/deal';
import { addMonths, type MonthKey } from '../../src/core/shared/month';
import { COL } from '../../src/sheet/grid/grid';
import { HEAD_CELL, HIDDEN } from '../../src/sheet/grid/hidden';
import type { Engine } from '../engine/engine';
import { AddonPlayer } from '../play/addon';
import { planDeals, writeDeals } from '../play/import';
import { Keyboard } from '../play/keyboard';
import { asShown, startAsShown, startForAll } from '../play/start-month';
import type { ExecutionResult, Project } from '../runtime';
import { MANAGER, NEWEST, timeOf } from './book';

export const ACTS = [
  'open',
  'look',
  'saveOne',
  'saveTen',
  'typeOne',
  'import',
  'finish',
  'check',
  'repair',
  'previewOne',
  'startOne',
  'previewAll',
  'startAll',
  'startAllFull',
  'startOneFull',
  // Last: a line more comes along into the months after it.
  'saveCard',
] as const;
export type Act = (typeof ACTS)[number];

/** Somebody at the keyboard who goes through the acts in their order, on one workbook. */
export class Visitor {
  private readonly player: AddonPlayer;
  private runs: ExecutionResult[] = [];

  constructor(
    private readonly engine: Engine,
    private readonly project: Project,
  ) {
    this.player = new AddonPlayer(engine, project, {
      user: MANAGER,
      nowMs: timeOf(NEWEST, 5),
      modelsWaits: true,
      onRun: (result) => this.runs.push(result),
      ui: {},
      selection: this.selection(),
    });
  }

  /** How large what is worked on is: rows of the tab and of its newest month, cells of Setup. */
  async extent(): Promise<{ tabRows: number; blockRows: number; setupCells: number }> {
    const { block } = await this.meeting();
    const setup = this.engine.sheets().find(({ name }) => name === 'Setup')!;
    return {
      tabRows: this.tab().maxRows,
      blockRows: block.place.rows,
      setupCells: setup.maxRows * setup.maxCols,
    };
  }

  /** Does the act; gives the runs that it took, one for each call. */
  async do(act: Act): Promise<ExecutionResult[]> {
    const before = await this.prepare(act);
    this.runs = [];
    await before();
    return this.runs;
  }

  /** What is not measured: reading the screen, damaging the tab. Gives the act itself. */
  private async prepare(act: Act): Promise<() => Promise<unknown>> {
    const { player } = this;
    if (act === 'open') return () => player.run('openSidebar');
    const screen = await this.meeting();
    const { sheetId } = screen.rep;
    const pin = pinOf(screen);
    const next = addMonths(NEWEST, 1);
    const later = player.as({ nowMs: timeOf(next, 2) });
    // One person has that month already; the one after it is new to all.
    const forAll = addMonths(next, 1);
    const muchLater = player.as({ nowMs: timeOf(forAll, 2) });
    switch (act) {
      case 'look':
        return () => player.call('lookForChanges', { ...pin, revision: screen.block.revision });
      case 'saveOne':
        return () => this.save(screen, [edit(dealsOf(screen)[0]!, 'next', 'Call on Friday')]);
      case 'saveTen':
        return () => this.save(screen, tenEdits(screen));
      case 'saveCard':
        return () => this.save(screen, cardEdits(dealsOf(screen)[0]!));
      case 'typeOne': {
        const cell = dealsOf(screen)[0]!.at.amount!;
        const keys = new Keyboard(this.engine, this.project, {
          user: MANAGER,
          nowMs: timeOf(NEWEST, 5),
          modelsWaits: true,
          onRun: (result) => this.runs.push(result),
        });
        return () => keys.type(sheetId, cell, '42k');
      }
      case 'import': {
        const planned = await planDeals(player, importedDeals());
        return async () => {
          const { changed } = await writeDeals(player, planned);
          if (changed.length > 0) throw new Error('the bench’s import was not done');
        };
      }
      case 'finish':
        await player.call('setClock', { ...pin, action: { act: 'start', section: 'new' }, actionId: 'bench-start' });
        return () => player.call('finishMeeting', { ...pin, actionId: 'bench-finish' });
      case 'check':
        await this.damage(screen);
        return () => player.call('checkTab', { sheetId });
      case 'repair': {
        const { digest } = await player.call('checkTab', { sheetId });
        return async () => {
          const { changed } = await player.call('repairTab', { sheetId, digest });
          if (changed) throw new Error('the bench’s repair met another tab');
        };
      }
      case 'previewOne':
        return () => later.call('planMonth', { sheetId, month: next });
      case 'startOne': {
        const people = asShown(await later.call('planMonth', { sheetId, month: next }));
        return () => later.call('startMonth', { sheetId, month: next, people });
      }
      case 'previewAll':
        return () => muchLater.inPortions('planMonth', () => ({ sheetId: null, month: forAll }));
      case 'startAll': {
        const preview = await muchLater.inPortions('planMonth', () => ({ sheetId: null, month: forAll }));
        return () => startAsShown(muchLater, forAll, preview);
      }
      case 'startAllFull': {
        // Ranks are kept of the second newest month, in which everybody has to have figures.
        await this.fillAll(forAll);
        const between = addMonths(forAll, 1);
        await startForAll(player.as({ nowMs: timeOf(between, 2) }), between);
        await this.fillAll(between);
        return this.startFull(null, addMonths(forAll, 2));
      }
      case 'startOneFull':
        await this.fillAll(addMonths(forAll, 2));
        return this.startFull(sheetId, addMonths(forAll, 3));
    }
  }

  private async startFull(sheetId: number | null, month: MonthKey): Promise<() => Promise<unknown>> {
    const at = this.player.as({ nowMs: timeOf(month, 2) });
    const preview = await at.inPortions('planMonth', () => ({ sheetId, month }));
    const request = { sheetId, month, people: asShown(preview) };
    return async () => {
      const { started, people } = { ...(await at.inPortions('startMonth', () => request)), people: preview.people };
      if (started.length !== people.length) throw new Error(`the bench has started ${started.length} months`);
    };
  }

  /** Everybody's month gets something of all that comes along: lines of each kind, help, a focus, names of one line and of two. */
  private async fillAll(month: MonthKey): Promise<void> {
    for (const { id, name } of this.engine.sheets())
      if (/^Person \d+$/.test(name)) {
        const screen = await this.meeting(id, month);
        await this.save(screen, fullEdits(screen));
      }
  }

  private async meeting(sheetId = this.tab().id, month: MonthKey = NEWEST): Promise<MeetingScreen> {
    const screen = await this.player.call('loadScreen', { sheetId, month });
    if (screen.kind !== 'meeting') throw new Error(`the bench has no meeting but ${screen.kind}`);
    return screen;
  }

  private async save(screen: MeetingScreen, edits: Edit[]): Promise<void> {
    const { outcomes } = await this.player.call('saveEdits', { ...pinOf(screen), edits });
    const failed = outcomes.find(({ outcome }) => outcome !== 'saved');
    if (failed) throw new Error(`the bench’s ${failed.key} ${failed.field} was not saved: ${failed.outcome}`);
  }

  /** Three hand edits that a repair mends: a key deleted, a head figure and a formula typed over. */
  private async damage({ block }: MeetingScreen): Promise<void> {
    const origin = { kind: 'page', user: MANAGER } as const;
    const { id } = this.tab();
    const rowOf = (cell = '') => Number(/\d+/.exec(cell)?.[0]);
    const pipeline = rowOf(block.pipeline?.cell);
    await this.engine.write(
      [
        {
          op: 'cells',
          sheetId: id,
          row: rowOf(block.conclusion.observed.cell),
          col: HIDDEN.key,
          cells: [[{ v: null }]],
        },
        { op: 'cells', sheetId: id, ...HEAD_CELL.previous, cells: [[{ v: 'typed over' }]] },
        { op: 'cells', sheetId: id, row: pipeline, col: COL.amount, cells: [[{ v: 'typed over as well' }]] },
      ],
      origin,
    );
  }

  private tab() {
    return this.engine.sheets().find(({ name }) => name === 'Person 1')!;
  }

  private selection() {
    const { id } = this.tab();
    return { sheetId: id, ranges: [{ row: 1, col: 1, rows: 1, cols: 1 }], current: { row: 1, col: 1 } };
  }
}

function pinOf({ rep, block }: MeetingScreen): MonthPin {
  return { sheetId: rep.sheetId, repId: rep.repId, month: block.month, seen: block.place };
}

/** Five new deals of one person, as a CRM lists them. */
function importedDeals(): ImportDeal[] {
  return Array.from({ length: 5 }, (_, n) => ({
    line: n + 2,
    id: `crm${n}`,
    name: `Deal ${n + 1}`,
    account: `New customer ${n + 1}`,
    owner: 'Person 1',
    amount: 1000 * (n + 1),
    when: '2026-12-15',
    status: '',
    next: 'Call them',
    reason: '',
    created: '2026-11-02',
  }));
}

/** Opportunities at hand: those that came along, in a first month the new ones. */
function dealsOf({ block }: MeetingScreen): RowView[] {
  const rowsOf = (kind: string) => block.sections.find((section) => section.kind === kind)?.rows ?? [];
  return rowsOf('existing').length > 0 ? rowsOf('existing') : rowsOf('new');
}

/** Three neighbouring opportunities talked through, and the focus: ten fields in three runs of cells. */
function tenEdits(screen: MeetingScreen): Edit[] {
  const edits = dealsOf(screen)
    .slice(1, 4)
    .flatMap((row) => [
      edit(row, 'status', 'stuck'),
      edit(row, 'moved', 'Their buyer left'),
      edit(row, 'next', 'Find the new one'),
    ]);
  const { key, value } = screen.block.conclusion.focus;
  return [...edits, { key, field: 'when', was: value, now: 'Who decides now?' }];
}

/** Two lines of each kind that come along, the help that is wanted, the focus, figures of all KPIs; every other deal with a name of one line. */
function fullEdits(screen: MeetingScreen): Edit[] {
  const { block } = screen;
  const there = JSON.stringify(block);
  const lines = ['todo:one', 'todo:two', 'grow:one', 'grow:two']
    .map((key) => ({ key, cells: {} }))
    .filter(({ key }) => !there.includes(`"${key}"`))
    .flatMap((row) => [edit(row, 'who', 'Ask for the name'), edit(row, 'why', 'So that it moves')]);
  const names = dealsOf(screen)
    .filter((_, n) => n % 2 === 1)
    .map((row) => edit(row, 'who', `Customer ${row.key}`));
  const kpis = block.sections.find(({ kind }) => kind === 'kpis')?.rows ?? [];
  const figures = kpis
    .filter(({ cells, formulas }) => cells.amount === '' && !formulas.includes('amount'))
    .map((row) => edit(row, 'amount', 12));
  const texts = { help: 'A second pair of eyes', focus: 'Who decides now?', takeaway: 'Ask early' };
  return [
    ...lines,
    ...names,
    ...figures,
    ...Object.entries(texts).map(([name, now]) => edit({ key: `text:${name}`, cells: {} }, 'when', now)),
  ];
}

/** What a card of coaching ends with: a row of its own. */
function cardEdits(deal: RowView): Edit[] {
  const about = `plan deal ${deal.key.split(':')[1]}`;
  const cells = { who: String(deal.cells.who), when: '2026-11-17', why: 'Meet the one who signs', status: 'open' };
  return Object.entries(cells).map(([field, now]) => ({
    ...{ key: 'grow:benchplan', field: field as Edit['field'], was: '', now },
    coaching: about,
  }));
}

function edit(row: Pick<RowView, 'key' | 'cells'>, field: Edit['field'], now: string | number): Edit {
  return { key: row.key, field, was: row.cells[field] ?? '', now };
}
