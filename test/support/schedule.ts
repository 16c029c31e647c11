/**
 * Two people with sidebars and a hand at the sheet, all on one tab, in an order drawn by a seed. Every text is written once
 * only, so that it can be told whether one got lost, came twice or was overwritten unseen.
 */
import type { Edit, EditOutcome, SaveResult } from '../../src/contract/calls';
import type { MeetingScreen } from '../../src/contract/state';
import type { Field } from '../../src/core/shared/fields';
import { COL, FIELD_COL, itemKey } from '../../src/sheet/grid/grid';
import { HIDDEN } from '../../src/sheet/grid/hidden';
import type { Fault } from '../../workbench/runtime';
import { MANAGER, meeting, type openTeam, screenAfter, startMonth } from './addon';
import type { Random } from './seeded';

type Team = Awaited<ReturnType<typeof openTeam>>;

const REP = 'mira@example.com';
const FIELDS: Field[] = ['who', 'why', 'next'];
const WRITTEN = /^[mrh]\d+ wrote$/;

/** What became of every text of a month. A text is alive when it was added and nobody has replaced it knowingly. */
class Ledger {
  readonly added = new Set<string>();
  readonly replaced = new Set<string>();

  put(was: unknown, now: unknown): void {
    if (typeof was === 'string' && was !== now) this.replaced.add(was);
    if (typeof now === 'string' && now !== '') this.added.add(now);
  }

  alive(): string[] {
    return [...this.added].filter((text) => !this.replaced.has(text)).sort();
  }
}

/** A sidebar: who looks at it, and what it shows, which may be long outdated. */
interface Sidebar {
  user: string;
  letter: string;
  screen: MeetingScreen;
}

export interface Schedule {
  /** Does one drawn thing and checks the tab; throws with the story when something is wrong. */
  step(): Promise<void>;
  /** How many calls were answered with a conflict, and with a row that is gone. */
  readonly told: { conflicts: number; gone: number; saved: number; kills: number };
}

