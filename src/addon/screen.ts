import type {
  BlockView,
  Common,
  ConclusionText,
  PersonView,
  RepView,
  RowView,
  Screen,
  SectionView,
  TextView,
} from '../contract/state';
import { fieldUses, MORE_QUESTIONS } from '../core/agenda';
import { dateInZone, isIsoDate, monthOfDate } from '../core/dates';
import type { Field } from '../core/fields';
import { isMonthKey, type MonthKey } from '../core/month';
import { type Rep, shortName } from '../core/roster';
import { adoptRows, rowsToAdopt } from '../sheet/adopt';
import { CONCLUSION_TEXTS, IN_PROGRESS, sectionQuestion } from '../sheet/block-plan';
import { type Block, type BlockItem, type BlockSection, readTabIndex, type TabIndex } from '../sheet/block-read';
import { a1, COL, FIELD_COL, KEY } from '../sheet/grid';
import { undoObstacle } from '../sheet/start-month';
import type { Tracker } from '../sheet/tracker';
import { problemView, underLock } from './answer';
import { readClock } from './clock-store';
import { whoIs } from './who';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Today in the spreadsheet's own zone. */
export function todayOf(tracker: Tracker): string {
  return dateInZone(Date.now(), tracker.zone);
}

/** The screen for a tab and, if given, a month of it. Gives rows that somebody typed by hand their keys on the way. */
export function screenFor(tracker: Tracker, sheet: Sheet, month?: MonthKey): Screen {
  const setup = tracker.find();
  const today = todayOf(tracker);
  const common: Common = {
    serverNow: Date.now(),
    today,
    dueMonth: monthOfDate(today),
    me: whoIs(setup),
    setupProblems: (setup?.problems ?? []).map(problemView),
  };
  if (!setup) return { kind: 'setUp', ...common, otherTabs: tracker.book.getSheets().map((s) => s.getName()) };
  const people = setup.roster.filter((rep) => rep.end === '' || rep.end >= today).map(personView);
  const index = readTabIndex(sheet);
  const rep = tracker.repOf(index);
  if (!rep) return { kind: 'wrongTab', ...common, tab: sheet.getName(), people };
  const repView = viewOfRep(rep, sheet);
  const chosen = chooseMonth(tracker, sheet, index, common.dueMonth, month);
  if (!chosen.block) {
    const newest = chosen.newest;
    return {
      kind: 'noMonth',
      ...common,
      rep: repView,
      people,
      newestMonth: newest?.month ?? null,
      newestFinished: newest?.state === 'finished',
    };
  }
  const block = adopted(tracker, sheet, chosen.block);
  const clock = block.state === 'finished' ? null : readClock(rep.id, block.month);
  return {
    kind: 'meeting',
    ...common,
    rep: repView,
    people,
    block: blockView(block, clock !== null),
    clock,
    statuses: setup.statuses.map(({ word, closes }) => ({ word, closes })),
    owners: [rep.name, ...setup.managers.map((m) => m.name)].filter((name, n, all) => name && all.indexOf(name) === n),
    canUndoStart: clock === null && undoObstacle(block, index, sheet.getName()) === null,
  };
}

/**
 * Which month the sidebar opens on: the one asked for; else this month's; else a later one that was opened ahead.
 * An older month that was never finished is offered, not forced.
 */
function chooseMonth(
  tracker: Tracker,
  sheet: Sheet,
  index: TabIndex,
  due: MonthKey,
  asked: MonthKey | undefined,
): { block: Block | null; newest: Block | null } {
  const of = (month: MonthKey) => tracker.block(sheet, index, month);
  if (asked !== undefined) {
    const block = of(asked);
    if (block) return { block, newest: null };
  }
  const newest = index.blocks[0];
  if (!newest) return { block: null, newest: null };
  const current = index.blocks.find((b) => b.month <= due);
  if (current?.month === due) {
    const block = of(due);
    if (block && (block.state !== 'finished' || newest.month === due)) return { block, newest: null };
  }
  if (newest.month > due) return { block: of(newest.month), newest: null };
  return { block: null, newest: of(newest.month) };
}

/** Writes missing keys; reads again under the lock first, since somebody else may just be doing the same. */
function adopted(tracker: Tracker, sheet: Sheet, block: Block): Block {
  if (rowsToAdopt(block).length === 0) return block;
  return underLock(() => {
    const again = tracker.block(sheet, readTabIndex(sheet), block.month) ?? block;
    if (again.sections.length > 0 && sheet.getRange(again.row, COL.key).canEdit()) adoptRows(sheet, again);
    return again;
  });
}

function personView(rep: Rep): PersonView {
  return { repId: rep.id, name: rep.name, sheetId: rep.sheetId, newestMonth: null };
}

function viewOfRep(rep: Rep, sheet: Sheet): RepView {
  return {
    repId: rep.id,
    name: rep.name,
    shortName: shortName(rep.name),
    email: rep.email,
    sheetId: sheet.getSheetId(),
    tab: sheet.getName(),
  };
}

function blockView(block: Block, running: boolean): BlockView {
  const conclusion = block.sections.find((part) => part.section.kind === 'conclusion');
  return {
    month: block.month,
    number: block.number,
    state: block.state === 'finished' ? 'finished' : running || block.minutes === IN_PROGRESS ? 'running' : 'planned',
    heldOn: isIsoDate(block.heldOn) ? block.heldOn : '',
    minutes: typeof block.minutes === 'number' ? block.minutes : null,
    lastFocus: String(block.lastFocus),
    lastFocusMonth: isMonthKey(block.fromMonth) ? block.fromMonth : null,
    sections: block.sections.map((part, position) => sectionView(part, position, block.month)),
    commitments: (conclusion?.items ?? []).map((item) => rowView(item, conclusion as BlockSection)),
    conclusion: Object.fromEntries(
      CONCLUSION_TEXTS.map(([name, label]) => [name, textView(block, name, label)]),
    ) as Record<ConclusionText, TextView>,
    revision: block.revision,
  };
}

function textView(block: Block, name: string, label: string): TextView {
  const text = block.texts[name];
  return {
    key: KEY.text(name),
    label,
    value: text?.value ?? '',
    cell: text ? a1(text.row, COL.when) : '',
    formula: text?.formula ?? false,
  };
}

function sectionView(part: BlockSection, position: number, month: MonthKey): SectionView {
  const { section } = part;
  return {
    id: section.id,
    kind: section.kind,
    name: section.name,
    question: sectionQuestion(section, month),
    more: [...(MORE_QUESTIONS[section.id] ?? [])],
    minutes: section.minutes,
    number: position + 1,
    fields: fieldUses(section),
    rows: section.kind === 'conclusion' ? [] : part.items.map((item) => rowView(item, part)),
    spareKeys: part.spares.map((spare) => spare.key),
  };
}

function rowView(item: BlockItem, part: BlockSection): RowView {
  const at: Partial<Record<Field, string>> = {};
  for (const use of fieldUses(part.section)) at[use.field] = a1(item.row, FIELD_COL[use.field]);
  const view: RowView = { key: item.key, cells: item.cells, at, formulas: item.formulas };
  if (!item.life) return view;
  if (part.section.kind === 'conclusion') return { ...view, fromMonth: item.life.firstMonth };
  const { firstMonth, timesPushed, monthsUnchanged } = item.life;
  return { ...view, life: { firstMonth, timesPushed, monthsUnchanged } };
}