export async function schedule(team: Team, sheetId: number, random: Random): Promise<Schedule> {
  let month = 202611;
  let count = 0;
  const story: string[] = [];
  const ledgers = new Map<number, Ledger>([[month, new Ledger()]]);
  const told = { conflicts: 0, gone: 0, saved: 0, kills: 0 };
  const look = (user: string) => meeting({ ...team, player: team.player.as({ user }) }, sheetId, month);
  const sidebars: Sidebar[] = [
    { user: MANAGER, letter: 'm', screen: await look(MANAGER) },
    { user: REP, letter: 'r', screen: await look(REP) },
  ];
  const text = (letter: string) => `${letter}${++count} wrote`;
  const ledger = () => ledgers.get(month)!;

  /** Rows of the month as they stand, with the texts that people wrote. */
  function rows() {
    const values = team.typed(sheetId);
    const bands = values.flatMap((line, n) =>
      line[HIDDEN.key - 1] === 'band' ? [{ row: n + 1, month: line[HIDDEN.month - 1] }] : [],
    );
    return values.map((line, n) => ({
      row: n + 1,
      month: bands.filter((band) => band.row <= n + 1).at(-1)?.month ?? 0,
      key: String(line[HIDDEN.key - 1] ?? ''),
      own: line[HIDDEN.month - 1],
      line,
      texts: line.filter((cell): cell is string => typeof cell === 'string' && WRITTEN.test(cell)),
    }));
  }

  function check(): void {
    for (const one of claimed.splice(0))
      if (![...ledgers.values()].some((book) => book.added.has(one)))
        throw new Error(`a conflict tells of “${one}”, which nobody wrote`);
    const all = rows();
    for (const [of, book] of ledgers) {
      const here = all.filter((row) => row.month === of);
      const found = here.flatMap((row) => row.texts).sort();
      const wanted = book.alive();
      const lost = wanted.filter((one) => !found.includes(one));
      const extra = found.filter((one, n) => !wanted.includes(one) || found.indexOf(one) !== n);
      if (lost.length + extra.length > 0) throw new Error(`${of}: lost ${lost}; too many ${extra}`);
      const keys = here.filter(({ key }) => key !== '' && key !== 'gap').map(({ key }) => key);
      const doubled = keys.filter((key, n) => keys.indexOf(key) !== n);
      if (doubled.length > 0) throw new Error(`${of}: keys twice: ${doubled}`);
      const strange = here.filter(({ key, own }) => key !== '' && own !== of).map(({ key, own }) => `${key} of ${own}`);
      if (strange.length > 0) throw new Error(`${of}: rows of another month: ${strange}`);
    }
  }

  /** What conflicts have told of as there. Whoever wrote it may get the answer later. */
  const claimed: string[] = [];
  /** Keys of rows that a hand has deleted. */
  const deleted = new Set<string>();

  /** Rows that can be typed into, as a sidebar shows them. */
  function drawEdits({ screen, letter }: Sidebar): Edit[] {
    const sections = screen.block.sections.filter(({ kind }) => kind !== 'kpis' && kind !== 'conclusion');
    const lists = [
      ...sections.map((section) => ({ id: section.id, rows: section.rows })),
      { id: 'todo', rows: screen.block.commitments },
    ];
    // Now and then one that somebody has deleted since the sidebar saw it.
    const isLost = ({ key, cells }: (typeof lists)[number]['rows'][number]) =>
      deleted.has(key) && Object.values(cells).some((cell) => cell !== '');
    const withLost = lists.filter((list) => list.rows.some(isLost));
    return Array.from({ length: random.int(1, 3) }, () => {
      const fromLost = withLost.length > 0 && random.chance(0.4);
      const { id, rows: shown } = random.pick(fromLost ? withLost : lists);
      const stale = fromLost ? random.pick(shown.filter(isLost)) : null;
      const row = stale ?? (shown.length > 0 && random.chance(0.6) ? random.pick(shown) : null);
      const open = FIELDS.filter((field) => !row || (stale ? (row.cells[field] ?? '') !== '' : field in row.at));
      const field = row ? random.pick(open) : 'who';
      if (row) return { key: row.key, field, was: row.cells[field] ?? '', now: random.chance(0.1) ? '' : text(letter) };
      return { key: `${id}:${letter}${month}x${++count}`, field, was: '', now: text(letter) };
    }).filter((edit, n, all) => all.findIndex((other) => other.key === edit.key && other.field === edit.field) === n);
  }

  function settle(sidebar: Sidebar, edits: Edit[], result: SaveResult, repeat: 'first' | 'again' | 'unheard'): void {
    sidebar.screen = screenAfter(sidebar.screen, result);
    edits.forEach((edit, n) => {
      const outcome: EditOutcome = result.outcomes[n]!;
      if (outcome.outcome === 'saved') ledger().put(edit.was, edit.now);
      else if (outcome.outcome === 'conflict') {
        told.conflicts++;
        // What it says is there must have been written there by somebody, and not be what was to be written.
        const theirs = String(outcome.theirs ?? '');
        if (theirs !== '') claimed.push(theirs);
        if (repeat !== 'first' && theirs === edit.now) throw new Error('a repeat is told as a conflict');
      } else if (outcome.outcome === 'gone') told.gone++;
      else throw new Error(`${edit.key} ${edit.field}: ${outcome.outcome}`);
      if (outcome.outcome === 'saved') told.saved++;
      // The try that was not heard of had written it, and a hand has replaced that since.
      else if (repeat === 'unheard' && (edit.now === '' || ledger().replaced.has(String(edit.now))))
        ledger().put(edit.was, '');
    });
  }

  async function save(sidebar: Sidebar, faults: Fault[] = []): Promise<void> {
    const edits = drawEdits(sidebar);
    const { rep, block } = sidebar.screen;
    // With where it saw the month, which others may have moved meanwhile; without it everything is read.
    const hint = random.chance(0.85) ? { seen: block.place } : {};
    const request = { sheetId, repId: rep.repId, month, edits, ...hint };
    story.push(
      `${sidebar.letter} saves ${edits.map((e) => `${e.key}.${e.field} ${e.was || '–'} → ${e.now || '–'}`).join(', ')}`,
    );
    const player = team.player.as({ user: sidebar.user, eager: random.chance(0.3) });
    const first = await player
      .as({ faults })
      .call('saveEdits', request)
      .catch((error: Error) => {
        // A row went between asking how many there are and reading them: the sidebar sends the batch again, too.
        if (/outside the dimensions of the sheet/.test(error.message)) return null;
        if (!/Exceeded maximum execution time/.test(error.message)) throw error;
        told.kills++;
        return null;
      });
    // A lost answer: the same call again.
    const again = first === null || random.chance(0.15);
    const second = again ? await player.call('saveEdits', request) : null;
    if (first) settle(sidebar, edits, first, 'first');
    if (second) settle(sidebar, edits, second, first ? 'again' : 'unheard');
  }

  /** Somebody at the sheet without the add-on: types, inserts, deletes, moves. */
  async function byHand(): Promise<void> {
    const all = rows().filter((row) => row.month === month);
    const items = all.filter(({ key }) => itemKey(key) && !key.startsWith('kpis:'));
    const target = random.pick(items);
    const drawn = random.int(1, 10);
    if (drawn <= 5) {
      const col = FIELD_COL[random.pick(FIELDS)];
      const now = text('h');
      story.push(`a hand types ${now} into ${target.key} (${target.row},${col}) over ${target.line[col - 1] ?? '–'}`);
      await team.type(sheetId, target.row, col, now);
      ledger().put(target.line[col - 1], now);
    } else if (drawn <= 7) {
      const now = text('h');
      story.push(`a hand inserts a row below ${target.key} with ${now}`);
      await team.write({ op: 'insertRows', sheetId, before: target.row + 1, count: 1, inherit: 'before' });
      await team.type(sheetId, target.row + 1, COL.who, now);
      ledger().put('', now);
    } else if (drawn === 8) {
      const section = items.filter(({ key }) => itemKey(key)?.section === itemKey(target.key)?.section);
      const other = random.pick(section);
      story.push(`a hand moves ${target.key} before ${other.key}`);
      if (other.row < target.row || other.row > target.row + 1)
        await team.write({ op: 'moveRows', sheetId, row: target.row, count: 1, before: other.row });
    } else {
      story.push(`a hand deletes ${target.key} with ${target.texts}`);
      await team.write({ op: 'deleteRows', sheetId, row: target.row, count: 1 });
      deleted.add(target.key);
      for (const gone of target.texts) ledger().put(gone, '');
    }
  }

  /** Both press save at once: the other one's run begins at a drawn call of the first one's. */
  async function both(): Promise<void> {
    const [first, second] = random.chance(0.5) ? sidebars : [...sidebars].reverse();
    let other: Promise<void> | null = null;
    const begin = () => {
      other ??= save(second!);
    };
    await save(first!, [{ kind: 'hook', at: random.int(1, 24), run: begin }]);
    if (!other) begin();
    await other;
  }

  /** Somebody at the sheet acts while a save waits for its turn, or just after it has written. */
  async function duringSave(): Promise<void> {
    const member = random.pick(['Lock.tryLock', 'Lock.releaseLock']);
    await save(random.pick(sidebars), [{ kind: 'hook', at: 1, member, run: byHand }]);
  }

  async function nextMonth(): Promise<void> {
    const next = month + 1;
    story.push(`${next} is started`);
    await startMonth(team, sheetId, next);
    const carried = new Ledger();
    const here = rows().filter((row) => row.month === next);
    for (const one of here.flatMap((row) => row.texts)) {
      if (!ledger().alive().includes(one)) throw new Error(`${one} came along and is not in ${month}`);
      carried.put('', one);
    }
    month = next;
    ledgers.set(month, carried);
    for (const sidebar of sidebars) sidebar.screen = await look(sidebar.user);
  }

  async function act(): Promise<void> {
    const drawn = random.int(1, 100);
    if (drawn <= 30) await byHand();
    else if (drawn <= 60) await save(random.pick(sidebars));
    else if (drawn <= 75) await both();
    else if (drawn <= 85) await duringSave();
    else if (drawn <= 90) await save(random.pick(sidebars), [{ kind: 'kill', at: random.int(1, 45) }]);
    else if (drawn <= 99 || month >= 202612) {
      const sidebar = random.pick(sidebars);
      sidebar.screen = await look(sidebar.user);
    } else await nextMonth();
  }

  return {
    told,
    async step() {
      try {
        await act();
        check();
      } catch (error) {
        throw new Error(`${(error as Error).message}\n  ${story.slice(-8).join('\n  ')}`);
      }
    },
  };
}
